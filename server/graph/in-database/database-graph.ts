/** The graph in the database, at no clock: every question, answered by statements that select, filter, order and count stored figures. */
import type { Question } from '../../domain/model/questions.ts';
import { listEntityIds } from '../../store/statements/entities.ts';
import { listQuestionRows } from '../../store/statements/questions-and-sets.ts';
import type { StateAnswers, HopsAnswer, HopsQuestion } from '../graph.ts';
import { claimsAmong, claimsAround, claimsOfFilter, evidenceOf } from './claims.ts';
import { entityOf, knownEntities, neighbourCounts, rolesAsked, searchNames } from './entities.ts';
import type { DatabaseReader } from './row-context.ts';
import { pieceOf } from './piece.ts';
import { recordContext } from './record-context.ts';
import { saidBetween } from './said-between.ts';
import { searchSaid } from './searching/said.ts';
import { searchGraph } from './search-graph.ts';
import { sourceList, sourceOf, voiceList, voiceOf } from './sources.ts';
import { entityCounts, predicateCounts, totalsOf } from './totals.ts';

/**
 * Reads in the transaction of `reader`, at its revision.
 * @param inMemory finds the paths of a trace where the case is held in memory at this revision
 */
export function databaseGraph(
  reader: DatabaseReader,
  inMemory?: (question: HopsQuestion) => Promise<Omit<HopsAnswer, 'alsoSaid' | 'inMemory'> | undefined>,
): StateAnswers {
  const { tx, revision: rev } = reader;
  return {
    revision: rev,
    claims: (filter, page) => claimsOfFilter(reader, filter, page),
    around: (entity, question) => claimsAround(reader, entity, question),
    neighbours: (entity) => neighbourCounts(reader, entity),
    among: (entities, limit) => claimsAmong(reader, entities, limit),
    entity: (id) => entityOf(reader, id),
    evidence: (claim) => evidenceOf(reader, claim),
    search: (question) => searchNames(reader, question),
    said: (question) => searchSaid(reader, question),
    sources: () => sourceList(reader),
    voices: () => voiceList(reader),
    source: (id, limit) => sourceOf(reader, id, limit),
    voice: (id, limit) => voiceOf(reader, id, limit),
    roles: (question) => rolesAsked(reader, question),
    totals: () => totalsOf(reader),
    entityCounts: () => entityCounts(reader),
    predicates: () => predicateCounts(reader),
    questions: async () => (await listQuestionRows.run(tx, { rev })).map(({ json }): Question => JSON.parse(json)),
    known: (ids) => knownEntities(reader, ids),
    ofType: async (type, limit) => (await listEntityIds.run(tx, { rev, type, limit })).map((row) => row.id),
    hops: async (question) => {
      const held = await inMemory?.(question);
      const found = held ?? (await searched(reader, question));
      const { from, to, switches, pathsOnly } = question;
      const alsoSaid = pathsOnly ? [] : await saidBetween(reader, { from, to }, found.graph.same, switches);
      return { ...found, alsoSaid, inMemory: held !== undefined };
    },
    context: ({ claims, entities }) => recordContext(reader, claims, entities),
    piece: (question) => pieceOf(reader, question),
  };
}

async function searched(reader: DatabaseReader, question: HopsQuestion): Promise<Omit<HopsAnswer, 'alsoSaid' | 'inMemory'>> {
  const { graph, completeTo, ...search } = await searchGraph(reader, question);
  return { search, graph, completeTo };
}
