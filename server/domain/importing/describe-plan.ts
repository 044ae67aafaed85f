/** Describes in words what an import does to claims: which gain an origin, which change in standing, which lose their only source. */
import { restsOnInvolved } from '../figures/involvement.ts';
import type { Figures } from '../model/figures.ts';

export interface ClaimEffects {
  summary: string[];
  standingChanges: { claim: string; from: string | null; to: string | null }[];
  originChanges: { claim: string; from: number; to: number }[];
}
type FiguresById = ReadonlyMap<string, Figures>;

/**
 * Compares the figures of the claims that an import affects, before and after. A claim on one side only is new or removed. The summary names each kind of
 * change once, with its count: "3 claims gain an origin", "1 goes from alleged to charged", "2 lose their only source".
 */
export function describePlan(before: FiguresById, after: FiguresById): ClaimEffects {
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort();
  const tally = new Tally();
  const effects: ClaimEffects = { summary: [], standingChanges: [], originChanges: [] };
  for (const id of ids) {
    const [old, now] = [before.get(id), after.get(id)];
    if (!old || !now) {
      tally.add(old ? 'removed' : 'new');
      effects.standingChanges.push({ claim: id, from: old?.level ?? null, to: now?.level ?? null });
      continue;
    }
    if (old.level !== now.level) {
      effects.standingChanges.push({ claim: id, from: old.level, to: now.level });
      tally.add(`level ${old.level} ${now.level}`);
    }
    if (old.origins !== now.origins) {
      effects.originChanges.push({ claim: id, from: old.origins, to: now.origins });
      tally.add(now.origins > old.origins ? 'gain' : 'lose');
    }
    if (old.supporting > 0 && now.supporting === 0) tally.add('bare');
    if (old.uninvolvedOrigins === 0 && now.uninvolvedOrigins > 0) tally.add('involved no more');
    if (old.uninvolvedOrigins > 0 && now.uninvolvedOrigins === 0) tally.add(restsOnInvolved(now) === 'unclear' ? 'unclear' : 'involved');
    if (old.contested !== now.contested) tally.add(now.contested ? 'contested' : 'uncontested');
  }
  effects.summary = tally.sentences();
  return effects;
}

/** The words of each change, for one claim and for several. */
const WORDS: Readonly<Record<string, [string, string]>> = {
  new: ['is new', 'are new'],
  removed: ['is removed', 'are removed'],
  gain: ['gains an origin', 'gain an origin'],
  lose: ['loses an origin', 'lose an origin'],
  bare: ['loses its only source', 'lose their only source'],
  involved: ['rests on parties only from now on', 'rest on parties only from now on'],
  unclear: ['rests on origins of which the stake is unclear from now on', 'rest on origins of which the stake is unclear from now on'],
  'involved no more': ['gains its first uninvolved origin', 'gain their first uninvolved origin'],
  contested: ['becomes contested', 'become contested'],
  uncontested: ['is contested no more', 'are contested no more'],
};
const ORDER = Object.keys(WORDS);

class Tally {
  private readonly counts = new Map<string, number>();

  add(change: string): void {
    this.counts.set(change, (this.counts.get(change) ?? 0) + 1);
  }

  sentences(): string[] {
    const rank = (change: string) => (change.startsWith('level ') ? ORDER.indexOf('lose') + 0.5 : ORDER.indexOf(change));
    const entries = [...this.counts].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
    return entries.map(([change, n], i) => {
      const noun = i === 0 ? (n === 1 ? ' claim' : ' claims') : '';
      return `${n}${noun} ${wordsFor(change, n)}`;
    });
  }
}

function wordsFor(change: string, n: number): string {
  if (change.startsWith('level ')) {
    const [, from, to] = change.split(' ');
    return `${n === 1 ? 'goes' : 'go'} from ${from} to ${to}`;
  }
  const [one, several] = WORDS[change] ?? [change, change];
  return n === 1 ? one : several;
}
