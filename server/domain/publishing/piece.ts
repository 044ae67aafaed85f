/** Takes a piece out of the records, together with everything that its records refer to, so that it can stand alone. */
import { entitiesOf } from '../model/claim-ends.ts';
import { inOneGo, type InSlices } from '../figures/in-slices.ts';
import { chainOf } from '../figures/lineage.ts';
import type { Citation, Source } from '../model/records.ts';
import { visibleCitations, type NarrationContext } from '../telling/narration.ts';

export interface PieceRequest {
  entities: Iterable<string>;
  claims: Iterable<string>;
  /** Datasets taken whole, with every record of theirs, used or not. */
  datasets?: Iterable<string>;
}
/** Sorted ids of everything that is shown or referred to. Claims are those visible at the clocks of the figures. */
export interface Piece {
  entities: string[];
  claims: string[];
  sources: string[];
  voices: string[];
  predicates: string[];
  datasets: string[];
  /** Visible citations by claim, in the order of the history. */
  citations: Map<string, Citation[]>;
}

/**
 * The entities and claims asked for, and all they refer to: the ends of the claims, the entities that their citations name (`by`, `case`, `statedBy`), the
 * sources on the citations' ways with their voices, the entities that those voices speak for or have a stake in, the sources that print the names, and
 * candidates. Ids that are not among the records are left out.
 */
export function closePiece(ctx: Pick<NarrationContext, 'records' | 'figures'>, request: PieceRequest): Piece {
  return inOneGo(closePieceInSlices(ctx, request));
}

/** The same in slices. */
export function* closePieceInSlices(ctx: Pick<NarrationContext, 'records' | 'figures'>, request: PieceRequest): InSlices<Piece> {
  const { records, figures } = ctx;
  const whole = new Set(request.datasets);
  const ofWhole = (from: ReadonlyMap<string, { dataset: string }>) =>
    whole.size === 0 ? [] : [...from].filter(([, record]) => whole.has(record.dataset)).map(([id]) => id);
  const entities = new Set<string>([...request.entities, ...ofWhole(records.entities)]);
  const sources = new Set<string>(ofWhole(records.sources));
  const voices = new Set<string>(ofWhole(records.voices));
  const predicates = new Set<string>(ofWhole(records.predicates));
  const citations = new Map<string, Citation[]>();
  for (const id of new Set([...request.claims, ...ofWhole(records.claims)])) {
    const claim = records.claims.get(id);
    if (!claim || !figures.get(id)?.visible) continue;
    const visible = visibleCitations(id, ctx);
    citations.set(id, visible);
    predicates.add(claim.predicate);
    entitiesOf(claim).forEach((entity) => entities.add(entity));
    for (const citation of visible) {
      namedBy(citation).forEach((entity) => entities.add(entity));
      sourcesOf(citation).forEach((source) => sources.add(source));
    }
    yield;
  }
  // A Set iterates over members that are added meanwhile; the outer loop ends when no set grows.
  for (let size = -1; size !== entities.size + sources.size + voices.size;) {
    size = entities.size + sources.size + voices.size;
    for (const id of sources) {
      addSource(chainOf(id, records.sources), sources, voices);
      yield;
    }
    for (const id of voices) {
      const voice = records.voices.get(id);
      voice?.entities.forEach((entity) => entities.add(entity));
      if (typeof voice?.stake !== 'object') continue;
      for (const stake of voice.stake) if ('entity' in stake) entities.add(stake.entity);
    }
    for (const id of entities) {
      const entity = records.entities.get(id);
      entity?.candidates?.forEach((candidate) => entities.add(candidate));
      entity?.names.forEach((name) => name.sources?.forEach((source) => sources.add(source)));
      yield;
    }
  }
  const kept = {
    entities: [...entities].filter((id) => records.entities.has(id)).sort(),
    claims: [...citations.keys()].sort(),
    sources: [...sources].filter((id) => records.sources.has(id)).sort(),
    voices: [...voices].filter((id) => records.voices.has(id)).sort(),
    predicates: [...predicates].filter((id) => records.predicates.has(id)).sort(),
    citations,
  };
  return { ...kept, datasets: [...new Set([...whole, ...datasetsOf(kept, ctx)])].sort() };
}

function namedBy({ standing, statedBy }: Citation): string[] {
  return [standing.by, standing.case, statedBy].filter((id) => id !== undefined);
}

function sourcesOf({ source, through, origin }: Citation): string[] {
  return origin === undefined ? [source, ...through] : [source, ...through, origin];
}

function addSource(chain: readonly Source[], sources: Set<string>, voices: Set<string>): void {
  for (const { id, voice } of chain) {
    sources.add(id);
    voices.add(voice);
  }
}

function datasetsOf(kept: Omit<Piece, 'datasets'>, { records }: Pick<NarrationContext, 'records'>): string[] {
  const datasets = new Set<string>();
  const add = (record: { dataset: string } | undefined) => record && datasets.add(record.dataset);
  kept.entities.forEach((id) => add(records.entities.get(id)));
  kept.sources.forEach((id) => add(records.sources.get(id)));
  kept.voices.forEach((id) => add(records.voices.get(id)));
  kept.predicates.forEach((id) => add(records.predicates.get(id)));
  kept.claims.forEach((id) => add(records.claims.get(id)));
  for (const cited of kept.citations.values()) cited.forEach(add);
  return [...datasets].sort();
}
