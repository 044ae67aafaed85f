/** The layers of `npm test`: what each runs, and how many passed and failed. A skipped test is reported. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './browser/chromium.mjs';
import { countsOfPlaywright, countsOfVitest } from './counts.mjs';
import { runCommand } from './run-command.mjs';

/** @typedef {{passed: number, failed: number, notes: string[]}} Counts */

/** A tool that passes or fails as a whole, counted as one test. It prints only where it fails, so that several can run side by side. */
function check(root, name, args) {
  return {
    name,
    isQuiet: true,
    /** @returns {Promise<Counts>} */
    async run() {
      const { code, output } = await runCommand(process.execPath, args, { cwd: root });
      if (code !== 0) process.stdout.write(`${output.trim()}\n`);
      return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, notes: [] };
    },
  };
}

/** Runs a tool that writes a JSON report to a file, and reads its counts. A tool without a report has failed. */
async function counted(root, script, args, env, count) {
  const folder = mkdtempSync(join(tmpdir(), 'attest-report-'));
  const file = join(folder, 'report.json');
  try {
    const { code } = await runCommand(process.execPath, [script, ...args(file)], {
      cwd: root,
      env: { ...process.env, CI: 'true', NO_COLOR: '1', FORCE_COLOR: undefined, ...env(file) },
      show: true,
    });
    let report;
    try {
      report = JSON.parse(readFileSync(file, 'utf8'));
    } catch {
      return { passed: 0, failed: 1, notes: [`ended with exit ${code} and left no report`] };
    }
    const counts = count(report);
    if (code !== 0 && counts.failed === 0) return { ...counts, failed: 1, notes: [...counts.notes, `exit ${code} though no test failed`] };
    return counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a project of vitest.config.ts. */
export function vitest(root, project, extra, env = {}) {
  const args = (file) => ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...extra];
  return { name: project, run: () => counted(root, 'node_modules/vitest/vitest.mjs', args, () => env, countsOfVitest) };
}

/** Runs a project of playwright.config.ts. */
export function playwright(root, say, project, extra) {
  return {
    name: project,
    async run() {
      const chromium = await ensureChromium(say);
      say(`  in ${chromium}`);
      const env = (file) => ({ ATTEST_CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: file });
      const args = () => ['test', `--project=${project}`, '--reporter=line,json', ...extra];
      return counted(root, 'node_modules/@playwright/test/cli.js', args, env, countsOfPlaywright);
    },
  };
}

/**
 * @param {string} root
 * @param {(line: string) => void} say
 * @param {string[]} [extra] passed on to the test runner (a path, `-t name`)
 */
export function layersOf(root, say, extra = []) {
  return {
    types: check(root, 'types', ['node_modules/typescript/bin/tsc', '--noEmit']),
    format: check(root, 'format', ['node_modules/oxfmt/bin/oxfmt', '--check']),
    // Its settings are TypeScript, which Node before 22.18 cannot load.
    lint: check(root, 'lint', ['--import', '@oxc-node/core/register', 'node_modules/oxlint/bin/oxlint', '--deny-warnings']),
    dead: check(root, 'dead code', ['node_modules/knip/bin/knip.js']),
    unit: vitest(root, 'unit', extra),
    db: vitest(root, 'db', extra),
    e2e: playwright(root, say, 'e2e', extra),
  };
}

/**
 * What takes longer than a look at a change may, and runs with every check of a commit (`npm run test:more`).
 * @param {string} root
 * @param {(line: string) => void} say
 * @param {string[]} [extra] passed on to the test runner
 */
export function moreLayersOf(root, say, extra = []) {
  return { 'db-more': vitest(root, 'db-more', extra), 'e2e-more': playwright(root, say, 'e2e-more', extra) };
}
