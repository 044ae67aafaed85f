/** The networks of the bench of the drawing: ready questions and the whole case as a running Attest answers them, and generated ones. */
import { QueryClient } from '@tanstack/react-query';
import { call } from '../../client/api/call.ts';
import { predicatesQuery, questionsQuery } from '../../client/api/queries.ts';
import type { Deps } from '../../client/acts/deps.ts';
import { runQuestion } from '../../client/acts/run-question.ts';
import { joinsOf } from '../../client/canvas/elements/joins.ts';
import { entitiesOf } from '../../client/canvas/stage/picture-runs.ts';
import { tiersOf } from '../../server/domain/picturing/drawn/tiers.ts';
import { neededEntities } from '../../server/domain/picturing/drawn/drawable.ts';
import { drawn } from '../../client/state/drawn/drawn.ts';
import { createLatest } from '../../client/state/latest.ts';
import { initialState } from '../../client/state/reduce.ts';
import { createStore } from '../../client/state/store.ts';
import { type GeneratedNetwork, generateNetwork, SHAPES } from '../../server/domain/picturing/testing/generate-network.ts';
import { API_LIMITS } from '../../server/contract/parts.ts';
import { listClaims } from '../../server/contract/routes/claims.ts';

export interface NamedNetwork {
  name: string;
  network: GeneratedNetwork;
}
const SEED = 1;

function newDeps(): Deps {
  const tell = (message: string, failed = false): void => {
    if (failed) throw new Error(message);
  };
  return { store: createStore(initialState()), queries: new QueryClient(), latest: createLatest(), tell };
}

/** What the page would draw of a view. */
async function networkOf({ store, queries }: Deps): Promise<GeneratedNetwork> {
  const { predicates } = await queries.fetchQuery(predicatesQuery());
  const roles = new Map(predicates.map((one) => [one.id, one.roles]));
  const state = store.get();
  const view = drawn(state.history.present, state.cache);
  const tiers = tiersOf(view.nodes, view.all, (id) => roles.get(id) ?? {});
  return { entities: entitiesOf(view.nodes, tiers), joins: joinsOf(view) };
}

/** All claims of the case with all that their lines need, as far as one list answers. */
async function wholeCase(): Promise<GeneratedNetwork> {
  const deps = newDeps();
  const { claims, nodes } = await call(listClaims, { body: { filter: {}, clocks: {}, limit: API_LIMITS.listResults } });
  deps.store.dispatch({ type: 'place', words: 'whole case', nodes, edges: claims, entities: [...new Set(claims.flatMap(neededEntities))], clocks: {} });
  return networkOf(deps);
}

/** @param url address of a running Attest; absent: only generated networks */
export async function networksOf(url: string | undefined, sizes: readonly number[]): Promise<NamedNetwork[]> {
  const out: NamedNetwork[] = [];
  if (url !== undefined) {
    const { fetch } = globalThis;
    globalThis.fetch = (input, init) => fetch(typeof input === 'string' ? new URL(input, url) : input, init);
    const { questions } = await new QueryClient().fetchQuery(questionsQuery());
    for (const [n, question] of questions.entries()) {
      const deps = newDeps();
      await runQuestion(deps, question);
      const network = await networkOf(deps);
      if (network.entities.length > 0) out.push({ name: `question ${n + 1}`, network });
    }
    out.push({ name: 'whole case', network: await wholeCase() });
  }
  for (const size of sizes) for (const shape of SHAPES) out.push({ name: `${shape} ${size}, seed ${SEED}`, network: generateNetwork(shape, size, SEED) });
  return out;
}
