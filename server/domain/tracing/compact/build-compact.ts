/** Builds a compact graph, entity by entity and segment by segment. */
import { ENTITY_TYPES, GROUPS, traitsOf } from '../../model/lists.ts';
import type { InSlices } from '../../figures/in-slices.ts';
import { samePlaces, type SameDecision } from '../same-places.ts';
import { sameDecisions, segmenter, traceEntity, type TraceEntity, type TraceGraph, type TraceSegment } from '../trace-graph.ts';
import type { Figures } from '../../model/figures.ts';
import type { Records } from '../../model/records.ts';
import { AGGREGATE, GENERIC, MOST_UNINVOLVED, WORD, type CompactGraph } from './compact-graph.ts';
import { addId, compareIds, copyOf, emptyIdTable, idAt, numberOf, trimmed, type IdTable } from './id-table.ts';
import { cutTo, grown, shared } from './shared-arrays.ts';

const TYPE_INDEX = new Map(ENTITY_TYPES.map((type, i) => [type, i]));
const GROUP_INDEX = new Map(GROUPS.map((group, i) => [group, i]));
const JOINS_NOBODY = ENTITY_TYPES.map((type) => traitsOf(type).joinsNobody);
const ASSOCIATION = GROUPS.indexOf('association');

/** Segments looked at from one `yield` to the next. */
const SLICE = 2_000;

/** Entities come first, in the order of their ids; then segments, in any order; then `finish`. */
export class CompactBuilder {
  private readonly entities = emptyIdTable();
  private types = shared(Uint8Array, 16);
  private traits = shared(Uint8Array, 16);
  private degrees = shared(Uint32Array, 16);
  /** Whether degrees were given: else they are counted. */
  private areDegreesGiven = false;
  private readonly claims: IdTable;
  private readonly predicates = emptyIdTable();
  private readonly holders: (readonly string[] | undefined)[] = [undefined];
  private readonly holderIndex = new Map<string, number>();
  /** Of claims whose segments were added without their datasets: what holds each, by the number of the claim. */
  private claimHolders = shared(Uint16Array, 16);
  private restHolder = 0;
  private size = 0;
  private segments: CompactGraph['segments'] = {
    claim: shared(Uint32Array, 16),
    n: shared(Uint16Array, 16),
    from: shared(Uint32Array, 16),
    to: shared(Uint32Array, 16),
    predicate: shared(Uint16Array, 16),
    origins: shared(Uint16Array, 16),
    holder: shared(Uint16Array, 16),
    word: shared(Uint32Array, 16),
  };

  /** @param before a graph whose segments are taken over by `keepSegments` */
  constructor(before?: CompactGraph) {
    this.claims = before ? copyOf(before.claims) : emptyIdTable();
    for (const id of before?.predicates ?? []) addId(this.predicates, id);
    for (const list of before?.holders ?? []) if (list) this.holderOf(list);
  }

  /**
   * Takes over the segments of a graph, those of some claims left out; after all entities were added.
   * @param graph the one that was given to the constructor
   */
  *keepSegments({ entities, segments }: CompactGraph, without: ReadonlySet<string>): InSlices<void> {
    const left = new Set([...without].map((id) => numberOf(this.claims, id)));
    // The numbers of entities have moved where others came before them.
    const numbers = new Int32Array(entities.size);
    for (let n = 0; n < entities.size; n += 1) {
      numbers[n] = numberOf(this.entities, idAt(entities, n));
      if (n % SLICE === 0) yield;
    }
    this.segments = mapColumns(this.segments, (column) => grown(column, segments.claim.length));
    const to = this.segments;
    for (let s = 0; s < segments.claim.length; s += 1) {
      if (s % SLICE === 0) yield;
      const [from, end] = [numbers[segments.from[s]!]!, numbers[segments.to[s]!]!];
      if (from < 0 || end < 0 || left.has(segments.claim[s]!)) continue;
      const at = this.size;
      this.size += 1;
      to.claim[at] = segments.claim[s]!;
      to.n[at] = segments.n[s]!;
      to.from[at] = from;
      to.to[at] = end;
      to.predicate[at] = segments.predicate[s]!;
      to.origins[at] = segments.origins[s]!;
      to.holder[at] = segments.holder[s]!;
      to.word[at] = segments.word[s]!;
    }
  }

  /** @throws RangeError where the id does not come after the one before */
  addEntity(id: string, { type, generic, aggregate, degree }: TraceEntity): void {
    const n = addId(this.entities, id);
    if (n > 0 && compareIds(this.entities, n - 1, n) >= 0) throw new RangeError(`Entities are added in the order of their ids, and "${id}" is not.`);
    this.types = grown(this.types, n + 1);
    this.traits = grown(this.traits, n + 1);
    this.degrees = grown(this.degrees, n + 1);
    this.types[n] = TYPE_INDEX.get(type) ?? 0;
    this.traits[n] = (generic ? GENERIC : 0) | (aggregate ? AGGREGATE : 0);
    if (degree !== undefined) {
      this.areDegreesGiven = true;
      this.degrees[n] = degree;
    }
  }

