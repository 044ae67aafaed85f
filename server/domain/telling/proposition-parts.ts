/** The parts of a proposition in words: its object, its qualifiers, and when it happened. */
import { basisNote, describeQuantity, isSpan, valueTexts, whenPhrase } from './describe-values.ts';
import { nameInProse, voiceInProse } from './in-prose.ts';
import { entityEnd } from '../model/claim-ends.ts';
import { formatDated, parseEdtf } from '../dates/edtf-dates.ts';
import type { Claim, Dated, Predicate } from '../model/records.ts';
import { isEntityType, traitsOf } from '../model/lists.ts';
import { rootOf } from '../figures/lineage.ts';
import { inOneLine } from '../model/plain-text.ts';
import type { ClaimValue, Figures } from '../model/figures.ts';
import { listed, type NarrationContext } from './narration.ts';
import { hedgeVerb, plainHedgeVerb } from './origin-words.ts';
import { givingCitations } from './read-words.ts';

/** The object in the form that follows the verb. */
export function objectPhrase(claim: Claim, predicate: Predicate, figures: Figures, ctx: NarrationContext): string {
  const { object } = claim;
  // Only the source's own words get quotation marks. The curator's words are indirect speech, without any quotation inside.
  if (typeof object !== 'string') return inOneLine(object.quoted ? `“${innerQuotes(object.text)}”` : withoutQuotes(object.text));
  if (object === 'unknown') return unknownObject(predicate);
  if (object === 'none') return noObject(predicate);
  if (object !== 'value') return nameInProse(object, ctx).text;
  const { happened, numbers } = valueTexts(figures);
  const whose = whoseValues([...figures.count, ...figures.amount], figures, ctx);
  const texts = numbers.length > 0 ? numbers.map((text, i) => text + (whose[i] ?? '')) : happened;
  if (texts.length === 0) return 'a value not given';
  // "is counted at at least ten" would repeat "at".
  return (predicate.forms.finite.endsWith(' at') ? texts.map(withoutAt) : texts).join(' or ');
}

function withoutAt(text: string): string {
  return text.replace(/^at least /, 'no fewer than ').replace(/^at most /, 'no more than ');
}

