/** Words for whose word a claim rests on: who gave its standing, the voices at the roots of its citations, each with its own way, and who says less of it. */
import { rootOf } from '../figures/lineage.ts';
import { OF_COURTS } from './describe-standing.ts';
import { RANK_OF_LEVEL, type Fell, type SupportLevel } from '../model/lists.ts';
import type { Figures } from '../model/figures.ts';
import type { Citation, Claim } from '../model/records.ts';
import { nameInProse, voiceInProse, type ProseName } from './in-prose.ts';
import { listed, visibleCitations, type NarrationContext } from './narration.ts';
import { givingCitations, textsOf, wayWords, type ReadVerb } from './read-words.ts';

/** Up to this many voices are named; the rest are counted. */
const NAMED_VOICES = 3;

/** The names of those who gave the shown level; undefined where the record names nobody. */
export function namesOfBy(figures: Pick<Figures, 'by'>, ctx: NarrationContext): ProseName | undefined {
  const names = figures.by.map((id) => nameInProse(id, ctx));
  const [only] = names;
  if (!only) return undefined;
  return { text: listed(names.map(({ text }) => text)), plural: names.length > 1 || only.plural };
}

/** Somebody whose word a claim is, with the way on which it came ("as reported by The Daily"), which is told of this one alone. Empty: its own text was read. */
export interface Told {
  name: string;
  way: string;
}

/** The voices at the roots of a claim, each with the way of its own passages. */
export function voicesTold(figures: Pick<Figures, 'claim' | 'originVoices' | 'history'>, ctx: NarrationContext, verb?: ReadVerb): Told[] {
  return toldOf(figures.originVoices, statementsOf(figures, ctx), ctx, verb);
}

/**
 * Those who gave the shown level, each with the way of the passages in which it speaks by its own voice; of whom only a retelling tells, with the text that retells.
 */
export function byTold(figures: Pick<Figures, 'claim' | 'history' | 'level' | 'by'>, ctx: NarrationContext, verb: ReadVerb = 'reported'): Told[] {
  const giving = givingOf(figures, ctx);
  return figures.by.map((id) => {
    const name = nameInProse(id, ctx).text;
    const of = giving.filter(({ citation }) => citation.standing.by === id);
    if (of.length > 0) {
      return {
        name,
        way: wayOfAll(
          of.filter(({ voice }) => speaksFor(voice, [id], ctx)),
          ctx,
          verb,
        ),
      };
    }
    const retold = givingCitations(figures, ctx).filter(({ standing }) => standing.by === id);
    return { name, way: retold.length === 0 ? '' : `as ${verb} by ${textsOf(retold, ctx)}` };
  });
}

/** The voices that say the shown level of somebody they do not speak for. */
export function sayersTold(figures: Pick<Figures, 'claim' | 'history' | 'level' | 'by' | 'originVoices'>, ctx: NarrationContext, verb?: ReadVerb): Told[] {
  const giving = givingOf(figures, ctx);
  const voices = figures.originVoices.filter((id) => !speaksFor(id, figures.by, ctx) && giving.some(({ voice }) => voice === id));
  return toldOf(voices, giving, ctx, verb);
}

/** The voices that do not speak for whoever gave the shown level, whatever they say of it. */
export function othersTold(figures: Pick<Figures, 'claim' | 'history' | 'by' | 'originVoices'>, ctx: NarrationContext, verb?: ReadVerb): Told[] {
  return toldOf(
    figures.originVoices.filter((id) => !speaksFor(id, figures.by, ctx)),
    statementsOf(figures, ctx),
    ctx,
    verb,
  );
}

/** A supporting citation that was not retracted, with the level it counts as and the voice at its root. */
export interface Statement {
  citation: Citation;
  /** The level it counts as. */
  level: SupportLevel;
  /** The level it gives. */
  given: SupportLevel;
  fell?: Fell;
  voice?: string;
}

/** A finding or a conviction that fell: told as what the court did, never as an allegation of the court. */
export const isFallenOfCourt = ({ given, fell }: Pick<Statement, 'given' | 'fell'>): boolean => fell === 'alleged' && OF_COURTS.has(given);

/** In the order of the history, without retellings. */
export function statementsOf({ claim, history }: Pick<Figures, 'claim' | 'history'>, ctx: NarrationContext): Statement[] {
  const retellings = ctx.figures.get(claim)?.retellings ?? [];
  const steps = new Map(history.map((step) => [step.citation, step]));
  return visibleCitations(claim, ctx).flatMap((citation): Statement[] => {
    const step = steps.get(citation.id);
    if (!step || citation.stance !== 'supports' || citation.importOnly || retellings.includes(citation.id)) return [];
    const { level: given, fell } = step;
    const level = fell ?? given;
    if (!isSupportLevel(given) || !isSupportLevel(level)) return [];
    const voice = rootOf(citation, ctx.records.sources)?.voice;
    return [{ citation, level, given, ...(fell === undefined ? {} : { fell }), ...(voice === undefined ? {} : { voice }) }];
  });
}

