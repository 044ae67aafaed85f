/** Writes a claim as one hedged sentence: who is said to have done what, according to whom, and what contests it. */
import { asTold, datePerhapsLater, perhapsLater } from './describe-standing.ts';
import { narrateAgainst } from './narrate-against.ts';
import type { Claim, Predicate } from '../model/records.ts';
import type { Figures } from '../model/figures.ts';
import { capitalised, type NarrationContext } from './narration.ts';
import {
  accordingTo,
  alsoSaid,
  byTold,
  comma,
  hedgeVerb,
  isFallenOfCourt,
  namesOfBy,
  namesTold,
  othersTold,
  plainHedgeVerb,
  sayersTold,
  speaksFor,
  statementsOf,
  voicesTold,
  waysTold,
  type Statement,
} from './origin-words.ts';
import { convertedRecord, readWords, textsRead } from './read-words.ts';
import { asides } from './proposition-parts.ts';
import { nameInProse, type ProseName } from './in-prose.ts';
import { RANK_OF_LEVEL, type SupportLevel } from '../model/lists.ts';
import { activePhrases } from './verb-phrases.ts';
import { linkWording, toldFrom, wordingOf, type Wording } from './wording.ts';

/**
 * One sentence without its full stop. It is hedged by the standing and by the hedges of the passages, names the origin ("according to"), and contains dates,
 * `via`, flags, unknown ends and what contests the claim (model.md, "Trace"; interface.md, "Words"). It never says more than the shown level does.
 * @param from the end at which the sentence of a symmetric claim begins; absent: the end that gave its level, else its subject
 */
export function narrateClaim(kept: Claim, derived: Figures, ctx: NarrationContext, from?: string): string {
  const predicate = ctx.records.predicates.get(kept.predicate);
  if (!predicate) return capitalised(`${kept.subject} – ${kept.predicate}`);
  const figures = asTold(derived, ctx);
  const claim = toldFrom(kept, predicate, from ?? (figures.by.length === 1 ? figures.by[0] : undefined));
  return capitalised(told(claim, figures, wordingOf(claim, predicate, figures, ctx), predicate, ctx));
}

/**
 * "A link between Ann and Iran, according to the police": the sentence of a claim that says no link was found, for after "Not established:", where "has no established
 * link" would say it twice. Undefined where it cannot be told so: nothing that stands supports it, or it is about what was intended or expected.
 */
export function narrateLink(kept: Claim, derived: Figures, ctx: NarrationContext, from?: string): string | undefined {
  const predicate = ctx.records.predicates.get(kept.predicate);
  const figures = asTold(derived, ctx);
  if (!predicate || figures.level === 'disputed-only' || kept.attempted || kept.intended || kept.expected) return undefined;
  const claim = toldFrom(kept, predicate, from);
  const link = linkWording(claim, predicate, figures, ctx);
  return link && told(claim, figures, link, predicate, ctx);
}

function told(claim: Claim, figures: Figures, wording: Wording, predicate: Predicate, ctx: NarrationContext): string {
  const isPlain = !figures.accusatory || claim.object === 'none' || predicate.group === 'identity';
  const main = isPlain ? plainSentence(claim, figures, wording, ctx) : accusingSentence(claim, figures, wording, ctx);
  const later = perhapsLater(figures, ctx) ?? datePerhapsLater(figures, ctx);
  const notes = [
    ...(later === undefined ? [] : [later]),
    ...ownWord(claim, figures, isPlain, ctx),
    ...asides(claim, figures, isPlain, activePhrases(predicate.forms, claim, false).finite, ctx),
  ];
  const aside = notes.length > 0 ? ` (${notes.join('; ')})` : '';
  const also = isPlain ? [] : alsoSaid(figures, wording.alone, ctx);
  const against = narrateAgainst(claim, figures, ctx);
  return [main + aside, ...also, ...against].join('; ');
}

