/** Attaches texts to the sources that they are the texts of: each is known by the digests of its paragraphs, as the indexes of the curated cases hold them. */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../server/domain/model/errors.ts';
import type { Source } from '../../server/domain/model/records.ts';
import { paragraphsOf, textAsKept } from '../../server/domain/texts/paragraphs.ts';
import type { Database } from '../../server/store/connect.ts';
import { currentRevision } from '../../server/store/statements/recording/change-sets.ts';
import { sourcesWithChains } from '../../server/store/statements/sources.ts';
import { readTextRow } from '../../server/store/statements/texts.ts';
import { putText } from '../../server/usecases/texts/put-text.ts';
import { hashParagraph, parseParagraphIndex, type ParagraphIndex } from '../fixtures-check/paragraph-index.ts';

export interface TextFile {
  name: string;
  text: string;
}
export interface Attached {
  file: string;
  source?: string;
  did: 'kept' | 'same' | 'unknown' | 'no-source' | 'another-text';
  /** Citations whose paragraph is not the one they were made for. */
  orphans?: number;
}

/** The indexes that stand in a folder and in the folders below it. */
export function indexesIn(folder: string): ParagraphIndex[] {
  const below = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [join(folder, entry.name)] : []));
  return [folder, ...below].flatMap((path) => {
    const file = join(path, 'paragraphs.csv');
    return existsSync(file) ? [parseParagraphIndex(readFileSync(file, 'utf8'))] : [];
  });
}

/** @throws Error for what is no folder, or has no text in it */
export function textsIn(folder: string): TextFile[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Error(`Nothing was attached: ${folder} is no folder. Name the folder that holds the texts.`);
  const texts = textsBeside(folder);
  if (texts.length === 0) throw new Error(`Nothing was attached: ${folder} has no .txt file. Name the folder that holds the texts.`);
  return texts;
}

/** The texts in a folder, which may have none. */
export function textsBeside(folder: string): TextFile[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return names.sort().map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}

/** A text that is kept already stays, whichever it is: another one is told, and replaced in the window only. */
export async function attachTexts(db: Database, files: readonly TextFile[], indexes: readonly ParagraphIndex[]): Promise<Attached[]> {
  const sources = new Map(indexes.flatMap((index) => [...index].map(([source, { hashes }]) => [hashes.join(' '), source] as const)));
  const attached: Attached[] = [];
  for (const { name, text } of files) {
    const source = sources.get(paragraphsOf(text).map(hashParagraph).join(' '));
    attached.push({ file: name, ...(source === undefined ? { did: 'unknown' } : { source, ...(await attach(db, source, text)) }) });
  }
  return attached;
}

async function attach(db: Database, id: string, text: string): Promise<Pick<Attached, 'did' | 'orphans'>> {
  const { stored, source } = await db.read(async (tx) => ({
    stored: (await readTextRow.run(tx, { source: id }))[0],
    source: (await sourcesWithChains.run(tx, { rev: await currentRevision(tx), ids: [id] }))
      .map(({ json }) => JSON.parse(json) as Source)
      .find((one) => one.id === id),
  }));
  if (!source) return { did: 'no-source' };
  if (stored) return { did: stored.sha256 === createHash('sha256').update(textAsKept(text)).digest('hex') ? 'same' : 'another-text' };
  try {
    const { orphans } = await putText(db, { params: { id }, body: { text, language: source.language ?? 'und', revision: 0, operation: randomUUID() } });
    return { did: 'kept', orphans: orphans.length };
  } catch (error) {
    // Somebody kept one meanwhile.
    if (error instanceof AppError && error.code === 'conflict') return { did: 'another-text' };
    throw error;
  }
}

/** A line for each file. */
export function attachedLines(attached: readonly Attached[]): string[] {
  return attached.map(({ file, source, did, orphans = 0 }) => {
    const said: Record<Attached['did'], string> = {
      kept: `kept as the text of ${source}${orphans === 0 ? '; every passage stands in its paragraph' : `; ${orphans} passages do not stand where they were cited from: see the desk`}`,
      same: `is kept already as the text of ${source}`,
      unknown: 'is the text of no source that a paragraphs.csv names; add it in the window',
      'no-source': `is the text of ${source}, which is not in this database; import its case first`,
      'another-text': `is not kept: ${source} has another text here, which stays`,
    };
    return `${file}: ${said[did]}`;
  });
}
