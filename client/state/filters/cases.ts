/** Which cases are on view: the one place that decides it, for the top bar, the legend and the switcher. Pure. */
import type { z } from 'zod';
import type { datasetSummary } from '../../../server/contract/routes/stats.ts';
import { CORE_DATASET } from '../../../server/domain/importing/checks/check-vocabulary.ts';
import { knowledgeLine } from '../../../server/domain/telling/knowledge-line.ts';
import type { Drawn } from '../drawn/drawn.ts';
import type { Filters } from '../view.ts';

export type Case = z.output<typeof datasetSummary>;
export interface CasesOnView {
  /** All of them, the largest first. */
  loaded: Case[];
  /** Those that are ticked, or all. */
  ticked: Case[];
  /** Those on view, in the same order: the ticked ones; where all are, those of what is drawn; where nothing is drawn, all. */
  shown: Case[];
  /** Up to when these are told, and that later outcomes were not searched. */
  told: string;
  /** The earliest and latest date up to which one of them is told; absent where none says. */
  until?: { first: string; last: string };
}

/** Every case, one that is still empty too; the vocabulary that every case has is none. */
export function casesLoaded(datasets: readonly Case[]): Case[] {
  return datasets
    .filter(({ id, claims, entities }) => id !== CORE_DATASET || claims + entities > 0)
    .toSorted((a, b) => b.claims - a.claims || (a.id < b.id ? -1 : 1));
}

export function casesOnView(datasets: readonly Case[], filters: Pick<Filters, 'datasets'>, view: Pick<Drawn, 'datasets'>): CasesOnView {
  const loaded = casesLoaded(datasets);
  const among = (ids: readonly string[]): Case[] => loaded.filter(({ id }) => ids.includes(id));
  const ticked = among(filters.datasets);
  const drawn = among(view.datasets);
  const shown = ticked.length > 0 ? ticked : drawn.length > 0 ? drawn : loaded;
  const dates = shown.flatMap(({ knowledgeUntil }) => knowledgeUntil?.edtf ?? []).toSorted();
  const told = knowledgeLine(shown as Parameters<typeof knowledgeLine>[0]);
  return {
    loaded,
    ticked: ticked.length > 0 ? ticked : loaded,
    shown,
    told,
    ...(dates.length > 0 ? { until: { first: dates[0]!, last: dates.at(-1)! } } : {}),
  };
}

/** How much there is of what is on view. Of some of several cases it is their sum, as far as there is so much in all: they may have claims in common. */
export function sizeOnView({ loaded, shown }: CasesOnView, all: { entities: number; claims: number }): { entities: number; claims: number } {
  if (shown.length === loaded.length) return all;
  const sum = (of: 'entities' | 'claims'): number =>
    Math.min(
      all[of],
      shown.reduce((n, one) => n + one[of], 0),
    );
  return { entities: sum('entities'), claims: sum('claims') };
}

/** The filter after a case was ticked or not: empty where all are. The last one stays. */
export function tickedCases(loaded: readonly Case[], now: readonly string[], id: string): string[] {
  const ticked = now.length === 0 ? loaded.map((one) => one.id) : now;
  const next = ticked.includes(id) ? ticked.filter((one) => one !== id) : [...ticked, id];
  if (next.length === 0) return [...now];
  return loaded.every((one) => next.includes(one.id)) ? [] : next;
}
