/**
 * What follows from the curator's identity decisions: groups of entities decided the same, decisions in conflict, and the links to draw (model.md, "Identity").
 */
import type { IdentityDecision, Records } from '../model/records.ts';

type Decided = Pick<IdentityDecision, 'a' | 'b' | 'decision'>;

/**
 * The canon of every entity that a `same` decision names: the smallest id of its group. `same` is transitive; `different` and `unsure` join nothing. No record
 * is moved or merged.
 */
export function canonOf(decisions: Iterable<Decided>): Map<string, string> {
  const parent = new Map<string, string>();
  const top = (id: string): string => {
    let at = id;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up;
    return at;
  };
  for (const { a, b, decision } of decisions) {
    if (decision !== 'same') continue;
    for (const id of [a, b]) if (!parent.has(id)) parent.set(id, id);
    const [low = a, high = b] = [top(a), top(b)].sort();
    parent.set(high, low);
  }
  return new Map([...parent.keys()].sort().map((id) => [id, top(id)]));
}

/** A list of decisions never changes, so what follows from it is kept with it. */
const known = new WeakMap<readonly IdentityDecision[], ReadonlyMap<string, string>>();

/** A function from an entity to the canon of those decided to be the same as it; of any other it is its own id. Who is `unsure` to be another is not. */
export function canonIn({ identities }: Pick<Records, 'identities'>): (id: string) => string {
  let canon = known.get(identities);
  if (canon === undefined) known.set(identities, (canon = canonOf(identities)));
  const found = canon;
  return (id) => found.get(id) ?? id;
}

/** A `different` decision between two entities that `same` decisions join; `chain` leads from `a` to `b` by those. Decisions with a conflict are refused. */
export interface IdentityConflict {
  a: string;
  b: string;
  chain: string[];
}

/** Every `different` decision whose two sides `same` decisions join, sorted by pair. */
export function identityConflicts(decisions: Iterable<Decided>): IdentityConflict[] {
  const all = [...decisions];
  const canon = canonOf(all);
  const steps = new Map<string, string[]>();
  for (const { a, b, decision } of all) {
    if (decision !== 'same') continue;
    steps.set(a, [...(steps.get(a) ?? []), b]);
    steps.set(b, [...(steps.get(b) ?? []), a]);
  }
  return all
    .filter(({ a, b, decision }) => decision === 'different' && isOne(a, b, canon))
    .map(({ a, b }) => ({ a, b, chain: chainBetween(a, b, steps) }))
    .sort((x, y) => (`${x.a}|${x.b}` < `${y.a}|${y.b}` ? -1 : 1));
}

function isOne(a: string, b: string, canon: ReadonlyMap<string, string>): boolean {
  return a === b || (canon.has(a) && canon.get(a) === canon.get(b));
}

function chainBetween(a: string, b: string, steps: ReadonlyMap<string, string[]>): string[] {
  const cameFrom = new Map<string, string | undefined>([[a, undefined]]);
  // A Map iterates over entries that are added meanwhile, so this loop is a breadth-first search.
  for (const [at] of cameFrom) {
    for (const next of [...(steps.get(at) ?? [])].sort()) if (!cameFrom.has(next)) cameFrom.set(next, at);
  }
  const chain: string[] = [];
  for (let at: string | undefined = b; at !== undefined; at = cameFrom.get(at)) chain.unshift(at);
  return chain;
}

export interface IdentityLink {
  a: string;
  b: string;
  /** `same` is drawn as a solid double line, `unsure` as a dotted one. */
  decision: 'same' | 'unsure';
}

/** The decisions to draw between entities that are both shown, sorted; `different` is not drawn. */
export function identityLinks(decisions: Iterable<Decided>, shown: ReadonlySet<string>): IdentityLink[] {
  const links: IdentityLink[] = [];
  for (const { a, b, decision } of decisions) {
    if (decision !== 'different' && shown.has(a) && shown.has(b)) links.push({ a, b, decision });
  }
  return links.sort((x, y) => (`${x.a}|${x.b}` < `${y.a}|${y.b}` ? -1 : 1));
}