/** The statements of the shown level, without a fallen step of a court that is not among those who gave it. */
function givingOf(figures: Pick<Figures, 'claim' | 'history' | 'level' | 'by'>, ctx: NarrationContext): Statement[] {
  return statementsOf(figures, ctx).filter(
    (one) => one.level === figures.level && (!isFallenOfCourt(one) || figures.by.includes(one.citation.standing.by ?? '')),
  );
}

/** Whether the voice speaks for one of these bodies. */
export function speaksFor(voice: string | undefined, bodies: readonly string[], ctx: NarrationContext): boolean {
  return voice !== undefined && ctx.records.voices.get(voice)?.entities.some((id) => bodies.includes(id)) === true;
}

/** These voices, each with the way of its own statements. */
function toldOf(voices: readonly string[], statements: readonly Statement[], ctx: NarrationContext, verb?: ReadVerb): Told[] {
  return voices.map((id) => ({
    name: voiceName(id, ctx),
    way: wayOfAll(
      statements.filter(({ voice }) => voice === id),
      ctx,
      verb,
    ),
  }));
}

/** The way of statements of one voice. */
function wayOfAll(statements: readonly Statement[], ctx: NarrationContext, verb?: ReadVerb): string {
  const voices = statements.flatMap(({ voice }) => voice ?? []);
  return wayWords(
    statements.map(({ citation }) => citation),
    voices,
    ctx,
    verb,
  );
}

/** "according to MI5 and the police, as reported by The Daily, and according to The Weekly": those whose word came on one way together. Empty for nobody. */
export function accordingTo(told: readonly Told[], word = 'according to'): string {
  const { shown, rest } = cut(told);
  const ways = byWay(shown);
  if (ways.size < 2) return told.length === 0 ? '' : `${word} ${namesTold(told)}${comma([...ways.keys()].join(''))}`;
  const groups = [...ways].map(([way, names]) => `${word} ${listed(names)}${comma(way)}`);
  return [...groups, ...(rest > 0 ? [`${word} ${rest} others`] : [])].join(', and ');
}

/** Their names alone: "MI5, the police and 2 others". */
export function namesTold(told: readonly Told[]): string {
  const { shown, rest } = cut(told);
  const names = shown.map(({ name }) => name);
  return rest > 0 ? `${names.join(', ')} and ${rest} others` : listed(names);
}

/** What follows their names: "as reported by The Daily"; where they came on several ways, each by name: "MI5 as reported by The Daily, and the police as cited by The Weekly". */
export function waysTold(told: readonly Told[]): string {
  const { shown } = cut(told);
  const ways = byWay(shown);
  if (ways.size < 2) return [...ways.keys()].join('');
  return [...ways].flatMap(([way, names]) => (way === '' ? [] : [`${listed(names)} ${way}`])).join(', and ');
}

function byWay(told: readonly Told[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { name, way } of told) groups.set(way, [...(groups.get(way) ?? []), name]);
  return groups;
}

/** Two voices of one name and one way are told once; beyond three the rest is counted. */
function cut(told: readonly Told[]): { shown: Told[]; rest: number } {
  const each = [...new Map(told.map((one) => [JSON.stringify([one.name, one.way]), one])).values()];
  const shown = each.length <= NAMED_VOICES ? each : each.slice(0, NAMED_VOICES - 1);
  return { shown, rest: each.length - shown.length };
}

function voiceName(id: string, ctx: NarrationContext): string {
  const voice = ctx.records.voices.get(id);
  return voice ? voiceInProse(voice, ctx).text : id;
}

const isSupportLevel = (level: string): level is SupportLevel => level in RANK_OF_LEVEL;
export const comma = (words: string): string => (words === '' ? '' : `, ${words}`);

/** How a step is told after the sentence; `reported` and `alleged` of whoever says so. */
const ALSO: Readonly<Partial<Record<SupportLevel, readonly [alone: string, among: string]>>> = {
  reported: ['also reported by', 'also reported by'],
  alleged: ['also alleged by', 'also alleged by'],
  sanctioned: ['also held, in a formal designation, by', 'also held, in a formal designation, by'],
  charged: ['also charged with it by', 'also alleged, in charges, by'],
  admitted: ['also admitted by', 'also admitted by'],
  found: ['also found in court by', 'also found in court by'],
};

