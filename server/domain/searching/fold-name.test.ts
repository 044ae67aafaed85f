/** Names match across accents, scripts and romanisations. */
import { describe, expect, it } from 'vitest';
import { consonantKeys } from './consonant-keys.ts';
import { foldName, latinName } from './fold-name.ts';

const shared = (a: string, b: string) => consonantKeys(foldName(a)).filter((key) => consonantKeys(foldName(b)).includes(key));

describe('fold-name', () => {
  it('folds accents, case and punctuation away', () => {
    expect(foldName('Məhdíyev  ÇAĞRI')).toBe('mehdiyev cagri');
    expect(foldName('Al-Ka‘bī (the “Dentist”)')).toBe('al kabi the dentist');
    expect(foldName('İSTANBUL')).toBe('istanbul');
  });
  it('treats Persian and Arabic yeh and kaf as the same letters', () => {
    expect(foldName('علي كريمي')).toBe(foldName('علی کریمی'));
  });
  it('writes an abbreviation with dots as one word', () => {
    expect(foldName('F.B.I. Springfield')).toBe('fbi springfield');
    expect(foldName('I.R.G.C')).toBe('irgc');
  });
  it('writes any script in Latin letters', () => {
    expect(latinName('Рафат Амиров')).toBe('rafat amirov');
    expect(latinName('مسیح')).toBe('msyh');
    expect(latinName('Ανδρέας')).toBe('andreas');
    expect(latinName('Γιώργος Παπαδόπουλος')).toBe('giorgos papadopoulos');
    expect(latinName('राजकुमार')).toBe('rajkumar');
    expect(latinName('王小明')).toBe('wangxiaoming');
  });
  it('speaks the a of the scripts of India where it is spoken', () => {
    for (const [word, latin] of Object.entries({
      कमल: 'kamal',
      अनिल: 'anil',
      जगदीश: 'jagdish',
      राम: 'ram',
      कृष्ण: 'krishna',
      चन्द्र: 'chandra',
      गुप्त: 'gupta',
      धर्म: 'dharma',
      आनंद: 'anand',
      अमृत: 'amrit',
      भट्ट: 'bhatt',
      चंपा: 'champa',
      सिद्धार्थ: 'siddharth',
      प्रिय: 'priya',
      विजय: 'vijay',
      सरस्वती: 'sarasvati',
      पार्वती: 'parvati',
      नरेन्द्र: 'narendra',
    }))
      expect(latinName(word), word).toBe(latin);
  });
  it('keeps the signs of vowels in them, and one sign for a nasal', () => {
    expect(foldName('राजेश')).not.toBe(foldName('रजश'));
    expect(foldName('चाँद')).toBe(foldName('चांद'));
  });
  it('leaves a name of signs as it is', () => {
    expect(foldName('§§§')).toBe('§§§');
  });
});

describe('consonant-keys', () => {
  it('are shared by a Persian or Arabic name and its romanisations', () => {
    for (const [a, b] of [
      ['پهلوی', 'Pahlavi'],
      ['قاسم', 'Kasim'],
      ['قاسم', 'Qasem'],
      ['صالح', 'Saleh'],
      ['فاطمه', 'Fatima'],
      ['داود', 'Daoud'],
      ['داود', 'Davud'],
      ['نصرالله', 'Nasrallah'],
      ['عطا', 'Atta'],
    ] as const)
      expect(shared(a, b), `${a} ${b}`).not.toEqual([]);
  });
  it('are shared by x and its two sounds', () => {
    expect(shared('Maxim', 'Максим')).not.toEqual([]);
    expect(shared('Xenia', 'Ксения')).not.toEqual([]);
    expect(shared('Xəlil', 'Khalil')).not.toEqual([]);
  });
  it('are never empty for a word of vowels', () => {
    expect(consonantKeys('aya')).toEqual(['a']);
  });
});
