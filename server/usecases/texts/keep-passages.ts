/** Takes the word of a curator that passages do stand in the paragraphs they name, though the text there was another when they were cited. */
import type { keepPassages as contract } from '../../contract/routes/texts.ts';
import { AppError, type Problem } from '../../domain/model/errors.ts';
import type { Database } from '../../store/connect.ts';
import { removeAnchors, writeAnchors } from '../../store/statements/texts.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import { anchorRow, citedIn, orphansIn, refuseChanged, requireText } from './kept-text.ts';

type Route = typeof contract;

/** @throws AppError `refused` for a citation that is no orphan here, has marked words, or names a paragraph that the text does not have */
export async function keepPassages(db: Database, { params: { id }, body }: Pick<InputOf<Route>, 'params' | 'body'>, o?: CallOptions): Promise<AnswerOf<Route>> {
  await db.write(
    body.operation,
    async (tx) => {
      const kept = await requireText(tx, id);
      refuseChanged(id, kept, body.revision);
      const cited = await citedIn(tx, [id]);
      const orphans = new Map(orphansIn(cited, kept.paragraphs).map((orphan) => [orphan.citation, orphan]));
      const problems = body.citations.flatMap((citation, i): Problem[] => {
        const orphan = orphans.get(citation);
        const at = { pointer: `/citations/${i}` };
        if (!orphan) return [{ code: 'no-orphan', message: `${JSON.stringify(citation)} is no orphan of this text`, remedy: 'read the text again', ...at }];
        if (orphan.marked)
          return [{ code: 'marked-words', message: `${JSON.stringify(citation)} has marked words`, remedy: 'mark them anew in the citation', ...at }];
        if (orphan.paragraph > kept.paragraphs.length)
          return [
            {
              code: 'no-paragraph',
              message: `${JSON.stringify(citation)} names paragraph ${orphan.paragraph} of ${kept.paragraphs.length}`,
              remedy: 'name another paragraph in the citation',
              ...at,
            },
          ];
        return [];
      });
      if (problems.length > 0) throw new AppError('refused', 'Not all of these passages can be kept where they are.', { problems });
      for (const citation of body.citations) cited.anchors.delete(citation);
      await removeAnchors.run(tx, { source: id });
      await writeAnchors.run(tx, { source: id, rows: [...cited.anchors.values()].map(anchorRow) });
      return true;
    },
    o,
  );
  return db.read(async (tx) => ({ orphans: orphansIn(await citedIn(tx, [id]), (await requireText(tx, id)).paragraphs) }), o);
}
