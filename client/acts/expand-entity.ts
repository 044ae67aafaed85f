/** Grows the view from one entity: filtered, capped, firmest first, new entities beside their parent. */
import { call } from "../api/call.ts";
import { clockBodyOf } from "../api/queries.ts";
import { API_LIMITS } from "../../server/contract/parts.ts";
import { expandEntity as route } from "../../server/contract/routes/entities.ts";
import type { EntityType, Group, SupportLevel } from "../../server/domain/model.ts";
import { neededEntities } from "../state/drawable.ts";
import { words } from "../i18n/messages.ts";
import { explainError, wasStopped } from "./explain-error.ts";
import type { Deps } from "./deps.ts";

/** Claims an expansion brings unless told otherwise. */
export const USUAL_CAP = 25;

export interface ExpandChoice {
  groups?: Group[];
  predicates?: string[];
  types?: EntityType[];
  standingAtLeast?: SupportLevel;
  originsAtLeast?: number;
  uninvolvedAtLeast?: number;
  contested?: boolean;
  limit: number;
}

export async function expandEntity(deps: Deps, id: string, name: string, choice: ExpandChoice): Promise<void> {
  const { store, latest, tell } = deps;
  const run = latest.begin(`expand ${id}`, words.doing.expand(name));
  const { canvas, clocks } = store.get().history.present;
  try {
    const answer = await call(route, {
      params: { id },
      body: { ...choice, except: canvas.claims.slice(0, 10_000), clocks: clockBodyOf(clocks) },
      signal: run.signal,
    });
    if (!run.isNewest()) return;
    const lined = answer.edges.filter((edge) => neededEntities(edge).length > 0);
    const wanted = [...new Set([id, ...lined.flatMap(neededEntities)])];
    const drawnNow = new Set(canvas.entities);
    const fresh = wanted.filter((entity) => !drawnNow.has(entity));
    const room = Math.max(0, API_LIMITS.subgraphEntities - drawnNow.size);
    const left = new Set(fresh.slice(room));
    const entities = wanted.filter((entity) => !left.has(entity));
    store.dispatch({
      type: "place", words: words.acts.expand(name), nodes: answer.nodes, edges: lined, entities, around: id, clocks,
      left: lined.filter((edge) => neededEntities(edge).some((entity) => left.has(entity))).map((edge) => edge.id),
    });
    const unlined = answer.edges.length - lined.length;
    const parts = [
      left.size > 0 ? words.canvas.capped(API_LIMITS.subgraphEntities) : "",
      answer.edges.length === 0 ? words.about.nothing : "",
      unlined > 0 ? words.about.noLines(unlined) : "",
      answer.more > 0 ? words.about.left(answer.more, answer.moreAtLeast) : "",
    ].filter((part) => part !== "");
    if (parts.length > 0) tell(`${name}: ${parts.join("; ")}.`);
  } catch (error) {
    if (!wasStopped(error)) tell(`${words.errors.notExpanded(name)} ${explainError(error)}`, true);
  } finally {
    run.end();
  }
}
