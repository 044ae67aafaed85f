/** The loss report: what of a piece a format does not carry, with counts (exchange.md). */
import { sourceVisibleAt } from '../dates/visibility.ts';
import { visibleNames } from '../model/names.ts';
import type { Clocks } from '../model/questions.ts';
import type { Records } from '../model/records.ts';
import { segmentsOf } from '../model/segments.ts';
import type { Piece } from './piece.ts';

/** Something lost, and how many of it. */
export interface Loss {
  what: string;
  count: number;
}
interface Counted {
  records: Records;
  piece: Piece;
  /** Whether a source is visible at the clocks of the view; absent without clocks. */
  sourceVisible?: (source: string) => boolean;
  /** Datasets exported whole. */
  whole: ReadonlySet<string>;
}
type Rule = { what: string; count: (of: Counted) => number };

/** A letter of any script but those of the fonts that pictures are set in (server/work/pictures). */
const SCRIPTS_WITHOUT_FONT =
  /(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Common}\p{Script=Inherited}])\p{L}/u;

const sum = (counts: readonly number[]) => counts.reduce((total, n) => total + n, 0);
const perEntity =
  (count: (entity: NonNullable<ReturnType<Records['entities']['get']>>) => number) =>
  ({ piece, records }: Counted) =>
    sum(piece.entities.flatMap((id) => records.entities.get(id) ?? []).map(count));
const perClaim =
  (count: (claim: NonNullable<ReturnType<Records['claims']['get']>>) => number) =>
  ({ piece, records }: Counted) =>
    sum(piece.claims.flatMap((id) => records.claims.get(id) ?? []).map(count));
const perVoice =
  (count: (voice: NonNullable<ReturnType<Records['voices']['get']>>) => number) =>
  ({ piece, records }: Counted) =>
    sum(piece.voices.flatMap((id) => records.voices.get(id) ?? []).map(count));
/** How many of the lists of ids stand in the piece whole, or else in part. */
const countIn = (how: 'whole' | 'part', lists: readonly (readonly string[])[], own: readonly string[]): number => {
  const inPiece = new Set(own);
  const isIn = (id: string) => inPiece.has(id);
  return lists.filter((ids) => (how === 'whole' ? ids.every(isIn) : ids.some(isIn) && !ids.every(isIn))).length;
};
/** Claims of the piece that join no two entities. */
const unlinkedIn = ({ piece, records }: Counted) =>
  piece.claims.flatMap((id) => {
    const claim = records.claims.get(id);
    const predicate = records.predicates.get(claim?.predicate ?? '');
    return claim && predicate && segmentsOf(claim, predicate, (entity) => records.entities.get(entity)?.type).length === 0 ? [claim] : [];
  });
const citationsOf = (piece: Piece) => [...piece.citations.values()].flat();
const rivals =
  (how: 'whole' | 'part') =>
  ({ piece, records }: Counted) =>
    countIn(
      how,
      records.rivals.map(({ claims }) => claims),
      piece.claims,
    );
const identities =
  (how: 'whole' | 'part') =>
  ({ piece, records }: Counted) =>
    countIn(
      how,
      records.identities.map(({ a, b }) => [a, b]),
      piece.entities,
    );

