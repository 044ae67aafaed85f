/** Exports a dossier in Markdown: the paths as prose, every claim as a hedged sentence, the responses, and numbered footnotes. */
import { eachInSlices, type InSlices } from '../../domain/figures/in-slices.ts';
import { GROUPS } from '../../domain/model/lists.ts';
import type { Citation } from '../../domain/model/records.ts';
import { footnoteOf } from '../../domain/telling/footnotes.ts';
import { narrateClaim } from '../../domain/telling/narrate-claim.ts';
import { narratePath, originsLine, pathTitle } from '../../domain/telling/narrate-path.ts';
import { describeStanding } from '../../domain/telling/describe-standing.ts';
import { capitalised, type NarrationContext } from '../../domain/telling/narration.ts';
import { closePieceInSlices, type Piece } from '../../domain/publishing/piece.ts';
import { isNotEstablishedLine } from '../../domain/telling/surroundings-of.ts';
import type { ExportFile, ExportInput, Exporter } from '../format.ts';
import { printedLines } from '../printed-lines.ts';

/** Footnotes of the whole document, numbered where they are first used. */
interface Notes {
  numberOf(citation: Citation): number;
  /** Number of the footnote for a curator's decision with this text. */
  numberOfDecision(text: string): number;
  texts: string[];
}

function* write({ ctx, entities, claims, datasets, paths = [], pathsLeftOut = [], view, gate }: ExportInput): InSlices<ExportFile[]> {
  const piece = yield* closePieceInSlices(ctx, { entities, claims, datasets });
  const notes = noteBook(ctx);
  const parts = [
    `# ${escaped(view.title ?? 'Dossier')}`,
    section('What this rests on', list([...printedLines(gate.printed), ...pathsLeftOut])),
    ...(yield* eachInSlices(paths.entries(), ([i, path]) => pathSection(path, i, paths.length, notes, { ctx, gate }))),
    ...(yield* claimSections(piece, notes, ctx)),
  ];
  if (notes.texts.length > 0) {
    parts.push(section('Notes', (yield* eachInSlices(notes.texts.entries(), ([i, text]) => `[^${i + 1}]: ${escaped(text)}`)).join('\n')));
  }
  return [{ name: 'dossier.md', mediaType: 'text/markdown', text: `${parts.join('\n\n')}\n` }];
}

export const markdownDossier: Exporter = {
  format: 'markdown-dossier',
  label: 'Dossier (Markdown)',
  loses: 'the structure of the records: it is for reading',
  write,
};

function noteBook(ctx: NarrationContext): Notes {
  const numbers = new Map<string, number>();
  const texts: string[] = [];
  let before: Citation | undefined;
  return {
    texts,
    numberOfDecision(text) {
      const known = texts.indexOf(text) + 1;
      if (known > 0) return known;
      before = undefined;
      return texts.push(text);
    },
    numberOf(citation) {
      const known = numbers.get(citation.id);
      if (known !== undefined) return known;
      texts.push(`${footnoteOf(citation, ctx, before)} ${said(citation)}`);
      before = citation;
      numbers.set(citation.id, texts.length);
      return texts.length;
    },
  };
}

/** The paraphrase, and the quote where there is one. */
function said({ paraphrase, quote }: Citation): string {
  return quote === undefined ? `In our words: ${paraphrase}` : `In our words: ${paraphrase} In its own: “${quote}”.`;
}

function pathSection(
  path: NonNullable<ExportInput['paths']>[number],
  index: number,
  of: number,
  notes: Notes,
  { ctx, gate }: Pick<ExportInput, 'ctx' | 'gate'>,
): string {
  const prose = narratePath(path, ctx);
  // What the gate left out beside the piece is not told beside a path of it.
  const beside = new Set(gate.printed.notEstablished);
  const closing = prose.closing.filter((line) => beside.has(line) || !isNotEstablishedLine(line));
  const told = new Map(prose.notes.map((note) => [note.n, note]));
  const markOf = (n: number): string => {
    const note = told.get(n);
    if (note && note.claim === undefined) return `[^${notes.numberOfDecision(note.text)}]`;
    return mark(
      ctx.records.citations.get(note?.claim ?? '')?.find((c) => c.id === note?.citation),
      notes,
    );
  };
  const sentences = prose.sentences.map(({ text, footnotes, weakest }) => {
    const marks = footnotes.map(markOf).join('');
    return `${escaped(text)}${marks}${weakest && path.hops.length > 1 ? ' *(the weakest hop)*' : ''}`;
  });
  const title = `${of > 1 ? `Path ${index + 1}: ` : 'Path: '}${pathTitle(path, ctx)}`;
  return section(title, `${sentences.join('\n\n')}\n\n${list(closing)}`);
}

function* claimSections(piece: Piece, notes: Notes, ctx: NarrationContext): InSlices<string[]> {
  const sections: string[] = [];
  for (const group of GROUPS) {
    const items = yield* eachInSlices(piece.claims, (id) => {
      const claim = ctx.records.claims.get(id);
      const figures = ctx.figures.get(id);
      if (!claim || !figures || ctx.records.predicates.get(claim.predicate)?.group !== group) return [];
      const marks = (piece.citations.get(id) ?? []).map((citation) => mark(citation, notes)).join('');
      const facts = `${describeStanding(figures, ctx)}; ${originsLine(figures)}`;
      return [`- ${escaped(narrateClaim(claim, figures, ctx))}.${marks} *${escaped(capitalised(facts))}.*`];
    });
    const lines = items.flat();
    if (lines.length > 0) sections.push(section(capitalised(group), lines.join('\n')));
  }
  return sections;
}

function mark(citation: Citation | undefined, notes: Notes): string {
  return citation ? `[^${notes.numberOf(citation)}]` : '';
}

function section(title: string, body: string): string {
  return `## ${escaped(title)}\n\n${body}`;
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${escaped(line)}`).join('\n');
}

/**
 * Escapes what Markdown or HTML would read as markup, links from bare addresses, mentions and short names of emoji included, and replaces line breaks by spaces.
 * What begins a list, a quotation or code is escaped at the beginning only, since every text stands on one line.
 */
function escaped(text: string): string {
  return text
    .replace(/\s*[\r\n\u0085\u2028\u2029]+\s*/g, ' ')
    .trimStart()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\\`*_{}[\]#|~$@^]/g, String.raw`\$&`)
    .replace(/^[-+=>]/, String.raw`\$&`)
    .replace(/^(\d+)([.)])/, String.raw`$1\$2`)
    .replace(/:(?=\/\/|[\w+-]+:)|(?<=\b(?:mailto|xmpp|tel)):/gi, String.raw`\:`)
    .replace(/(?<=\bwww)\./gi, String.raw`\.`);
}
