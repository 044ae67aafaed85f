/** Labels of nodes and edges for the canvas: shortened at a word, with each row in the direction of its script. */
import type { EdgeView } from '../../../server/contract/views.ts';
import { words } from '../../i18n/messages.ts';
import { lineLabel } from '../../../server/domain/picturing/drawn/claim-lines.ts';
import { readsFromRight } from '../../../server/domain/picturing/plan/text-direction.ts';
import { UNSPACED } from '../../../server/domain/picturing/plan/text-rows.ts';
import { MIRRORED } from './mirror.ts';

/** Most letters of a node's label, about two rows. The full name is on the card and in lists. */
const LABEL_LETTERS = 34;
/** Most letters in a row of a right-to-left name. Its rows are broken here, so that each can have its direction. */
const ROW_LETTERS = 18;

const ISOLATE = { start: '\u2067', startRightwards: '\u2066', end: '\u2069' };

/** True where any letter needs the Arabic fonts, which the page loads only when they are used. */
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
  // Combining marks and joiners at the cut are removed with their letter.
  return `${shorter.replace(/[\s,;:،؛\u200c\u200d]+$/u, '')}…`;
}

/** A row of text. A canvas draws every row in the direction of the page unless the row itself has a direction mark. */
export function rowLabel(row: string, mirrored = MIRRORED): string {
  const rightwards = !readsFromRight(row);
  if (rightwards) return mirrored && row !== '' ? `${ISOLATE.startRightwards}${row}${ISOLATE.end}` : row;
  return `${ISOLATE.start}${row}${ISOLATE.end}`;
}

/** Letters of a word after which it may be broken; a canvas breaks rows only at spaces. */
const UNBROKEN = 18;
const BREAK = '\u200B';
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const LONG_WORD = new RegExp(`\\S{${UNBROKEN + 1},}`, 'gu');

/** Long words with places at which a row may end: between any letters of a script that writes no spaces, as its letters are wide. */
function breakable(text: string): string {
  return text.replaceAll(LONG_WORD, (word) =>
    [...graphemes.segment(word)].map(({ segment }, i) => (i > 0 && (UNSPACED.test(segment) || i % UNBROKEN === 0) ? BREAK : '') + segment).join(''),
  );
}

export function nodeLabel(name: string): string {
  const label = cut(name);
  return readsFromRight(label)
    ? rows(label)
        .map((row) => `${ISOLATE.start}${row}${ISOLATE.end}`)
        .join('\n')
    : breakable(label);
}

/** The label of an edge: the predicate with the flags that change what is claimed. */
export function edgeLabel(edge: EdgeView, segment?: EdgeView['segments'][number]): string {
  return lineLabel(edge, words.drawing, segment);
}
