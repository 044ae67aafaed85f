/** The forms of a predicate's verb that sentences need, combined with the flags of a claim. */
import type { Claim, PredicateForms } from '../model/records.ts';

export interface VerbPhrases {
  /** "hired", "attempted to hire", "is expected to hire"; singular or plural like the subject. */
  finite: string;
  /** "to have hired", "to have attempted to hire". */
  infinitive: string;
  /** "having hired", "having attempted to hire". */
  gerund: string;
  /** "to hire" of what is expected, for "is expected, according to Ben, to hire"; absent: nothing of the kind. */
  foretold?: string;
}
export type Flags = Pick<Claim, 'attempted' | 'intended' | 'expected'>;
type ActiveForms = Pick<PredicateForms, 'finite' | 'infinitive' | 'base' | 'plural'>;

/**
 * Active forms. Several flags are combined in the order attempted, intended, expected, from the inside out.
 * @param acts whether the subject can intend something; sanctions cannot, they "were meant to"
 */
export function activePhrases(forms: ActiveForms, flags: Flags, plural: boolean, acts = true): VerbPhrases {
  if (!flags.attempted && !flags.intended && !flags.expected) {
    const finite = plural ? (forms.plural ?? pluralAuxiliary(forms.finite)) : forms.finite;
    return { finite, infinitive: forms.infinitive, gerund: gerundOf(forms.infinitive) };
  }
  let deed = plainForm(forms);
  if (flags.attempted && (flags.intended || flags.expected)) deed = `attempt to ${deed}`;
  if (flags.intended && flags.expected) deed = `${acts ? 'intend' : 'be meant'} to ${deed}`;
  if (flags.expected) {
    const expected = `expected to ${deed}`;
    return {
      finite: `${plural ? 'are' : 'is'} ${expected}`,
      infinitive: `to be ${expected}`,
      gerund: `being ${expected}`,
      foretold: `to ${deed}`,
    };
  }
  if (flags.intended && !acts)
    return { finite: `${plural ? 'were' : 'was'} meant to ${deed}`, infinitive: `to have been meant to ${deed}`, gerund: `having been meant to ${deed}` };
  const outer = `${flags.intended ? 'intended' : 'attempted'} to ${deed}`;
  return { finite: outer, infinitive: `to have ${outer}`, gerund: `having ${outer}` };
}

/** The forms where the object is several and no body: "is among", "to be among". */
export function formsOfSeveral({ ofSeveral, ...forms }: PredicateForms): PredicateForms {
  if (ofSeveral === undefined) return forms;
  return { ...forms, finite: `is ${ofSeveral}`, infinitive: `to be ${ofSeveral}`, base: `be ${ofSeveral}`, plural: `are ${ofSeveral}` };
}

/** Passive forms, up to and including "by"; undefined where the predicate's form cannot be changed ("moved to act"). */
export function passivePhrases(passive: string, plural: boolean): VerbPhrases | undefined {
  const [verb = '', ...words] = passive.split(' ');
  const auxiliary = INFINITIVE_OF[verb];
  if (auxiliary === undefined || words.length === 0) return undefined;
  const infinitive = `to ${auxiliary} ${words.join(' ')}`;
  return { finite: plural ? pluralAuxiliary(passive) : passive, infinitive, gerund: gerundOf(infinitive) };
}

/** "hire", "be part of". A predicate of perfect infinitive without a `base` gives "have hired": files of before have none, and a guess may be no English. */
export function plainForm({ base, infinitive }: Pick<PredicateForms, 'infinitive' | 'base'>): string {
  return base ?? infinitive.replace(/^to /, '');
}

function gerundOf(infinitive: string): string {
  const [verb = '', ...rest] = infinitive.replace(/^to /, '').split(' ');
  return [ingForm(verb), ...rest].join(' ');
}

function ingForm(verb: string): string {
  if (verb.endsWith('ie')) return `${verb.slice(0, -2)}ying`;
  if (/[^eoy]e$/.test(verb) && verb !== 'be') return `${verb.slice(0, -1)}ing`;
  return `${verb}ing`;
}

const PLURAL_OF: Readonly<Record<string, string>> = { is: 'are', was: 'were', has: 'have', does: 'do' };
const INFINITIVE_OF: Readonly<Record<string, string>> = {
  is: 'be',
  are: 'be',
  was: 'have been',
  were: 'have been',
  has: 'have',
  had: 'have had',
};

/** "was hired by" → "were hired by"; past forms are the same in the plural, and any other has its `plural`. */
function pluralAuxiliary(finite: string): string {
  const [first = '', ...rest] = finite.split(' ');
  return [PLURAL_OF[first] ?? first, ...rest].join(' ');
}
