/** A copy of a case defines nothing that the case defines, and refers to nothing of it. */
import { describe, expect, it } from 'vitest';
import type { CuratedFile } from '../importing/curated-file.ts';
import { demoFile } from '../testing/curated-demo.ts';
import { copyCase } from './copy-case.ts';

const LISTS = ['voices', 'sources', 'entities', 'predicates', 'claims', 'questions'] as const;
const idsOf = (content: CuratedFile) => LISTS.flatMap((list) => (content[list] ?? []).map(({ id }) => id));

describe('a copy of a case', () => {
  const demo = demoFile();
  const copy = copyCase(demo, { id: 'again', title: 'Once more' });
  it('has its own header and ids of its own for all records', () => {
    expect(copy.dataset).toEqual({ ...demo.dataset, id: 'again', title: 'Once more' });
    const ids = idsOf(copy);
    expect(ids).toHaveLength(idsOf(demo).length);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => id.startsWith('again:'))).toBe(true);
  });
  it('mentions none of the records that were copied', () => {
    const old = new Set(idsOf(demo));
    const mentioned: string[] = [];
    const look = (value: unknown): void => {
      if (typeof value === 'string' && old.has(value)) mentioned.push(value);
      else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) look(part);
    };
    // The forms of a predicate are words.
    for (const list of ['voices', 'sources', 'entities', 'claims', 'questions', 'rivals', 'identities'] as const) look(copy[list]);
    expect(mentioned).toEqual([]);
  });
  it('leaves texts as they are, also where one reads like an id, and what is defined elsewhere', () => {
    const content: CuratedFile = {
      format: 'attest/1',
      dataset: { id: 'one', title: 'one' },
      entities: [{ id: 'iran', type: 'Country', names: [{ text: 'iran', lang: 'en', kind: 'primary' }] }],
      claims: [{ id: 'one:c', subject: 'iran', predicate: 'met-with', object: 'elsewhere', citations: [{ source: 'paper', paraphrase: 'iran' }] }],
    };
    expect(copyCase(content, { id: 'two', title: 'Two' })).toMatchObject({
      entities: [{ id: 'two:iran', names: [{ text: 'iran' }] }],
      claims: [{ id: 'two:c', subject: 'two:iran', predicate: 'met-with', object: 'elsewhere', citations: [{ source: 'paper', paraphrase: 'iran' }] }],
    });
  });
  it('tells two apart whose ids differ in their prefix only', () => {
    const one = { type: 'Country', names: [{ text: 'A', lang: 'en', kind: 'primary' }] } as const;
    const content: CuratedFile = {
      format: 'attest/1',
      dataset: { id: 'one' },
      entities: [
        { id: 'a:x', ...one, names: [...one.names] },
        { id: 'x', ...one, names: [...one.names] },
      ],
    };
    expect(copyCase(content, { id: 'two', title: 'Two' }).entities?.map(({ id }) => id)).toEqual(['two:x', 'two:x-2']);
  });
});
