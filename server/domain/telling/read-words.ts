/** Names the texts in which a claim was read, where nobody read the text at its root: "as reported by The Daily, reprinted by The Weekly". */
import { chainOf, rootOf } from '../figures/lineage.ts';
import type { Figures } from '../model/figures.ts';
import { IMPORTED_FILE, type TextOfHow } from '../model/lists.ts';
import type { Citation } from '../model/records.ts';
import { listed, visibleCitations, type NarrationContext } from './narration.ts';
import { nameInProse, sourceInProse } from './in-prose.ts';

/** Up to this many texts are named; the rest are counted. */
const NAMED_TEXTS = 3;

const REPRINTED: Readonly<Record<TextOfHow, string>> = { republishes: 'reprinted', abridges: 'abridged', relays: 'relayed' };

/** The supporting citations that give the shown level, those that count as it included, in the order of the history. */
export function givingCitations(figures: Pick<Figures, 'claim' | 'history' | 'level'>, ctx: NarrationContext): Citation[] {
  const giving = new Set(
    figures.history
      .filter(({ stance, counts, level, fell }) => stance === 'supports' && (counts ? level : fell) === figures.level)
      .map(({ citation }) => citation),
  );
  return visibleCitations(figures.claim, ctx).filter(({ id, importOnly }) => giving.has(id) && !importOnly);
}

/** Whether the record that a citation was converted from names a source, and not only the file it came in. */
export function isNamedByRecord({ importOnly, source }: Pick<Citation, 'importOnly' | 'source'>, { records }: Pick<NarrationContext, 'records'>): boolean {
  return importOnly === true && records.sources.get(source)?.kind !== IMPORTED_FILE;
}

/** The record that a claim was converted from: "a converted record that names The Daily as its source", or "that cites nothing". */
export function convertedRecord(figures: Pick<Figures, 'claim'>, ctx: NarrationContext): string {
  const named = visibleCitations(figures.claim, ctx).filter((citation) => citation.stance === 'supports' && isNamedByRecord(citation, ctx));
  const texts = new Set(named.map(({ source }) => sourceInProse(source, ctx)));
  if (texts.size === 0) return 'a converted record that cites nothing';
  return `a converted record that names ${someOf(texts)} as its ${texts.size === 1 ? 'source' : 'sources'}`;
}

/** "as reported by The Daily": the texts read by the citations that give the shown level (`wayWords`). */
export function readWords(figures: Figures, ctx: NarrationContext, verb?: ReadVerb): string {
  return wayWords(givingCitations(figures, ctx), figures.originVoices, ctx, verb);
}

/** What a text does with the word of another. */
export type ReadVerb = 'reported' | 'cited';

/**
 * "as passed on by The Wire, as reported by The Daily": who spoke, who passed it on, and the texts read for some citations whose root nobody read. Empty where every
 * root was read, or there is none, and nobody stands between.
 * @param named voices that the phrase follows: a text of theirs that carries no other is not told again
 */
export function wayWords(citations: readonly Citation[], named: readonly string[], ctx: NarrationContext, verb: ReadVerb = 'reported'): string {
  const { sources } = ctx.records;
  const reported = new Set<string>();
  const reprinted = new Set<string>();
  const passedOn = new Set(citations.flatMap((citation) => passersOf(citation, ctx)));
  for (const citation of citations) {
    const root = rootOf(citation, sources);
    if (root === undefined || root.seen || root.id === citation.source) continue;
    const read = textRead(citation, ctx);
    // "According to The Daily, as reported by The Daily" would name one text twice.
    if (read.whole === read.carrier && named.includes(sources.get(citation.source)?.voice ?? '')) continue;
    if (citation.origin === undefined) reprinted.add(read.carrier);
    else reported.add(read.whole);
  }
  // "Reported by The Daily, reprinted by The Weekly, and reprinted by The Weekly" would name one page twice.
  for (const carrier of reprinted) if ([...reported].some((whole) => whole.endsWith(`, ${carrier}`))) reprinted.delete(carrier);
  const phrases = [...(reported.size > 0 ? [`${verb} by ${someOf(reported)}`] : []), ...(reprinted.size > 0 ? [someOf(verbOnce(reprinted))] : [])];
  return [
    ...speakersTold(citations, ctx),
    ...(passedOn.size === 0 ? [] : [`as passed on by ${someOf(passedOn)}`]),
    ...(phrases.length === 0 ? [] : [`as ${listed(phrases)}`]),
  ].join(', ');
}

