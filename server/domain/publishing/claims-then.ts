/** What a manifest keeps of each claim as it was exported, and what changed since, in the words of claims. */
import { CHANGE_WORDS, CLAIM_CHANGES, claimState, type ClaimChange, type ClaimState } from '../comparing/claim-changes.ts';
import type { Figures, StandingLevel } from '../model/figures.ts';

/** A claim as a manifest keeps it. */
export interface ClaimThen extends Pick<ClaimState, 'level' | 'rank' | 'origins' | 'contested' | 'disputes'> {
  id: string;
  sources: number;
}
export interface ClaimSince {
  id: string;
  changes: ClaimChange[];
}

export function claimThen(id: string, figures: Figures): ClaimThen {
  const { level, rank, origins, contested, disputes } = claimState(figures);
  return { id, level, rank, origins, sources: figures.restsOn.read.length, contested, disputes };
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

/** "2 gained an origin, 1 lost its only origin, 1 acquitted"; that nothing changed, where it is so. */
export function changesInWords(since: readonly ClaimSince[]): string {
  const counts = CLAIM_CHANGES.map((change) => [change, since.filter(({ changes }) => changes.includes(change)).length] as const).filter(([, n]) => n > 0);
  if (counts.length === 0) return 'Nothing that was told of these claims has changed since.';
  return `Since then ${counts.map(([change, n]) => `${n} ${CHANGE_WORDS[change]}`).join(', ')}.`;
}
