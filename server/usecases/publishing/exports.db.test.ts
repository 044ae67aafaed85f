/** Exports through the publication gate, and saved sets with their revisions. */
import type { ClaimFilter } from '../../domain/model/questions.ts';
import { entitiesOf } from '../../domain/model/claim-ends.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { testNeo4j } from '../../../test-support/test-neo4j.ts';
import { EXPORT_FORMATS, PICTURES } from '../../contract/routes/exports.ts';
import { ROUTES } from '../../contract/routes.ts';
import { checkPublication } from '../../domain/publishing/publication-gate.ts';
import { readExport } from '../../exchange/bundle/read-export.ts';
import { ownJson } from '../../exchange/exporters/own-json.ts';
import { recountDossier } from '../../exchange/testing/recount-dossier.ts';
import type { Database } from '../../store/connect.ts';
import { compareExport } from '../verifying/compare-export.ts';
import { checkExport } from './check-export.ts';
import { deleteSavedSet } from '../keeping/delete-saved-set.ts';
import type { PieceAnswer } from '../../graph/graph.ts';
import { bytesOf } from '../../exchange/pack-files.ts';
import { writtenFiles } from '../../exchange/testing/written-files.ts';
import { readGraph } from '../../graph/open-graph.ts';
import { answeredBy, type ADAPTERS } from '../testing/both-adapters.ts';
import { filtersOf } from '../../graph/contract.ts';
import { claimsAroundHub } from '../../graph/in-database/hub.ts';
import { readDatabase } from '../testing/read-database.ts';
import { expandEntity } from '../reading/expand-entity.ts';
import { listSavedSets } from '../keeping/list-saved-sets.ts';
import { saveSet } from '../keeping/save-set.ts';
import { segmentsOf } from '../../domain/model/segments.ts';
import { readSubgraphRows, summarizeHub } from '../../store/statements/expansion.ts';
import { summarizeNeighbours } from '../reading/summarize-neighbours.ts';
import { curatedCase } from '../testing/curated-case.ts';
import { openTestDatabase, storeRecords } from '../testing/store-records.ts';
import { tracePaths } from '../tracing/trace-paths.ts';
import type { ExportRequest } from './prepare-piece.ts';
import type { ExportedFile } from './large-exports.ts';
import { writeExport } from './write-export.ts';

let db: Database;
const records = curatedCase();
beforeAll(async () => {
  db = await openTestDatabase(testNeo4j());
  await storeRecords(db, records);
});
afterAll(() => db.close());

const asked = ROUTES.writeExport.body;
const body = (request: z.input<typeof asked>) => ({ body: asked.parse(request) });
const textOf = async (file: ExportedFile): Promise<string> => (await bytesOf(file)).toString('utf8');

const pieceBy = (adapter: (typeof ADAPTERS)[number], request: ExportRequest) => readGraph(answeredBy(adapter, db), undefined, (graph) => graph.piece(request));

