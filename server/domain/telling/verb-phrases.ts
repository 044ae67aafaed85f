/** The forms of a predicate's verb that sentences need, combined with the flags of a claim. */
import { baseOfParticiple } from './base-verb.ts';
import type { Claim, PredicateForms } from '../model/records.ts';

export interface VerbPhrases {
  /** "hired", "attempted to hire", "is expected to hire"; singular or plural like the subject. */
  finite: string;
  /** "to have hired", "to have attempted to hire". */
  infinitive: string;
  /** "having hired", "having attempted to hire". */
  gerund: string;
}
export type Flags = Pick<Claim, 'attempted' | 'intended' | 'expected'>;

/** Active forms. Several flags are combined in the order attempted, intended, expected, from the inside out. */
export function activePhrases(forms: Pick<PredicateForms, 'finite' | 'infinitive'>, flags: Flags, plural: boolean): VerbPhrases {
  if (!flags.attempted && !flags.intended && !flags.expected) {
    const finite = plural ? pluralFinite(forms.finite) : forms.finite;
    return { finite, infinitive: forms.infinitive, gerund: gerundOf(forms.infinitive) };
  }
  let deed = plainForm(forms);
  if (flags.attempted && (flags.intended || flags.expected)) deed = `attempt to ${deed}`;
  if (flags.intended && flags.expected) deed = `intend to ${deed}`;
  if (flags.expected) {
    const expected = `expected to ${deed}`;
    return {
      finite: `${plural ? 'are' : 'is'} ${expected}`,
      infinitive: `to be ${expected}`,
      gerund: `being ${expected}`,
    };
  }
  const outer = `${flags.intended ? 'intended' : 'attempted'} to ${deed}`;
  return { finite: outer, infinitive: `to have ${outer}`, gerund: `having ${outer}` };
}

/** Passive forms, up to and including "by"; undefined where the predicate's form cannot be changed ("moved to act"). */
export function passivePhrases(passive: string, plural: boolean): VerbPhrases | undefined {
  const [, verb = '', rest = ''] = /^(was|were|is|are|had|has) (.+)$/.exec(passive) ?? [];
  if (verb === '') return undefined;
  const have = verb.startsWith('ha');
  const past = verb === 'was' || verb === 'were' || verb === 'had';
  const auxiliary = have ? (past ? 'have had' : 'have') : past ? 'have been' : 'be';
  const infinitive = `to ${auxiliary} ${rest}`;
  return {
    finite: plural ? pluralFinite(passive) : passive,
    infinitive,
    gerund: gerundOf(infinitive),
  };
}

/** "hire" from "to have hired", "be part of" from "to be part of". */
export function plainForm(forms: Pick<PredicateForms, 'finite' | 'infinitive'>): string {
  const plain = forms.infinitive.replace(/^to /, '');
  const perfect = /^have (.+)$/.exec(plain)?.[1];
  if (perfect === undefined || /^(has|have) /.test(forms.finite)) return plain;
  const words = perfect.split(' ');
  const [first = '', joiner, second = ''] = words;
  const rest = (from: number) =>
    words
      .slice(from)
      .map((word) => ` ${word}`)
      .join('');
  if (joiner === 'or' || joiner === 'and') {
    return `${baseOfParticiple(first)} ${joiner} ${baseOfParticiple(second)}${rest(3)}`;
  }
  return baseOfParticiple(first) + rest(1);
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

/** "is a member of" → "are members of", "leads" → "lead"; past forms are the same in the plural. */
function pluralFinite(finite: string): string {
  const [, noun, tail = ''] = /^is an? ([a-z-]+)( .*|)$/.exec(finite) ?? [];
  if (noun !== undefined) return `are ${noun.replace(/y$/, 'ie')}s${tail}`;
  const [first = '', ...rest] = finite.split(' ');
  const plural = PLURAL_OF[first] ?? (first.endsWith('ies') ? `${first.slice(0, -3)}y` : first.replace(/([^s])s$/, '$1'));
  return [plural, ...rest].join(' ');
}
