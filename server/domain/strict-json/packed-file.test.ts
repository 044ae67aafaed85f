/** A packed file, or a document, is told for what it is where JSON is expected. */
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { checkProperty } from '../testing/check-property.ts';
import { packedKind } from './packed-file.ts';
import { parseStrictJson } from './parse-strict-json.ts';

const json = strToU8('{"format":"attest/1"}');
const zip = (files: Zippable) => zipSync(files);
/** The head of a tar archive with one file, as GNU tar (`ustar` and two spaces) or POSIX writes it. */
const tar = (magic: string) => strToU8(`case.json${'\0'.repeat(248)}${magic}${'\0'.repeat(200)}`, true);
const hex = (bytes: string) => new Uint8Array(Buffer.from(bytes, 'hex'));

describe('named, with what to do', () => {
  it.each([
    ['a zip archive', zip({ 'case.json': json }), 'a zip archive', 'unpack it'],
    ['a zip archive of folders', zip({ 'case/': [new Uint8Array(), {}], 'case/a.json': json }), 'a zip archive', 'unpack it'],
    ['a zip archive of nothing', zip({}), 'an empty zip archive', 'unpack it'],
    ['a text document', zip({ '[Content_Types].xml': json, 'word/document.xml': json }), 'a document of an office program', 'curated file'],
    [
      'an open document',
      zip({ mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }] }),
      'a document of an office program',
      'curated file',
    ],
    ['gzip', gzipSync(json), 'a file packed with gzip', 'unpack it'],
    ['bzip2', hex('425a6839314159265359'), 'a file packed with bzip2', 'unpack it'],
    ['xz', hex('fd377a585a000004'), 'a file packed with xz', 'unpack it'],
    ['tar', tar('ustar\0'), 'a tar archive', 'unpack it'],
    ['tar of GNU', tar('ustar  \0'), 'a tar archive', 'unpack it'],
    ['an old document', hex('d0cf11e0a1b11ae10000'), 'a document of an office program', 'curated file'],
    ['PDF', strToU8('%PDF-1.7\n'), 'a PDF document', 'curated file'],
  ])('%s', (_, bytes, name, remedy) => {
    expect(parseStrictJson(bytes, 'case.json')).toMatchObject({
      hasValue: false,
      problems: [
        { code: 'packed-file', message: `this is ${name}, where JSON is expected`, remedy: expect.stringContaining(remedy), file: 'case.json', pointer: '' },
      ],
    });
  });
  it('whatever its size: to split it would not help', () => {
    expect(parseStrictJson(gzipSync(json), 'case.json', { limits: { fileBytes: 3 } }).problems).toMatchObject([{ code: 'packed-file' }]);
  });
});

describe('a text of JSON is none', () => {
  it('whatever it says', () =>
    checkProperty(
      'no JSON is taken for packed',
      fc.property(fc.json({ stringUnit: 'binary' }), (text) => {
        expect(packedKind(strToU8(text))).toBeUndefined();
      }),
      { runs: 300 },
    ));
  it('not even with the mark of tar at its place', () => {
    expect(packedKind(strToU8(`{"a":"${'m'.repeat(251)}ustard"}`))).toBeUndefined();
  });
  it('nor is an empty file, or one byte', () => {
    expect(packedKind(new Uint8Array())).toBeUndefined();
    expect(packedKind(hex('1f'))).toBeUndefined();
  });
});
