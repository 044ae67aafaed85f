/** Parts of a dossier around its paths and claims: what was asked, the lead with counts, who answers, the sources, what was left out, and the appendix of lists. */
import { ENTITY_TYPES } from '../../domain/model/lists.ts';
import type { Citation } from '../../domain/model/records.ts';
import type { Piece } from '../../domain/publishing/piece.ts';
import type { Response } from '../../domain/telling/responses.ts';
import type { Printed } from '../../domain/publishing/printed.ts';
import { lookedForIn } from '../../domain/telling/as-of-lines.ts';
import { capitalised, counted, type NarrationContext } from '../../domain/telling/narration.ts';
import { nameApart } from '../../domain/telling/shared-names.ts';
import { fullTitle } from '../../domain/telling/source-title.ts';
import { dateWithBasis } from '../../domain/telling/describe-standing.ts';
import { describeLocator } from '../../domain/telling/describe-values.ts';
import { defaultAsked } from '../default-asked.ts';
import type { ExportInput } from '../format.ts';
import { asSentence, leftOutItems, namedItem } from '../printed-lines.ts';
import { takenFrom } from './dossier-notes.ts';
import { addressLink, escaped, list, section } from './markdown-text.ts';

/** Number of each claim in the dossier, from 1, in the order in which it lists them. */
export type ClaimNumbers = ReadonlyMap<string, number>;

export function askedSection(input: ExportInput): string {
  const { paths = [], pathsLeftOut = [], notLinked, view } = input;
  const asked = paths.length + pathsLeftOut.length;
  const what = view.asked ?? defaultAsked(input);
  return section(
    'What was asked',
    list([
      what,
      ...(asked > 0 ? [`${counted(asked, 'path')} asked for, ${paths.length} told.`] : []),
      ...(notLinked && paths.length === 0 ? [`No path joins the two sides. ${notLinked.searched}`] : []),
      ...view.filters.map((filter) => `Filter: ${asSentence(filter)}`),
      ...(view.digest === undefined ? [] : [`Digest of its claims as they stood (SHA-256 of the lines claimsAsExported of the manifest): ${view.digest}`]),
    ]),
  );
}

/** At most ten lines, each with counts of what the dossier lists further down. */
export function leadSection(printed: Printed, piece: Piece, ctx: NarrationContext): string {
  const citations = [...piece.citations.values()].flat();
  // One paragraph may be cited for several claims; told as so many passages it would look like more.
  const passages = new Set(citations.map(({ source, locator }) => JSON.stringify([source, describeLocator(locator)]))).size;
  const unseen = piece.sources.filter((id) => ctx.records.sources.get(id)?.seen === false).length;
  const { filters, singleOrigin, partiesOnly, unclearStake, responses, since, notEstablished, caveats, leftOut, against } = printed;
  const named = leftOut.some(({ kind }) => kind === 'entity') ? ', with every claim that names a person left out' : '';
  const entities = printed.entities === 1 ? '1 entity' : `${printed.entities} entities`;
  return section(
    'In short',
    list([
      [printed.knowledge, ...(printed.newest === undefined ? [] : [printed.newest])].join(' '),
      [...printed.asOf, ...(since.length === 0 ? [] : [`${counted(since.length, 'claim')} answered, on record here only later, as told with each.`])].join(' '),
      filters.length === 0 ? 'No filters.' : `${counted(filters.length, 'filter')}, listed above.`,
      `Shown: ${entities} and ${counted(printed.claims, 'claim')}, by ${counted(citations.length, 'citation')} of ${counted(passages, 'passage')}.`,
      `${counted(piece.sources.length, 'source')} on the ways of these passages, ${unseen} not seen; ${counted(printed.origins.length, 'origin')}.`,
      `${counted(singleOrigin.length, 'claim')} on a single origin, ${counted(partiesOnly.length, 'claim')} on parties only${unclearStake.length === 0 ? '' : `, ${counted(unclearStake.length, 'claim')} on origins of which the stake is unclear`}.`,
      accusedLine(responses, ctx),
      ...(notEstablished.length === 0 ? [] : [`${counted(notEstablished.length, 'link')} looked for and not established.`]),
      ...(caveats.length === 0 ? [] : [`${counted(caveats.length, 'caveat')}, listed in the appendix.`]),
      ...(against ? [`Published against the publication gate: ${asSentence(against.reason)} It had refused ${against.refused.length}.`] : []),
      ...(leftOut.length === 0 ? [] : [`Left out at the publication gate: ${counted(leftOut.length, 'refusal')}, listed below${named}.`]),
    ]),
  );
}

