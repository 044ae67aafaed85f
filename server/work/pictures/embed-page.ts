/** A page to be embedded in an article: the picture, and every claim of it as a sentence with its notes. It needs nothing else, and asks for nothing. */
import { createHash } from 'node:crypto';
import { formatDated } from '../../domain/dates/edtf-dates.ts';
import { xmlText as escaped } from '../../domain/model/xml.ts';
import type { DescribedEmbed, ToldClaim } from '../../domain/picturing/svg/described-picture.ts';
import type { NetworkToDraw, Part } from '../../domain/picturing/svg/draw-network.ts';
import type { Figure } from '../../domain/picturing/svg/draw-sheet.ts';
import { EMBED_SCRIPT } from './embed-script.ts';
import { embedStyle } from './embed-style.ts';

/** Only these are followed from a page. */
const WEB = /^https?:\/\//i;
const digest = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Parts of the drawing that can be chosen, each with the numbers of its claims. */
export function chosenParts({ told, nodes }: Pick<DescribedEmbed, 'told' | 'nodes'>): NetworkToDraw['part'] {
  const numbers = new Map(told.map(({ id }, i) => [id, i + 1]));
  const byEntity = new Map<string, number[]>();
  for (const { id, entities } of told) for (const entity of entities) byEntity.set(entity, [...(byEntity.get(entity) ?? []), numbers.get(id)!]);
  const nameOf = new Map(nodes.map(({ id, name }) => [id, name]));
  const claimsOf = (of: Part): number[] => {
    if ('entity' in of) return byEntity.get(of.entity) ?? [];
    if ('fold' in of) return [...new Set(of.fold.flatMap((id) => byEntity.get(id) ?? []))];
    return of.claims.flatMap((id) => numbers.get(id) ?? []);
  };
  return (of, label, markup) => {
    const claims = claimsOf(of);
    const name = 'entity' in of ? (nameOf.get(of.entity) ?? '') : 'fold' in of ? of.fold.map((id) => nameOf.get(id) ?? '').join(', ') : 'This line';
    const kind = markup.includes('class="reach"') ? ' class="line"' : '';
    return `<g${kind} role="button" tabindex="0" aria-pressed="false" aria-label="${escaped(label)}" data-name="${escaped(name)}" data-claims="${claims.join(' ')}">${markup}</g>`;
  };
}

const claimItem = ({ sentence, facts, since, notes }: ToldClaim, i: number): string =>
  `<li value="${i + 1}" id="claim-${i + 1}"><span dir="auto">${escaped(sentence)}</span>${notes
    .map((n) => `<sup><a href="#note-${n}" aria-label="Note ${n}">${n}</a></sup>`)
    .join(
      ' ',
    )}<br><span class="facts" dir="auto">${escaped(facts)}</span>${since === undefined ? '' : ` <span class="since" dir="auto">${escaped(since)}</span>`}</li>`;

const sourceItem = ({ number, words, addresses }: DescribedEmbed['sources'][number]): string =>
  `<li id="source-${number}"><span dir="auto">S${number}: ${escaped(words)}</span> ${addresses
    .map((address) => (WEB.test(address) ? `<a href="${escaped(address)}" rel="noopener noreferrer">${escaped(address)}</a>` : escaped(address)))
    .join(' ')}</li>`;

const section = (id: string, heading: string, list: 'ol' | 'ul', items: readonly string[]): string =>
  items.length === 0 ? '' : `<section aria-labelledby="${id}">\n<h2 id="${id}">${heading}</h2>\n<${list}>\n${items.join('\n')}\n</${list}>\n</section>`;

/**
 * @param figure the drawing as SVG, with its parts made by `chosenParts`
 * @param fontRules style rules with the fonts it is set in
 */
export function embedPage(
  { title, made, revision, alt, printed, told, notes, sources, digest: shown }: DescribedEmbed,
  figure: Figure,
  fontRules: string,
): string {
  const style = `${embedStyle(figure.width)}\n${fontRules}`.trim();
  const policy = `default-src 'none'; style-src ${digest(style)}; script-src ${digest(EMBED_SCRIPT)}; font-src data:; base-uri 'none'; form-action 'none'`;
  const [knowledge = '', ...lines] = printed;
  const state = [
    ...(made === undefined ? [] : [`Made on ${formatDated({ edtf: made, basis: 'stated' })}`]),
    ...(revision === undefined ? [] : [`from revision ${revision} of the records`]),
  ].join(' ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Attest">
<meta name="description" content="${escaped(alt)}">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1 dir="auto">${escaped(title)}</h1>
<p class="meta">${escaped([knowledge, ...(state === '' ? [] : [`${state}.`])].join(' '))}</p>
<p><a class="skip" href="#told">Skip the picture</a></p>
<div class="view">
<figure>
<div class="drawing">
${figure.svg.trim()}
</div>
<figcaption class="how">Choose a body or a line to read what is claimed of it. With the keyboard: Tab or the arrow keys lead from one to the next, Escape shows all claims. Where the drawing is wider than its frame, it is moved sideways.</figcaption>
</figure>
<section class="side" aria-labelledby="told" tabindex="0">
<h2 id="told">What is claimed</h2>
<p class="meta" id="status" role="status">${told.length === 1 ? '1 claim' : `${told.length} claims`}, in all</p>
<button type="button" id="all" hidden>Show all claims</button>
<ol>
${told.map(claimItem).join('\n')}
</ol>
</section>
</div>
${section(
  'notes',
  'Notes',
  'ol',
  notes.map((note, i) => `<li id="note-${i + 1}" dir="auto">${escaped(note)}</li>`),
)}
${section('sources', 'Sources', 'ul', sources.map(sourceItem))}
${section(
  'printed',
  'What every export of this prints',
  'ul',
  [...lines, `SHA-256 of the own JSON of what is shown: ${shown}`].map((line) => `<li dir="auto">${escaped(line)}</li>`),
)}
</main>
<script>${EMBED_SCRIPT}</script>
</body>
</html>
`;
}
