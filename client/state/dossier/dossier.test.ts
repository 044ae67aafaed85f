import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dossierParts } from '../../../server/contract/dossier-parts.ts';
import { namesPerson } from '../names-person.ts';
import { added, asDossier, dossierKey, type Dossier, holds, moved, NO_DOSSIER, type Part, putBack, sentParts, without } from './dossier.ts';

const path: Part = { kind: 'path', entities: ['a', 'b'], claims: ['c'] };
const claim = (id: string): Part => ({ kind: 'claim', id });
const keys = ({ parts }: Dossier) => parts.map(({ key }) => key);

describe('a dossier that is composed', () => {
  it('takes each path, claim and entry once, a lead at its head, and own texts as often as they are written', () => {
    const one = added(NO_DOSSIER, [path, claim('c'), { kind: 'text', text: '' }, { kind: 'text', text: '' }]);
    const two = added(one, [{ ...path, gate: { leaveOut: true } }, claim('d'), { kind: 'lead', text: '' }, { kind: 'answer' }]);
    expect(two.parts.map(({ part }) => part.kind)).toEqual(['lead', 'path', 'claim', 'text', 'text', 'claim', 'answer']);
    expect(new Set(keys(two)).size).toBe(7);
    expect(holds(two, { ...path, gate: { override: 'x' } })).toBe(true);
  });
  it('loses and doubles nothing, wherever parts are moved, and puts back what was taken out', () => {
    const whole = added(NO_DOSSIER, ['a', 'b', 'c', 'd', 'e'].map(claim));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: -1, max: 6 }), fc.integer({ min: -1, max: 6 })), { maxLength: 20 }), fc.nat(4), (moves, at) => {
        let now = whole;
        for (const [from, to] of moves) now = moved(now, from, to);
        expect(keys(now).toSorted()).toEqual(keys(whole));
        expect(putBack(without(now, at), at, now.parts[at]!)).toEqual(now);
      }),
    );
    expect(keys(moved(whole, 0, 2))).toEqual([2, 3, 1, 4, 5]);
    expect(moved(whole, 0, -1)).toBe(whole);
  });
  it('sends no own text without a word, each other part as the server takes it', () => {
    const whole = added(NO_DOSSIER, [
      { kind: 'lead', text: ' ' },
      { kind: 'text', heading: '', text: 'Mine.' },
      { kind: 'text', heading: ' ' },
      path,
      { kind: 'answer' },
    ]);
    const sent = sentParts(whole);
    expect(sent.map(({ at }) => at)).toEqual([1, 3, 4]);
    expect(sent[0]?.part).toEqual({ kind: 'text', text: 'Mine.' });
    expect(dossierParts.safeParse(sent.map(({ part }) => part)).success).toBe(true);
  });
  it('is begun anew where what was kept has another shape', () => {
    const whole = added(NO_DOSSIER, [path]);
    expect(asDossier(JSON.parse(JSON.stringify(whole)) as Dossier)).toEqual(whole);
    expect(asDossier({ title: 'T' })).toEqual(NO_DOSSIER);
  });
  it('is kept for each choice of cases, and found by whom it names', () => {
    expect(dossierKey([])).not.toBe(dossierKey(['one']));
    expect(dossierKey(['b', 'a'])).toBe(dossierKey(['a', 'b']));
    const names = namesPerson({ id: 'ann-lee', names: ['Ann Lee'], words: ['Lee'] });
    expect(names(added(NO_DOSSIER, [{ kind: 'text', text: 'Ann Lee paid.' }]))).toBe(true);
    expect(names(added(NO_DOSSIER, [{ ...path, entities: ['ann-lee', 'b'] } as Part]))).toBe(true);
    expect(names(added(NO_DOSSIER, [path]))).toBe(false);
  });
});
