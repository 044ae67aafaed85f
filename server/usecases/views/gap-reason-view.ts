/** Why a claim wants corroboration, as the API shows it: each reason with the voices or the sources it is about, by name. */
import type { z } from 'zod';
import type { gapReason } from '../../contract/views.ts';
import type { GapReason } from '../../domain/corroboration/gaps.ts';
import { shortTitle } from '../../domain/telling/source-title.ts';
import type { WholeCase } from '../../graph/graph.ts';
import { voiceReference } from './references.ts';

export function gapReasonView({ kind, voices, sources }: GapReason, ctx: WholeCase): z.infer<typeof gapReason> {
  return {
    kind,
    voices: voices.map(({ voice, why }) => ({ ...voiceReference(voice, ctx), why })),
    sources: sources.flatMap((id) => {
      const source = ctx.records.sources.get(id);
      return source ? [{ id, name: shortTitle(source) }] : [];
    }),
  };
}
