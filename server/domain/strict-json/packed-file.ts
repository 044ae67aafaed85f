/** Tells by its first bytes what a file is that was packed, is a picture, or a document of an office program, where JSON is expected. */

export interface PackedKind {
  /** With its article, as in "a zip archive". */
  name: string;
  remedy: string;
}

const UNPACK = 'unpack it, and give the .json files in it';
const EXPORT = 'give the data as a curated file, which is JSON in plain text';
const READ = 'a picture or sound holds no records: give the .json file of the case; what is written in it is typed out and pasted as a text';
const media = (name: string): PackedKind => ({ name, remedy: READ });
const archive = (name: string): PackedKind => ({ name, remedy: UNPACK });
const document = (name: string): PackedKind => ({ name, remedy: EXPORT });

/** Bytes in hexadecimal, and where they stand. None of them can begin a text of JSON. */
const SIGNATURES: readonly (readonly [at: number, bytes: string, kind: PackedKind])[] = [
  [0, '504b0506', archive('an empty zip archive')],
  [0, '504b0708', archive('a part of a zip archive')],
  [0, '1f8b', archive('a file packed with gzip')],
  [0, '1f9d', archive('a file packed with compress')],
  [0, '425a68', archive('a file packed with bzip2')],
  [0, 'fd377a585a00', archive('a file packed with xz')],
  [0, '28b52ffd', archive('a file packed with zstd')],
  [0, '04224d18', archive('a file packed with lz4')],
  [0, '377abcaf271c', archive('a 7z archive')],
  [0, '526172211a07', archive('a rar archive')],
  [257, '757374617200', archive('a tar archive')],
  [257, '7573746172202000', archive('a tar archive')],
  [0, 'd0cf11e0a1b11ae1', document('a document of an office program')],
  [0, '255044462d', document('a PDF document')],
  [0, '89504e470d0a1a0a', media('a picture (PNG)')],
  [0, 'ffd8ff', media('a picture (JPEG)')],
  [0, '474946383761', media('a picture (GIF)')],
  [0, '474946383961', media('a picture (GIF)')],
  [0, '49492a00', media('a picture (TIFF)')],
  [0, '4d4d002a', media('a picture (TIFF)')],
  [8, '57454250', media('a picture (WebP)')],
  [4, '66747970', media('a film or sound (MP4)')],
];
const ZIP = '504b0304';
/** Length of the head of an entry of a zip archive, after which the name of the entry stands. */
const ZIP_HEAD = 30;
/** How the first entry of a document begins that is a zip archive. */
const OFFICE = /^(?:\[Content_Types\]\.xml|_rels\/|docProps\/|word\/|xl\/|ppt\/|mimetypeapplication\/)/;

/** What kind of packed file or document the bytes begin like, where they do. */
export function packedKind(bytes: Uint8Array): PackedKind | undefined {
  const begins = (at: number, hex: string) => (hex.match(/../g) ?? []).every((pair, i) => bytes[at + i] === Number.parseInt(pair, 16));
  if (!begins(0, ZIP)) return SIGNATURES.find(([at, hex]) => begins(at, hex))?.[2];
  const entry = new TextDecoder('latin1').decode(bytes.subarray(ZIP_HEAD, ZIP_HEAD + 80));
  return OFFICE.test(entry) ? document('a document of an office program') : archive('a zip archive');
}