/** "5 accused: 2 with a response on record in these sources (1 by a denial or an admission, 1 by an outcome alone), 3 without." */
function accusedLine(responses: readonly Response[], { clocks }: NarrationContext): string {
  const accused = responses.filter(({ kind }) => kind !== 'taken-back');
  const number = (holds: (one: Response) => boolean) => accused.filter(holds).length;
  const [own, outcome] = [number(({ kind }) => kind === 'answer'), number(({ kind }) => kind === 'outcome')];
  const how = own + outcome === 0 ? '' : ` (${own} by a denial or an admission, ${outcome} by an outcome alone)`;
  const later = number(({ isAnsweredSince }) => isAnsweredSince);
  const since = later === 0 ? '' : ` Of ${later} of them more is on record here only later, as told with each.`;
  const perhaps = number(({ isPerhapsLater }) => isPerhapsLater);
  const maybe = perhaps === 0 ? '' : ` Of ${perhaps} of them the response may be of later, as told with each.`;
  const over = responses.length - accused.length;
  const takenBack = over === 0 ? '' : ` ${over} more accused only by what was taken back.`;
  return `${accused.length} accused: ${own + outcome} with a response ${lookedForIn(clocks)}${how}, ${accused.length - own - outcome} without.${maybe}${since}${takenBack}`;
}

/** The headings under which those accused are listed, in order: a conviction is no answer. */
const ANSWERING = [
  ['answer', 'With a denial or an admission'],
  ['outcome', 'With an outcome, and no answer of their own'],
  ['none', 'Without'],
  ['account', 'Accused by their own account'],
  ['class', 'Without, and no one body that could be asked'],
  ['taken-back', 'Accused only by what was taken back'],
] as const satisfies readonly (readonly [Response['kind'], string])[];

export function responsesSection({ responses }: Printed): string[] {
  if (responses.length === 0) return [];
  const parts = ANSWERING.flatMap(([kind, title]) => {
    const lines = responses.filter((one) => one.kind === kind).map(({ text }) => `${text}.`);
    return lines.length === 0 ? [] : [section(`${title} (${lines.length})`, list(lines), 3)];
  });
  return [section('Who answers', parts.join('\n\n'))];
}

/** Each source with its publisher, title, date and address, whose text it is, and how many citations of it are taken from whom. */
export function sourcesSection(piece: Piece, printed: Printed, numbers: ReadonlyMap<string, number>, ctx: NarrationContext): string[] {
  if (piece.sources.length === 0) return [];
  const cited = new Map<string, Citation[]>();
  for (const citation of [...piece.citations.values()].flat()) cited.set(citation.source, [...(cited.get(citation.source) ?? []), citation]);
  const items = piece.sources.map((id) => `- **S${numbers.get(id)}** ${sourceText(id, cited.get(id) ?? [], numbers, ctx)}`);
  const origins = section(`Origins (${printed.origins.length})`, list(printed.origins.map(({ name }) => name)), 3);
  const parts = [section(`On the ways (${items.length})`, items.join('\n'), 3), ...(printed.origins.length === 0 ? [] : [origins])];
  return [section('Sources', parts.join('\n\n'))];
}

const CARRIES = { republishes: 'Reprints', abridges: 'Abridges', relays: 'Relays' } as const;

function sourceText(id: string, cited: readonly Citation[], numbers: ReadonlyMap<string, number>, ctx: NarrationContext): string {
  const { words, addresses } = sourceWords(id, cited, numbers, ctx);
  return [escaped(words), ...(addresses.length === 0 ? ['No address.'] : addresses.map(addressLink))].join(' ');
}

