/** Reads during an overwriting import: no answer of either graph adapter may mix two revisions. */
import { setTimeout as sleep } from 'node:timers/promises';
import { generateFiles } from '../generate/power-law-case.ts';
import { seededRandom } from '../../server/domain/picturing/place/seeded-random.ts';
import { ROUTES } from '../../server/contract/routes.ts';
import type { AttestFile } from '../../server/contract/file-format.ts';
import { AppError } from '../../server/domain/model/errors.ts';
import { EXPORTERS } from '../../server/exchange/index.ts';
import { setGraphMemory } from '../../server/graph/open-graph.ts';
import { startLocalNeo4j } from '../../server/local-neo4j/start-local-neo4j.ts';
import { connectDatabase, type Database } from '../../server/store/connect.ts';
import { migrate } from '../../server/store/migrate.ts';
import { probeDatabase } from '../../server/store/probe.ts';
import { importFiles } from '../../server/usecases/importing/import-files.ts';
import { unpackedExport, writeExport } from '../../server/usecases/publishing/write-export.ts';
import { readEntity } from '../../server/usecases/reading/read-entity.ts';
import { readEvidence } from '../../server/usecases/reading/read-evidence.ts';
import { readSubgraph } from '../../server/usecases/reading/read-subgraph.ts';
import { isFull, seedOf, startReport } from './lib/report.ts';
import { throwawayData } from './lib/run-app.ts';

const NAME = 'one-revision';
const seed = seedOf(NAME);
const random = seededRandom(seed);
const report = startReport(NAME);
/** Number of answers from each adapter, at least: reading goes on until the imports below are done, too. */
const ANSWERS = isFull ? 10_000 : 1_000;
/** Number of imports under each adapter, at least. Without it the readers, quick in memory, can be through before the first import commits. */
const IMPORTS = 6;
const READERS = 4;
/** Exports of each format. */
const EXPORTS = 100;
/** How often one question is asked again where the answer says when to, as the client does: imports without a pause can keep the lock of writers busy. */
const ASKED_AGAIN = 3;

/** The case with a mark of its version in every name and passage. An answer that contains two marks mixes two revisions. */
function versionOf(mark: string): { name: string; bytes: Uint8Array }[] {
  return generateFiles({ dataset: 'moving', seed, entities: 60, claims: 160 }).map(({ name, bytes }) => {
    const file = JSON.parse(Buffer.from(bytes).toString('utf8')) as AttestFile;
    for (const entity of file.entities ?? []) for (const one of entity.names) one.text = `${one.text} ${mark}`;
    for (const claim of file.claims ?? []) for (const citation of claim.citations) citation.paraphrase = `${citation.paraphrase} ${mark}`;
    return { name, bytes: Buffer.from(JSON.stringify(file)) };
  });
}

const MARKS = ['Versionone', 'Versiontwo'];
const marksIn = (answer: unknown): string[] => MARKS.filter((mark) => JSON.stringify(answer).includes(mark));

const KINDS = ['entity', 'evidence', 'dossier', 'subgraph', 'entity', 'evidence'];
const EXPORT = 'export as ';
const EXPORT_KINDS = Object.keys(EXPORTERS).map((format) => `${EXPORT}${format}`);

/** One answer of a kind, on a random entity or claim. */
async function answer(db: Database, kind: string, entities: readonly string[], claims: readonly string[]): Promise<unknown> {
  const pick = (ids: readonly string[]) => ids[Math.floor(random() * ids.length)] ?? '';
  if (kind === 'subgraph') return readSubgraph(db, { body: { ids: [...entities] } });
  if (kind === 'entity') return readEntity(db, { params: { id: pick(entities) }, query: { limit: 100, offset: 0 } });
  if (kind === 'evidence') return readEvidence(db, { params: { id: pick(claims) }, query: {} });
  const asked = { entities: [...entities].slice(0, 30), gate: { override: 'a test of revisions' } };
  // Before they are packed, so that every mark is found; a rendered document is made of the Markdown.
  if (kind.startsWith(EXPORT)) return (await unpackedExport(db, ROUTES.writeExport.body.parse({ ...asked, format: kind.slice(EXPORT.length) }))).files;
  const body = ROUTES.writeExport.body.parse({ ...asked, format: 'markdown-dossier' });
  const { chunks } = await writeExport(db, { body });
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts).toString('utf8');
}

