/** Derives the figures of claims (standing, origins, stake, contest and values) from the records alone (model.md). */
import { accusationsIn } from './accusations.ts';
import { claimViews, stands, type ClaimView, type ViewOf } from './claim-views.ts';
import { inOneGo, type InSlices } from './in-slices.ts';
import { deriveInvolvement, type Surroundings } from './involvement.ts';
import { firstPublished } from './first-published.ts';
import type { PlotSpan } from './plot-spans.ts';
import { rememberedChains } from './lineage.ts';
import type { Clocks } from '../model/questions.ts';
import type { Figures } from '../model/figures.ts';
import type { Citation, Records, RivalSet } from '../model/records.ts';
import { displayName } from '../model/names.ts';
import { restsOn } from './rests-on.ts';
import type { CountedCitation } from './standing.ts';
import { happenedValues, quantityValues } from './values.ts';
import { sourceVisibleAt } from '../dates/visibility.ts';
import { downwards, reach, withinEdges, type WithinEdge } from './within.ts';

export interface DeriveContext {
  clocks?: Clocks;
  /** Derive the figures of these claims only. The other records are still read. */
  only?: Iterable<string>;
  /**
   * What is known of claims that are not among the records, at the same clocks, so that a part of the records gives the same figures as the whole: `within`
   * edges of the claims that stand, their accusations, and the ids of those that have a supporting citation that counts. The voices, sources, entities and
   * predicates that the part refers to must be in the records.
   */
  outside?: {
    within?: readonly WithinEdge[];
    accusations?: readonly { source: string; by: string }[];
    standingClaims?: readonly string[];
    /** Needed at a happened clock only: what those claims say of when plots, events and cases were (`plotSpansOf`). */
    spans?: readonly PlotSpan[];
  };
}

/** Figures by claim id. The work grows in proportion to the citations read, because each index is built once. */
export function deriveFigures(records: Records, context: DeriveContext = {}): Map<string, Figures> {
  return inOneGo(figuresInSlices(records, context));
}

/** The same, with a slice after each claim looked at. */
export function* figuresInSlices(records: Records, context: DeriveContext = {}): InSlices<Map<string, Figures>> {
  const viewOf = claimViews(records, context.clocks, context.outside?.spans);
  // Each view is kept, so that what surrounds the claims is then found at once.
  for (const id of context.only ? [] : records.claims.keys()) {
    viewOf(id);
    yield;
  }
  const surroundings = surroundingsOf(records, viewOf, context);
  const rivalsOf = rivalIndex(records);
  const outsideStanding = new Set(context.outside?.standingClaims);
  const isStanding = (id: string) => (records.claims.has(id) ? stands(viewOf(id)) : outsideStanding.has(id));
  const figures = new Map<string, Figures>();
  for (const id of context.only ?? records.claims.keys()) {
    const view = viewOf(id);
    if (view)
      figures.set(
        id,
        figuresOf(view, surroundings, () => rivalsOf(id).filter(isStanding)),
      );
    yield;
  }
  return figures;
}

function surroundingsOf(records: Records, viewOf: ViewOf, { clocks, outside }: DeriveContext): Surroundings {
  const inside = withinEdges(records, (id) => stands(viewOf(id)));
  const others = (outside?.within ?? []).filter((edge) => !records.claims.has(edge.claim));
  const below = downwards([...inside, ...others]);
  const accusers = new Map<string, Set<string>>();
  for (const { source, by } of [...accusationsIn(records, viewOf), ...(outside?.accusations ?? [])]) {
    const known = accusers.get(source);
    if (known) known.add(by);
    else accusers.set(source, new Set([by]));
  }
  const sourceVisible = clocks ? sourceVisibleAt(records.sources, clocks) : undefined;
  return {
    records,
    chainOf: rememberedChains(records.sources),
    // Searched downwards from the stakes: voices have few stakes, while claims are many.
    underOf: remember((id) => reach([id], below)),
    accusersIn: (id) => accusers.get(id),
    nameOf: remember((id) => {
      const entity = records.entities.get(id);
      return entity ? displayName(entity, { sourceVisible }).text : id;
    }),
  };
}

