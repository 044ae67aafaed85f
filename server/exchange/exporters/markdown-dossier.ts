/** Exports a dossier in Markdown: a lead with counts, the paths as prose, every claim as a hedged sentence, responses, sources, an appendix, and footnotes. */
import { caseOutcomesOf } from '../../domain/figures/case-steps.ts';
import { answeredSince } from '../../domain/telling/responses.ts';
import { eachInSlices, type InSlices } from '../../domain/figures/in-slices.ts';
import { formatDated } from '../../domain/dates/edtf-dates.ts';
import { GROUPS, type Group } from '../../domain/model/lists.ts';
import { rivalsTold } from '../../domain/telling/narrate-against.ts';
import { PICTURE_FILE } from '../../domain/picturing/svg/described-picture.ts';
import { narrateClaim } from '../../domain/telling/narrate-claim.ts';
import { originsLine } from '../../domain/telling/narrate-path.ts';
import { describeStandingOf } from '../../domain/telling/describe-standing.ts';
import { capitalised, type NarrationContext } from '../../domain/telling/narration.ts';
import { inPiece } from '../../domain/publishing/publication-gate.ts';
import { ONLY_IN_OWN_FORMAT, lossLines } from '../../domain/publishing/loss-report.ts';
import type { Piece } from '../../domain/publishing/piece.ts';
import { defaultTitle } from '../default-title.ts';
import type { ExportFile, ExportInput, Exporter } from '../format.ts';
import { asSentence } from '../printed-lines.ts';
import { mark, noteBook } from './dossier-notes.ts';
import { answerSection, notEstablishedSection, pathSection, references, toldElsewhere, type Telling } from './dossier-paths.ts';
import { appendixSection, askedSection, leadSection, leftOutSection, responsesSection, sourcesSection } from './dossier-parts.ts';
import { escaped, section } from './markdown-text.ts';

function* write(given: ExportInput): InSlices<ExportFile[]> {
  const input = { ...given, ctx: inPiece(given.ctx, given.gate.piece) };
  const { ctx, paths = [], pathsLeftOut = [], view, gate, losses } = input;
  const { piece, printed } = gate;
  const sourceNumbers = new Map(piece.sources.map((id, i) => [id, i + 1]));
  const notes = noteBook(ctx, sourceNumbers, new Set(piece.claims));
  const groups = claimsByGroup(piece, ctx);
  const numbers = new Map([...groups.values()].flat().map((id, i) => [id, i + 1]));
  const telling: Telling = { ctx, notes, numbers, places: new Map(), notEstablished: new Set() };
  const answer = answerSection(input, telling);
  const told = yield* eachInSlices(paths.entries(), ([i, path]) => pathSection(path, i, paths.length, input, telling));
  const beside = notEstablishedSection(input, telling);
  const sections = yield* claimSections(groups, piece, telling);
  const parts = [
    `# ${escaped(view.title ?? defaultTitle(input))}`,
    ...(view.made === undefined ? [] : [escaped(asSentence(formatDated({ edtf: view.made, basis: 'stated' })))]),
    askedSection(input),
    leadSection(printed, piece, ctx),
    ...answer,
    section(
      'Picture',
      input.picture ? `![${escaped(input.picture.alt)}](${PICTURE_FILE})` : '*Place for the picture of this view, which is exported as PNG or SVG.*',
    ),
    ...told,
    ...beside,
    ...sections,
    ...responsesSection(printed),
    ...sourcesSection(piece, printed, sourceNumbers, ctx),
    ...leftOutSection(printed, pathsLeftOut),
    appendixSection(printed, piece, numbers, ctx, lossLines(losses)),
  ];
  if (notes.texts.length > 0) {
    parts.push(section('Notes', (yield* eachInSlices(notes.texts.entries(), ([i, text]) => `[^${i + 1}]: ${escaped(text)}`)).join('\n')));
  }
  return [{ name: 'dossier.md', mediaType: 'text/markdown', text: `${parts.join('\n\n')}\n` }];
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

/** Every claim with its figures; with its sentence where no path has told it. */
function* claimSections(groups: ReadonlyMap<Group, readonly string[]>, piece: Piece, telling: Telling): InSlices<string[]> {
  const { ctx, notes } = telling;
  const sections: string[] = [];
  for (const [group, claims] of groups) {
    const items = yield* eachInSlices(claims, (id) => {
      const claim = ctx.records.claims.get(id);
      const figures = ctx.figures.get(id);
      if (!claim || !figures) return [];
      const outcomes = caseOutcomesOf(claim, ctx).map(({ citation }) => citation);
      const rivals = rivalsTold(figures, ctx).flatMap((one) => piece.citations.get(one) ?? []);
      const marks = [...(piece.citations.get(id) ?? []), ...outcomes, ...rivals].map((citation) => mark(citation, notes)).join('');
      const facts = `${describeStandingOf(id, ctx, true)}; ${originsLine(figures)}`;
      const later = answeredSince(claim, ctx);
      const since = later === undefined ? '' : ` **${escaped(later)}.**`;
      const sentence = toldElsewhere(id, telling) ?? `${narrateClaim(claim, figures, ctx)}.`;
      return [`- **${references([id], telling)}** ${escaped(capitalised(sentence))}${marks} *${escaped(capitalised(facts))}.*${since}`];
    });
    const lines = items.flat();
    if (lines.length > 0) sections.push(section(capitalised(group), lines.join('\n')));
  }
  return sections;
}
