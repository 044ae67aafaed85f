import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { CuratedFile } from '../curated-file.ts';
import { recordOf, recordsOf, restingOn, textAt, withoutRecords } from './leave-out.ts';

const file = (claims: unknown[]): CuratedFile => ({ format: 'attest/1', claims }) as unknown as CuratedFile;

describe('the record of a problem', () => {
  it('is that of its list, however deep the fault is', () => {
    expect(recordOf({ file: 'a.json', pointer: '/claims/12/citations/0/standing/level' })).toEqual({ file: 'a.json', pointer: '/claims/12' });
    expect(recordOf({ file: 'a.json', pointer: '/entities/0' })).toEqual({ file: 'a.json', pointer: '/entities/0' });
  });

  it.each(['', '/dataset/id', '/defaults/source', '/claims', '/claims/x', '/constructor/1', '/stubs/entities/0'])(
    'is none for %j: that is of the file itself',
    (pointer) => {
      expect(recordOf({ file: 'a.json', pointer })).toBeUndefined();
    },
  );

  it('is each of its places, and none where one of these is in no record', () => {
    const problem = { code: 'unknown-id', message: '', remedy: '', file: 'a.json', pointer: '/claims/1/subject' };
    expect(
      recordsOf({
        ...problem,
        places: [
          { file: 'a.json', pointer: '/claims/1/subject' },
          { file: 'b.json', pointer: '/claims/2/object' },
        ],
      }),
    ).toEqual([
      { file: 'a.json', pointer: '/claims/1' },
      { file: 'b.json', pointer: '/claims/2' },
    ]);
    expect(
      recordsOf({
        ...problem,
        places: [
          { file: 'a.json', pointer: '/claims/1/subject' },
          { file: 'a.json', pointer: '/defaults/source' },
        ],
      }),
    ).toBeUndefined();
  });
});

it('what stays keeps its index, and the file given is not changed, whatever is left out', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 12 }), fc.array(fc.nat(12)), fc.array(fc.nat(12)), (claims, holes, out) => {
      const sparse = [...claims];
      for (const hole of holes) Reflect.deleteProperty(sparse, hole);
      const given = file(sparse);
      const copy = sparse.slice();
      const left = withoutRecords(
        given,
        out.map((at) => `/claims/${at}`),
      );
      expect(given.claims).toEqual(copy);
      claims.forEach((_, at) => {
        expect(at in left.claims!).toBe(at in copy && !out.includes(at));
        if (at in left.claims!) expect(left.claims![at]).toBe(copy[at]);
      });
    }),
  );
});

it('only a reference to what is left out rests on it', () => {
  const problem = { code: 'unknown-id', message: 'no entity has the id "ann"', remedy: 'define it', pointer: '/claims/0/subject' };
  const named = textAt(file([{ subject: 'ann' }]), problem.pointer);
  expect(restingOn(problem, named, new Set(['ann']))).toMatchObject({ code: 'rests-on-left-out', message: expect.stringContaining('"ann"') });
  expect(restingOn(problem, named, new Set(['other']))).toBe(problem);
  expect(textAt(file([]), '/claims/constructor/name')).toBeUndefined();
});
