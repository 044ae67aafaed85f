/** Entities that go by one name in a case: sentences and lists name each with what tells it apart, and a line says who is who, so that nobody is taken for another. */
import { displayName } from '../model/names.ts';
import type { Entity } from '../model/records.ts';
import { hedgedRole, rolesOf } from '../figures/roles.ts';
import { spelled } from './describe-values.ts';
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

/** Entities by the name they go by at no date, in lower case; of a map of entities, or of the datasets of them, that never changes worked out once. */
const known = new WeakMap<object, Map<string, string[]>>();

type Naming = Pick<NarrationContext, 'records' | 'nameOf' | 'sameName' | 'casesTold'>;

function namesIn({ records: { entities }, casesTold }: Naming): Map<string, string[]> {
  const key = casesTold ?? entities;
  let named = known.get(key);
  if (named === undefined) {
    const ids = [...entities.values()].flatMap(({ id, dataset }) => (casesTold === undefined || casesTold.has(dataset) ? [id] : []));
    named = byName(ids, (id) => displayName(entities.get(id)!).text);
    known.set(key, named);
  }
  return named;
}

/** All that go by the name shown: those of the case, or of the datasets whose names count (`casesTold`), whether or not they are in what is printed, and those of the text that share it at its dates. */
function namesakesOf(id: string, ctx: Naming): readonly string[] {
  const { nameOf, sameName } = ctx;
  const name = nameOf(id).toLowerCase();
  const inCase = namesIn(ctx).get(name) ?? [];
  const inText = sameName?.has(id) ? [...sameName].filter((other) => nameOf(other).toLowerCase() === name) : [];
  if (inText.length === 0 && inCase.includes(id)) return inCase;
  return [...new Set([id, ...inCase, ...inText])].sort();
}

/** Whether the name alone may be taken for another's: of an entity in the same text, or anywhere in the case. */
export function isShared(id: string, ctx: Naming): boolean {
  if (ctx.sameName?.has(id)) return true;
  const inCase = namesIn(ctx).get(ctx.nameOf(id).toLowerCase()) ?? [];
  return inCase.some((other) => other !== id);
}

/** Remarks of the entities of one list of namesakes; of a list that never changes worked out once. */
const knownRemarks = new WeakMap<readonly string[], Map<string, string>>();

/**
 * What tells an entity from its namesakes: "the plot" of one whose type no other of them has, then its kind, then what the curator calls it; of all that is alike in
 * these, "the first of two so called", in the order of their ids. Undefined where no other goes by its name.
 */
export function apartWords(id: string, ctx: Naming): string | undefined {
  if (!isShared(id, ctx)) return undefined;
  const namesakes = namesakesOf(id, ctx);
  let remarks = knownRemarks.get(namesakes);
  if (remarks === undefined) knownRemarks.set(namesakes, (remarks = remarksOf(namesakes, ctx)));
  return remarks.get(id);
}

function remarksOf(ids: readonly string[], { records, nameOf }: Naming): Map<string, string> {
  const remarks = new Map<string, string>();
  const typeOf = (entity: Entity) => (entity.type === 'Case' ? 'the legal case' : `the ${entity.type.toLowerCase()}`);
  const kindOf = ({ kind }: Entity) => (kind === undefined ? undefined : `the ${kind.replaceAll('-', ' ')}`);
  const labelOf = (entity: Entity) => {
    const label = entity.names.find(({ kind, text }) => kind === 'label' && text.toLowerCase() !== nameOf(entity.id).toLowerCase());
    return label?.text;
  };
  for (const wordsOf of [typeOf, kindOf, labelOf]) {
    const counts = new Map<string, number>();
    const each = ids.flatMap((id) => {
      const entity = records.entities.get(id);
      const words = entity && wordsOf(entity);
      if (words !== undefined) counts.set(words, (counts.get(words) ?? 0) + 1);
      return words === undefined ? [] : [{ id, words }];
    });
    for (const { id, words } of each) if (counts.get(words) === 1 && !remarks.has(id)) remarks.set(id, words);
  }
  const sorted = [...ids].sort();
  for (const [i, id] of sorted.entries()) if (!remarks.has(id)) remarks.set(id, `${ordinal(i + 1)} of ${spelled(sorted.length)} so called`);
  return remarks;
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const ordinal = (n: number): string => (ORDINALS[n - 1] === undefined ? `number ${n}` : `the ${ORDINALS[n - 1]}`);

/** The name as it stands in lists: with what tells it apart, where the name alone may be taken for another's. */
export function nameApart(id: string, ctx: Naming): string {
  const apart = apartWords(id, ctx);
  return apart === undefined ? ctx.nameOf(id) : `${ctx.nameOf(id)} (${apart})`;
}

/**
 * A sentence for each shared name of what is printed: "2 entities are called John Smith: the first of two so called (Person, reported target: the plot), and …". Of
 * entities that are not in it only the number is told: "2 entities are called John Smith; here stands the clerk (Person)." Names and ids are sorted. Roles are hedged as
 * everywhere, and told where the piece tells their claims.
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
        const apart = apartWords(id, ctx) ?? ctx.nameOf(id);
        return told.length === 0 ? apart : `${apart} (${told.join(', ')})`;
      });
      const more = ids.length - each.length;
      const [first = ''] = ids;
      const all = Math.max(ids.length, namesakesOf(first, ctx).length);
      const here = listed(more > 0 ? [...each, `${more} more`] : each);
      const are = `${all} entities are called ${ctx.nameOf(first)}`;
      return all === ids.length ? `${are}: ${here}.` : `${are}; here ${ids.length === 1 ? 'stands' : 'stand'} ${here}.`;
    });
}
