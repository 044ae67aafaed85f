// @vitest-environment happy-dom
/** The mapping of a table: every part shows its column, a change is sampled anew and may be agreed to, and what is at fault may not. */
import { act } from 'react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { TableSample } from '../../../../server/contract/routes/imports.ts';
import type { ClaimsMapping, TableMapping } from '../../../../server/contract/table-mapping.ts';
import { words } from '../../../i18n/messages.ts';
import { PREDICATES } from '../../../testing/build-desk.ts';
import { rendered, type Rendered } from '../../../testing/render.ts';
import { keepMappings, keptMappings } from './kept-mappings.ts';
import { MappingPanel } from './mapping-panel.tsx';

const t = words.imports.mapping;
const mapping: ClaimsMapping = {
  heads: ['Von', 'An', 'Wie', 'Rest'],
  rows: 'claims',
  ends: 'names',
  subject: 'Von',
  object: 'An',
  objectIs: 'entity',
  subjectType: { fixed: 'Person' },
  objectType: { column: 'Rest' },
  predicate: { column: 'Wie' },
};
const table = (more: Partial<TableSample> = {}): TableSample => ({
  file: 'netz.csv',
  heads: mapping.heads,
  separator: ';',
  encoding: 'windows-1252',
  mapping,
  given: false,
  notTaken: [],
  faults: [],
  sample: [
    { line: 2, cells: ['Ada', 'Bund', 'kennt', 'x'], sentence: 'Ada knows Bund' },
    { line: 3, cells: ['', 'Bund', 'kennt', 'Amt'], rejected: { reason: 'it has no subject', remedy: 'fill it' } },
    { line: 4, cells: ['<b>A</b>', '=1+1', 'kennt', 'x'], rejected: { reason: 'its type “x” is none', remedy: 'say it' } },
  ],
  alike: [{ cell: 'Ada', entities: [{ id: 'ada-alder', name: 'Ada Alder', type: 'Person' }] }],
  ...more,
});
let page: Rendered;
let sent: TableMapping[][];
let onMapped: ReturnType<typeof vi.fn<(mappings: readonly TableMapping[]) => void>>;
const show = (given: TableSample[]): void => {
  const client = new QueryClient();
  client.setQueryData(['predicates'], { predicates: PREDICATES });
  page = rendered(
    <QueryClientProvider client={client}>
      <MappingPanel files={[{ name: 'netz.csv', file: new File(['Von;An\nA;B\n'], 'netz.csv') }]} given={given} onMapped={onMapped} />
    </QueryClientProvider>,
  );
};
const field = (label: string) => page.find<HTMLSelectElement>('select', label)!;
const choose = (label: string, option: string): void =>
  act(() => {
    const select = field(label);
    const value = [...select.options].find(({ textContent }) => textContent === option)!.value;
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')!.set!.call(select, value);
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
const settled = () => act(() => new Promise((done) => setTimeout(done, 400)));

beforeEach(() => {
  localStorage.clear();
  sent = [];
  onMapped = vi.fn();
  // The server tells what it is given as it was.
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    const { tables } = JSON.parse((init.body as FormData).get('mapping') as string) as { tables: TableMapping[] };
    sent.push(tables);
    return new Response(JSON.stringify({ tables: tables.map((one) => table({ mapping: one, given: true, notTaken: ['Rest'] })) }), {
      headers: { 'content-type': 'application/json' },
    });
  });
});
afterEach(() => {
  page.end();
  vi.unstubAllGlobals();
});

it('shows each part with its column, the rows as sentences, and why a row is not taken; markup in a cell is text', () => {
  show([table()]);
  expect(field(t.parts.subject).selectedOptions[0]?.textContent).toBe('Von');
  expect(field(t.parts.predicate).selectedOptions[0]?.textContent).toBe('Wie');
  expect(field(t.parts.objectType).selectedOptions[0]?.textContent).toBe('Rest');
  expect(field(t.parts.note).selectedOptions[0]?.textContent).toBe(t.none);
  expect(page.text()).toContain('Ada knows Bund');
  expect(page.text()).toContain('it has no subject; fill it');
  expect(page.text()).toContain('<b>A</b> · =1+1');
  expect(page.host.querySelector('.map-sample b')?.textContent).toBe(t.rejected);
  expect(page.text()).toContain(t.encodings['windows-1252']);
});
it('samples a change, and what is agreed to is what was sampled', async () => {
  show([table()]);
  choose(t.parts.note, 'Rest');
  choose(t.parts.predicate, 'met-with');
  await settled();
  expect(sent).toEqual([[{ ...mapping, note: 'Rest', predicate: { id: 'met-with' } }]]);
  expect(page.text()).toContain('“Rest”');
  act(() => page.find('button', t.plan)!.click());
  expect(onMapped).toHaveBeenCalledWith(sent[0]);
});
it('matches an entity of the case, a predicate and a type only where they are chosen, and takes the choice back', async () => {
  show([table()]);
  choose(t.meaningOf('Ada'), `Ada Alder (${words.type.Person})`);
  choose(t.meaningOf('kennt'), 'hired');
  choose(t.meaningOf('x'), words.type.Item);
  await settled();
  expect(sent.at(-1)).toEqual([
    { ...mapping, entities: [{ cell: 'Ada', id: 'ada-alder' }], predicates: [{ cell: 'kennt', id: 'hired' }], types: [{ cell: 'x', type: 'Item' }] },
  ]);
  choose(t.meaningOf('Ada'), t.own);
  await settled();
  expect(sent.at(-1)).toMatchObject([{ entities: [] }]);
});
it('asks for types only where names stand at the ends, and turns a table of links into one of entities', async () => {
  show([table()]);
  choose(t.ends, t.endsAre.ids);
  expect(field(t.parts.subjectType)).toBeUndefined();
  choose(t.rows, t.rowsAre.entities);
  await settled();
  expect(sent.at(-1)).toEqual([{ heads: mapping.heads, rows: 'entities', id: 'Von', name: 'An', type: { fixed: 'Person' } }]);
});
it('what is always the same is no part of it before it is typed', async () => {
  show([table()]);
  choose(t.parts.sourceTitle, t.always);
  await settled();
  expect(sent.at(-1)).toEqual([mapping]);
  page.type(`input[aria-label="${t.alwaysOf(t.parts.sourceTitle)}"]`, 'A book');
  await settled();
  expect(sent.at(-1)).toEqual([{ ...mapping, sourceTitle: { fixed: 'A book' } }]);
});
it('that is at fault says why, and cannot be agreed to', () => {
  show([table({ faults: [{ code: 'table-cell', message: 'a quote is open', remedy: 'close it' }] })]);
  expect(page.text()).toContain('a quote is open: close it');
  expect(page.find<HTMLButtonElement>('button', t.plan)?.disabled).toBe(true);
});
it('is kept by the names in the head, whatever their order; the newest counts, and what is broken is forgotten', () => {
  show([table()]);
  keepMappings([mapping]);
  keepMappings([{ ...mapping, heads: mapping.heads.toReversed(), note: 'Rest' }]);
  expect(keptMappings()).toMatchObject([{ note: 'Rest' }]);
  localStorage.setItem('attest-mappings', JSON.stringify([{ rows: 'claims' }, mapping]));
  expect(keptMappings()).toEqual([mapping]);
  localStorage.setItem('attest-mappings', '{');
  expect(keptMappings()).toEqual([]);
});
