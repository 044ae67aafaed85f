/** A proposition in the forms that a sentence may need: who is its grammatical subject, and the verb with all that follows it. */
import { accusedEnds } from '../figures/accused-ends.ts';
import { entityEnd } from '../model/claim-ends.ts';
import { withEndsSwapped } from '../model/end-order.ts';
import type { Figures } from '../model/figures.ts';
import { traitsOf } from '../model/lists.ts';
import type { Claim, Predicate, PredicateForms } from '../model/records.ts';
import { spelled } from './describe-values.ts';
import { nameInProse, type ProseName } from './in-prose.ts';
import type { NarrationContext } from './narration.ts';
import { circumstances, objectPhrase, places } from './proposition-parts.ts';
import { activePhrases, formsOfSeveral, passivePhrases, type VerbPhrases } from './verb-phrases.ts';

/** The parts of a sentence: its grammatical subject, and the rest in every form that a sentence may need. */
export interface Wording {
  subject: ProseName;
  /** The grammatical subject, where it is an entity the claim accuses. */
  accused?: string;
  /** Whether the claim accuses nobody but the grammatical subject. */
  alone: boolean;
  phrases: VerbPhrases;
  /** What follows "blamed for". */
  blamedFor: string;
}

/**
 * A symmetric claim with the end `from` as its subject, so that a path from Ben reads "Ben met with Ann" and needs no passive. A claim with an intention keeps
 * its subject.
 */
export function toldFrom(claim: Claim, { symmetric }: Predicate, from: string | undefined): Claim {
  if (!symmetric || claim.intended || claim.attempted || from === undefined || entityEnd(claim.object) !== from) return claim;
  return withEndsSwapped(claim);
}

export function wordingOf(claim: Claim, predicate: Predicate, figures: Figures, ctx: NarrationContext): Wording {
  const accused = accusedEnds(claim, predicate);
  const subjectId = entityEnd(claim.subject);
  const objectId = entityEnd(claim.object);
  const around = circumstances(claim, predicate, figures, ctx);
  const isAccused = (id: string | undefined, end: 'subject' | 'object') => id !== undefined && accused.some((one) => one.end === end);
  const hasFlags = claim.attempted || claim.intended || claim.expected;
  const asObject = subjectId === undefined || !isAccused(subjectId, 'subject');
  if (objectId !== undefined && !hasFlags && asObject && (subjectId === undefined || isAccused(objectId, 'object'))) {
    const subject = nameInProse(objectId, ctx);
    const passive = passivePhrases(predicate.forms.passive, subject.plural);
    const actor = subjectId === undefined ? 'an unknown party' : nameInProse(subjectId, ctx).text;
    if (passive) {
      // Who arrests or expels is seldom told: no party is made of it.
      const isActTold = subjectId === undefined && predicate.group === 'justice' && predicate.forms.passive.endsWith(' by');
      return {
        subject,
        accused: isAccused(objectId, 'object') ? objectId : undefined,
        alone: accused.length === 1,
        ...blamedAlike(isActTold ? withRest(passive, around, / by$/) : withRest(passive, ` ${actor}${around}`)),
      };
    }
  }
  const subject = subjectId === undefined ? { text: 'an unknown party', plural: false } : nameInProse(subjectId, ctx);
  const repeats = hasFlags || subjectId === undefined ? undefined : withoutRepeating(claim, predicate, figures, subject, ctx);
  if (repeats) return { subject, alone: accused.length === 1, ...blamedAlike(withRest(activePhrases(repeats, claim, subject.plural), around)) };
  const object = objectPhrase(claim, predicate, figures, ctx);
  // "Watched, in the United States, members of the group in Paris": at the end, the place would be read as part of the name.
  const inner = objectId !== undefined && / (in|at|near) /.test(object) && !/ (in|at|with|to|for|of)$/.test(predicate.forms.finite) ? places(claim, ctx) : [];
  const rest = inner.length === 0 ? ` ${object}${around}` : `, ${inner.join(' ')}, ${object}${circumstances(claim, predicate, figures, ctx, true)}`;
  const forms = isSeveral(claim, ctx) ? formsOfSeveral(predicate.forms) : predicate.forms;
  const told = blamedAlike(withRest(activePhrases(forms, claim, subject.plural, subjectId === undefined || isOf('acts', subjectId, ctx)), rest));
  const blamedFor = predicate.forms.blamedFor === 'object' && !hasFlags && inner.length === 0 ? rest.trimStart() : told.blamedFor;
  return { subject, accused: isAccused(subjectId, 'subject') ? subjectId : undefined, alone: accused.length === 1, ...told, blamedFor };
}

