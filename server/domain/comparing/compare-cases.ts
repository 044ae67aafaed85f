/** Two states of one case beside each other: which claims one has and the other has not, which changed, and what striking did to each. */
import { byStanding } from '../figures/by-standing.ts';
import type { InSlices } from '../figures/in-slices.ts';
import { entitiesOf } from '../model/claim-ends.ts';
import type { Figures } from '../model/figures.ts';
import type { Records } from '../model/records.ts';
import { claimChanges, claimState, type ClaimChange, type ClaimState } from './claim-changes.ts';
import type { TakenFrom } from './strike.ts';

/** A case as it stands at some clocks. */
export interface CaseState {
  records: Pick<Records, 'claims' | 'citations'>;
  figures: ReadonlyMap<string, Figures>;
  /** What each claim lost to what is struck. */
  taken: ReadonlyMap<string, TakenFrom>;
}
/** `gained` and `lost`: it stands in one of the two alone. `same`: nothing that is told of it differs. */
export type ClaimDifferenceKind = 'gained' | 'lost' | 'changed' | 'same';
export const STRIKE_EFFECTS = ['falls', 'retold', 'stands'] as const;
/**
 * What striking did to a claim that stood: nobody else tells it (`falls`); what is left of it only retells what is struck, which is no standing (`retold`); it
 * lost a citation or is told otherwise, and stands.
 */
export type StrikeEffect = (typeof STRIKE_EFFECTS)[number];
export interface ClaimDifference {
  claim: string;
  kind: ClaimDifferenceKind;
  changes: ClaimChange[];
  struck?: StrikeEffect;
}
export interface CaseComparison {
  /** By id of the claim: those that differ, and those that something was struck from. */
  byClaim: ReadonlyMap<string, ClaimDifference>;
  /** Firmest first: `lost`, `falls` and `retold` as they stood before, the others as they stand after. */
  gained: ClaimDifference[];
  lost: ClaimDifference[];
  changed: ClaimDifference[];
  falls: ClaimDifference[];
  retold: ClaimDifference[];
  stands: ClaimDifference[];
  /** Entities that claims which stand name in one of the two alone: those of the firmest claims first. */
  entitiesGained: string[];
  entitiesLost: string[];
  /** Claims that stand before and after; `untouched`: of those before, what striking did nothing to. */
  before: number;
  after: number;
  untouched: number;
}

/**
 * Compares all claims. A claim stands where it is visible and not disputed only.
 * @param striking something is struck from the second that the first has
 */
export function* compareCases(before: CaseState, after: CaseState, striking = false): InSlices<CaseComparison> {
  const byClaim = new Map<string, ClaimDifference>();
  const stands = { before: [] as Figures[], after: [] as Figures[] };
  for (const id of new Set([...before.figures.keys(), ...after.figures.keys()])) {
    const [was, is] = [shownIn(before, id), shownIn(after, id)];
    if (was && was.figures.rank >= 0) stands.before.push(was.figures);
    if (is && is.figures.rank >= 0) stands.after.push(is.figures);
    const found = differenceOf(id, was?.state, is?.state);
    const struck = striking && found.isBefore ? effectOf(found, before.taken.get(id), after.taken.get(id)) : undefined;
    if (found.kind !== 'same' || struck) byClaim.set(id, { claim: id, kind: found.kind, changes: found.changes, ...(struck === undefined ? {} : { struck }) });
    yield;
  }
  const lists = listed(byClaim, before, after);
  const entities = { before: yield* bestOfEntities(stands.before, before), after: yield* bestOfEntities(stands.after, after) };
  return {
    byClaim,
    ...lists,
    entitiesGained: onlyIn(entities.after, entities.before),
    entitiesLost: onlyIn(entities.before, entities.after),
    before: stands.before.length,
    after: stands.after.length,
    untouched: stands.before.length - lists.falls.length - lists.retold.length - lists.stands.length,
  };
}

function shownIn({ figures, records }: CaseState, id: string): { figures: Figures; state: ClaimState } | undefined {
  const of = figures.get(id);
  return of?.visible ? { figures: of, state: claimState(of, records.citations.get(id)) } : undefined;
}

function differenceOf(claim: string, before: ClaimState | undefined, after: ClaimState | undefined): ClaimDifference & { isBefore: boolean } {
  const changes = claimChanges(before, after);
  const [isBefore, isAfter] = [before, after].map((state) => state !== undefined && state.rank >= 0);
  const kind = isBefore ? (isAfter ? (changes.length > 0 ? 'changed' : 'same') : 'lost') : isAfter ? 'gained' : 'same';
  return { claim, kind, changes: kind === 'same' ? [] : changes, isBefore: isBefore === true };
}

/** @returns undefined for a claim that striking did nothing to */
function effectOf({ kind }: Pick<ClaimDifference, 'kind'>, before: TakenFrom | undefined, after: TakenFrom | undefined): StrikeEffect | undefined {
  if (kind === 'lost') return (after?.retold.length ?? 0) > 0 ? 'retold' : 'falls';
  const taken = (from: TakenFrom | undefined) => (from ? from.struck.length + from.retold.length : 0);
  return kind === 'changed' || taken(after) > taken(before) ? 'stands' : undefined;
}

type Lists = Pick<CaseComparison, 'gained' | 'lost' | 'changed' | 'falls' | 'retold' | 'stands'>;

function listed(byClaim: ReadonlyMap<string, ClaimDifference>, before: CaseState, after: CaseState): Lists {
  const all = [...byClaim.values()];
  const inOrder = (some: ClaimDifference[], state: CaseState) => {
    const figures = (one: ClaimDifference) => state.figures.get(one.claim) ?? { claim: one.claim, rank: -1, origins: 0 };
    return some.sort((a, b) => byStanding(figures(a), figures(b)));
  };
  const ofKind = (kind: ClaimDifferenceKind, state: CaseState) =>
    inOrder(
      all.filter((one) => one.kind === kind),
      state,
    );
  const ofEffect = (effect: StrikeEffect, state: CaseState) =>
    inOrder(
      all.filter((one) => one.struck === effect),
      state,
    );
  return {
    gained: ofKind('gained', after),
    lost: ofKind('lost', before),
    changed: ofKind('changed', after),
    falls: ofEffect('falls', before),
    retold: ofEffect('retold', before),
    stands: ofEffect('stands', after),
  };
}

/** The highest rank of the claims that name each entity. */
function* bestOfEntities(standing: readonly Figures[], { records }: CaseState): InSlices<Map<string, number>> {
  const best = new Map<string, number>();
  for (const { claim: id, rank } of standing) {
    const claim = records.claims.get(id);
    for (const entity of claim ? entitiesOf(claim) : []) best.set(entity, Math.max(rank, best.get(entity) ?? 0));
    yield;
  }
  return best;
}

function onlyIn(some: ReadonlyMap<string, number>, others: ReadonlyMap<string, number>): string[] {
  const only = [...some].filter(([id]) => !others.has(id));
  return only.sort(([a, rankA], [b, rankB]) => rankB - rankA || (a < b ? -1 : 1)).map(([id]) => id);
}
