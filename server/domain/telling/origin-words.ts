/** Words for whose word a claim rests on: who gave its standing, and the voices at the roots of its citations. */
import { nameInProse, voiceInProse, type ProseName } from './in-prose.ts';
import type { Figures } from '../model/figures.ts';
import { listed, type NarrationContext } from './narration.ts';

/** Up to this many voices are named; the rest are counted. */
const NAMED_VOICES = 3;

/** The names of those who gave the shown level, or "a party not named". */
export function namesOfBy(figures: Pick<Figures, 'by'>, ctx: NarrationContext): ProseName {
  const names = figures.by.map((id) => nameInProse(id, ctx));
  const [only] = names;
  if (!only) return { text: 'a party not named', plural: false };
  return { text: listed(names.map(({ text }) => text)), plural: names.length > 1 || only.plural };
}

/** "according to The Sunday Times and MI5"; empty where no origin is known. */
export function originWords(figures: Pick<Figures, 'originVoices'>, ctx: NarrationContext, word = 'according to'): string {
  const names = voiceNames(figures.originVoices, ctx);
  return names === '' ? '' : `${word} ${names}`;
}

/** Says that no source is named; or that none is given, where no citation has an origin. */
export function notNamedSource(figures: Pick<Figures, 'originsOpen'>): string {
  return figures.originsOpen ? 'without naming a source' : 'without giving an origin';
}

/** The same, to follow a sentence told outright. */
export function accountWithout(figures: Pick<Figures, 'originsOpen'>): string {
  return `by an account that ${figures.originsOpen ? 'names no source' : 'gives no origin'}`;
}

/** ", according to …" with the voices that do not speak for whoever gave the level. Without any voice it says that no source is named. */
export function ownVoices(figures: Pick<Figures, 'originVoices' | 'originsOpen' | 'by'>, ctx: NarrationContext): string {
  const others = otherVoices(figures, ctx);
  if (others.length > 0) {
    const also = others.length < figures.originVoices.length ? 'also ' : '';
    return `, ${also}according to ${voiceNames(others, ctx)}`;
  }
  return figures.originVoices.length === 0 ? `, ${notNamedSource(figures)}` : '';
}

/** "according to the police and The Sunday Times": those who gave the level, then the voices that do not speak for them. */
export function withOrigins(figures: Pick<Figures, 'originVoices' | 'by'>, ctx: NarrationContext): string {
  const others = otherVoices(figures, ctx);
  const by = figures.by.map((id) => nameInProse(id, ctx).text);
  return `according to ${listed([...by, ...(others.length > 0 ? [voiceNames(others, ctx)] : [])])}`;
}

function otherVoices(figures: Pick<Figures, 'originVoices' | 'by'>, ctx: NarrationContext): string[] {
  return figures.originVoices.filter((voice) => !ctx.records.voices.get(voice)?.entities.some((id) => figures.by.includes(id)));
}

function voiceNames(ids: readonly string[], ctx: NarrationContext): string {
  const names = ids.map((id) => {
    const voice = ctx.records.voices.get(id);
    return voice ? voiceInProse(voice).text : id;
  });
  if (names.length <= NAMED_VOICES) return listed(names);
  const shown = names.slice(0, NAMED_VOICES - 1);
  return `${shown.join(', ')} and ${names.length - shown.length} others`;
}
