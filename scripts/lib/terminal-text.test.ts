/** Nothing of a file reaches the terminal but what shows. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkProperty } from '../../server/domain/testing/check-property.ts';
import type { ImportReport } from '../../server/contract/routes/imports.ts';
import { reportText } from './print-report.ts';
import { terminalLines, terminalText } from './terminal-text.ts';

const span = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i));
/** All of C0 and C1, the marks, overrides and isolates of direction, breaks of lines, tags, and halves of characters. */
const UNSEEN = [
  ...span(0, 0x1f),
  ...span(0x7f, 0x9f),
  '\u061C',
  '\u200B',
  '\u200E',
  '\u200F',
  '\u00AD',
  '\uFEFF',
  ...span(0x2028, 0x202e),
  ...span(0x2060, 0x2064),
  ...span(0x2066, 0x206f),
  ...span(0xfff9, 0xfffb),
  ...span(0xe0020, 0xe007f),
  '\uD83D',
  '\uDE00',
];
const SEEN_NOWHERE = new Set(UNSEEN);
const isShown = (text: string) => [...text].every((one) => !SEEN_NOWHERE.has(one)) && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text);
const hostile = fc.array(fc.oneof(fc.constantFrom(...UNSEEN), fc.string({ maxLength: 3, unit: 'binary' })), { maxLength: 8 }).map((parts) => parts.join(''));

describe('a text for the terminal', () => {
  it.each(UNSEEN.map((one) => [one.codePointAt(0)!.toString(16), one]))('shows U+%s as an escape', (_, one) => {
    const shown = terminalText(`a${one}b`);
    expect(shown).toMatch(/^a(?:\\[nrt]|(?:\\u[0-9a-f]{4})+)b$/);
    expect(JSON.parse(`"${shown}"`)).toBe(`a${one}b`);
  });
  it('leaves what shows, in every script, with its joiners', () => {
    const text = 'Alinejad علی\u200Cنژاد क\u094D\u200Dष 👨\u200D👩 ‘é’ ٪ 3\u0600';
    expect(terminalText(text)).toBe(text);
  });
  it('is on one line, and nothing of it is unseen, whatever it held', () =>
    checkProperty(
      'a text for the terminal shows',
      fc.property(hostile, (text) => {
        expect(isShown(terminalText(text))).toBe(true);
        expect(terminalText(terminalText(text))).toBe(terminalText(text));
      }),
      { runs: 300 },
    ));
  it('of JSON has the same value', () =>
    checkProperty(
      'JSON for the terminal',
      fc.property(hostile, (text) => {
        const shown = terminalLines(JSON.stringify({ [text]: [text] }, null, 2));
        expect(isShown(shown.replaceAll('\n', ''))).toBe(true);
        expect(JSON.parse(shown)).toEqual({ [text]: [text] });
      }),
      { runs: 300 },
    ));
});

it('a report has as many lines whatever its texts hold, and shows all of them', () => {
  const none = { new: 0, changed: 1, unchanged: 0, removed: 1, kept: 0, refused: 0 };
  const reportOf = (text: string): ImportReport => {
    const problem = { code: 'unknown-id', message: `no entity has the id ${text}`, remedy: text, file: text, pointer: `/${text}`, line: 1, column: 1 };
    return {
      outcome: 'done',
      dryRun: false,
      datasets: [text],
      files: 1,
      records: { ...none, byKind: {} },
      created: [],
      changed: [{ kind: 'voice', id: text, fields: [{ field: text, before: text, after: { [text]: text } }] }],
      removed: [{ kind: 'voice', id: text }],
      claims: { summary: [text], standingChanges: [], originChanges: [] },
      conflicts: [],
      leftOut: [],
      revision: { before: 1, after: 2 },
      staged: false,
      elapsedMs: 3,
      message: text,
      problems: [{ ...problem, count: 3, places: [problem, { ...problem, file: `${text}2` }] }],
      warnings: [problem],
    };
  };
  const lines = reportText(reportOf('x')).split('\n').length;
  checkProperty(
    'a report for the terminal',
    fc.property(hostile, (text) => {
      const shown = reportText(reportOf(text)).split('\n');
      expect(shown).toHaveLength(lines);
      expect(shown.every(isShown)).toBe(true);
    }),
    { runs: 200 },
  );
});