/** "A link between Ann and Iran" of a claim that says no link was found; undefined where its ends are not two parties. */
export function linkWording(claim: Claim, predicate: Predicate, figures: Figures, ctx: NarrationContext): Wording | undefined {
  const ends = [claim.subject, claim.object].map((end) => {
    const id = entityEnd(end);
    return id === undefined ? (end === 'unknown' ? 'an unknown party' : undefined) : nameInProse(id, ctx).text;
  });
  const [one, other] = ends;
  if (one === undefined || other === undefined) return undefined;
  const said = `and ${other}${circumstances(claim, predicate, figures, ctx)}`;
  return {
    subject: { text: `a link between ${one}`, plural: false },
    alone: false,
    ...blamedAlike({ finite: said, infinitive: said, gerund: said }),
  };
}

const blamedAlike = (phrases: VerbPhrases): Pick<Wording, 'phrases' | 'blamedFor'> => ({ phrases, blamedFor: phrases.gerund });

function isOf(trait: 'acts' | 'body', id: string, { records }: NarrationContext): boolean {
  const type = records.entities.get(id)?.type;
  return type !== undefined && traitsOf(type)[trait];
}

/** Whether the object is several of what the subject is: people among people, bodies among bodies. (A man is a member of the police, not among it.) */
function isSeveral({ subject, object }: Claim, ctx: NarrationContext): boolean {
  const [one, of] = [entityEnd(subject), entityEnd(object)];
  if (of === undefined || !nameInProse(of, ctx).plural) return false;
  return !isOf('body', of, ctx) || (one !== undefined && isOf('body', one, ctx));
}

function withRest({ finite, infinitive, gerund, foretold }: VerbPhrases, rest: string, without = /$^/): VerbPhrases {
  const told = (verb: string) => verb.replace(without, '') + rest;
  return { finite: told(finite), infinitive: told(infinitive), gerund: told(gerund), ...(foretold === undefined ? {} : { foretold: told(foretold) }) };
}

const SUCH = { finite: 'goes by that description', plural: 'go by that description', infinitive: 'to go by that description' };
const THAT_MANY = { finite: 'is given in that number', plural: 'are given in that number', infinitive: 'to be given in that number' };

/**
 * The verb without its object, where the name of the subject says it already, so that "two men are put at 2", "Selian nationals are nationals of Selia" and "the
 * court in Sel is located in Sel" are not told. By what the predicate takes, its group and its noun; of what accuses nobody alone.
 */
function withoutRepeating(
  claim: Claim,
  { takes, group, forms, accuses }: Predicate,
  { count }: Figures,
  subject: ProseName,
  ctx: NarrationContext,
): Pick<PredicateForms, 'finite' | 'infinitive' | 'plural'> | undefined {
  if (accuses.length > 0) return undefined;
  const words = wordsOf(subject.text);
  if (claim.object === 'value') {
    const [only, ...others] = count;
    if (!takes.includes('count') || !only || others.length > 0) return undefined;
    const { min, max, approx } = only.value;
    return min !== undefined && min === max && !approx && [spelled(min), String(min)].includes(words[0] ?? '') ? THAT_MANY : undefined;
  }
  const object = entityEnd(claim.object);
  if (object === undefined) return undefined;
  const named = wordsOf(ctx.nameOf(object));
  const isNamed = named.length > 0 && named.every((word) => words.includes(word));
  const there = (verb: string) => verb.replace(/ in$/, ' there');
  if (group === 'geography' && / in$/.test(forms.finite) && isPlaced(subject.text, ctx.nameOf(object)))
    return { finite: there(forms.finite), infinitive: there(forms.infinitive), ...(forms.plural === undefined ? {} : { plural: there(forms.plural) }) };
  const noun = / (\S+) of$/.exec((subject.plural ? forms.plural : undefined) ?? forms.finite)?.[1];
  const isOfName = isNamed || (named.length === 1 && words.some((word) => isDemonym(word, named[0] ?? '')));
  return noun !== undefined && words.includes(noun) && isOfName ? SUCH : undefined;
}

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}-]+/u)
    .filter((word) => word !== '' && word !== 'the');

/** "The court in Sel"; not "the house near Sel", nor "killings in Sel and Ost", where "there" would say another thing. */
function isPlaced(name: string, place: string): boolean {
  const [before = '', ...after] = name.split(` ${place}`);
  const [next = ''] = after;
  return after.length === 1 && /(^| )(in|of)( the)?$/.test(before) && (next === '' || /^[ ,)]/.test(next)) && !/^,? and /.test(next);
}

/** "iranian" of "iran", "selian" of "selia": the name of the country with an ending of few letters. */
function isDemonym(word: string, country: string): boolean {
  const stem = country.replace(/[aeiouy]$/, '');
  return stem.length > 2 && word.startsWith(stem) && word.length - stem.length <= 4;
}
