/** The context that every function which writes sentences gets: the records, their figures at the clocks of the view, and the names that may be shown. */
import type { Citation, Records } from '../model/records.ts';
import type { Clocks } from '../model/questions.ts';
import type { Figures } from '../model/figures.ts';

export interface NarrationContext {
  records: Records;
  figures: ReadonlyMap<string, Figures>;
  /** The dates the figures were derived at; absent: none. */
  clocks?: Clocks;
  /** The name of an entity to show at the clocks. */
  nameOf(id: string): string;
  /** The words of all names (`namedWords`). Given where `records` holds only some of the entities, so that sentences do not depend on what else was fetched. */
  properWords?: ReadonlySet<string>;
  /** Entities that another one in the text shares the name shown with (`sharedNames`); those that another one of the case does are found without it (`isShared`). */
  sameName?: ReadonlySet<string>;
  /** The datasets whose entities have a name that may be taken for another's: those of a piece, which tells nothing of other cases. Absent: all. */
  casesTold?: ReadonlySet<string>;
  /** The claims of a piece: of a rival that is not among them it is only said that there is one. Absent: any may be named. */
  claimsTold?: ReadonlySet<string>;
}

/** The citations of a claim that are visible at the clocks, in the order of its history: oldest step first, undated last. */
export function visibleCitations(claimId: string, ctx: Pick<NarrationContext, 'records' | 'figures'>): Citation[] {
  const byId = new Map((ctx.records.citations.get(claimId) ?? []).map((c) => [c.id, c]));
  const history = ctx.figures.get(claimId)?.history ?? [];
  return history.flatMap((step) => byId.get(step.citation) ?? []);
}

/** The text with its first letter as a capital. */
export function capitalised(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}

/** "A", "A and B", "A, B and C". */
export function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts[0] ?? '';
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** "1 origin", "3 origins". */
export function counted(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
