/** The supporting citations of a claim, grouped by the voice at their root and marked with its stake (contract `originGroup`). */
import type { z } from 'zod';
import type { originGroup } from '../../contract/views.ts';
import { rootOf } from '../../domain/figures/lineage.ts';
import type { Citation, Voice } from '../../domain/model/records.ts';
import type { Figures } from '../../domain/model/figures.ts';
import { citationView } from './citation-view.ts';
import { voiceView } from './source-view.ts';
import type { ViewContext } from '../../graph/view-context.ts';

export type OriginGroup = z.infer<typeof originGroup>;

/**
 * Groups with the most citations first, then by voice; citations without an established origin are the last group. `uninvolved` means that the voice is one of
 * the claim's uninvolved origins: at least one of its citations has nobody involved on its way.
 */
export function originGroups(citations: readonly Citation[], figures: Figures, ctx: ViewContext): OriginGroup[] {
  const byVoice = new Map<string | undefined, Citation[]>();
  for (const citation of citations) {
    const voice = rootOf(citation, ctx.records.sources)?.voice;
    byVoice.set(voice, [...(byVoice.get(voice) ?? []), citation]);
  }
  const groups = [...byVoice].sort(([a, as], [b, bs]) => {
    if (a === undefined || b === undefined) return a === undefined ? 1 : -1;
    return bs.length - as.length || (a < b ? -1 : 1);
  });
  return groups.map(([id, held]) => {
    const voice = id === undefined ? undefined : ctx.records.voices.get(id);
    return {
      ...(voice ? { voice: voiceView(voice, ctx) } : {}),
      marks: voice ? marksOf(voice, figures) : [],
      uninvolved: voice !== undefined && figures.uninvolvedVoices.includes(voice.id),
      citations: held.map((citation) => citationView(citation, figures, ctx)),
    };
  });
}

/** `unclear` for a stake not established; `accuser` where the voice accuses or speaks for an accuser; `party` for any other stake in the claim. */
function marksOf(voice: Voice, figures: Figures): string[] {
  const reasons = figures.involvedReasons.filter((r) => r.voice === voice.id);
  if (reasons.length === 0) return [];
  const marks = new Set<string>();
  const stakes = typeof voice.stake === 'string' ? [] : voice.stake;
  for (const { reason, entity } of reasons) {
    if (reason === 'a') marks.add('unclear');
    else if (reason === 'c') marks.add('accuser');
    else if (reason === 'd') marks.add('party');
    else {
      const concerned = stakes.filter((s) => 'scope' in s || entity === undefined || s.entity === entity);
      marks.add(concerned.some((s) => s.as === 'accuser') ? 'accuser' : 'party');
    }
  }
  return ['accuser', 'party', 'unclear'].filter((mark) => marks.has(mark));
}
