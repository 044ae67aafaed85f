/** Runs the fault, hostile-input and scale programs of scripts/deep, one after the other. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { countsOfDeep } from './counts.mjs';
import { ensureChromium } from './chromium.mjs';
import { runCommand } from './run-command.mjs';

/**
 * One layer a program.
 * @param {string} root
 * @param {(line: string) => void} say
 * @param {string[]} args passed on: `--full`; other words choose programs by name
 */
export function deepLayers(root, say, args) {
  const options = args.filter((arg) => arg.startsWith('-'));
  const chosen = args.filter((arg) => !arg.startsWith('-'));
  const folder = join(root, 'scripts/deep');
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .sort();
  const known = files.map((name) => name.slice(0, -3));
  for (const name of chosen) {
    if (!known.includes(name)) throw new Error(`There is no deep run called ${name}; there are ${known.join(', ')}.`);
  }
  return known
    .filter((name) => chosen.length === 0 || chosen.includes(name))
    .map((name) => ({
      name: `deep ${name}`,
      async run() {
        const env = name.startsWith('browser') ? { ...process.env, ATTEST_CHROMIUM: await ensureChromium(say) } : process.env;
        const { code, output } = await runCommand(process.execPath, ['--import', 'tsx', `scripts/deep/${name}.ts`, ...options], { cwd: root, show: true, env });
        const counts = countsOfDeep(output);
        if (!counts) return { passed: 0, failed: 1, notes: [`ended with exit ${code} and no counts`] };
        if (code !== 0 && counts.failed === 0) return { ...counts, failed: 1, notes: [`exit ${code} though nothing failed`] };
        return { ...counts, notes: [] };
      },
    }));
}
