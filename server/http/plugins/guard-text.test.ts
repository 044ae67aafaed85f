/** Text that cannot be stored is reported with its place. */
import { expect, it } from 'vitest';
import { textProblems } from './guard-text.ts';

it('names a NUL and a lone surrogate by their place', () => {
  expect(textProblems({ a: ['ok', 'b\u0000'], c: { d: '\ud800' } }).map((p) => [p.code, p.pointer])).toEqual([
    ['nul', '/a/1'],
    ['lone-surrogate', '/c/d'],
  ]);
});
it('checks keys too', () => {
  expect(textProblems({ '\udfff': 1 }).map((p) => p.code)).toEqual(['lone-surrogate']);
});
it('accepts emoji, Persian and right-to-left marks', () => {
  expect(textProblems({ a: '👩‍👩‍👧 مهدی\u200f یف' })).toEqual([]);
});
it('stops at 32 levels instead of overflowing', () => {
  let deep: unknown = 'x';
  for (let i = 0; i < 50_000; i++) deep = [deep];
  expect(textProblems(deep).map((p) => p.code)).toEqual(['too-deep']);
});
