/** Writes a claim as one hedged sentence: who is said to have done what, according to whom, and what contests it. */
import { accusedEnds } from '../figures/accused-ends.ts';
import { entityEnd } from '../model/claim-ends.ts';
import { withEndsSwapped } from '../model/end-order.ts';
import { narrateAgainst } from './narrate-against.ts';
import { nameInProse, type ProseName } from './in-prose.ts';
import { traitsOf } from '../model/lists.ts';
import type { Claim, Predicate } from '../model/records.ts';
import type { Figures } from '../model/figures.ts';
import { capitalised, type NarrationContext } from './narration.ts';
import { hedgeVerb, namesOfBy, originWords, otherVoices, ownVoices, plainHedgeVerb, withOrigins } from './origin-words.ts';
import { readWords, textsRead } from './read-words.ts';
import { asides, circumstances, objectPhrase, places } from './proposition-parts.ts';
import { activePhrases, formsOfSeveral, passivePhrases, type VerbPhrases } from './verb-phrases.ts';

/** The parts of a sentence: its grammatical subject, and the rest in every form that a sentence may need. */
interface Wording {
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
 * One sentence without its full stop. It is hedged by the standing and by the hedges of the passages, names the origin ("according to"), and contains dates,
 * `via`, flags, unknown ends and what contests the claim (model.md, "Trace"; interface.md, "Words"). It never says more than the shown level does.
 * @param from the end at which the sentence of a symmetric claim begins; absent: the end that gave its level, else its subject
 */
export function narrateClaim(kept: Claim, figures: Figures, ctx: NarrationContext, from?: string): string {
  const predicate = ctx.records.predicates.get(kept.predicate);
  if (!predicate) return capitalised(`${kept.subject} – ${kept.predicate}`);
  const claim = toldFrom(kept, predicate, from ?? (figures.by.length === 1 ? figures.by[0] : undefined));
  const wording = wordingOf(claim, predicate, figures, ctx);
  const isPlain = !figures.accusatory || claim.object === 'none' || predicate.group === 'identity';
  const main = isPlain ? plainSentence(figures, wording, ctx) : accusingSentence(figures, wording, ctx);
  const notes = [...ownWord(claim, figures, isPlain, ctx), ...asides(claim, figures, isPlain, activePhrases(predicate.forms, claim, false).finite, ctx)];
  const aside = notes.length > 0 ? ` (${notes.join('; ')})` : '';
  const against = narrateAgainst(claim, figures, ctx);
  return capitalised([main + aside, ...against].join('; '));
}

/**
 * A symmetric claim with the end `from` as its subject, so that a path from Ben reads "Ben met with Ann" and needs no passive. A claim with an intention keeps
 * its subject.
 */
function toldFrom(claim: Claim, { symmetric }: Predicate, from: string | undefined): Claim {
  if (!symmetric || claim.intended || claim.attempted || from === undefined || entityEnd(claim.object) !== from) return claim;
  return withEndsSwapped(claim);
}

function wordingOf(claim: Claim, predicate: Predicate, figures: Figures, ctx: NarrationContext): Wording {
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
  const object = objectPhrase(claim, predicate, figures, ctx);
  // "Watched, in the United States, members of the group in Paris": at the end, the place would be read as part of the name.
  const inner = objectId !== undefined && / (in|at|near) /.test(object) && !/ (in|at|with|to|for|of)$/.test(predicate.forms.finite) ? places(claim, ctx) : [];
  const rest = inner.length === 0 ? ` ${object}${around}` : `, ${inner.join(' ')}, ${object}${circumstances(claim, predicate, figures, ctx, true)}`;
  const forms = isSeveral(claim, ctx) ? formsOfSeveral(predicate.forms) : predicate.forms;
  const told = blamedAlike(withRest(activePhrases(forms, claim, subject.plural, subjectId === undefined || isOf('acts', subjectId, ctx)), rest));
  const blamedFor = predicate.forms.blamedFor === 'object' && !hasFlags && inner.length === 0 ? rest.trimStart() : told.blamedFor;
  return { subject, accused: isAccused(subjectId, 'subject') ? subjectId : undefined, alone: accused.length === 1, ...told, blamedFor };
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

function withRest({ finite, infinitive, gerund }: VerbPhrases, rest: string, without = /$^/): VerbPhrases {
  const told = (verb: string) => verb.replace(without, '') + rest;
  return { finite: told(finite), infinitive: told(infinitive), gerund: told(gerund) };
}

/** The sentence of a claim that accuses nobody: told outright, followed by its speaker and the text that was read. */
function plainSentence(figures: Figures, { subject, phrases }: Wording, ctx: NarrationContext): string {
  const told = `${subject.text} ${phrases.finite}`;
  const verb = plainHedgeVerb(figures);
  // "Classed as spies, as is suspected, as is suspected" would say it twice.
  const hedged = verb === undefined || phrases.finite.endsWith(`is ${verb}`) ? '' : `, as is ${verb}`;
  switch (figures.level) {
    case 'disputed-only':
      return `no source that still stands says that ${told}`;
    case 'unstated':
      return `${told}, according to a converted record that cites nothing`;
    case 'reported': {
      const by = passedOn(figures) ? '' : originWords(figures, ctx);
      if (by !== '') return `${told}${hedged}, ${by}${comma(readWords(figures, ctx, verb === 'reported' ? 'cited' : 'reported'))}`;
      const reported = `${verb === 'reported' ? '' : hedged}, as reported by`;
      if (figures.originVoices.length > 0) return `${told}${reported} ${textsRead(figures, ctx).text}`;
      return verb === 'reported' ? `${told}${unsourced(figures, ctx, ', as reported by')}` : `${told}${hedged}${unsourced(figures, ctx)}`;
    }
    case 'confirmed': {
      const read = readWords(figures, ctx);
      return read === '' ? told : `${told}, according to ${namesOfBy(figures, ctx)?.text ?? 'a body not named'}, ${read}`;
    }
    default: {
      const by = namesOfBy(figures, ctx);
      const others = otherVoices(figures, ctx);
      const word = verb !== undefined && by !== undefined && others === '' ? `${hedged} by ${by.text}` : `${hedged}${comma(withOrigins(figures, ctx))}`;
      return `${told}${word}${comma(readWords(figures, ctx, verb === 'reported' ? 'cited' : 'reported'))}`;
    }
  }
}

/** Whether each passage only passes on the word of a body that nothing shows to be its own (`Fell`): the texts read then stand for it, and not that body. */
function passedOn(figures: Figures): boolean {
  const counting = figures.history.filter(({ stance, counts, fell }) => stance === 'supports' && (counts || fell !== 'retracted'));
  return counting.length > 0 && counting.every(({ fell }) => fell === 'reported');
}

/** Whether all that still alleges it is a step of a case that ended in an acquittal or a withdrawal. */
function isOver(figures: Figures): boolean {
  const giving = figures.history.filter(({ stance, counts, level, fell }) => stance === 'supports' && (counts ? level : fell) === 'alleged');
  return giving.length > 0 && giving.every(({ fell }) => fell === 'alleged');
}

/** Verbs of saying that are followed by "of having done it". */
const OF_A_DEED: ReadonlySet<string> = new Set(['accused', 'suspected']);

const comma = (words: string): string => (words === '' ? '' : `, ${words}`);

/** ", according to The Daily, which names no source". */
function unsourced(figures: Figures, ctx: NarrationContext, word = ', according to'): string {
  const { aside: text, plural } = textsRead(figures, ctx);
  if (text === '') return ', by an account that gives no origin';
  return `${word} ${text}, which ${plural ? 'name' : 'names'} no source`;
}

/** A note that the body whose act it is states it itself, or that somebody else confirms it: only where its own word was read. */
function ownWord(claim: Claim, figures: Figures, isPlain: boolean, ctx: NarrationContext): string[] {
  const by = namesOfBy(figures, ctx);
  if (!isPlain || figures.level !== 'confirmed' || by === undefined || readWords(figures, ctx) !== '') return [];
  const own = figures.by.length === 1 && figures.by[0] === claim.subject;
  return [own ? `stated by ${by.text} ${by.plural ? 'themselves' : 'itself'}` : `confirmed by ${by.text}`];
}

/**
 * The sentence of a claim that accuses somebody: its verb is the step of the ladder ("is charged with"), followed by whose word it is besides, and by the text
 * that was read. Where the record names no accuser, none is named.
 */
function accusingSentence(figures: Figures, wording: Wording, ctx: NarrationContext): string {
  const { subject, phrases, blamedFor, accused, alone } = wording;
  const by = namesOfBy(figures, ctx);
  const byThem = by === undefined ? '' : ` by ${by.text}`;
  const s = subject.text;
  const [is, was, has] = subject.plural ? ['are', 'were', 'have'] : ['is', 'was', 'has'];
  const told = `${s} ${phrases.finite}`;
  const also = figures.originVoices.length === 0 ? unsourced(figures, ctx) : `${ownVoices(figures, ctx)}${comma(readWords(figures, ctx))}`;
  const verb = hedgeVerb(figures);
  switch (figures.level) {
    case 'disputed-only':
      return `no source that still stands says that ${told}`;
    case 'unstated':
      return `a converted record that cites nothing has it that ${told}`;
    case 'reported': {
      const voices = originWords(figures, ctx, 'by');
      const deed = verb !== undefined && OF_A_DEED.has(verb) ? `of ${phrases.gerund}` : phrases.infinitive;
      if (voices === '') return `${s} ${is} ${verb ?? 'said'}${unsourced(figures, ctx)}, ${deed}`;
      if (voices === `by ${s}`) return `by own account, ${told}${comma(readWords(figures, ctx, 'cited'))}`;
      if (verb !== undefined && verb !== 'reported') return `${s} ${is} ${verb}, ${originWords(figures, ctx)}, ${deed}${comma(readWords(figures, ctx))}`;
      return `${s} ${is} reported ${voices} ${phrases.infinitive}${comma(readWords(figures, ctx, 'cited'))}`;
    }
    case 'sanctioned':
      return accused === undefined && by !== undefined
        ? `${by.text}, in a formal designation, ${by.plural ? 'hold' : 'holds'} that ${told}${also}`
        : `${s} ${is} blamed${byThem}, in a formal designation, for ${blamedFor}${also}`;
    case 'charged':
      return accused !== undefined && alone
        ? `${s} ${is} charged${byThem} with ${phrases.gerund}${also}`
        : `${s} ${is} alleged, in charges${by === undefined ? '' : ` brought by ${by.text}`}, ${phrases.infinitive}${also}`;
    case 'admitted':
      return by === undefined || (accused !== undefined && figures.by.length === 1 && figures.by[0] === accused)
        ? `${s} ${has} admitted ${phrases.gerund}${also}`
        : `${by.text} ${by.plural ? 'have' : 'has'} admitted that ${told}${also}`;
    case 'found': {
      if (by === undefined) return `it was found in court that ${told}${also}`;
      const court = /\b(court|tribunal|judges?)\b/i.test(by.text) ? by.text : `a court (${by.text})`;
      return `${court} found that ${told}${also}`;
    }
    case 'convicted':
      return accused !== undefined && alone
        ? `${s} ${was} convicted${byThem} of ${phrases.gerund}${also}`
        : `in a conviction${byThem} it was held that ${told}${also}`;
    case 'confirmed':
      return `${told}, according to ${by?.text ?? 'a body not named'}${also}`;
    case 'alleged': {
      const be = isOver(figures) ? was : is;
      return verb !== undefined && OF_A_DEED.has(verb)
        ? `${s} ${be} ${verb}${byThem} of ${phrases.gerund}${also}`
        : `${s} ${be} ${verb ?? 'alleged'}${byThem} ${phrases.infinitive}${also}`;
    }
  }
}
