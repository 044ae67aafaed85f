/** Exports a dossier in Markdown: a lead with counts, the paths as prose, every claim as a hedged sentence, responses, sources, an appendix, and footnotes. */
import { caseOutcomesOf } from '../../domain/figures/case-steps.ts';
import { answeredSince } from '../../domain/telling/responses.ts';
import { eachInSlices, type InSlices } from '../../domain/figures/in-slices.ts';
import { answerTraceInWords } from '../../domain/answering/answer-trace.ts';
import { formatDated } from '../../domain/dates/edtf-dates.ts';
import { ANSWER_FACT_HEADINGS, GROUPS } from '../../domain/model/lists.ts';
import type { Citation } from '../../domain/model/records.ts';
import { footnoteOf } from '../../domain/telling/footnotes.ts';
import { narrateClaim } from '../../domain/telling/narrate-claim.ts';
import { narratePath, originsLine, pathTitle, type Footnote } from '../../domain/telling/narrate-path.ts';
import { describeStandingOf } from '../../domain/telling/describe-standing.ts';
import { capitalised, type NarrationContext } from '../../domain/telling/narration.ts';
import { ONLY_IN_OWN_FORMAT, lossLines } from '../../domain/publishing/loss-report.ts';
import type { Piece } from '../../domain/publishing/piece.ts';
import { isNotEstablishedLine, notEstablishedSentences } from '../../domain/telling/surroundings-of.ts';
import { defaultTitle } from '../default-title.ts';
import type { ExportFile, ExportInput, Exporter } from '../format.ts';
import { asSentence } from '../printed-lines.ts';
import { appendixSection, askedSection, leadSection, leftOutSection, responsesSection, sourcesSection, takenFrom, type ClaimNumbers } from './dossier-parts.ts';
import { escaped, list, section } from './markdown-text.ts';

/** Footnotes of the whole document, numbered where they are first used. */
interface Notes {
  numberOf(citation: Citation): number;
  /** Number of the footnote for a curator's decision with this text. */
  numberOfDecision(text: string): number;
  texts: string[];
}

