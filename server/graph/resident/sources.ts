/** Questions about sources and voices, and what rests on them, answered from a case in memory. */
import { byId } from '../../domain/model/by-id.ts';
import { AppError } from '../../domain/model/errors.ts';
import type { RestsOn } from '../../domain/model/figures.ts';
import type { Source } from '../../domain/model/records.ts';
import { chainOf } from '../../domain/figures/lineage.ts';
import { sourceVisibleAt } from '../../domain/dates/visibility.ts';
import type { Graph, SourceAnswer, VoiceAnswer } from '../graph.ts';
import type { ViewState } from './view-state.ts';

/** Sources that were there at the published clock, by id. */
export function visibleSources({ records, clocks }: Pick<ViewState, 'records' | 'clocks'>): Source[] {
  const isVisible = sourceVisibleAt(records.sources, clocks);
  return [...records.sources.values()].filter((source) => isVisible(source.id)).sort(byId);
}

class Tally {
  private readonly counts = new Map<string, number>();
  /** Counts each id once. */
  add(ids: Iterable<string>): void {
    for (const id of new Set(ids)) this.counts.set(id, (this.counts.get(id) ?? 0) + 1);
  }
  of(id: string): number {
    return this.counts.get(id) ?? 0;
  }
  /** The most first, then by id. */
  mostFirst(): [string, number][] {
    return [...this.counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  }
}

/** The visible claims, firmest first, with what each rests on. */
function* resting(state: ViewState): Generator<{ id: string; restsOn: RestsOn; originVoices: readonly string[]; origins: number }> {
  for (const id of state.visibleClaims) {
    const figures = state.figures.get(id);
    if (figures) yield { id, restsOn: figures.restsOn, originVoices: figures.originVoices, origins: figures.origins };
  }
}

export function sourceList(state: ViewState): Awaited<ReturnType<Graph['sources']>> {
  const read = new Tally();
  const rooted = new Tally();
  for (const { restsOn } of resting(state)) {
    read.add(restsOn.read);
    rooted.add(restsOn.roots);
  }
  return { sources: visibleSources(state).map((source) => ({ source, readFor: read.of(source.id), rootOf: rooted.of(source.id) })), ctx: state };
}

export function voiceList(state: ViewState): Awaited<ReturnType<Graph['voices']>> {
  const claims = new Tally();
  const alone = new Tally();
  for (const { originVoices, origins } of resting(state)) {
    claims.add(originVoices);
    if (origins === 1) alone.add(originVoices);
  }
  const voices = [...state.records.voices.values()].sort(byId);
  return { voices: voices.map((voice) => ({ voice, claims: claims.of(voice.id), alone: alone.of(voice.id) })), ctx: state };
}

export function sourceOf(state: ViewState, id: string, limit: number): SourceAnswer {
  const { sources } = state.records;
  const source = sources.get(id);
  if (!source) throw new AppError('not-found', `There is no source "${id}".`);
  const readFor: string[] = [];
  const rootOf: string[] = [];
  const alone: string[] = [];
  const taken = new Tally();
  for (const { id: claim, restsOn } of resting(state)) {
    if (restsOn.read.includes(id)) readFor.push(claim);
    taken.add(restsOn.taken.flatMap(([read, root]) => (read === id ? [root] : [])));
    if (!restsOn.roots.includes(id)) continue;
    rootOf.push(claim);
    if (restsOn.roots.length === 1) alone.push(claim);
  }
  const page = (ids: string[]) => ({ ids: ids.slice(0, limit), total: ids.length });
  return {
    source,
    carries: chainOf(id, sources).slice(1),
    carriedBy: [...sources.values()].filter((other) => other.textOf?.source === id).sort(byId),
    takesFrom: taken.mostFirst().flatMap(([root, claims]) => {
      const from = sources.get(root);
      return from ? [{ source: from, claims }] : [];
    }),
    readFor: page(readFor),
    rootOf: page(rootOf),
    alone: page(alone),
    ctx: state,
  };
}

export function voiceOf(state: ViewState, id: string, limit: number): VoiceAnswer {
  const { sources, voices } = state.records;
  const voice = voices.get(id);
  if (!voice) throw new AppError('not-found', `There is no voice "${id}".`);
  const claims: string[] = [];
  const alone: string[] = [];
  const carriers = new Set<string>();
  const taken = new Tally();
  for (const { id: claim, restsOn, originVoices, origins } of resting(state)) {
    for (const [carrier, root] of restsOn.carried) if (root === id) carriers.add(carrier);
    const voiceAt = (source: string) => sources.get(source)?.voice;
    taken.add(restsOn.taken.flatMap(([read, root]) => (voiceAt(read) === id && voiceAt(root) !== id ? (voiceAt(root) ?? []) : [])));
    if (!originVoices.includes(id)) continue;
    claims.push(claim);
    if (origins === 1) alone.push(claim);
  }
  const page = (ids: string[]) => ({ ids: ids.slice(0, limit), total: ids.length });
  return {
    voice,
    sources: [...sources.values()].filter((source) => source.voice === id).sort(byId),
    claims: page(claims),
    alone: page(alone),
    carriedBy: [...carriers].sort(),
    takesFrom: taken.mostFirst().map(([other, n]) => ({ voice: other, claims: n })),
    ctx: state,
  };
}
