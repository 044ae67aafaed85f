/** What finding reads beyond the search: entities by type, saved sets. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { API_LIMITS } from "../../server/contract/parts.ts";
import { searchEntities } from "../../server/contract/routes/entities.ts";
import { listSavedSets } from "../../server/contract/routes/saved-sets.ts";
import type { Clocks, EntityType } from "../../server/domain/model.ts";
import { call } from "./call.ts";
import { clockQueryOf } from "./queries.ts";

export const entitiesQuery = (types: readonly EntityType[], clocks: Clocks) =>
  queryOptions({
    queryKey: ["entities", types, clocks],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      call(searchEntities, { query: { q: "", ...(types.length > 0 ? { types: types.join(",") } : {}), limit: API_LIMITS.searchResults, ...clockQueryOf(clocks) }, signal }),
  });
export const savedSetsQuery = () =>
  queryOptions({ queryKey: ["saved-sets"], queryFn: ({ signal }) => call(listSavedSets, { signal }) });