  /** A segment at an entity that was not added is left out. */
  addSegment(segment: TraceSegment): void {
    const from = numberOf(this.entities, segment.from);
    const to = numberOf(this.entities, segment.to);
    if (from < 0 || to < 0) return;
    const at = this.size;
    this.size += 1;
    if (at >= this.segments.claim.length) this.segments = mapColumns(this.segments, (column) => grown(column, at + 1));
    const { segments } = this;
    segments.claim[at] = addId(this.claims, segment.claim);
    segments.n[at] = segment.n;
    segments.from[at] = from;
    segments.to[at] = to;
    segments.predicate[at] = addId(this.predicates, segment.predicate);
    segments.origins[at] = segment.origins;
    segments.holder[at] = this.holderOf(segment.datasets);
    segments.word[at] =
      ((Math.min(segment.uninvolvedOrigins, MOST_UNINVOLVED) << 16) |
        (GROUP_INDEX.get(segment.group) ?? 0) |
        ((segment.rank + 1) << 4) |
        (segment.traversed ? WORD.traversed : 0) |
        (segment.within ? WORD.within : 0) |
        (segment.accusatory ? WORD.accusatory : 0) |
        (segment.disputedOnly ? WORD.disputedOnly : 0) |
        (segment.contested ? WORD.contested : 0) |
        (segment.at ? WORD.at : 0)) >>>
      0;
  }

  /** Which datasets hold a claim whose segments were added without them. Nothing where it has no segment. */
  holdClaim(claim: string, datasets: readonly string[]): void {
    const n = numberOf(this.claims, claim);
    if (n < 0) return;
    this.claimHolders = grown(this.claimHolders, n + 1);
    this.claimHolders[n] = this.holderOf(datasets);
  }

  /** Which datasets hold every claim that nothing else is said of. */
  holdOthers(datasets: readonly string[]): void {
    this.restHolder = this.holderOf(datasets);
  }

  private holderOf(datasets: readonly string[] | undefined): number {
    if (datasets === undefined) return 0;
    const key = datasets.join(' ');
    const known = this.holderIndex.get(key);
    if (known !== undefined) return known;
    const n = this.holders.push(datasets) - 1;
    if (n > 65_535) throw new RangeError('Claims are held by more than 65,535 different sets of datasets.');
    this.holderIndex.set(key, n);
    return n;
  }

  /** The lists of neighbours are made at the end, in time that follows the number of segments. */
  *finish(same: readonly SameDecision[]): InSlices<CompactGraph> {
    const { size } = this.entities;
    const segments = mapColumns(this.segments, (column) => cutTo(column, this.size));
    const { holder, claim } = segments;
    for (let s = 0; s < this.size; s += 1) {
      if (holder[s] === 0) holder[s] = this.claimHolders[claim[s]!] || this.restHolder;
      if (s % SLICE === 0) yield;
    }
    const { places, members } = placesOf(same, this.entities);
    const degrees = cutTo(this.degrees, size);
    const types = cutTo(this.types, size);
    if (!this.areDegreesGiven) {
      for (let s = 0; s < this.size; s += 1) {
        const [from, to] = [segments.from[s]!, segments.to[s]!];
        degrees[from]! += 1;
        if (to !== from) degrees[to]! += 1;
      }
    }
    yield;
    const rows = yield* rowsOf(segments, { size, places, types }, this.claims);
    return {
      entities: trimmed(this.entities),
      types,
      traits: cutTo(this.traits, size),
      degrees,
      places,
      same,
      members,
      claims: trimmed(this.claims),
      predicates: Array.from({ length: this.predicates.size }, (_, n) => idAt(this.predicates, n)),
      holders: this.holders,
      segments,
      ...rows,
    };
  }
}

/** A graph as the domain writes it. */
export function* compactOf({ entities, segments, same }: TraceGraph): InSlices<CompactGraph> {
  return yield* built(entities.keys(), (id) => entities.get(id)!, segments, same);
}

/** The compact graph of some records, at the clocks of the figures. */
export function* compactOfRecords(records: Records, figures: ReadonlyMap<string, Figures>): InSlices<CompactGraph> {
  const segmentsOfClaim = segmenter(records, figures);
  const segments = function* (): Generator<TraceSegment, void> {
    for (const claim of records.claims.values()) yield* segmentsOfClaim(claim);
  };
  return yield* built(records.entities.keys(), (id) => traceEntity(records.entities.get(id)!), segments(), sameDecisions(records));
}

function* built(
  ids: Iterable<string>,
  entityOf: (id: string) => TraceEntity,
  segments: Iterable<TraceSegment>,
  same: readonly SameDecision[],
): InSlices<CompactGraph> {
  const builder = new CompactBuilder();
  for (const id of [...ids].sort()) {
    builder.addEntity(id, entityOf(id));
    yield;
  }
  for (const segment of segments) {
    builder.addSegment(segment);
    yield;
  }
  return yield* builder.finish(same);
}

