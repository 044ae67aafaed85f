/** Derives the standing of a claim on the ladder from its visible citations (model.md, "Standing"). */
import { parseEdtf } from '../dates/edtf-dates.ts';
import { retellingsAmong, rootOf, type ChainOf } from './lineage.ts';
import { RANK_OF_LEVEL, type Level, type SupportLevel } from '../model/lists.ts';
import type { Citation, Records, Source } from '../model/records.ts';
import type { StandingLevel, StandingStep } from '../model/figures.ts';
import { dateVisibility } from '../dates/visibility.ts';

/** A supporting citation that counts: it was not retracted, though it may count for less than the level it gives (`StandingStep.fell`). */
export interface CountedCitation {
  citation: Citation;
  level: SupportLevel;
  rank: number;
  /** The source at the root of the citation, if it has one. */
  root?: Source;
  /** The same text names the origin of this elsewhere: the citation counts for standing and adds no origin. */
  retelling: boolean;
}
export interface Standing {
  level: StandingLevel;
  /** 0 to 6; -1 for `disputed-only`. */
  rank: number;
  by: string[];
  since?: StandingStep['on'];
  history: StandingStep[];
  counted: CountedCitation[];
  hedges: string[];
}

const FALLING: ReadonlySet<Level> = new Set(['charged', 'found', 'convicted']);
const isSupportLevel = (level: Level): level is SupportLevel => level in RANK_OF_LEVEL;

/**
 * Standing of one claim from its visible citations, in any order.
 *
 * A `retracted` citation takes back the supporting citations of its voice that are dated not later (by `on`, else by the publication of the source read;
 * undated counts as latest). The voice is that of the root, or of the source read where there is no root. `acquitted` and `withdrawn` let the steps of their
 * case that are not later, or are undated, fall to `alleged`; those still count as citations and origins. A `confirmed` that is not known from the body it
 * names counts as `reported`, without `by` and `since`, because the day is that of the body's act. The rank is the highest left; at rank 1 `alleged` is shown
 * rather than `reported`.
 * @param happenedDay the happened clock in days since 1970-01-01, used only to mark steps that may be later
 * @param chain a cached `chainOf`, for callers that derive many claims
 */
export function deriveStanding(
  visible: readonly Citation[],
  { sources, voices }: Pick<Records, 'sources' | 'voices'>,
  accusatory: boolean,
  happenedDay?: number,
  chain?: ChainOf,
): Standing {
  const taken = retractionDates(visible, sources, chain);
  const released = releaseDates(visible);
  const retellings = retellingsAmong(visible, sources, chain);
  const counted: CountedCitation[] = [];
  const history: StandingStep[] = [];
  for (const citation of visible) {
    const step = stepOf(citation, happenedDay);
    history.push(step);
    if (citation.stance !== 'supports') continue;
    const root = rootOf(citation, sources, chain);
    if (taken.size > 0 && dateOf(citation, sources) <= (taken.get(voiceOf(citation, root, sources)) ?? -Infinity)) {
      step.counts = false;
      step.fell = 'retracted';
      continue;
    }
    let level: SupportLevel = isSupportLevel(citation.standing.level) ? citation.standing.level : 'unstated';
    if (isReleased(citation, released)) {
      level = 'alleged';
      step.counts = false;
      step.fell = 'alleged';
    } else if (level === 'confirmed' && !isOwnWord(citation, root, voices)) {
      level = 'reported';
      step.counts = false;
      step.fell = 'reported';
    }
    counted.push({ citation, level, rank: RANK_OF_LEVEL[level], root, retelling: retellings.has(citation.id) });
  }
  const rank = counted.reduce((highest, c) => Math.max(highest, c.rank), -1);
  const level = shownLevel(rank, counted, accusatory);
  const shown = counted.filter((c) => c.level === level);
  const givers = shown.filter((c) => c.level !== 'reported' || c.citation.standing.level === 'reported');
  const giverIds = new Set(givers.map((c) => c.citation.id));
  history.sort(byAge);
  return {
    level,
    rank,
    by: distinct(givers.map((c) => c.citation.standing.by)),
    since: history.find((step) => step.on && giverIds.has(step.citation))?.on,
    history,
    counted,
    hedges: distinct(shown.map((c) => c.citation.hedge)),
  };
}

