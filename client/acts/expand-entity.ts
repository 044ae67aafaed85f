/**
 * Expands entities: claims are filtered, limited and taken by highest standing, and new entities are placed beside their parent. Claims beyond the limit can be
 * chosen later.
 */
import { call } from '../api/call.ts';
import { clockBodyOf, neighboursQuery } from '../api/queries.ts';
import { API_LIMITS } from '../../server/contract/parts.ts';
import { expandEntity as route } from '../../server/contract/routes/entities.ts';
import type { EdgeView, NodeView } from '../../server/contract/views.ts';
import type { EntityType } from '../../server/domain/model/lists.ts';
import type { ClaimFilter } from '../../server/domain/model/questions.ts';
import { neededEntities } from '../../server/domain/picturing/drawn/drawable.ts';
import type { ViewDocument } from '../state/view.ts';
import { words } from '../i18n/messages.ts';
import { explainError, wasStopped } from '../api/explain-error.ts';
import type { Deps } from './deps.ts';

/** Claims that an expansion adds by default. */
export const USUAL_CAP = 25;
/** Claims requested beyond the limit, so that they can be chosen later. */
const LOOK_AHEAD = 100;

export interface ExpandChoice {
  filter: ClaimFilter;
  /** One of the other entities is of one of these types. */
  types?: EntityType[];
  limit: number;
}
/** What an expansion found: claims within its limit, and claims beyond it that can be chosen. */
interface Found {
  id: string;
  nodes: NodeView[];
  within: EdgeView[];
  beyond: EdgeView[];
  /** Number of claims beyond the limit, including those not sent. */
  more: number;
  moreAtLeast: boolean;
}

/**
 * The request body to expand one entity in the view `document`.
 * @param lineless claims of the entity that have nothing to draw: they would take the room of others
 */
export function expandBody({ canvas, clocks }: ViewDocument, choice: ExpandChoice, lineless: readonly { claim: string }[]) {
  const except = [...canvas.claims, ...lineless.map(({ claim }) => claim)].slice(0, 10_000);
  return { ...choice, except, clocks: clockBodyOf(clocks) };
}

async function find({ queries }: Deps, document: ViewDocument, id: string, choice: ExpandChoice, signal: AbortSignal): Promise<Found> {
  const { lineless } = await queries.ensureQueryData(neighboursQuery(id, document.clocks));
  const limit = Math.min(API_LIMITS.expandResults, choice.limit + LOOK_AHEAD);
  const answer = await call(route, { params: { id }, body: expandBody(document, { ...choice, limit }, lineless), signal });
  const beyond = answer.edges.slice(choice.limit);
  return { id, nodes: answer.nodes, within: answer.edges.slice(0, choice.limit), beyond, more: answer.more + beyond.length, moreAtLeast: answer.moreAtLeast };
}

const hasLine = (edge: EdgeView): boolean => neededEntities(edge).length > 0;

interface Portion {
  edges: EdgeView[];
  entities: string[];
  /** Claims found and not drawn, highest standing first. */
  left: string[];
  /** Number of claims that have no edge to draw. */
  unlined: number;
  /** True where the limit of the canvas left some out. */
  full: boolean;
}
/** Which of the findings are drawn where there is room for `room` new entities. */
export function portionOf(drawn: readonly string[], found: readonly Pick<Found, 'id' | 'within' | 'beyond'>[], room: number): Portion {
  const claims = new Map(found.flatMap(({ within }) => within).map((edge) => [edge.id, edge]));
  const lined = [...claims.values()].filter(hasLine);
  const now = new Set(drawn);
  const wanted = [...new Set([...found.map(({ id }) => id), ...lined.flatMap(neededEntities)])];
  const kept = new Set([...now, ...wanted.filter((id) => !now.has(id)).slice(0, Math.max(0, room))]);
  const fits = (edge: EdgeView): boolean => neededEntities(edge).every((id) => kept.has(id));
  const beyond = new Map(
    found
      .flatMap((one) => one.beyond)
      .filter((edge) => hasLine(edge) && !claims.has(edge.id))
      .map((edge) => [edge.id, edge]),
  );
  return {
    edges: lined.filter(fits),
    entities: wanted.filter((id) => kept.has(id)),
    left: [...lined.filter((edge) => !fits(edge)), ...beyond.values()].map((edge) => edge.id),
    unlined: claims.size - lined.length,
    full: wanted.some((id) => !kept.has(id)),
  };
}

/** Draws what was found as one step of the history, and says what was not drawn and why. */
function draw({ store, tell }: Deps, found: readonly Found[], name: string, act: string, { clocks, canvas }: ViewDocument): void {
  const portion = portionOf(canvas.entities, found, API_LIMITS.subgraphEntities - canvas.entities.length);
  const [only] = found;
  store.dispatch({
    type: 'place',
    words: act,
    nodes: found.flatMap(({ nodes }) => nodes),
    edges: portion.edges,
    entities: portion.entities,
    around: found.length === 1 ? only?.id : undefined,
    clocks,
    left: portion.left,
  });
  // The cache also gets the claims that can be chosen, without drawing them.
  const beyond = found.flatMap((one) => [...one.within, ...one.beyond]);
  store.dispatch({ type: 'received', clocks, nodes: [], edges: beyond, absent: [] });
  const more = found.reduce((sum, one) => sum + one.more, 0);
  const parts = [
    portion.full ? words.canvas.capped(API_LIMITS.subgraphEntities) : '',
    found.every(({ within }) => within.length === 0) ? words.about.nothing : '',
    portion.unlined > 0 ? words.about.noLines(portion.unlined) : '',
    more > 0
      ? words.about.left(
          more,
          found.some((one) => one.moreAtLeast),
        )
      : '',
  ].filter((part) => part !== '');
  if (parts.length > 0) tell(`${name}: ${parts.join('; ')}.`);
}

export async function expandEntity(deps: Deps, id: string, name: string, choice: ExpandChoice): Promise<void> {
  const run = deps.latest.begin(`expand ${id}`, words.doing.expand(name));
  const document = deps.store.get().history.present;
  try {
    const found = await find(deps, document, id, choice, run.signal);
    if (run.isNewest()) draw(deps, [found], name, words.acts.expand(name), document);
  } catch (error) {
    if (!wasStopped(error)) deps.tell(`${words.errors.notExpanded(name)} ${explainError(error)}`, true);
  } finally {
    run.end();
  }
}

/** Expands several entities: requested one after the other, drawn as one step of the history. The limit holds for each. */
export async function expandSeveral(deps: Deps, ids: readonly string[], choice: ExpandChoice): Promise<void> {
  const name = words.selection.several(ids.length);
  const run = deps.latest.begin('expand-several', words.doing.expand(name));
  const document = deps.store.get().history.present;
  try {
    const found: Found[] = [];
    // One at a time, because the answer for a hub is large.
    for (const id of ids) found.push(await find(deps, document, id, choice, run.signal));
    if (run.isNewest()) draw(deps, found, name, words.acts.expandSeveral(ids.length), document);
  } catch (error) {
    if (!wasStopped(error)) deps.tell(`${words.errors.notExpanded(name)} ${explainError(error)}`, true);
  } finally {
    run.end();
  }
}
