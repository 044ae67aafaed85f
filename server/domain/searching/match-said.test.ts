import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkProperty } from '../testing/check-property.ts';
import { cutSnippet } from './cut-snippet.ts';
import { matchSaid, placesSaid } from './match-said.ts';
import { askedWords, saidWords } from './said-words.ts';

const litIn = (typed: string, text: string): string[] | undefined => {
  const asked = askedWords(typed);
  return asked && matchSaid(asked, text)?.places.map(([from, to]) => text.slice(from, to));
};

describe('a text', () => {
  it('is found by a word of it, and by the beginning of the word typed last', () => {
    const text = 'He paid two mobsters $500,000 for the murder.';
    expect(litIn('mobsters', text)).toEqual(['mobsters']);
    expect(litIn('mobst', text)).toEqual(['mobsters']);
    expect(litIn('mobst ', text)).toBeUndefined();
    expect(litIn('mobst murder', text)).toBeUndefined();
    expect(litIn('murder mobsters', text)).toEqual(['mobsters', 'murder']);
    expect(litIn('mobsters killed', text)).toBeUndefined();
  });

  it('is found whatever the case, accents, apostrophes, width and digits', () => {
    expect(litIn('erdogan', 'Said by Erdoğan.')).toEqual(['Erdoğan']);
    expect(litIn('ERDOĞAN', 'said by erdogan')).toEqual(['erdogan']);
    expect(litIn('obrien', 'O’Brien went')).toEqual(['O’Brien']);
    expect(litIn('irgc', 'the I.R.G.C. paid')).toEqual(['I.R.G.C.']);
    expect(litIn('2022', 'در سال ۲۰۲۲ بود')).toEqual(['۲۰۲۲']);
    expect(litIn('ＡＢＣ', 'abc')).toEqual(['abc']);
  });

  it('is found whether a compound is written as one word, as two, or with a mark between', () => {
    const spellings = [
      ['علی‌نژاد', 'علی نژاد', 'علینژاد'],
      ['O’Brien', 'O Brien', 'OBrien'],
      ['co-operate', 'co operate', 'cooperate', 'co\u00adoperate', 'co‑operate'],
      ['5,000', '5000', '5٬000'],
      ['۵٬۰۰۰', '5,000'],
      ['1.250.000', '1250000'],
    ];
    for (const [compound = '', ...others] of spellings) {
      for (const other of others) {
        expect(litIn(other, `so ${compound} said`), `${other} in ${compound}`).toBeDefined();
        expect(litIn(compound, `so ${other} said`), `${compound} in ${other}`).toBeDefined();
      }
    }
    expect(litIn('cooperate', 'they co-operate')).toEqual(['co-operate']);
    expect(litIn('co-oper', 'they cooperate')).toEqual(['cooperate']);
    expect(litIn('Anne-Marie', 'Marie and Anne')).toEqual(['Marie', 'Anne']);
    expect(litIn('co-operate', 'they operate')).toBeUndefined();
    expect(litIn('iran’s', 'Iran fought Israel’s army')).toBeUndefined();
    expect(litIn('5,000', '5,001')).toBeUndefined();
  });

  it('without spaces is found by any part of it, and only where its letters follow each other', () => {
    expect(litIn('暗殺', '彼は暗殺を計画した')).toEqual(['暗殺']);
    expect(litIn('殺暗', '彼は暗殺を計画した')).toBeUndefined();
    expect(litIn('ฆ่า', 'เขาฆ่าคน')).toEqual(['ฆ่า']);
    expect(litIn('ガード', 'ｶﾞｰﾄﾞだ')).toEqual(['ｶﾞｰﾄﾞ']);
    expect(litIn('コト', '一つのヿ')).toEqual(['ヿ']);
    expect(litIn('ヿ', '一つのコト')).toEqual(['コト']);
  });

  it('that looks like HTML is text', () => {
    expect(litIn('b', '<b>bold</b>')).toEqual(['b', 'b']);
    expect(litIn('<script>', 'a <script>alert(1)</script>')).toEqual(['script', 'script']);
  });

  it('is not found where no word was typed', () => {
    expect(askedWords(' … !?')).toBeUndefined();
  });

  it('is found by any word taken from it, and the word is lit', () => {
    checkProperty(
      'a word taken from a text finds it',
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.nat(), (text, n) => {
        const words = saidWords(text);
        if (words.length === 0) return;
        const { word, from, to } = words[n % words.length]!;
        for (const typed of [word, text.slice(from, to)]) {
          const asked = askedWords(typed);
          const match = asked && matchSaid(asked, text);
          expect(match?.places.some(([a, b]) => a <= from && b >= to)).toBe(true);
          expect(asked && placesSaid(asked, text)).toEqual(match?.places);
        }
      }),
      { runs: 1_000 },
    );
  });
});

describe('a snippet', () => {
  it('holds the first match with some words before it, and says that something was left out', () => {
    const text = `${'word '.repeat(100)}mobsters ${'more '.repeat(100)}`;
    const { text: cut, lit } = cutSnippet(text, [[500, 508]], 60);
    expect(cut).toBe('…word word word mobsters more more more more more more more…');
    expect(lit.map(([from, to]) => cut.slice(from, to))).toEqual(['mobsters']);
  });

  it('is no longer than asked for, lights what matched, and cuts no character in two', () => {
    const texts = fc.array(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constantFrom('👨‍👩‍👧', '𝒜𝒷', 'mobsters', '漢字')), { maxLength: 60 });
    checkProperty(
      'a snippet lights the word',
      fc.property(texts, fc.constantFrom(' ', ''), fc.nat(), fc.integer({ min: 10, max: 160 }), (parts, between, n, most) => {
        const text = parts.join(between);
        const words = saidWords(text);
        if (words.length === 0) return;
        const asked = askedWords(words[n % words.length]!.word)!;
        const places = matchSaid(asked, text)!.places;
        const { text: cut, lit } = cutSnippet(text, places, most);
        expect(cut.length).toBeLessThanOrEqual(most);
        expect(lit.length).toBeGreaterThan(0);
        expect(cut.isWellFormed()).toBe(text.isWellFormed());
        for (const [from, to] of lit) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(cut.length);
          expect(places.some(([a, b]) => text.slice(a, b).includes(cut.slice(from, to)) && from < to)).toBe(true);
        }
      }),
      { runs: 1_000 },
    );
  });
});
