/**
 * Folds entities of a network that is too large for its room: alike ones into one body, then those with few neighbours into the neighbour to which most of their
 * claims lead. What is folded stays counted.
 */
import { byId } from '../../model/by-id.ts';
import { pairOf } from '../drawn/pairs.ts';
import { byRank, networkOf, type Network, type Pair } from './network.ts';
import type { DrawnEntity, Fold, Join, PictureWords } from '../picture.ts';

/** A join with its ends after folding. */
export interface FoldedJoin extends Join {
  /** `alike`: an end stands for several alike entities. `held`: an end was moved to the entity that holds a fold; `holder` is that. */
  moved?: 'alike' | 'held';
  holder?: string;
}
export interface Folded {
  network: Network;
  joins: ReadonlyMap<string, FoldedJoin>;
  folds: Fold[];
}
interface Rules {
  /** Number of boxes that the room has. */
  capacity: number;
  keep: ReadonlySet<string>;
  opened: ReadonlySet<string>;
  words: PictureWords;
}

/** From this number of boxes on alike entities are folded. */
export const ALIKE_FROM = 60;
/** Smallest number of alike entities that fold: of those whom nobody names, and of others with one neighbour. */
const ALIKE = { vague: 2, leaves: 4 };
/** Neighbours of which a list is made, so that those in it need no fold. */
const LISTED_FROM = 3;
const MOST_NEIGHBOURS = 3;
/** Entities in lists fold after those with two neighbours. */
const LISTED_RANK = 2.5;
/** A box of the row form with its share of gaps and lanes, in square px at zoom 0.88. */
const ROOM_OF_BOX = 12_000;

export function capacityOf({ width, height }: { width: number; height: number }): number {
  return Math.max(1, Math.floor((width * height) / (0.88 ** 2 * ROOM_OF_BOX)));
}

function leavesOf({ near }: Network, hub: string): number {
  let leaves = 0;
  for (const other of near.get(hub)!.keys()) if (near.get(other)!.size === 1) leaves += 1;
  return leaves;
}

/** Share of the room of a box that a row of a list takes. */
const ROW_SHARE = 0.5;

/** Whether an entity will stand in a list: it has one neighbour, as have others of that. */
function willBeListed(network: Network, id: string): boolean {
  const near = network.near.get(id)!;
  const [hub] = near.keys();
  return near.size === 1 && leavesOf(network, hub!) >= LISTED_FROM;
}

/** Number of boxes whose room a network takes. */
export function roomOf(network: Network): number {
  let sum = 0;
  for (const id of network.entities.keys()) sum += willBeListed(network, id) ? ROW_SHARE : 1;
  return sum;
}

/** What alike entities have in common: type, lane, neighbours, and what is claimed with each. */
function likeness({ near, entities }: Network, id: string): string {
  const { type, lane } = entities.get(id)!;
  const claims = [...near.get(id)!]
    .map(([other, pair]) => [other, ...pair.joins.map((join) => `${join.source === id ? 'to' : 'from'} ${join.bothWays} ${join.predicate}`).toSorted()])
    .toSorted(([a], [b]) => (a! < b! ? -1 : 1));
  return JSON.stringify([type, lane, claims]);
}

/** Replaces entities by others in all joins. */
function moved(state: Folded, standIn: ReadonlyMap<string, string>, added: readonly DrawnEntity[], how: 'alike' | 'held'): Folded {
  const joins = new Map<string, FoldedJoin>();
  for (const [id, join] of state.joins) {
    const source = standIn.get(join.source) ?? join.source;
    const target = join.target === undefined ? undefined : (standIn.get(join.target) ?? join.target);
    if (source === join.source && target === join.target) joins.set(id, join);
    else
      joins.set(id, {
        ...join,
        source,
        target,
        moved: join.moved === 'held' ? 'held' : how,
        ...(how === 'held' ? { holder: join.holder ?? standIn.get(join.source) ?? standIn.get(join.target!) } : {}),
      });
  }
  const entities = [...state.network.entities.values()].filter(({ id }) => !standIn.has(id));
  return { ...state, joins, network: networkOf([...entities, ...added], [...joins.values()]) };
}

