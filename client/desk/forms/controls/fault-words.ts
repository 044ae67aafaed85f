/**
 * What is wrong with a record, in the words of the forms: fields by the labels they stand under, records by their names, closed words as the forms show them. The
 * checks speak of files, with the keys and ids of these; here alone that is turned into what whoever fills in a form sees.
 */
import type { FileField } from '../../../../server/contract/file-format.ts';
import { ENTITY_TYPES, type EntityType } from '../../../../server/domain/model/lists.ts';
import type { FileKind } from '../../../state/draft/file-form.ts';
import type { RecordKind } from '../../../state/view.ts';
import { words } from '../../../i18n/messages.ts';
import { labelOf } from './labels.ts';

export interface Told {
  message: string;
  remedy: string;
}
/** What a record is called; its id where that is not known. */
export type NameOf = (kind: RecordKind, id: string) => string;

const c = words.claimForm;
const f = words.faultWords;

/** What the form of a claim calls the fields of the claim and its passages. */
const OF_CLAIM: Partial<Record<FileField, string>> = {
  ...c.extras,
  ...c.slots,
  subject: c.who,
  predicate: c.what,
  object: c.whom,
  text: c.objectText,
  quoted: c.quoted,
  occasion: c.occasion,
  ...c.flags,
  source: c.source,
  locator: c.place,
  paraphrase: c.inMyWords,
  hedge: c.hedge,
  stance: c.stance,
  reading: c.reading,
  origin: c.takesFrom,
  originBasis: c.whoseWord,
  through: c.through,
  witnessed: c.witnessed,
  statedBy: c.statedBy,
  standing: c.standing,
  level: c.standing,
  by: c.by,
  on: c.on,
  case: c.inCase,
  happened: c.when,
  mark: c.marked,
  citations: f.passages,
};

/** The label of a field, as the form of a record of this kind shows it; undefined for what is no field. */
export function faultLabel(kind: FileKind, field: string): string | undefined {
  if (!Object.hasOwn(words.changeFields, field) && !Object.hasOwn(words.forms.field, field)) return undefined;
  const own = kind === 'claim' && Object.hasOwn(OF_CLAIM, field) ? OF_CLAIM[field as FileField] : undefined;
  return (own ?? labelOf({ name: field })).replace(/…$/, '');
}

/** Closed words that a form shows otherwise than a file writes them. */
const VALUES: Readonly<Record<string, string>> = {
  ...words.standing,
  ...words.type,
  ...words.group,
  ...words.role,
  'own-voice': c.ownVoice,
  carried: c.carried,
  'not-established': c.notEstablished,
  stated: c.fromText,
  inferred: c.fromAround,
  supports: c.supports,
  disputes: c.disputes,
  unknown: words.forms.unknown,
  none: words.forms.nobody,
};
const KINDS: readonly RecordKind[] = ['entity', 'source', 'voice', 'predicate', 'claim', 'dataset', 'question'];

/** What is to be done where the check speaks of files and folders. */
const REMEDIES: Readonly<Record<string, string>> = {
  'unknown-id': f.chooseOther,
  'duplicate-id': f.otherId,
  'id-of-another-dataset': f.otherId,
  'duplicate-citation': f.oneOfTwo,
};
/** Remedies that speak of descriptions and patterns. */
const OF_A_FORMAT = /\/api|JSON Schema|text that matches|"basis": …/;

/** @param fault with what the records are called that it tells by their ids, where the server said that */
export function faultInWords(
  kind: FileKind,
  { code, message, remedy, about = [] }: Told & { code?: string; about?: readonly { id: string; name?: string | undefined }[] | undefined },
  nameOf: NameOf = (_, id) => id,
): Told {
  const told = new Map(about.flatMap(({ id, name }) => (name === undefined ? [] : [[id, name] as const])));
  const say = wordsFor(kind, (of, id) => told.get(id) ?? nameOf(of, id));
  const own = code === undefined || (code === 'unknown-id' && remedy.startsWith('did you mean')) ? undefined : REMEDIES[code];
  return { message: say(message), remedy: own ?? (OF_A_FORMAT.test(remedy) ? f.putRight : say(remedy)) };
}

function wordsFor(kind: FileKind, nameOf: NameOf): (text: string) => string {
  const quote = (text: string): string => `“${text}”`;
  const nameFor = (id: string): string | undefined => KINDS.map((of) => nameOf(of, id)).find((name) => name !== id);
  const value = (word: string): string => (Object.hasOwn(VALUES, word) ? VALUES[word]! : (nameFor(word) ?? word));
  const quoted = (word: string): string => quote(faultLabel(kind, word) ?? value(word));
  const field = (key: string): string => quote(faultLabel(kind, key) ?? key);
  const types = new RegExp(String.raw`(?<![“\w])(${ENTITY_TYPES.join('|')})(?![\w”])`, 'g');
  return (text) =>
    text
      // Where it stands in a file is nothing a form shows.
      .replace(/,? (?:first )?in \S+ at \/\S*| \(\S+\.json\)/g, '')
      .replace(/\bdataset\b/g, words.changes.kind('dataset'))
      .replace(/\[[^\]]*\]/g, '…')
      .replace(/"(\w+)": (?:true|\{[^}]*\}|…)/g, (_, key: string) => field(key))
      .replace(/"(\w+)": "([^"]*)"/g, (_, key: string, of: string) => f.as(field(key), quote(value(of))))
      .replace(/\{ ([^{}]*) \}/g, '$1')
      .replace(/"((?:[^"\\]|\\.)*)"/g, (whole, word: string) => quoted(unescaped(whole, word)))
      .replace(types, (type) => words.type[type as EntityType])
      .replace(/(?<![“\w])(?:own-voice|not-established|carried)(?![\w”])/g, (word) => quote(value(word)))
      .replace(/(?<![“\w])[a-z]+[A-Z]\w*/g, (key) => field(key))
      .replace(/(?<=it takes )[a-z]+(?:, [a-z]+)*$/, (list) =>
        list
          .split(', ')
          .map((key) => field(key))
          .join(', '),
      );
}

function unescaped(whole: string, word: string): string {
  try {
    return String(JSON.parse(whole));
  } catch {
    return word;
  }
}
