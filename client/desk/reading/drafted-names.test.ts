/** Names of the draft are known in a text as those of the case are. */
import { expect, it } from 'vitest';
import { emptyDraft } from '../../state/draft/draft-change.ts';
import { withDraftedNames } from './drafted-names.ts';

const paragraphs = [{ text: 'Yesterday Vera Lund met a man of Port Ellin. Lund left.' }, { text: 'Nobody else, says Ann Lee of the Harbour Guild.' }];
const none = { names: [], possible: [], called: [], revision: 1 };
const draft = (...named: [string, string, string][]) => ({
  ...emptyDraft('case'),
  entries: named.map(([id, type, text]) => ({
    kind: 'entity' as const,
    id,
    name: text,
    record: { id, type, names: [{ text, lang: 'en', kind: 'primary' }] },
    names: [],
    revision: 1,
  })),
});
const words = (found: { paragraph: number; start: number; end: number }[]) =>
  found.map(({ paragraph, start, end }) => paragraphs[paragraph - 1]!.text.slice(start, end));

it('each where it stands, a person by the last word too, and no more as possible names', () => {
  const at = paragraphs[0]!.text.indexOf('Vera');
  const read = withDraftedNames({ ...none, possible: [{ paragraph: 1, start: at, end: at + 9 }] }, paragraphs, [draft(['vera', 'Person', 'Vera Lund'])]);
  expect(words(read.names)).toEqual(['Vera Lund', 'Lund']);
  expect(read.names.every(({ entities }) => entities.join() === 'vera')).toBe(true);
  expect(read.possible).toEqual([]);
  expect(read.called).toEqual([{ id: 'vera', name: 'Vera Lund', type: 'Person' }]);
});
it('beside those of the case: the longer name stands, and two of one name are both known', () => {
  const [guild, ann] = ['Harbour', 'Ann Lee'].map((name) => ({
    paragraph: 2,
    start: paragraphs[1]!.text.indexOf(name),
    end: paragraphs[1]!.text.indexOf(name) + name.length,
  }));
  const case1 = {
    ...none,
    names: [
      { ...ann!, entities: ['ann'] },
      { ...guild!, entities: ['harbour'] },
    ],
    called: [
      { id: 'ann', name: 'Ann Lee', type: 'Person' as const },
      { id: 'harbour', name: 'Harbour', type: 'Place' as const },
    ],
  };
  const read = withDraftedNames(case1, paragraphs, [draft(['other-ann', 'Person', 'Ann Lee'], ['guild', 'Organization', 'Harbour Guild'])]);
  expect(words(read.names)).toEqual(['Ann Lee', 'Harbour Guild']);
  expect(read.names.map(({ entities }) => entities)).toEqual([['ann', 'other-ann'], ['guild']]);
});
it('nothing is changed where no entity is drafted', () => expect(withDraftedNames(none, paragraphs, [emptyDraft('case')])).toBe(none));
