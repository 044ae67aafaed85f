import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { packFiles } from './pack-files.ts';

const file = (name: string, text: string) => ({ name, mediaType: 'text/plain', text });

/** Reads an archive by its directory, as APPNOTE tells, and checks every sum it holds. */
function unzip(bytes: Uint8Array): Map<string, string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  expect(view.getUint32(end, true)).toBe(0x06054b50);
  const found = new Map<string, string>();
  let at = view.getUint32(end + 16, true);
  expect(at + view.getUint32(end + 12, true)).toBe(end);
  for (let i = 0; i < view.getUint16(end + 10, true); i += 1) {
    expect(view.getUint32(at, true)).toBe(0x02014b50);
    const [sum, size, nameLength] = [view.getUint32(at + 16, true), view.getUint32(at + 24, true), view.getUint16(at + 28, true)];
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const local = view.getUint32(at + 42, true);
    expect(view.getUint32(local, true)).toBe(0x04034b50);
    const content = bytes.subarray(local + 30 + nameLength, local + 30 + nameLength + size);
    expect(crc32(content)).toBe(sum);
    found.set(name, new TextDecoder().decode(content));
    at += 46 + nameLength;
  }
  expect(at).toBe(end);
  return found;
}

describe('a download', () => {
  it('of one file is that file', () => {
    const { name, mediaType, bytes } = packFiles('piece', [file('dossier.md', '# Title\n')]);
    expect({ name, mediaType, text: new TextDecoder().decode(bytes) }).toEqual({
      name: 'piece.md',
      mediaType: 'text/plain',
      text: '# Title\n',
    });
  });
  it('of several is an archive that holds each as it was, the same bytes every time', () => {
    const files = [file('a.txt', 'one'), file('رجل.txt', 'زوج – \r\n'.repeat(100)), file('empty.txt', '')];
    const packed = packFiles('piece', files);
    expect(packed.name).toBe('piece.zip');
    expect(unzip(packed.bytes)).toEqual(new Map(files.map(({ name, text }) => [name, text])));
    expect(packFiles('piece', files).bytes).toEqual(packed.bytes);
  });
});
