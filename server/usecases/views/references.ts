/** Ids with their names to show. */
import type { z } from 'zod';
import type { reference } from '../../contract/views.ts';
import type { ViewContext } from '../../graph/view-context.ts';

export type Reference = z.infer<typeof reference>;

export function entityReference(id: string, ctx: Pick<ViewContext, 'nameOf'>): Reference {
  return { id, name: ctx.nameOf(id) };
}

export function voiceReference(id: string, ctx: Pick<ViewContext, 'records'>): Reference {
  return { id, name: ctx.records.voices.get(id)?.name ?? id };
}
