/** Finds predicates for a verb as one writes it: by their forms, by everyday words for the same, and by their definitions. */
import type { PredicateForms } from '../model/records.ts';
import { foldName } from './fold-name.ts';

/** What is needed of a predicate to find it. */
export interface FoundPredicate {
  id: string;
  forms: Partial<PredicateForms>;
  definition?: string;
}

/**
 * Everyday words that say what a predicate says, by the id of that predicate. They are searched by, never shown: which predicate fits is for whoever reads its
 * definition to say. A predicate of another vocabulary that has one of the words in its own forms is found by the others, too.
 */
export const EVERYDAY_WORDS: Readonly<Record<string, string>> = {
  hired: 'paid, contracted, employed a hitman, engaged, commissioned, put a bounty on',
  recruited: 'enlisted, signed up, groomed, won over, approached, used as an agent',
  tasked: 'assigned, instructed, entrusted, gave the job',
  ordered: 'commanded, told to kill, sanctioned the killing, gave the order',
  'gave-orders-to': 'instructed, commanded, handled, was the handler of',
  directed: 'masterminded, orchestrated, was behind, ran, controlled, oversaw, steered',
  'called-for-death-of': 'fatwa, urged to kill, incited the murder of, put a price on the head of',
  financed: 'funded, bankrolled, sponsored, paid for, gave money to, subsidised, supported financially',
  'communicated-with': 'contacted, phoned, called, texted, messaged, spoke to, met, wrote to, emailed, talked to',
  introduced: 'put in touch, connected, brokered, vouched for',
  'carried-out': 'committed, executed, perpetrated, did, staged, bombed',
  planned: 'plotted, conspired, prepared, schemed, hatched',
  'took-part-in': 'participated, was involved in, helped in, joined, was complicit in, aided',
  attacked: 'stabbed, shot, shot at, beat, assaulted, wounded, injured, hit, poisoned, kidnapped, abducted, bombed',
  killed: 'murdered, assassinated, shot dead, slain, executed, beheaded, strangled, gunned down',
  possessed: 'had, owned, carried, kept, was armed with, was found with, held',
  surveilled: 'spied on, watched, followed, tracked, tailed, monitored, photographed, stalked, filmed',
  'present-at': 'was at the scene, was seen at, was there',
  smuggled: 'trafficked, brought across the border, ran drugs',
  supplied: 'gave, delivered, provided, sent, sold, armed, handed over, shipped, transferred',
  'responsible-for': 'blamed for, is behind, accused of, claimed responsibility',
  'aimed-at': 'intended for, meant to kill, directed against',
  targeted: 'singled out, went after, hunted',
  threatened: 'intimidated, blackmailed, menaced, warned with death, harassed',
  countered: 'foiled, thwarted, disrupted, stopped, suppressed, cracked down on, prevented',
  'organ-of': 'is an arm of, belongs to the state',
  'part-of': 'belongs to, is a unit of, is a branch of, is a wing of',
  'member-of': 'belongs to, joined, sits in, serves in',
  'gang-member-of': 'belongs to the gang, runs with',
  leads: 'heads, commands, chairs, runs, is the boss of, is in charge of, directs',
  'gang-leader-of': 'is the boss of, heads the gang, runs the gang',
  'works-for': 'is employed by, serves, is an agent of, is an official of, works at, is a spokesman for, spies for',
  'held-post-in': 'was minister, served as, was ambassador, worked at, was an officer in',
  'founded-order-of': 'founded, established, set up',
  convened: 'organized, hosted, held a meeting, called a conference',
  'collaborated-with': 'cooperated with, worked with, teamed up with, conspired with, helped, allied with',
  'associated-with': 'is linked to, is connected to, has ties to, is close to, is a friend of, is married to, is related to, knows',
  attended: 'was at the rally, went to, visited, joined the meeting, participated in the event',
  'motivated-by': 'because of, in revenge for, in retaliation for',
  emboldened: 'encouraged, inspired',
  'resulted-in': 'led to, caused, ended in, triggered',
  preceded: 'came before, happened before',
  postponed: 'delayed, put off, cancelled',
  'no-established-link-to': 'has no link to, is not connected to, denied a link',
  charged: 'indicted, prosecuted, accused in court, brought charges against, put on trial, tried',
  convicted: 'found guilty, pleaded guilty',
  sentenced: 'jailed, imprisoned, condemned, gave years in prison, sent to prison',
  arrested: 'detained, captured, seized, caught, took into custody, picked up, apprehended',
  searched: 'raided, stormed the house',
  investigated: 'probed, looked into, inquired into, questioned, interrogated',
  designated: 'blacklisted, put on a list, proscribed, labelled a terrorist',
  sanctioned: 'imposed sanctions on, froze the assets of, banned',
  issued: 'published, decreed, put out, handed down',
  approved: 'ratified, signed, passed, authorised',
  'party-to': 'signed the treaty, is a signatory of, sued',
  'provides-for': 'allows, stipulates, lays down',
  'applies-to': 'covers, concerns, is used on',
  remitted: 'pardoned, commuted, set aside, reduced the sentence of',
  released: 'freed, let go, let out, swapped, bailed',
  expelled: 'deported, threw out, declared persona non grata, extradited',
  'located-in': 'is in, stands in, is based in, lies in',
  'took-place-in': 'happened in, occurred in',
  'resident-of': 'lives in, resides in, moved to, settled in, is exiled in',
  'citizen-of': 'is a national of, holds a passport of, has the nationality of',
  'born-in': 'was born in, comes from, is a native of',
  'travelled-to': 'flew to, went to, visited, fled to, arrived in, crossed into, drove to, stayed in',
  warned: 'alerted, cautioned, tipped off',
  praised: 'hailed, endorsed, celebrated, lauded, honoured',
  criticised: 'condemned in words, denounced, slammed, blasted, attacked in words',
  'campaigned-against': 'protested against, demonstrated against, lobbied against, opposed',
  'called-for': 'demanded, urged, requested, proposed, asked for',
  named: 'called, is known as, goes by the name',
  'described-as': 'called, portrayed as, is said to be',
  counted: 'numbered, estimated at, how many',
  'classed-as': 'labelled, categorised as, considered',
  'possibly-same-as': 'may be the same as, alias of, could be',
};

