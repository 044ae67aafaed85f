/** Words drawn on the canvas and on the card beside the pointer. */
import { DRAWN_WORDS, SHEET_WORDS } from '../../server/domain/picturing/picture-words.ts';
import { count, listed } from './counting.ts';

export const drawingWords = {
  /** Printed around a picture. */
  printedSheet: SHEET_WORDS,
  drawing: {
    frame: {
      counted: (name: string, n: number) => `${name} (${n})`,
      country: (name: string) => `${name}, as claims tell`,
      several: 'Several countries',
    },
    ...DRAWN_WORDS,
    picture: {
      held: (n: number) => `${count(n, 'claim')} within the fold. This line is no claim.`,
      folded: (names: readonly string[], n: number) => `Folded: ${listed(names)}${n > names.length ? ` and ${n - names.length} more` : ''}`,
      opens: 'Click or Enter shows them.',
      closes: 'Click or Enter folds them again.',
      map: 'Map of the drawing: click to go there',
    },
    card: {
      contested: 'a claim about it is contested',
      unsure: 'not settled whether this is one and the same',
      generic: 'stands for a kind, not one person or body',
      unnamed: 'not named by the sources',
      aggregate: 'several together',
      pinned: 'held in place',
      bundle: (n: number) => `${count(n, 'claim')} drawn as one line, in the look of the firmest`,
      unbundle: 'Double-click draws each by itself.',
      selects: 'A click selects them all.',
      frame: (n: number) => `${n === 1 ? '1 entity' : `${n} entities`} in this frame`,
      inferred: 'inferred',
      uncertain: 'undated, or perhaps later than the date of the view',
      disputed: 'contested',
      open: { subject: 'who did it is not established', object: 'to whom is not established' },
      dimmed: 'left out by the filters, drawn faint',
    },
  },
} as const;
