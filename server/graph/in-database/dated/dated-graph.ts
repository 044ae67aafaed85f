/**
 * The graph in the database at the dates of a view, for cases above the memory budget: a question about a part of the case is answered from the records of
 * that part, derived at these dates as the resident graph derives all of them. What is asked of the whole case is refused.
 */
import { entitiesOf } from '../../../domain/model/claim-ends.ts';
import { emptyRecords } from '../../../domain/model/empty-records.ts';
import { AppError } from '../../../domain/model/errors.ts';
import type { ClaimFilter } from '../../../domain/model/questions.ts';
import type { RolesQuestion } from '../../../domain/figures/roles.ts';
import type { EntityType } from '../../../domain/model/lists.ts';
import type { Entity, IdentityDecision, RivalSet } from '../../../domain/model/records.ts';
import { claimsHaving, claimsOnSources, claimsRootedAt, listClaimRows } from '../../../store/statements/claims.ts';
import { readSubgraphRows } from '../../../store/statements/expansion.ts';
import { identitiesOfEntities, rivalsOfClaims } from '../../../store/statements/rivals-and-identities.ts';
import { readSourceJson, sourcesOfVoices } from '../../../store/statements/sources.ts';
import { readVoiceJson } from '../../../store/statements/voices.ts';
import { fullTextQuery } from '../../../domain/searching/full-text-query.ts';
import { refuseTooManyClaims } from '../../piece-ids.ts';
import { runInSlices } from '../../run-in-slices.ts';
import type {
  ClaimPage,
  EntityAnswer,
  EvidenceAnswer,
  PieceAnswer,
  PieceQuestion,
  SearchAnswer,
  SearchQuestion,
  SourceAnswer,
  StateAnswers,
  VoiceAnswer,
} from '../../graph.ts';
import { claimsAmong, claimsAround, claimsOfFilter, evidenceOf } from '../../resident/claims.ts';
import { entityOf as residentEntityOf, neighbourCounts, roleEntries, searchNames } from '../../resident/entities.ts';
import { sourceOf, voiceOf } from '../../resident/sources.ts';
import type { ViewState } from '../../resident/view-state.ts';
import { API_LIMITS } from '../../../contract/parts.ts';
import { databaseGraph } from '../database-graph.ts';
import { hitsOf } from '../entities.ts';
import { filterParams } from '../filter-params.ts';
import { SUBGRAPH_HUBS } from '../hub.ts';
import { noLinksBeside } from '../no-links.ts';
import { deathsOf, idsOfPiece, withPiece } from '../piece.ts';
import { roleClaims } from '../role-claims.ts';
import { parseSource, parseVoice } from '../voice-context.ts';
import { voiceEntities } from '../../../domain/publishing/piece.ts';
import { withNodes } from './dated-nodes.ts';
import { turnBackIdentities } from './recorded-part.ts';
import { loadPart, ONE_TOO_MANY, sourcesPrinting, type AlsoLoaded, type DatedReader } from './load-part.ts';
import { allEntitiesOf, answeredBeside } from '../row-context.ts';
import { sourceVisibleAt } from '../../../domain/dates/visibility.ts';
import { visibleNames } from '../../../domain/model/names.ts';
import { closePieceInSlices } from '../../../domain/publishing/piece.ts';

