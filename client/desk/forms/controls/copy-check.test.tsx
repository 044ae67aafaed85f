// @vitest-environment happy-dom
/** Words copied from the text beside which a form is filled in are told beside the field, whatever it holds; names proper and titles are no copies. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { words } from '../../../i18n/messages.ts';
import { openForms } from '../../../state/draft/open-forms.ts';
import { textRead, textSummary } from '../../../testing/build-desk.ts';
import type { Rendered } from '../../../testing/render.ts';
import { json, renderedInPage, settled } from '../../../testing/render-in-page.tsx';
import { RecordForm } from '../record-form.tsx';

const PARAGRAPHS = [
  'The Courier',
  'He set fire to the old harbour office at night.',
  'Nothing else.',
  'It was the work of the National Council of Resistance of Iran.',
];
const COPY = 'set fire to the old harbour office at night';
let page: Rendered | undefined;

beforeEach(() => {
  sessionStorage.clear();
  vi.stubGlobal('fetch', (address: string) => {
    const { pathname } = new URL(address, 'http://here');
    if (pathname === '/api/texts') return Promise.resolve(json({ texts: [textSummary('harbour', 'courier')], revision: 7 }));
    if (pathname === '/api/sources/courier/text') return Promise.resolve(json(textRead('courier', PARAGRAPHS)));
    if (pathname === '/api/entities') return Promise.resolve(json({ results: [], total: 0, revision: 7 }));
    return Promise.resolve(json({ datasets: [], revision: 7 }));
  });
});
afterEach(() => {
  page?.end();
  openForms.close();
  vi.unstubAllGlobals();
});

it.each([
  ['a name', 'entity', { id: 'e', type: 'Plot', names: [{ text: COPY, lang: 'en', kind: 'primary' }] }, 9, 2],
  ['a kind', 'entity', { id: 'e', type: 'Plot', kind: COPY, names: [{ text: 'A fire', lang: 'en', kind: 'label' }] }, 9, 2],
  ['a reason', 'identity', { a: 'x', b: 'y', decision: 'unsure', why: `because ${COPY}` }, 9, 2],
  ['a name proper', 'entity', { id: 'e', type: 'Group', names: [{ text: 'National Council of Resistance of Iran', lang: 'en', kind: 'primary' }] }, 0, 0],
  ['a title', 'source', { id: 's', kind: 'article', title: 'He set fire to the old harbour office', voice: 'v', seen: true }, 0, 0],
  ['own words', 'entity', { id: 'e', type: 'Plot', names: [{ text: 'A fire in an office by the sea', lang: 'en', kind: 'label' }] }, 0, 0],
] as const)('%s is compared with the text', async (_, kind, begun, length, paragraph) => {
  openForms.open({ form: 'claim', passage: { source: 'courier', paragraph: 2 } });
  page = renderedInPage(<RecordForm kind={kind} dataset="harbour" begun={begun} onAdded={vi.fn()} onClose={vi.fn()} />);
  const told = words.claimForm.copied(length, paragraph);
  for (let i = 0; i < 40 && !(length > 0 && page.text().includes(told)); i += 1) await settled(20);
  if (length > 0) expect(page.text()).toContain(told);
  else expect(page.text()).not.toContain('in a row are those of');
});
