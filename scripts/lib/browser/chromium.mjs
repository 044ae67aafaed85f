/** Finds a real Chromium for the browser tests, or installs one with Playwright or the package manager of the system. */
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runCommand } from '../run-command.mjs';

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

function runnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The browser installed by Playwright, if there is one. */
function playwrightsOwn() {
  try {
    const { chromium } = createRequire(import.meta.url)('@playwright/test');
    const path = chromium.executablePath();
    return runnable(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

/** Why a browser cannot be used; undefined where it starts and prints its version. (A downloaded Chromium without its system libraries exits at once.) */
async function faultOf(path) {
  const { code, output } = await runCommand(path, ['--version', '--no-sandbox'], { timeoutMs: 30_000 });
  return code === 0 ? undefined : output.trim().split('\n').slice(-3).join('\n');
}

const asRootOnDebian = () => existsSync('/etc/debian_version') && process.getuid?.() === 0;

/**
 * @param {(line: string) => void} say told of each way that is tried
 * @returns {Promise<string>} path of a Chromium that starts
 * @throws {Error} naming every way tried and how it failed
 */
export async function ensureChromium(say) {
  const failures = [];
  const accept = async (path, how) => {
    if (!path) return undefined;
    const fault = await faultOf(path);
    if (fault === undefined) return path;
    failures.push(`${how}: ${path} does not start: ${fault}`);
    return undefined;
  };
  for (const path of [playwrightsOwn(), ...SYSTEM_BROWSERS.filter(runnable)]) {
    const usable = await accept(path, 'found');
    if (usable) return usable;
  }
  say("no Chromium yet: trying Playwright's own install");
  const own = await runCommand(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], {
    timeoutMs: 180_000,
  });
  if (own.code !== 0) failures.push(`playwright install chromium: ${own.output.trim().split('\n').slice(-3).join('\n')}`);
  const fetched = await accept(playwrightsOwn(), 'playwright install chromium');
  if (fetched) return fetched;

  if (asRootOnDebian()) {
    say("Playwright's install did not give one: trying apt-get install chromium");
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const update = await runCommand('apt-get', ['update'], { env, timeoutMs: 180_000 });
    const install = await runCommand('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
      env,
      timeoutMs: 300_000,
    });
    if (install.code !== 0) {
      const tail = (update.output + install.output).trim().split('\n').slice(-5).join('\n');
      failures.push(`apt-get install chromium: ${tail}`);
    }
    const packaged = await accept(SYSTEM_BROWSERS.find(runnable), 'apt-get install chromium');
    if (packaged) return packaged;
  }
  throw new Error(
    `No Chromium to run the browser tests in.\n${failures.join('\n')}\n` +
      'Install one (apt install chromium, brew install --cask google-chrome, npx playwright install chromium) and run again.',
  );
}