/** What is told of a source, as plain text, and its addresses. */
export function sourceWords(
  id: string,
  cited: readonly Citation[],
  numbers: ReadonlyMap<string, number>,
  ctx: NarrationContext,
): { words: string; addresses: string[] } {
  const source = ctx.records.sources.get(id);
  if (!source) return { words: id, addresses: [] };
  const { textOf, url, archive, published, seen } = source;
  const taken = new Map<number, number>();
  for (const citation of cited) {
    const from = numbers.get(takenFrom(citation, ctx) ?? '');
    if (from !== undefined) taken.set(from, (taken.get(from) ?? 0) + 1);
  }
  const carried = textOf && numbers.get(textOf.source);
  const parts = [
    asSentence(fullTitle({ ...source, published: undefined }, ctx.records.voices.get(source.voice), true)),
    published ? asSentence(capitalised(dateWithBasis(published))) : 'No date.',
    ...(seen ? [] : ['Not seen.']),
    ...(textOf && carried !== undefined ? [`${CARRIES[textOf.how]} S${carried}.`] : []),
    ...(cited.length === 0 ? [] : [`${counted(cited.length, 'citation')} here${takenWords(taken)}.`]),
  ];
  const addresses = [url, archive].filter((address) => address !== undefined);
  return { words: parts.join(' '), addresses };
}

function takenWords(taken: ReadonlyMap<number, number>): string {
  return [...taken]
    .sort(([a], [b]) => a - b)
    .map(([from, n]) => `, ${n} taken from S${from}`)
    .join('');
}

export function leftOutSection({ leftOut, against }: Printed, pathsLeftOut: readonly string[], partsLeftOut: readonly string[] = []): string[] {
  const parts = [
    ...(partsLeftOut.length === 0 ? [] : [section(`Parts (${partsLeftOut.length})`, list(partsLeftOut), 3)]),
    ...(pathsLeftOut.length === 0 ? [] : [section(`Paths (${pathsLeftOut.length})`, list(pathsLeftOut), 3)]),
    ...(leftOut.length === 0 ? [] : [section(`Left out at the publication gate (${leftOut.length})`, list(leftOutItems(leftOut)), 3)]),
    ...(against
      ? [
          section(
            `Refused, and published all the same (${against.refused.length})`,
            list([`Reason: ${asSentence(against.reason)}`, ...against.refused.map(namedItem)]),
            3,
          ),
        ]
      : []),
  ];
  return parts.length === 0 ? [] : [section('What was left out, and why', parts.join('\n\n'))];
}

/** Lists that the lead counts. Claims are named by their number. */
export function appendixSection(printed: Printed, piece: Piece, numbers: ClaimNumbers, ctx: NarrationContext, losses: readonly string[]): string {
  const refer = (claims: readonly string[]) =>
    claims
      .flatMap((id) => numbers.get(id) ?? [])
      .sort((a, b) => a - b)
      .map((n) => `C${n}`)
      .join(', ');
  const told = (title: string, claims: readonly string[]) => (claims.length === 0 ? [] : [`${title} (${claims.length}): ${refer(claims)}.`]);
  const marked = new Map(printed.marked.map(({ text, claims }) => [text, claims]));
  const caveats = printed.caveats.map((text) => {
    const claims = marked.get(text);
    return claims ? `${text} ${claims.length === 1 ? 'This is' : 'These are'}: ${refer(claims)}.` : text;
  });
  const named = ENTITY_TYPES.flatMap((type): string[] => {
    const ids = piece.entities.filter((id) => ctx.records.entities.get(id)?.type === type);
    return ids.length === 0 ? [] : [section(`${type} (${ids.length})`, list(ids.map((id) => nameApart(id, ctx))), 4)];
  });
  const rests = [
    ...told(
      'On a single origin',
      printed.singleOrigin.map(({ claim }) => claim),
    ),
    ...told(
      'On parties only',
      printed.partiesOnly.map(({ claim }) => claim),
    ),
    ...told(
      'On origins of which the stake is unclear',
      printed.unclearStake.map(({ claim }) => claim),
    ),
  ];
  const parts = [
    ...(rests.length === 0 ? [] : [section('What rests on little', list(rests), 3)]),
    ...(caveats.length === 0 ? [] : [section(`Caveats (${caveats.length})`, list(caveats), 3)]),
    ...(named.length === 0 ? [] : [section(`Entities (${piece.entities.length})`, named.join('\n\n'), 3)]),
    section('What this format loses', list(losses), 3),
  ];
  return section('Appendix', parts.join('\n\n'));
}
