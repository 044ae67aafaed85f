/** The index gives the names to compare: those that have all that was typed are among them, however many others there are. */
import { describe, expect, it } from 'vitest';
import { nameForms } from './name-forms.ts';
import { MOST_COMPARED, NameIndex } from './name-index.ts';

describe('name-index', () => {
  it('gives names that have every word typed, titles and initials too, though more have one of them than are compared', () => {
    const index = new NameIndex();
    for (let i = 0; i < MOST_COMPARED + 100; i += 1) index.add(`John Number${i}`);
    index.add('Anne-Marie St. John');
    index.add('B. John');
    for (const [typed, held] of [
      ['St John', 'Anne-Marie St. John'],
      ['John St', 'Anne-Marie St. John'],
      ['John B.', 'B. John'],
    ] as const) {
      expect(index.candidates(nameForms(typed)), typed).toContain(held);
    }
  });
});
