/** Importing the curated case twice changes nothing; a broken copy is refused whole, with every fault named and located. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportReport } from '../../server/contract/routes/imports.ts';
import { ask } from './lib/ask.ts';
import { seedOf, startReport } from './lib/report.ts';
import { ROOT, startApp, throwawayData } from './lib/run-app.ts';
import { runScript } from './lib/run-script.ts';

const NAME = 'broken-copy';
seedOf(NAME);
const report = startReport(NAME);

type Json = Record<string, unknown>;
type Claim = Json & { id: string; citations: (Json & { standing?: Json })[] };

/**
 * Ten kinds of fault, each planted at one place of a copy, with the words that its report must contain. `at`: indexes of the claims at which it may be
 * reported; a duplicate id at either claim.
 */
const FAULTS: { kind: string; at: number[]; expect: RegExp; plant: (claims: Claim[]) => void }[] = [
  { kind: 'an unknown field', at: [0], expect: /colour/, plant: (c) => void (c[0]!.colour = 'red') },
  { kind: 'an unknown entity', at: [1], expect: /masih-alinejed/, plant: (c) => void (c[1]!.subject = 'masih-alinejed') },
  { kind: 'an unknown predicate', at: [2], expect: /hirred/, plant: (c) => void (c[2]!.predicate = 'hirred') },
  { kind: 'a claim without citations', at: [3], expect: /citations/, plant: (c) => void (c[3]!.citations = []) },
  { kind: 'a date that is none', at: [4], expect: /2022-13/, plant: (c) => void (c[4]!.citations[0]!.happened = { edtf: '2022-13', basis: 'stated' }) },
  { kind: 'a level that is none', at: [5], expect: /level|guilty/, plant: (c) => void (c[5]!.citations[0]!.standing = { level: 'guilty' }) },
  { kind: 'an allegation without its accuser', at: [6], expect: /by/, plant: (c) => void (c[6]!.citations[0]!.standing = { level: 'alleged' }) },
  {
    kind: 'an origin without its basis',
    at: [7],
    expect: /originBasis|basis/,
    plant: (c) => void Object.assign(c[7]!.citations[0]!, { origin: String(c[7]!.citations[0]!.origin ?? 'no-such-source'), originBasis: undefined }),
  },
  { kind: 'a second claim of the same id', at: [8, 9], expect: /twice|duplicate|already|same id/i, plant: (c) => void (c[8]!.id = c[9]!.id) },
  { kind: 'a number as a name', at: [10], expect: /string|text/i, plant: (c) => void (c[10]!.occasion = 7) },
];

async function main(): Promise<void> {
  const data = throwawayData();
  const app = await startApp(data.dir);
  try {
    const revision = async () => ((await ask(`${app.url}/api/health/ready`)).body as { revision: number }).revision;
    const before = await revision();
    for (const time of ['first', 'second']) {
      const run = await runScript('scripts/import.ts', ['fixtures/cases/iran-plots', '--json'], data.dir);
      const result = JSON.parse(run.stdout) as ImportReport;
      report.check(
        `the ${time} import of the loaded case: everything unchanged`,
        run.status === 0 && result.outcome === 'unchanged' && result.records.new + result.records.changed + result.records.removed === 0,
        { status: run.status, result: result.message },
      );
    }
    report.check('and the revision stands', (await revision()) === before);

    const folder = join(data.dir, 'broken');
    cpSync(join(ROOT, 'fixtures/cases/iran-plots'), folder, { recursive: true });
    const file = join(folder, 'article-001.json');
    const content = JSON.parse(readFileSync(file, 'utf8')) as { claims: Claim[] };
    for (const { plant } of FAULTS) plant(content.claims);
    writeFileSync(file, JSON.stringify(content, null, 2));
    const lines = readFileSync(file, 'utf8').split('\n').length;
    const run = await runScript('scripts/import.ts', [folder, '--json'], data.dir);
    report.check('a broken copy is refused: exit code 1', run.status === 1, run.stderr.slice(-500));
    const { problems, outcome } = JSON.parse(run.stdout) as ImportReport;
    report.check('refused whole', outcome === 'refused');
    for (const { kind, at, expect } of FAULTS) {
      const places = at.map((i) => `/claims/${i}`);
      const found = problems.find(
        (p) => places.some((place) => p.pointer === place || p.pointer?.startsWith(`${place}/`)) && expect.test(`${p.message} ${p.pointer ?? ''} ${p.code}`),
      );
      report.check(
        `named and located: ${kind}${found ? ` (line ${found.line}: ${found.message.slice(0, 90)})` : ''}`,
        found !== undefined && found.file?.includes('article-001.json') === true && (found.line ?? 0) > 0 && (found.line ?? 0) <= lines,
        problems.filter((p) => places.some((place) => p.pointer?.startsWith(place))),
      );
    }
    report.check('the revision stands after the refusal', (await revision()) === before);
  } catch (error) {
    report.check('the run reached its end', false, error instanceof Error ? error.stack : error);
  } finally {
    await app.stop();
    data.remove();
  }
  report.end();
}
await main();
