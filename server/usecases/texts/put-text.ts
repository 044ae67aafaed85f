/** Keeps the text of a source, or another version of it. Citations stay where they say; those whose paragraph is another one are orphans from then on. */
import type { putText as contract } from '../../contract/routes/texts.ts';
import { API_LIMITS } from '../../contract/parts.ts';
import { AppError } from '../../domain/model/errors.ts';
import { textFault } from '../../domain/model/plain-text.ts';
import { anchorsAfter } from '../../domain/texts/anchors.ts';
import { textAsKept } from '../../domain/texts/paragraphs.ts';
import type { Database, Tx } from '../../store/connect.ts';
import { currentRevision } from '../../store/statements/recording/change-sets.ts';
import { sourcesWithChains } from '../../store/statements/sources.ts';
import { countTexts, removeAnchors, writeAnchors, writeText } from '../../store/statements/texts.ts';
import { refuseFull, TEXTS } from '../keeping/refuse-full.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import { anchorRow, citedIn, digested, loadText, orphansIn, refuseChanged, requireText, sha256Of } from './kept-text.ts';

type Route = typeof contract;

/**
 * @throws AppError `not-found` for a source nobody has, `refused` for a text that shows nothing, `too-large` beyond `textBytes`, `conflict` where the text was
 * changed since `revision`, `limit` where no more texts may be kept
 */
export async function putText(db: Database, { params: { id }, body }: Pick<InputOf<Route>, 'params' | 'body'>, o?: CallOptions): Promise<AnswerOf<Route>> {
  const text = textAsKept(body.text);
  refuseBlank(text);
  refuseTooLarge(text);
  await db.write(
    body.operation,
    async (tx) => {
      await requireSource(tx, id);
      const before = await loadText(tx, id);
      refuseChanged(id, before, body.revision);
      const amount = (await countTexts.run(tx, {}))[0] ?? { number: 0, characters: 0 };
      const own = before?.head;
      refuseFull(TEXTS, { number: amount.number - (own ? 1 : 0), characters: amount.characters - (own?.characters ?? 0) }, text);
      const { citations, anchors } = await citedIn(tx, [id]);
      const after = digested(text);
      const kept = anchorsAfter(citations, anchors, before?.paragraphs ?? [], after);
      await removeAnchors.run(tx, { source: id });
      await writeAnchors.run(tx, { source: id, rows: kept.map(anchorRow) });
      await writeText.run(tx, {
        source: id,
        language: body.language,
        sha256: sha256Of(text),
        at: new Date().toISOString(),
        paragraphs: after.length,
        characters: text.length,
        text,
      });
      return true;
    },
    o,
  );
  // An operation applied before writes nothing; what is kept now is told.
  return db.read(async (tx) => {
    const { head, paragraphs } = await requireText(tx, id);
    return { text: head, orphans: orphansIn(await citedIn(tx, [id]), paragraphs) };
  }, o);
}

async function requireSource(tx: Tx, id: string): Promise<void> {
  const found = await sourcesWithChains.run(tx, { rev: await currentRevision(tx), ids: [id] });
  if (found.length === 0) throw new AppError('not-found', `There is no source "${id}": add the source first, then its text.`);
}

function refuseBlank(text: string): void {
  if (text !== '' && textFault(text) !== 'blank') return;
  const problem = { code: 'blank', message: 'text holds no word that shows', remedy: 'paste the text itself', pointer: '/text' };
  throw new AppError('refused', 'This text has no paragraph: nothing in it shows.', { problems: [problem] });
}

function refuseTooLarge(text: string): void {
  const value = API_LIMITS.textBytes;
  const bytes = new TextEncoder().encode(text).length;
  if (bytes <= value) return;
  throw new AppError('too-large', `This text has ${bytes} bytes, more than the limit textBytes of ${value}. Add it as several sources, part by part.`, {
    limit: { name: 'textBytes', value },
  });
}
