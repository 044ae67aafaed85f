/** Entities that go by one name in a case: sentences and lists name each with its id, and a line says who is who, so that nobody is taken for another. */
import { displayName } from '../model/names.ts';
import type { Entity } from '../model/records.ts';
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

/** Entities by the name they go by at no date, in lower case; of a map of entities that never changes worked out once. */
const known = new WeakMap<ReadonlyMap<string, Entity>, Map<string, string[]>>();

function namesIn(entities: ReadonlyMap<string, Entity>): Map<string, string[]> {
  let named = known.get(entities);
  if (named === undefined) {
    named = byName(entities.keys(), (id) => displayName(entities.get(id)!).text);
    known.set(entities, named);
  }
  return named;
}

/** How many other entities of the case go by the name shown, whether or not they are in what is printed. */
function othersSoCalled(id: string, { records, nameOf }: Pick<NarrationContext, 'records' | 'nameOf'>): number {
  return (namesIn(records.entities).get(nameOf(id).toLowerCase()) ?? []).filter((other) => other !== id).length;
}

/** Whether the name alone may be taken for another's: of an entity in the same text, or anywhere in the case. */
export function isShared(id: string, ctx: Pick<NarrationContext, 'records' | 'nameOf' | 'sameName'>): boolean {
  return ctx.sameName?.has(id) === true || othersSoCalled(id, ctx) > 0;
}

/** The name as it stands in lists: with the id where the name alone may be taken for another's. */
export function nameApart(id: string, ctx: Pick<NarrationContext, 'records' | 'nameOf' | 'sameName'>): string {
  return isShared(id, ctx) ? `${ctx.nameOf(id)} [${id}]` : ctx.nameOf(id);
}

/**
 * A sentence for each shared name of what is printed: "2 entities are called John Smith: john-smith (Person, reported target: the plot), john-smith-2 (Person)."
 * Of entities that are not in it only the number is told: "2 entities are called John Smith; here stands john-smith (Person)." Names and ids are sorted. Roles are
 * hedged as everywhere, and told where the piece tells their claims.
 * @param shown ids of what is printed
 */
export function sharedNameLines(shown: Iterable<string>, claims: ReadonlySet<string>, ctx: NarrationContext): string[] {
  const { records } = ctx;
  const shared = [...new Set(shown)].filter((id) => isShared(id, ctx)).sort();
  if (shared.length === 0) return [];
  const among = new Set(shared);
  const roles = new Map<string, string>();
  for (const entry of rolesOf(records, ctx.figures)) {
    if (among.has(entry.entity) && claims.has(entry.claim) && !roles.has(entry.entity))
      roles.set(entry.entity, `${hedgedRole(entry, ctx.nameOf)}: ${ctx.nameOf(entry.plot)}`);
  }
  return [...byName(shared, ctx.nameOf)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, ids]) => {
      const each = ids.slice(0, TOLD).map((id) => {
        const told = [records.entities.get(id)?.type, roles.get(id)].filter((part) => part !== undefined);
        return told.length === 0 ? id : `${id} (${told.join(', ')})`;
      });
      const more = ids.length - each.length;
      const [first = ''] = ids;
      const all = Math.max(ids.length, othersSoCalled(first, ctx) + 1);
      const here = listed(more > 0 ? [...each, `${more} more`] : each);
      const are = `${all} entities are called ${ctx.nameOf(first)}`;
      return all === ids.length ? `${are}: ${here}.` : `${are}; here ${ids.length === 1 ? 'stands' : 'stand'} ${here}.`;
    });
}
