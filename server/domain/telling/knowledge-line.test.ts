import { describe, expect, it, test } from 'vitest';
import type { Basis } from '../model/lists.ts';
import { records } from '../testing/build-records.ts';
import type { Clocks } from '../model/questions.ts';
import { asOfLines } from './as-of-lines.ts';
import { knowledgeLine, newestLine } from './knowledge-line.ts';

const until = (id: string, edtf?: string, basis: 'stated' | 'outside' = 'stated') => ({
  id,
  ...(edtf === undefined ? {} : { knowledgeUntil: { edtf, basis } }),
});

describe('how far it is told', () => {
  it.each([
    [[until('a', '2024-11')], 'As told up to 2024-11; later outcomes not searched.'],
    [[until('a', '2024-11-05')], 'As told up to 2024-11; later outcomes not searched.'],
    [[until('a', '2023-02', 'outside')], 'As told up to 2023-02 (date from outside the sources); later outcomes not searched.'],
    [[until('a', '2023'), until('vocabulary')], 'As told up to 2023; later outcomes not searched.'],
    [[until('b', '2024'), until('a', '2023')], 'As told up to 2023 (a) and 2024 (b); later outcomes not searched.'],
    [[until('a', '2023'), until('b', '2023')], 'As told up to 2023; later outcomes not searched.'],
    [[until('a')], 'How far this is told is not said; later outcomes not searched.'],
    [[], 'How far this is told is not said; later outcomes not searched.'],
  ])('of %j is “%s”', (datasets, line) => {
    expect(knowledgeLine(datasets)).toBe(line);
  });

  const at = (clocks: Clocks) => ({
    clocks,
    records: records({ voices: [{ id: 'herald', name: 'The Herald' }], sources: [{ id: 'leak', title: 'The leak' }] }),
  });
  const ANSWERS = 'left out, any later answer, outcome or retraction included';
  const KEPT = 'what is undated or may be later is kept.';
  it.each([
    [{ published: '2023' }, `Told as published by the end of 2023; later sources on record are ${ANSWERS}; ${KEPT}`],
    [{ published: '2023-06' }, `Told as published by the end of June 2023; later sources on record are ${ANSWERS}; ${KEPT}`],
    [
      { published: '2023', firmOnly: true },
      `Told as published by the end of 2023; later sources on record are ${ANSWERS}; what is undated or may be later is left out, too.`,
    ],
    // A passage read in a source of 2024 may tell what happened in 2022.
    [{ happened: '2022-05-05' }, `Told as of what had happened by 5 May 2022; what happened later is ${ANSWERS}; ${KEPT}`],
    [{ recorded: '2024-01-01' }, `Told as recorded here on 2024-01-01; what was recorded later is ${ANSWERS}.`],
    [
      { recorded: '2024-01-01', happened: '2022', published: '2023' },
      'Told as published by the end of 2023, recorded here on 2024-01-01, of what had happened by the end of 2022; ' +
        `later sources on record, what was recorded later and what happened later are ${ANSWERS}; ${KEPT}`,
    ],
  ])('at %j says what is left out', (clocks, told) => {
    expect(knowledgeLine([until('a', '2024-11')], at(clocks))).toBe(`${told} The records are told up to 2024-11; later outcomes not searched.`);
    expect(knowledgeLine([], at(clocks))).toBe(`${told} How far the records go is not said; later outcomes not searched.`);
  });
  it('says without whose word it is told', () => {
    const without = { voices: ['herald'], sources: ['leak'], claims: ['x', 'y'] };
    expect(knowledgeLine([until('a', '2023')], at({ without }))).toBe(
      'Told as if The Herald and the source “The leak” had said nothing and nobody had said 2 of the claims; what rests on what is struck is left out, ' +
        'any answer, outcome or retraction included. The records are told up to 2023; later outcomes not searched.',
    );
    expect(knowledgeLine([], at({ without: { voices: ['herald'] }, published: '2023' }))).toMatch(
      /^Told as published by the end of 2023, if The Herald had said nothing; later sources on record and what rests on what is struck are left out, any later answer/,
    );
    expect(asOfLines(at({ without }))).toEqual([
      'What if The Herald and the source “The leak” had said nothing and nobody had said 2 of the claims: this is not the case as it is on record. ' +
        'What rests on what is struck is left out, denials and outcomes included.',
    ]);
  });
  it.each([{}, { firmOnly: true }])('at no date, as by %j, names none', (clocks) => {
    expect(knowledgeLine([until('a', '2023')], at(clocks))).toBe('As told up to 2023; later outcomes not searched.');
  });
});

describe('the newest source on a matter', () => {
  const of = (...dates: (string | [edtf: string, basis: Basis] | undefined)[]) =>
    newestLine(
      dates.map((date) =>
        date === undefined ? {} : { published: typeof date === 'string' ? { edtf: date, basis: 'stated' as const } : { edtf: date[0], basis: date[1] } },
      ),
    );
  it.each([
    [['2023-02', '2024-09-23', '2020'], 'The newest source on this matter: 23 September 2024; no outcome after it was looked for.'],
    [
      [['2023-02', 'outside'] as [string, Basis], '2020-08'],
      'The newest source on this matter: February 2023 (date from outside the sources); no outcome after it was looked for.',
    ],
    [['2018-06/..', '2020-09-24'], 'The newest source on this matter: 24 September 2020; no outcome after it was looked for.'],
    [['2018-06/..', '2022-09-01/..'], 'The newest source on this matter: from 1 September 2022 on; no outcome after it was looked for.'],
    [['../2023-03-14', '2021'], 'The newest source on this matter: up to 14 March 2023; no outcome after it was looked for.'],
    [['2021', undefined], 'The newest dated source on this matter: 2021; no outcome after it was looked for.'],
    [[undefined], undefined],
    [[], undefined],
  ])('of %j is told as “%s”', (dates, line) => {
    expect(of(...dates)).toBe(line);
  });
});

test('a season is told in words, and never in its figures', () => {
  const until = (edtf: string) => knowledgeLine([{ id: 'a', title: 'A', knowledgeUntil: { edtf, basis: 'stated' } }]);
  expect(until('2022-22')).toBe('As told up to summer 2022; later outcomes not searched.');
  expect(until('2022-11')).toBe('As told up to 2022-11; later outcomes not searched.');
});
