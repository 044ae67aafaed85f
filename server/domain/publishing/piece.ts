/** Takes a piece out of the records: what was chosen, what its sentences name, and the sources and voices on the ways of its citations; nothing else. */
import { entitiesOf } from '../model/claim-ends.ts';
import { claimsOfOutcomes } from '../figures/case-steps.ts';
import { inOneGo, type InSlices } from '../figures/in-slices.ts';
import { sourceVisibleAt } from '../dates/visibility.ts';
import { visibleNames } from '../model/names.ts';
import type { Clocks } from '../model/questions.ts';
import { chainOf, wayOf } from '../figures/lineage.ts';
import type { Citation, Records, Voice } from '../model/records.ts';
import { visibleCitations, type NarrationContext } from '../telling/narration.ts';

export interface PieceRequest {
  entities: Iterable<string>;
  claims: Iterable<string>;
  /** Datasets taken whole, with every record of theirs, used or not. */
  datasets?: Iterable<string>;
  /** Of a view at dates: a name that is not shown at them needs no stub of the source that prints it. */
  clocks?: Clocks;
}
/** Sorted ids of records that those of a piece refer to and that are not in it: a file that needs them has a stub for each. */
export interface Stubs {
  entities: string[];
  sources: string[];
  voices: string[];
}
/** Sorted ids of everything in a piece. Claims are those visible at the clocks of the figures. */
export interface Piece {
  entities: string[];
  claims: string[];
  sources: string[];
  voices: string[];
  predicates: string[];
  /** Datasets of these records; those of the stubs are not among them. */
  datasets: string[];
  /** Visible citations by claim, in the order of the history. */
  citations: Map<string, Citation[]>;
  /** Of the records given; what these do not hold is not among them. */
  stubs: Stubs;
}

/**
 * The entities and claims asked for, the claims that carry what became of a case that these are about, and what all of them name: the ends and qualifiers of the claims, the entities that their citations name (`by`, `case`,
 * `statedBy`), and the sources on the citations' ways with their voices. What a voice has a stake in or speaks for, the sources that print a name, candidates,
 * and a text carried by a page that speaks in its own words are stubs. Ids that are not among the records are left out.
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
  // A claim told with what became of the case brings the claims that carry it; these are looked at last, and may bring others.
  const asked = new Set([...request.claims, ...ofWhole(records.claims)]);
  for (const id of asked) {
    const claim = records.claims.get(id);
    if (!claim || !figures.get(id)?.visible) continue;
    for (const other of claimsOfOutcomes(claim, ctx)) asked.add(other);
    const visible = visibleCitations(id, ctx);
    citations.set(id, visible);
    predicates.add(claim.predicate);
    entitiesOf(claim).forEach((entity) => entities.add(entity));
    for (const citation of visible) {
      namedBy(citation).forEach((entity) => entities.add(entity));
      wayOf(citation, records.sources).forEach((source) => sources.add(source.id));
    }
    yield;
  }
  for (const id of sources) {
    const voice = records.sources.get(id)?.voice;
    if (voice !== undefined) voices.add(voice);
    yield;
  }
  const kept = {
    entities: [...entities].filter((id) => records.entities.has(id)).sort(),
    claims: [...citations.keys()].sort(),
    sources: [...sources].filter((id) => records.sources.has(id)).sort(),
    voices: [...voices].filter((id) => records.voices.has(id)).sort(),
    predicates: [...predicates].filter((id) => records.predicates.has(id)).sort(),
    citations,
  };
  const { clocks } = request;
  const outside = referredOutside(kept, records, clocks && sourceVisibleAt(records.sources, clocks));
  yield;
  const stubs = {
    entities: outside.entities.filter((id) => records.entities.has(id)),
    sources: outside.sources.filter((id) => records.sources.has(id)),
    voices: outside.voices.filter((id) => records.voices.has(id)),
  };
  return { ...kept, datasets: [...new Set([...whole, ...datasetsOf(kept, records)])].sort(), stubs };
}

/**
 * Sorted ids that records of a piece refer to and that are not in it, whether or not the records hold them. Of a source that is a stub its voice and the texts
 * that it carries are named too, because they decide which texts are one.
 * @param sourceVisible at the clocks of a view; names that no such source prints are left out of account
 */
export function referredOutside(
  piece: Pick<Piece, 'entities' | 'sources' | 'voices'>,
  records: Pick<Records, 'entities' | 'sources' | 'voices'>,
  sourceVisible?: (source: string) => boolean,
): Stubs {
  const entities = new Set<string>();
  const sources = new Set<string>();
  const voices = new Set<string>();
  for (const id of piece.voices) {
    const voice = records.voices.get(id);
    if (voice) voiceEntities(voice).forEach((entity) => entities.add(entity));
  }
  for (const id of piece.entities) {
    const entity = records.entities.get(id);
    entity?.candidates?.forEach((candidate) => entities.add(candidate));
    const names = entity ? visibleNames(entity, { sourceVisible }) : [];
    names.forEach((name) => name.sources?.forEach((source) => sources.add(source)));
  }
  for (const id of new Set([...piece.sources, ...sources])) {
    const chain = chainOf(id, records.sources);
    for (const source of chain) {
      sources.add(source.id);
      voices.add(source.voice);
    }
    const unknown = chain.at(-1)?.textOf?.source;
    if (unknown !== undefined) sources.add(unknown);
  }
  const outside = (found: ReadonlySet<string>, own: readonly string[]) => {
    const inPiece = new Set(own);
    return [...found].filter((id) => !inPiece.has(id)).sort();
  };
  return { entities: outside(entities, piece.entities), sources: outside(sources, piece.sources), voices: outside(voices, piece.voices) };
}

/** Entities that a voice speaks for or has a stake in. */
export function voiceEntities({ entities, stake }: Voice): string[] {
  return [...entities, ...(typeof stake === 'object' ? stake.flatMap((one) => ('entity' in one ? one.entity : [])) : [])];
}

/** Every entity whose id a file of the piece holds, in full or as a stub. */
export function entitiesNamed({ entities, stubs }: Pick<Piece, 'entities' | 'stubs'>): string[] {
  return [...entities, ...stubs.entities];
}

function namedBy({ standing, statedBy }: Citation): string[] {
  return [standing.by, standing.case, statedBy].filter((id) => id !== undefined);
}

function datasetsOf(kept: Omit<Piece, 'datasets' | 'stubs'>, records: Records): string[] {
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
