/** The paths of a dossier: the answer to them in words, and each of them as prose. A claim is told in full once; wherever else it is met, its number is given. */
import { answerTraceInWords } from '../../domain/answering/answer-trace.ts';
import { endsInShort } from '../../domain/answering/answer-facts.ts';
import { figured, type AnswerInWords } from '../../domain/answering/answer-in-words.ts';
import { ANSWER_FACT_HEADINGS } from '../../domain/model/lists.ts';
import { narrateAgainst } from '../../domain/telling/narrate-against.ts';
import { narratePath, pathClosing, pathTitle } from '../../domain/telling/narrate-path.ts';
import type { NarrationContext } from '../../domain/telling/narration.ts';
import { isNoLink } from '../../domain/figures/no-established-link.ts';
import type { ExportInput } from '../format.ts';
import { markOfNote, marksOfClaim, type Notes } from './dossier-notes.ts';
import type { ClaimNumbers } from './dossier-parts.ts';
import { escaped, list, section } from './markdown-text.ts';

/** What the parts of one dossier share while they are written, in their order. */
export interface Telling {
  ctx: NarrationContext;
  notes: Notes;
  numbers: ClaimNumbers;
  /** Where each claim was told in full: "path 1". Added to as parts are written. */
  places: Map<string, string>;
  /** Claims that say no link was found, as far as they were told: each once, wherever it is met first. */
  notEstablished: Set<string>;
}

/** "C1, C4"; empty where none of the claims has a number. */
export function references(claims: readonly string[], { numbers }: Pick<Telling, 'numbers'>): string {
  return claims
    .flatMap((id) => numbers.get(id) ?? [])
    .sort((a, b) => a - b)
    .map((n) => `C${n}`)
    .join(', ');
}

/** "Ann – the plot, told in path 1; Ann denies it.": in place of a sentence that stands elsewhere. */
export function toldElsewhere(id: string, { ctx, places }: Pick<Telling, 'ctx' | 'places'>): string | undefined {
  const place = places.get(id);
  const found = figured(id, ctx);
  if (place === undefined || !found) return undefined;
  return `${[`${endsInShort(id, ctx)}, told in ${place}`, ...narrateAgainst(found.claim, found.figures, ctx)].join('; ')}.`;
}

/** The paths answered in words, from the claims of the piece alone and those that are printed beside it. The paths tell the hops. */
export function answerSection({ ctx, paths = [], gate, notLinked }: ExportInput, telling: Telling, notChosen = 0): string[] {
  if (paths.length === 0) return notLinked ? [notLinkedAnswer(notLinked, telling)] : [];
  const ends = (at: number) => [...new Set(paths.flatMap(({ entities }) => entities.at(at) ?? []))];
  const mayBeTold = new Set([...gate.piece.claims, ...gate.printed.notEstablished.map(({ claim }) => claim)]);
  const answer = answerTraceInWords(
    {
      sides: { from: ends(0), to: ends(-1) },
      paths,
      alsoSaid: [],
      maxHops: paths.reduce((most, { hops }) => Math.max(most, hops.length), 0),
      stoppedAtLimit: false,
      mayTell: (id) => mayBeTold.has(id),
      hopsToldBelow: true,
    },
    ctx,
  );
  const sentences = [...answerLines(answer, telling), ...notChosenLine(notChosen)];
  const facts = answer.facts.map(({ of, text, claims }) => {
    const refer = references(claims, telling);
    return `${ANSWER_FACT_HEADINGS[of]}: ${text}${refer === '' ? '' : ` (${refer})`}`;
  });
  return [section('Answer', `${sentences.join('\n\n')}\n\n${list(facts)}`)];
}

/** What is said of "none of them" is said of those told. */
function notChosenLine(n: number): string[] {
  if (n === 0) return [];
  return [
    n === 1
      ? '1 further path that this trace found was not chosen, and is not told here.'
      : `${n} further paths that this trace found were not chosen, and are not told here.`,
  ];
}

