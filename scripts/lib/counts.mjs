/** Reads counts from the reports of test runners. A test that failed or did not run is named. */
import { stripVTControlCharacters } from 'node:util';

const NAMED = 10;
const named = (titles) => `${titles.slice(0, NAMED).join('; ')}${titles.length > NAMED ? `; and ${titles.length - NAMED} more` : ''}`;

/** Of a failed test: its name and the beginning of what it said, in one line, since a long log is read from its end. */
const failure = (title, message) =>
  `✗ ${title}: ${stripVTControlCharacters(String(message ?? 'no message'))
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 300)}`;

/**
 * Counts from vitest's JSON report.
 * @returns {{passed: number, failed: number, notes: string[]}}
 */
export function countsOfVitest(report) {
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const passed = tests.filter((test) => test.status === 'passed');
  const failed = tests.filter((test) => test.status === 'failed');
  const notRun = tests.filter((test) => test.status !== 'passed' && test.status !== 'failed');
  // A file that could not be loaded, or whose set-up failed, has a status but no test that has failed.
  const brokenFiles = report.testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'));
  const empty = tests.length === 0 ? ['no test was run'] : [];
  return {
    passed: passed.length,
    failed: failed.length + notRun.length + brokenFiles.length + empty.length,
    notes: [
      ...failed.map((test) => failure(test.fullName, test.failureMessages?.[0])),
      ...(notRun.length > 0 ? [`${notRun.length} skipped: ${named(notRun.map((test) => test.fullName))}`] : []),
      ...brokenFiles.map((file) => `${file.name} could not run`),
      ...empty,
    ],
  };
}

/** Counts from Playwright's JSON report. */
export function countsOfPlaywright(report) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  const faults = report.errors ?? [];
  const empty = expected + unexpected + flaky + skipped === 0 ? 1 : 0;
  return {
    passed: expected,
    // A test that passed only at its second try counts as failed.
    failed: unexpected + flaky + skipped + Math.max(faults.length > 0 && unexpected === 0 ? 1 : 0, empty),
    notes: [
      ...failedSpecs(report.suites ?? []),
      ...(skipped > 0 ? [`${skipped} skipped`] : []),
      ...(flaky > 0 ? [`${flaky} passed only at a second try`] : []),
      ...faults.map((fault) => String(fault.message).split('\n')[0]),
      ...(empty > 0 ? ['no test was run'] : []),
    ],
  };
}

/** The tests of Playwright's nested suites that failed, each with its file. */
function failedSpecs(suites) {
  return suites.flatMap((suite) => [
    ...(suite.specs ?? [])
      .filter((spec) => !spec.ok)
      .map((spec) => failure(`${spec.file} › ${spec.title}`, spec.tests?.flatMap((test) => test.results ?? []).find((result) => result.error)?.error.message)),
    ...failedSpecs(suite.suites ?? []),
  ]);
}

/**
 * Counts from the last lines of a deep program: `deep <name>: N passed, N failed`.
 * @returns {{passed: number, failed: number} | undefined}
 */
export function countsOfDeep(output) {
  const lines = output.trimEnd().split('\n').toReversed();
  for (const line of lines) {
    const found = /^deep [\w-]+: (\d+) passed, (\d+) failed$/.exec(line.trim());
    if (found) return { passed: Number(found[1]), failed: Number(found[2]) };
  }
  return undefined;
}

/** The last line of every run. */
export function totalLine(counts) {
  const sum = (key) => counts.reduce((total, each) => total + each[key], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed`;
}
