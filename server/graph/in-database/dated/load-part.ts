/** A part of the case at the dates of a view: the claims asked for, with every record that their figures, names and visibility at these dates rest on. */
import { API_LIMITS } from '../../../contract/parts.ts';
import { rootOf } from '../../../domain/figures/lineage.ts';
import { plotsOfClaim } from '../../../domain/figures/plot-spans.ts';
import { sourceVisibleAt } from '../../../domain/dates/visibility.ts';
import { entitiesOf } from '../../../domain/model/claim-ends.ts';
import { AppError } from '../../../domain/model/errors.ts';
import { visibleNames } from '../../../domain/model/names.ts';
import type { Clocks } from '../../../domain/model/questions.ts';
import type { Entity, Records, Source, Voice } from '../../../domain/model/records.ts';
import { addClaimsById, completeReferences, loadClaimRecords } from '../../../store/load-records.ts';
import { claimsAccusing, claimsHaving, claimsOnSubjects } from '../../../store/statements/claims.ts';
import { entitiesById } from '../../../store/statements/entities.ts';
import { sourcesWithChains } from '../../../store/statements/sources.ts';
import { buildViewState, DESCRIBED_AS, type ViewState } from '../../resident/view-state.ts';
import { bodiesAboveOf } from '../bodies-above.ts';
import { datasetsOf } from '../record-context.ts';
import type { Past } from './recorded-part.ts';
import { allEntitiesOf, answeredBeside, predicatesOf, withSame, type DatabaseReader } from '../row-context.ts';

export interface DatedReader extends DatabaseReader {
  clocks: Clocks;
  /** What was changed since the recorded clock, where it is set. */
  past?: Past | undefined;
}

/** Most claims that one answer at a date is worked out from, those it only rests on included. */
export const MOST_CLAIMS = API_LIMITS.datedClaims;
/** Asked of a statement, so that one claim too many is seen. */
export const ONE_TOO_MANY = MOST_CLAIMS + 1;

/** @throws AppError `limit` beyond `MOST_CLAIMS` */
export function refuseTooLarge(claims: number): void {
  if (claims <= MOST_CLAIMS) return;
  throw new AppError(
    'limit',
    `An answer at a date is worked out from at most ${MOST_CLAIMS} claims where the case is larger than the memory set for it; this question needs more. Ask for less, look without a date, or set ATTEST_GRAPH_MEMORY higher.`,
    { limit: { name: 'datedClaims', value: MOST_CLAIMS } },
  );
}

/** Records that are wanted whether or not a claim refers to them. */
export interface AlsoLoaded {
  entities?: Iterable<string>;
  sources?: readonly Source[];
  voices?: readonly Voice[];
}

/**
 * The part as a state that the answers of the resident graph can be read from. Only the claims asked for are listed in it, and those changed since a recorded
 * clock; those they rest on are there to derive from. Nodes count the claims of the part alone: `datedNodes` counts the others.
 * @param ids claims; ids nobody has are left out
 * @throws AppError `limit` beyond `MOST_CLAIMS`
 */
export async function loadPart(reader: DatedReader, ids: Iterable<string>, also: AlsoLoaded = {}): Promise<ViewState> {
  const { tx, revision, clocks, past } = reader;
  const asked = new Set([...ids, ...(past?.claims ?? [])]);
  refuseTooLarge(asked.size);
  const records = await loadClaimRecords(tx, [...asked], revision);
  // A list of its own: a recorded clock turns it back in place.
  records.identities = [...(await withSame(reader, records.identities))];
  for (const source of also.sources ?? []) records.sources.set(source.id, source);
  for (const voice of also.voices ?? []) records.voices.set(voice.id, voice);
  await addEntities(reader, records, also.entities ?? []);
  // What is loaded from here on is what the past states refer to, too.
  past?.turnBack(records);
  await addClaims(
    reader,
    records,
    records.rivals.flatMap((set) => set.claims),
  );
  const answered = await answeredBeside(reader, records);
  await addClaims(reader, records, answered.claims);
  await addDescriptions(reader, records);
  await addBodiesAbove(reader, records, asked, answered.concerned);
  await addAccusations(reader, records, asked);
  await addPlotClaims(reader, records);
  const loaded = new Set([...records.entities.keys(), ...(past?.entities ?? []).map(({ id }) => id)]);
  records.predicates = await predicatesOf(reader);
  records.datasets = await datasetsOf(reader);
  records.entities = (await allEntitiesOf(reader)) ?? records.entities;
  if (past) {
    // These are shared by all who read at this revision: copied before anything in them is turned back.
    records.predicates = new Map(records.predicates);
    records.datasets = new Map(records.datasets);
    records.entities = new Map(records.entities);
    past.turnBack(records);
  }
  return onlyPart(buildViewState(records, revision, clocks), asked, loaded);
}