const wordsOf = (text: string): string[] =>
  text
    .split(',')
    .map((one) => foldName(one.trim()))
    .filter((one) => one !== '');
const EVERYDAY = new Map(Object.entries(EVERYDAY_WORDS).map(([id, text]) => [id, wordsOf(text)]));

/** How a typed text fits a phrase: 0 where it is that, 1 where the phrase begins with it or holds it from the beginning of a word on; undefined where it does not. */
function fit(sought: string, phrase: string): number | undefined {
  if (phrase === sought) return 0;
  return ` ${phrase}`.includes(` ${sought}`) ? 1 : undefined;
}
const best = (sought: string, phrases: readonly string[]): number | undefined =>
  phrases.reduce<number | undefined>((least, phrase) => {
    const one = fit(sought, phrase);
    return one === undefined || (least !== undefined && least <= one) ? least : one;
  }, undefined);

function everydayOf(id: string, forms: readonly string[]): readonly string[] {
  const own = EVERYDAY.get(id) ?? [];
  const [core] = [...EVERYDAY].filter(([of, said]) => of !== id && forms.some((form) => form === of || said.includes(form)));
  return core ? [...own, core[0], ...core[1]] : own;
}

/**
 * Those that a typed text finds, the fittest first: by a form of the verb, then by an everyday word for it, then by a word of the definition. All of them, in their
 * order, where nothing is typed.
 */
export function findPredicates<T extends FoundPredicate>(typed: string, predicates: readonly T[]): T[] {
  const sought = foldName(typed.trim());
  if (sought === '') return [...predicates];
  const ranked = predicates.flatMap((one, n) => {
    const forms = [
      one.forms.finite,
      one.forms.infinitive?.replace(/^to (?:have |be )?/, ''),
      one.forms.base,
      one.forms.noun,
      one.id.replace(/^.*:/, '').replaceAll('-', ' '),
    ].flatMap((form) => (form ? [foldName(form)] : []));
    const byForm = best(sought, forms);
    const byWord = best(sought, everydayOf(one.id, forms));
    const byDefinition = one.definition !== undefined && sought.length > 2 ? best(sought, [foldName(one.definition)]) : undefined;
    const rank = Math.min(byForm ?? 9, byWord === undefined ? 9 : byWord === 0 ? 0.5 : 2, byDefinition === undefined ? 9 : 4);
    return rank === 9 ? [] : [{ one, rank, n }];
  });
  return ranked.toSorted((a, b) => a.rank - b.rank || a.n - b.n).map(({ one }) => one);
}
