/** Texts within a PNG (PNG 1.2, "iTXt"): title and description of a picture, and its manifest. */

const SIGNATURE_BYTES = 8;
/** Length, type and check value. */
const FRAME_BYTES = 12;
/** After the keyword: a zero, two flags, and two empty texts with their zeros. */
const PLAIN = Buffer.from([0, 0, 0, 0, 0]);
const MANIFEST = 'attest-manifest';

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
function crcOf(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (const byte of bytes) c = CRC_TABLE[(c ^ byte) & 0xff]! ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

function textChunk(keyword: string, text: string): Buffer {
  const data = Buffer.concat([Buffer.from(`iTXt${keyword}`, 'latin1'), PLAIN, Buffer.from(text, 'utf8')]);
  const out = Buffer.alloc(data.length + 8);
  out.writeUInt32BE(data.length - 4, 0);
  data.copy(out, 4);
  out.writeUInt32BE(crcOf(data), data.length + 4);
  return out;
}

/** Before its last chunk, which is empty. */
function withChunks(png: Uint8Array, chunks: readonly Buffer[]): Uint8Array {
  return Buffer.concat([png.subarray(0, -FRAME_BYTES), ...chunks, png.subarray(-FRAME_BYTES)]);
}

export function withTexts(png: Uint8Array, texts: Readonly<Record<string, string>>): Uint8Array {
  return withChunks(
    png,
    Object.entries(texts).map(([keyword, text]) => textChunk(keyword, text)),
  );
}

/** The digest of a manifest is that of the picture without it. */
export function addToPng(png: Uint8Array, manifest: string): Uint8Array {
  return withChunks(png, [textChunk(MANIFEST, manifest)]);
}

export function isPng(bytes: Uint8Array): boolean {
  return bytes.length > SIGNATURE_BYTES + FRAME_BYTES && bytes[0] === 0x89 && bytes[1] === 0x50 && bytes[2] === 0x4e && bytes[3] === 0x47;
}

/** The picture without its manifest, and the manifest; undefined where it has none, or was changed since. */
export function splitPng(bytes: Uint8Array): { before: Uint8Array; manifest: string } | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = Buffer.concat([Buffer.from(`iTXt${MANIFEST}`, 'latin1'), PLAIN]);
  const at = view.lastIndexOf(head);
  if (at < 4) return undefined;
  const length = view.readUInt32BE(at - 4);
  const [start, end] = [at - 4, at + 8 + length];
  if (end !== view.length - FRAME_BYTES) return undefined;
  const before = Buffer.concat([view.subarray(0, start), view.subarray(end)]);
  const manifest = view.toString('utf8', at + head.length, end - 4);
  return Buffer.compare(Buffer.from(addToPng(before, manifest)), view) === 0 ? { before, manifest } : undefined;
}