/** The sentence of a claim that accuses nobody: told outright, followed by its speaker and the text that was read. */
function plainSentence(claim: Claim, figures: Figures, { subject, phrases }: Wording, ctx: NarrationContext): string {
  const told = `${subject.text} ${phrases.finite}`;
  const verb = plainHedgeVerb(figures, claim);
  // "Classed as spies, as is suspected, as is suspected" would say it twice.
  const hedged = verb === undefined || phrases.finite.endsWith(`is ${verb}`) ? '' : `, as is ${verb}`;
  switch (figures.level) {
    case 'disputed-only':
      return `${noSource(figures)} says that ${told}`;
    case 'unstated':
      return `${told}, according to ${convertedRecord(figures, ctx)}`;
    case 'reported': {
      const by = passedOn(figures) ? '' : accordingTo(voicesTold(figures, ctx, verb === 'reported' ? 'cited' : 'reported'));
      if (by !== '') return `${told}${hedged}, ${by}`;
      const reported = `${verb === 'reported' ? '' : hedged}, as reported by`;
      if (figures.originVoices.length > 0) return `${told}${reported} ${textsRead(figures, ctx).text}`;
      return verb === 'reported' ? `${told}${unsourced(figures, ctx, ', as reported by')}` : `${told}${hedged}${unsourced(figures, ctx)}`;
    }
    case 'confirmed': {
      const read = readWords(figures, ctx);
      return read === '' ? told : `${told}, according to ${namesOfBy(figures, ctx)?.text ?? 'a body not named'}, ${read}`;
    }
    default: {
      const read = verb === 'reported' ? 'cited' : 'reported';
      const [by, others] = [byTold(figures, ctx, read), othersTold(figures, ctx, read)];
      return verb !== undefined && by.length > 0 && others.length === 0
        ? `${told}${hedged} by ${namesTold(by)}${comma(waysTold(by))}`
        : `${told}${hedged}${comma(accordingTo([...by, ...others]))}`;
    }
  }
}