/** @param leaves whether entities in a list fold, too */
function foldAlike(state: Folded, { keep, opened, words }: Rules, leaves: boolean): Folded {
  const { network } = state;
  const groups = new Map<string, DrawnEntity[]>();
  for (const entity of network.entities.values()) {
    const near = network.near.get(entity.id)!;
    const [hub] = near.keys();
    if (keep.has(entity.id) || network.ending.has(entity.id) || hub === undefined || state.folds.some(({ box }) => box === entity.id)) continue;
    if (!leaves && near.size === 1 && leavesOf(network, hub) >= LISTED_FROM) continue;
    const key = likeness(network, entity.id);
    groups.set(key, [...(groups.get(key) ?? []), entity]);
  }
  const standIn = new Map<string, string>();
  const added: DrawnEntity[] = [];
  const folds: Fold[] = [];
  for (const group of groups.values()) {
    const vague = group.filter((one) => one.vague);
    const leaf = network.near.get(group[0]!.id)!.size === 1;
    const members = leaf && group.length >= ALIKE.leaves ? group : vague.length >= ALIKE.vague ? vague : [];
    const [first] = members;
    if (!first) continue;
    const id = `alike ${first.id}`;
    if (opened.has(id)) continue;
    const name = words.alike(
      first.type,
      members.map((one) => one.name),
    );
    added.push({ ...first, id, name, vague: members.every((one) => one.vague) });
    for (const member of members) standIn.set(member.id, id);
    folds.push({ id, why: 'alike', box: id, members: members.map((one) => one.id), joins: [], text: name });
  }
  return standIn.size === 0 ? state : { ...moved(state, standIn, added, 'alike'), folds: [...state.folds, ...folds] };
}

const claimsOf = (pair: Pair): number => pair.joins.reduce((sum, { claims }) => sum + claims, 0);

/** The neighbour that an entity folds into: that with most of its claims. */
function holderOf({ near }: Network, id: string): string | undefined {
  const [best] = [...near.get(id)!].toSorted(([a, x], [b, y]) => claimsOf(y) - claimsOf(x) || near.get(b)!.size - near.get(a)!.size || (a < b ? -1 : 1));
  return best?.[0];
}

interface Candidate {
  id: string;
  holder: string;
  /** Lower ones fold first. */
  order: number[];
}

function nextToFold(state: Folded, { keep, opened }: Rules): Candidate | undefined {
  const { network } = state;
  const holding = new Set(state.folds.filter(({ why }) => why === 'near').map(({ box }) => box));
  let best: Candidate | undefined;
  for (const { id, type, vague } of network.entities.values()) {
    const near = network.near.get(id)!;
    if (near.size === 0 || near.size > MOST_NEIGHBOURS || keep.has(id) || network.ending.has(id)) continue;
    if (type === 'Gang' || (type === 'Plot' && near.size > 1)) continue;
    const holder = holderOf(network, id)!;
    if (opened.has(`near ${holder}`)) continue;
    // What stands in a list takes little room, and is what was asked for more often than not.
    const order = [
      holding.has(id) ? 1 : 0,
      willBeListed(network, id) ? LISTED_RANK : near.size,
      vague ? 0 : 1,
      [...near.values()].reduce((sum, pair) => sum + claimsOf(pair), 0),
    ];
    const difference = best ? (order.map((n, i) => n - best!.order[i]!).find((n) => n !== 0) ?? 0) : -1;
    if (difference < 0) best = { id, holder, order };
  }
  return best;
}

/** A network that is changed in place, because it is asked and changed for each entity that folds. */
class Folding {
  readonly joins: Map<string, FoldedJoin>;
  folds: Fold[];
  private readonly entities: Map<string, DrawnEntity>;
  private readonly pairs: Map<string, Pair>;
  private readonly near: Map<string, Map<string, Pair>>;
  private readonly ending: Map<string, readonly Join[]>;

  constructor({ network, joins, folds }: Folded) {
    this.joins = new Map(joins);
    this.folds = folds;
    this.entities = new Map(network.entities);
    this.pairs = new Map([...network.pairs].map(([key, pair]) => [key, { ...pair, joins: [...pair.joins] }]));
    this.near = new Map([...network.near].map(([id, of]) => [id, new Map([...of].map(([other, { key }]) => [other, this.pairs.get(key)!]))]));
    this.ending = new Map(network.ending);
  }

  /** As it is now; it changes with the next fold. */
  get state(): Folded {
    const { entities, pairs, near, ending } = this;
    return { network: { entities, pairs, near, ending }, joins: this.joins, folds: this.folds };
  }

