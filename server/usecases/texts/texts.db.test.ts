/** The private texts of sources on genuine Neo4j: kept, replaced, deleted; what is cited from them; and that no export holds one. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testNeo4j } from '../../../test-support/test-neo4j.ts';
import { API_LIMITS } from '../../contract/parts.ts';
import { ROUTES } from '../../contract/routes.ts';
import { EXPORT_FORMATS } from '../../contract/routes/exports.ts';
import type { Records } from '../../domain/model/records.ts';
import { copiedRun, isProperName, runsOf } from '../../domain/texts/copied-words.ts';
import { paragraphsOf } from '../../domain/texts/paragraphs.ts';
import type { Database } from '../../store/connect.ts';
import { commitChange } from '../editing/commit-change.ts';
import { checkExport } from '../publishing/check-export.ts';
import { writeExport } from '../publishing/write-export.ts';
import { curatedCase } from '../testing/curated-case.ts';
import { openTestDatabase, storeRecords } from '../testing/store-records.ts';
import { deleteText } from './delete-text.ts';
import { keepPassages } from './keep-passages.ts';
import { listTexts } from './list-texts.ts';
import { putText } from './put-text.ts';
import { readPassages } from './read-passages.ts';
import { readText } from './read-text.ts';
import { readTextNames } from './read-text-names.ts';

const SOURCES = ['courier-2023', 'courier-2024', 'league-2024'];
const folder = new URL('../../../fixtures/cases/demonstration/', import.meta.url);
const textOf = (source: string) => readFileSync(new URL(`${source}.txt`, folder), 'utf8');

let db: Database;
let records: Records;
beforeAll(async () => {
  db = await openTestDatabase(testNeo4j());
  records = curatedCase('demonstration');
  await storeRecords(db, records);
}, 240_000);
beforeEach(() => db.write(randomUUID(), (tx) => tx.run('MATCH (n:_Text|_Anchor) DELETE n', {})));
afterAll(() => db.close());

const put = (source: string, text: string, revision = 0, operation: string = randomUUID()) =>
  putText(db, { params: { id: source }, body: { text, language: 'en', revision, operation } });
const read = (source: string) => readText(db, { params: { id: source } });

describe('the text of a source', { timeout: 240_000 }, () => {
  it('is read as it is kept: composed, by paragraphs, with its digest, and replaced by revision', async () => {
    const first = await put('courier-2023', '\uFEFFCafe\u0301.\r\n\r\n  Two. \r\n');
    expect(first.text).toMatchObject({ source: 'courier-2023', language: 'en', revision: 1, paragraphs: 2, characters: 10 });
    expect((await read('courier-2023')).paragraphs.map(({ text }) => text)).toEqual(['Café.', 'Two.']);
    // The same text in another form has the same digest.
    expect((await put('courier-2023', 'Café.\n\n\nTwo.', 1)).text).toMatchObject({ sha256: first.text.sha256, revision: 2 });
    await expect(put('courier-2023', 'Three.', 1)).rejects.toMatchObject({ code: 'conflict' });
    expect((await read('courier-2023')).text.revision).toBe(2);
  });
  it('is kept once for its operation', async () => {
    const operation = randomUUID();
    await put('courier-2023', 'One.', 0, operation);
    expect((await put('courier-2023', 'One.', 0, operation)).text.revision).toBe(1);
  });
  it('leaves the revision of the case as it is', async () => {
    const before = await db.ready();
    await put('courier-2023', 'One.');
    expect(await db.ready()).toEqual(before);
  });
  it('is refused by name where nothing in it shows, where it is too large, and of a source nobody has', async () => {
    await expect(put('courier-2023', '\u200E \n')).rejects.toMatchObject({ code: 'refused' });
    await expect(put('courier-2023', 'é'.repeat(API_LIMITS.textBytes / 2 + 1))).rejects.toMatchObject({
      code: 'too-large',
      details: { limit: { name: 'textBytes', value: API_LIMITS.textBytes } },
    });
    await expect(put('constructor', 'One.')).rejects.toMatchObject({ code: 'not-found' });
    await expect(read('courier-2023')).rejects.toMatchObject({ code: 'not-found' });
  });
  it('goes with its source', async () => {
    const change = {
      dataset: 'demonstration',
      revision: (await db.ready()).revision,
      records: { sources: [{ id: 'leaflet', kind: 'leaflet', title: 'A leaflet', voice: 'courier', seen: true }] },
      remove: [],
      who: 'Ada',
      why: 'a test',
    };
    await commitChange(db, { body: { ...change, operation: randomUUID() } });
    await put('leaflet', 'A leaflet nobody cites.');
    const { revision } = await db.ready();
    await commitChange(db, { body: { ...change, revision, records: {}, remove: [{ kind: 'source', id: 'leaflet' }], operation: randomUUID() } });
    expect(await db.read((tx) => tx.run('MATCH (t:_Text {source: $id}) RETURN count(t) AS n', { id: 'leaflet' }))).toEqual([{ n: 0 }]);
  });
});

describe('what is cited from a text', { timeout: 240_000 }, () => {
  it('stands in the paragraph it was curated from: all citations of the case, none an orphan', async () => {
    for (const source of SOURCES) await put(source, textOf(source));
    const { texts } = await listTexts(db);
    expect(texts.map(({ source, orphans }) => [source, orphans])).toEqual(SOURCES.map((source) => [source, 0]));
    const seen = new Set<string>();
    for (const { source, carrying } of texts) {
      const { passages } = await readPassages(db, { params: { id: source } });
      const { orphans, paragraphs } = await read(source);
      expect(orphans).toEqual([]);
      const cited = passages.flatMap(({ citation }) => (citation.locator && 'paragraph' in citation.locator ? [citation.locator.paragraph] : []));
      expect([...new Set(cited)]).toEqual(carrying);
      expect(Math.max(...cited)).toBeLessThanOrEqual(paragraphs.length);
      for (const { citation } of passages) seen.add(citation.id);
    }
    const all = [...records.citations.values()].flat().filter(({ source }) => SOURCES.includes(source));
    expect([...seen].sort()).toEqual(all.map(({ id }) => id).sort());
  });
  it('is an orphan once another version has another paragraph there, is never moved, and is right again where somebody says so', async () => {
    const text = textOf('courier-2023');
    await put('courier-2023', text);
    const inserted = `A paragraph that was not there.\n${text}`;
    const { orphans, text: second } = await put('courier-2023', inserted, 1);
    const all = (await readPassages(db, { params: { id: 'courier-2023' } })).passages.map(({ citation }) => citation);
    expect(orphans.map(({ citation }) => citation).sort()).toEqual(all.map(({ id }) => id).sort());
    const paragraphs = paragraphsOf(text);
    for (const { paragraph, words } of orphans) expect(words?.exact).toBe(paragraphs[paragraph - 1]);
    const [one] = orphans;
    if (!one) return expect.fail('no orphan');
    const keep = (revision: number) =>
      keepPassages(db, { params: { id: 'courier-2023' }, body: { citations: [one.citation], revision, operation: randomUUID() } });
    await expect(keep(1)).rejects.toMatchObject({ code: 'conflict' });
    expect((await keep(second.revision)).orphans).toHaveLength(orphans.length - 1);
    // The version before brings back all that nobody has set anew; what was set anew now stands elsewhere.
    expect((await put('courier-2023', text, second.revision)).orphans.map(({ citation }) => citation)).toEqual([one.citation]);
  });
  it('is known by digest after the text was deleted, without its words', async () => {
    await put('courier-2023', textOf('courier-2023'));
    await expect(deleteText(db, { params: { id: 'courier-2023' }, query: { revision: 3, operation: randomUUID() } })).rejects.toMatchObject({
      code: 'conflict',
    });
    await deleteText(db, { params: { id: 'courier-2023' }, query: { revision: 1, operation: randomUUID() } });
    const words = await db.read((tx) => tx.run('MATCH (a:_Anchor) WHERE a.words IS NOT NULL RETURN count(a) AS n', {}));
    expect(words).toEqual([{ n: 0 }]);
    const { orphans } = await put('courier-2023', `Another beginning.\n${textOf('courier-2023')}`);
    expect(orphans.length).toBeGreaterThan(0);
    expect(orphans.every(({ words: kept }) => kept === undefined)).toBe(true);
  });
});

describe('names in a text', { timeout: 240_000 }, () => {
  it('are those that the case knows, each where it stands', async () => {
    await put('courier-2023', textOf('courier-2023'));
    const { names, called } = await readTextNames(db, { params: { id: 'courier-2023' } });
    const { paragraphs } = await read('courier-2023');
    expect(names.length).toBeGreaterThan(5);
    const printed = new Map([...records.entities.values()].map((entity) => [entity.id, entity.names.map(({ text }) => text)]));
    for (const { paragraph, start, end, entities } of names) {
      const words = [...(paragraphs[paragraph - 1]?.text ?? '')].slice(start, end).join('');
      for (const id of entities) expect(printed.get(id)?.some((name) => name === words || name.endsWith(` ${words}`))).toBe(true);
    }
    expect(called.map(({ id }) => id)).toEqual([...new Set(names.flatMap(({ entities }) => entities))].sort());
  });
});

describe('no export', { timeout: 240_000 }, () => {
  it.each(EXPORT_FORMATS)('holds a text, nor six words of one in a row: %s', async (format) => {
    for (const source of SOURCES) await put(source, textOf(source));
    // Names, titles and what is quoted are the source's own words.
    const own = [
      ...[...records.entities.values()].flatMap(({ names }) => names.map(({ text }) => text).filter(isProperName)),
      ...[...records.sources.values()].flatMap(({ title }) => title ?? []),
      ...[...records.citations.values()].flat().flatMap(({ quote }) => quote ?? []),
      ...[...records.claims.values()].flatMap(({ object }) => (typeof object === 'object' && object.quoted ? [object.text] : [])),
    ];
    const runs = new Set(SOURCES.flatMap((source) => [...runsOf(textOf(source))]));
    for (const text of own) for (const run of runsOf(text)) runs.delete(run);
    expect(runs.size).toBeGreaterThan(100);
    const body = ROUTES.writeExport.body.parse({ format, datasets: ['demonstration'], gate: { override: 'a test' } });
    const file = await writeExport(db, { body });
    const parts: Uint8Array[] = [];
    for await (const chunk of file.chunks) parts.push(chunk);
    const bytes = Buffer.concat(parts);
    const isPacked = bytes.subarray(0, 2).toString() === 'PK';
    const written = isPacked
      ? Object.values(unzipSync(bytes))
          .map((part) => strFromU8(part))
          .join('\n')
      : bytes.toString('utf8');
    expect(written.length).toBeGreaterThan(1_000);
    // A sentence may name bodies one after the other as the text does: no run goes over a name.
    const names = [...records.entities.values()].flatMap((entity) => entity.names.map(({ text }) => text)).sort((a, b) => b.length - a.length);
    // A sentence writes a name as its place asks: "the fire in Lantern Street".
    const escaped = names.map((name) => name.replace(/^(?:an?|the) /i, '').replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
    const said = written.replace(new RegExp(escaped.join('|'), 'gi'), '\n').split('\n');
    expect(said.flatMap((line) => copiedRun(line, runs) ?? [])).toEqual([]);
  });
  it('leaves with words of a text in whatever field stands beside it, unless somebody answers for it with a reason', async () => {
    await put('courier-2023', textOf('courier-2023'));
    const [phrase = ''] = [...runsOf(paragraphsOf(textOf('courier-2023'))[5] ?? '')];
    const claim = { id: 'copying', subject: 'copied-plot', predicate: 'described-as', object: { text: 'a plan', lang: 'en' } };
    const cited = { source: 'courier-2023', locator: { paragraph: 2 }, paraphrase: 'It was planned.', standing: { level: 'reported' as const } };
    const refusedWith = async (title: string, more: { name?: string; citation?: object; object?: string }) => {
      const change = {
        dataset: 'demonstration',
        revision: (await db.ready()).revision,
        records: {
          entities: [{ id: 'copied-plot', type: 'Plot' as const, names: [{ text: more.name ?? 'A plan', lang: 'en', kind: 'primary' as const }] }],
          claims: [{ ...claim, object: { text: more.object ?? 'a plan', lang: 'en' }, citations: [{ ...cited, ...more.citation }] }],
        },
        remove: [],
        who: 'Ada',
        why: title,
        operation: randomUUID(),
      };
      await commitChange(db, { body: change as never });
      const body = ROUTES.checkExport.body.parse({ claims: ['copying'] });
      return (await checkExport(db, { body })).refused.filter(({ why }) => why === 'copied').map(({ kind, id }) => `${kind} ${id}`);
    };
    expect(await refusedWith('own words', {})).toEqual([]);
    expect(await refusedWith('a name', { name: `The plan: ${phrase}` })).toEqual(['entity copied-plot']);
    expect(await refusedWith('a paraphrase', { citation: { paraphrase: `They say ${phrase}.` } })).toEqual(['claim copying']);
    expect(await refusedWith('a hedge', { citation: { hedge: phrase } })).toEqual(['claim copying']);
    expect(await refusedWith('an object', { object: phrase })).toEqual(['claim copying']);
    expect(await refusedWith('a quotation', { citation: { quote: phrase } })).toEqual([]);
    const body = ROUTES.writeExport.body.parse({ format: 'markdown-dossier', claims: ['copying'] });
    await refusedWith('a paraphrase again', { citation: { paraphrase: `They say ${phrase}.` } });
    await expect(writeExport(db, { body })).rejects.toMatchObject({ code: 'gate-refused' });
  });
});
