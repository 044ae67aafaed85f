/** Exports a dossier in Markdown: a lead with counts, the paths as prose, every claim as a hedged sentence, responses, sources, an appendix, and footnotes; or the parts of which it was composed. */
import { eachInSlices, type InSlices } from '../../domain/figures/in-slices.ts';
import { formatDated } from '../../domain/dates/edtf-dates.ts';
import { GROUPS, type Group } from '../../domain/model/lists.ts';
import { counted, listed, type NarrationContext } from '../../domain/telling/narration.ts';
import { inPiece } from '../../domain/publishing/publication-gate.ts';
import { ONLY_IN_OWN_FORMAT, lossLines } from '../../domain/publishing/loss-report.ts';
import type { Piece } from '../../domain/publishing/piece.ts';
import { defaultTitle } from '../default-title.ts';
import type { ExportFile, ExportInput, Exporter } from '../format.ts';
import { asSentence } from '../printed-lines.ts';
import { fileOf } from '../whole-text.ts';
import { writtenParts, type Written } from './dossier-composition.ts';
import { noteBook } from './dossier-notes.ts';
import type { Telling } from './dossier-paths.ts';
import { appendixSection, leftOutSection, responsesSection, sourcesSection } from './dossier-parts.ts';
import { escaped, section } from './markdown-text.ts';

function* write(given: ExportInput): InSlices<ExportFile[]> {
  const input = { ...given, ctx: inPiece(given.ctx, given.gate.piece) };
  const { ctx, pathsLeftOut = [], view, gate, losses } = input;
  const { piece, printed } = gate;
  const sourceNumbers = new Map(piece.sources.map((id, i) => [id, i + 1]));
  const notes = noteBook(ctx, sourceNumbers, new Set(piece.claims));
  const groups = claimsByGroup(piece, ctx);
  const numbers = numbered(groups, input);
  const telling: Telling = { ctx, notes, numbers, places: new Map(), notEstablished: new Set() };
  const parts: Written[] = [
    { text: `# ${escaped(view.title ?? defaultTitle(input))}` },
    ...headLines(input).map((text) => ({ text })),
    ...(yield* writtenParts(input, telling, groups)),
    ...[
      ...responsesSection(printed),
      ...sourcesSection(piece, printed, sourceNumbers, ctx),
      ...leftOutSection(printed, pathsLeftOut, input.partsLeftOut),
      appendixSection(printed, piece, numbers, ctx, lossLines(losses)),
    ].map((text) => ({ text })),
  ];
  if (notes.texts.length > 0) {
    const lines = yield* eachInSlices(notes.texts.entries(), ([i, text]) => `[^${i + 1}]: ${escaped(text)}`);
    parts.push({ text: section('Notes', lines.join('\n')) });
  }
  const text = `${parts.map((part) => part.text).join('\n\n')}\n`;
  return [{ ...fileOf('dossier.md', 'text/markdown', text), ...(input.parts && { placed: placedIn(parts) }) }];
}

/** The day; of a composed dossier also what it is taken from, and how far that goes. */
function headLines({ ctx, view, parts, gate: { piece, printed } }: ExportInput): string[] {
  const made = view.made === undefined ? [] : [asSentence(formatDated({ edtf: view.made, basis: 'stated' }))];
  if (!parts) return made.map(escaped);
  const datasets = new Set(piece.claims.flatMap((id) => ctx.records.claims.get(id)?.dataset ?? []));
  const titles = [...datasets]
    .sort()
    .flatMap((id) => ctx.records.datasets.get(id)?.title ?? [])
    .map((title) => `“${title}”`);
  const from = titles.length === 0 ? [] : [`From ${listed(titles)}${view.revision === undefined ? '' : `, revision ${view.revision}`}.`];
  const single = printed.singleOrigin.length;
  const each = single === printed.claims;
  const origins = `${each ? `Each of the ${counted(single, 'claim')}` : `Of the ${counted(printed.claims, 'claim')}, ${single}`} ${each || single === 1 ? 'rests' : 'rest'} on one origin.`;
  return [escaped([...made, ...from, printed.knowledge, ...(single === 0 ? [] : [origins])].join(' '))];
}

/** The lines at which each chosen part begins and before which it ends. */
function placedIn(written: readonly Written[]): NonNullable<ExportFile['placed']> {
  const placed: NonNullable<ExportFile['placed']> = [];
  let line = 0;
  for (const { text, part } of written) {
    const to = line + text.split('\n').length;
    if (part !== undefined) placed.push({ part, from: line, to });
    line = to + 1;
  }
  return placed;
}

/** Claims are numbered as they are listed: of a composed dossier first those that its parts tell. */
function numbered(groups: ReadonlyMap<Group, readonly string[]>, { parts = [], paths = [] }: ExportInput): Map<string, number> {
  const inGroups = [...groups.values()].flat();
  const here = new Set(inGroups);
  const told = parts.flatMap((part) => (part.kind === 'claim' ? [part.id] : part.kind === 'path' ? (paths[part.at]?.hops.map(({ best }) => best) ?? []) : []));
  return new Map([...new Set([...told.filter((id) => here.has(id)), ...inGroups])].map((id, i) => [id, i + 1]));
}

const DOSSIER = { loses: [...ONLY_IN_OWN_FORMAT, 'ids'], write } as const;
export const markdownDossier: Exporter = { ...DOSSIER, format: 'markdown-dossier', label: 'Dossier (Markdown)' };
/** Rendered from the Markdown, so that no two dossiers of one piece differ by a word. */
export const htmlDossier: Exporter = { ...DOSSIER, format: 'html-dossier', label: 'Dossier (web page)', rendered: 'html' };
export const docxDossier: Exporter = { ...DOSSIER, format: 'docx-dossier', label: 'Dossier (Word)', rendered: 'docx' };

/** The claims of the piece in the order in which the dossier lists and numbers them. */
function claimsByGroup(piece: Piece, { records, figures }: NarrationContext): Map<Group, string[]> {
  const groupOf = (id: string) => records.predicates.get(records.claims.get(id)?.predicate ?? '')?.group;
  return new Map(GROUPS.map((group) => [group, piece.claims.filter((id) => figures.has(id) && groupOf(id) === group)]));
}
