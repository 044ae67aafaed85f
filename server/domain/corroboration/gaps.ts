/** What a claim lacks: the reasons for which it wants corroboration, by its figures. */
import { restsOnInvolved } from '../figures/involvement.ts';
import type { Figures } from '../model/figures.ts';
import type { GapKind } from '../model/lists.ts';
import type { Source } from '../model/records.ts';

/** One reason, with the voices or the sources that it is about. */
export interface GapReason {
  kind: GapKind;
  /** Of `one-origin` the origin; of `parties` and `unclear` the voices involved, with why each is; sorted. */
  voices: { voice: string; why: string[] }[];
  /** Of `unread`: the sources not seen, sorted. */
  sources: string[];
}

/** The reasons in the order of the kinds; none for a claim that is not visible, or that is disputed only. */
export function gapsOf(figures: Figures, sources: ReadonlyMap<string, Pick<Source, 'seen'>>): GapReason[] {
  if (!figures.visible || figures.rank < 0) return [];
  const reasons: GapReason[] = [];
  const add = (kind: GapKind, more: Partial<GapReason> = {}) => reasons.push({ kind, voices: [], sources: [], ...more });
  if (figures.origins === 0) add(isRetoldOnly(figures) ? 'retelling' : 'no-origin');
  if (figures.origins === 1) add('one-origin', { voices: figures.originVoices.map((voice) => ({ voice, why: [] })) });
  const involved = restsOnInvolved(figures);
  if (involved) add(involved, { voices: involvedVoices(figures, involved) });
  const { roots } = figures.restsOn;
  if (roots.length > 0 && roots.every((id) => sources.get(id)?.seen === false)) add('unread', { sources: roots });
  return reasons;
}

/** Whether every supporting citation that counts is a retelling. */
function isRetoldOnly({ history, retellings }: Figures): boolean {
  const counting = history.filter(({ stance, fell }) => stance === 'supports' && fell !== 'retracted');
  return counting.length > 0 && counting.every(({ citation }) => retellings.includes(citation));
}

/** The voices for which no origin counts as uninvolved: those of a party, or those whose stake is unclear. */
function involvedVoices({ involvedReasons }: Figures, kind: 'parties' | 'unclear'): GapReason['voices'] {
  const why = new Map<string, Set<string>>();
  for (const { voice, reason, detail } of involvedReasons) {
    if ((reason === 'a') !== (kind === 'unclear')) continue;
    why.set(voice, (why.get(voice) ?? new Set()).add(detail));
  }
  return [...why].sort(([a], [b]) => (a < b ? -1 : 1)).map(([voice, details]) => ({ voice, why: [...details] }));
}