/**
 * Clauses to follow the sentence, the firmest first; none of whoever gave the shown level, or of a voice that speaks for it.
 * @param alone whether the claim accuses nobody but the subject of the sentence
 */
export function alsoSaid(figures: Figures, alone: boolean, ctx: NarrationContext): string[] {
  const statements = statementsOf(figures, ctx);
  const isTold = ({ citation, voice }: Statement) =>
    speaksFor(voice, figures.by, ctx) || (citation.standing.by !== undefined && figures.by.includes(citation.standing.by));
  const told = new Set(statements.flatMap(({ level, voice }) => (level === figures.level && voice !== undefined ? [voice] : [])));
  const readIn = new Set(statements.flatMap(({ level, citation }) => (level === figures.level ? (ctx.records.sources.get(citation.source)?.voice ?? []) : [])));
  const lower = statements.filter(
    (one) => one.level !== figures.level && !isFallenOfCourt(one) && one.voice !== undefined && !isTold(one) && !told.has(one.voice),
  );
  const levels = Object.keys(ALSO)
    .filter(isSupportLevel)
    .sort((a, b) => RANK_OF_LEVEL[b] - RANK_OF_LEVEL[a]);
  return levels.flatMap((level) => {
    const words = ALSO[level]?.[alone ? 0 : 1] ?? '';
    const of = lower.filter((one) => one.level === level);
    return clausesOf(of, words, readIn, ctx);
  });
}

/** @param readIn voices of the texts that the sentence names already */
function clausesOf(statements: readonly Statement[], words: string, readIn: ReadonlySet<string>, ctx: NarrationContext): string[] {
  const bodies = [...new Set(statements.map(({ citation }) => citation.standing.by ?? ''))].sort();
  return bodies.map((by) => {
    const own = statements.filter(({ citation }) => (citation.standing.by ?? '') === by);
    const voicesOf = (those: readonly Statement[]) => [...new Set(those.flatMap(({ voice }) => voice ?? []))].sort();
    if (by === '') {
      const voices = toldOf(voicesOf(own), own, ctx, 'cited');
      const isSelf = own.every(({ voice }) => voice !== undefined && readIn.has(voice));
      return `${words} ${namesTold(voices)}${isSelf ? ' in its own voice' : ''}${comma(waysTold(voices))}`;
    }
    const self = own.filter(({ voice }) => speaksFor(voice, [by], ctx));
    const rest = own.filter((one) => !self.includes(one));
    const body: Told = { name: nameInProse(by, ctx).text, way: wayOfAll(self, ctx) };
    return `${words} ${body.name}${comma(body.way)}${comma(accordingTo(toldOf(voicesOf(rest), rest, ctx)))}`;
  });
}

const VERBS: Readonly<Record<string, readonly string[]>> = {
  accused: ['accuse', 'accuses', 'accused'],
  alleged: ['allege', 'alleges', 'alleged', 'allegedly'],
  believed: ['believe', 'believes', 'believed'],
  claimed: ['claim', 'claims', 'claimed'],
  feared: ['fear', 'fears', 'feared'],
  reported: ['report', 'reports', 'reported', 'reportedly'],
  suspected: ['suspect', 'suspects', 'suspected'],
  thought: ['think', 'thinks', 'thought'],
  understood: ['understood'],
};
const VERB_OF = new Map(Object.entries(VERBS).flatMap(([verb, words]) => words.map((word) => [word, verb] as const)));

/**
 * The verb of a sentence whose passage hedges with a verb of saying: "claim" makes "is claimed by", so that the hedge needs no remark of its own. Undefined where the
 * passages give several hedges or none, or one that is no such verb; at the levels whose verb is the step itself ("is charged"); and of what is expected, which would
 * be hedged twice ("is feared to be expected to").
 */
export function hedgeVerb({ hedges, level }: Pick<Figures, 'hedges' | 'level'>, { expected }: Pick<Claim, 'expected'>): string | undefined {
  if (expected || (level !== 'reported' && level !== 'alleged')) return undefined;
  const verbs = new Set(hedges.map((hedge) => VERB_OF.get(hedge.toLowerCase())));
  return verbs.size === 1 ? [...verbs][0] : undefined;
}

/** The same for a sentence that accuses nobody: it has no use for "accused". */
export function plainHedgeVerb(figures: Pick<Figures, 'hedges' | 'level'>, claim: Pick<Claim, 'expected'>): string | undefined {
  const verb = hedgeVerb(figures, claim);
  return verb === 'accused' ? undefined : verb;
}