function mapColumns(columns: CompactGraph['segments'], each: <A extends Uint16Array | Uint32Array>(column: A) => A): CompactGraph['segments'] {
  const { claim, n, from, to, predicate, origins, holder, word } = columns;
  return {
    claim: each(claim),
    n: each(n),
    from: each(from),
    to: each(to),
    predicate: each(predicate),
    origins: each(origins),
    holder: each(holder),
    word: each(word),
  };
}

/** The place of each entity, and the entities of places that have several. */
function placesOf(same: readonly SameDecision[], entities: CompactGraph['entities']): Pick<CompactGraph, 'places' | 'members'> {
  const places = shared(Uint32Array, entities.size);
  for (let n = 0; n < entities.size; n += 1) places[n] = n;
  const members = new Map<number, readonly number[]>();
  for (const ids of samePlaces(same).members.values()) {
    const here = ids
      .map((id) => numberOf(entities, id))
      .filter((n) => n >= 0)
      .sort((a, b) => a - b);
    const [first] = here;
    if (first === undefined || here.length < 2) continue;
    members.set(first, here);
    for (const n of here) places[n] = first;
  }
  return { places, members };
}

/** The neighbours of every place. */
function* rowsOf(
  { claim, n, from, to, origins, word }: CompactGraph['segments'],
  { size, places, types }: { size: number; places: Uint32Array; types: Uint8Array },
  claims: CompactGraph['claims'],
): InSlices<Pick<CompactGraph, 'starts' | 'neighbours' | 'joins' | 'words'>> {
  const starts = shared(Uint32Array, size + 1);
  for (let s = 0; s < claim.length; s += 1) {
    const [a, b] = [places[from[s]!]!, places[to[s]!]!];
    if (a === b) continue;
    starts[a + 1]! += 1;
    starts[b + 1]! += 1;
    if (s % SLICE === 0) yield;
  }
  for (let p = 0; p < size; p += 1) starts[p + 1]! += starts[p]!;
  const entries = starts[size]!;
  // Each segment is put at both its places, and then, place by place, at the other one: so the neighbours of each place come out ascending.
  const atPlace = new Uint32Array(entries);
  const filled = starts.slice(0, size);
  for (let s = 0; s < claim.length; s += 1) {
    const [a, b] = [places[from[s]!]!, places[to[s]!]!];
    if (a === b) continue;
    atPlace[filled[a]!] = s;
    filled[a]! += 1;
    atPlace[filled[b]!] = s;
    filled[b]! += 1;
    if (s % SLICE === 0) yield;
  }
  filled.set(starts.subarray(0, size));
  const neighbours = shared(Uint32Array, entries);
  const joins = shared(Uint32Array, entries);
  for (let p = 0; p < size; p += 1) {
    for (let e = starts[p]!; e < starts[p + 1]!; e += 1) {
      const s = atPlace[e]!;
      const other = places[from[s]!]! === p ? places[to[s]!]! : places[from[s]!]!;
      neighbours[filled[other]!] = p;
      joins[filled[other]!] = s;
      filled[other]! += 1;
    }
    if (p % SLICE === 0) yield;
  }
  /** Less than 0 where the first segment is the better one: the order of `compareClaims`. */
  const compare = (x: number, y: number) =>
    WORD.rank(word[y]!) - WORD.rank(word[x]!) ||
    WORD.uninvolved(word[y]!) - WORD.uninvolved(word[x]!) ||
    origins[y]! - origins[x]! ||
    compareIds(claims, claim[x]!, claim[y]!) ||
    n[x]! - n[y]!;
  const words = shared(Uint32Array, entries);
  for (let p = 0; p < size; p += 1) {
    for (let e = starts[p]!; e < starts[p + 1]!;) {
      let end = e + 1;
      while (end < starts[p + 1]! && neighbours[end] === neighbours[e]) end += 1;
      if (end - e > 1) joins.subarray(e, end).sort(compare);
      for (; e < end; e += 1) {
        const s = joins[e]!;
        words[e] = wordAtEnd(word[s]!, places[to[s]!] === p, types[from[s]!]!, types[to[s]!]!);
      }
    }
    if (p % SLICE === 0) yield;
  }
  return { starts, neighbours, joins, words };
}

/** The word of a segment at one of its ends. */
function wordAtEnd(word: number, isUpper: boolean, fromType: number, toType: number): number {
  const isAssociation = WORD.group(word) === ASSOCIATION;
  const isWithin = (word & WORD.within) !== 0;
  const [here, there] = isUpper ? [toType, fromType] : [fromType, toType];
  const bodyHere = JOINS_NOBODY[here] === true && (isAssociation || (isWithin && isUpper));
  const bodyThere = JOINS_NOBODY[there] === true && (isAssociation || (isWithin && !isUpper));
  return (word | (bodyHere ? WORD.bodyHere : 0) | (bodyThere ? WORD.bodyThere : 0)) >>> 0;
}