/** @param refuse throws the error of a case that is too large for what is asked of all of it */
export function datedGraph(reader: DatedReader, refuse: () => never): StateAnswers {
  const stored = databaseGraph(reader);
  const refused = async () => refuse();
  return {
    ...stored,
    clocks: reader.clocks,
    // As recorded at a date: what each dataset takes along, and whether an id was there, is not followed back for these.
    ...(reader.past ? { questions: refused, known: (ids: readonly string[]) => knownThen(reader, ids) } : {}),
    async claims(filter, page) {
      const state = await loadPart(reader, await candidates(reader, filter));
      return pageWithNodes(reader, claimsOfFilter(state, filter, page), state);
    },
    async around(entity, question) {
      const state = await loadPart(reader, await claimsOf(reader, entity), { entities: [entity] });
      return pageWithNodes(reader, claimsAround(state, entity, question), state, [entity]);
    },
    neighbours: async (entity) => neighbourCounts(await loadPart(reader, await claimsOf(reader, entity), { entities: [entity] }), entity),
    among: (entities, limit) => among(reader, entities, limit),
    entity: (id) => entityOf(reader, id),
    evidence: (claim) => evidence(reader, claim),
    search: (question) => (question.q.trim() === '' ? refused() : search(reader, question)),
    said: refused,
    sources: refused,
    voices: refused,
    source: (id, limit) => source(reader, id, limit),
    voice: (id, limit) => voice(reader, id, limit),
    async roles(question) {
      const state = await loadPart(reader, await giveRoles(reader, question));
      const entries = roleEntries(state, question);
      return {
        entries,
        ctx: await withNodes(
          reader,
          state,
          entries.flatMap(({ entity, plot }) => [entity, plot]),
        ),
      };
    },
    totals: refused,
    entityCounts: refused,
    predicates: refused,
    ofType: refused,
    hops: refused,
    async context({ claims, entities = [] }) {
      const state = await loadTold(reader, claims, { entities });
      return withNodes(reader, state, [...entities, ...namedBy(state, state.visibleClaims)]);
    },
    piece: (question) => (reader.past ? refused() : piece(reader, question)),
  };
}

async function knownThen(reader: DatedReader, ids: readonly string[]): Promise<Map<string, EntityType>> {
  const { records } = await loadPart(reader, [], { entities: ids });
  return new Map(ids.flatMap((id) => (records.entities.has(id) ? [[id, records.entities.get(id)!.type]] : [])));
}

async function claimsOf(reader: DatedReader, entity: string): Promise<string[]> {
  const rows = await claimsHaving.run(reader.tx, { rev: reader.revision, entities: [entity], limit: ONE_TOO_MANY });
  return rows.map(({ id }) => id);
}

/** The part with what says beside its claims that no link was found: it is told with them. */
async function loadTold(reader: DatedReader, claims: Iterable<string>, also: AlsoLoaded): Promise<ViewState> {
  const ids = [...claims];
  const first = await loadPart(reader, ids, also);
  const told = ids.flatMap((id) => first.records.claims.get(id) ?? []);
  const { noLinks } = await noLinksBeside(reader, told, first.records, { standing: false });
  // What became of a case is told with what is asked, and printed with it: its figures are those of a claim asked for.
  const { claims: steps } = await answeredBeside(reader, { ...first.records, claims: new Map(told.map((claim) => [claim.id, claim])) });
  const more = [...noLinks, ...steps].filter((id) => !ids.includes(id));
  return more.length === 0 ? first : loadPart(reader, [...ids, ...more], also);
}

/** Entities that claims of the state name as their ends, qualifiers and accusers. */
function namedBy(state: ViewState, claims: Iterable<string>): string[] {
  const named: string[] = [];
  for (const id of claims) {
    const claim = state.records.claims.get(id);
    if (claim) named.push(...entitiesOf(claim), ...(state.figures.get(id)?.by ?? []));
  }
  return named;
}

async function pageWithNodes(reader: DatedReader, page: ClaimPage, state: ViewState, also: readonly string[] = []): Promise<ClaimPage> {
  const named = namedBy(
    state,
    page.claims.map((claim) => claim.id),
  );
  return { ...page, ctx: await withNodes(reader, state, [...also, ...named]) };
}

/**
 * Claims that may pass a filter at any date: those that pass the parts of it that no date changes, or only narrows. Which of them do is worked out at the
 * dates of the view.
 */
async function candidates(reader: DatedReader, filter: ClaimFilter): Promise<string[]> {
  const { tx, revision: rev } = reader;
  const { groups, predicates, predicatesNot, entities, sources, datasets } = filter;
  // Of a claim with several origins each one leads to it; of none asked for every claim has all.
  const voices = filter.voices ?? (filter.voicesAll?.length ? filter.voicesAll : undefined);
  // Where entities or sources were changed since the recorded clock, their claims are not found by what these are now.
  const types = reader.past && reader.past.entities.length > 0 ? undefined : filter.types;
  const fixed = { groups, predicates, predicatesNot, entities, types, sources, datasets };
  const isNarrowed = [groups, predicates, entities, types, sources, datasets].some((part) => part !== undefined);
  if (!isNarrowed && voices && (reader.past?.sources.length ?? 0) === 0) {
    const spoken = await sourcesOfVoices.run(tx, { rev, voices: [...voices] });
    return spoken.length === 0 ? [] : (await claimsRootedAt.run(tx, { rev, sources: spoken.map(({ id }) => id), limit: ONE_TOO_MANY })).map(({ id }) => id);
  }
  const rows = await listClaimRows.run(tx, { rev, ...filterParams(fixed), order: 'id', offset: 0, limit: ONE_TOO_MANY });
  return rows.map(({ id }) => id);
}

