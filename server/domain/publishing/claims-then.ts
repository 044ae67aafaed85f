/** What a manifest keeps of each claim as it was exported, and what changed since, in the words of claims. */
import { isDispute, type DisputeLevel } from '../model/lists.ts';
import type { Figures, StandingLevel } from '../model/figures.ts';

/** A claim as a manifest keeps it. */
export interface ClaimThen {
  id: string;
  level: StandingLevel;
  rank: number;
  origins: number;
  sources: number;
  contested: boolean;
  /** Levels of the steps against it, sorted, each once. */
  disputes: string[];
}
/** Kinds of change, in the order in which they are told. */
export const CHANGES_SINCE = [
  'gone',
  'acquitted',
  'withdrawn',
  'retracted',
  'denied',
  'contradicted',
  'lost-only-origin',
  'sank',
  'rose',
  'lost-origin',
  'gained-origin',
  'contested',
  'uncontested',
] as const;
export type ChangeSince = (typeof CHANGES_SINCE)[number];
const WORDS: Readonly<Record<ChangeSince, string>> = {
  gone: 'no longer on record, or not on view',
  acquitted: 'acquitted',
  withdrawn: 'had the case withdrawn',
  retracted: 'retracted',
  denied: 'denied',
  contradicted: 'contradicted',
  'lost-only-origin': 'lost its only origin',
  sank: 'sank in standing',
  rose: 'rose in standing',
  'lost-origin': 'lost an origin',
  'gained-origin': 'gained an origin',
  contested: 'newly contested',
  uncontested: 'no longer contested',
};
export interface ClaimSince {
  id: string;
  changes: ChangeSince[];
}

export function claimThen(id: string, { level, rank, origins, restsOn, contested, history }: Figures): ClaimThen {
  const disputes = [...new Set(history.filter(({ stance, fell }) => stance === 'disputes' && fell === undefined).map((step) => step.level))].sort();
  return { id, level, rank, origins, sources: restsOn.read.length, contested, disputes };
}

/** One line a claim: `c1 alleged 1 origins=2 sources=3 contested disputes=denied,acquitted`. An id has no space. */
export function claimThenLine({ id, level, rank, origins, sources, contested, disputes }: ClaimThen): string {
  const parts = [id, level, String(rank), `origins=${origins}`, `sources=${sources}`, ...(contested ? ['contested'] : [])];
  return [...parts, ...(disputes.length > 0 ? [`disputes=${disputes.join(',')}`] : [])].join(' ');
}

const LINE = /^(\S+) ([a-z-]+) (-?\d+) origins=(\d+) sources=(\d+)( contested)?(?: disputes=([a-z,]+))?$/;

/** @returns undefined for a line of another form */
export function parseClaimThen(line: string): ClaimThen | undefined {
  const [, id, level, rank, origins, sources, contested, disputes] = LINE.exec(line) ?? [];
  if (id === undefined || level === undefined) return undefined;
  return {
    id,
    level: level as StandingLevel,
    rank: Number(rank),
    origins: Number(origins),
    sources: Number(sources),
    contested: contested !== undefined,
    disputes: disputes?.split(',') ?? [],
  };
}

/** @param now the claim as it is; undefined where it is not on view */
export function changesSince(then: ClaimThen, now: ClaimThen | undefined): ChangeSince[] {
  if (!now) return ['gone'];
  const fresh = now.disputes.filter((level): level is DisputeLevel => isDispute(level) && !then.disputes.includes(level));
  const found = new Set<ChangeSince>(fresh);
  if (then.origins > 0 && now.origins === 0) found.add('lost-only-origin');
  else if (now.origins < then.origins) found.add('lost-origin');
  else if (now.origins > then.origins) found.add('gained-origin');
  if (now.rank < then.rank) found.add('sank');
  else if (now.rank > then.rank) found.add('rose');
  if (now.contested !== then.contested) found.add(now.contested ? 'contested' : 'uncontested');
  return CHANGES_SINCE.filter((change) => found.has(change));
}

/** "2 gained an origin, 1 lost its only origin, 1 acquitted"; that nothing changed, where it is so. */
export function changesInWords(since: readonly ClaimSince[]): string {
  const counts = CHANGES_SINCE.map((change) => [change, since.filter(({ changes }) => changes.includes(change)).length] as const).filter(([, n]) => n > 0);
  if (counts.length === 0) return 'Nothing that was told of these claims has changed since.';
  return `Since then ${counts.map(([change, n]) => `${n} ${WORDS[change]}`).join(', ')}.`;
}
