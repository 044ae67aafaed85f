/** Tells by its first bytes that a text of JSON is written in another encoding of Unicode than UTF-8. */

/**
 * How a text begins in each encoding: `mark` is a byte-order mark, `sign` the first sign of JSON, which is always one of ASCII (RFC 4627, section 3), `.` its
 * byte. UTF-8 has no zero byte there, and no such mark. The longer ones come first, because the mark of UTF-16 begins that of UTF-32.
 */
const ENCODINGS: readonly (readonly [name: string, mark: string, sign: string])[] = [
  ['UTF-32 (big-endian)', '0000feff', '000000.'],
  ['UTF-32 (little-endian)', 'fffe0000', '.000000'],
  ['UTF-16 (big-endian)', 'feff', '00.'],
  ['UTF-16 (little-endian)', 'fffe', '.00'],
];
const LONGEST = 4;
/** A sign of ASCII that shows, or white space: the byte in hexadecimal. */
const ASCII = '(?:09|0a|0d|[2-6][0-9a-f]|7[0-9a-e])';
const BEGINNINGS = ENCODINGS.map(([name, mark, sign]) => ({ name, begins: new RegExp(`^(?:${mark}|${sign.replace('.', ASCII)})`) }));

/** The encoding with its byte order, as it is named to a person; undefined for UTF-8, and for what is none of these. */
export function otherEncoding(bytes: Uint8Array): string | undefined {
  const first = Array.from(bytes.subarray(0, LONGEST), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return BEGINNINGS.find(({ begins }) => begins.test(first))?.name;
}
