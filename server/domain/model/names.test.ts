/** Which names may be shown at a date, and what is shown where none may be. */
import { describe, expect, it } from 'vitest';
import type { Name } from './records.ts';
import { displayName, visibleNames } from './names.ts';

const name = (text: string, kind: Name['kind'], sources?: string[]): Name => ({
  text,
  lang: 'en',
  kind,
  ...(sources ? { sources } : {}),
});
const nobody = () => false;

describe('the name shown', () => {
  it('is the primary one, else an alias, a former name, a nickname, a transliteration, a label', () => {
    const names = [
      name('L', 'label'),
      name('T', 'transliteration'),
      name('N', 'nickname'),
      name('F', 'former'),
      name('A', 'alias'),
      name('P', 'primary'),
      name('Q', 'primary'),
    ];
    const shown: string[] = [];
    while (names.length > 0) {
      const { text } = displayName({ type: 'Person', names });
      shown.push(text);
      names.splice(
        names.findIndex((candidate) => candidate.text === text),
        1,
      );
    }
    expect(shown).toEqual(['P', 'Q', 'A', 'F', 'N', 'T', 'L']);
  });
  it('is an alias that is printed where the primary one is not yet', () => {
    const names = [name('Real Name', 'primary', ['late']), name('The Diplomat', 'nickname', ['early'])];
    expect(displayName({ type: 'Person', names }, { sourceVisible: (id) => id === 'early' }).text).toBe('The Diplomat');
  });
});

describe('where no printed name is visible', () => {
  const names = [name('Real Name', 'primary', ['late', 'later']), name('Настоящее имя', 'transliteration')];
  it('a name that lists no sources stays, because it waits for none', () => {
    const mixed = [name('Known Name', 'primary'), name('Code Name', 'alias', ['late'])];
    expect(displayName({ type: 'Person', names: mixed }, { sourceVisible: nobody }).text).toBe('Known Name');
  });
  it('a transliteration is hidden too, and a label stays', () => {
    expect(visibleNames({ names }, { sourceVisible: nobody })).toEqual([]);
    expect(
      displayName({ type: 'Person', names: [...names, name('A man', 'label')] }, { sourceVisible: nobody, describedAs: [{ text: 'a diplomat', lang: 'en' }] })
        .text,
    ).toBe('A man');
  });
  it('a description is shown instead, else the type', () => {
    expect(displayName({ type: 'Person', names }, { sourceVisible: nobody, describedAs: [{ text: 'diplomat', lang: 'de' }] })).toEqual({
      text: 'diplomat',
      lang: 'de',
      kind: 'label',
    });
    expect(displayName({ type: 'Gang', names }, { sourceVisible: nobody }).text).toBe('Unnamed gang');
  });
  it('one of its sources is enough to show it, and its transliteration with it', () => {
    expect(visibleNames({ names }, { sourceVisible: (id) => id === 'later' })).toEqual(names);
  });
});

describe('a name that no source is said to print', () => {
  it('is shown at any date where the entity has no other', () => {
    expect(displayName({ type: 'Country', names: [name('Freedonia', 'primary')] }, { sourceVisible: nobody }).text).toBe('Freedonia');
    expect(visibleNames({ names: [name('Freedonia', 'primary', [])] }, { sourceVisible: nobody })).toHaveLength(1);
  });
});
