/** Reads what is cited from a source, with the claim of each citation, as the case is recorded now. */
import { API_LIMITS } from '../../contract/parts.ts';
import type { readPassages as contract } from '../../contract/routes/texts.ts';
import type { Locator } from '../../domain/model/records.ts';
import { readGraph } from '../../graph/open-graph.ts';
import type { Database } from '../../store/connect.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import { citationView } from '../views/citation-view.ts';
import { claimListItems } from '../views/claim-list-item.ts';
import { sourceView } from '../views/source-view.ts';

const paragraphOf = (locator: Locator | undefined) => (locator && 'paragraph' in locator ? locator.paragraph : Number.POSITIVE_INFINITY);

/** @throws AppError `not-found` for a source nobody has */
export async function readPassages(
  db: Database,
  { params: { id } }: Pick<InputOf<typeof contract>, 'params'>,
  o?: CallOptions,
): Promise<AnswerOf<typeof contract>> {
  return readGraph(
    db,
    undefined,
    async (graph) => {
      const { source, ctx: around } = await graph.source(id, 1);
      // Of what is only disputed or was taken back, too: it stands in the text.
      const { claims, total, ctx } = await graph.claims({ sources: [id] }, { order: 'id', offset: 0, limit: API_LIMITS.textClaims });
      const ids = claims.map((claim) => claim.id);
      const passages = claimListItems(ids, ctx).flatMap((claim) =>
        (ctx.records.citations.get(claim.id) ?? [])
          .filter((citation) => citation.source === id)
          .map((citation) => ({ at: paragraphOf(citation.locator), claim, citation: citationView(citation, ctx.figures.get(claim.id), ctx) })),
      );
      passages.sort((a, b) => a.at - b.at || (a.citation.mark?.start ?? 0) - (b.citation.mark?.start ?? 0) || (a.citation.id < b.citation.id ? -1 : 1));
      return {
        source: sourceView(source, around),
        passages: passages.map(({ claim, citation }) => ({ claim, citation })),
        total,
        revision: graph.revision,
      };
    },
    o,
  );
}