/** What did not happen, by what the predicate takes: "hired nobody", "carried out no plot". */
function noObject({ takes }: Predicate): string {
  const kinds = takes.filter(isEntityType);
  if (kinds.includes('Person')) return 'nobody';
  const [first] = kinds;
  if (first === undefined) return 'nothing';
  if (traitsOf(first).acts && first !== 'Country') return 'no body or group';
  return first === 'Case' ? 'no legal case' : `no ${first.toLowerCase()}`;
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

/**
 * Everything that follows the object: to whom, through whom, with what, where, as part of what, when. Begins with a space unless it is empty. What the names of
 * the ends say already is left out: "killed Ann Lee in the killing of Ann Lee", "attacked the couple in Paris in Paris".
 * @param placed whether the places stand elsewhere in the sentence
 */
export function circumstances(claim: Claim, predicate: Predicate, figures: Figures, ctx: NarrationContext, placed = false): string {
  const names = (ids: readonly string[]) => listed(ids.map((id) => nameInProse(id, ctx).text));
  const parts = postHeld(claim, predicate, figures, ctx);
  if (claim.to.length > 0) parts.push(`to ${names(claim.to)}`);
  // Between two commas, so that what follows is not read of the last of them alone: "through Ann, and then Ben, for the fire".
  const [via, ...onward] = claim.via.map((id) => nameInProse(id, ctx).text);
  if (via !== undefined) parts.push(`through ${[via, ...onward.map((name) => `and then ${name}`)].join(', ')}${onward.length === 0 ? '' : ','}`);
  parts.push(...joined(claim.instrument, (id) => (ctx.records.entities.get(id)?.type === 'Measure' ? 'under' : 'using'), ctx));
  if (!placed) parts.push(...places(claim, ctx));
  const apart = plotsOfCase(claim, predicate, ctx);
  const around = claim.in.filter((id) => id !== claim.subject && id !== claim.object && !apart.includes(id) && !isNamedDeed(id, claim, predicate, ctx));
  parts.push(...joined(around, (id) => partWord(id, predicate, ctx), ctx));
  const when = claim.object === 'value' && valueTexts(figures).numbers.length === 0 ? '' : tensed(whenText(figures, ctx), claim, predicate);
  const before = parts.map((part) => ` ${part}`).join('');
  const whole = before.replace(/,$/, '');
  if (when === '') return whole;
  // After a text the date would be read as part of it: "described as banned, as of 1989".
  return typeof claim.object === 'string' ? `${before} ${when}` : `${whole}, ${when}`;
}

/** Words shorter than this say nothing of what a post is ("of", "the"). */
const TELLING_WORD = 4;

/**
 * "as Secretary of State": the post that somebody held, as the passages of the shown level give it, where the verb says only that there was one ("leads" and "works
 * for" say what matters). A post that the name tells already, or that another one contains, is left out; so are posts of which several voices tell in other words.
 */
function postHeld(claim: Claim, { group, accuses, within }: Predicate, figures: Figures, ctx: NarrationContext): string[] {
  const subject = entityEnd(claim.subject);
  if (group !== 'structure' || within || accuses.length > 0 || subject === undefined || ctx.records.entities.get(subject)?.type !== 'Person') return [];
  const posts = new Set(givingCitations(figures, ctx).flatMap((citation) => (citation.as === undefined ? [] : [inOneLine(withoutQuotes(citation.as))])));
  if (posts.size > 1 && figures.originVoices.length > 1) return [];
  const words = (text: string) => text.toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u);
  const name = new Set(words(ctx.nameOf(subject)));
  const isSaid = (post: string) => words(post).some((word) => word.length >= TELLING_WORD && name.has(word));
  const isWithin = (post: string) => [...posts].some((other) => other !== post && hasWords(other.toLowerCase(), post.toLowerCase()));
  const told = [...posts].filter((post) => !isSaid(post) && !isWithin(post)).sort();
  return told.length === 0 ? [] : [`as ${listed(told)}`];
}

/** Where it happened: "in Paris", "at the house"; without the places that the name of an end contains. */
export function places(claim: Claim, ctx: NarrationContext): string[] {
  const ends = [entityEnd(claim.subject), entityEnd(claim.object)].flatMap((id) => (id === undefined ? [] : ctx.nameOf(id)));
  const isSaid = (id: string) => (ctx.records.entities.get(id)?.names ?? []).some(({ text }) => ends.some((end) => hasWords(end, text)));
  return joined(
    claim.at.filter((id) => !isSaid(id)),
    (id) => placeWord(id, ctx),
    ctx,
  );
}

const hasWords = (text: string, words: string): boolean => ` ${text.replace(/[,()]/g, '')} `.includes(` ${words} `);

/** The plots that a step of a case concerns: told apart, because "in the case over the fire concerning the fire" would say it in one breath. */
function plotsOfCase(claim: Claim, { group, forms }: Predicate, { records }: NarrationContext): string[] {
  const typeOf = (id: string) => records.entities.get(id)?.type;
  if (group !== 'justice' || forms.inPlot !== undefined || !claim.in.some((id) => typeOf(id) === 'Case')) return [];
  return claim.in.filter((id) => typeOf(id) === 'Plot' && id !== claim.subject && id !== claim.object);
}

/** Whether the name of a plot says nothing but this deed: the attack on Ann Lee, of a claim that somebody attacked Ann Lee. */
function isNamedDeed(id: string, claim: Claim, { forms }: Predicate, ctx: NarrationContext): boolean {
  const object = entityEnd(claim.object);
  if (object === undefined || claim.attempted || claim.intended || claim.expected || forms.base === undefined) return false;
  const name = ctx.nameOf(id);
  const rest = name.slice(forms.base.length);
  return name.toLowerCase().startsWith(forms.base) && /^(ing)?s? (of|on) /.test(rest) && rest.endsWith(` ${ctx.nameOf(object)}`);
}

