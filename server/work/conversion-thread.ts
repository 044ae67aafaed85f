/** The program of the thread: finds out what kind of file it is by its content, and takes out its text. */
import { AppError } from '../domain/model/errors.ts';
import { packedKind } from '../domain/strict-json/packed-file.ts';
import { textAsKept } from '../domain/texts/paragraphs.ts';
import type { ConvertedFile, FileToConvert } from './convert-file.ts';
import { decodeText } from './decode-text.ts';
import { answerOfThread } from './in-thread.ts';
import { textOfMarkdown } from './text-of-markdown.ts';

const begins = (bytes: Uint8Array, signature: string) => [...signature].every((sign, i) => bytes[i] === sign.charCodeAt(0));

/** The libraries are loaded only for the kind of file that needs them. */
async function convert({ name, bytes }: FileToConvert): Promise<ConvertedFile> {
  if (begins(bytes, '%PDF-')) return (await import('./text-of-pdf.ts')).textOfPdf(bytes);
  if (begins(bytes, 'PK\u0003\u0004')) return (await import('./text-of-docx.ts')).textOfDocx(bytes);
  const packed = packedKind(bytes);
  if (packed) throw new AppError('refused', `This file is ${packed.name}. Give a .txt, .md, .html, .docx or .pdf, or paste the text.`);
  const text = decodeText(bytes);
  if (/\.x?html?$/i.test(name) || /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b/i.test(text))
    return (await import('./text-of-html.ts')).textOfHtml(text);
  if (/\.(?:md|markdown)$/i.test(name)) return textOfMarkdown(text);
  return { text };
}

answerOfThread(async (file: FileToConvert) => {
  const { text, ...about } = await convert(file);
  const kept = textAsKept(text);
  if (kept === '') throw new AppError('refused', 'This file holds no text. Paste the text instead.');
  return { text: kept, ...about };
});