async function main(): Promise<void> {
  const data = throwawayData();
  const neo4j = await startLocalNeo4j({ dataDir: data.dir, probe: probeDatabase, log: () => undefined });
  const writer = connectDatabase({ uri: neo4j.uri, user: neo4j.user, password: neo4j.password });
  try {
    await migrate(writer);
    const versions = MARKS.map(versionOf);
    const write = (files: { name: string; bytes: Uint8Array }[] = []) =>
      importFiles(writer, { files, dryRun: false, prune: false, overwrite: true, who: NAME });
    const first = await write(versions[0]);
    report.check('the case is there', first.outcome === 'done', first.message);
    const files = (versions[0] ?? []).map(({ bytes }) => JSON.parse(Buffer.from(bytes).toString('utf8')) as AttestFile);
    const entities = files.flatMap((file) => (file.entities ?? []).map(({ id }) => id));
    const claims = files.flatMap((file) => (file.claims ?? []).map(({ id }) => id));

    // Counted over both adapters, so that each import writes the version that is not there.
    let imports = 0;
    const parts = [
      { what: `${ANSWERS} answers of the resident graph`, adapter: 'resident', kinds: KINDS, most: ANSWERS },
      { what: `${ANSWERS} answers of the in-database graph`, adapter: 'in-database', kinds: KINDS, most: ANSWERS },
      { what: `${EXPORTS} exports in each of ${EXPORT_KINDS.length} formats`, adapter: 'resident', kinds: EXPORT_KINDS, most: EXPORTS * EXPORT_KINDS.length },
    ] as const;
    for (const { what, adapter, kinds, most } of parts) {
      await report.part(`at least ${what} under an overwriting import`, async () => {
        const db = connectDatabase({ uri: neo4j.uri, user: neo4j.user, password: neo4j.password });
        setGraphMemory(db, adapter === 'resident' ? 256 : 0);
        const importsBefore = imports;
        let answers = 0;
        let isWriting = true;
        const goesOn = () => isWriting && (answers < most || imports - importsBefore < IMPORTS);
        const mixed: string[] = [];
        const failed: string[] = [];
        let askedAgain = 0;
        const seen = new Set<string>();
        const consistent = new Map<string, number>();
        const read = async () => {
          while (goesOn()) {
            answers += 1;
            const kind = kinds[answers % kinds.length] ?? 'entity';
            for (let tries = 0; ; tries += 1) {
              try {
                const marks = marksIn(await answer(db, kind, entities, claims));
                if (marks.length === 1) consistent.set(kind, (consistent.get(kind) ?? 0) + 1);
                for (const mark of marks) seen.add(mark);
                if (marks.length > 1) mixed.push(kind);
              } catch (error) {
                const retryAfterS = error instanceof AppError ? error.details.retryAfter : undefined;
                if (retryAfterS !== undefined && tries < ASKED_AGAIN) {
                  askedAgain += 1;
                  await sleep(retryAfterS * 1_000);
                  continue;
                }
                failed.push(`${kind}: ${String(error).slice(0, 120)}`);
              }
              break;
            }
          }
        };
        const keepWriting = async () => {
          try {
            while (goesOn()) {
              const { outcome, message } = await write(versions[(imports + 1) % 2]);
              imports += 1;
              if (outcome !== 'done') failed.push(`import: ${message}`);
            }
          } finally {
            isWriting = false;
          }
        };
        await Promise.all([keepWriting(), ...Array.from({ length: READERS }, read)]);
        await db.close();
        report.check(`0 of ${answers} answers mix two revisions (${imports - importsBefore} imports meanwhile)`, mixed.length === 0, mixed.slice(0, 10));
        report.check(`every answer came (${askedAgain} were asked again when told to)`, failed.length === 0, failed.slice(0, 5));
        const fewest = Math.min(...kinds.map((kind) => consistent.get(kind) ?? 0));
        report.check(
          `each of them holds one version: ${fewest} of the kind with the fewest`,
          fewest >= Math.floor(most / kinds.length) - READERS,
          Object.fromEntries(consistent),
        );
        report.check('both versions were seen', seen.size === 2, [...seen]);
      });
    }
  } catch (error) {
    report.check('the run reached its end', false, error instanceof Error ? error.stack : error);
  } finally {
    await writer.close();
    await neo4j.stop();
    data.remove();
  }
  report.end();
}
await main();
