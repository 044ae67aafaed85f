/** Verbs that journalists write find a predicate that fits, first. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EVERYDAY_WORDS, findPredicates, type FoundPredicate } from './find-predicates.ts';

const core: FoundPredicate[] = JSON.parse(readFileSync(new URL('../../../fixtures/vocabulary/core.json', import.meta.url), 'utf8')).predicates;
/** What is written, and the predicates of which one fits. */
const VERBS: readonly [string, ...string[]][] = [
  ['hired', 'hired'],
  ['paid', 'hired', 'financed'],
  ['contracted', 'hired'],
  ['recruited', 'recruited'],
  ['enlisted', 'recruited'],
  ['groomed', 'recruited'],
  ['assigned', 'tasked'],
  ['ordered', 'ordered'],
  ['commanded', 'ordered', 'gave-orders-to', 'leads'],
  ['masterminded', 'directed'],
  ['orchestrated', 'directed'],
  ['funded', 'financed'],
  ['bankrolled', 'financed'],
  ['sponsored', 'financed'],
  ['contacted', 'communicated-with'],
  ['phoned', 'communicated-with'],
  ['spoke to', 'communicated-with'],
  ['met', 'communicated-with'],
  ['introduced', 'introduced'],
  ['committed', 'carried-out'],
  ['perpetrated', 'carried-out'],
  ['plotted', 'planned'],
  ['conspired', 'planned', 'collaborated-with'],
  ['participated', 'took-part-in', 'attended'],
  ['helped', 'collaborated-with', 'took-part-in'],
  ['stabbed', 'attacked'],
  ['shot', 'attacked', 'killed'],
  ['beat', 'attacked'],
  ['kidnapped', 'attacked'],
  ['poisoned', 'attacked'],
  ['assaulted', 'attacked'],
  ['killed', 'killed'],
  ['murdered', 'killed'],
  ['assassinated', 'killed'],
  ['gunned down', 'killed'],
  ['executed', 'killed', 'carried-out'],
  ['spied on', 'surveilled'],
  ['followed', 'surveilled'],
  ['tracked', 'surveilled'],
  ['photographed', 'surveilled'],
  ['stalked', 'surveilled'],
  ['trafficked', 'smuggled'],
  ['smuggled', 'smuggled'],
  ['delivered', 'supplied'],
  ['provided', 'supplied'],
  ['sold', 'supplied'],
  ['sent', 'supplied'],
  ['threatened', 'threatened'],
  ['blackmailed', 'threatened'],
  ['harassed', 'threatened'],
  ['foiled', 'countered'],
  ['thwarted', 'countered'],
  ['joined', 'member-of', 'took-part-in', 'attended'],
  ['heads', 'leads'],
  ['commands', 'leads'],
  ['is employed by', 'works-for'],
  ['cooperated with', 'collaborated-with'],
  ['is linked to', 'associated-with'],
  ['has ties to', 'associated-with'],
  ['is married to', 'associated-with'],
  ['led to', 'resulted-in'],
  ['caused', 'resulted-in'],
  ['indicted', 'charged'],
  ['prosecuted', 'charged'],
  ['found guilty', 'convicted'],
  ['jailed', 'sentenced'],
  ['imprisoned', 'sentenced'],
  ['detained', 'arrested'],
  ['captured', 'arrested'],
  ['raided', 'searched'],
  ['probed', 'investigated'],
  ['interrogated', 'investigated'],
  ['blacklisted', 'designated', 'sanctioned'],
  ['imposed sanctions on', 'sanctioned'],
  ['pardoned', 'remitted'],
  ['freed', 'released'],
  ['deported', 'expelled'],
  ['extradited', 'expelled'],
  ['lives in', 'resident-of'],
  ['flew to', 'travelled-to'],
  ['fled to', 'travelled-to'],
  ['visited', 'travelled-to', 'attended'],
  ['denounced', 'criticised'],
  ['hailed', 'praised'],
  ['protested against', 'campaigned-against'],
  ['demanded', 'called-for'],
  ['urged', 'called-for', 'called-for-death-of'],
  ['alerted', 'warned'],
];

describe(`${VERBS.length} common verbs`, () => {
  it('are enough', () => expect(VERBS.length).toBeGreaterThanOrEqual(60));
  it.each(VERBS)('%s', (verb, ...fitting) => {
    const found = findPredicates(verb, core).map(({ id }) => id);
    expect(fitting, `found ${found.slice(0, 4).join(', ')}`).toContain(found[0]);
  });
});
it('find a predicate of another vocabulary by the words of its own', () => {
  const own = [
    { id: 'case:murdered', forms: { finite: 'murdered', infinitive: 'to have murdered' }, definition: 'Killed with intent.' },
    { id: 'case:financed', forms: { finite: 'bankrolled' }, definition: 'Gave money.' },
    { id: 'case:other', forms: { finite: 'painted' }, definition: 'Made a picture.' },
  ];
  expect(findPredicates('killed', own)[0]?.id).toBe('case:murdered');
  expect(findPredicates('paid for', own)[0]?.id).toBe('case:financed');
  expect(findPredicates('picture', own).map(({ id }) => id)).toEqual(['case:other']);
  expect(findPredicates('', own)).toEqual(own);
  expect(findPredicates('zzz', own)).toEqual([]);
});
it('every word is for a predicate that is there, and every predicate has words', () => {
  expect(Object.keys(EVERYDAY_WORDS).sort()).toEqual(core.map(({ id }) => id).sort());
});
