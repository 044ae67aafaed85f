/** Installs Python packages in a virtual environment of their own, below `.attest`. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../../lib/run-command.mjs';
import { ROOT } from './run-app.ts';

const INSTALL_MS = 300_000;
const HOW_TO_GET =
  'Install Python 3.10 or newer with its module venv: Debian and Ubuntu "apt-get install python3 python3-venv", Fedora "dnf install python3", macOS "brew install python".';

const run = (command: string, args: string[]) => runCommand(command, args, { timeoutMs: INSTALL_MS });

/** A virtual environment. On Debian its module comes in a package of its own, which root can add. */
async function makeEnvironment(folder: string): Promise<void> {
  const made = await run('python3', ['-m', 'venv', folder]);
  if (made.code === 0) return;
  rmSync(folder, { recursive: true, force: true });
  if (!made.missing && process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    await run('apt-get', ['update']);
    const added = await run('apt-get', ['install', '-y', '--no-install-recommends', 'python3-venv']);
    if (added.code === 0 && (await run('python3', ['-m', 'venv', folder])).code === 0) return;
    rmSync(folder, { recursive: true, force: true });
  }
  throw new Error(`No virtual environment of Python could be made: ${made.output.trim()}\n${HOW_TO_GET}`);
}

/**
 * @param name of the environment
 * @param packages with their versions
 * @returns the folder of its programs
 * @throws Error that says what to install, where there is no Python, no venv, or PyPI does not answer
 */
export async function installPython(name: string, packages: readonly string[]): Promise<string> {
  const folder = join(ROOT, '.attest', name);
  const programs = join(folder, 'bin');
  // Named after the packages, so that others are installed anew. Written last: an installation that broke off has none.
  const done = join(folder, `${packages.join(' ')}.done`);
  if (existsSync(done)) return programs;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(ROOT, '.attest'), { recursive: true });
  await makeEnvironment(folder);
  const installed = await run(join(programs, 'python'), ['-m', 'pip', 'install', '--disable-pip-version-check', '--quiet', ...packages]);
  if (installed.code !== 0) {
    throw new Error(`pip could not install ${packages.join(', ')} from PyPI:\n${installed.output.trim().split('\n').slice(-10).join('\n')}\n${HOW_TO_GET}`);
  }
  writeFileSync(done, '');
  return programs;
}
