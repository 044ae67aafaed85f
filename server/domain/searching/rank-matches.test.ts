/** The best match comes first, and the answer says why it matched. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkProperty } from '../testing/check-property.ts';
import { rankMatches, type MatchCandidate } from './rank-matches.ts';

const person = (id: string, ...texts: string[]): MatchCandidate => ({
  id,
  names: texts.map((text, i) => ({ text, lang: 'en', kind: i === 0 ? 'primary' : 'alias' })),
  degree: 1,
});
const ranked = (q: string, ...people: MatchCandidate[]) => rankMatches(q, people).map((m) => `${m.id} ${m.why}`);

describe('rank-matches', () => {
  it('ranks the whole name above its beginning, its words and a misspelling', () => {
    const people = [
      person('misspelt', 'Rafad Amirov'),
      person('words', 'Colonel Amirov, Rafat'),
      person('begun', 'Rafat Amirov the elder'),
      person('whole', 'Rafat Amirov'),
    ];
    expect(ranked('rafat amirov', ...people)).toEqual(['whole exact', 'begun prefix', 'words words', 'misspelt fuzzy']);
  });
  it('names the alias that matched, not the primary name', () => {
    const [match] = rankMatches('farkhoddin', [person('a', 'Polad Omarov', 'Farkhoddin')]);
    expect(match?.name.text).toBe('Farkhoddin');
    expect(match?.name.kind).toBe('alias');
  });
  it('finds a name written in another script', () => {
    expect(ranked('Рафат Амиров', person('a', 'Rafat Amirov'))).toEqual(['a transliterated']);
    expect(ranked('Амиров', person('a', 'Rafat Amirov'))).toEqual(['a transliterated']);
    expect(ranked('رضا پهلوی', person('a', 'Reza Pahlavi'), person('b', 'Rosa Phillips'))).toEqual(['a transliterated']);
  });
  it('finds a name whose last word is not finished', () => {
    expect(ranked('masih alin', person('a', 'Masih Alinejad'))).toEqual(['a prefix']);
    expect(ranked('alin', person('a', 'Masih Alinejad'))).toEqual(['a words']);
  });
  const answers = (typed: string, ...held: string[]) =>
    rankMatches(
      typed,
      held.map((text) => person(text, text)),
    ).map(({ id }) => id);
  it('finds a name by two words of it in any order, whatever stands beside them', () => {
    const held = ['Quentin Zadrovo Baltasar', 'B. Quentin Zadrovo', 'Quentin Zadrovo B.', 'Baltasar Quentin Zadrovo'];
    for (const typed of ['Zadrovo Quentin', 'Zadrovo, Quentin', 'Quentin Zadrovo']) {
      for (const name of held) expect(answers(typed, 'Quentin Zadrova', name), `${typed}: ${name}`).toEqual([name, 'Quentin Zadrova']);
    }
    const word = fc.constantFrom(...'Quentin Zadrovo Baltasar Ludmila Ferhat Imogen Oyelaran Szabo Al Ali B. Ó de Nguyen'.split(' '));
    checkProperty(
      'words of a name find it in any order',
      fc.property(fc.uniqueArray(word, { minLength: 2, maxLength: 5 }), fc.infiniteStream(fc.nat()), fc.integer({ min: 1, max: 5 }), (words, order, count) => {
        const typed = words
          .map((text) => ({ text, at: order.next().value }))
          .sort((a, b) => a.at - b.at)
          .slice(0, count)
          .map(({ text }) => text);
        expect(answers(typed.join(' '), words.join(' '))).toHaveLength(1);
      }),
      { runs: 300 },
    );
  });
  it('puts names that have every word typed, titles and particles too, before those that lack one', () => {
    const johns = Array.from({ length: 36 }, (_, i) => `John Smith${'abcdefghijklmnopqrstuvwxyz'.slice(0, (i % 26) + 1)}`);
    expect(answers('St John', ...johns, 'Anne-Marie St. John', 'Saint Johnson')[0]).toBe('Anne-Marie St. John');
    const alis = Array.from({ length: 12 }, (_, i) => `Ali Kar${'imova'.slice(0, (i % 5) + 1)}`);
    expect(answers('Ali Sayyid', ...alis, 'Sayyid Ali')[0]).toBe('Sayyid Ali');
    expect(answers('van den Berg', 'Pieter Berg', 'Anna van den Berg')).toEqual(['Anna van den Berg', 'Pieter Berg']);
  });
  it('finds a name in other letters in any order of its words', () => {
    for (const typed of ['Павел Новак', 'Новак Павел', 'Новак']) expect(answers(typed, 'Pavel Nowak'), typed).toHaveLength(1);
    for (const typed of ['Marek Kowalski', 'Kowalski Marek', 'Kowalski', 'Marek']) expect(answers(typed, 'Марек Ковальский'), typed).toHaveLength(1);
    for (const typed of ['Рауф Мамедов', 'Мамедов Рауф']) expect(answers(typed, 'Rauf Mammadov', 'رئوف محمدوف'), typed).toHaveLength(2);
  });
  it('joins what one writes as two words and another as one', () => {
    for (const typed of ['Ali Nejad', 'Ali-Nejad', 'علی نژاد', 'علی‌نژاد', 'علینژاد'])
      expect(answers(typed, 'Alinejad', 'Ali Karimi'), typed).toEqual(['Alinejad']);
    expect(answers('Abd al-Rahman', 'Abdulrahman al-Mithali')).toHaveLength(1);
    expect(answers('Nasr Allah', 'Hassan Nasrallah Mithali')).toHaveLength(1);
    for (const typed of ['Hezb-ollah', 'Hizb Allah']) expect(answers(typed, 'Hezbollah'), typed).toHaveLength(1);
  });
  it('takes no notice of dots and apostrophes', () => {
    expect(answers('I.R.G.C.', 'IRGC')).toHaveLength(1);
    expect(answers('FBI', 'F.B.I. Springfield')).toHaveLength(1);
    for (const typed of ['D Arcy', 'D’Arcy', 'Darcy']) expect(answers(typed, 'O\'Neill "The Fox" D’Arcy'), typed).toHaveLength(1);
  });
  it('matches digits only with digits', () => {
    expect(answers('Unit 400', 'Unit 840', 'Police, not named', 'Unit 400')).toEqual(['Unit 400']);
    expect(answers('First Directorate', 'Second Directorate')).toEqual([]);
    expect(answers('unit400', 'Unit 840', 'Unit 400', 'unit840')).toEqual(['Unit 400']);
    expect(answers('Unit 840', 'unit400', 'unit840', 'UNIT-840')).toHaveLength(2);
    expect(answers('ag3nt7x', 'ag4nt7x', 'ag3nt7y')).toEqual(['ag3nt7y']);
    for (const [typed, held] of ['MI 5=MI5', 'MI5=MI 5', 'mi5=MI5 Directorate', 'g 8=G8', 'G8=G 8', '9 mm=9mm', '1st Unit=First Unit'].map((pair) =>
      pair.split('='),
    ))
      expect(answers(typed!, held!, 'MI 6'), typed).toEqual([held]);
    expect(answers('user19', 'user1987', 'user2019')).toEqual(['user1987']);
  });
  it('tells short words apart by how they begin', () => {
    expect(answers('Unit', 'NOT NAMED', 'Police, not named', 'Unit 3')).toEqual(['Unit 3']);
    expect(answers('NOT', 'Unit', 'Units of the North')).toEqual([]);
  });
  it('finds signs, emoji and a part of a name written without spaces', () => {
    expect(answers('🦊', '🦊', '§§§')).toEqual(['🦊']);
    expect(answers('§§§', '🦊', '§§§')).toEqual(['§§§']);
    expect(answers('+++', '+++', 'C++ Gang')).toContain('+++');
    expect(answers('安全局', '东海市样本安全局第一侦查处', '东海市')).toEqual(['东海市样本安全局第一侦查处']);
  });
  it('puts the name that is written so before one with a sign beside it', () => {
    expect(answers('X', '@x', 'X')).toEqual(['X', '@x']);
    expect(answers('@x', 'X', '@x')).toEqual(['@x', 'X']);
    expect(answers('C', 'C++', 'C')).toEqual(['C', 'C++']);
  });
  it('puts names whose vowels may be left out so before others of the same consonants', () => {
    const top = (typed: string, ...held: string[]) => answers(typed, ...held).slice(0, Math.ceil(held.length / 2));
    expect(top('محمد', 'Mahmoud', 'Mahmood', 'محمود', 'Mohammad', 'Mohammed', 'Muhammad').sort()).toEqual(['Mohammad', 'Mohammed', 'Muhammad']);
    expect(top('محمد کریمی', 'Mahmoud Karimi', 'Mohammad Karimi')).toEqual(['Mohammad Karimi']);
    expect(top('محمود', 'محمد', 'Mahmoud')).toEqual(['Mahmoud']);
    expect(top('Mahmoud', 'محمد', 'محمود')).toEqual(['محمود']);
    expect(top('حسن', 'Hossein', 'Hassan')).toEqual(['Hassan']);
    expect(top('حسین', 'Hassan', 'Hossein')).toEqual(['Hossein']);
    expect(top('کریم', 'Ikram', 'Karim')).toEqual(['Karim']);
    for (const [typed, held] of [
      ['رویا', 'Roya'],
      ['نوروز', 'Nowruz'],
      ['فریدون', 'Fereydoun'],
      ['یوسف', 'Youssef'],
      ['سعید', 'Saeed'],
      ['محمد', 'Mahmoud'],
    ])
      expect(answers(typed!, held!), typed).toEqual([held]);
  });
  it('takes no short word for one misspelt in other letters', () => {
    expect(answers('Эмин Гулиев', 'Emil Guliyev', 'Emin Guliyev')).toEqual(['Emin Guliyev']);
    expect(answers('Emin Guliyev', 'Emil Guliyev')).toHaveLength(1);
  });
  it('tells long words across scripts apart by whether they begin with a vowel', () => {
    expect(answers('رضا احمدی', 'Reza Hamidi', 'Reza Ahmadi')).toEqual(['Reza Ahmadi']);
    expect(answers('استیون', 'Steven')).toHaveLength(1);
  });
  it('wants short words too', () => {
    expect(answers('محمد عطا', 'Mohamed Atta', 'Mohamed Yusuf', 'Muhammad Toto')).toEqual(['Mohamed Atta']);
    expect(answers('Maxim Ivanov', 'Максим Иванов', 'Maxime H…')).toEqual(['Максим Иванов']);
  });
  it('finds a name of which more was typed than it holds', () => {
    expect(answers('Ivan Sergeyevich Orlov', 'Ivan Orlov', 'Ivan Petrov')).toEqual(['Ivan Orlov']);
    expect(answers('Colonel Rauf Teymur oğlu Babayev', 'Rauf Babayev')).toHaveLength(1);
  });
  it('does not call a Latin spelling another script', () => {
    expect(ranked('menace', person('a', 'Monace'))).toEqual(['a fuzzy']);
    expect(ranked('Kasim', person('a', 'Qasem'), person('b', 'قاسم'))).toEqual(['b transliterated', 'a fuzzy']);
  });
  it('takes no letters typed at random for a spelling, though their consonants would do', () => {
    expect(ranked('zzzzqqq', person('a', 'Ski mask'))).toEqual([]);
    expect(ranked('zzzzqqqi', person('a', 'Ski mask'))).toEqual([]);
    expect(ranked('kasim', person('a', 'Qasem'))).toEqual(['a fuzzy']);
  });
  it('counts a word that is typed again once', () => {
    const johns = ['John Johnson', 'John Smith', 'John', 'Joan Smith'];
    expect(answers('John '.repeat(40), ...johns).sort()).toEqual(answers('John', ...johns).sort());
    expect(answers('John '.repeat(40), ...johns)[0]).toBe('John');
    expect(answers('John John', 'Johnson Smith', 'John Smith')[0]).toBe('John Smith');
    expect(answers('John Smith John Smith', 'John Johnson', 'John Smith')[0]).toBe('John Smith');
    expect(answers('Sirhan Sirhan', 'Sirhan', 'Sirhan Sirhan', 'Sirhan Bishara')[0]).toBe('Sirhan Sirhan');
    for (const typed of ['Lan Lan Wang', 'Wang Lan Lan']) expect(answers(typed, 'Lanlan Wang'), typed).toHaveLength(1);
    expect(answers('J. J. Mithali', 'JJ Mithali')).toHaveLength(1);
  });
  it('takes no letters beyond those of a word for one that is begun by an initial', () => {
    expect(answers('a'.repeat(200), 'A', 'Al A', 'The A', 'Aa')).toEqual([]);
    expect(answers('Anna Mithali', 'A. Mithali')).toHaveLength(1);
  });
  it('finds by a text that was cut within a word only names that begin with all of it', () => {
    const long = ['a'.repeat(400), 'a'.repeat(250), `${'a'.repeat(300)}b`];
    const people = long.map((text) => person(text, text));
    expect(rankMatches('a'.repeat(200), people, { whole: 'A'.repeat(300) }).map(({ id }) => id.length)).toEqual([301, 400]);
  });
  it('finds a flag that is written with tags by the flag, beside letters too, and nothing by tags alone', () => {
    const [scotland, england] = ['gbsct', 'gbeng'].map(
      (region) => `🏴${String.fromCodePoint(...[...region].map((letter) => 0xe0000 + letter.charCodeAt(0)), 0xe007f)}`,
    );
    const held = [`${scotland} Boys`, `${england} Boys`, scotland!, '🏴', 'Scotland', '❤️'];
    expect(answers(scotland!, ...held)).toEqual([scotland, `${scotland} Boys`]);
    expect(answers('🏴', ...held)).toEqual(['🏴']);
    expect(answers('❤', ...held)).toEqual(['❤️']);
    for (const typed of ['\u{E0067}', '\u{E0067}\u{E007F}', '\u200D', '\uFE0F']) expect(answers(typed, ...held), JSON.stringify(typed)).toEqual([]);
  });
  it('finds names of India by what is not written in them', () => {
    for (const [held, ...typed] of [
      ['राजेश कुमार', 'Rajesh Kumar', 'Kumar Rajesh', 'Rajesh'],
      ['सुनील गुप्ता', 'Sunil Gupta', 'Suneel Gupta'],
      ['प्रिया सिंह', 'Priya Singh'],
      ['अरविंद चौहान', 'Arvind Chauhan', 'Arvind Chouhan'],
      ['मनमोहन मिश्रा', 'Manmohan Mishra'],
      ['लक्ष्मी', 'Lakshmi', 'Laxmi'],
      ['मोहम्मद रहमान', 'Mohammad Rahman', 'Muhammed Rehman'],
      ['ज़ाकिर', 'Zakir'],
      ['রবীন্দ্রনাথ ঠাকুর', 'Rabindranath Thakur', 'Rabindranath Tagore Thakur'],
      ['ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ', 'Gurpreet Singh'],
      ['கனிமொழி செல்வன்', 'Kanimozhi Selvan'],
      ['రాజు', 'Raju'],
    ])
      for (const one of typed) expect(answers(one, held!, 'Pieter Berg', 'विमल बोस'), `${one} ${held}`).toEqual([held]);
    expect(answers('राजेश', 'राजश', 'राजेश')[0]).toBe('राजेश');
  });
  it('finds Greek names as passports write them and as they are spoken', () => {
    for (const [held, ...typed] of [
      ['Γιώργος Παπαδόπουλος', 'Yorgos Papadopulos', 'Giorgos Papadopoulos', 'Yiorgos Papadopoulos', 'Papadopoulos'],
      ['Γιάννης', 'Yannis', 'Giannis'],
      ['Ευάγγελος Αγγελόπουλος', 'Evangelos Angelopoulos'],
      ['Μπάμπης', 'Babis', 'Bampis'],
      ['Ντίνος', 'Dinos', 'Ntinos'],
      ['Σταύρος', 'Stavros'],
      ['Χρήστος', 'Christos'],
    ])
      for (const one of typed) expect(answers(one, held!, 'Mithalos'), `${one} ${held}`).toEqual([held]);
  });
  it('takes x for ks only where both are written together', () => {
    const held = ['قاسم', 'حسن', 'حسین', 'کسنیا', 'Ксения', 'Ksenia', 'Hassan', 'Hussein'];
    expect(answers('Xenia', ...held).sort()).toEqual(['Ksenia', 'Ксения', 'کسنیا'].sort());
    expect(answers('ماکسیم', 'Maxim', 'Максим', 'Maksim')).toHaveLength(3);
    expect(answers('Xəlil', 'خلیل', 'Khalil')).toHaveLength(2);
  });
  it('gives exact names only, where asked to', () => {
    expect(rankMatches('amirov', [person('a', 'Rafat Amirov')], { exact: true })).toEqual([]);
  });
  it('answers an empty search with all, the best connected first', () => {
    expect(ranked(' ', { ...person('a', 'A'), degree: 1 }, { ...person('b', 'B'), degree: 9 })).toEqual(['b any', 'a any']);
  });
});
