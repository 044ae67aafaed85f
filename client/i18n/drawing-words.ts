/** Words drawn on the canvas and on the card beside the pointer. */
import { count, listed } from './counting.ts';

export const drawingWords = {
  drawing: {
    frame: {
      counted: (name: string, n: number) => `${name} (${n})`,
      country: (name: string) => `${name}, as claims tell`,
      several: 'Several countries',
    },
    flag: { intended: 'intended', attempted: 'attempted', expected: 'expected' },
    at: 'took place at',
    flagged: (label: string, flags: string) => `${label} (${flags})`,
    bundled: (label: string, others: number) => `${label} +${others}`,
    picture: {
      /** "5 groups: …" */
      alike: (types: string, names: readonly string[]) => `${names.length} ${types}: ${names.join(', ')}`,
      /** "+ 2 people, 1 case" */
      near: (counts: readonly { n: number; one: string; many: string }[]) => `+ ${counts.map(({ n, one, many }) => count(n, one, many)).join(', ')}`,
      /** "− 2 people, 1 case" */
      again: (counts: readonly { n: number; one: string; many: string }[]) => `− ${counts.map(({ n, one, many }) => count(n, one, many)).join(', ')}`,
      tag: (hub: string, predicate: string) => `${hub} · ${predicate}`,
      more: (n: number) => `+${n}`,
      times: (predicate: string, n: number) => `${predicate} ×${n}`,
      heading: (predicate: string, n: number) => `${predicate} · ${n}`,
      lane: {
        0: 'States',
        1: 'Agencies, organisations',
        2: 'Gangs, intermediaries',
        3: 'People, groups',
        4: 'Plots, events',
        5: 'Targets',
        below: 'Acts, places, things',
      },
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
