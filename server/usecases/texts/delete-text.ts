/** Deletes the text of a source with its words. What its citations were made for is still known by digest, so that another version does not move them unseen. */
import type { deleteText as contract } from '../../contract/routes/texts.ts';
import { anchorsAfter } from '../../domain/texts/anchors.ts';
import type { Database } from '../../store/connect.ts';
import { removeAnchors, removeText, writeAnchors } from '../../store/statements/texts.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import { anchorRow, citedIn, refuseChanged, requireText } from './kept-text.ts';

type Route = typeof contract;

/** @throws AppError `not-found` where no text is kept, `conflict` where it was changed since `revision` */
export async function deleteText(db: Database, { params: { id }, query }: Pick<InputOf<Route>, 'params' | 'query'>, o?: CallOptions): Promise<AnswerOf<Route>> {
  await db.write(
    query.operation,
    async (tx) => {
      const kept = await requireText(tx, id);
      refuseChanged(id, kept, query.revision);
      const { citations, anchors } = await citedIn(tx, [id]);
      const rows = anchorsAfter(citations, anchors, kept.paragraphs, []).map(({ words: _words, ...anchor }) => anchorRow(anchor));
      await removeAnchors.run(tx, { source: id });
      await writeAnchors.run(tx, { source: id, rows });
      await removeText.run(tx, { source: id });
      return true;
    },
    o,
  );
  return { deleted: true };
}
