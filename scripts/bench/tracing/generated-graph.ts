/** A generated graph of any size for the bench of traces: a power law, one hub of a tenth of the entities, four claims an entity. The same seed gives the same graph. */
import { CompactBuilder } from '../../../server/domain/tracing/compact/build-compact.ts';
import type { CompactGraph } from '../../../server/domain/tracing/compact/compact-graph.ts';
import { inOneGo } from '../../../server/domain/figures/in-slices.ts';
import { seededRandom } from '../../../server/domain/picturing/place/seeded-random.ts';

export const CLAIMS_AN_ENTITY = 4;
const GROUPS = ['sponsorship', 'intermediation', 'execution', 'association'] as const;

/** A claim as numbers: it leads from one entity to another. */
export interface GeneratedClaim {
  n: number;
  from: number;
  to: number;
  rank: number;
  origins: number;
  uninvolved: number;
  group: (typeof GROUPS)[number];
  accusatory: boolean;
}

export const idOf = (n: number) => `e${String(n).padStart(8, '0')}`;
export const claimIdOf = (n: number) => `c${String(n).padStart(9, '0')}`;

export function* generatedClaims(entities: number, seed: number): Generator<GeneratedClaim> {
  const random = seededRandom(seed);
  for (let n = 0; n < entities * CLAIMS_AN_ENTITY; n += 1) {
    // Every fortieth claim leads from the hub: a tenth as many as there are entities.
    const from = n % 40 === 0 ? 0 : Math.floor(random() * entities);
    const to = Math.floor(entities * random() ** 3);
    if (from === to) continue;
    yield { n, from, to, rank: Math.floor(random() * 7), origins: 1 + (n % 3), uninvolved: n % 3, group: GROUPS[n % GROUPS.length]!, accusatory: n % 2 === 0 };
  }
}

export function compactGenerated(entities: number, seed: number): CompactGraph {
  const builder = new CompactBuilder();
  for (let n = 0; n < entities; n += 1) builder.addEntity(idOf(n), { type: 'Person', generic: false, aggregate: false });
  for (const { n, from, to, rank, origins, uninvolved, group, accusatory } of generatedClaims(entities, seed)) {
    builder.addSegment({
      claim: claimIdOf(n),
      n: 0,
      from: idOf(from),
      to: idOf(to),
      group,
      predicate: group,
      rank,
      origins,
      uninvolvedOrigins: uninvolved,
      traversed: true,
      within: false,
      accusatory,
      disputedOnly: false,
    });
  }
  return inOneGo(builder.finish([]));
}