function* write(input: ExportInput): InSlices<ExportFile[]> {
  const { ctx, paths = [], pathsLeftOut = [], view, gate, losses } = input;
  const { piece, printed } = gate;
  const sourceNumbers = new Map(piece.sources.map((id, i) => [id, i + 1]));
  const notes = noteBook(ctx, sourceNumbers);
  const answer = answerSection(input, notes);
  const told = yield* eachInSlices(paths.entries(), ([i, path]) => pathSection(path, i, paths.length, notes, { ctx, gate }));
  const { sections, numbers } = yield* claimSections(piece, notes, ctx);
  const beside = printed.notEstablished.filter((line) => !told.some((path) => path.includes(escaped(line))));
  const parts = [
    `# ${escaped(view.title ?? defaultTitle(input))}`,
    ...(view.made === undefined ? [] : [escaped(asSentence(formatDated({ edtf: view.made, basis: 'stated' })))]),
    askedSection(input),
    leadSection(printed, piece, ctx),
    ...answer,
    section('Picture', '*Place for the picture of this view, which is exported as PNG or SVG.*'),
    ...told,
    ...sections,
    ...(beside.length === 0 ? [] : [section('Looked for, and not established', list(beside))]),
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

export const markdownDossier: Exporter = {
  format: 'markdown-dossier',
  label: 'Dossier (Markdown)',
  loses: [...ONLY_IN_OWN_FORMAT, 'ids'],
  write,
};

function noteBook(ctx: NarrationContext, sourceNumbers: ReadonlyMap<string, number>): Notes {
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
      const [source, from] = [citation.source, takenFrom(citation, ctx)].map((id) => sourceNumbers.get(id ?? ''));
      texts.push(`${footnoteOf(citation, ctx, before)} ${said(citation)} (S${source}${from === undefined ? '' : `, from S${from}`})`);
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
  // What the lead and the list of responses print stands there alone.
  const elsewhere = new Set([gate.printed.knowledge, ...gate.printed.responses.map(({ text }) => `${text}.`)]);
  const closing = prose.closing.filter((line) => !elsewhere.has(line) && (beside.has(line) || !isNotEstablishedLine(line)));
  const markOf = markOfNote(prose.notes, notes, ctx);
  const sentences = prose.sentences.map(({ text, footnotes, weakest }) => {
    const marks = footnotes.map(markOf).join('');
    return `${escaped(text)}${marks}${weakest && path.hops.length > 1 ? ' *(the weakest hop)*' : ''}`;
  });
  const title = `${of > 1 ? `Path ${index + 1}: ` : 'Path: '}${pathTitle(path, ctx)}`;
  return section(title, `${sentences.join('\n\n')}\n\n${list(closing)}`);
}

/** The footnote of the document for a numbered note of what was told. */
function markOfNote(told: readonly Footnote[], notes: Notes, ctx: NarrationContext): (n: number) => string {
  const known = new Map(told.map((note) => [note.n, note]));
  return (n) => {
    const note = known.get(n);
    if (note && note.claim === undefined) return `[^${notes.numberOfDecision(note.text)}]`;
    return mark(
      ctx.records.citations.get(note?.claim ?? '')?.find((c) => c.id === note?.citation),
      notes,
    );
  };
}

/** The paths answered in words, from the claims of the piece alone and those that are printed beside it. */
function answerSection({ ctx, paths = [], gate }: ExportInput, notes: Notes): string[] {
  if (paths.length === 0) return [];
  const ends = (at: number) => [...new Set(paths.flatMap(({ entities }) => entities.at(at) ?? []))];
  const inPiece = new Set(gate.piece.claims);
  const printed = new Set(gate.printed.notEstablished);
  const isPrinted = (id: string) => notEstablishedSentences([ctx.records.claims.get(id) ?? []].flat(), ctx).some((line) => printed.has(line));
  const answer = answerTraceInWords(
    {
      sides: { from: ends(0), to: ends(-1) },
      paths,
      alsoSaid: [],
      maxHops: paths.reduce((most, { hops }) => Math.max(most, hops.length), 0),
      stoppedAtLimit: false,
      mayTell: (id) => inPiece.has(id) || isPrinted(id),
    },
    ctx,
  );
  // What is printed beside the piece is told without its passages, which are no part of it.
  const markOf = markOfNote(
    answer.notes.filter(({ claim }) => claim === undefined || inPiece.has(claim)),
    notes,
    ctx,
  );
  const sentences = answer.sentences.map(({ text, footnotes }) => `${escaped(text)}${footnotes.map(markOf).join('')}`);
  return [section('Answer', `${sentences.join('\n\n')}\n\n${list(answer.facts.map(({ of, text }) => `${ANSWER_FACT_HEADINGS[of]}: ${text}`))}`)];
}

function* claimSections(piece: Piece, notes: Notes, ctx: NarrationContext): InSlices<{ sections: string[]; numbers: ClaimNumbers }> {
  const sections: string[] = [];
  const numbers = new Map<string, number>();
  for (const group of GROUPS) {
    const items = yield* eachInSlices(piece.claims, (id) => {
      const claim = ctx.records.claims.get(id);
      const figures = ctx.figures.get(id);
      if (!claim || !figures || ctx.records.predicates.get(claim.predicate)?.group !== group) return [];
      const n = numbers.size + 1;
      numbers.set(id, n);
      const outcomes = caseOutcomesOf(claim, ctx).map(({ citation }) => citation);
      const marks = [...(piece.citations.get(id) ?? []), ...outcomes].map((citation) => mark(citation, notes)).join('');
      const facts = `${describeStandingOf(id, ctx, true)}; ${originsLine(figures)}`;
      const later = answeredSince(claim, ctx);
      const since = later === undefined ? '' : ` **${escaped(later)}.**`;
      return [`- **C${n}** ${escaped(narrateClaim(claim, figures, ctx))}.${marks} *${escaped(capitalised(facts))}.*${since}`];
    });
    const lines = items.flat();
    if (lines.length > 0) sections.push(section(capitalised(group), lines.join('\n')));
  }
  return { sections, numbers };
}

function mark(citation: Citation | undefined, notes: Notes): string {
  return citation ? `[^${notes.numberOf(citation)}]` : '';
}
