import { describe, expect, it } from 'vitest';
import type { ImportRow } from '../../../server/contract/routes/imports.ts';
import { effectOf, type Fault, leftOutOf, passes, refusedRows, restingOnChoice, rowKey } from './import-choice.ts';

const fault = (code: string, pointer: string, more: Partial<Fault> = {}): Fault => ({
  code,
  message: code,
  remedy: 'mend it',
  file: 'a.json',
  pointer,
  ...more,
});
const figures = { level: 'alleged', rank: 2, origins: 1, originsOpen: false, uninvolvedOrigins: 0, citations: 1, contested: false, happened: [] } as const;
const claim = (id: string, before: Record<string, unknown> | undefined, after: Record<string, unknown> = {}): ImportRow =>
  ({
    kind: 'claim',
    id,
    did: before ? 'changed' : 'new',
    name: id,
    places: [{ file: 'a.json', pointer: `/claims/${id}` }],
    told: { ...(before ? { before: { ...figures, ...before } } : {}), after: { ...figures, ...after } },
  }) as unknown as ImportRow;

describe('what is refused', () => {
  it('is one row for each record, with all of its faults and at each of its places', () => {
    const rows = refusedRows([
      fault('wrong-type', '/claims/1/citations/0/standing'),
      fault('unknown-id', '/claims/1/subject', {
        places: [
          { file: 'a.json', pointer: '/claims/1/subject' },
          { file: 'b.json', pointer: '/claims/7/object' },
        ],
      }),
      fault('rests-on-left-out', '/claims/2/object'),
      fault('left-out', '/claims/3'),
    ]);
    expect(rows.map(({ key, faults, rests }) => [key, faults.length, rests])).toEqual([
      ['a.json#/claims/1', 2, false],
      ['b.json#/claims/7', 1, false],
      ['a.json#/claims/2', 1, true],
    ]);
  });

  it('of no record stands at the top of its file', () => {
    expect(refusedRows([fault('not-attest', '')])).toMatchObject([{ key: 'a.json#', place: { file: 'a.json', pointer: '' } }]);
  });

  it('besides what the reader left out is only what refers to that', () => {
    const planned = refusedRows([fault('wrong-type', '/claims/1/id')]);
    const chosen = [fault('wrong-type', '/claims/1/id'), fault('left-out', '/entities/0'), fault('rests-on-left-out', '/claims/4/subject')];
    expect(restingOnChoice(planned, chosen).map(({ key }) => key)).toEqual(['a.json#/claims/4']);
  });
});

describe('a claim', () => {
  it.each([
    ['gets firmer', {}, { rank: 3 }, true, false],
    ['falls back', { rank: 3 }, { rank: 1 }, false, true],
    ['gains an origin', {}, { origins: 2 }, true, false],
    ['loses one', { origins: 2 }, {}, false, true],
    ['becomes contested', {}, { contested: true }, false, true],
    ['gets firmer and becomes contested', {}, { rank: 3, contested: true }, true, true],
    ['stays as it is', {}, {}, false, false],
  ])('that %s is told so', (_, before, after, gains, losses) => {
    expect(effectOf(claim('1', before, after))).toEqual({ gains, losses });
  });

  it('that is new gains nothing', () => {
    const row = claim('1', undefined);
    expect(effectOf(row)).toEqual({ gains: false, losses: false });
    expect([passes(row, 'new'), passes(row, 'changed'), passes(row, 'gains')]).toEqual([true, false, false]);
  });
});

it('stays out by its places where it is not ticked; what stands in no file cannot', () => {
  const rows = [claim('1', undefined), claim('2', undefined), { ...claim('3', {}), did: 'affected', places: [] } as ImportRow];
  expect(leftOutOf(rows, new Set(rows.slice(1).map(rowKey)))).toEqual([{ file: 'a.json', pointer: '/claims/2' }]);
});