/** All that a format may lose, in the order of the report. */
const RULES = {
  names: { what: 'names besides the one shown', count: perEntity(({ names }) => names.length - 1) },
  scripts: { what: 'languages and scripts of names', count: perEntity(({ names }) => names.length) },
  nameSources: { what: 'sources that print a name', count: perEntity(({ names }) => sum(names.map(({ sources = [] }) => sources.length))) },
  laterNames: {
    what: 'names printed only by sources that are later than the view',
    count: ({ sourceVisible, ...rest }) =>
      sourceVisible ? perEntity((entity) => entity.names.length - visibleNames(entity, { sourceVisible }).length)(rest) : 0,
  },
  candidates: { what: 'candidates of unresolved entities', count: perEntity(({ candidates = [] }) => candidates.length) },
  occasions: { what: 'occasions that tell two claims apart', count: perClaim(({ occasion }) => (occasion === undefined ? 0 : 1)) },
  texts: { what: 'languages of texts, and whether they are quoted', count: perClaim(({ object }) => (typeof object === 'object' ? 1 : 0)) },
  stakes: {
    what: 'stakes of voices, and entities that they speak for',
    count: perVoice(({ entities, stake }) => entities.length + (typeof stake === 'string' ? 0 : stake.length)),
  },
  witnessed: {
    what: 'marks that the writer saw it himself',
    count: ({ piece }) => citationsOf(piece).filter(({ witnessed }) => witnessed).length,
  },
  marks: {
    what: 'places of the exact words within their paragraphs',
    count: ({ piece }) => citationsOf(piece).filter(({ mark }) => mark).length,
  },
  locators: { what: 'places of citations within their sources', count: ({ piece }) => citationsOf(piece).filter(({ locator }) => locator).length },
  pairing: {
    what: 'which source says what of a claim, where it has several',
    count: ({ piece }) => [...piece.citations.values()].filter(({ length }) => length > 1).length,
  },
  uncertainDates: {
    what: 'marks of dates that are uncertain, approximate or not whole',
    count: ({ piece }) => citationsOf(piece).filter(({ happened }) => [happened ?? []].flat().some(({ edtf }) => !/^\d{4}(-\d\d){0,2}$/.test(edtf))).length,
  },
  qualifiers: {
    what: 'places, plots, legal cases and means of claims, told in their sentences alone',
    count: perClaim((claim) => claim.at.length + claim.in.length + claim.instrument.length),
  },
  numbers: {
    what: 'counts and amounts, told in sentences alone',
    count: ({ piece }) => citationsOf(piece).filter(({ count, amount }) => count ?? amount).length,
  },
  unlinked: {
    what: 'claims that join no two entities, told as notes',
    count: (of) => unlinkedIn(of).length,
  },
  undrawn: {
    what: 'claims that have no line, so that a picture cannot show them',
    count: (of) => unlinkedIn(of).filter(({ subject, object }) => subject !== 'unknown' && object !== 'unknown').length,
  },
  letters: {
    what: 'names in scripts that no bundled font has: they are set in whatever font the reader has, and in a PNG as question marks',
    count: perEntity(({ names }) => (names.some(({ text }) => SCRIPTS_WITHOUT_FONT.test(text)) ? 1 : 0)),
  },
  carriedTexts: {
    what: 'that a text carries another, and the way of what is cited',
    count: ({ piece, records }) =>
      piece.sources.filter((id) => records.sources.get(id)?.textOf).length + citationsOf(piece).filter(({ origin }) => origin).length,
  },
  sourceFacts: { what: 'sources of which only title and address are given', count: ({ piece }) => piece.sources.length },
  voices: { what: 'voices', count: ({ piece }) => piece.voices.length },
  predicates: { what: 'definitions of predicates', count: ({ piece }) => piece.predicates.length },
  rivals: { what: 'rival sets', count: rivals('whole') },
  partRivals: {
    what: 'rival sets of which not every claim is in the piece',
    count: rivals('part'),
  },
  identities: {
    what: 'decisions on identity',
    count: identities('whole'),
  },
  partIdentities: {
    what: 'decisions on identity with somebody who is not in the piece',
    count: identities('part'),
  },
  questions: { what: 'ready questions', count: ({ records, whole }) => [...records.questions.values()].filter(({ dataset }) => whole.has(dataset)).length },
  stubs: {
    what: 'records that others refer to, of which only the id is given',
    count: ({ piece: { stubs } }) => stubs.entities.length + stubs.sources.length + stubs.voices.length,
  },
  references: {
    what: 'references to records that are not in the piece',
    count: ({ piece: { stubs } }) => stubs.entities.length + stubs.sources.length + stubs.voices.length,
  },
  ids: {
    what: 'ids of records',
    count: ({ piece }) => piece.entities.length + piece.claims.length + piece.sources.length + piece.voices.length,
  },
} satisfies Record<string, Rule>;
export type Losable = keyof typeof RULES;

/** What only the curated format has a place for: every other format loses it. */
export const ONLY_IN_OWN_FORMAT = [
  'names',
  'scripts',
  'nameSources',
  'laterNames',
  'candidates',
  'occasions',
  'texts',
  'stakes',
  'marks',
  'predicates',
  'rivals',
  'partRivals',
  'identities',
  'partIdentities',
  'questions',
  'references',
] as const satisfies readonly Losable[];

/**
 * What a format that loses these loses of this piece. What it could lose and the piece does not have is not listed.
 * @param datasets exported whole
 */
export function lossesOf(
  losable: readonly Losable[],
  records: Records,
  piece: Piece,
  { clocks, datasets }: { clocks?: Clocks; datasets?: Iterable<string> },
): Loss[] {
  const of = { records, piece, whole: new Set(datasets), ...(clocks ? { sourceVisible: sourceVisibleAt(records.sources, clocks) } : {}) };
  const loses = new Set<string>(losable);
  return Object.entries<Rule>(RULES)
    .filter(([key]) => loses.has(key))
    .map(([, { what, count }]) => ({ what, count: count(of) }))
    .filter(({ count }) => count > 0);
}

/** Sentences of the report; one that says so where nothing is lost. */
export function lossLines(losses: readonly Loss[]): string[] {
  if (losses.length === 0) return ['Of what is in this piece the format loses nothing. Recorded times, change sets and investigations are in no export.'];
  return [
    ...losses.map(({ what, count }) => `Lost in this format: ${what} (${count.toLocaleString('en-GB')}).`),
    'Recorded times, change sets and investigations are in no export.',
  ];
}
