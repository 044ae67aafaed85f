/** What counts as passed and as failed: a test that did not run has failed. */
import { describe, expect, it } from 'vitest';
import { countsOfDeep, countsOfPlaywright, countsOfVitest, totalLine } from './counts.mjs';

const file = (status, ...tests) => ({ name: 'x.test.ts', status, assertionResults: tests.map((s, i) => ({ status: s, fullName: `test ${i}` })) });

describe('counts', () => {
  it('of vitest: a skipped, a todo and a file that could not load are failures with a name', () => {
    expect(countsOfVitest({ testResults: [file('passed', 'passed', 'passed')] })).toEqual({ passed: 2, failed: 0, notes: [] });
    expect(countsOfVitest({ testResults: [file('passed', 'passed', 'pending', 'todo')] })).toEqual({
      passed: 1,
      failed: 2,
      notes: ['2 skipped: test 1; test 2'],
    });
    expect(countsOfVitest({ testResults: [file('failed')] })).toMatchObject({ passed: 0, failed: 2 });
    expect(countsOfVitest({ testResults: [file('failed', 'failed', 'passed')] })).toMatchObject({ passed: 1, failed: 1 });
    expect(countsOfVitest({ testResults: [] })).toEqual({ passed: 0, failed: 1, notes: ['no test was run'] });
  });
  it('of Playwright: skipped, flaky and faults outside any test are failures', () => {
    const stats = (s) => ({ stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0, ...s }, errors: [] });
    expect(countsOfPlaywright(stats({}))).toEqual({ passed: 3, failed: 0, notes: [] });
    expect(countsOfPlaywright(stats({ skipped: 1 }))).toMatchObject({ failed: 1 });
    expect(countsOfPlaywright(stats({ flaky: 2 }))).toMatchObject({ failed: 2 });
    expect(countsOfPlaywright(stats({ expected: 0 }))).toMatchObject({ passed: 0, failed: 1 });
    expect(countsOfPlaywright({ ...stats({}), errors: [{ message: 'the server did not start\nat x' }] })).toEqual({
      passed: 3,
      failed: 1,
      notes: ['the server did not start'],
    });
  });
  it('name what failed in one line each, with the beginning of what it said', () => {
    const failed = {
      name: 'x.test.ts',
      status: 'failed',
      assertionResults: [{ status: 'failed', fullName: 'a claim is kept', failureMessages: ['\u001b[31mError:\u001b[39m 1\n  is not 2'] }],
    };
    expect(countsOfVitest({ testResults: [failed] }).notes).toEqual(['✗ a claim is kept: Error: 1 is not 2']);
    const spec = { title: 'opens', file: 'open.e2e.ts', ok: false, tests: [{ results: [{ error: { message: 'no such button' } }] }] };
    const suites = [{ specs: [{ title: 'closes', ok: true }], suites: [{ specs: [spec] }] }];
    expect(countsOfPlaywright({ suites, stats: { expected: 1, unexpected: 1, flaky: 0, skipped: 0 } }).notes).toEqual([
      '✗ open.e2e.ts › opens: no such button',
    ]);
  });
  it('of a deep run: its last such line, and nothing when it has none', () => {
    expect(countsOfDeep('deep a: 1 passed, 0 failed\nmore\ndeep commit-cut: 20 passed, 2 failed\n')).toEqual({ passed: 20, failed: 2 });
    expect(countsOfDeep('it crashed')).toBeUndefined();
  });
  it('are summed in the last line', () => {
    expect(
      totalLine([
        { passed: 3, failed: 1 },
        { passed: 4, failed: 0 },
      ]),
    ).toBe('7 passed, 1 failed');
  });
});
