import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkProperty } from '../testing/check-property.ts';
import { cleanText, inOneLine, isLanguageTag, hasCredentials, hasStrayCharacters, textFault } from './plain-text.ts';

describe('a text', () => {
  it.each(['\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067', '\u2068', '\u2069'])(
    'with the direction character %j is refused (fault 9)',
    (c) => {
      expect(textFault(`Ann${c}nnA`)).toBe('direction');
    },
  );
  it.each(['Ann\u{E0041}', '\u{E0001}Ann', '\u{1F3F4}\u{E0067}', 'a\u{E007F}'])('with tag characters outside a flag, %j, is refused', (text) => {
    expect(textFault(text)).toBe('tags');
  });
  it.each(['Ann\u0000', 'Ann\u0085', 'Ann\u001b', '\u007f'])('with the control characters of %j is refused', (text) => {
    expect(textFault(text)).toBe('control');
  });
  it.each([' ', '\u00A0', '\u3164', '\u115F\u1160', '\uFFA0', '\u2800', '\uFE0F', '\u00AD', '\u0301', '\u200D', '\u200C\u200D', '\u200E', '\n\t'])(
    'that shows nothing, %j, is refused (fault 9)',
    (text) => {
      expect(textFault(text)).toBe('blank');
    },
  );
  it.each([
    'می\u200Cخواهم',
    '👩\u200D💻',
    '❤\uFE0F',
    '\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
    'क्\u200Dष',
    'line\nline',
    'Google\u200Cها',
    '۱۳۵۷ ه\u200D.ش',
    '🏳\uFE0F\u200D🌈',
    '👩🏽\u200D🚒',
    '1\uFE0F\u20E3',
    '葛\u{E0100}飾',
    '\u182D\u180B',
    '\u05D0\u05B8\u034F\u05B7',
    '5',
    'Ж',
    '李',
  ])('like %j, with the joiners that it needs, stays as it is', (text) => {
    expect([textFault(text), cleanText(text)]).toEqual([undefined, text]);
  });
  it.each([
    ['Ali', `Ali${String.fromCodePoint(...Array.from({ length: 16 }, (_, i) => 0xe0100 + i))}`],
    ['Annnn', Array.from('Annnn').join('\u200D'.repeat(20))],
    ['Ali', 'A\uFE0Fl\uFE01i'],
    ['ab', 'a\u2061\u2062\u2063\u2064\u206A\u206F\u180E\u034Fb'],
    ['葛\u{E0100}', '葛\u{E0100}\u{E0101}'],
    ['می\u200Cخواهم', 'می\u200C\u200C\u200B\u200Dخواهم'],
    ['', '\u200D\uFE0F\u{E0100}'],
  ])('is %j where hidden characters that nothing needs are taken out', (clean, text) => {
    expect(cleanText(text)).toBe(clean);
  });
  it('is made one line with a space for each run of line breaks', () => {
    expect(['a \r\n\n b', 'a\u2028b', 'a  b'].map(inOneLine)).toEqual(['a b', 'a b', 'a  b']);
  });
  it('that is clean stays as it is', () => {
    const pieces = fc.constantFrom(
      'A',
      'e',
      'ه',
      'م',
      'क',
      '\u094D',
      '葛',
      '❤',
      '👩',
      '🏽',
      '1',
      '≨',
      '\u182D',
      '\u05B8',
      '\u05B7',
      '\u0301',
      ...'\u200C\u200D\u200B\u034F\u180B\uFE0F\uFE00\u2060\u{E0100}',
    );
    checkProperty(
      'cleaned twice',
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const once = cleanText(parts.join(''));
        expect(cleanText(once), JSON.stringify(parts)).toBe(once);
      }),
      { runs: 2_000 },
    );
  });
  it.each(['\u{E0080}\u{E0FFF}', 'Ali\u{E0080}', 'Ali\u{E01F0}'])('with a character of plane 14 that is not assigned, %j, is refused', (text) => {
    expect(textFault(text)).toBe('tags');
  });
  it.each(['\uFFF9a\uFFFAb\uFFFB', 'a\uFFFB'])('with an annotation between the lines, %j, is refused', (text) => {
    expect(textFault(text)).toBe('annotation');
  });
  it('is composed, and loses stray characters of no width (faults 9 and 10)', () => {
    expect(cleanText('S\u0327ahin \u200BE\uFEFF\u0301r\u2060ic')).toBe('Şahin Éric');
  });
});

describe('an address', () => {
  it.each(['https://ann:secret@a.example/', 'http://ann@a.example', 'https:ann@a.example', 'https:\\\\ann:x@a.example'])(
    '%s holds a name or password',
    (address) => {
      expect(hasCredentials(address)).toBe(true);
    },
  );
  it.each(['https://a.example/@ann', 'https://a.example/?q=a@b', 'https://a.example#@'])('%s holds none', (address) => {
    expect(hasCredentials(address)).toBe(false);
  });
});

describe('an address with a character that no address has', () => {
  it.each([
    'https://x.example/\n\n# b',
    'https://x.example/\u202eabc',
    'https://x.example\\@evil.example/',
    ' https://x.example',
    'https://x.example/a\u200Bb',
  ])('%j is found', (address) => expect(hasStrayCharacters(address)).toBe(true));
  it.each(['https://x.example/a%20b?q=1#c', 'https://fa.example/تهران'])('%s has none', (address) => expect(hasStrayCharacters(address)).toBe(false));
});

describe('a text of the form of a language tag', () => {
  it.each(['en', 'fa', 'az-Cyrl', 'az-Latn-IR', 'zh-Hans', 'ckb', 'bqi', 'und', 'mul', 'es-419', 'EN'])('%s is one', (tag) =>
    expect(isLanguageTag(tag)).toBe(true),
  );
  it.each(['english!', 'e', 'en--GB', 'en_GB', ''])('%s is none', (tag) => expect(isLanguageTag(tag)).toBe(false));
});
