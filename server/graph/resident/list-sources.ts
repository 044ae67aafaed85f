/** Every source and voice at a view's clocks, with the claims that rest on it then. */
import type { listSources, listVoices } from '../../contract/routes/sources.ts';
import { rootOf } from '../../domain/figures/lineage.ts';
import { sourceVisibleAt } from '../../domain/dates/visibility.ts';
import type { AnswerOf } from '../../usecases/route-types.ts';
import { byId } from '../../usecases/views/by-id.ts';
import { sourceView, voiceView } from '../../usecases/views/source-view.ts';
import type { ViewState } from './view-state.ts';

/** Sources that were there at the published clock. */
export function visibleSources({ records, clocks }: Pick<ViewState, 'records' | 'clocks'>) {
  const isVisible = sourceVisibleAt(records.sources, clocks);
  return [...records.sources.values()].filter((source) => isVisible(source.id));
}

export function listSourcesAsOf(state: ViewState): AnswerOf<typeof listSources> {
  const read = new Map<string, number>();
  const rooted = new Map<string, number>();
  const count = (tally: Map<string, number>, ids: Iterable<string>) => {
    for (const id of new Set(ids)) tally.set(id, (tally.get(id) ?? 0) + 1);
  };
  for (const claim of state.visibleClaims) {
    const shown = new Set(state.figures.get(claim)?.history.map((step) => step.citation));
    const citations = (state.records.citations.get(claim) ?? []).filter((c) => shown.has(c.id));
    count(
      read,
      citations.map((c) => c.source),
    );
    count(
      rooted,
      citations.flatMap((c) => rootOf(c, state.records.sources)?.id ?? []),
    );
  }
  return {
    sources: visibleSources(state)
      .toSorted(byId)
      .map((source) => ({ ...sourceView(source, state), citations: read.get(source.id) ?? 0, rootOf: rooted.get(source.id) ?? 0 })),
  };
}

export function listVoicesAsOf(state: ViewState): AnswerOf<typeof listVoices> {
  const tally = new Map<string, { claims: number; alone: number }>();
  for (const claim of state.visibleClaims) {
    const { originVoices = [], origins } = state.figures.get(claim) ?? {};
    for (const voice of originVoices) {
      const known = tally.get(voice) ?? { claims: 0, alone: 0 };
      tally.set(voice, { claims: known.claims + 1, alone: known.alone + Number(origins === 1) });
    }
  }
  const voices = [...state.records.voices.values()].toSorted(byId);
  return { voices: voices.map((voice) => ({ ...voiceView(voice, state), ...(tally.get(voice.id) ?? { claims: 0, alone: 0 }) })) };
}