/**
 * Who spoke, where that is not the accuser: within a body the person ("as told by Ann Lee"), and of a text that speaks for itself whom it cites ("citing Ann Lee"). In
 * part, where other passages name no speaker.
 */
function speakersTold(citations: readonly Citation[], ctx: NarrationContext): string[] {
  const { sources, voices } = ctx.records;
  // The voice of a body whose people it speaks for names the body alone.
  const speaks = (source: string, entity: string) => voices.get(sources.get(source)?.voice ?? '')?.entities.join() === entity;
  const spoken = citations.filter(
    ({ statedBy, standing, through, origin, source }) =>
      statedBy !== undefined && statedBy !== standing.by && ![...through, origin ?? source].some((id) => speaks(id, statedBy)),
  );
  if (spoken.length === 0) return [];
  const names = someOf(new Set(spoken.map(({ statedBy }) => nameInProse(statedBy ?? '', ctx).text)));
  const part = spoken.length < citations.length ? ' in part' : '';
  return spoken.every(({ standing }) => standing.by === undefined) ? [`citing${part} ${names}`] : [`as told${part} by ${names}`];
}

/** The texts and people between the origin and the text read, the one nearest to the origin first. */
function passersOf({ through, source }: Citation, ctx: NarrationContext): string[] {
  const own = sourceInProse(source, ctx);
  return through.map((id) => sourceInProse(id, ctx)).filter((name) => name !== own);
}

/** "The Daily, reprinted by The Weekly": the texts in which some citations were read, whoever they have it from. */
export function textsOf(citations: readonly Citation[], ctx: NarrationContext): string {
  return someOf(new Set(citations.map((citation) => textRead(citation, ctx).whole)));
}

/** "reprinted by A" and "reprinted by B" as "reprinted by A" and "by B". */
function verbOnce(carriers: ReadonlySet<string>): Set<string> {
  let before: string | undefined;
  return new Set(
    [...carriers].sort().map((carrier) => {
      const [verb] = carrier.split(' ');
      const told = verb === before ? carrier.slice(`${verb} `.length) : carrier;
      before = verb;
      return told;
    }),
  );
}

/**
 * The texts that the citations giving the shown level were read in, whoever they have it from: "The Daily, reprinted by The Weekly", and the same with brackets,
 * to be followed by a clause.
 */
export function textsRead(figures: Figures, ctx: NarrationContext): { text: string; aside: string; plural: boolean } {
  const read = givingCitations(figures, ctx).map((citation) => textRead(citation, ctx));
  const texts = new Set(read.map(({ whole }) => whole));
  return { text: someOf(texts), aside: someOf(new Set(read.map(({ aside }) => aside))), plural: texts.size > 1 };
}

/** The text read, and what carries it: "The Daily, reprinted by The Weekly", the same with brackets, and "reprinted by The Weekly". */
function textRead(citation: Citation, ctx: NarrationContext): { whole: string; aside: string; carrier: string } {
  const chain = citation.originBasis === 'own-voice' ? [] : chainOf(citation.source, ctx.records.sources);
  const page = sourceInProse(citation.source, ctx);
  const [first] = chain;
  const text = chain.length > 1 ? chain.at(-1) : undefined;
  if (!first || !text) return { whole: page, aside: page, carrier: page };
  const carrier = `${REPRINTED[first.textOf?.how ?? 'republishes']} by ${page}`;
  const told = sourceInProse(text.id, ctx);
  return { whole: `${told}, ${carrier}`, aside: `${told} (${carrier})`, carrier };
}

function someOf(texts: ReadonlySet<string>): string {
  const all = [...texts];
  if (all.length <= NAMED_TEXTS) return listed(all);
  return listed([...all.slice(0, NAMED_TEXTS - 1), `${all.length - NAMED_TEXTS + 1} other texts`]);
}