/** Entities, each with a preposition in front; those with the same preposition are told together. */
function joined(ids: readonly string[], wordOf: (id: string) => string, ctx: NarrationContext): string[] {
  const byWord = new Map<string, string[]>();
  for (const id of ids) {
    const word = wordOf(id);
    byWord.set(word, [...(byWord.get(word) ?? []), nameInProse(id, ctx).text]);
  }
  return [...byWord].map(([word, names]) => `${word} ${listed(names)}`);
}

/** "in" for a country, a named place or an area, "at" for a house, an event or a body. */
function placeWord(id: string, ctx: NarrationContext): string {
  const entity = ctx.records.entities.get(id);
  if (entity?.type === 'Country') return 'in';
  if (entity?.type !== 'Place') return 'at';
  return !entity.unnamed || (entity.kind !== undefined && AREAS.has(entity.kind)) ? 'in' : 'at';
}

/** Kinds of place that one is in, though it has no name. */
const AREAS: ReadonlySet<string> = new Set([
  'area',
  'city',
  'district',
  'island',
  'neighbourhood',
  'province',
  'quarter',
  'region',
  'suburb',
  'town',
  'village',
]);

/** How a claim is told to belong to its plot. A legal act is no part of the plot it concerns. */
function partWord(id: string, { group, forms }: Predicate, ctx: NarrationContext): string {
  switch (ctx.records.entities.get(id)?.type) {
    case 'Plot':
      return forms.inPlot ?? (group === 'justice' || group === 'statement' ? 'concerning' : 'as part of');
    case 'Event':
      return 'during';
    case 'Measure':
      return 'under';
    default:
      return 'in';
  }
}

/**
 * The date as the tense of the verb has it: what is ("works for") is so as of a day, and a deed of which only the last possible day is known was done by then.
 * Of what did not happen, and of several dates, nothing is changed.
 */
function tensed(when: string, { object, expected }: Claim, { forms }: Predicate): string {
  if (object === 'none' || when.includes(' or ')) return when;
  const isPresent = forms.plural !== undefined || /^(is|has) /.test(forms.finite);
  if (expected) return when;
  return isPresent ? when.replace(/^(in|on) /, 'as of ') : when.replace(/^up to /, 'by ');
}

/** The dates that the sentence gives; one from outside the sources is told apart where they give another. */
function toldDates({ happened }: Figures): Figures['happened'] {
  const ofSources = happened.filter(({ basis }) => basis !== 'outside');
  return ofSources.length > 0 ? ofSources : happened;
}

function whenText(figures: Figures, ctx: NarrationContext): string {
  const dates = toldDates(figures);
  const whose = whoseValues(dates, figures, ctx);
  const happened = dates.flatMap(({ value, basis }, i) => {
    const text = whenPhrase({ edtf: value, basis });
    return text === '' ? [] : [text + (whose[i] ?? '')];
  });
  const [first = '', ...rest] = happened;
  // The preposition is told once where it fits all: "in 1971 or 1973", but "in 1971 or on 5 May 1973".
  const preposition = /^(in|on) /.exec(first)?.[0] ?? '';
  const isSame = preposition !== '' && rest.every((text) => text.startsWith(preposition));
  return [first, ...(isSame ? rest.map((text) => text.slice(preposition.length)) : rest)].join(' or ');
}

/** Of values that exclude each other, whose word each is: " (The Daily)"; none where one voice gives them all. */
function whoseValues(values: readonly Pick<ClaimValue<unknown>, 'citations'>[], { claim }: Figures, ctx: NarrationContext): string[] {
  if (values.length < 2) return [];
  const { sources, voices, citations } = ctx.records;
  const byId = new Map((citations.get(claim) ?? []).map((citation) => [citation.id, citation]));
  const whose = values.map((value) => {
    const names = value.citations.flatMap((id) => {
      const citation = byId.get(id);
      const voice = citation && voices.get((rootOf(citation, sources) ?? sources.get(citation.source))?.voice ?? '');
      return voice ? [voiceInProse(voice, ctx).text] : [];
    });
    return listed([...new Set(names)]);
  });
  return new Set(whose).size < 2 ? [] : whose.map((names) => (names === '' ? '' : ` (${names})`));
}

