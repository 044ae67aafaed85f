/** Names match across accents, scripts and romanisations. */
import { describe, expect, it } from 'vitest';
import { foldName, latinName, searchForm, skeletons } from './search-normalise.ts';

describe('search-normalise', () => {
  it('folds accents, case and punctuation away', () => {
    expect(foldName('Məhdíyev  ÇAĞRI')).toBe('mehdiyev cagri');
    expect(foldName('Al-Ka‘bī (the “Dentist”)')).toBe('al kabi the dentist');
    expect(foldName('İSTANBUL')).toBe('istanbul');
  });
  it('treats Persian and Arabic yeh and kaf as the same letters', () => {
    expect(foldName('علي كريمي')).toBe(foldName('علی کریمی'));
  });
  it('writes Cyrillic and Persian in Latin letters', () => {
    expect(latinName('Рафат Амиров')).toBe('rafat amirov');
    expect(latinName('مسیح')).toBe('msyh');
  });
  it('gives a Persian name and its romanisation one skeleton', () => {
    expect(skeletons('رضا پهلوی')).toEqual(skeletons('Reza Pahlavi'));
    expect(skeletons('Хаменеи')).toEqual(skeletons('Khamenei'));
  });
  it('leaves words of fewer than two consonants out of the skeletons', () => {
    expect(skeletons('Ali')).toEqual([]);
  });
  it('stores a name in its own script, its Latin form and its skeletons', () => {
    expect(searchForm('رضا')).toBe('رضا rza _rz');
    expect(searchForm('Reza')).toBe('reza _rz');
  });
  it('can find a name that has no letter or digit', () => {
    expect(searchForm('!!!')).toBe('!!!');
  });
});