/** Of entities that were not loaded nothing is said: whether their names may be shown is not known. They are there for the wording of sentences. */
function onlyPart(state: ViewState, asked: ReadonlySet<string>, loaded: ReadonlySet<string>): ViewState {
  const isAsked = (id: string) => asked.has(id);
  const node = (id: string) => (loaded.has(id) ? state.node(id) : undefined);
  return {
    ...state,
    node,
    nameOf: (id) => node(id)?.name ?? id,
    visibleClaims: state.visibleClaims.filter(isAsked),
    claimsOf: (entity) => state.claimsOf(entity).filter(isAsked),
    linelessOf: (entity) => state.linelessOf(entity).filter(isAsked),
  };
}

/** Adds claims with their citations and all that these name. */
async function addClaims({ tx, revision }: DatedReader, records: Records, ids: Iterable<string>): Promise<void> {
  await addClaimsById(tx, revision, records, ids);
  refuseTooLarge(records.claims.size);
  await completeReferences(tx, revision, records);
}

async function addEntities({ tx, revision }: DatedReader, records: Records, ids: Iterable<string>): Promise<void> {
  const missing = [...new Set(ids)].filter((id) => !records.entities.has(id));
  if (missing.length === 0) return;
  for (const { json } of await entitiesById.run(tx, { rev: revision, ids: missing })) {
    const entity: Entity = JSON.parse(json);
    records.entities.set(entity.id, entity);
  }
}

/** The sources that print the names, and the descriptions that stand in for names which are not yet printed at the published clock. */
async function addDescriptions(reader: DatedReader, records: Records): Promise<void> {
  const { tx, revision: rev, clocks } = reader;
  if (clocks.published === undefined) return;
  for (const [id, source] of await sourcesPrinting(reader, records.entities.values())) if (!records.sources.has(id)) records.sources.set(id, source);
  const sourceVisible = sourceVisibleAt(records.sources, clocks);
  const unnamed = [...records.entities.values()].filter((entity) => visibleNames(entity, { sourceVisible }).length === 0);
  if (unnamed.length === 0) return;
  const subjects = unnamed.map(({ id }) => id);
  const found = await claimsOnSubjects.run(tx, { rev, predicate: DESCRIBED_AS, subjects, limit: ONE_TOO_MANY });
  await addClaims(
    reader,
    records,
    found.map(({ id }) => id),
  );
}

/** The sources that print a name of these entities, with the texts they carry. */
export async function sourcesPrinting({ tx, revision: rev }: DatedReader, entities: Iterable<Entity>): Promise<Map<string, Source>> {
  const ids = new Set([...entities].flatMap(({ names }) => names.flatMap((name) => name.sources ?? [])));
  const rows = ids.size === 0 ? [] : await sourcesWithChains.run(tx, { rev, ids: [...ids] });
  return new Map(
    rows.map(({ json }): [string, Source] => {
      const source: Source = JSON.parse(json);
      return [source.id, source];
    }),
  );
}

/** The `within` claims above what the claims concern, and above whoever disputes them: who is a party, and who answers for whom, depends on them. @param further whom further claims concern */
async function addBodiesAbove(reader: DatedReader, records: Records, asked: ReadonlySet<string>, further: readonly string[]): Promise<void> {
  const from = new Set(further);
  for (const id of asked) {
    const claim = records.claims.get(id);
    if (claim) for (const entity of entitiesOf(claim)) from.add(entity);
    for (const { stance, standing } of records.citations.get(id) ?? []) if (stance === 'disputes' && standing.by !== undefined) from.add(standing.by);
  }
  const edges = await bodiesAboveOf(reader, from, { standing: false });
  await addClaims(
    reader,
    records,
    edges.map((edge) => edge.claim),
  );
}

/** The claims on which a voice at a root of the claims accuses in the same document: it is a party to all that the document is the root of. */
async function addAccusations(reader: DatedReader, records: Records, asked: ReadonlySet<string>): Promise<void> {
  const roots = new Set<string>();
  for (const id of asked) {
    for (const citation of records.citations.get(id) ?? []) {
      const root = rootOf(citation, records.sources);
      if (root) roots.add(root.id);
    }
  }
  const speaksFor = (source: string) => records.voices.get(records.sources.get(source)?.voice ?? '')?.entities ?? [];
  const by = new Set([...roots].flatMap(speaksFor));
  if (by.size === 0) return;
  const found = await claimsAccusing.run(reader.tx, { rev: reader.revision, sources: [...roots], by: [...by], limit: ONE_TOO_MANY });
  await addClaims(
    reader,
    records,
    found.map(({ id }) => id),
  );
}

/** At a happened clock a claim without a date is dated by its plot, event or case: all claims of these are needed to say when they were. */
export async function addPlotClaims(reader: DatedReader, records: Records): Promise<void> {
  if (reader.clocks.happened === undefined) return;
  const plots = new Set<string>();
  for (const [id, claim] of records.claims) {
    // Whatever of them is hidden at the date, a date is left.
    const isDated = (records.citations.get(id) ?? []).every(({ stance, happened }) => stance === 'supports' && happened !== undefined);
    if (!isDated) for (const plot of plotsOfClaim(claim, records)) plots.add(plot.id);
  }
  if (plots.size === 0) return;
  const found = await claimsHaving.run(reader.tx, { rev: reader.revision, entities: [...plots], limit: ONE_TOO_MANY });
  await addClaims(
    reader,
    records,
    found.map(({ id }) => id),
  );
}
