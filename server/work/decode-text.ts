/** The characters of a text file: UTF-8, UTF-16 by its mark, or else Windows-1252, in which older programs wrote. */
import { AppError } from '../domain/model/errors.ts';

/** What Windows-1252 has where Latin-1 has controls: the decoder of Node takes the one for the other. */
const OF_WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

export type Encoding = 'utf-8' | 'utf-16' | 'windows-1252';

/** @throws AppError `refused` for bytes that are no text */
export const decodeText = (bytes: Uint8Array): string => decodedText(bytes).text;

/** The same, with the encoding that was found. @throws as `decodeText` */
export function decodedText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16' };
  if (first === 0xfe && second === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16' };
  if (bytes.subarray(0, 4_096).includes(0)) throw new AppError('refused', 'This file is no text: it holds zero bytes. Give a .txt, .md, .html, .docx or .pdf.');
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    const text = new TextDecoder('latin1').decode(bytes).replace(/[\u0080-\u009f]/g, (sign) => OF_WINDOWS[sign.charCodeAt(0) - 0x80] ?? sign);
    return { text, encoding: 'windows-1252' };
  }
}
