/** Finds entities by name, across scripts and misspellings, and says which name matched and why. */
import type { searchEntities as contract } from '../../contract/routes/entities.ts';
import type { Name } from '../../domain/model/records.ts';
import { rankMatches, type RankedMatch } from '../../domain/searching/rank-matches.ts';
import { fullTextQuery } from '../../domain/searching/full-text-query.ts';
import type { Database } from '../../store/connect.ts';
import { listEntityRows } from '../../store/queries/list-entities.ts';
import { searchEntityRows } from '../../store/queries/search-entities.ts';
import { searchEntitiesAsOf } from '../../graph/resident/search-entities.ts';
import { clocksOf, hasClocks, loadViewState } from '../../graph/resident/load-view-state.ts';
import { asked, listOf } from '../../graph/in-database/asked-parts.ts';
import { entityCounts } from '../../graph/in-database/claim-tally.ts';
import { nodesOf, type FlatReader } from '../../graph/in-database/flat-context.ts';
import { readFlat } from '../../graph/in-database/read-flat.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';

type Route = typeof contract;
type Query = InputOf<Route>['query'];
/** Hits the domain ranks; beyond them the total is a lower bound, and said to be one. */
const HITS = 100;
/** Hits taken from the index where only some types are wanted, since it knows no types: first, and where these hold too few of them. */
const HITS_FOR_TYPES = 1_000;
const MOST_HITS = 200_000;

export async function searchEntities(db: Database, input: Pick<InputOf<Route>, 'query'>, o?: CallOptions): Promise<AnswerOf<Route>> {
  const { query } = input;
  const clocks = clocksOf(query);
  if (hasClocks(clocks)) return searchEntitiesAsOf(await loadViewState(db, clocks, o), input);
  return readFlat(
    db,
    async (reader) => {
      const { ranked, total, totalAtLeast } = query.q.trim() === '' ? await byDegree(reader, query) : await byName(reader, query);
      const shown = ranked.slice(query.offset ?? 0, (query.offset ?? 0) + query.limit);
      const nodes = await nodesOf(
        reader,
        shown.map((m) => m.id),
      );
      return {
        results: shown.flatMap(({ id, name, why }) => {
          const entity = nodes.get(id);
          if (!entity) return [];
          const matched = name ?? { text: entity.name, lang: entity.nameLang, kind: entity.label ? 'label' : 'primary' };
          return [{ entity, matched: { text: matched.text, lang: matched.lang, kind: matched.kind, why } }];
        }),
        total,
        totalAtLeast,
        revision: reader.revision,
      };
    },
    o,
  );
}

interface Found {
  ranked: (Omit<RankedMatch, 'name'> & { name?: Name })[];
  total: number;
  totalAtLeast: boolean;
}

/** The best by the full-text index, ranked again by distance: the index alone puts a fuzzy hit before the name itself. */
async function byName(reader: FlatReader, query: Query): Promise<Found> {
  const text = fullTextQuery(query.q, { exact: query.exact });
  if (text === undefined) return { ranked: [], total: 0, totalAtLeast: false };
  const { rows, isCut } = await hitsOf(reader, query, text);
  const candidates = rows.map(({ id, names, degree }) => {
    const parsed: Name[] = JSON.parse(names);
    return { id, names: parsed, degree };
  });
  const ranked = rankMatches(query.q, candidates, { exact: query.exact });
  return { ranked, total: ranked.length, totalAtLeast: isCut };
}

async function hitsOf(reader: FlatReader, { types, limit }: Query, text: string) {
  const ask = (fetch: number) =>
    searchEntityRows.run(reader.tx, { rev: reader.revision, text, asks: asked({ types }), types: listOf(types), fetch, limit: HITS + 1 });
  let fetch = types ? HITS_FOR_TYPES : HITS + 1;
  let rows = await ask(fetch);
  // Where the index holds no more than was taken from it, all have been looked at.
  const all = types ? (await entityCounts(reader)).reduce((sum, { entities }) => sum + entities, 0) : 0;
  if (rows.length < limit && fetch < all) {
    fetch = MOST_HITS;
    rows = await ask(fetch);
  }
  return { rows: rows.slice(0, HITS), isCut: rows.length > HITS || fetch < all };
}

/** An empty search: the best connected of the wanted types. */
async function byDegree(reader: FlatReader, query: Query): Promise<Found> {
  const { tx, revision } = reader;
  const { types } = query;
  const rows = await listEntityRows.run(tx, {
    rev: revision,
    asks: asked({ types }),
    types: listOf(types),
    limit: (query.offset ?? 0) + query.limit,
  });
  const counts = await entityCounts(reader);
  const wanted = counts.filter(({ type }) => !query.types || query.types.includes(type));
  const total = wanted.reduce((sum, { entities }) => sum + entities, 0);
  return { ranked: rows.map(({ id }) => ({ id, why: 'any' as const })), total, totalAtLeast: false };
}
