/** The text of an uploaded file. Nothing is kept. */
import { API_LIMITS } from '../../contract/parts.ts';
import type { convertFile as contract } from '../../contract/routes/texts.ts';
import { AppError } from '../../domain/model/errors.ts';
import { paragraphsOf } from '../../domain/texts/paragraphs.ts';
import { convertFile as convertInThread } from '../../work/convert-file.ts';
import type { StoredFile } from '../importing/import-jobs.ts';
import type { AnswerOf } from '../route-types.ts';

/** @throws AppError `invalid` for more than one file, `too-large` beyond `textFileBytes` or `textBytes`, and what the conversion throws */
export async function convertFile(files: readonly StoredFile[]): Promise<AnswerOf<typeof contract>> {
  const [file, ...others] = files;
  if (!file || others.length > 0) throw new AppError('invalid', 'Send one file at a time: a text is of one source.');
  refuseLargeFile(file.size);
  const { text, ...about } = await convertInThread({ name: file.name, bytes: await file.read() });
  const value = API_LIMITS.textBytes;
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > value)
    throw new AppError(
      'too-large',
      `The text of this file has ${bytes} bytes, more than the limit textBytes of ${value}. Add it part by part, as several sources.`,
      {
        limit: { name: 'textBytes', value },
      },
    );
  return { text, paragraphs: paragraphsOf(text).length, ...about };
}

/** @throws AppError `too-large` */
export function refuseLargeFile(bytes: number): void {
  const value = API_LIMITS.textFileBytes;
  if (bytes <= value) return;
  throw new AppError('too-large', `This file has ${bytes} bytes, more than the limit textFileBytes of ${value}. Give it in parts, or paste its text.`, {
    limit: { name: 'textFileBytes', value },
  });
}