async function among(reader: DatedReader, entities: readonly string[], limit: number): Promise<ClaimPage> {
  const ids = [...new Set(entities)];
  const rows = await readSubgraphRows.run(reader.tx, { rev: reader.revision, ids, ...SUBGRAPH_HUBS, limit: ONE_TOO_MANY });
  const state = await loadPart(
    reader,
    rows.map(({ id }) => id),
    { entities: ids },
  );
  return pageWithNodes(reader, await runInSlices(claimsAmong(state, ids, limit)), state, ids);
}

async function giveRoles(reader: DatedReader, question: RolesQuestion): Promise<string[]> {
  return (await roleClaims(reader, question)).map(({ id }) => id);
}

async function entityOf(reader: DatedReader, id: string): Promise<EntityAnswer> {
  const { tx, revision: rev, past } = reader;
  const now = (await identitiesOfEntities.run(tx, { rev, entities: [id] })).map(({ json }): IdentityDecision => JSON.parse(json));
  const decided = turnBackIdentities(past, now).filter(({ a, b }) => a === id || b === id);
  const shown = [id, ...decided.flatMap(({ a, b }) => [a, b])];
  const state = await loadPart(reader, await giveRoles(reader, { entities: [id] }), { entities: shown });
  const answer = residentEntityOf({ ...state, records: { ...state.records, identities: decided } }, id);
  const ctx = await withNodes(reader, state, [...shown, ...answer.roles.flatMap((role) => [role.entity, role.plot])]);
  return { ...answer, ctx };
}

async function evidence(reader: DatedReader, id: string): Promise<EvidenceAnswer | undefined> {
  const { tx, revision: rev } = reader;
  const rivals = (await rivalsOfClaims.run(tx, { rev, claims: [id] })).map(({ json }): RivalSet => JSON.parse(json));
  // Sets changed since the recorded clock are among its claims already.
  const own = [id, ...rivals.flatMap((set) => set.claims)];
  const { records } = await loadPart(reader, [id]);
  const claim = records.claims.get(id);
  if (!claim) return undefined;
  const { noLinks } = await noLinksBeside(reader, [claim], records, { standing: false });
  const state = await loadPart(reader, [...own, ...noLinks]);
  const found = evidenceOf(state, id);
  return found && { ...found, ctx: await withNodes(reader, state, namedBy(state, [...own, ...noLinks])) };
}

/**
 * Among the entities that the index finds by any name they have, by those that may be shown; and among those whose names are all hidden, by the description that
 * stands in for them. Of a case of too many entities to hold, the latter are not looked at, and the total is a lower bound.
 */
async function search(reader: DatedReader, question: SearchQuestion): Promise<SearchAnswer> {
  const { q, types, exact, offset, limit } = question;
  const text = fullTextQuery(q, { exact });
  const { rows, isCut } = text === undefined ? { rows: [], isCut: false } : await hitsOf(reader, types, offset + limit, text);
  const unnamed = await unnamedAt(reader);
  const also = [...(unnamed ?? []), ...(reader.past?.entities ?? [])].filter(({ type }) => !types || types.includes(type));
  const ids = [...new Set([...rows, ...also].map(({ id }) => id))];
  const state = await withNodes(reader, await loadPart(reader, [], { entities: ids }), ids);
  const entities = new Map(ids.flatMap((id) => (state.records.entities.has(id) ? [[id, state.records.entities.get(id)!]] : [])));
  const found = await searchNames(
    {
      ...state,
      records: { ...state.records, entities },
      isVisible: ({ id }) => (state.node(id)?.degree ?? 0) > 0 || !state.isClaimed(id),
    },
    question,
  );
  return { ...found, totalAtLeast: isCut || unnamed === undefined, ctx: state };
}

