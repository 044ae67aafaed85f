import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wayOfKey } from './ways.ts';
import { markMatch } from './found-list.tsx';

describe('the part of a name that matched', () => {
  it('is marked as it is written; nothing is marked where the name does not contain the letters', () => {
    expect(markMatch('Rafat Amirov', 'amir')).toEqual(['Rafat ', 'Amir', 'ov']);
    expect(markMatch('Рафат Амиров', 'amirov')).toEqual(['Рафат Амиров', '', '']);
    expect(markMatch('İstanbul', 'stan')).toEqual(['İstanbul', '', '']);
  });
  it('never changes the name', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ maxLength: 4 }), (name, typed) => markMatch(name, typed).join('') === name),
      { seed: 6, numRuns: 300 },
    );
  });
});

describe('the key', () => {
  it('chooses one of four ways', () => {
    const held = (keys: string) => wayOfKey({ shiftKey: keys.includes('s'), ctrlKey: keys.includes('c'), metaKey: keys.includes('m') });
    expect(['', 's', 'c', 'm', 'cs'].map(held)).toEqual(['place', 'open', 'from', 'from', 'to']);
  });
});
