/** Networks of any size for the bench of the drawing, in three shapes. The same seed gives the same network. */
import { seededRandom } from '../place/seeded-random.ts';
import type { DrawnEntity, Join, Lane } from '../picture.ts';
import type { EntityType } from '../../model/lists.ts';

export const SHAPES = ['lanes', 'hub', 'clusters'] as const;
export type Shape = (typeof SHAPES)[number];
export interface GeneratedNetwork {
  entities: DrawnEntity[];
  joins: Join[];
}

/** Share of entities in each lane, as in the case: most are people and plots. */
const LANES: readonly [Lane, EntityType, number][] = [
  [0, 'Country', 0.1],
  [1, 'Agency', 0.14],
  [2, 'Gang', 0.06],
  [3, 'Person', 0.2],
  [3, 'Group', 0.14],
  ['below', 'Place', 0.08],
  ['below', 'Case', 0.08],
  [4, 'Plot', 0.13],
  [5, 'Person', 0.07],
];
const PREDICATES = [
  'hired',
  'directed',
  'carried out',
  'is an organ of',
  'is a national of',
  'took part in',
  'was charged in',
  'is located in',
  'is responsible for',
  'targeted',
];
const FIRST = ['Attack on', 'Members of', 'Court in', 'Ministry of', 'Former', 'Cell in', 'Khalid', 'Ruhollah', 'Office of', 'Plot against'];
const LAST = [
  'the gathering near Paris',
  'Mehdiyev',
  'Vienna',
  'Intelligence and Security',
  'the main operative',
  'Germany',
  'Poursafi',
  'Brooklyn',
  'an American official',
  'Omarov',
];
/** Lines for each entity beyond those that hold the network together. */
const MORE_LINES = 0.35;

export function generateNetwork(shape: Shape, size: number, seed: number): GeneratedNetwork {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const kind = (): readonly [Lane, EntityType, number] => {
    let left = random();
    return LANES.find(([, , share]) => (left -= share) < 0) ?? LANES[3]!;
  };
  const entities = Array.from({ length: size }, (_, n): DrawnEntity => {
    const [lane, type] = n === 0 ? LANES[0]! : kind();
    return { id: `e${String(n).padStart(4, '0')}`, type, lane, name: `${pick(FIRST)} ${pick(LAST)}`, vague: random() < 0.4 };
  });
  const ends = new Map<string, [number, number]>();
  const join = (a: number, b: number): void => {
    if (a !== b) ends.set(a < b ? `${a} ${b}` : `${b} ${a}`, [a, b]);
  };
  const clusters = Math.max(2, Math.round(size / 20));
  const drawn: number[] = [0];
  for (let n = 1; n < size; n += 1) {
    // An entity with more lines is chosen more often; a hub is chosen for half of all; a cluster mostly chooses within itself.
    const to =
      shape === 'hub' && random() < 0.5
        ? 0
        : shape === 'clusters' && n >= clusters
          ? pick(drawn.filter((one) => one % clusters === n % clusters))
          : pick(drawn);
    join(n, to);
    drawn.push(n, to);
  }
  for (let more = Math.round(size * MORE_LINES); more > 0; more -= 1) {
    const from = Math.floor(random() * size);
    const inside = shape === 'clusters' && random() < 0.9;
    const to = inside ? (from % clusters) + clusters * Math.floor(random() * Math.ceil(size / clusters)) : pick(drawn);
    if (to < size) join(from, to);
  }
  const joins = [...ends.values()].map(([a, b], n): Join => ({
    id: `j${String(n).padStart(4, '0')}`,
    source: entities[a]!.id,
    target: entities[b]!.id,
    predicate: pick(PREDICATES),
    claims: random() < 0.12 ? 2 : 1,
    rank: Math.floor(random() * 7),
    bothWays: random() < 0.04,
  }));
  return { entities, joins };
}
