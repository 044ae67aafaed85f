/** Entities that go by one name in what is printed: sentences name each with its id, and a line says who is who, so that nobody is taken for another. */
import { hedgedRole, rolesOf } from '../figures/roles.ts';
import { listed, type NarrationContext } from './narration.ts';

/** Entities of one name that are told in a line; the rest is counted. */
const TOLD = 20;

/** The entities among these whose shown name another one of them has too, written in whatever case. */
export function sharedNames(ids: Iterable<string>, { nameOf }: Pick<NarrationContext, 'nameOf'>): Set<string> {
  return new Set([...byName(new Set(ids), nameOf).values()].filter((same) => same.length > 1).flat());
}

/** Ids by shown name, written in whatever case, in the order given. */
function byName(ids: Iterable<string>, nameOf: NarrationContext['nameOf']): Map<string, string[]> {
  const named = new Map<string, string[]>();
  for (const id of ids) {
    const name = nameOf(id).toLowerCase();
    const others = named.get(name);
    if (others) others.push(id);
    else named.set(name, [id]);
  }
  return named;
}

/**
 * A sentence for each shared name: "2 entities are called John Smith: john-smith (Person, reported target of the plot), john-smith-2 (Person)." Names and ids
 * are sorted. Roles are hedged as everywhere.
 */
export function sharedNameLines(ctx: NarrationContext): string[] {
  const { sameName, records } = ctx;
  if (!sameName || sameName.size === 0) return [];
  const roles = new Map<string, string>();
  for (const entry of rolesOf(records, ctx.figures)) {
    if (sameName.has(entry.entity) && !roles.has(entry.entity)) roles.set(entry.entity, `${hedgedRole(entry, ctx.nameOf)}: ${ctx.nameOf(entry.plot)}`);
  }
  return [...byName([...sameName].sort(), ctx.nameOf)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, ids]) => {
      const each = ids.slice(0, TOLD).map((id) => {
        const told = [records.entities.get(id)?.type, roles.get(id)].filter((part) => part !== undefined);
        return told.length === 0 ? id : `${id} (${told.join(', ')})`;
      });
      const more = ids.length - each.length;
      return `${ids.length} entities are called ${ctx.nameOf(ids[0] ?? '')}: ${listed(more > 0 ? [...each, `${more} more`] : each)}.`;
    });
}
