/** Which records of a piece hold words in a row of a private text: no export carries a text, in whatever field of its own words. */
import type { Citation, Claim, Entity, IdentityDecision, RivalSet } from '../model/records.ts';
import type { InSlices } from '../figures/in-slices.ts';
import type { NarrationContext } from '../telling/narration.ts';
import { COPIED_RUN, holdsWords, isProperName, runsOf, TITLE_WITHIN, wordsOf } from '../texts/copied-words.ts';
import type { Piece } from './piece.ts';

/** A private text by its paragraphs. */
export interface PrivateText {
  source: string;
  /** Of its source, where the records of the piece may not hold that. */
  title?: string | undefined;
  paragraphs: readonly string[];
}
/** Ids of the claims and entities of a piece that copy a text, each with the words. */
export interface CopiedWords {
  claims: ReadonlyMap<string, string>;
  entities: ReadonlyMap<string, string>;
}

/** What a claim and its passages say in words that are to be the curator's own: all but what is quoted. */
function wordsOfClaim({ object, occasion }: Claim, citations: readonly Citation[]): (string | undefined)[] {
  return [
    typeof object === 'string' || object.quoted ? undefined : object.text,
    occasion,
    ...citations.flatMap(({ paraphrase, hedge, as, sentence, offences }) => [paraphrase, hedge, as, sentence?.text, ...offences]),
  ];
}

/** What an entity is called. A name proper is nobody's words; in a script without capitals, what no source prints is the curator's. */
function wordsOfEntity({ names, kind }: Entity): (string | undefined)[] {
  const hasCapitals = (text: string) => /[\p{Lu}\p{Ll}]/u.test(text);
  return [kind, ...names.filter((name) => !isProperName(name.text) && (name.kind === 'label' || hasCapitals(name.text))).map(({ text }) => text)];
}

const idsIn = ({ claims }: RivalSet, { a, b }: Partial<IdentityDecision>): string[] => [...claims, ...[a, b].filter((id) => id !== undefined)];

/** Every text of own words in a piece, by the record that is left out where it copies. */
function* ownWords({ records }: Pick<NarrationContext, 'records'>, piece: Piece): Generator<['claims' | 'entities', string, string]> {
  const inPiece = { claims: new Set(piece.claims), entities: new Set(piece.entities) };
  for (const id of piece.claims) {
    const claim = records.claims.get(id);
    const citations = piece.citations.get(id) ?? [];
    const titles = citations.map(({ source }) => records.sources.get(source)?.title);
    for (const text of claim ? [...wordsOfClaim(claim, citations), ...titles] : []) if (text !== undefined) yield ['claims', id, text];
  }
  for (const id of piece.entities) {
    const entity = records.entities.get(id);
    for (const text of entity ? wordsOfEntity(entity) : []) if (text !== undefined) yield ['entities', id, text];
  }
  for (const rivals of records.rivals) for (const id of idsIn(rivals, {})) if (inPiece.claims.has(id)) yield ['claims', id, rivals.why];
  for (const { a, why } of records.identities) if (inPiece.entities.has(a)) yield ['entities', a, why];
}

/** What may stand in an export as the text has it: names proper, quotations, and the title at the head of its own text. */
function* allowed({ records }: Pick<NarrationContext, 'records'>, piece: Piece): Generator<string> {
  for (const id of piece.entities) for (const { text } of records.entities.get(id)?.names ?? []) if (isProperName(text)) yield text;
  for (const citations of piece.citations.values()) for (const { quote } of citations) if (quote !== undefined) yield quote;
  for (const id of piece.claims) {
    const object = records.claims.get(id)?.object;
    if (typeof object === 'object' && object.quoted) yield object.text;
  }
}

const titleAtHead = (title: string | undefined, { paragraphs }: PrivateText): string[] =>
  title !== undefined && paragraphs.slice(0, TITLE_WITHIN).some((paragraph) => holdsWords(paragraph, title)) ? [title] : [];

/** @param texts those kept of the sources of the piece, one after the other */
export async function copiedWordsIn(
  ctx: Pick<NarrationContext, 'records'>,
  piece: Piece,
  texts: AsyncIterable<PrivateText>,
  run: <T>(work: InSlices<T>) => Promise<T>,
): Promise<CopiedWords> {
  const found = { claims: new Map<string, string>(), entities: new Map<string, string>() };
  const said = await run(runsIn(ownWords(ctx, piece), ([, , text]) => text));
  await findCopied(ctx, piece, texts, run, (words) => {
    for (const [kind, id] of said.get(words) ?? []) found[kind].set(id, words);
  });
  return found;
}

/**
 * Which of the author's own words beside the records copy a text.
 * @param own each with the place at which it stands
 * @returns these places
 */
export async function copiedOwnWords(
  ctx: Pick<NarrationContext, 'records'>,
  piece: Piece,
  own: Iterable<readonly [place: string, text: string]>,
  texts: AsyncIterable<PrivateText>,
  run: <T>(work: InSlices<T>) => Promise<T>,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const said = await run(runsIn(own, ([, text]) => text));
  if (said.size === 0) return found;
  await findCopied(ctx, piece, texts, run, (words) => {
    for (const [place] of said.get(words) ?? []) found.add(place);
  });
  return found;
}

/** @param each called with the words in a row of every text, without those that may stand in an export as the text has them */
async function findCopied(
  ctx: Pick<NarrationContext, 'records'>,
  piece: Piece,
  texts: AsyncIterable<PrivateText>,
  run: <T>(work: InSlices<T>) => Promise<T>,
  each: (words: string) => void,
): Promise<void> {
  const free = new Set<string>();
  for (const text of allowed(ctx, piece)) for (const one of runsOf(text)) free.add(one);
  for await (const text of texts) {
    const title = text.title ?? ctx.records.sources.get(text.source)?.title;
    const titles = new Set(titleAtHead(title, text).flatMap((one) => [...runsOf(one)]));
    await run(
      findIn(text, (one) => {
        if (!free.has(one) && !titles.has(one)) each(one);
      }),
    );
  }
}

function* runsIn<Said>(said: Iterable<Said>, textOf: (one: Said) => string): InSlices<Map<string, Said[]>> {
  const runs = new Map<string, Said[]>();
  for (const one of said) {
    for (const words of runsOf(textOf(one))) {
      const by = runs.get(words);
      if (by) by.push(one);
      else runs.set(words, [one]);
    }
    yield;
  }
  return runs;
}

function* findIn({ paragraphs }: PrivateText, each: (run: string) => void): InSlices<void> {
  for (const paragraph of paragraphs) {
    const words = wordsOf(paragraph);
    for (let at = 0; at + COPIED_RUN <= words.length; at += 1) {
      each(words.slice(at, at + COPIED_RUN).join(' '));
      if (at % 512 === 511) yield;
    }
    yield;
  }
}
