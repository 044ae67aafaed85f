/** Archives of an import: their data files are taken; what leads out, unpacks to too much or is packed itself is refused by its name. */
import { strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { filesInArchive } from './archive.ts';

const LIMITS = { bytes: 5_000_000, files: 5 };
const open = (bytes: Uint8Array) => filesInArchive({ name: 'in.zip', bytes }, LIMITS);
const codes = (of: Zippable) => open(zipSync(of))?.problems.map(({ code, message }) => [code, message]);
const json = strToU8('{}');

describe('an archive', () => {
  it('gives its data files by their paths, and nothing else that is in it', () => {
    const found = open(
      zipSync({
        'b/a.json': json,
        'a.jsonl': json,
        't.tsv': json,
        'README.md': json,
        'run.exe': json,
        '__MACOSX/a.json': json,
        '.x/a.json': json,
        'data/ro-crate-metadata.json': json,
      }),
    );
    expect(found?.problems).toEqual([]);
    expect(found?.files.map(({ name, bytes }) => [name, bytes.length])).toEqual([
      ['in.zip/a.jsonl', 2],
      ['in.zip/b/a.json', 2],
      ['in.zip/t.tsv', 2],
    ]);
  });
  it('is none where it is no zip, or a document of an office program', () => {
    expect(open(json)).toBeUndefined();
    expect(open(zipSync({ '[Content_Types].xml': json, 'word/document.xml': json }))).toBeUndefined();
  });
  it.each<[string, Zippable, string, string]>([
    ['a path upwards', { '../a.json': json }, 'archive-path', '"../a.json"'],
    ['a path upwards within', { 'a/../../b.json': json }, 'archive-path', '"a/../../b.json"'],
    ['a path upwards of Windows', { '..\\a.json': json }, 'archive-path', 'leads out'],
    ['a path from the root', { '/etc/a.json': json }, 'archive-path', '"/etc/a.json"'],
    ['a drive', { 'C:/a.json': json }, 'archive-path', '"C:/a.json"'],
    ['an archive in it', { 'a.json': json, 'more.zip': zipSync({ 'b.json': json }) }, 'archive-nested', '"more.zip"'],
    ['an archive that is called otherwise', { 'a.json': zipSync({ 'b.json': json }) }, 'archive-nested', '"a.json"'],
    ['a file packed with gzip that is called otherwise', { 'a.json': Uint8Array.from([0x1f, 0x8b, 8, 0]) }, 'archive-nested', '"a.json"'],
    ['too many files', Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`${i}.json`, json])), 'limit', 'holds 6 files'],
    ['too much in them', { 'a.json': strToU8('ab'.repeat(3_000_000)) }, 'too-large', '6000000 bytes'],
    ['nothing to read', { 'a.txt': json }, 'archive-empty', 'no file'],
    ['one path twice', { 'a\\b.json': json, 'a/b.json': json }, 'archive-twice', 'twice'],
  ])('is refused by name: %s', (_, of, code, words) => {
    const found = codes(of) ?? [];
    expect(found.map(([one]) => one)).toContain(code);
    expect(found.map(([, message]) => message).join()).toContain(words);
    expect(open(zipSync(of))?.files).toEqual([]);
  });
  it('that unpacks to very much is not unpacked', () => {
    const bomb = zipSync({ 'a.json': new Uint8Array(60_000_000) });
    const before = process.memoryUsage().arrayBuffers;
    expect(open(bomb)?.problems.map(({ code }) => code)).toContain('too-large');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
  });
  it('whose file unpacks to more than it says gives no more than it says', () => {
    const bytes = zipSync({ 'a.json': new Uint8Array(3_000_000) });
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    // The size unpacked, in the central directory.
    const central = bytes.findIndex((_, i) => view.byteLength - i > 46 && view.getUint32(i, true) === 0x02014b50);
    view.setUint32(central + 24, 1_000, true);
    const found = open(bytes);
    expect(Math.max(0, ...(found?.files ?? []).map((file) => file.bytes.length))).toBeLessThanOrEqual(1_000);
  });
  it('cut anywhere is refused or gives what is whole, and never throws', () => {
    const whole = zipSync({ 'a.json': strToU8('{"a": "'.concat('x'.repeat(500), '"}')), 'b.json': json });
    for (let end = 4; end < whole.length; end += 7) expect(open(whole.subarray(0, end))?.problems.map(({ code }) => code)).toEqual(['archive']);
  });
});
