/** Nowhere in what is printed stands what only the curator calls a page or a body. */
import { expect, it } from 'vitest';
import { contextOf } from '../testing/narration-context.ts';
import { footnoteOf } from './footnotes.ts';
import { fullTitle, originTitle } from './source-title.ts';

const ctx = contextOf({
  voices: [
    { id: 'doj', name: 'US Department of Justice (prosecutors and court papers)', entities: ['department'] },
    { id: 'police', name: 'British investigators, body not named', entities: ['police'] },
    { id: 'host', name: 'Page carrying article 7, publisher not named' },
    { id: 'bare-host', name: 'Page carrying article 8, publisher not named' },
  ],
  sources: [
    { id: 'papers', kind: 'court papers', voice: 'doj' },
    { id: 'page', kind: 'web page', voice: 'host', url: 'https://www.example.org/7' },
    { id: 'bare-page', kind: 'web page', voice: 'bare-host' },
  ],
  entities: [
    { id: 'department', type: 'Agency', names: [{ text: 'US Department of Justice', lang: 'en', kind: 'primary' }] },
    { id: 'police', type: 'Agency', names: [{ text: 'British investigators, none named', lang: 'en', kind: 'label' }] },
  ],
  predicates: [{ id: 'met' }],
  claims: [{ id: 'c', predicate: 'met', citations: [{ source: 'papers' }] }],
});

it.each([
  ['doj', 'US Department of Justice'],
  ['police', 'British investigators'],
  ['host', 'An unsigned page on the site example.org, address in the list of sources'],
  ['bare-host', 'An unsigned page'],
  ['not-there', 'not-there'],
])('the origin %s is told as “%s”', (voice, title) => {
  expect(originTitle(voice, ['papers', 'page', 'bare-page'], ctx)).toBe(title);
});

it('a footnote names the body of a text without publisher, and not what the curator notes of it', () => {
  const [citation] = ctx.records.citations.get('c') ?? [];
  expect(citation && footnoteOf(citation, ctx)).toMatch(/^US Department of Justice, /);
});

it('the author of a text without publisher, whose own word it is, is named once', () => {
  const book = { ...ctx.records.sources.get('papers')!, authors: ['Matthew Levitt'], title: 'On diplomats' };
  expect(fullTitle(book, { name: 'Matthew Levitt', entities: ['levitt'] })).toBe('Matthew Levitt, “On diplomats”');
});

it('in the list of sources a page without a signature begins with a capital, and does not point to that list', () => {
  const [page, papers] = ['page', 'papers'].map((id) => ctx.records.sources.get(id)!);
  expect(fullTitle(page!, undefined, true)).toBe('An unsigned page on the site example.org');
  expect(fullTitle(page!, undefined)).toBe('an unsigned page on the site example.org, address in the list of sources');
  expect(fullTitle(papers!, { name: 'themediaexpress', entities: [] }, true)).toBe('themediaexpress');
});
