/** A dossier composed of parts: previewed, refused, mended, and written in every form. */
import { randomUUID } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { testNeo4j } from '../../../test-support/test-neo4j.ts';
import { ROUTES } from '../../contract/routes.ts';
import type { NotebookEntry } from '../../domain/notebook/entries.ts';
import { checkPublication } from '../../domain/publishing/publication-gate.ts';
import { buildViewState } from '../../graph/resident/view-state.ts';
import { readExport } from '../../exchange/bundle/read-export.ts';
import { bytesOf } from '../../exchange/pack-files.ts';
import { recountDossier } from '../../exchange/testing/recount-dossier.ts';
import type { Database } from '../../store/connect.ts';
import { deleteEntry } from '../notebook/delete-entry.ts';
import { saveEntry } from '../notebook/save-entry.ts';
import type { InputOf } from '../route-types.ts';
import { curatedCase } from '../testing/curated-case.ts';
import { openTestDatabase, storeRecords } from '../testing/store-records.ts';
import { putText } from '../texts/put-text.ts';
import { tracePaths } from '../tracing/trace-paths.ts';
import { previewDossier } from './preview-dossier.ts';
import { writeExport } from './write-export.ts';

type Part = z.input<typeof ROUTES.previewDossier.body>['parts'][number];
let db: Database;
let paths: Extract<Part, { kind: 'path' }>[];
const records = curatedCase();
beforeAll(async () => {
  db = await openTestDatabase(testNeo4j());
  await storeRecords(db, records);
  const found = await tracePaths(db, { body: { from: { ids: ['rafat-amirov'] }, to: { ids: ['masih-alinejad'] }, switches: {} } });
  paths = found.paths.map(({ entities, hops }) => ({ kind: 'path', entities, claims: hops.map(({ best }) => best) }));
}, 240_000);
afterAll(() => db.close());

const preview = async (parts: Part[], more: object = {}) => {
  const answer = await previewDossier(db, { body: ROUTES.previewDossier.body.parse({ parts, ...more }) });
  return ROUTES.previewDossier.response.parse(answer);
};
const write = async (format: 'markdown-dossier' | 'html-dossier' | 'docx-dossier', parts: Part[], more: object = {}) =>
  bytesOf(await writeExport(db, { body: ROUTES.writeExport.body.parse({ format, parts, ...more }) }));
const keep = (id: string, entry: NotebookEntry, version = 0) =>
  saveEntry(db, { params: { id }, body: { who: 'Mira Holt', version, entry: entry as InputOf<typeof ROUTES.saveNotebookEntry>['body']['entry'] } });
const assessment = (mayGoOut: boolean): NotebookEntry => ({
  kind: 'assessment',
  question: 'Who held the strings?',
  about: [],
  state: 'leaning',
  words: 'The gang did, as far as is told.',
  for: paths[0]?.claims.slice(0, 1) ?? [],
  against: [[...records.claims.keys()].find((id) => !paths.some(({ claims }) => claims.includes(id))) ?? ''],
  wouldDecide: [],
  mayGoOut,
});
const leave = { leaveOut: true as const };
const HOSTILE = '<img src=x onerror=alert(1)> [x](javascript:alert(1)) </section><script>alert(1)</script>\n\n# Sources\n[^1]: no';

