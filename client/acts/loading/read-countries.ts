/** Reads the claims that say to which country entities belong, in steps: first those of the entities drawn, then those of the bodies and places they name. */
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../api/call.ts';
import { clockBodyOf } from '../../api/queries.ts';
import { API_LIMITS } from '../../../server/contract/parts.ts';
import { listClaims } from '../../../server/contract/routes/claims.ts';
import type { EdgeView, NodeView } from '../../../server/contract/views.ts';
import type { Clocks } from '../../../server/domain/model/questions.ts';
import { COUNTRY_PREDICATES, countryOf } from '../../state/canvas/country-of.ts';

/** Entities requested at once, and steps from body to body. */
const AT_ONCE = 400;
const STEPS = 3;

interface Countries {
  of: ReadonlyMap<string, string>;
  /** The nodes of the countries, for their names. */
  nodes: NodeView[];
}

async function claimsOf(ids: readonly string[], clocks: Clocks, signal: AbortSignal, into: Map<string, EdgeView>, nodes: Map<string, NodeView>): Promise<void> {
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const filter = { predicates: [...COUNTRY_PREDICATES], entities: ids.slice(at, at + AT_ONCE) };
    for (let offset = 0, total = 1; offset < total; offset += API_LIMITS.listResults) {
      const page = await call(listClaims, { body: { filter, clocks: clockBodyOf(clocks), order: 'id', limit: API_LIMITS.listResults, offset }, signal });
      total = page.total;
      for (const claim of page.claims) into.set(claim.id, claim);
      for (const node of page.nodes) nodes.set(node.id, node);
    }
  }
}

/** Query for the country that claims give to each of the entities, keyed by ids and clocks. */
export const countriesQuery = (ids: readonly string[], clocks: Clocks) =>
  queryOptions({
    queryKey: ['countries', ids, clocks],
    staleTime: 5 * 60_000,
    queryFn: async ({ signal }): Promise<Countries> => {
      const [claims, nodes, asked] = [new Map<string, EdgeView>(), new Map<string, NodeView>(), new Set<string>()];
      let open = [...ids];
      for (let step = 0; step < STEPS && open.length > 0; step += 1) {
        await claimsOf(open, clocks, signal, claims, nodes);
        for (const id of open) asked.add(id);
        const named = [...claims.values()].filter((claim) => asked.has(claim.subject)).map((claim) => claim.object);
        open = [...new Set(named)].filter((id) => !asked.has(id) && nodes.has(id) && nodes.get(id)?.type !== 'Country').toSorted();
      }
      const of = countryOf(ids, [...claims.values()], nodes);
      return { of, nodes: [...new Set(of.values())].flatMap((id) => nodes.get(id) ?? []) };
    },
  });
