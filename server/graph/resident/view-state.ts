/** The whole case as it stands at the clocks of a view, in memory: what every read at a date is answered from. */
import type { NodeView } from '../../contract/views.ts';
import { entitiesOf } from '../../domain/model/claim-ends.ts';
import type { TakenFrom } from '../../domain/comparing/strike.ts';
import { deriveFigures } from '../../domain/figures/derive-figures.ts';
import type { Entity, LangText, Name, Records } from '../../domain/model/records.ts';
import type { Clocks } from '../../domain/model/questions.ts';
import type { Figures } from '../../domain/model/figures.ts';
import { hasLine } from '../../domain/model/segments.ts';
import { displayName, visibleNames } from '../../domain/model/names.ts';
import { sourceVisibleAt } from '../../domain/dates/visibility.ts';
import { isNoLink } from '../../domain/figures/no-established-link.ts';
import { withinEdges } from '../../domain/figures/within.ts';
import { compactOfRecords } from '../../domain/tracing/compact/build-compact.ts';
import type { CompactGraph } from '../../domain/tracing/compact/compact-graph.ts';
import { byStanding } from '../../domain/figures/by-standing.ts';
import { datasetsHolding } from '../datasets-holding.ts';
import { runInSlices } from '../run-in-slices.ts';
import type { WholeCase } from '../graph.ts';

export interface ViewState extends WholeCase {
  clocks: Clocks;
  /** Ids of those of them that have nothing to draw. */
  linelessOf(entity: string): readonly string[];
  /** Names that may be shown at the published clock. */
  namesOf(entity: Entity): Name[];
  /** At a clock, an entity all of whose claims are hidden is hidden too. */
  isVisible(entity: Entity): boolean;
  /** The place of a visible claim in the order of standing, from 0. */
  placeOf(claim: string): number;
  /** Ids of the visible claims that say "no link was found", listed when first asked for. */
  noLinks(): readonly string[];
}

/** Predicate whose text stands in for a name that is not yet printed. */
export const DESCRIBED_AS = 'described-as';

/**
 * Derives everything once, at clocks that are clear; `records` are those of the recorded clock where it is set, without what is struck.
 * @param figures those of all claims at these clocks, where they were derived already
 * @param taken what each claim lost to what is struck
 */
export function buildViewState(
  records: Records,
  revision: number,
  clocks: Clocks,
  figures: Map<string, Figures> = deriveFigures(records, { clocks }),
  taken: ReadonlyMap<string, TakenFrom> = new Map(),
): ViewState {
  const visible = [...figures.values()].filter((f) => f.visible).sort(byStanding);
  const byEntity = new Map<string, string[]>();
  for (const { claim: id } of visible) {
    const claim = records.claims.get(id);
    for (const entity of claim ? entitiesOf(claim) : []) {
      const known = byEntity.get(entity);
      if (known) known.push(id);
      else byEntity.set(entity, [id]);
    }
  }
  const everClaimed = new Set<string>();
  for (const claim of records.claims.values()) for (const id of entitiesOf(claim)) everClaimed.add(id);
  const unsure = new Set(records.identities.flatMap((i) => (i.decision === 'unsure' ? [i.a, i.b] : [])));
  const claimsOf = (id: string) => byEntity.get(id) ?? [];
  const linelessOf = (id: string) =>
    claimsOf(id).filter((one) => {
      const claim = records.claims.get(one);
      const predicate = claim && records.predicates.get(claim.predicate);
      return claim && predicate && !hasLine(claim, predicate, (end) => records.entities.get(end)?.type);
    });
  const name = namer(records, figures, claimsOf, clocks);
  const nodes = new Map<string, NodeView>();
  const node = (id: string): NodeView | undefined => {
    const known = nodes.get(id);
    if (known) return known;
    const entity = records.entities.get(id);
    if (!entity) return undefined;
    const counts = { degree: claimsOf(id).length, lineless: linelessOf(id).length };
    const built = nodeOf(entity, name.shown(entity), counts, unsure.has(id));
    nodes.set(id, built);
    return built;
  };
  let places: Map<string, number> | undefined;
  let graph: Promise<CompactGraph> | undefined;
  let noLinks: string[] | undefined;
  return {
    records,
    figures,
    taken,
    revision,
    clocks,
    claimsOf,
    linelessOf,
    visibleClaims: visible.map((f) => f.claim),
    node,
    nameOf: (id) => node(id)?.name ?? id,
    namesOf: name.all,
    isVisible: (entity) => claimsOf(entity.id).length > 0 || !everClaimed.has(entity.id),
    sourcesOf: (id) => sourcesRead(id, records, figures),
    datasetsOf: (id) => datasetsHolding(id, records),
    within: withinEdges(records, figures),
    placeOf: (id) => (places ??= new Map(visible.map((f, i) => [f.claim, i]))).get(id) ?? Infinity,
    noLinks: () => (noLinks ??= visible.map((f) => f.claim).filter((id) => isNoLink(records.claims.get(id)?.predicate ?? ''))),
    compactGraph: () => (graph ??= runInSlices(compactOfRecords(records, figures))),
  };
}

/** Names at the published clock, with the visible descriptions that stand in for them. */
function namer(records: Records, figures: Map<string, Figures>, claimsOf: (id: string) => readonly string[], clocks: Clocks) {
  const sourceVisible = clocks.published === undefined ? undefined : sourceVisibleAt(records.sources, clocks);
  const describedAs = (entity: Entity): LangText[] =>
    claimsOf(entity.id).flatMap((id) => {
      const claim = records.claims.get(id);
      const isDescription = claim?.predicate === DESCRIBED_AS && claim.subject === entity.id;
      if (!isDescription || typeof claim.object === 'string' || (figures.get(id)?.rank ?? -1) < 0) return [];
      return [claim.object];
    });
  return {
    shown: (entity: Entity): Name => displayName(entity, { sourceVisible, describedAs: describedAs(entity) }),
    all: (entity: Entity): Name[] => visibleNames(entity, { sourceVisible }),
  };
}

function nodeOf(entity: Entity, shown: Name, counts: Pick<NodeView, 'degree' | 'lineless'>, unsure: boolean): NodeView {
  return {
    id: entity.id,
    type: entity.type,
    ...(entity.kind === undefined ? {} : { kind: entity.kind }),
    name: shown.text,
    nameLang: shown.lang,
    label: shown.kind === 'label',
    unnamed: entity.unnamed ?? false,
    ...(entity.redacted === undefined ? {} : { redacted: entity.redacted }),
    generic: entity.generic ?? false,
    aggregate: entity.aggregate ?? false,
    atRisk: entity.atRisk ?? false,
    candidates: entity.candidates ?? [],
    unsure,
    ...counts,
  };
}

/** The sources read by the citations that are visible: those the derived history tells of. */
function sourcesRead(id: string, records: Records, figures: Map<string, Figures>): string[] {
  const seen = new Set(figures.get(id)?.history.map((step) => step.citation));
  const sources = (records.citations.get(id) ?? []).filter((c) => seen.has(c.id)).map((c) => c.source);
  return [...new Set(sources)].sort();
}
