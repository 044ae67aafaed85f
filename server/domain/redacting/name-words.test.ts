/** A person is named by whole names, by words that nobody else bears, and by ids that tell one of them. */
import { describe, expect, it } from 'vitest';
import { idTellsName, nameWords, wordRemover, type OthersBear, type WordChoice } from './name-words.ts';

const others = (words: string[] = [], parts: string[] = [], names: string[] = []): OthersBear => ({
  names: new Set(names),
  words: new Set(words),
  parts: new Set(parts),
});
const remover = (names: string[], bear = others(), choice: WordChoice = {}) => wordRemover(nameWords(names, 'p', bear, choice));

describe('a text loses', () => {
  it('a whole name, whatever its case, dash, apostrophe or space', () => {
    const remove = remover(["Anne-Marie O'Neil"]);
    expect(remove("ANNE-MARIE O’NEIL, anne‑marie o`neil and Anne–Marie\n O'Neil")).toBe('[redacted], [redacted] and [redacted]');
  });
  it('a word that only this person bears, also with an ending of English, and in capitals', () => {
    expect(remover(['Khalid Mehdiyev'])('MEHDIYEV denies it; Mehdiyev’s rifle')).toBe('[redacted] denies it; [redacted]’s rifle');
  });
  it('a name in a script whose words lean on each other, wherever it stands', () => {
    const remove = remover(['ناجی زیندشتی', '王小明']);
    expect(remove('وناجی زیندشتی گفت')).toBe('و[redacted] گفت');
    expect(remove('警方说王小明被捕')).toBe('警方说[redacted]被捕');
  });
  it('a name that is written in another composition of its letters', () => {
    expect(remover(['Zoë Müller'])('Zoe\u0308 Mu\u0308ller came')).toBe('[redacted] came');
  });
});

describe('a text keeps', () => {
  it('a word that another person bears, until it is asked for', () => {
    const bear = others(['khalid']);
    expect(remover(['Khalid Mehdiyev'], bear)('Khalid went')).toBe('Khalid went');
    expect(remover(['Khalid Mehdiyev'], bear, { also: ['Khalid'] })('Khalid went')).toBe('[redacted] went');
    expect(nameWords(['Khalid Mehdiyev'], 'p', bear).shared).toEqual(['Khalid']);
  });
  it('a whole name that a namesake bears', () => {
    const bear = others(['anton', 'grell'], [], ['anton grell']);
    expect(remover(['Anton Grell', 'Toni Grell'], bear)('Anton Grell, not Toni Grell')).toBe('Anton Grell, not [redacted]');
    expect(nameWords(['Anton Grell'], 'p', bear).shared).toEqual(['Anton Grell', 'Anton', 'Grell']);
  });
  it('a rank that is to stay', () => {
    expect(remover(['General Roth'], others(), { leave: ['General'] })('the General Staff and Roth')).toBe('the General Staff and [redacted]');
  });
  it('a word of the language that is part of a longer one, or of a nickname', () => {
    expect(remover(['Rot', 'the man with the scar'])('Rote Fabrik, a man, the scar')).toBe('Rote Fabrik, a man, the scar');
  });
  it('signs of patterns in a name as they are', () => {
    expect(remover(['A.B (the [x]*)'])('AxB (the [x]*), A.B (the [x]*)')).toBe('AxB (the [x]*), [redacted]');
  });
});

describe('an id tells the name', () => {
  const tells = (names: string[], id: string, bear = others()) => idTellsName(nameWords(names, id, bear));
  it('by a word of it, folded to the letters of ids, also in another script', () => {
    expect(['mehdiyev-met-omarov', 'rifle-mehdiyev', 'iran'].map(tells(['Khalid Mehdiyev'], 'khalid-mehdiyev'))).toEqual([true, true, false]);
    expect(tells(['Çelik Yıldız'], 'p1')('source:yildiz-trial')).toBe(true);
  });
  it('by a whole name whose words others bear, and not by one of these', () => {
    const of = tells(['Ali Khan'], 'ali-khan', others(['ali', 'khan'], ['ali', 'khan']));
    expect(['ali-khan-charged', 'ali-reza', 'khan-family'].map(of)).toEqual([true, false, false]);
  });
});
