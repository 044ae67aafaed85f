/** A source and a voice at a view's clocks, with what rests on them. */
import { API_LIMITS } from '../../contract/parts.ts';
import type { readSource, readVoice } from '../../contract/routes/sources.ts';
import { AppError } from '../../domain/model/errors.ts';
import { rootOf, wayOf } from '../../domain/figures/lineage.ts';
import type { Citation } from '../../domain/model/records.ts';
import type { AnswerOf, InputOf } from '../../usecases/route-types.ts';
import { byId } from '../../usecases/views/by-id.ts';
import { claimListItems } from '../../usecases/views/claim-list-item.ts';
import { voiceReference } from '../../usecases/views/references.ts';
import { sourceView, takenFrom, voiceView } from '../../usecases/views/source-view.ts';
import type { ViewState } from './view-state.ts';

type SourceRoute = typeof readSource;
type VoiceRoute = typeof readVoice;

/** The visible citations of a claim that count: what was retracted does not. */
export function countingCitations(state: Pick<ViewState, 'records' | 'figures'>, claim: string): Citation[] {
  const counting = new Set((state.figures.get(claim)?.history ?? []).flatMap((s) => (s.fell === 'retracted' ? [] : [s.citation])));
  return (state.records.citations.get(claim) ?? []).filter((c) => counting.has(c.id));
}

/** Counts each once. */
function count(counts: Map<string, number>, ids: readonly string[]): void {
  for (const id of new Set(ids)) counts.set(id, (counts.get(id) ?? 0) + 1);
}
const mostFirst = (counts: ReadonlyMap<string, number>): [string, number][] => [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));

export function readSourceAsOf(state: ViewState, { params }: Pick<InputOf<SourceRoute>, 'params'>): AnswerOf<SourceRoute> {
  const { sources } = state.records;
  const source = sources.get(params.id);
  if (!source) throw new AppError('not-found', `There is no source "${params.id}".`);
  const readFor: string[] = [];
  const rooted: string[] = [];
  const alone: string[] = [];
  const taken = new Map<string, number>();
  for (const id of state.visibleClaims) {
    const citations = countingCitations(state, id);
    if (citations.some((c) => c.source === source.id)) readFor.push(id);
    const supporting = citations.filter((c) => c.stance === 'supports');
    count(
      taken,
      supporting.flatMap((c) => (c.source === source.id ? (rootOf(c, sources)?.id ?? []) : [])).filter((root) => root !== source.id),
    );
    const roots = supporting.map((c) => rootOf(c, sources)?.id);
    if (!roots.includes(source.id)) continue;
    rooted.push(id);
    if (roots.every((root) => root === source.id || root === undefined)) alone.push(id);
  }
  const list = (ids: string[]) => claimListItems(ids.slice(0, API_LIMITS.listResults), state);
  const carried = source.textOf && sources.get(source.textOf.source);
  return {
    source: sourceView(source, state),
    carries: carried ? [sourceView(carried, state)] : [],
    carriedBy: [...sources.values()]
      .filter((s) => s.textOf?.source === source.id)
      .toSorted(byId)
      .map((s) => sourceView(s, state)),
    takesFrom: mostFirst(taken).flatMap(([id, claims]) => {
      const from = sources.get(id);
      return from ? [takenFrom(from, claims, state)] : [];
    }),
    readFor: list(readFor),
    rootOf: list(rooted),
    alone: list(alone),
    totals: { readFor: readFor.length, rootOf: rooted.length, alone: alone.length },
    revision: state.revision,
  };
}

export function readVoiceAsOf(state: ViewState, { params }: Pick<InputOf<VoiceRoute>, 'params'>): AnswerOf<VoiceRoute> {
  const { sources, voices } = state.records;
  const voice = voices.get(params.id);
  if (!voice) throw new AppError('not-found', `There is no voice "${params.id}".`);
  const claims = state.visibleClaims.filter((id) => state.figures.get(id)?.originVoices.includes(voice.id));
  const alone = claims.filter((id) => state.figures.get(id)?.origins === 1);
  const carriers = new Set<string>();
  for (const id of claims) {
    for (const citation of countingCitations(state, id)) {
      if (citation.stance !== 'supports' || rootOf(citation, sources)?.voice !== voice.id) continue;
      for (const source of wayOf(citation, sources)) if (source.voice !== voice.id) carriers.add(source.voice);
    }
  }
  const taken = new Map<string, number>();
  for (const id of state.visibleClaims) {
    const supporting = countingCitations(state, id).filter((c) => c.stance === 'supports' && sources.get(c.source)?.voice === voice.id);
    count(
      taken,
      supporting.flatMap((c) => rootOf(c, sources)?.voice ?? []).filter((other) => other !== voice.id),
    );
  }
  const list = (ids: string[]) => claimListItems(ids.slice(0, API_LIMITS.listResults), state);
  return {
    voice: voiceView(voice, state),
    sources: [...sources.values()]
      .filter((s) => s.voice === voice.id)
      .toSorted(byId)
      .map((s) => sourceView(s, state)),
    claims: list(claims),
    alone: list(alone),
    totals: { claims: claims.length, alone: alone.length },
    carriedBy: [...carriers].sort().map((id) => voiceReference(id, state)),
    takesFrom: mostFirst(taken).map(([id, claims]) => ({ ...voiceReference(id, state), claims })),
    revision: state.revision,
  };
}