function remember<T>(work: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = work(key)));
    return value;
  };
}

/**
 * Returns a function from a claim to the other claims of its rival sets, each once, sorted. Computed only for the claims asked about, because a set of n has n²
 * pairs.
 */
function rivalIndex(records: Records): (claimId: string) => string[] {
  const setsOf = new Map<string, RivalSet[]>();
  for (const set of records.rivals) {
    for (const id of set.claims) {
      const known = setsOf.get(id);
      if (known) known.push(set);
      else setsOf.set(id, [set]);
    }
  }
  return (id) => {
    const others = new Set((setsOf.get(id) ?? []).flatMap((set) => set.claims));
    others.delete(id);
    return [...others].sort();
  };
}

function figuresOf(view: ClaimView, surroundings: Surroundings, standingRivals: () => string[]): Figures {
  const { standing } = view;
  const counted = standing.counted.map((c) => c.citation);
  const happened = happenedValues(counted);
  const count = quantityValues(counted, 'count');
  const amount = quantityValues(counted, 'amount');
  const contestedBy: Figures['contestedBy'] = [];
  if (view.visible) {
    const disputes = view.citations.filter((c) => c.stance === 'disputes').map((c) => c.id);
    if (disputes.length > 0) contestedBy.push({ kind: 'dispute', ids: disputes });
    const rivals = standingRivals();
    if (rivals.length > 0) contestedBy.push({ kind: 'rival', ids: rivals });
    if (happened.disjoint.length > 0) contestedBy.push({ kind: 'values', ids: happened.disjoint, field: 'happened' });
    if (count.disjoint.length > 0) contestedBy.push({ kind: 'values', ids: count.disjoint, field: 'count' });
    if (amount.disjoint.length > 0) contestedBy.push({ kind: 'values', ids: amount.disjoint, field: 'amount' });
  }
  const { uninvolved, reasons } = deriveInvolvement(view, surroundings);
  const voices = rootVoices(standing.counted);
  const figures: Figures = {
    claim: view.claim.id,
    visible: view.visible,
    uncertain: view.uncertain,
    level: standing.level,
    rank: standing.rank,
    by: standing.by,
    history: standing.history,
    accusatory: view.accusatory,
    origins: voices.length,
    originsOpen: counted.some((c) => c.originBasis === 'not-established' && !c.importOnly),
    originsAtStanding: rootVoices(standing.counted, standing.rank).length,
    uninvolvedOrigins: uninvolved.length,
    uninvolvedVoices: uninvolved,
    involvedReasons: reasons,
    originVoices: voices,
    restsOn: restsOn(
      countingOf(view),
      standing.counted.filter(({ retelling }) => !retelling),
      surroundings.records.sources,
      surroundings.chainOf,
    ),
    retellings: standing.counted.filter(({ retelling }) => retelling).map(({ citation }) => citation.id),
    contested: contestedBy.length > 0,
    contestedBy,
    happened: happened.values,
    count: count.values,
    amount: amount.values,
    citations: view.citations.length,
    supporting: view.citations.filter((c) => c.stance === 'supports').length,
    inferred: counted.length > 0 && counted.every((c) => c.reading === 'inferred'),
    hedges: standing.hedges,
  };
  const published = firstPublished(view.citations, surroundings.records.sources);
  if (published !== undefined) figures.firstPublished = published;
  if (view.datedBy) figures.datedBy = view.datedBy;
  if (standing.since) figures.since = standing.since;
  return figures;
}

/** The visible citations that were not taken back. */
function countingOf({ citations, standing }: ClaimView): Citation[] {
  const retracted = new Set(standing.history.flatMap((step) => (step.fell === 'retracted' ? [step.citation] : [])));
  return retracted.size === 0 ? citations : citations.filter((citation) => !retracted.has(citation.id));
}

/** Distinct voices at the roots of the citations that give at least this rank, sorted. Retellings add none. */
function rootVoices(counted: readonly CountedCitation[], atLeast = 0): string[] {
  const voices = new Set<string>();
  for (const { root, rank, retelling } of counted) if (root && !retelling && rank >= atLeast) voices.add(root.voice);
  return [...voices].sort();
}
