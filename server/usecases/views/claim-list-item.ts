/** A claim as an item of a list (contract `claimListItem`). */
import type { z } from 'zod';
import type { claimListItem as contract } from '../../contract/views.ts';
import type { Claim } from '../../domain/model/records.ts';
import { narrateClaim } from '../../domain/telling/narrate-claim.ts';
import type { ViewContext } from '../../graph/view-context.ts';

export type ClaimListItem = z.infer<typeof contract>;

export function claimListItem(claim: Claim, ctx: ViewContext): ClaimListItem | undefined {
  const figures = ctx.figures.get(claim.id);
  if (!figures) return undefined;
  return {
    id: claim.id,
    sentence: narrateClaim(claim, figures, ctx),
    level: figures.level,
    rank: figures.rank,
    origins: figures.origins,
    originsOpen: figures.originsOpen,
    uninvolvedOrigins: figures.uninvolvedOrigins,
    contested: figures.contested,
  };
}

/** Items for claim ids, in the order given; ids without a visible claim are left out. */
export function claimListItems(ids: Iterable<string>, ctx: ViewContext): ClaimListItem[] {
  const items: ClaimListItem[] = [];
  for (const id of ids) {
    const claim = ctx.records.claims.get(id);
    const item = claim && claimListItem(claim, ctx);
    if (item) items.push(item);
  }
  return items;
}
