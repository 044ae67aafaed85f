/** The interface of an import format: a pure function from the records of a foreign file to curated files, with whatever is not taken over counted by its reason. */
import type { RecordKind } from '../../domain/model/lists.ts';

export type ImportFormat = 'stix' | 'ftm-entities' | 'csv-set' | 'table';

/** Where a record stands in its file. */
export interface ForeignPlace {
  /** In words: "object 17", "line 17". */
  words: string;
  /** Where it has a line of its own. */
  line?: number;
  /** Where it stands in a value of JSON. */
  pointer?: string;
}
export interface ForeignRecord {
  value: unknown;
  place: ForeignPlace;
}
export interface ConvertInput {
  /** As the caller calls it, for the source that stands for the file itself. */
  file: string;
  /** The dataset of what has none of its own. */
  dataset: string;
  records: readonly ForeignRecord[];
}

/** What is not taken over for one reason: how often, and the first places. */
export interface NotTaken {
  reason: string;
  count: number;
  places: string[];
  /** What to do about it. */
  remedy?: string;
}
/** A foreign record that was taken over, and the record that says so. */
export interface Taken {
  /** Number of the file in `files`. */
  file: number;
  pointer: string;
  kind: RecordKind;
  id: string;
}
export interface ConvertedFile {
  dataset: string;
  /** As a curated file of format `attest/1`; it is checked like any other. */
  content: Record<string, unknown>;
  /** Where each record of `content` comes from, by its pointer ("/claims/3"). */
  places: ReadonlyMap<string, ForeignPlace>;
}
export interface Conversion {
  files: ConvertedFile[];
  /** Records in the foreign file; each of them is taken or rejected. */
  read: number;
  taken: Taken[];
  rejected: NotTaken[];
  /** Properties of records that were taken over without them. */
  lost: NotTaken[];
}
export interface Importer {
  format: ImportFormat;
  /** Name in messages. */
  label: string;
  /** Whether a value is one record of the format, by its content. */
  isRecord(value: unknown): boolean;
  /** The records of a file that is one value of JSON; undefined where it is no file of the format. */
  recordsIn(value: unknown): ForeignRecord[] | undefined;
  convert(input: ConvertInput): Conversion;
}
