/** The parts of a language tag are looked up in the registry of IANA. */
import { describe, expect, it } from 'vitest';
import { unregisteredPart } from './language-tags.ts';

describe('every part is registered of', () => {
  it.each(['fa', 'fa-Latn', 'az-Cyrl', 'az-Latn-IR', 'zh-Hant-TW', 'zh-yue', 'sl-rozaj', 'sl-rozaj-biske-1994', 'de-1996', 'ca-valencia', 'EN-gb', 'es-419'])(
    '%s',
    (tag) => expect(unregisteredPart(tag)).toBeUndefined(),
  );
  it.each(['ckb', 'bqi', 'und', 'mul', 'qaa', 'qtz', 'en-QM', 'en-Qaaa', 'fa-u-ca-persian', 'en-x-nonsense'])('%s', (tag) =>
    expect(unregisteredPart(tag)).toBeUndefined(),
  );
});

describe('the first part that nobody registered is named', () => {
  it.each([
    ['xx', 'xx', 'language'],
    ['xx-nonsense-123', 'xx', 'language'],
    ['qqqq', 'qqqq', 'language'],
    ['quz-nonsense', 'nonsense', 'variant'],
    ['farsi', 'farsi', 'language'],
    ['zzq', 'zzq', 'language'],
    ['constructor', 'constructor', 'language'],
    ['zh-qqq', 'qqq', 'extended language'],
    ['en-Nons', 'nons', 'script'],
    ['en-ZQ', 'zq', 'region'],
    ['en-999', '999', 'region'],
    ['de-1997', '1997', 'variant'],
    ['ca-valencja', 'valencja', 'variant'],
  ])('%s', (tag, part, as) => expect(unregisteredPart(tag)).toEqual({ part, as }));
});
