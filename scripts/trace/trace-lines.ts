/** The answer of a trace as lines of a terminal: the answer in words, each path as prose with its footnotes and its weakest hop, what else is said, and what was searched. */
import type { z } from 'zod';
import type { claimListItem } from '../../server/contract/views.ts';
import type { ROUTES } from '../../server/contract/routes.ts';
import { ANSWER_FACT_HEADINGS } from '../../server/domain/model/lists.ts';
import { levelWord } from '../../server/domain/telling/describe-standing.ts';
import { originsLine } from '../../server/domain/telling/narrate-path.ts';

export type TraceAnswer = z.infer<(typeof ROUTES.tracePaths)['response']>;
type Item = z.infer<typeof claimListItem>;

/** @param shown paths that are told; of the others only their number is */
export function traceLines(answer: TraceAnswer, shown: number): string[] {
  const { paths, commonBody, alsoSaid = [], alsoSaidLeftOut = 0, nearest = [], searched } = answer;
  const told = paths.slice(0, shown);
  const more = paths.length - told.length;
  return [
    ...answerLines(answer.answer),
    ...(paths.length > 0 ? section(headOf(paths.length, told.length)) : []),
    ...told.flatMap((path, i) => [...(i > 0 ? [''] : []), ...pathLines(path, i + 1)]),
    ...(more > 0 ? ['', `And ${more} more: --most ${paths.length} tells them, --json holds them.`] : []),
    ...listSection(
      'Only a body in common, which is no link',
      commonBody.map(({ text }) => text),
    ),
    ...listSection('What else the records say of the two ends', [...alsoSaid.map(itemLine), ...(alsoSaidLeftOut > 0 ? [`and ${alsoSaidLeftOut} more`] : [])]),
    ...listSection(
      'What would link them',
      nearest.map(({ text }) => text),
    ),
    ...listSection('What was searched', [searched.text]),
    ...listSection('How far the records go', [answer.answer.knowledge]),
  ];
}

const headOf = (found: number, told: number): string => (found === 1 ? 'One path' : told < found ? `The first ${told} of ${found} paths` : `${found} paths`);
const section = (title: string): string[] => ['', `${title}:`];
const listSection = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : [...section(title), ...lines.map((line) => `  ${line}`)]);
const numbers = (footnotes: readonly number[]): string => (footnotes.length === 0 ? '' : ` ${footnotes.map((n) => `[${n}]`).join('')}`);
const noteLines = (notes: readonly { n: number; text: string }[]): string[] => notes.map(({ n, text }) => `    [${n}] ${text}`);

function answerLines({ sentences, facts, notes }: TraceAnswer['answer']): string[] {
  return [
    ...sentences.map(({ text, footnotes }) => `${text}${numbers(footnotes)}`),
    ...(facts.length > 0 ? ['', ...facts.map(({ of, text }) => `  ${ANSWER_FACT_HEADINGS[of]}: ${text}`)] : []),
    ...noteLines(notes),
  ];
}

function pathLines({ title, prose }: TraceAnswer['paths'][number], number: number): string[] {
  return [
    `${number}. ${title}`,
    ...prose.sentences.map(
      ({ text, footnotes, weakest }) => `  ${text}${numbers(footnotes)}${weakest && prose.sentences.length > 1 ? ' (the weakest hop)' : ''}`,
    ),
    ...prose.closing.map((line) => `  ${line}`),
    ...noteLines(prose.notes),
  ];
}

/** "Iran directed the gang (alleged; 1 origin, 0 uninvolved; contested): claim-id". */
const itemLine = (item: Item): string =>
  `${item.sentence} (${[levelWord(item.level), originsLine(item), ...(item.contested ? ['contested'] : [])].join('; ')}): ${item.id}`;
