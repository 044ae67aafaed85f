/** Weighs the claims that speak for an answer, or against it, by what they rest on: no score, only counts that anybody can count again. */
import type { Figures } from '../model/figures.ts';
import { SUPPORT_LEVELS } from '../model/lists.ts';

export interface Weight {
  /** Independent origins of these claims together: one that several rest on counts once. */
  origins: number;
  /** The origin of one of them at least is not established: shown as `+?`. */
  originsOpen: boolean;
  /** Those of the origins that are involved in none of the claims that rest on them. */
  uninvolved: number;
  contested: number;
  /** The firmest standing among them; absent where nothing supports any. */
  highest?: Exclude<Figures['level'], 'disputed-only'>;
}

type Weighed = Pick<Figures, 'level' | 'originVoices' | 'uninvolvedVoices' | 'originsOpen' | 'contested'>;

export function weighClaims(claims: readonly Weighed[]): Weight {
  const origins = new Set(claims.flatMap(({ originVoices }) => originVoices));
  const involved = new Set(claims.flatMap(({ originVoices, uninvolvedVoices }) => originVoices.filter((voice) => !uninvolvedVoices.includes(voice))));
  const highest = SUPPORT_LEVELS.findLast((level) => claims.some((claim) => claim.level === level));
  return {
    origins: origins.size,
    originsOpen: claims.some(({ originsOpen }) => originsOpen),
    uninvolved: [...origins].filter((voice) => !involved.has(voice)).length,
    contested: claims.filter(({ contested }) => contested).length,
    ...(highest === undefined ? {} : { highest }),
  };
}
