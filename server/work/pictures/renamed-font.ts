/** A font under another name: a renderer that knows fonts by their names alone then finds just this one. */

const HEAD = 12;
const ENTRY = 16;
/** Family, style, full name and name for PostScript, for Windows in English. */
const NAMES = [1, 2, 4, 6] as const;
const WINDOWS = [3, 1, 0x0409] as const;

function nameTable(family: string): Buffer {
  const texts = NAMES.map((id) => Buffer.from(id === 2 ? 'Regular' : family, 'utf16le').swap16());
  const head = Buffer.alloc(6 + NAMES.length * HEAD);
  head.writeUInt16BE(NAMES.length, 2);
  head.writeUInt16BE(head.length, 4);
  let offset = 0;
  for (const [i, id] of NAMES.entries()) {
    for (const [n, value] of [...WINDOWS, id, texts[i]!.length, offset].entries()) head.writeUInt16BE(value, 6 + i * HEAD + n * 2);
    offset += texts[i]!.length;
  }
  return Buffer.concat([head, ...texts]);
}

/** @param font in the TrueType format */
export function renamedFont(font: Buffer, family: string): Buffer {
  const count = font.readUInt16BE(4);
  const tables = Array.from({ length: count }, (_, n) => {
    const at = HEAD + n * ENTRY;
    const tag = font.toString('latin1', at, at + 4);
    const offset = font.readUInt32BE(at + 8);
    const data = tag === 'name' ? nameTable(family) : font.subarray(offset, offset + font.readUInt32BE(at + 12));
    return { entry: font.subarray(at, at + 8), data };
  });
  const head = Buffer.alloc(HEAD + count * ENTRY);
  font.copy(head, 0, 0, HEAD);
  const parts: Buffer[] = [head];
  let offset = head.length;
  for (const [n, { entry, data }] of tables.entries()) {
    const at = HEAD + n * ENTRY;
    entry.copy(head, at);
    head.writeUInt32BE(offset, at + 8);
    head.writeUInt32BE(data.length, at + 12);
    const padded = Buffer.alloc(Math.ceil(data.length / 4) * 4);
    data.copy(padded);
    parts.push(padded);
    offset += padded.length;
  }
  return Buffer.concat(parts);
}
