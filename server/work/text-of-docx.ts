/** The text of a Word document. What is packed in it is counted before it is unpacked, and only the parts that hold text are. */
import { unzipSync, zipSync, type UnzipFileInfo } from 'fflate';
import mammoth from 'mammoth';
import { API_LIMITS } from '../contract/parts.ts';
import { AppError } from '../domain/model/errors.ts';
import type { ConvertedFile } from './convert-file.ts';

/** The parts that are needed to read the text. */
const PARTS = /^(?:\[Content_Types\]\.xml|_rels\/[^/]+\.rels|docProps\/core\.xml|word\/(?:[^/]+\.xml|_rels\/[^/]+\.rels))$/;

/** @throws AppError `refused` for an archive that is no Word document, `limit` where its parts are larger than `textFileBytes` together */
export async function textOfDocx(bytes: Uint8Array): Promise<ConvertedFile> {
  const parts = unpack(bytes);
  if (!parts.has('word/document.xml')) throw new AppError('refused', 'This file is a zip archive and no Word document. Give a .docx, or the text itself.');
  // Packed anew from what was counted: an archive may list a part twice, and say another size than it has.
  const packed = zipSync(Object.fromEntries(parts), { level: 0 });
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(packed) }).catch((cause: unknown) => {
    throw new AppError('refused', 'This Word document is damaged and cannot be read. Save it anew, or paste its text.', {}, { cause });
  });
  const title = /<dc:title>([^<]+)<\/dc:title>/.exec(new TextDecoder().decode(parts.get('docProps/core.xml')))?.[1]?.trim();
  return { text: value, ...(title ? { title } : {}) };
}

function unpack(bytes: Uint8Array): Map<string, Uint8Array> {
  const value = API_LIMITS.textFileBytes;
  let total = 0;
  const filter = ({ name, originalSize }: UnzipFileInfo) => {
    if (!PARTS.test(name)) return false;
    total += originalSize;
    if (total > value)
      throw new AppError('limit', `What is packed in this document unpacks to more than the limit textFileBytes of ${value}. Nothing of it was read.`, {
        limit: { name: 'textFileBytes', value },
      });
    return true;
  };
  try {
    // The unpacker writes no more of a part than the size that was counted.
    return new Map(Object.entries(unzipSync(bytes, { filter })));
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('refused', 'This Word document is damaged: it cannot be unpacked. Save it anew, or paste its text.', {}, { cause: error });
  }
}
