import { describe, expect, it } from 'vitest';
import { activePhrases, passivePhrases, plainForm } from './verb-phrases.ts';

const NONE = { attempted: false, intended: false, expected: false };
const hired = { finite: 'hired', infinitive: 'to have hired' };

describe('the plain form of a predicate', () => {
  it.each([
    ['hired', 'to have hired', 'hire'],
    ['carried out', 'to have carried out', 'carry out'],
    ['took part in', 'to have taken part in', 'take part in'],
    ['was at', 'to have been at', 'be at'],
    ['had', 'to have had', 'have'],
    ['arrested or detained', 'to have arrested or detained', 'arrest or detain'],
    ['commuted or set aside the sentence of', 'to have commuted or set aside the sentence of', 'commute or set aside the sentence of'],
    ['is a member of', 'to be a member of', 'be a member of'],
    ['leads', 'to lead', 'lead'],
    ['has no established link to', 'to have no established link to', 'have no established link to'],
  ])('of “%s” is there for flags', (finite, infinitive, plain) => {
    expect(plainForm({ finite, infinitive })).toBe(plain);
  });
});

describe('the active forms', () => {
  it('are the forms themselves without flags', () => {
    expect(activePhrases(hired, NONE, false)).toEqual({
      finite: 'hired',
      infinitive: 'to have hired',
      gerund: 'having hired',
    });
  });
  it.each([
    [{ attempted: true }, 'attempted to hire', 'to have attempted to hire', 'having attempted to hire'],
    [{ intended: true }, 'intended to hire', 'to have intended to hire', 'having intended to hire'],
    [{ expected: true }, 'is expected to hire', 'to be expected to hire', 'being expected to hire'],
    [{ attempted: true, expected: true }, 'is expected to attempt to hire', 'to be expected to attempt to hire', 'being expected to attempt to hire'],
    [{ intended: true, expected: true }, 'is expected to intend to hire', 'to be expected to intend to hire', 'being expected to intend to hire'],
  ])('nest the flags %j', (flags, finite, infinitive, gerund) => {
    expect(activePhrases(hired, { ...NONE, ...flags }, false)).toEqual({
      finite,
      infinitive,
      gerund,
    });
  });
  it.each([
    ['is a member of', 'to be a member of', 'are members of', 'being a member of'],
    ['is a party to', 'to be a party to', 'are parties to', 'being a party to'],
    ['is part of', 'to be part of', 'are part of', 'being part of'],
    ['was at', 'to have been at', 'were at', 'having been at'],
    ['has no established link to', 'to have no established link to', 'have no established link to', 'having no established link to'],
    ['leads', 'to lead', 'lead', 'leading'],
    ['applies to', 'to apply to', 'apply to', 'applying to'],
    ['lives in', 'to live in', 'live in', 'living in'],
    ['hired', 'to have hired', 'hired', 'having hired'],
  ])('of “%s” agree with a plural, and have a gerund', (finite, infinitive, plural, gerund) => {
    expect(activePhrases({ finite, infinitive }, NONE, true)).toMatchObject({
      finite: plural,
      gerund,
    });
  });
});

describe('the passive forms', () => {
  it.each([
    ['was hired by', 'to have been hired by', 'having been hired by'],
    ['is led by', 'to be led by', 'being led by'],
    ['had their death called for by', 'to have had their death called for by', 'having had their death called for by'],
    ['has as a member', 'to have as a member', 'having as a member'],
  ])('of “%s” turn', (passive, infinitive, gerund) => {
    expect(passivePhrases(passive, false)).toEqual({ finite: passive, infinitive, gerund });
  });
  it('are undefined where a form has no auxiliary', () => {
    expect(passivePhrases('resulted from', false)).toBeUndefined();
  });
});
