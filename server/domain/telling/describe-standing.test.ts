/** Since when a standing holds is told no more exactly than it is known. */
import { expect, it } from 'vitest';
import { contextOf } from '../testing/narration-context.ts';
import { describeStanding } from './describe-standing.ts';

const ctx = contextOf({});

it.each([
  ['2024-04-18', 'convicted, since 18 April 2024'],
  ['2018/2022-08', 'convicted, since some day between 2018 and August 2022'],
  ['../2012', 'convicted, since some day up to 2012'],
  ['2012/..', 'convicted, since some day from 2012 on'],
])('%s is told as “%s”', (edtf, told) => {
  expect(describeStanding({ level: 'convicted', by: [], since: { edtf, basis: 'stated' } }, ctx)).toBe(told);
});
