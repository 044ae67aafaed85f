/** The label of a body and of a line, fit to be drawn: cut at a word, and each row read in the direction of its script. */
import type { EdgeView } from '../../../server/contract/views.ts';
import { words } from '../../i18n/messages.ts';

/** Letters of a body's label: two rows; the whole name is in the card and the lists. */
const LABEL_LETTERS = 34;
/** Letters of a row of a name that is read from right to left: its rows are made here, so that each can carry its direction. */
const ROW_LETTERS = 18;

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const LETTER = /\p{L}/u;
const ISOLATE = { start: '\u2067', end: '\u2069' };

/** True where the first letter is of a script read from right to left: what `dir="auto"` goes by. */
export function readsFromRight(text: string): boolean {
  const [first] = LETTER.exec(text) ?? [];
  return first !== undefined && RIGHT_TO_LEFT.test(first);
}

/** True where any letter needs the Arabic faces, which the page loads only when used. */
export function hasArabic(text: string): boolean {
  return /\p{Script=Arabic}/u.test(text);
}

function rows(text: string): string[] {
  const out: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = out.at(-1);
    if (last !== undefined && last.length + word.length < ROW_LETTERS) out[out.length - 1] = `${last} ${word}`;
    else out.push(word);
  }
  return out;
}

function cut(name: string): string {
  if (name.length <= LABEL_LETTERS) return name;
  const letters = [...name];
  if (letters.length <= LABEL_LETTERS) return name;
  const start = letters.slice(0, LABEL_LETTERS).join('');
  const shorter = start.slice(0, Math.max(start.lastIndexOf(' '), start.length - 12));
  // What marks a letter is never left without it, nor a letter without its marks.
  return `${shorter.replace(/[\s,;:،؛\u200c\u200d]+$/u, '')}…`;
}

export function bodyLabel(name: string): string {
  const label = cut(name);
  // A canvas draws every row from left to right unless the row itself says otherwise.
  return readsFromRight(label)
    ? rows(label)
        .map((row) => `${ISOLATE.start}${row}${ISOLATE.end}`)
        .join('\n')
    : label;
}

/**
 * The label of a line: the predicate, with the flags that change what is claimed; no sign stands for colour alone.
 * @param segment the piece of the claim that is drawn, which may lead to where its plot was.
 */
export function lineLabel(edge: EdgeView, segment?: EdgeView['segments'][number]): string {
  const t = words.drawing;
  if (segment?.at) return `${edge.rank < 0 ? '✕ ' : ''}${edge.uncertain ? '~ ' : ''}${t.at}`;
  if (!edge.intended && !edge.attempted && !edge.expected && !edge.uncertain && edge.rank >= 0) return edge.label;
  const flags = (['intended', 'attempted', 'expected'] as const).filter((flag) => edge[flag]).map((flag) => t.flag[flag]);
  const label = flags.length > 0 ? t.flagged(edge.label, flags.join(', ')) : edge.label;
  return `${edge.rank < 0 ? '✕ ' : ''}${edge.uncertain ? '~ ' : ''}${label}`;
}
