/** A citation as a footnote: what was read, whose text that is, where it takes this from, and which step it gives. */
import { describeStep } from './describe-standing.ts';
import { describeLocator } from './describe-values.ts';
import { chainOf } from '../figures/lineage.ts';
import type { Citation, Source } from '../model/records.ts';
import type { Fell, TextOfHow } from '../model/lists.ts';
import { isNamedByRecord } from './read-words.ts';
import { nameInProse } from './in-prose.ts';
import { capitalised, listed, visibleCitations, type NarrationContext } from './narration.ts';
import { fullTitle } from './source-title.ts';

const REPRINTS: Readonly<Record<TextOfHow, string>> = {
  republishes: 'reprints',
  abridges: 'abridges',
  relays: 'relays',
};

/**
 * Two or more sentences: the way from the page read to the root, with sources not seen marked, then the standing.
 * @param before the citation of the footnote above; where it was read in the same source, "The same" replaces what would be repeated
 */
export function footnoteOf(citation: Citation, ctx: NarrationContext, before?: Citation): string {
  const { sources, voices } = ctx.records;
  const title = (source: Source) => fullTitle(source, voices.get(source.voice));
  const read = sources.get(citation.source);
  const unread = read && !read.seen ? ', not seen' : '';
  const sameRead = before?.source === citation.source;
  const parts = [`${sameRead ? 'The same' : read ? title(read) : citation.source}, ${describeLocator(citation.locator)}${unread}`];
  // The source read is told with its date; for the other sources voice and title are enough to find them.
  const told = (source: Source) => `${fullTitle({ ...source, published: undefined }, voices.get(source.voice))}${source.seen ? '' : ', not seen'}`;
  const textsOf = (id: string): string => {
    const [first, ...rest] = chainOf(id, sources);
    if (!first) return id;
    let before = first;
    let words = told(first);
    for (const source of rest) {
      words += `, which ${REPRINTS[before.textOf?.how ?? 'republishes']} ${told(source)}`;
      before = source;
    }
    return words;
  };
  const sameText = sameRead && before?.originBasis !== 'own-voice';
  if (citation.originBasis !== 'own-voice' && read?.textOf && !sameText) {
    parts.push(`it ${REPRINTS[read.textOf.how]} ${textsOf(read.textOf.source)}`);
  }
  if (citation.through.length > 0) {
    parts.push(`it goes through ${citation.through.map(textsOf).join(', then ')}`);
  }
  if (citation.origin !== undefined) {
    const inferred = citation.originBasis === 'inferred' ? ', as the text around it shows' : '';
    parts.push(`it takes this from ${textsOf(citation.origin)}${inferred}`);
  } else if (citation.originBasis === 'not-established') {
    parts.push('it does not say from whom it has this');
  } else if (citation.originBasis === 'own-voice' && read?.textOf) {
    parts.push('the page’s own words, not those of the text it carries');
  }
  const fell = ctx.figures.get(citation.claim)?.history.find((step) => step.citation === citation.id)?.fell;
  const step = describeStep(citation.standing, ctx);
  const sentences = [capitalised(parts.join('; ')), capitalised(fell === 'reported' ? `reported as ${step}` : step), ...extras(citation, fell, ctx)];
  return sentences.map((sentence) => (sentence.endsWith('.') ? sentence : `${sentence}.`)).join(' ');
}

function extras(citation: Citation, fell: Fell | undefined, ctx: NarrationContext): string[] {
  const said: string[] = [];
  if (citation.statedBy !== undefined) said.push(`Stated by ${nameInProse(citation.statedBy, ctx).text}`);
  if (citation.stage !== undefined) said.push(`Stage of the case: ${citation.stage}`);
  if (citation.offences.length > 0) said.push(`${citation.offences.length === 1 ? 'Offence' : 'Offences'}: ${citation.offences.join('; ')}`);
  if (citation.sentence) said.push(`Sentence: ${citation.sentence.text}`);
  if (citation.as !== undefined) said.push(`As ${citation.as}`);
  if (citation.outcome !== undefined) said.push(`Outcome: ${citation.outcome}`);
  if (citation.hedge !== undefined) said.push(`The passage says “${citation.hedge}”`);
  if (citation.reading === 'inferred') said.push('By inference');
  if (ctx.figures.get(citation.claim)?.retellings.includes(citation.id))
    said.push('Its own retelling of what it takes from the origin it names: it adds no origin');
  if (citation.witnessed) said.push('Seen or held by the writer himself');
  if (citation.importOnly)
    said.push(
      isNamedByRecord(citation, ctx) ? 'A converted record names this source; no passage of it was noted' : 'The converted record cites nothing itself',
    );
  if (fell === 'retracted') said.push('Since retracted');
  if (fell === 'reported') said.push('The passage names no word of that body itself: it counts as a report');
  if (fell === 'alleged') said.push(`Since ${listed(endingsOf(citation, ctx))}: it counts as an allegation`);
  return said;
}

/** What ended the case of a step that counts no longer: "acquitted", "withdrawn"; sorted. */
function endingsOf({ claim, standing }: Citation, ctx: NarrationContext): string[] {
  const levels = visibleCitations(claim, ctx).flatMap(({ stance, standing: { level, case: of } }) =>
    stance === 'disputes' && of === standing.case && (level === 'acquitted' || level === 'withdrawn') ? [level] : [],
  );
  return [...new Set(levels)].sort();
}
