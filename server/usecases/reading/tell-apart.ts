/** What tells entities of one name apart in a list: a role, or else the claim that is firmest, or else what their records hold. */
import { hedgedRole } from '../../domain/figures/roles.ts';
import { narrateClaim } from '../../domain/telling/narrate-claim.ts';
import type { NodeView } from '../../contract/views.ts';
import type { Graph } from '../../graph/graph.ts';

/**
 * By id, for those whose shown name another one of the list has too. It is hedged as everywhere: "alleged perpetrator (charged, US): the plot". An entity of
 * which no claim is visible is told by its kind and its other names. Where nothing or the same is
 * said of several, their ids are added.
 */
export async function tellApart(graph: Graph, nodes: readonly NodeView[]): Promise<Map<string, string>> {
  const named = new Map<string, string[]>();
  for (const { id, name } of nodes) named.set(name, [...(named.get(name) ?? []), id]);
  const alike = [...named.values()].filter((ids) => ids.length > 1).flat();
  const told = new Map<string, string>();
  if (alike.length === 0) return told;
  const { entries, ctx } = await graph.roles({ entities: alike });
  for (const entry of entries) {
    if (!told.has(entry.entity)) told.set(entry.entity, `${hedgedRole(entry, ctx.nameOf)}: ${ctx.nameOf(entry.plot)}`);
  }
  for (const id of alike.filter((one) => !told.has(one))) {
    const { claims, ctx: around } = await graph.around(id, { order: 'standing', limit: 1 });
    const [firmest] = claims;
    const figures = firmest && around.figures.get(firmest.id);
    told.set(id, firmest && figures ? narrateClaim(firmest, figures, around) : await ofRecord(graph, id));
  }
  return withIds(told);
}

/** Other names that are told; more would fill the list. */
const NAMES_TOLD = 3;

/** What the record of an entity holds that no claim is about: its kind, and its other names; empty where it holds neither. */
async function ofRecord(graph: Graph, id: string): Promise<string> {
  const { names, ctx } = await graph.entity(id);
  const node = ctx.node(id);
  const others = [...new Set(names.map(({ text }) => text))].filter((text) => text !== node?.name).slice(0, NAMES_TOLD);
  const parts = [node?.kind, others.length > 0 ? `also called ${others.join(', ')}` : undefined];
  return parts.filter((part) => part !== undefined).join(' · ');
}

/** Where nothing or the same is said of several, only their ids tell them apart. */
function withIds(told: ReadonlyMap<string, string>): Map<string, string> {
  const said = new Map<string, number>();
  for (const text of told.values()) said.set(text, (said.get(text) ?? 0) + 1);
  return new Map([...told].map(([id, text]) => [id, text === '' ? id : (said.get(text) ?? 0) > 1 ? `${text} · ${id}` : text]));
}
