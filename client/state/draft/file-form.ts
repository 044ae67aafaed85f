/** Brings a stored record into the form in which a change writes it: that of a curated file, without what a file does not say. Pure. */
import type { z } from 'zod';
import {
  fileClaim,
  fileDataset,
  fileEntity,
  fileIdentity,
  filePredicate,
  fileQuestion,
  fileRivals,
  fileSource,
  fileVoice,
} from '../../../server/contract/file-format.ts';
import { canonicalJson } from '../../../server/domain/model/canonical-json.ts';

/** The schema of each kind of record as a change writes it, and the list of the body that holds it. */
export const FILE_KINDS = {
  dataset: { schema: fileDataset, list: 'dataset' },
  voice: { schema: fileVoice, list: 'voices' },
  source: { schema: fileSource, list: 'sources' },
  entity: { schema: fileEntity, list: 'entities' },
  predicate: { schema: filePredicate, list: 'predicates' },
  claim: { schema: fileClaim, list: 'claims' },
  rivals: { schema: fileRivals, list: 'rivals' },
  identity: { schema: fileIdentity, list: 'identities' },
  question: { schema: fileQuestion, list: 'questions' },
} as const;
/** Kinds that a draft writes. A citation is written with its claim. */
export type FileKind = keyof typeof FILE_KINDS;
export const FILE_KIND_NAMES = Object.keys(FILE_KINDS) as FileKind[];
/** A record as a change writes it. */
export type FileRecord = Record<string, unknown>;
export const schemaOf = (kind: FileKind): z.ZodType => FILE_KINDS[kind].schema;

const EMPTY_LISTS = ['via', 'to', 'at', 'in', 'instrument', 'through', 'offences', 'authors', 'entities', 'candidates', 'sources'];
const DERIVED_IDS: readonly string[] = ['rivals', 'identity', 'citation'];

/** Without what stands for nothing: lists without a member, flags that are not set, empty texts. */
export function withoutEmpty<T>(value: T): T {
  if (Array.isArray(value)) return value.map((one: unknown) => withoutEmpty(one)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([field, part]) => part !== undefined && part !== null && part !== '' && !(EMPTY_LISTS.includes(field) && Array.isArray(part) && part.length === 0),
      )
      .map(([field, part]) => [field, withoutEmpty(part)]),
  ) as T;
}

/** The stored record as a change writes it. */
export function fileForm(kind: FileKind | 'citation', stored: object): FileRecord {
  const { dataset: _, ...rest } = stored as FileRecord;
  if (kind === 'dataset') return withoutEmpty(rest);
  if (DERIVED_IDS.includes(kind)) delete rest['id'];
  if (kind === 'citation') {
    delete rest['claim'];
    if (rest['importOnly'] === false) delete rest['importOnly'];
  }
  if (kind === 'claim') for (const flag of ['intended', 'attempted', 'expected']) if (rest[flag] === false) delete rest[flag];
  return withoutEmpty(rest);
}

/** Where a citation stands: its source and the place in it. Two of one place are one passage, corrected. */
export const placeOf = ({ source, locator }: FileRecord): string => canonicalJson([source ?? null, locator ?? null]);

export const isSame = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null);