/** Whether a confirmation is known from the confirming body itself: the passage states its origin, or its root is a document of that body. */
function isOwnWord({ origin, originBasis, standing }: Citation, root: Source | undefined, voices: Records['voices']): boolean {
  if (origin !== undefined) return originBasis === 'stated';
  return root !== undefined && standing.by !== undefined && voices.get(root.voice)?.entities.includes(standing.by) === true;
}

function stepOf(citation: Citation, happenedDay: number | undefined): StandingStep {
  const { level, by, on, case: inCase } = citation.standing;
  const step: StandingStep = {
    level,
    rank: citation.stance === 'supports' && isSupportLevel(level) ? RANK_OF_LEVEL[level] : null,
    citation: citation.id,
    stance: citation.stance,
    counts: true,
  };
  if (by !== undefined) step.by = by;
  if (on !== undefined) step.on = on;
  if (inCase !== undefined) step.case = inCase;
  if (dateVisibility(on, happenedDay) === 'uncertain') step.uncertain = true;
  return step;
}

/** Voice → latest possible day of its last retraction. */
function retractionDates(visible: readonly Citation[], sources: ReadonlyMap<string, Source>, chain?: ChainOf): Map<string | undefined, number> {
  const latest = new Map<string | undefined, number>();
  for (const retraction of visible) {
    if (retraction.stance !== 'disputes' || retraction.standing.level !== 'retracted') continue;
    const voice = voiceOf(retraction, rootOf(retraction, sources, chain), sources);
    if (voice === undefined) continue;
    latest.set(voice, Math.max(latest.get(voice) ?? -Infinity, dateOf(retraction, sources)));
  }
  return latest;
}

function voiceOf(citation: Citation, root: Source | undefined, sources: ReadonlyMap<string, Source>): string | undefined {
  return (root ?? sources.get(citation.source))?.voice;
}

/** Latest possible day of the step, else of the publication of the source read, else Infinity. */
function dateOf(citation: Citation, sources: ReadonlyMap<string, Source>): number {
  const dated = citation.standing.on ?? sources.get(citation.source)?.published;
  return dated ? parseEdtf(dated.edtf).latest : Infinity;
}

/** Case → latest possible day of its last acquittal or withdrawal, Infinity where undated. */
function releaseDates(visible: readonly Citation[]): Map<string, number> {
  const latest = new Map<string, number>();
  for (const { stance, standing } of visible) {
    if (stance !== 'disputes' || standing.case === undefined) continue;
    if (standing.level !== 'acquitted' && standing.level !== 'withdrawn') continue;
    const day = standing.on ? parseEdtf(standing.on.edtf).latest : Infinity;
    latest.set(standing.case, Math.max(latest.get(standing.case) ?? -Infinity, day));
  }
  return latest;
}

function isReleased({ standing }: Citation, released: ReadonlyMap<string, number>): boolean {
  if (!FALLING.has(standing.level) || standing.case === undefined) return false;
  const day = released.get(standing.case);
  return day !== undefined && (!standing.on || parseEdtf(standing.on.edtf).latest <= day);
}

/** The level to show for a rank. Two ranks have more than one level: at 1 `alleged` comes before `reported`, at 6 the one is shown that fits the claim. */
function shownLevel(rank: number, counted: readonly CountedCitation[], accusatory: boolean): StandingLevel {
  if (rank < 0) return 'disputed-only';
  const preferred: SupportLevel = rank === 1 ? 'alleged' : accusatory ? 'convicted' : 'confirmed';
  let shown: StandingLevel = 'disputed-only';
  for (const { level, rank: reached } of counted) {
    if (reached !== rank) continue;
    if (level === preferred) return level;
    shown = level;
  }
  return shown;
}

/** Oldest first by latest possible day, undated last; on one day the lower rank first and disputes last. */
function byAge(a: StandingStep, b: StandingStep): number {
  if (!a.on !== !b.on) return a.on ? -1 : 1;
  if (a.on && b.on) {
    const x = parseEdtf(a.on.edtf);
    const y = parseEdtf(b.on.edtf);
    if (x.latest !== y.latest) return x.latest < y.latest ? -1 : 1;
    if (x.earliest !== y.earliest) return x.earliest < y.earliest ? -1 : 1;
    if (x.text !== y.text) return x.text < y.text ? -1 : 1;
  }
  const rank = (a.rank ?? 7) - (b.rank ?? 7);
  return rank || (a.citation < b.citation ? -1 : a.citation > b.citation ? 1 : 0);
}

function distinct(values: (string | undefined)[]): string[] {
  const set = new Set<string>();
  for (const value of values) if (value !== undefined) set.add(value);
  return [...set].sort();
}
