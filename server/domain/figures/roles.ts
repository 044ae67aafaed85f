/** Who is what towards a plot, derived from predicates and always hedged by standing (model.md, "Predicates and roles"). */
import { entitiesAt } from '../model/claim-ends.ts';
import { ENDS, type End, type Role, type SupportLevel } from '../model/lists.ts';
import type { Claim, Entity, Records } from '../model/records.ts';
import type { Figures } from '../model/figures.ts';

/** One entity in one role towards one plot, by one claim. */
export interface RoleEntry {
  plot: string;
  entity: string;
  role: Role;
  claim: string;
  end: End;
  level: SupportLevel;
  by: string[];
  /** Flags of the claim that are set: who was wanted for a deed is not who did it. */
  flags?: Flag[];
}
const FLAGS = ['intended', 'attempted', 'expected'] as const;
type Flag = (typeof FLAGS)[number];

/**
 * Every role the visible claims give, a claim whose supporting citations were all taken back giving none. The plot is what is a Plot among the claim's
 * object, subject and `in`; a claim about two plots gives its roles towards both. Sorted by plot, role, entity, claim, end.
 */
export function rolesOf(records: Pick<Records, 'claims' | 'predicates' | 'entities'>, figures: ReadonlyMap<string, Figures>): RoleEntry[] {
  const entries: RoleEntry[] = [];
  for (const claim of records.claims.values()) {
    const roles = records.predicates.get(claim.predicate)?.roles;
    const standing = figures.get(claim.id);
    if (!roles || !standing?.visible || standing.level === 'disputed-only') continue;
    // "Hired nobody" makes nobody a sponsor or a go-between.
    if (claim.object === 'none') continue;
    const { level, by } = standing;
    const flags = FLAGS.filter((flag) => claim[flag]);
    const flagged = flags.length > 0 ? { flags } : {};
    for (const plot of plotsOf(claim, records.entities)) {
      for (const end of ENDS) {
        const role = roles[end];
        if (!role) continue;
        for (const entity of new Set(entitiesAt(claim, end))) {
          if (entity !== plot) entries.push({ plot, entity, role, claim: claim.id, end, level, by, ...flagged });
        }
      }
    }
  }
  const key = (entry: RoleEntry) => [entry.plot, entry.role, entry.entity, entry.claim, entry.end].join('\u0000');
  return entries
    .map((entry) => ({ entry, key: key(entry) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ entry }) => entry);
}

/** Of whom, towards which plots and in which roles is asked; an absent part asks nothing. */
export interface RolesQuestion {
  plots?: readonly string[];
  roles?: readonly Role[];
  entities?: readonly string[];
}

/** The entries that are asked for, in their order. */
export function rolesAskedFor(entries: readonly RoleEntry[], { plots, roles, entities }: RolesQuestion): RoleEntry[] {
  return entries.filter(
    (entry) => (!plots || plots.includes(entry.plot)) && (!roles || roles.includes(entry.role)) && (!entities || entities.includes(entry.entity)),
  );
}

function plotsOf(claim: Claim, entities: ReadonlyMap<string, Entity>): Set<string> {
  const places: End[] = ['object', 'subject', 'in'];
  return new Set(places.flatMap((end) => entitiesAt(claim, end)).filter((id) => entities.get(id)?.type === 'Plot'));
}

/** What stands before the role, and whether the level is named after it. */
const HEDGES: Readonly<Record<SupportLevel, { before: string; after: boolean }>> = {
  unstated: { before: 'alleged ', after: true },
  reported: { before: 'reported ', after: false },
  alleged: { before: 'alleged ', after: false },
  sanctioned: { before: 'alleged ', after: true },
  charged: { before: 'alleged ', after: true },
  admitted: { before: '', after: true },
  found: { before: '', after: true },
  convicted: { before: '', after: true },
  confirmed: { before: '', after: true },
};

/** The role with its hedge: "alleged perpetrator (charged, US)", "reported target", "perpetrator (convicted, the court)", "alleged perpetrator (attempted, charged, US)". */
export function hedgedRole(entry: Pick<RoleEntry, 'role' | 'level' | 'by' | 'flags'>, nameOf: (id: string) => string): string {
  const hedge = HEDGES[entry.level];
  const inside = [...(entry.flags ?? []), ...(hedge.after ? [entry.level] : []), ...entry.by.map(nameOf)].join(', ');
  return `${hedge.before}${entry.role}${inside ? ` (${inside})` : ''}`;
}