/** Of what is only disputed: nobody is said to have stood by it where no source of the view, which may stand at a date, ever said it. */
function noSource({ history }: Figures): string {
  return history.some(({ stance }) => stance === 'supports') ? 'no source that still stands' : 'no source in view';
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
 * The sentence of a claim that accuses somebody: its verb is the step of the ladder ("is charged with"), followed by who says so, and by the text that was read.
 * Where the record names no accuser, none is named.
 */
function accusingSentence(claim: Claim, figures: Figures, wording: Wording, ctx: NarrationContext): string {
  const { subject, phrases } = wording;
  const s = subject.text;
  const is = subject.plural ? 'are' : 'is';
  const told = `${s} ${phrases.finite}`;
  const verb = hedgeVerb(figures, claim);
  switch (figures.level) {
    case 'disputed-only':
      return `${noSource(figures)} says that ${told}`;
    case 'unstated':
      return `${convertedRecord(figures, ctx)} has it that ${told}`;
    case 'reported': {
      const formal = formalHearsay(figures, ctx);
      // "It is accused that" is no English.
      if (formal)
        return `it is ${verb === 'accused' ? 'alleged' : (verb ?? 'reported')}${unsourced(figures, ctx)}, that ${stepTold(formal.level, nameOfBody(formal.by, ctx), wording)}`;
      const voices = voicesTold(figures, ctx, verb === undefined || verb === 'reported' ? 'cited' : 'reported');
      const deed = verb !== undefined && OF_A_DEED.has(verb) ? `of ${phrases.gerund}` : phrases.infinitive;
      const foretold = verb === undefined ? phrases.foretold : undefined;
      if (voices.length === 0) return `${s} ${is} ${verb ?? (foretold ? 'expected' : 'said')}${unsourced(figures, ctx)}, ${foretold ?? deed}`;
      const [ways, names] = [comma(waysTold(voices)), namesTold(voices)];
      if (names === s)
        return `${told}${verb === undefined || verb === 'reported' ? '' : `, as is ${verb === 'accused' ? 'alleged' : verb}`}, according to ${names}${ways}`;
      if (foretold !== undefined) return `${s} ${is} expected, according to ${names}, ${foretold}${ways}`;
      return verb !== undefined && verb !== 'reported'
        ? `${s} ${is} ${verb}, according to ${names}, ${deed}${ways}`
        : `${s} ${is} reported by ${names} ${phrases.infinitive}${ways}`;
    }
    default: {
      const fallen = figures.level === 'alleged' ? fallenCourtStep(figures, ctx) : undefined;
      if (fallen) {
        const by = fallen.by === undefined ? [] : [fallen.by];
        const what = fallen.level === 'found' ? 'a finding' : 'a conviction';
        return `${stepTold(fallen.level, nameOfBody(fallen.by, ctx), wording)}${saidBy({ ...figures, by }, ctx)}, ${what} that no longer stands`;
      }
      const also = figures.originVoices.length === 0 ? unsourced(figures, ctx) : saidBy(figures, ctx);
      return `${stepTold(figures.level, namesOfBy(figures, ctx), wording, verb, isOver(figures))}${also}`;
    }
  }
}

/** How the word of those who gave the level came, and who else says that they gave it. */
function saidBy(figures: Figures, ctx: NarrationContext): string {
  const sayers = sayersTold(figures, ctx);
  const also = sayers.length > 0 && statementsOf(figures, ctx).some(({ level, voice }) => level === figures.level && speaksFor(voice, figures.by, ctx));
  return `${comma(waysTold(byTold(figures, ctx)))}${comma(accordingTo(sayers, also ? 'also according to' : 'according to'))}`;
}

/** A step of the ladder as a clause: "Ann was convicted by the court of having killed Ben". @param by who took it @param over its case ended since */
function stepTold(
  level: SupportLevel,
  by: ProseName | undefined,
  { subject, phrases, blamedFor, accused, alone }: Wording,
  verb?: string,
  over = false,
): string {
  const byThem = by === undefined ? '' : ` by ${by.text}`;
  const s = subject.text;
  const [is, was, has] = subject.plural ? ['are', 'were', 'have'] : ['is', 'was', 'has'];
  const told = `${s} ${phrases.finite}`;
  switch (level) {
    case 'sanctioned':
      return accused === undefined && by !== undefined
        ? `${by.text}, in a formal designation, ${by.plural ? 'hold' : 'holds'} that ${told}`
        : `${s} ${is} blamed${byThem}, in a formal designation, for ${blamedFor}`;
    case 'charged':
      return accused !== undefined && alone
        ? `${s} ${is} charged${byThem} with ${phrases.gerund}`
        : `${s} ${is} alleged, in charges${by === undefined ? '' : ` brought by ${by.text}`}, ${phrases.infinitive}`;
    case 'admitted':
      return by === undefined || (accused !== undefined && by.text === s)
        ? `${s} ${has} admitted ${phrases.gerund}`
        : `${by.text} ${by.plural ? 'have' : 'has'} admitted that ${told}`;
    case 'found': {
      if (by === undefined) return `it was found in court that ${told}`;
      const court = /\b(court|tribunal|judges?)\b/i.test(by.text) ? by.text : `a court (${by.text})`;
      return `${court} found that ${told}`;
    }
    case 'convicted':
      return accused !== undefined && alone ? `${s} ${was} convicted${byThem} of ${phrases.gerund}` : `in a conviction${byThem} it was held that ${told}`;
    case 'confirmed':
      return `${told}, according to ${by?.text ?? 'a body not named'}`;
    default: {
      const be = over ? was : is;
      if (phrases.foretold !== undefined && verb === undefined && by !== undefined) return `${s} ${be} expected, according to ${by.text}, ${phrases.foretold}`;
      return verb !== undefined && OF_A_DEED.has(verb)
        ? `${s} ${be} ${verb}${byThem} of ${phrases.gerund}`
        : `${s} ${be} ${verb ?? 'alleged'}${byThem} ${phrases.infinitive}`;
    }
  }
}

const nameOfBody = (id: string | undefined, ctx: NarrationContext): ProseName | undefined => (id === undefined ? undefined : nameInProse(id, ctx));

/** The highest formal step that texts give of which nobody known is the origin, where nothing else supports the claim. */
function formalHearsay(figures: Figures, ctx: NarrationContext): Given | undefined {
  const steps = statementsOf(figures, ctx);
  return steps.length === 0 || steps.some(({ fell, given }) => fell !== 'reported' || given === 'confirmed') ? undefined : highest(steps);
}

/** The highest finding or conviction that fell, where nothing but such steps is left to tell: a court does not allege. */
function fallenCourtStep(figures: Figures, ctx: NarrationContext): Given | undefined {
  const steps = statementsOf(figures, ctx).filter(({ level }) => level === figures.level);
  return steps.length === 0 || steps.some((one) => !isFallenOfCourt(one)) ? undefined : highest(steps);
}

type Given = { level: SupportLevel; by?: string };
function highest(steps: readonly Statement[]): Given {
  const { given: level, citation } = steps.reduce((best, step) => (RANK_OF_LEVEL[step.given] > RANK_OF_LEVEL[best.given] ? step : best));
  return { level, ...(citation.standing.by === undefined ? {} : { by: citation.standing.by }) };
}