describe('an export', { timeout: 240_000 }, () => {
  it('of a path tells the path first, with footnotes and the printed lines', async () => {
    const ends = { from: { ids: ['rafat-amirov'] }, to: { ids: ['masih-alinejad'] } };
    const { paths } = await tracePaths(db, { body: { ...ends, switches: {} } });
    const [path] = paths;
    if (!path) return expect.fail('not linked');
    const piece = {
      entities: path.entities,
      claims: path.hops.map((hop) => hop.best),
      paths: [{ entities: path.entities, claims: path.hops.map((hop) => hop.best) }],
      title: 'From Amirov to Alinejad',
      gate: { leaveOut: true as const },
    };
    const file = await writeExport(db, body({ format: 'markdown-dossier', ...piece }));
    expect(file.filename).toMatch(/^attest-from-amirov-to-alinejad-r\d+\.md$/);
    const text = await textOf(file);
    for (const { text: sentence } of path.prose.sentences) expect(text.replace(/\[\^?\d+\]/g, '')).toContain(sentence.replace(/\.$/, '').slice(0, 60));
    expect(text).toContain('later outcomes not searched');
    expect(text).toContain('no response on record in these sources');
  });
  it('of a trace without a path says that the two are not linked, with what is on record of them, from memory and from the database alike', async () => {
    const trace = { from: { ids: ['hadi-matar'] }, to: { ids: ['irgc'] } };
    const request = { format: 'markdown-dossier' as const, trace, gate: { leaveOut: true as const } };
    const text = await textOf(await writeExport(db, body(request)));
    const { answer } = await tracePaths(db, { body: { ...trace, switches: {} } });
    expect(text).toMatch(/^# Hadi Matar to the Islamic Revolutionary Guard Corps: not linked\n/);
    for (const sentence of answer.sentences) expect(text).toContain(sentence.text);
    expect(recountDossier(text)).toEqual([]);
    const inDatabase = await textOf(await writeExport(answeredBy('in-database', db), body(request)));
    // How much was searched differs, and on a busy machine whether the search came to its end.
    const said = (dossier: string) => dossier.slice(dossier.indexOf('Not established: '), dossier.indexOf('\n## Manifest\n'));
    expect(said(inDatabase)).toBe(said(text));
    expect(recountDossier(inDatabase)).toEqual([]);
    const { format: _format, ...checked } = request;
    expect(await checkExport(db, { body: ROUTES.checkExport.body.parse(checked) })).toMatchObject({
      title: 'Hadi Matar to the Islamic Revolutionary Guard Corps: not linked',
      asked: 'By what path, if any, are Hadi Matar and the Islamic Revolutionary Guard Corps linked?',
      notLinked: true,
      left: { notLinked: true },
    });
  });
  it('of a trace with paths tells these', async () => {
    const trace = { from: { ids: ['rafat-amirov'] }, to: { ids: ['masih-alinejad'] } };
    const text = await textOf(await writeExport(db, body({ format: 'markdown-dossier', trace, gate: { leaveOut: true } })));
    expect(text).toMatch(/^# From Rafat Amirov .* to Masih Alinejad .*: \d+ paths\n/);
    expect(text).toContain('## Path 1: Rafat Amirov to Masih Alinejad: the plot to kill Masih Alinejad; weakest hop: charged');
    expect(recountDossier(text)).toEqual([]);
  });
  it('of a whole dataset is what the gate checked, in every format', async () => {
    const request = { datasets: ['iran-plots'], gate: { leaveOut: true as const } };
    const checked = await checkExport(db, { body: ROUTES.checkExport.body.parse(request) });
    expect(ROUTES.checkExport.response.safeParse(checked).success).toBe(true);
    for (const format of EXPORT_FORMATS) {
      // A picture of a whole case takes seconds, and in a bag it is the same file.
      for (const bundle of PICTURES.includes(format) ? [true] : [false, true]) {
        const { manifest, faults } = await readExport(await bytesOf(await writeExport(db, body({ format, bundle, ...request }))));
        expect(faults).toEqual([]);
        expect(manifest).toMatchObject({ exported: format, counts: { entities: checked.entities, claims: checked.claims } });
      }
    }
  });
  it('is compared later with what is on record: what was told of each claim, at the dates of the export', async () => {
    const { manifest } = await readExport(
      await bytesOf(await writeExport(db, body({ format: 'csv-set', datasets: ['iran-plots'], gate: { leaveOut: true } }))),
    );
    expect(await compareExport(db, manifest)).toMatchObject({ claims: manifest.counts.claims, changed: [] });
    const [first = '', second = '', ...rest] = manifest.claimsAsExported;
    const then = [
      first.replace(/origins=\d+/, 'origins=9'),
      second.replace(/ -?\d+ origins/, ' 0 origins'),
      'not-there-any-more reported 1 origins=1 sources=1',
      ...rest,
    ];
    const { changed } = await compareExport(db, { ...manifest, claimsAsExported: then });
    expect(changed.map(({ changes }) => changes)).toEqual([['lost-origin'], ['rose'], ['gone']]);
    expect(changed[0]?.sentence).toMatch(/./);
  });
  it('of a dataset is the same from the in-database graph', async () => {
    for (const dataset of ['iran-plots', 'core']) {
      const request = ROUTES.checkExport.body.parse({ datasets: [dataset] });
      const held = await pieceBy('resident', request);
      const byClaims = await pieceBy('in-database', request);
      expect({ entities: byClaims.entities, claims: byClaims.claims }).toEqual({ entities: held.entities, claims: held.claims });
      const written = (piece: PieceAnswer) => {
        const parts = { entities: piece.entities, claims: piece.claims, datasets: [dataset] };
        return writtenFiles(ownJson, { ctx: piece.ctx, ...parts, view: { filters: [] }, gate: checkPublication(piece.ctx, parts) });
      };
      expect(written(byClaims)).toEqual(written(held));
    }
    const unknown = ROUTES.checkExport.body.parse({ datasets: ['no-such-dataset'] });
    await expect(pieceBy('in-database', unknown)).rejects.toMatchObject({ code: 'not-found' });
  });
  it('stops where the gate refuses and names each refusal, and is written with a printed reason', async () => {
    const refused = await checkExport(db, { body: ROUTES.checkExport.body.parse({ datasets: ['iran-plots'] }) });
    const piece = { format: 'markdown-dossier' as const, datasets: ['iran-plots'] };
    if (refused.refused.length === 0) {
      await expect(writeExport(db, body(piece))).resolves.toBeDefined();
    } else {
      await expect(writeExport(db, body(piece))).rejects.toMatchObject({ code: 'gate-refused' });
    }
    const text = await textOf(await writeExport(db, body({ ...piece, gate: { override: 'Asked for by the court of this test' } })));
    expect(text).toContain('Asked for by the court of this test');
  });
  it('ends where whoever asked for it has gone, at whatever moment', async () => {
    const asked = body({ format: 'graphml', datasets: ['iran-plots'], gate: { override: 'a test' } });
    const whole = await bytesOf(await writeExport(db, asked));
    // Of the case in memory: before it is read, and while it is judged, written and packed.
    for (const ms of [0, 1, 2, 4]) {
      const gone = new AbortController();
      const written = writeExport(db, asked, { signal: gone.signal });
      setTimeout(() => gone.abort(new Error('The caller has gone.')), ms);
      await expect(written).rejects.toThrow('The caller has gone.');
    }
    expect(await bytesOf(await writeExport(db, asked))).toEqual(whole);
  });
  it('refuses unknown ids', async () => {
    await expect(writeExport(db, body({ format: 'own-json', entities: ['no-such-entity'] }))).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a hub', { timeout: 240_000 }, () => {
  it('is answered by its bounded scan like an entity that is read whole', async () => {
    for (const id of [...records.entities.keys()].filter((_, i) => i % 12 === 0)) {
      const whole = await expandEntity(db, { params: { id }, body: { filter: {}, order: 'standing', limit: 30, except: [] } });
      const scanned = await readDatabase(db, (reader) => claimsAroundHub(reader, id, { order: 'standing', limit: 30 }));
      expect(scanned.map((row) => row.id)).toEqual(whole.edges.map((edge) => edge.id));
    }
  });
  it('is filtered by each part of a filter like an entity that is read whole', async () => {
    const id = 'iran';
    const claims = [...records.claims.values()].filter((claim) => claim.subject === id);
    const one = claims[0]!;
    const citations = records.citations.get(one.id)!;
    const filters: ClaimFilter[] = [
      ...filtersOf(records),
      { predicatesNot: [one.predicate] },
      { sources: [citations[0]!.source] },
      { entities: [[...records.entities.keys()].find((other) => other !== id && entitiesOf(one).includes(other))!] },
      { types: ['Gang'] },
      { typesNot: ['Place', 'Gang'] },
      { firstPublishedAfter: '2022' },
      { standingAtLeast: 'charged', uninvolvedAtMost: 0, sources: [citations[0]!.source] },
    ];
    for (const filter of filters) {
      const whole = await expandEntity(db, { params: { id }, body: { filter, order: 'standing', limit: 60, except: [] } });
      const scanned = await readDatabase(db, (reader) => claimsAroundHub(reader, id, { order: 'standing', limit: 60 }, { filter }));
      expect(
        scanned.map((row) => row.id),
        JSON.stringify(filter),
      ).toEqual(whole.edges.map((edge) => edge.id));
    }
  });
  it('counts no more than there is', async () => {
    for (const id of ['iran', 'rafat-amirov', 'united-states'].filter((known) => records.entities.has(known))) {
      const whole = await summarizeNeighbours(db, { params: { id }, query: {} });
      const [scanned] = await readDatabase(db, ({ tx, revision }) => summarizeHub.run(tx, { rev: revision, id, scan: 1_000, typeScan: 1_000 }));
      expect(scanned?.claims).toBeLessThanOrEqual(whole.claims);
      expect(scanned?.claims).toBeGreaterThan(0);
      expect(scanned?.neighbours).toBeLessThanOrEqual(whole.neighbours);
    }
  });
});

describe('a subgraph with hubs', { timeout: 240_000 }, () => {
  it('holds the claims between hubs too, by their segments', async () => {
    const ids = [...records.entities.keys()];
    const rows = await readDatabase(db, ({ tx, revision }) =>
      readSubgraphRows.run(tx, { rev: revision, ids, hub: 3, hubs: 1_000, scan: 1_000, limit: 10_000 }),
    );
    const found = new Set(rows.map((row) => row.id));
    expect(rows.length).toBe(found.size);
    const missed = [...records.claims.values()].filter((claim) => !found.has(claim.id));
    const typeOf = (id: string) => records.entities.get(id)?.type;
    for (const claim of missed) {
      const predicate = records.predicates.get(claim.predicate);
      expect(predicate && segmentsOf(claim, predicate, typeOf)).toEqual([]);
    }
  });
});

describe('a saved set', { timeout: 240_000 }, () => {
  it('is kept, replaced at its revision only, used as an end of a trace, and deleted', async () => {
    const params = { id: 'suspects' };
    const first = await saveSet(db, { params, body: { name: 'Suspects', ids: ['rafat-amirov'] } });
    expect(first.revision).toBe(1);
    const second = await saveSet(db, { params, body: { name: 'Suspects', ids: ['rafat-amirov', 'polad-omarov'], revision: 1 } });
    expect(second.revision).toBe(2);
    await expect(saveSet(db, { params, body: { name: 'Late', ids: [], revision: 1 } })).rejects.toMatchObject({ code: 'conflict' });
    expect((await listSavedSets(db)).savedSets).toEqual([second]);
    const answer = await tracePaths(db, { body: { from: { savedSet: 'suspects' }, to: { ids: ['masih-alinejad'] }, switches: {} } });
    expect(answer.searched.from.map((end) => end.id)).toEqual(['polad-omarov', 'rafat-amirov']);
    await deleteSavedSet(db, { params });
    await expect(deleteSavedSet(db, { params })).rejects.toMatchObject({ code: 'not-found' });
  });
});
