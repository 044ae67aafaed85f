import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOneGo } from '../figures/in-slices.ts';
import { checkProperty } from '../testing/check-property.ts';
import { matchSaid } from './match-said.ts';
import { rankSaid } from './rank-said.ts';
import { SaidIndex } from './said-index.ts';
import { saidQuery } from './said-query.ts';
import type { SaidText } from './said-text.ts';
import { askedWords } from './said-words.ts';

function ranked(typed: string, texts: readonly SaidText[]) {
  return inOneGo(rankSaid(askedWords(typed)!, texts));
}
const passage = (id: string, citation: string, text: string, part: SaidText['part'] = 'paraphrase'): SaidText => ({ kind: 'claim', id, part, text, citation });

describe('what a search finds in what is said', () => {
  it('is each record once, by its best text: whole words first, then paraphrase, quote, sentence, then by id', () => {
    const texts: SaidText[] = [
      passage('c2', 'k3', 'a mobster'),
      passage('c2', 'k2', 'the mobsters', 'quote'),
      passage('c1', 'k5', 'two mobs'),
      passage('c3', 'k9', 'the mob'),
      passage('c3', 'k8', 'of the mob'),
      passage('c4', 'k1', 'nothing of it'),
      { kind: 'claim', id: 'c0', part: 'sentence', text: 'Ann leads the mob' },
      { kind: 'source', id: 's', part: 'title', text: 'The Mob' },
      { kind: 'voice', id: 'v', part: 'name', text: 'Somebody' },
    ];
    const found = ranked('mob', texts);
    expect(found.get('claim')?.map(({ id, citation }) => [id, citation])).toEqual([
      ['c3', 'k8'],
      ['c0', undefined],
      ['c1', 'k5'],
      ['c2', 'k3'],
    ]);
    expect(found.get('source')?.map(({ id }) => id)).toEqual(['s']);
    expect(found.get('voice')).toEqual([]);
    expect(ranked('mob', texts.toReversed())).toEqual(found);
  });

  it('is among the texts that the index in memory gives to be compared', () => {
    const word = fc.constantFrom('mob', 'mobster', 'paid', 'constructor', '__proto__', '暗殺', 'Erdoğan', '۲۰۲۲', 'a');
    const text = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
    checkProperty(
      'the index gives what matches',
      fc.property(fc.array(text, { maxLength: 20 }), text, fc.boolean(), (texts, typed, isBegun) => {
        const index = new SaidIndex();
        for (const one of texts) index.add(one);
        const asked = askedWords(isBegun ? typed.slice(0, -1) || 'm' : typed)!;
        const given = [...index.candidates(asked)];
        expect(new Set(given).size).toBe(given.length);
        for (const one of texts) if (matchSaid(asked, one)) expect(given).toContain(one);
      }),
    );
  });

  it('is asked of the database without passing on any syntax', () => {
    expect(saidQuery(askedWords('OR "mob" AND paid*~')!)).toBe('or AND mob AND and AND paid');
    expect(saidQuery(askedWords('paid mob')!)).toBe('paid AND mob*');
  });
  it('takes either writing of a compound with a mark, and "or" as a word like any other', () => {
    expect(saidQuery(askedWords('hit-man paid')!)).toBe('(hit OR hitman) AND (man OR hitman) AND paid*');
    expect(saidQuery(askedWords('mob or paid')!)).toBe('mob AND or AND paid*');
  });
});