  /** Folds one entity into another. The alike ones it stands for, and what is folded into it, go with it. */
  into(id: string, holder: string): void {
    for (const [key, join] of this.joins) if (join.holder === id) this.joins.set(key, { ...join, holder });
    for (const [other, pair] of this.near.get(id)!) {
      const moved = pair.joins.map(({ id: key }): FoldedJoin => {
        const join = this.joins.get(key)!;
        const at = (end: string | undefined): string | undefined => (end === id ? holder : end);
        const next: FoldedJoin = { ...join, source: at(join.source)!, target: at(join.target), moved: 'held', holder: join.holder ?? holder };
        this.joins.set(key, next);
        return next;
      });
      this.pairs.delete(pair.key);
      this.near.get(other)!.delete(id);
      if (other === holder) this.ending.set(holder, [...(this.ending.get(holder) ?? []), ...moved]);
      else {
        const key = pairOf({ from: holder, to: other });
        const there = this.pairs.get(key) ?? { key, a: holder < other ? holder : other, b: holder < other ? other : holder, joins: [] };
        const both = { ...there, joins: byRank([...there.joins, ...moved]) };
        this.pairs.set(key, both);
        this.near.get(holder)!.set(other, both);
        this.near.get(other)!.set(holder, both);
      }
    }
    this.near.delete(id);
    this.entities.delete(id);
    const gone = this.folds.filter(({ box }) => box === id);
    const alike = gone.find(({ why }) => why === 'alike');
    const members = [...(alike ? [] : [id]), ...gone.flatMap((fold) => fold.members)];
    const before = this.folds.find((fold) => fold.why === 'near' && fold.box === holder);
    const fold: Fold = { id: `near ${holder}`, why: 'near', box: holder, members: [...(before?.members ?? []), ...members].toSorted(), joins: [], text: '' };
    this.folds = [...this.folds.filter((one) => !gone.includes(one) && one !== before), fold];
  }
}

/** @param capacity number of boxes up to which nothing but alike entities folds */
export function fold(network: Network, joins: readonly Join[], rules: Rules): Folded {
  let state: Folded = { network, joins: new Map(joins.map((join) => [join.id, join])), folds: [] };
  if (network.entities.size > ALIKE_FROM) state = foldAlike(state, rules, false);
  if (roomOf(state.network) > rules.capacity) state = foldAlike(state, rules, true);
  const folding = new Folding(state);
  while (roomOf(folding.state.network) > rules.capacity) {
    const next = nextToFold(folding.state, rules);
    if (!next) break;
    folding.into(next.id, next.holder);
  }
  const { joins: after, folds } = folding;
  const left = [...state.network.entities.values()].filter(({ id }) => folding.state.network.entities.has(id));
  state = folds === state.folds ? state : { joins: after, folds, network: networkOf(left, [...after.values()]) };
  return { ...state, folds: state.folds.map((one) => described(one, state, network, rules.words)).toSorted(byId) };
}

/** Folds just what was folded before, as far as it is there. */
export function foldAgain(network: Network, joins: readonly Join[], before: readonly Fold[], words: PictureWords): Folded {
  let state: Folded = { network, joins: new Map(joins.map((join) => [join.id, join])), folds: [] };
  const present = before.map((one) => ({ ...one, members: one.members.filter((id) => network.entities.has(id)) })).filter(({ members }) => members.length > 0);
  const alike = present.filter(({ why }) => why === 'alike');
  const added = alike.map(({ id, members }): DrawnEntity => {
    const entities = members.map((member) => network.entities.get(member)!);
    const name = words.alike(
      entities[0]!.type,
      entities.map((one) => one.name),
    );
    return { ...entities[0]!, id, name, vague: entities.every((one) => one.vague) };
  });
  const standIns = (folds: readonly Fold[]): Map<string, string> => new Map(folds.flatMap(({ box, members }) => members.map((id) => [id, box] as const)));
  if (alike.length > 0) state = moved(state, standIns(alike), added, 'alike');
  const near = present.filter(({ why, box }) => why === 'near' && state.network.entities.has(box));
  if (near.length > 0) state = moved(state, standIns(near), [], 'held');
  const named = alike.map((one, n) => ({ ...one, joins: [], text: added[n]!.name }));
  return { ...state, folds: [...named, ...near].map((one) => described(one, state, network, words)).toSorted(byId) };
}

/** A fold with its text, and with the joins that no line shows: within it, or beside a claim of its box with the same entity. */
function described(one: Fold, { joins, network: after }: Folded, before: Network, words: PictureWords): Fold {
  if (one.why === 'alike') return one;
  const hidden = [...joins.values()].filter(({ moved: how, holder, source, target }) => {
    if (how !== 'held' || holder !== one.box) return false;
    if (target === undefined || source === target) return true;
    return after.near
      .get(source)!
      .get(target)!
      .joins.some((other) => joins.get(other.id)!.moved !== 'held');
  });
  const types = one.members.map((id) => before.entities.get(id)!.type);
  return { ...one, joins: hidden.map(({ id }) => id).toSorted(), text: words.near(types) };
}

/** The pairs of a folded network, each with the joins that lines show. */
export function shownPairs({ network, joins }: Folded): (Pair & { held: boolean; alike: boolean; joins: FoldedJoin[] })[] {
  return [...network.pairs.values()].map((pair) => {
    const all = pair.joins.map(({ id }) => joins.get(id)!);
    const claims = all.filter((join) => join.moved !== 'held');
    const alike = claims.some((join) => join.moved === 'alike');
    // What stands for several looks like the least firm of them.
    return { ...pair, joins: claims.length === 0 ? all : alike ? claims.toReversed() : claims, held: claims.length === 0, alike };
  });
}