/** Entities none of whose names may be shown at the published clock; undefined where there are too many entities to look at. */
async function unnamedAt(reader: DatedReader): Promise<Entity[] | undefined> {
  if (reader.clocks.published === undefined) return [];
  const all = await allEntitiesOf(reader);
  if (!all) return undefined;
  const then = { ...emptyRecords(), entities: new Map(all) };
  reader.past?.turnBack(then);
  then.sources = await sourcesPrinting(reader, then.entities.values());
  reader.past?.turnBack(then);
  const sourceVisible = sourceVisibleAt(then.sources, reader.clocks);
  return [...then.entities.values()].filter((entity) => visibleNames(entity, { sourceVisible }).length === 0);
}

async function source(reader: DatedReader, id: string, limit: number): Promise<SourceAnswer> {
  const { tx, revision: rev, past } = reader;
  const [own] = await readSourceJson.run(tx, { rev, id });
  if (!own && !past?.sources.some((source) => source.id === id)) throw new AppError('not-found', `There is no source "${id}".`);
  const sources = own ? [own.json, ...own.carries, ...own.carriedBy].map(parseSource) : [];
  const state = await loadPart(reader, await restingOn(reader, [id]), { sources });
  const answer = sourceOf(state, id, limit);
  const shown = [...answer.readFor.ids, ...answer.rootOf.ids, ...answer.alone.ids];
  return { ...answer, ctx: await withNodes(reader, state, namedBy(state, shown)) };
}

async function voice(reader: DatedReader, id: string, limit: number): Promise<VoiceAnswer> {
  const { tx, revision: rev, past } = reader;
  const [own] = await readVoiceJson.run(tx, { rev, id });
  const then = past?.voices.find((voice) => voice.id === id);
  const record = own ? parseVoice(own.json) : then;
  if (!record) throw new AppError('not-found', `There is no voice "${id}".`);
  const sources = own ? own.sources.map(parseSource) : [];
  const resting = await restingOn(
    reader,
    sources.map((one) => one.id),
  );
  const state = await loadPart(reader, resting, { sources, voices: [record], entities: [...voiceEntities(record), ...(then ? voiceEntities(then) : [])] });
  const answer = voiceOf(state, id, limit);
  const shown = namedBy(state, [...answer.claims.ids, ...answer.alone.ids]);
  return { ...answer, ctx: await withNodes(reader, state, [...voiceEntities(record), ...(then ? voiceEntities(then) : []), ...shown]) };
}

/** Claims with a citation read in, on its way through, or rooted at one of some sources. */
async function restingOn({ tx, revision: rev }: DatedReader, sources: readonly string[]): Promise<Set<string>> {
  if (sources.length === 0) return new Set();
  const asked = { rev, sources: [...sources], limit: ONE_TOO_MANY };
  const rows = [...(await claimsOnSources.run(tx, asked)), ...(await claimsRootedAt.run(tx, asked))];
  return new Set(rows.map(({ id }) => id));
}

async function piece(reader: DatedReader, question: PieceQuestion): Promise<PieceAnswer> {
  const ids = await idsOfPiece(reader, question);
  const { records } = await loadPart(reader, ids.claims);
  const claimed = [...ids.claims, ...(await deathsOf(reader, records))];
  const told = async (entities: Iterable<string>) => {
    const state = await loadTold(reader, claimed, { entities });
    const named = [...entities, ...namedBy(state, state.visibleClaims)];
    return { state, named, ctx: await withPiece(reader, await withNodes(reader, state, named), ids, question) };
  };
  const first = await told(ids.entities);
  // Whom the piece brings along besides those its claims name (voices, candidates) is called what it was called then, too.
  const along = (await runInSlices(closePieceInSlices(first.ctx, { ...ids, datasets: question.datasets }))).entities;
  const { state, ctx } = along.every((id) => first.named.includes(id)) ? first : await told([...ids.entities, ...along]);
  const claims = [...ids.claims].filter((id) => state.figures.get(id)?.visible).sort();
  refuseTooManyClaims(claims.length, API_LIMITS.exportClaims);
  return { ctx, entities: [...ids.entities].sort(), claims };
}