describe('a composed dossier', { timeout: 120_000 }, () => {
  it('is previewed part by part, and written with the same words', async () => {
    const [first, second] = paths;
    if (!first || !second) return expect.fail('no paths');
    const parts: Part[] = [
      { kind: 'lead', text: HOSTILE },
      { kind: 'answer' },
      { ...second, gate: leave },
      { ...first, gate: leave },
      { kind: 'text', heading: 'Another matter', text: 'Told by me.' },
      ...[...records.claims.keys()].slice(0, 5).map((id) => ({ kind: 'claim' as const, id, gate: leave })),
    ];
    const shown = await preview(parts, { title: 'Who says what' });
    expect(shown.parts).toHaveLength(10);
    expect(shown.html).not.toMatch(/<script|<img|javascript:alert\(1\)"|onerror=[^&]*>(?!.*&lt;)/);
    expect(shown.html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    const places = [...shown.html.matchAll(/<section data-part="(\d+)">/g)].map(([, place]) => Number(place));
    expect(places).toEqual(shown.parts.flatMap(({ state }, at) => (state === 'left-out' || state === 'empty' ? [] : [at])));
    expect(shown.html.match(/<section/g)?.length).toBe(shown.html.match(/<\/section>/g)?.length);
    expect(shown.mayWrite).toBe(true);
    const text = (await write('markdown-dossier', parts, { title: 'Who says what' })).toString('utf8');
    expect(recountDossier(text)).toEqual([]);
    expect(text).toMatch(/^# Who says what\n/);
    expect(text).toMatch(/ revision \d+\./);
    expect(text).toMatch(/SHA-256 of the lines claimsAsExported of the manifest\): [0-9a-f]{64}/);
    const page = (await write('html-dossier', parts, { title: 'Who says what' })).toString('utf8');
    const bare = (html: string) => html.replace(/<\/?section(?: data-part="\d+")?>\n/g, '').trim();
    expect(bare(page)).toContain(bare(shown.html).split('<hr class="footnotes-sep">')[0] ?? 'none');
    const word = await write('docx-dossier', parts, { title: 'Who says what' });
    const { value } = await mammoth.convertToHtml({ buffer: word });
    expect(value).toContain('Another matter');
    expect(value).toContain('The author’s own words, and no source.');
    expect(Object.keys(unzipSync(word))).toContain('word/footnotes.xml');
    for (const bytes of [Buffer.from(text), Buffer.from(page), word]) expect((await readExport(bytes)).faults).toEqual([]);
  });
  it('has its picture where it was put, as a vector drawing or as dots beside the Markdown', async () => {
    const path = paths[0]!;
    const positions = path.entities.map((id, i) => ({ id, x: i * 300, y: 0 }));
    const parts: Part[] = [{ kind: 'answer' }, { kind: 'picture', positions }, { ...path, gate: leave }];
    const { parts: facts } = await preview(parts);
    expect(facts[1]?.drawn).toMatchObject({ claims: path.claims.length, placed: true });
    expect((await preview([{ kind: 'picture' }, parts[2]!])).parts[0]?.drawn?.placed).toBe(false);
    for (const form of ['svg', 'png'] as const) {
      const archive = await write('markdown-dossier', parts, { pictureAs: form });
      const files = unzipSync(archive);
      expect(Object.keys(files)).toEqual(['dossier.md', 'manifest.json', `picture.${form}`]);
      expect(strFromU8(files['dossier.md']!)).toContain(`](picture.${form})`);
      const { manifest, faults } = await readExport(archive);
      expect(faults).toEqual([]);
      expect(manifest.files.map(({ name, mediaType }) => [name, mediaType])).toContainEqual([
        `picture.${form}`,
        form === 'svg' ? 'image/svg+xml' : 'image/png',
      ]);
      expect(await write('markdown-dossier', parts, { pictureAs: form })).toEqual(archive);
      const bag = await write('markdown-dossier', parts, { pictureAs: form, bundle: true });
      expect((await readExport(bag)).faults).toEqual([]);
      expect(Object.keys(unzipSync(bag)).some((name) => name.endsWith(`/data/picture.${form}`))).toBe(true);
    }
    await expect(write('html-dossier', parts, { pictureAs: 'png' })).rejects.toThrow();
  });
  it('waits for a choice on what is refused; left out it is listed, printed it says the reason', async () => {
    const ctx = buildViewState(records, 1, {});
    const refused =
      checkPublication(ctx, { entities: [], claims: records.claims.keys() }).refused.find(({ kind, id }) => kind === 'claim' && !paths[0]?.claims.includes(id))
        ?.id ?? 'none-is-refused';
    const parts = (gate?: Part['gate']): Part[] => [
      { kind: 'lead', text: 'In short.' },
      { ...paths[0]!, gate: leave },
      { kind: 'claim', id: refused, gate },
    ];
    const shown = await preview(parts());
    expect(shown.parts[2]).toMatchObject({ state: 'refused', alsoGoes: [] });
    expect(shown.mayWrite).toBe(false);
    expect(shown.html).toContain('<section data-part="2">');
    await expect(write('html-dossier', parts())).rejects.toMatchObject({ code: 'gate-refused' });
    const left = await preview(parts(leave));
    expect(left.parts[2]?.state).toBe('left-out');
    expect(left.html).not.toContain('<section data-part="2">');
    expect(left.html).toContain('Left out at the publication gate');
    expect((await preview(parts({ override: 'Read on paper by the editor.' }))).parts[2]?.state).toBe('override');
    expect((await write('markdown-dossier', parts({ override: 'Read on paper by the editor.' }))).toString('utf8')).toContain(
      'Reason: Read on paper by the editor.',
    );
  });
  it('holds an assessment only where it is marked as one that may go out, and the claims of it that are here by their numbers', async () => {
    await keep('a-1', assessment(false));
    await keep('n-1', { kind: 'note', about: { kind: 'entity', id: 'iran' }, text: 'Ask the court.' });
    const parts: Part[] = [
      { ...paths[0]!, gate: leave },
      { kind: 'assessment', id: 'a-1' },
      { kind: 'note', id: 'n-1' },
      { kind: 'note', id: 'n-2' },
    ];
    const shown = await preview(parts);
    expect(shown.parts.map(({ state }) => state).slice(1)).toEqual(['refused', 'stands', 'refused']);
    expect(shown.refused.map(({ why }) => why)).toEqual(expect.arrayContaining(['not-cleared', 'deleted']));
    expect(shown.html).not.toContain('The gang did');
    await expect(write('markdown-dossier', parts)).rejects.toMatchObject({ code: 'gate-refused' });
    // No reason prints what nobody cleared.
    await expect(write('markdown-dossier', [parts[0]!, { kind: 'assessment', id: 'a-1', gate: { override: 'I want it.' } }])).rejects.toMatchObject({
      code: 'gate-refused',
    });
    await keep('a-1', assessment(true), 1);
    const text = (await write('markdown-dossier', parts.slice(0, 3))).toString('utf8');
    expect(text).toContain(
      '## Who held the strings?\n\n> The gang did, as far as is told.\n>\n> *The author’s own words, and no source. Assessment: leaning.*',
    );
    expect(text).toContain('- Speaks for it: C1.');
    expect(text).toContain('- Speaks against it: 1 claim not in this dossier.');
    expect(text).toContain('> Ask the court.\n>\n> *A note of the author’s own, and no source.*');
    await deleteEntry(db, { params: { id: 'n-1' }, query: { version: 1 } });
    expect((await preview(parts)).parts[2]?.state).toBe('refused');
  });
  it('refuses own words that copy a private text, of whatever source, also in its title', async () => {
    const source =
      [...records.sources.keys()].find(
        (id) => !paths.some(({ claims }) => claims.some((claim) => records.citations.get(claim)?.some((one) => one.source === id))),
      ) ?? '';
    await putText(db, {
      params: { id: source },
      body: { text: 'A heading.\n\nNobody knew whither the grey horses had gone that night.', language: 'en', revision: 0, operation: randomUUID() },
    });
    const copied = 'Whither the grey horses had gone: a title';
    const parts: Part[] = [
      { kind: 'lead', text: 'Nobody knew, whither the GREY horses had gone.' },
      { ...paths[0]!, gate: leave },
    ];
    const shown = await preview(parts, { title: copied });
    expect(shown.parts[0]).toMatchObject({ state: 'refused' });
    expect(shown.refused.filter(({ kind }) => kind === 'words').map(({ id, why }) => [id, why])).toEqual([
      ['0', 'copied'],
      ['title', 'copied'],
    ]);
    await expect(write('html-dossier', parts)).rejects.toMatchObject({ code: 'gate-refused' });
    const text = (await write('markdown-dossier', [{ ...parts[0]!, gate: leave }, parts[1]!])).toString('utf8');
    expect(text).toContain('A text of the author’s own (Six words or more in a row stand as in the private text of a source)');
    expect(text).not.toMatch(/grey horses/i);
  });
  it('names no private person in danger, in own words either', async () => {
    const name = 'Faramarz Irani';
    const claim = [...records.claims.values()].find(({ subject, object }) => [subject, object].includes('faramarz-irani'))?.id ?? 'none-names-the-person';
    const parts: Part[] = [
      { kind: 'lead', text: `They spared ${name} nothing.` },
      { ...paths[0]!, gate: leave },
      { kind: 'claim', id: claim, gate: leave },
    ];
    const shown = await preview(parts);
    expect(shown.parts.map(({ state }) => state)).toEqual(['refused', 'stands', 'left-out']);
    await expect(write('markdown-dossier', parts)).rejects.toMatchObject({ code: 'gate-refused' });
    const text = (
      await write(
        'markdown-dossier',
        parts.map((part) => ({ ...part, gate: leave })),
      )
    ).toString('utf8');
    expect(text).not.toContain(name);
    expect(text).toContain('A text of the author’s own (This person is private and in danger');
  });
  it('tells that two are not linked, with what is on record of them', async () => {
    const trace = { from: { ids: ['hadi-matar'] }, to: { ids: ['irgc'] } };
    const text = (
      await write('markdown-dossier', [
        { kind: 'lead', text: 'Not linked.' },
        { kind: 'answer', trace, gate: leave },
      ])
    ).toString('utf8');
    expect(text).toContain('not linked');
    expect(text).toContain('## Answer');
    expect(recountDossier(text)).toEqual([]);
    // Where there is a path it is told only if it was chosen.
    const linked = { from: { ids: ['rafat-amirov'] }, to: { ids: ['masih-alinejad'] } };
    const shown = await preview([
      { kind: 'claim', id: [...records.claims.keys()][0] ?? '' },
      { kind: 'answer', trace: linked },
    ]);
    expect(shown.parts[1]?.state).toBe('empty');
    expect(shown.figures.claims).toBeLessThan(5);
  });
  it('says how many paths of its trace were not chosen', async () => {
    const trace = { from: { ids: ['rafat-amirov'] }, to: { ids: ['masih-alinejad'] } };
    const [first] = paths;
    if (!first || paths.length < 3) return expect.fail('too few paths');
    const some = (
      await preview([
        { kind: 'answer', trace },
        { ...first, gate: leave },
      ])
    ).html;
    expect(some).toContain(`${paths.length - 1} further paths that this trace found were not chosen, and are not told here.`);
    const all = (await preview([{ kind: 'answer', trace }, ...paths.map((path) => ({ ...path, gate: leave }))])).html;
    expect(all).toContain('paths told from');
    expect(all).not.toContain('not chosen');
  });
  it('stands beside no other choice, and names nothing twice', () => {
    const parts = [{ kind: 'lead', text: 'x' }];
    const faults = (body: object) => ROUTES.writeExport.body.safeParse(body).success;
    expect(faults({ format: 'html-dossier', parts })).toBe(true);
    expect(faults({ format: 'html-dossier', parts, claims: ['a'] })).toBe(false);
    expect(faults({ format: 'own-json', parts })).toBe(false);
    expect(faults({ format: 'html-dossier', parts: [...parts, ...parts] })).toBe(false);
    expect(faults({ format: 'html-dossier', parts: [{ kind: 'text' }] })).toBe(false);
  });
});
