/** A predicate of the imported dataset for a verb that no predicate of the core vocabulary says exactly. It accuses nobody, but for a short list of verbs that do. */
import type { CuratedPredicate } from '../../domain/importing/curated-file.ts';
import { ENTITY_TYPES, type End } from '../../domain/model/lists.ts';
import { slugOf } from './foreign-values.ts';

/** Words of STIX relationships, and like ones, that accuse one end. */
const ACCUSING: ReadonlyMap<string, End> = new Map([
  ['attributed to', 'object'],
  ['targets', 'subject'],
  ['uses', 'subject'],
  ['compromises', 'subject'],
  ['controls', 'subject'],
  ['exploits', 'subject'],
  ['delivers', 'subject'],
  ['exfiltrates to', 'subject'],
  ['impersonates', 'subject'],
]);
const PASSIVE = /^[a-z]+ed (?:to|by|from|with|at|in|on|as|for|of)\b/;
const BE = /^(?:is|was|are|were) /;

/**
 * @param words of one line, as the file has them, with hyphens for spaces or not
 * @param takes a text as object, rather than an entity
 */
export function madePredicate(dataset: string, words: string, takes?: 'text'): CuratedPredicate {
  const verb = words.replaceAll(/[-_\s]+/g, ' ').trim();
  const slug = verb
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  // Words that are told apart by letters that no id has are predicates of their own.
  const own = /[^\u0000-\u007F]/.test(verb) ? slugOf(verb.toLowerCase()) : slug === '' ? 'linked' : slug;
  if (takes === 'text') return textPredicate(`${dataset}:${own}~text`, verb);
  const accused = ACCUSING.get(verb.toLowerCase());
  return {
    id: `${dataset}:${own}`,
    forms: { ...formsOf(verb), passive: `is the other end of “${verb}” by`, noun: `“${verb}”` },
    inverse: `other end of ${verb}`,
    group: 'association',
    subject: [...ENTITY_TYPES],
    takes: [...ENTITY_TYPES],
    ...(accused === undefined ? {} : { accuses: [accused] }),
    definition: `What an imported file calls “${words}”; no predicate of the core vocabulary says exactly that.`,
    example: `The file links the two by “${words}”.`,
    misuse: 'For what was read in a source: choose a predicate that says it.',
  };
}

/** What a file says of an entity in words. */
function textPredicate(id: string, verb: string): CuratedPredicate {
  return {
    id,
    forms: { finite: `has “${verb}”`, infinitive: `to have “${verb}”`, passive: `is “${verb}” of`, noun: `“${verb}”` },
    inverse: `“${verb}” of`,
    group: 'identity',
    subject: [...ENTITY_TYPES],
    takes: ['text'],
    traversed: false,
    definition: `What an imported file says of an entity under “${verb}”, in its own words.`,
    example: `The file gives a text under “${verb}”.`,
    misuse: 'For a relation to another entity: choose a predicate that says it.',
  };
}

function formsOf(verb: string): { finite: string; infinitive: string } {
  if (BE.test(verb)) return { finite: verb, infinitive: `to be ${verb.replace(BE, '')}` };
  if (PASSIVE.test(verb)) return { finite: `is ${verb}`, infinitive: `to be ${verb}` };
  const [first = '', ...rest] = verb.split(' ');
  const others = rest.map((word) => ` ${word}`).join('');
  if (/^[a-z]+ed$/.test(first)) return { finite: verb, infinitive: `to have ${verb}` };
  if (/^[a-z]+[^s]s$/.test(first))
    return { finite: verb, infinitive: `to ${/(?:ss|sh|ch|x)es$/.test(first) ? first.slice(0, -2) : first.slice(0, -1)}${others}` };
  return { finite: `is linked as “${verb}” to`, infinitive: `to be linked as “${verb}” to` };
}
