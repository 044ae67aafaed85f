/** What changed for a claim between two states of a case, in the words of claims: used where two states are compared, and where an export is with the present. */
import { isDispute, type DisputeLevel } from '../model/lists.ts';
import type { Figures, StandingLevel } from '../model/figures.ts';
import type { Citation } from '../model/records.ts';

/** What is compared of a claim. What one side does not know of it is not compared. */
export interface ClaimState {
  level: StandingLevel;
  rank: number;
  origins: number;
  contested: boolean;
  /** Levels of the steps against it that count, sorted, each once. */
  disputes: string[];
  /** Who gave the level, sorted. */
  by?: string[];
  /** The voices that are its origins, sorted. */
  voices?: string[];
  uninvolved?: number;
  /** When it happened, how many, how much: written so that two are alike where the values are. */
  values?: string;
  /** What came of it, as its citations say, sorted, each once. */
  outcomes?: string[];
}
/** Kinds of change, in the order in which they are told. */
export const CLAIM_CHANGES = [
  'gone',
  'disputed-only',
  'new',
  'stands-again',
  'acquitted',
  'withdrawn',
  'retracted',
  'denied',
  'contradicted',
  'lost-only-origin',
  'sank',
  'rose',
  'other-step',
  'lost-origin',
  'gained-origin',
  'other-origins',
  'lost-uninvolved',
  'gained-uninvolved',
  'contested',
  'uncontested',
  'no-dispute',
  'values',
  'outcome',
] as const;
export type ClaimChange = (typeof CLAIM_CHANGES)[number];
export const CHANGE_WORDS: Readonly<Record<ClaimChange, string>> = {
  gone: 'no longer on record, or not on view',
  'disputed-only': 'left only disputed',
  new: 'new',
  'stands-again': 'no longer only disputed',
  acquitted: 'acquitted',
  withdrawn: 'had the case withdrawn',
  retracted: 'retracted',
  denied: 'denied',
  contradicted: 'contradicted',
  'lost-only-origin': 'lost its only origin',
  sank: 'sank in standing',
  rose: 'rose in standing',
  'other-step': 'stands by another step of the same rank',
  'lost-origin': 'lost an origin',
  'gained-origin': 'gained an origin',
  'other-origins': 'has other origins',
  'lost-uninvolved': 'lost an uninvolved origin',
  'gained-uninvolved': 'gained an uninvolved origin',
  contested: 'newly contested',
  uncontested: 'no longer contested',
  'no-dispute': 'no longer disputed in a way it was',
  values: 'told with another date, count or amount',
  outcome: 'told with another outcome',
};

/** @param citations of the claim, for what came of it */
export function claimState(figures: Figures, citations: readonly Citation[] = []): ClaimState & Required<Pick<ClaimState, 'voices'>> {
  const { level, rank, origins, contested, history, by, originVoices, uninvolvedOrigins } = figures;
  const counting = new Set(history.flatMap(({ citation, stance, fell }) => (stance === 'supports' && fell !== 'retracted' ? [citation] : [])));
  const values = [figures.happened, figures.count, figures.amount].map((some) => some.map(({ value }) => JSON.stringify(value)).sort());
  return {
    level,
    rank,
    origins,
    contested,
    disputes: [...new Set(history.filter(({ stance, fell }) => stance === 'disputes' && fell === undefined).map((step) => step.level))].sort(),
    by,
    voices: originVoices,
    uninvolved: uninvolvedOrigins,
    values: JSON.stringify(values),
    outcomes: [...new Set(citations.flatMap(({ id, outcome }) => (outcome !== undefined && counting.has(id) ? [outcome] : [])))].sort(),
  };
}

/** @param before, after the claim in either state; undefined where it is not on view */
export function claimChanges(before: ClaimState | undefined, after: ClaimState | undefined): ClaimChange[] {
  if (!after) return before ? ['gone'] : [];
  if (!before) return ['new'];
  const found = new Set<ClaimChange>(disputesAmong(after).filter((level) => !before.disputes.includes(level)));
  if (disputesAmong(before).some((level) => !after.disputes.includes(level))) found.add('no-dispute');
  for (const change of [standingChange(before, after), originChange(before, after), uninvolvedChange(before, after)]) if (change) found.add(change);
  if (after.contested !== before.contested) found.add(after.contested ? 'contested' : 'uncontested');
  if (isOther(before.values, after.values)) found.add('values');
  if (isOther(before.outcomes, after.outcomes)) found.add('outcome');
  return CLAIM_CHANGES.filter((change) => found.has(change));
}

const disputesAmong = ({ disputes }: ClaimState) => disputes.filter((level): level is DisputeLevel => isDispute(level));

function standingChange(before: ClaimState, after: ClaimState): ClaimChange | undefined {
  if (before.rank >= 0 && after.rank < 0) return 'disputed-only';
  if (before.rank < 0 && after.rank >= 0) return 'stands-again';
  if (after.rank !== before.rank) return after.rank < before.rank ? 'sank' : 'rose';
  return after.level !== before.level || isOther(before.by, after.by) ? 'other-step' : undefined;
}

function originChange(before: ClaimState, after: ClaimState): ClaimChange | undefined {
  if (before.origins > 0 && after.origins === 0) return 'lost-only-origin';
  if (after.origins !== before.origins) return after.origins < before.origins ? 'lost-origin' : 'gained-origin';
  return isOther(before.voices, after.voices) ? 'other-origins' : undefined;
}

function uninvolvedChange(before: ClaimState, after: ClaimState): ClaimChange | undefined {
  if (before.uninvolved === undefined || after.uninvolved === undefined || before.uninvolved === after.uninvolved) return undefined;
  return after.uninvolved < before.uninvolved ? 'lost-uninvolved' : 'gained-uninvolved';
}

/** Whether both are known and differ. */
function isOther(before: string | readonly string[] | undefined, after: string | readonly string[] | undefined): boolean {
  return before !== undefined && after !== undefined && String(before) !== String(after);
}
