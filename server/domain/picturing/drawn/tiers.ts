/** The tier of each entity in the layered layout: sponsor, agency, intermediary, perpetrator, plot, target from left to right; legal acts below. */
import { entityObject } from '../../model/claim-ends.ts';
import type { End, EntityType, Role } from '../../model/lists.ts';
import type { DrawnClaim } from './drawn-claim.ts';

/** Column 0 to 5, or `below` for the rows under them. */
export type Tier = 0 | 1 | 2 | 3 | 4 | 5 | 'below';
export type RolesOf = (predicate: string) => Partial<Record<End, Role>>;

const TIER_OF_ROLE: Partial<Record<Role, Tier>> = { sponsor: 0, agency: 1, intermediary: 2, perpetrator: 3, target: 5 };
/** `always`: the tier of the type is used whatever roles the claims give, so that a gang, for example, comes before its members. */
const TIER_OF_TYPE: Record<EntityType, { tier: Tier; always?: true }> = {
  Country: { tier: 0 },
  Agency: { tier: 1 },
  Organization: { tier: 1 },
  Gang: { tier: 2, always: true },
  Person: { tier: 3 },
  Group: { tier: 3 },
  Plot: { tier: 4, always: true },
  Event: { tier: 4 },
  Item: { tier: 'below', always: true },
  Place: { tier: 'below', always: true },
  Case: { tier: 'below', always: true },
  Measure: { tier: 'below', always: true },
};

function endsOf(edge: DrawnClaim): [End, string][] {
  return [
    ['subject', edge.subject],
    ['object', entityObject(edge) ?? 'value'],
    ...(['via', 'to', 'at', 'in', 'instrument'] as const).flatMap((end) => edge[end].map((id): [End, string] => [end, id])),
  ];
}

/** The tier of each entity: by the role that most of its claims give, else by type. The role target counts last, because many are targets of words only. */
export function tiersOf(nodes: readonly { id: string; type: EntityType }[], edges: readonly DrawnClaim[], rolesOf: RolesOf): Map<string, Tier> {
  const votes = new Map<string, Map<Role, number>>();
  for (const edge of edges) {
    const roles = rolesOf(edge.predicate);
    for (const [end, id] of endsOf(edge)) {
      const role = roles[end];
      if (!role) continue;
      const of = votes.get(id) ?? new Map<Role, number>();
      of.set(role, (of.get(role) ?? 0) + 1);
      votes.set(id, of);
    }
  }
  const tiers = new Map<string, Tier>();
  for (const node of nodes) {
    const { tier, always } = TIER_OF_TYPE[node.type];
    if (always) {
      tiers.set(node.id, tier);
      continue;
    }
    const best = [...(votes.get(node.id) ?? [])]
      .filter(([role]) => TIER_OF_ROLE[role] !== undefined)
      .toSorted((a, b) => b[1] - a[1] || String(a[0]).localeCompare(String(b[0])))[0];
    tiers.set(node.id, best ? (TIER_OF_ROLE[best[0]] ?? tier) : tier);
  }
  return tiers;
}
