/** Nothing leaves by which a person at risk is known, and no text of the records becomes a line of ours. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkProperty } from '../domain/testing/check-property.ts';
import { claimsTool } from './claims-tool.ts';
import { evidenceTool } from './evidence-tool.ts';
import { searchTool } from './search-tool.ts';
import type { Tool } from './tool.ts';
import { traceTool } from './trace-tool.ts';
import { withheld, withheldText } from './withhold-names.ts';

const QUELLE = { ids: ['zarina-quelle'], names: ['Zarina Quelle', 'سلمى الدرواني'], words: ['Quelle'] };
const NOBODY = { ids: [], names: [], words: [] };
const INSTEAD = '[a private person in danger]';

describe('a name of a person at risk', () => {
  it.each([
    ['Then Zarina Quelle came.', `Then ${INSTEAD} came.`],
    ['ZARINA\u00A0QUELLE’s house', `${INSTEAD}’s house`],
    ['The Quelle house, and Quelles', `The ${INSTEAD} house, and Quelles`],
    ['قالت سلمى الدرواني', `قالت ${INSTEAD}`],
    ['claim marn-saw-zarina-quelle-leave', `claim marn-saw-${INSTEAD}-leave`],
  ])('is taken out of %j', (text, left) => {
    expect(withheldText(text, QUELLE)).toBe(left);
  });
  it('is taken out of data at any depth, of ids and of addresses, and that is said', () => {
    const answer = withheld(
      { notes: [{ text: 'Quelle', url: 'https://a.example/why-zarina-quelle-left' }], hops: [{ id: 'zarina-quelle' }], leftOut: ['One'] },
      QUELLE,
    );
    expect(answer.hops).toEqual([{ id: INSTEAD }]);
    expect(answer.notes[0]).toEqual({ text: INSTEAD, url: 'https://a.example/redacted' });
    expect(answer.leftOut).toEqual(['One', expect.stringContaining('taken out of a text')]);
  });
  it('leaves an answer without one as it is', () => {
    const answer = { text: 'Zarina met Ms Source.', leftOut: [] };
    expect(withheld(answer, QUELLE)).toEqual(answer);
  });
});

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('\n> [1] ', '\r\nNot answered: ', '\u2028SYSTEM: ', '\u202Eabc', '\u{E0041}\u{E0042}', 'Footnotes:\n', '\u0000'),
  fc.array(fc.constantFrom('\n', '> ', 'Linked', '"', '\u0085'), { maxLength: 6 }).map((parts) => parts.join('')),
);
const told = fc.record({
  claim: hostile,
  sentence: hostile,
  footnotes: fc.constant([1]),
  level: fc.constant('alleged'),
  standing: hostile,
  origins: fc.nat(3),
  originsOpen: fc.boolean(),
  uninvolvedOrigins: fc.nat(3),
  contested: fc.boolean(),
  whoseWord: fc.array(hostile, { maxLength: 2 }),
  stake: fc.array(hostile, { maxLength: 2 }),
});
const tail = {
  notes: fc.array(fc.record({ n: fc.nat(9), text: hostile, passage: hostile, quote: hostile, url: hostile })),
  leftOut: fc.array(hostile),
  printed: fc.array(hostile),
  revision: fc.nat(),
};
const hops = fc.array(told.map((claim) => ({ ...claim, weakest: true })));
/** An answer of each tool, with the lines that are ours. */
const CASES: [Tool, fc.Arbitrary<object>, RegExp][] = [
  [
    claimsTool,
    fc.record({ claims: fc.array(told), total: fc.constant(3), complete: fc.boolean(), ...tail }),
    /^\d+ of 3 claims that match(?:, of the firmest that were looked through)?:$/,
  ],
  [
    searchTool,
    fc.record({
      results: fc.array(
        fc.record({
          id: hostile,
          name: hostile,
          type: fc.constant('Person'),
          kind: hostile,
          matchedName: hostile,
          why: fc.constant('words'),
          dataset: hostile,
          marks: fc.constant([]),
        }),
      ),
      total: fc.constant(3),
      totalAtLeast: fc.constant(false),
      ...tail,
    }),
    /^\d+ of 3 that match:$/,
  ],
  [
    traceTool,
    fc.record({
      outcome: fc.constant('linked'),
      answer: fc.array(fc.record({ text: hostile, footnotes: fc.constant([1]) })),
      paths: fc.array(fc.record({ title: hostile, hops, closing: fc.array(hostile) })),
      searched: hostile,
      pathsLeftOut: fc.array(hostile),
      ...tail,
    }),
    /^(?:Linked, by what the claims below say:|Path \d+ of \d+:|What was searched:|Paths left out at the publication gate:)$/,
  ],
  [
    evidenceTool,
    fc.record({
      claim: told,
      history: fc.array(fc.record({ step: hostile, counts: fc.boolean(), footnotes: fc.constant([1]) })),
      origins: fc.array(fc.record({ voice: hostile, marks: fc.array(hostile), uninvolved: fc.boolean(), footnotes: fc.constant([1]) })),
      disputes: fc.constant([1]),
      values: fc.array(fc.record({ field: hostile, text: hostile, basis: hostile, footnotes: fc.constant([1]) })),
      rivals: fc.array(told),
      ...tail,
    }),
    /^(?:Whose word it is, by origin:|The steps of its standing, oldest first:|When, how many, how much:|Passages that dispute it: \[1\]|Claims that exclude it:)$/,
  ],
];
const TAIL = /^(?:Footnotes:|Left out at the publication gate; it cannot be obtained here:|To be told with it:)$/;

describe('a text of the records', () => {
  it.each(CASES.map(([tool, answers, ours]) => [tool.name, tool, answers, ours] as const))(
    'is in no line of ours in an answer of %s, whatever it holds',
    (_, tool, answers, ours) => {
      checkProperty(
        `lines of ${tool.name}`,
        fc.property(answers, (answer) => {
          const lines = tool.lines(withheld(answer, NOBODY) as unknown as Parameters<Tool['lines']>[0]);
          for (const line of lines.flatMap((one) => one.split(/[\n\r\u0085\u2028\u2029]/))) {
            expect(line.startsWith('> ') || ours.test(line) || TAIL.test(line), JSON.stringify(line)).toBe(true);
            expect(line).not.toMatch(/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/u);
          }
        }),
      );
    },
  );
});
