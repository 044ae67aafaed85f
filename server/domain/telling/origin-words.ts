/** Words for whose word a claim rests on: who gave its standing, and the voices at the roots of its citations. */
import { nameInProse, voiceInProse, type ProseName } from './in-prose.ts';
import type { Figures } from '../model/figures.ts';
import { listed, type NarrationContext } from './narration.ts';

/** Up to this many voices are named; the rest are counted. */
const NAMED_VOICES = 3;

/** The names of those who gave the shown level; undefined where the record names nobody. */
export function namesOfBy(figures: Pick<Figures, 'by'>, ctx: NarrationContext): ProseName | undefined {
  const names = figures.by.map((id) => nameInProse(id, ctx));
  const [only] = names;
  if (!only) return undefined;
  return { text: listed(names.map(({ text }) => text)), plural: names.length > 1 || only.plural };
}

/** "according to The Sunday Times and MI5"; empty where no origin is known. */
export function originWords(figures: Pick<Figures, 'originVoices'>, ctx: NarrationContext, word = 'according to'): string {
  const names = voiceNames(figures.originVoices, ctx);
  return names === '' ? '' : `${word} ${names}`;
}

/** ", according to …" with the voices that do not speak for whoever gave the level; empty where there is none. */
export function ownVoices(figures: Pick<Figures, 'originVoices' | 'by'>, ctx: NarrationContext): string {
  const others = othersThanBy(figures, ctx);
  if (others.length === 0) return '';
  const also = others.length < figures.originVoices.length ? 'also ' : '';
  return `, ${also}according to ${voiceNames(others, ctx)}`;
}

/** "according to the police and The Sunday Times": those who gave the level, then the voices that do not speak for them. Empty where there is nobody. */
export function withOrigins(figures: Pick<Figures, 'originVoices' | 'by'>, ctx: NarrationContext): string {
  const others = othersThanBy(figures, ctx);
  const by = figures.by.map((id) => nameInProse(id, ctx).text);
  const all = [...by, ...others.map((id) => voiceName(id, ctx))];
  return all.length === 0 ? '' : `according to ${someOf(all)}`;
}

/** The names of the voices that do not speak for whoever gave the level; empty where there is none. */
export function otherVoices(figures: Pick<Figures, 'originVoices' | 'by'>, ctx: NarrationContext): string {
  return voiceNames(othersThanBy(figures, ctx), ctx);
}

function othersThanBy(figures: Pick<Figures, 'originVoices' | 'by'>, ctx: NarrationContext): string[] {
  return figures.originVoices.filter((voice) => !ctx.records.voices.get(voice)?.entities.some((id) => figures.by.includes(id)));
}

function voiceNames(ids: readonly string[], ctx: NarrationContext): string {
  return someOf(ids.map((id) => voiceName(id, ctx)));
}

function voiceName(id: string, ctx: NarrationContext): string {
  const voice = ctx.records.voices.get(id);
  return voice ? voiceInProse(voice, ctx).text : id;
}

function someOf(names: readonly string[]): string {
  const each = [...new Set(names)];
  if (each.length <= NAMED_VOICES) return listed(each);
  const shown = each.slice(0, NAMED_VOICES - 1);
  return `${shown.join(', ')} and ${each.length - shown.length} others`;
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
 * passages give several hedges or none, or one that is no such verb; and at the levels whose verb is the step itself ("is charged").
 */
export function hedgeVerb({ hedges, level }: Pick<Figures, 'hedges' | 'level'>): string | undefined {
  if (level !== 'reported' && level !== 'alleged') return undefined;
  const verbs = new Set(hedges.map((hedge) => VERB_OF.get(hedge.toLowerCase())));
  return verbs.size === 1 ? [...verbs][0] : undefined;
}

/** The same for a sentence that accuses nobody: it has no use for "accused". */
export function plainHedgeVerb(figures: Pick<Figures, 'hedges' | 'level'>): string | undefined {
  const verb = hedgeVerb(figures);
  return verb === 'accused' ? undefined : verb;
}
