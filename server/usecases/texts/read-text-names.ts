/** Finds in the text of a source the names that the case knows, and runs of capitals that it does not. */
import { API_LIMITS } from '../../contract/parts.ts';
import type { readTextNames as contract } from '../../contract/routes/texts.ts';
import type { InSlices } from '../../domain/figures/in-slices.ts';
import { AppError } from '../../domain/model/errors.ts';
import type { Entity } from '../../domain/model/records.ts';
import { KnownNames, possibleNames, shortName, type FoundName } from '../../domain/texts/find-names.ts';
import { placesIn } from '../../domain/texts/text-mark.ts';
import { runInSlices } from '../../graph/run-in-slices.ts';
import type { Database } from '../../store/connect.ts';
import { currentRevision } from '../../store/statements/recording/change-sets.ts';
import { allEntities } from '../../store/statements/entities.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import { requireText, type KeptText } from './kept-text.ts';

type Answer = AnswerOf<typeof contract>;
/** An entity as the search for names needs it. */
interface Bearer {
  id: string;
  type: Entity['type'];
  name: string;
}
interface NamesOfCase {
  revision: number;
  names: KnownNames;
  bearers: Map<string, Bearer>;
}

/** The names of the newest revision that was asked for: many texts are read at one. */
const newestOf = new WeakMap<Database, NamesOfCase>();

/** @throws AppError `not-found` where no text is kept of the source, `limit` where the case has more names than `textNames` */
export async function readTextNames(db: Database, { params: { id } }: Pick<InputOf<typeof contract>, 'params'>, o?: CallOptions): Promise<Answer> {
  const known = newestOf.get(db);
  const { kept, revision, rows } = await db.read(async (tx) => {
    const now = await currentRevision(tx);
    return { kept: await requireText(tx, id), revision: now, rows: known?.revision === now ? undefined : await allEntities.run(tx, { rev: now }) };
  }, o);
  const found = rows || !known ? await runInSlices(namesOf(rows ?? [], revision)) : known;
  newestOf.set(db, found);
  return runInSlices(namesIn(kept, found));
}

function* namesOf(rows: readonly { json: string }[], revision: number): InSlices<NamesOfCase> {
  const names = new KnownNames();
  const bearers = new Map<string, Bearer>();
  let count = 0;
  for (const { json } of rows) {
    const entity = JSON.parse(json) as Entity;
    const printed = entity.names.filter(({ kind }) => kind !== 'label');
    count += printed.length;
    if (count > API_LIMITS.textNames) throw tooMany();
    for (const { text } of printed) names.add(text, entity.id);
    bearers.set(entity.id, { id: entity.id, type: entity.type, name: (entity.names.find(({ kind }) => kind === 'primary') ?? entity.names[0])?.text ?? '' });
    yield;
  }
  return { revision, names, bearers };
}

function tooMany(): AppError {
  const value = API_LIMITS.textNames;
  return new AppError('limit', `The case has more names than the limit textNames of ${value}: names in texts are not marked.`, {
    limit: { name: 'textNames', value },
  });
}

function* namesIn({ head, paragraphs }: KeptText, { names, bearers, revision }: NamesOfCase): InSlices<Answer> {
  const whole: FoundName[][] = [];
  for (const { text } of paragraphs) {
    whole.push(names.find(text));
    yield;
  }
  const short = shortNames(paragraphs, whole, bearers, names);
  const common = commonWords(head.language);
  const answer: Answer = { names: [], possible: [], called: [], revision };
  const called = new Set<string>();
  for (const [i, { text }] of paragraphs.entries()) {
    const found = names.find(text, short);
    const { charactersOf } = placesIn(text);
    for (const { entities, ...part } of found) {
      answer.names.push({ paragraph: i + 1, ...charactersOf(part), entities });
      for (const id of entities) called.add(id);
    }
    for (const part of possibleNames(text, found, common)) answer.possible.push({ paragraph: i + 1, ...charactersOf(part) });
    yield;
  }
  answer.called = [...called].sort().flatMap((id) => bearers.get(id) ?? []);
  return answer;
}

/** The last words of the names of persons whom the text names in full, where they are the last words of one of them only and no name of their own. */
function shortNames(paragraphs: KeptText['paragraphs'], whole: readonly FoundName[][], bearers: ReadonlyMap<string, Bearer>, names: KnownNames): KnownNames {
  const persons = new Map<string, Set<string>>();
  for (const [i, found] of whole.entries())
    for (const { start, end, entities } of found) {
      const [only, ...others] = entities;
      const last =
        only !== undefined && others.length === 0 && bearers.get(only)?.type === 'Person' ? shortName(paragraphs[i]!.text.slice(start, end)) : undefined;
      if (last !== undefined && only !== undefined) persons.set(last, (persons.get(last) ?? new Set()).add(only));
    }
  const short = new KnownNames();
  for (const [last, [only, ...others]] of persons) if (only !== undefined && others.length === 0 && names.find(last).length === 0) short.add(last, only);
  return short;
}

/** Names of months and days in the language of the text, and in English: they are capitalised in some languages, and no names of the case. */
function commonWords(language: string): ReadonlySet<string> {
  const words = new Set<string>(['I']);
  for (const tag of [language, 'en']) {
    const locale = Intl.DateTimeFormat.supportedLocalesOf(tag)[0] ?? 'en';
    for (const [part, count] of [
      ['month', 12],
      ['weekday', 7],
    ] as const)
      for (let i = 0; i < count; i += 1) {
        // 1 January 2024 was a Monday.
        const day = part === 'month' ? new Date(Date.UTC(2024, i, 1)) : new Date(Date.UTC(2024, 0, 1 + i));
        words.add(new Intl.DateTimeFormat(locale, { [part]: 'long', timeZone: 'UTC' }).format(day));
      }
  }
  return words;
}
