/** Brokers and cut sets of random graphs, held against subset betweenness and connectivity in networkx. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { deriveFigures } from '../../server/domain/figures/derive-figures.ts';
import { inOneGo } from '../../server/domain/figures/in-slices.ts';
import { whatHolds } from '../../server/domain/holding-up/what-holds.ts';
import { seededRandom } from '../../server/domain/picturing/place/seeded-random.ts';
import { records as build } from '../../server/domain/testing/build-records.ts';
import { brokersBetween } from '../../server/domain/tracing/brokers.ts';
import { compactOfRecords } from '../../server/domain/tracing/compact/build-compact.ts';
import { DEFAULT_SWITCHES } from '../../server/domain/tracing/trace-switches.ts';
import { installPython } from './lib/install-python.ts';
import { isFull, seedOf, startReport } from './lib/report.ts';

const NAME = 'networks';
const seed = seedOf(NAME);
const report = startReport(NAME);
const GRAPHS = isFull ? 2_000 : 500;
/** No path among nine is longer than a trace may be. */
const NODES = 9;
const SWITCHES = { ...DEFAULT_SWITCHES, maxHops: NODES - 1 };
const COMPARER = fileURLToPath(new URL('lib/networks/compare_networks.py', import.meta.url));

function graphLine(n: number, random: () => number): string {
  const nodes = Array.from({ length: NODES }, (_, i) => `n${i}`);
  const one = () => nodes[Math.floor(random() * NODES)]!;
  const edges = Array.from({ length: 4 + Math.floor(random() * 12) }, (_, i) => [`c${String(i).padStart(2, '0')}`, one(), one()] as const).filter(
    ([, a, b]) => a !== b,
  );
  const some = () => [...new Set([one(), one(), one()])];
  const [sources, targets] = [some(), some()];
  // A pair of two that are on both sides is counted twice by networkx and once by us.
  const ends = { from: sources, to: targets.filter((id) => !sources.includes(id)) };
  const built = build({
    entities: nodes.map((id) => ({ id, type: 'Person' as const })),
    claims: edges.map(([id, subject, object]) => ({ id, subject, object, predicate: 'knew', occasion: id, citations: [{}] })),
  });
  const figures = deriveFigures(built);
  const graph = inOneGo(compactOfRecords(built, figures));
  const { brokers } = inOneGo(brokersBetween(graph, ends, SWITCHES, NODES));
  const [from, to] = ['n0', 'n1'];
  const { ones, twos } = inOneGo(
    whatHolds({ records: built, figures, graph }, { kind: 'trace', from: [from], to: [to], switches: SWITCHES, paths: [] }, 'claims', {
      strikes: 100_000,
      steps: 100_000_000,
      listed: 1_000,
    }),
  );
  return JSON.stringify({
    n,
    nodes,
    edges,
    sources: ends.from,
    targets: ends.to,
    brokers: brokers.map(({ entity, score }) => [entity, score]),
    from,
    to,
    ones: ones.map(({ ids }) => ids[0]),
    twos: twos.map(({ ids }) => ids),
  });
}

await report.part(`${GRAPHS} random graphs`, async () => {
  const programs = await installPython('networks-python', ['networkx==3.4.2']);
  const random = seededRandom(seed);
  const lines = Array.from({ length: GRAPHS }, (_, n) => graphLine(n, random));
  const child = spawn(join(programs, 'python'), [COMPARER], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(`${lines.join('\n')}\n`);
  const said = (await text(child.stdout))
    .trim()
    .split('\n')
    .map((line): { compared?: number; what?: string } => JSON.parse(line));
  const differing = (what: string) => said.filter((one) => one.what === what);
  report.check('every graph was compared', said.at(-1)?.compared === GRAPHS, said.at(-1));
  for (const [what, told] of [
    ['brokers', 'brokers have the scores of subset betweenness'],
    ['cuts', 'the cut sets of one and two are those that part the ends, and as small as the minimum cut'],
  ] as const)
    report.check(told, differing(what).length === 0, differing(what).slice(0, 2));
  const cut = lines.filter((line) => !line.includes('"ones":[],"twos":[]')).length;
  report.check(`${cut} of the graphs have cut sets`, cut > GRAPHS / 10);
});
report.end();
