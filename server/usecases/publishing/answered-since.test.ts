import { expect, it } from 'vitest';
import { checkPublication } from '../../domain/publishing/publication-gate.ts';
import type { Clocks } from '../../domain/model/questions.ts';
import { printedLines } from '../../exchange/printed-lines.ts';
import { buildViewState } from '../../graph/resident/view-state.ts';
import { curatedCase } from '../testing/curated-case.ts';

const records = curatedCase('demonstration');
const lines = (claim: string, clocks: Clocks) =>
  printedLines(checkPublication(buildViewState(records, 1, clocks), { entities: [], claims: [claim], view: { clocks } }).printed);

it('an export from before a retraction prints the retraction with the claim, and never that no response is on record', () => {
  const printed = lines('innkeeper-gang-member-of-quay-nine', { published: '2023' });
  expect(printed[0]).toMatch(/^Told as published by the end of 2023; later sources on record are left out, any later answer, outcome or retraction included; /);
  expect(printed.filter((line) => line.includes('On record here only later'))).toEqual([
    'Anton Grell (the innkeeper) is reported by The Port Ellin Courier to be a member of Quay Nine. On record here only later: retracted by The Port Ellin Courier (published 20 May 2024).',
  ]);
  expect(printed.join('\n')).not.toContain('no response on record');
});

it('an export from after it tells the retraction in the sentence alone', () => {
  for (const clocks of [{}, { published: '2025' }]) {
    const printed = lines('innkeeper-gang-member-of-quay-nine', clocks).join('\n');
    expect(printed).not.toContain('On record here only later');
  }
});
