/** Reads the text of a source with its orphans. */
import type { readText as contract } from '../../contract/routes/texts.ts';
import type { Database } from '../../store/connect.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import { citedIn, orphansIn, requireText } from './kept-text.ts';

/** @throws AppError `not-found` where no text is kept of the source */
export async function readText(
  db: Database,
  { params: { id } }: Pick<InputOf<typeof contract>, 'params'>,
  o?: CallOptions,
): Promise<AnswerOf<typeof contract>> {
  return db.read(async (tx) => {
    const { head, paragraphs } = await requireText(tx, id);
    return { text: head, paragraphs, orphans: orphansIn(await citedIn(tx, [id]), paragraphs) };
  }, o);
}
