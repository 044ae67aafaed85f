/** A graph of any size for the benches. The same seed gives the same graph; few entities have many claims, most have few. */
import type { EdgeView, NodeView } from '../../server/contract/views.ts';
import { ENTITY_TYPES } from '../../server/domain/model/lists.ts';
import { seededRandom } from '../../server/domain/picturing/place/seeded-random.ts';
import type { Positions, Point } from '../state/view.ts';

export interface GeneratedGraph {
  nodes: NodeView[];
  edges: EdgeView[];
  positions: Positions;
}

const LEVELS = ['unstated', 'reported', 'sanctioned', 'charged', 'admitted', 'found', 'convicted'] as const;
const PREDICATES = [
  ['hired', 'hired'],
  ['paid', 'paid'],
  ['ordered', 'ordered'],
  ['met', 'met with'],
  ['member-of', 'is a member of'],
] as const;
const ROOM = { x: 150, y: 110 };
/** Share of claims with each mark. */
const SHARE = { contested: 0.08, inferred: 0.05, uncertain: 0.1, unsure: 0.04 };

export function generateGraph(size: number, claims: number, seed = 20_261_123): GeneratedGraph {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const id = (n: number): string => `entity-${String(n).padStart(5, '0')}`;
  const ends: [number, number][] = [];
  // An entity with more claims is chosen more often (preferential attachment).
  const drawn: number[] = [0];
  for (let n = 1; n < size; n += 1) {
    const to = pick(drawn);
    ends.push([n, to]);
    drawn.push(n, to);
  }
  while (ends.length < claims) {
    const [from, to] = [Math.floor(random() * size), pick(drawn)];
    if (from === to) continue;
    ends.push([from, to]);
    drawn.push(from, to);
  }
  const degree = new Map<number, number>();
  for (const end of ends.flat()) degree.set(end, (degree.get(end) ?? 0) + 1);
  const columns = Math.ceil(Math.sqrt(size * 1.4));
  const positions = new Map<string, Point>();
  const nodes = Array.from({ length: size }, (_, n): NodeView => {
    positions.set(id(n), { x: Math.round(((n % columns) + random() * 0.4) * ROOM.x), y: Math.round((Math.floor(n / columns) + random() * 0.4) * ROOM.y) });
    return {
      id: id(n),
      type: pick(ENTITY_TYPES),
      name: `Generated entity ${n}`,
      nameLang: 'en',
      label: false,
      unnamed: false,
      generic: false,
      aggregate: false,
      atRisk: false,
      candidates: [],
      unsure: random() < SHARE.unsure,
      degree: (degree.get(n) ?? 0) + (random() < 0.5 ? Math.floor(random() * 30) : 0),
      lineless: 0,
    };
  });
  const edges = ends.map(([from, to], n): EdgeView => {
    const rank = Math.floor(random() * LEVELS.length);
    const [predicate, label] = pick(PREDICATES);
    const origins = 1 + Math.floor(random() * 4);
    return {
      id: `claim-${String(n).padStart(5, '0')}`,
      dataset: 'generated',
      subject: id(from),
      predicate,
      object: id(to),
      via: [],
      to: [],
      at: [],
      in: [],
      instrument: [],
      intended: false,
      attempted: false,
      expected: false,
      group: 'sponsorship',
      label,
      segments: [{ n: 0, from: id(from), to: id(to) }],
      openEnds: [],
      level: LEVELS[rank]!,
      rank,
      by: [],
      accusatory: true,
      origins,
      originsOpen: false,
      originsAtStanding: origins,
      uninvolvedOrigins: origins,
      contested: random() < SHARE.contested,
      inferred: random() < SHARE.inferred,
      uncertain: random() < SHARE.uncertain,
      citations: origins,
      sentence: `A generated claim, number ${n}`,
      sources: ['generated'],
      originVoices: ['generated'],
      datasets: ['generated'],
      happened: [],
    };
  });
  return { nodes, edges, positions };
}
