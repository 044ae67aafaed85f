/** Runs one program to its end, never through a shell, and returns what it printed. */
import { spawn } from 'node:child_process';

/**
 * Runs a program.
 * @param {string} command
 * @param {string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean, timeoutMs?: number}} [options] `show` also prints the output as it comes
 * @returns {Promise<{code: number, output: string, missing: boolean}>} `missing` where there is no such program
 */
export function runCommand(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: options.timeoutMs,
    });
    let output = '';
    const take = (stream) => (chunk) => {
      output += chunk;
      if (options.show) stream.write(chunk);
    };
    child.stdout.setEncoding('utf8').on('data', take(process.stdout));
    child.stderr.setEncoding('utf8').on('data', take(process.stderr));
    child.on('error', (error) => resolve({ code: 127, output: output + error.message, missing: error.code === 'ENOENT' }));
    child.on('close', (code, signal) => resolve({ code: code ?? 1, output: signal ? `${output}\nended by ${signal}` : output, missing: false }));
  });
}
