import { describe, expect, it } from 'vitest';
import { nameInProse, voiceInProse } from './in-prose.ts';
import type { EntityType, NameKind } from '../model/lists.ts';
import { contextOf } from '../testing/narration-context.ts';

function inProse(type: EntityType, text: string, kind: NameKind = 'label') {
  const named = [
    { text: 'Alinejad', lang: 'en', kind: 'primary' as const },
    { text: 'Hells Angels', lang: 'en', kind: 'alias' as const },
  ];
  const ctx = contextOf({
    entities: [
      { id: 'x', type, names: [{ text, lang: 'en', kind }] },
      { id: 'other', names: named },
    ],
  });
  return nameInProse('x', ctx);
}

describe('a curator’s label inside a sentence', () => {
  it.each<[EntityType, string, string]>([
    ['Person', 'Associate in the Czech Republic', 'the associate in the Czech Republic'],
    ['Plot', 'Plot to kill Alinejad', 'the plot to kill Alinejad'],
    ['Case', 'American case over the plot', 'the American case over the plot'],
    ['Place', "Alinejad's home", "Alinejad's home"],
    ['Person', 'Hells Angels gang leader in Germany', 'the Hells Angels gang leader in Germany'],
    ['Agency', 'The police who stopped him', 'the police who stopped him'],
    ['Place', 'A place just outside Paris', 'a place just outside Paris'],
    ['Group', 'Iranian spies', 'Iranian spies'],
    ['Person', '15-year-old boy', 'the 15-year-old boy'],
    ['Person', '9/11 survivor', 'the 9/11 survivor'],
    ['Agency', '3rd brigade of the corps', 'the 3rd brigade of the corps'],
    ['Group', '80 prisoners', '80 prisoners'],
    ['Group', '1,200 prisoners', '1,200 prisoners'],
    ['Group', '15-year-olds in Sel', '15-year-olds in Sel'],
    ['Group', 'Pair held in Sel', 'the pair held in Sel'],
    ['Group', 'Ring of smugglers', 'the ring of smugglers'],
    ['Person', "Suspect's wife", "the suspect's wife"],
    ['Person', "Alinejad's friend", "Alinejad's friend"],
    ['Person', "His wife's brother", "his wife's brother"],
    ['Group', 'Two gunmen, not named', 'two gunmen'],
    ['Gang', 'Criminal gangs, none named', 'criminal gangs'],
    ['Group', 'Iranians let go in Europe, called terrorists by the author', 'Iranians let go in Europe (called terrorists by the author)'],
    ['Group', 'Civilians in the square', 'civilians in the square'],
    ['Measure', 'MI5 notice', 'the MI5 notice'],
    ['Group', 'Couple held in Paris', 'the couple held in Paris'],
    ['Country', 'Saudi Arabia', 'Saudi Arabia'],
    ['Country', 'Community of states', 'the community of states'],
  ])('%s “%s” is “%s”', (type, label, text) => {
    expect(inProse(type, label).text).toBe(text);
  });
  it.each<[EntityType, string, boolean]>([
    ['Group', 'Political supporters of the movement', true],
    ['Group', "The movement's leadership in exile", false],
    ['Agency', 'Security services of Western states', true],
    ['Agency', 'Ministry of works and services', false],
    ['Plot', 'Attacks on two synagogues', true],
    ['Event', 'Talks with the state', true],
    ['Plot', 'Attempt to bomb the gathering', false],
    ['Plot', 'Acts and threats the author lays to the state', true],
    ['Place', 'Properties searched in the country', true],
    ['Person', 'Boss of the brothers', false],
    ['Agency', 'Prosecution in the case, body not named', false],
    ['Gang', 'A gang of thieves', false],
    ['Group', 'Those who blocked the house', true],
    ['Group', 'Couple held in Paris', false],
    ['Country', 'Some E.U. states', true],
  ])('%s “%s” is plural: %s', (type, label, plural) => {
    expect(inProse(type, label).plural).toBe(plural);
  });
});

describe('a proper name in a sentence', () => {
  it.each<[EntityType, string, string]>([
    ['Agency', 'US Department of Justice', 'the US Department of Justice'],
    ['Agency', 'Islamic Revolutionary Guard Corps', 'the Islamic Revolutionary Guard Corps'],
    ['Agency', 'Scotland Yard', 'Scotland Yard'],
    ['Agency', 'MI5', 'MI5'],
    ['Agency', 'FBI', 'the FBI'],
    ['Country', 'United States', 'the United States'],
    ['Country', 'Czech Republic', 'the Czech Republic'],
    ['Country', 'Iran', 'Iran'],
    ['Person', 'Court Jester', 'Court Jester'],
    ['Organization', 'The Hague Group', 'The Hague Group'],
  ])('%s “%s” is “%s”, and singular', (type, name, text) => {
    expect(inProse(type, name, 'primary')).toEqual({ text, plural: false });
  });
  it('of counter-terrorism police takes a plural', () => {
    expect(inProse('Agency', 'counter-terrorism police', 'alias').plural).toBe(true);
  });
});

describe('a voice inside a sentence', () => {
  it.each([
    ['US Department of Justice (prosecutors, court papers)', 'the US Department of Justice'],
    ['The Sunday Times', 'The Sunday Times'],
    ['Unnamed author in a review', 'an unnamed author in a review'],
    ['Page carrying article 4, publisher not named', 'an unsigned page'],
    ['Washington Post', 'the Washington Post'],
    ['Police in Germany', 'police in Germany'],
    ['MI5', 'MI5'],
  ])('“%s” is “%s”', (name, text) => {
    expect(voiceInProse({ name }).text).toBe(text);
  });
  it.each([
    ['The court in the case', 'the court in the case'],
    ['Police in Germany', 'police in Germany'],
    ['British investigators, body not named', 'British investigators'],
    ['Authorities of Sylvania', 'authorities of Sylvania'],
    ['MEK Iran (page of a movement)', 'MEK Iran'],
  ])('that speaks for a body, “%s”, is “%s”', (name, text) => {
    expect(voiceInProse({ name, entities: ['body'] }).text).toBe(text);
  });
  it('bears the name of its body as that body does', () => {
    const ctx = contextOf({ entities: [{ id: 'fbi', type: 'Agency', names: [{ text: 'FBI', lang: 'en', kind: 'primary' }] }] });
    expect(voiceInProse({ name: 'FBI', entities: ['fbi'] }, ctx).text).toBe('the FBI');
  });
  it('takes the article and number that the record gives it, against the guess', () => {
    expect(voiceInProse({ name: 'Evening Standard', article: 'the' }).text).toBe('the Evening Standard');
    expect(voiceInProse({ name: 'Harpers Post', article: 'none' }).text).toBe('Harpers Post');
    expect(voiceInProse({ name: 'Reuters', number: 'plural' }).plural).toBe(true);
  });
});

describe('the article and number of a name', () => {
  it('are those its record gives, against the guess', () => {
    const ctx = contextOf({
      entities: [
        { id: 'movement', type: 'Organization', names: [{ text: 'Iranian Resistance', lang: 'en', kind: 'primary', article: 'the', number: 'plural' }] },
        { id: 'talks', type: 'Event', names: [{ text: 'Second round', lang: 'en', kind: 'label', article: 'none' }] },
      ],
    });
    expect(nameInProse('movement', ctx)).toEqual({ text: 'the Iranian Resistance', plural: true });
    expect(nameInProse('talks', ctx).text).toBe('second round');
  });
});
