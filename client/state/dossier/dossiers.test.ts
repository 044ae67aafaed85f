// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { keptForms } from '../kept-forms.ts';
import { namesPerson } from '../names-person.ts';
import { added, type Dossier, dossierKey, NO_DOSSIER } from './dossier.ts';
import { beginDossier, dossiersOf, openAgain, openDossier } from './dossiers.ts';

const CASES = ['one'];
const all = () => dossiersOf(keptForms.all(), CASES);
const put = (key: string, dossier: Partial<Dossier>): void => keptForms.change(key, NO_DOSSIER, (kept) => ({ ...kept, ...dossier }));
/** One millisecond later, because what was changed last is open. */
const later = (): void => void vi.advanceTimersByTime(1);

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers({ now: 1_000_000 });
  return () => vi.useRealTimers();
});

describe('the dossiers of a case', () => {
  it('are one that holds nothing while none is kept, and no other is begun beside it', () => {
    expect(all()).toEqual([{ key: dossierKey(CASES), number: 1, dossier: NO_DOSSIER }]);
    expect(beginDossier(CASES, openDossier(CASES))).toBe(dossierKey(CASES));
  });
  it('take the one of the time when there was one alone as their first, and open the one that was changed last', () => {
    const first = dossierKey(CASES);
    put(first, added(NO_DOSSIER, [{ kind: 'claim', id: 'a' }]));
    later();
    const second = beginDossier(CASES, first);
    put(second, { title: 'Second' });
    expect(all().map(({ number, dossier }) => [number, dossier.title])).toEqual([
      [1, ''],
      [2, 'Second'],
    ]);
    expect(openDossier(CASES)).toBe(second);
    later();
    openAgain(first);
    expect(openDossier(CASES)).toBe(first);
    expect(all()[0]?.dossier.parts).toHaveLength(1);
    later();
    keptForms.throwAway(first);
    expect(openDossier(CASES)).toBe(second);
    put(beginDossier(CASES, second), { title: 'Third' });
    expect(all().map(({ number }) => number)).toEqual([2, 3]);
  });
  it('are not those of other cases, and go one by one where one names a person who is redacted', () => {
    put(dossierKey(['one', 'two']), { title: 'Of two cases' });
    put(dossierKey(CASES), { title: 'On Ann Lee' });
    put(`${dossierKey(CASES)} #2`, { title: 'Another' });
    put(`${dossierKey(CASES)} #x`, { title: 'No number' });
    keptForms.throwAwayNaming(namesPerson({ id: 'ann-lee', names: ['Ann Lee'], words: ['Lee'] }));
    expect(all().map(({ dossier }) => dossier.title)).toEqual(['Another']);
  });
});
