/** The questions of the bench of traces, each asked of many ends. */
import { seededRandom } from '../../../server/domain/picturing/place/seeded-random.ts';
import type { TraceSwitches } from '../../../server/domain/model/questions.ts';
import { DEFAULT_SWITCHES } from '../../../server/domain/tracing/trace-switches.ts';

export interface BenchQuestion {
  name: string;
  /** What a peer is asked by. */
  kind: 'shortest' | 'best' | 'sets' | 'brokers';
  /** Only claims of this rank or higher, and through no entity with more segments than the usual limit. */
  filtered: boolean;
  switches: Required<TraceSwitches>;
  /** Paths that are asked for. */
  most: number;
  /** Ends of each time it is asked, as numbers of entities. */
  ends: { from: number[]; to: number[] }[];
}

const FIRM = 'charged';
export const FIRM_RANK = 3;
/** A path may pass any entity, so that a plain search answers the same. */
const ANYWHERE = { degreeLimit: 1_000_000_000 };
/** Sponsors and plots, and how often brokers are asked for: every peer takes long. */
const BROKERS = { from: 20, to: 50, times: 5 } as const;
const SHORTEST = { slack: 0, order: 'hops' } as const;

export function benchQuestions(entities: number, seed: number, times: number): BenchQuestion[] {
  const random = seededRandom(seed);
  const some = (n: number) => Array.from({ length: n }, () => 1 + Math.floor(random() * (entities - 1)));
  const ends = (size: number) => Array.from({ length: times }, () => ({ from: some(size), to: some(size) }));
  const role = Math.max(1, Math.floor(entities / 100));
  return [
    { name: 'shortest pair', kind: 'shortest', filtered: false, switches: { ...DEFAULT_SWITCHES, ...ANYWHERE, ...SHORTEST }, most: 1, ends: ends(1) },
    { name: 'filtered pair', kind: 'shortest', filtered: true, switches: { ...DEFAULT_SWITCHES, ...SHORTEST, standingAtLeast: FIRM }, most: 1, ends: ends(1) },
    { name: 'ten best paths', kind: 'best', filtered: true, switches: { ...DEFAULT_SWITCHES, standingAtLeast: FIRM }, most: 10, ends: ends(1) },
    { name: 'sets 50 × 50', kind: 'sets', filtered: true, switches: { ...DEFAULT_SWITCHES, ...SHORTEST, standingAtLeast: FIRM }, most: 1, ends: ends(50) },
    {
      name: `role → role (${role} × ${role})`,
      kind: 'sets',
      filtered: true,
      switches: { ...DEFAULT_SWITCHES, ...SHORTEST, standingAtLeast: FIRM },
      most: 1,
      ends: ends(role),
    },
    {
      name: `brokers (${BROKERS.from} × ${BROKERS.to})`,
      kind: 'brokers',
      filtered: true,
      switches: { ...DEFAULT_SWITCHES, standingAtLeast: FIRM },
      most: 50,
      ends: Array.from({ length: BROKERS.times }, () => ({ from: some(BROKERS.from), to: some(BROKERS.to) })),
    },
  ];
}
