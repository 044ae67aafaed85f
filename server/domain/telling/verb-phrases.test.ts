import { describe, expect, it } from 'vitest';
import { activePhrases, passivePhrases, plainForm } from './verb-phrases.ts';

const NONE = { attempted: false, intended: false, expected: false };
const hired = { finite: 'hired', infinitive: 'to have hired', base: 'hire' };

describe('the plain form of a predicate', () => {
  it('is the one its vocabulary gives', () => {
    expect(plainForm(hired)).toBe('hire');
  });
  it.each([
    ['to be a member of', 'be a member of'],
    ['to lead', 'lead'],
    ['to have hired', 'have hired'],
  ])('is “%s” without “to” where it gives none', (infinitive, plain) => {
    expect(plainForm({ infinitive })).toBe(plain);
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
      ...('expected' in flags ? { foretold: infinitive.replace('to be expected ', '') } : {}),
    });
  });
  it.each([
    [{ finite: 'is a party to', infinitive: 'to be a party to', plural: 'are parties to' }, 'are parties to', 'being a party to'],
    [{ finite: 'leads', infinitive: 'to lead', plural: 'lead' }, 'lead', 'leading'],
    [{ finite: 'applies to', infinitive: 'to apply to', plural: 'apply to' }, 'apply to', 'applying to'],
    [{ finite: 'is part of', infinitive: 'to be part of' }, 'are part of', 'being part of'],
    [{ finite: 'was at', infinitive: 'to have been at' }, 'were at', 'having been at'],
    [{ finite: 'has no established link to', infinitive: 'to have no established link to' }, 'have no established link to', 'having no established link to'],
    [{ finite: 'hired', infinitive: 'to have hired' }, 'hired', 'having hired'],
  ])('of %j agree with a plural, and have a gerund', (forms, finite, gerund) => {
    expect(activePhrases(forms, NONE, true)).toMatchObject({ finite, gerund });
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
