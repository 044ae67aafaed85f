/**
 * The record of today, by which the publication gate judges a view at whatever dates: what was retracted, or is known of a person's danger, since these dates is
 * known to whoever prints the view.
 */
import type { CopiedWords } from './copied-words-in-piece.ts';
import { claimViews } from '../figures/claim-views.ts';
import { recordedDead } from '../figures/recorded-dead.ts';
import type { Figures } from '../model/figures.ts';
import { standsAtADate } from '../model/questions.ts';
import type { Citation, Records } from '../model/records.ts';
import type { NarrationContext } from '../telling/narration.ts';

type StandingToday = Pick<Figures, 'visible' | 'accusatory' | 'level' | 'rank' | 'by' | 'history'>;
export interface RecordToday {
  records: Records;
  /** Undefined for a claim that is no longer on record. */
  standingOf(claim: string): StandingToday | undefined;
  /** People recorded as dead. */
  dead: ReadonlySet<string>;
}
/**
 * @property today the records of today, where the view stands at a `recorded` date; otherwise `records` holds them
 * @property copied what copies a private text of its sources
 */
export type GateContext = NarrationContext & { today?: Records; copied?: CopiedWords };

/** The records of a `recorded` date and those of today. Whoever is in danger today is marked so in both. */
export function withToday(then: Records, today: Records): Required<Pick<GateContext, 'records' | 'today'>> {
  const entities = new Map([...then.entities].map(([id, entity]) => [id, today.entities.get(id)?.atRisk ? { ...entity, atRisk: true } : entity]));
  return { records: { ...then, entities }, today };
}

export function recordToday({ records: then, figures, clocks, today }: GateContext): RecordToday {
  const records = today ?? then;
  const standingOf = today || (clocks && standsAtADate(clocks)) ? standingsOf(records) : (id: string) => figures.get(id);
  return { records, standingOf, dead: recordedDead({ records, figures: { get: standingOf } }) };
}

function standingsOf(records: Records): RecordToday['standingOf'] {
  const viewOf = claimViews(records);
  return (id) => {
    const view = viewOf(id);
    return view && { visible: view.visible, accusatory: view.accusatory, ...view.standing };
  };
}

/** All citations of a claim, in the order of its history. */
export function citationsToday(claim: string, { records, standingOf }: RecordToday): Citation[] {
  const byId = new Map(records.citations.get(claim)?.map((citation) => [citation.id, citation]));
  return standingOf(claim)?.history.flatMap((step) => byId.get(step.citation) ?? []) ?? [];
}

/** Whether a citation of a claim supports it no more, by its id: taken back since, or no longer on record. */
export function fallenToday(claim: string, { records, standingOf }: RecordToday): (citation: string) => boolean {
  const kept = new Set(records.citations.get(claim)?.map(({ id }) => id));
  const takenBack = new Set(standingOf(claim)?.history.flatMap((step) => (step.fell === 'retracted' ? [step.citation] : [])));
  return (citation) => !kept.has(citation) || takenBack.has(citation);
}