/** Remarks to add to a proposition: the plot that a case concerns, offences and sentence, the hedges that its verb does not tell, that the reading is inferred, and the basis of its dates. */
export function asides(claim: Claim, figures: Figures, isPlain: boolean, verb: string, ctx: NarrationContext): string[] {
  const predicate = ctx.records.predicates.get(claim.predicate);
  const plots = predicate ? plotsOfCase(claim, predicate, ctx).map((id) => nameInProse(id, ctx).text) : [];
  const said = [...(plots.length === 0 ? [] : [`concerning ${listed(plots)}`]), ...termsTold(figures, ctx)];
  const hedges = figures.hedges.filter((hedge) => !hasWords(verb, hedge));
  if (hedges.length > 0 && (isPlain ? plainHedgeVerb(figures, claim) : hedgeVerb(figures, claim)) === undefined) {
    const words = hedges.map((hedge) => `“${hedge}”`);
    said.push(`the ${hedges.length === 1 ? 'passage says' : 'passages say'} ${listed(words)}`);
  }
  if (claim.expected) said.push(...foretoldAsOf(figures, ctx));
  if (figures.inferred) said.push('by inference');
  const isContested = figures.contestedBy.some(({ field }) => field === 'happened');
  if (figures.happened.length > 1) {
    if (isContested) said.push('the sources differ on the date');
    const apart = isContested ? [] : figures.happened.filter((date) => !toldDates(figures).includes(date));
    for (const { value, basis } of apart) said.push(`${whenPhrase({ edtf: value, basis })} by a date from outside the sources`);
  } else if (figures.happened[0] && whenPhrase({ edtf: figures.happened[0].value, basis: 'stated' }) !== '') {
    const note = basisNote(figures.happened[0].basis, 'date');
    if (note !== '') said.push(note);
  }
  if (figures.count.length > 1) said.push('the sources differ on the number');
  if (figures.amount.length > 1) said.push('the sources differ on the amount');
  if (claim.object !== 'value') {
    for (const { value } of figures.count) said.push(`${value.unit === undefined ? 'number given: ' : ''}${describeQuantity(value)}`);
    for (const { value } of figures.amount) said.push(`amount given: ${describeQuantity(value)}`);
  }
  return said;
}

/** "as of 20 May 2024": what is expected may have come about, or not, since the newest text that expects it. */
function foretoldAsOf(figures: Figures, ctx: NarrationContext): string[] {
  const dates = givingCitations(figures, ctx).flatMap(({ source }) => ctx.records.sources.get(source)?.published ?? []);
  const newest = dates.reduce<Dated | undefined>(
    (last, date) => (last === undefined || parseEdtf(date.edtf).latest > parseEdtf(last.edtf).latest ? date : last),
    undefined,
  );
  if (newest === undefined) return [];
  const date = formatDated(newest);
  return [`as of ${isSpan(date) ? `a text of some day ${date}` : date}`];
}

/** The offences that a step of the law names, and the sentence passed, by the citations that give the shown level. */
function termsTold(figures: Figures, ctx: NarrationContext): string[] {
  const giving = givingCitations(figures, ctx);
  const offences = [...new Set(giving.flatMap((citation) => citation.offences))].sort();
  const sentences = new Set(
    giving.flatMap(({ sentence }) => {
      if (!sentence) return [];
      const basis = basisNote(sentence.basis, '').trim();
      return [`the sentence${basis === '' ? '' : `, ${basis}`}: ${sentence.text}`];
    }),
  );
  return [...(offences.length === 0 ? [] : [`${offences.length === 1 ? 'offence' : 'offences'} named: ${listed(offences)}`]), ...sentences];
}
