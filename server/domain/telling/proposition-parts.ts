/** The parts of a proposition in words: its object, its qualifiers, and when it happened. */
import { basisNote, describeQuantity, valueTexts, whenPhrase } from './describe-values.ts';
import { nameInProse } from './in-prose.ts';
import type { Claim, Predicate } from '../model/records.ts';
import { isEntityType, traitsOf } from '../model/lists.ts';
import type { Figures } from '../model/figures.ts';
import { listed, type NarrationContext } from './narration.ts';
import { hedgeVerb, plainHedgeVerb } from './origin-words.ts';

/** The object in the form that follows the verb. */
export function objectPhrase(claim: Claim, predicate: Predicate, figures: Figures, ctx: NarrationContext): string {
  const { object } = claim;
  // Only the source's own words get quotation marks. The curator's words are indirect speech, without any quotation inside.
  if (typeof object !== 'string') return object.quoted ? `“${innerQuotes(object.text)}”` : withoutQuotes(object.text);
  if (object === 'unknown') return unknownObject(predicate);
  if (object === 'none') return 'nothing of the kind';
  if (object !== 'value') return nameInProse(object, ctx).text;
  const { happened, numbers } = valueTexts(figures);
  const texts = numbers.length > 0 ? numbers : happened;
  if (texts.length === 0) return 'a value not given';
  // "is counted at at least ten" would repeat "at".
  return (predicate.forms.finite.endsWith(' at') ? texts.map(withoutAt) : texts).join(' or ');
}

function withoutAt(text: string): string {
  return text.replace(/^at least /, 'no fewer than ').replace(/^at most /, 'no more than ');
}

function unknownObject({ takes }: Predicate): string {
  // Countries are handled below.
  if (takes.some((kind) => isEntityType(kind) && kind !== 'Country' && traitsOf(kind).acts)) return 'an unknown party';
  if (takes.includes('Place')) return 'a place not named';
  return takes.includes('Country') ? 'a country not named' : 'something not named';
}

/** The curator's words without quotation marks; apostrophes stay. */
function withoutQuotes(text: string): string {
  return text.replace(/[“”„«»"]/g, '').replace(/(?<![\p{L}\p{N}])‘([^‘’]*)’/gu, '$1');
}

/** Quotation marks within a quotation become single ones. */
function innerQuotes(text: string): string {
  return text.replaceAll('“', '‘').replaceAll('”', '’');
}

/** Everything that follows the object: to whom, through whom, with what, where, as part of what, when. Begins with a space unless it is empty. */
export function circumstances(claim: Claim, predicate: Predicate, figures: Figures, ctx: NarrationContext): string {
  const names = (ids: readonly string[]) => listed(ids.map((id) => nameInProse(id, ctx).text));
  const parts: string[] = [];
  if (claim.to.length > 0) parts.push(`to ${names(claim.to)}`);
  if (claim.via.length > 0) {
    parts.push(`through ${claim.via.map((id) => nameInProse(id, ctx).text).join(', and then ')}`);
  }
  if (claim.instrument.length > 0) parts.push(`using ${names(claim.instrument)}`);
  parts.push(...placed(claim.at, (id) => placeWord(id, ctx), ctx));
  parts.push(...placed(claim.in, (id) => partWord(id, predicate, ctx), ctx));
  const when = claim.object === 'value' && valueTexts(figures).numbers.length === 0 ? '' : whenText(figures);
  if (when !== '') parts.push(when);
  return parts.map((part) => ` ${part}`).join('');
}

/** Entities, each with a preposition in front; those with the same preposition are told together. */
function placed(ids: readonly string[], wordOf: (id: string) => string, ctx: NarrationContext): string[] {
  const byWord = new Map<string, string[]>();
  for (const id of ids) {
    const word = wordOf(id);
    byWord.set(word, [...(byWord.get(word) ?? []), nameInProse(id, ctx).text]);
  }
  return [...byWord].map(([word, names]) => `${word} ${listed(names)}`);
}

/** "in" for a country or a named place, "at" for a house, an event or a body. */
function placeWord(id: string, ctx: NarrationContext): string {
  const entity = ctx.records.entities.get(id);
  if (entity?.type === 'Country') return 'in';
  return entity?.type === 'Place' && !entity.unnamed ? 'in' : 'at';
}

/** How a claim is told to belong to its plot. A legal act is no part of the plot it concerns. */
function partWord(id: string, { group }: Predicate, ctx: NarrationContext): string {
  switch (ctx.records.entities.get(id)?.type) {
    case 'Plot':
      return group === 'justice' || group === 'statement' ? 'concerning' : 'as part of';
    case 'Event':
      return 'during';
    case 'Measure':
      return 'under';
    default:
      return 'in';
  }
}

function whenText(figures: Figures): string {
  const { happened } = valueTexts(figures);
  const [first = '', ...rest] = happened;
  // The preposition is told once where it fits all: "in 1971 or 1973", but "in 1971 or on 5 May 1973".
  const preposition = /^(in|on) /.exec(first)?.[0] ?? '';
  const isSame = preposition !== '' && rest.every((text) => text.startsWith(preposition));
  return [first, ...(isSame ? rest.map((text) => text.slice(preposition.length)) : rest)].join(' or ');
}

/** Remarks to add to a proposition: the hedges that its sentence does not tell by its verb, that the reading is inferred, and the basis of its dates. */
export function asides(claim: Claim, figures: Figures, isPlain: boolean): string[] {
  const said: string[] = [];
  const { hedges } = figures;
  if (hedges.length > 0 && (isPlain ? plainHedgeVerb(figures) : hedgeVerb(figures)) === undefined) {
    const words = hedges.map((hedge) => `“${hedge}”`);
    said.push(`the ${hedges.length === 1 ? 'passage says' : 'passages say'} ${listed(words)}`);
  }
  if (figures.inferred) said.push('by inference');
  const isContested = figures.contestedBy.some(({ field }) => field === 'happened');
  if (figures.happened.length > 1) {
    if (isContested) said.push('the sources differ on the date');
    // Otherwise the dates are alternatives of one passage.
    else if (figures.happened.some(({ basis }) => basis === 'outside')) said.push('a date from outside the sources differs');
  } else if (figures.happened[0] && whenPhrase({ edtf: figures.happened[0].value, basis: 'stated' }) !== '') {
    const note = basisNote(figures.happened[0].basis, 'date');
    if (note !== '') said.push(note);
  }
  if (figures.count.length > 1) said.push('the sources differ on the number');
  if (figures.amount.length > 1) said.push('the sources differ on the amount');
  if (claim.object !== 'value') {
    for (const { value } of [...figures.count, ...figures.amount]) said.push(describeQuantity(value));
  }
  return said;
}