/** That no path was found, and what the records say of the two sides, each claim in full. */
function notLinkedAnswer(notLinked: NonNullable<ExportInput['notLinked']>, telling: Telling): string {
  const answer = answerTraceInWords({ ...notLinked, paths: [] }, telling.ctx);
  for (const { claims } of answer.sentences) for (const claim of claims) telling.places.set(claim, 'the answer');
  return section('Answer', answerLines(answer, telling).join('\n\n'));
}

function tellNotEstablished(claim: string, place: string, { notEstablished, places }: Telling): void {
  notEstablished.add(claim);
  if (!places.has(claim)) places.set(claim, place);
}

function answerLines({ sentences, notes }: AnswerInWords, telling: Telling): string[] {
  const markOf = markOfNote(notes, telling.notes, telling.ctx);
  return sentences.flatMap(({ text, claims, footnotes }) => {
    const [only, ...others] = claims;
    if (only !== undefined && others.length === 0 && isNoLink(telling.ctx.records.claims.get(only)?.predicate ?? '')) {
      // A path before it may have told it.
      if (telling.notEstablished.has(only)) return [];
      tellNotEstablished(only, 'the answer', telling);
    }
    return `${escaped(text)}${footnotes.map(markOf).join('')}`;
  });
}

/** A path as prose; a hop that an earlier one told is told by where that stands. */
export function pathSection(
  path: NonNullable<ExportInput['paths']>[number],
  index: number,
  of: number,
  { gate }: Pick<ExportInput, 'gate'>,
  telling: Telling,
): string {
  const { ctx, notes, places, notEstablished } = telling;
  const prose = narratePath(path, ctx, places);
  const markOf = markOfNote(prose.notes, notes, ctx);
  const name = of > 1 ? `path ${index + 1}` : 'the path above';
  const sentences = prose.sentences.map(({ hop, text, footnotes, weakest }) => {
    const claim = path.hops[hop]?.best ?? '';
    if (!places.has(claim)) places.set(claim, name);
    const about = [...(telling.numbers.has(claim) ? [references([claim], telling)] : []), ...(weakest && path.hops.length > 1 ? ['the weakest hop'] : [])];
    return `${escaped(text)}${footnotes.map(markOf).join('')}${about.length === 0 ? '' : ` *(${about.join(', ')})*`}`;
  });
  const closing = pathClosing(path, ctx);
  // What the list of responses prints stands there alone.
  const printed = new Set(gate.printed.responses.map(({ text }) => `${text}.`));
  // What the gate left out beside the piece is not told beside a path of it; what the answer or an earlier path told stands there.
  const inPiece = new Set(gate.printed.notEstablished.map(({ claim }) => claim));
  const beside = closing.notEstablished.filter(({ claim }) => inPiece.has(claim) && !notEstablished.has(claim));
  for (const { claim } of beside) tellNotEstablished(claim, name, telling);
  const lines = [
    ...closing.weakest.map(escaped),
    ...beside.map(({ claim, text }) => `${escaped(text)}${marksOfClaim(claim, notes, ctx)}`),
    ...closing.responses.filter((line) => !printed.has(line)).map(escaped),
  ];
  const title = `${of > 1 ? `Path ${index + 1}: ` : 'Path: '}${pathTitle(path, ctx)}`;
  return section(title, `${sentences.join('\n\n')}${lines.length === 0 ? '' : `\n\n${lines.map((line) => `- ${line}`).join('\n')}`}`);
}

/** What was looked for and not established, as far as neither the answer nor a path has told it. */
export function notEstablishedSection({ gate }: Pick<ExportInput, 'gate'>, telling: Telling): string[] {
  const { ctx, notes } = telling;
  const left = gate.printed.notEstablished.filter(({ claim }) => !telling.notEstablished.has(claim));
  if (left.length === 0) return [];
  for (const { claim } of left) tellNotEstablished(claim, 'the list of what was not established', telling);
  return [section('Looked for, and not established', left.map(({ claim, text }) => `- ${escaped(text)}${marksOfClaim(claim, notes, ctx)}`).join('\n'))];
}
