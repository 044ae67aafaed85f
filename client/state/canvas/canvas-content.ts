/** What each act does to the content of the canvas. Pure; content that does not change is returned as the same object. */
import type { EdgeView } from '../../../server/contract/views.ts';
import { entitiesOfEdge, isDrawable, neededEntities } from '../../../server/domain/picturing/drawn/drawable.ts';
import { placeBeside } from './place-beside.ts';
import type { CanvasContent, HandGroup, Positions } from '../view.ts';

const union = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])];
const without = (a: readonly string[], b: ReadonlySet<string>): string[] => a.filter((id) => !b.has(id));
const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((id, i) => id === b[i]);

/** Ends of the claims that are not drawn on the canvas. */
function companions(content: CanvasContent, edges: readonly EdgeView[]): string[] {
  const drawn = new Set(content.entities);
  const named = edges.flatMap(entitiesOfEdge).filter((id) => !drawn.has(id));
  return union(without(content.also, drawn), named);
}

/**
 * Places entities and claims on the canvas. New entities get a position beside `around`, else beside a neighbour; on an empty canvas, or with one entity, the
 * layout does that. Hidden elements that are placed again are shown.
 */
export function place(content: CanvasContent, entities: readonly string[], edges: readonly EdgeView[], around?: string): CanvasContent {
  const all = union(content.entities, entities);
  const shown = new Set(all);
  const drawable = edges.filter((edge) => isDrawable(edge, shown));
  const claims = union(
    content.claims,
    drawable.map((edge) => edge.id),
  );
  const asked = new Set(entities);
  const askedClaims = new Set(drawable.map((edge) => edge.id));
  const hidden = without(content.hidden, asked);
  const hiddenClaims = without(content.hiddenClaims, askedClaims);
  if (same(all, content.entities) && same(claims, content.claims) && same(hidden, content.hidden) && same(hiddenClaims, content.hiddenClaims)) return content;
  const next: CanvasContent = { ...content, entities: all, claims, hidden, hiddenClaims };
  next.also = companions(next, drawable);
  if (content.positions.size > 1) {
    const fresh = all.filter((id) => !content.positions.has(id));
    next.positions = new Map([...content.positions, ...placeBeside(fresh, parentAmong(drawable, around), content.positions)]);
  }
  return next;
}

function parentAmong(edges: readonly EdgeView[], around?: string): (id: string) => string | undefined {
  return (id) => {
    if (around !== undefined && around !== id) return around;
    const touching = edges.map(neededEntities).find((ends) => ends.includes(id));
    return touching?.find((end) => end !== id);
  };
}

/** The groups without these members; a group without members is dropped. */
function withoutMembers(groups: readonly HandGroup[], gone: ReadonlySet<string>): HandGroup[] {
  return groups.map((group) => ({ ...group, members: without(group.members, gone) })).filter((group) => group.members.length > 0);
}

/** Removes entities from the canvas, with the claims that cannot be drawn without them. */
export function remove(content: CanvasContent, ids: readonly string[], edges: ReadonlyMap<string, EdgeView>): CanvasContent {
  const gone = new Set(ids);
  const entities = without(content.entities, gone);
  if (entities.length === content.entities.length) return content;
  const shown = new Set(entities);
  const claims = content.claims.filter((id) => {
    const edge = edges.get(id);
    return edge !== undefined && isDrawable(edge, shown);
  });
  const kept = new Set(claims);
  const positions = new Map([...content.positions].filter(([id]) => !gone.has(id)));
  const next = {
    ...content,
    entities,
    claims,
    positions,
    hidden: without(content.hidden, gone),
    hiddenClaims: content.hiddenClaims.filter((id) => kept.has(id)),
    placed: without(content.placed, gone),
    centre: without(content.centre, gone),
    groups: withoutMembers(content.groups, gone),
  };
  return {
    ...next,
    also: companions(
      next,
      claims.map((id) => edges.get(id)).filter((edge) => edge !== undefined),
    ),
  };
}

/** The neighbours connected to this entity alone, which collapsing it removes. */
export function leavesOf(content: CanvasContent, id: string, edges: ReadonlyMap<string, EdgeView>): string[] {
  const neighbours = new Map<string, Set<string>>();
  for (const claim of content.claims) {
    const edge = edges.get(claim);
    if (!edge) continue;
    for (const { from, to } of edge.segments) {
      neighbours.set(from, (neighbours.get(from) ?? new Set()).add(to));
      neighbours.set(to, (neighbours.get(to) ?? new Set()).add(from));
    }
  }
  const placed = new Set(content.placed);
  return [...(neighbours.get(id) ?? [])].filter((other) => neighbours.get(other)?.size === 1 && !placed.has(other)).toSorted();
}

export function hide(content: CanvasContent, entities: readonly string[], claims: readonly string[]): CanvasContent {
  const hidden = union(content.hidden, entities);
  const hiddenClaims = union(content.hiddenClaims, claims);
  if (same(hidden, content.hidden) && same(hiddenClaims, content.hiddenClaims)) return content;
  return { ...content, hidden, hiddenClaims };
}

export function showHidden(content: CanvasContent): CanvasContent {
  if (content.hidden.length + content.hiddenClaims.length === 0) return content;
  return { ...content, hidden: [], hiddenClaims: [] };
}

/** Shows some hidden elements again. */
export function show(content: CanvasContent, entities: readonly string[], claims: readonly string[]): CanvasContent {
  const hidden = without(content.hidden, new Set(entities));
  const hiddenClaims = without(content.hiddenClaims, new Set(claims));
  if (hidden.length === content.hidden.length && hiddenClaims.length === content.hiddenClaims.length) return content;
  return { ...content, hidden, hiddenClaims };
}

/** The smallest id that no group by hand has. */
export function freeGroupId(groups: readonly HandGroup[]): string {
  const taken = new Set(groups.map((group) => group.id));
  let n = 1;
  while (taken.has(`g${n}`)) n += 1;
  return `g${n}`;
}

/** Adds or replaces a group by hand; without members it is removed. Its members leave other groups. */
export function putGroup(content: CanvasContent, group: HandGroup): CanvasContent {
  const drawn = new Set(content.entities);
  const members = [...new Set(group.members)].filter((id) => drawn.has(id));
  const kept = content.groups.filter((one) => one.id !== group.id);
  const others = withoutMembers(kept, new Set(members));
  if (members.length === 0) return kept.length === content.groups.length ? content : { ...content, groups: kept };
  return { ...content, groups: [...others, { ...group, members }].toSorted((a, b) => a.id.localeCompare(b.id)) };
}

/** Moves entities by hand. Later layouts keep these positions. */
export function moveByHand(content: CanvasContent, moved: Positions): CanvasContent {
  return {
    ...content,
    positions: new Map([...content.positions, ...moved]),
    placed: union(content.placed, [...moved.keys()]),
  };
}

export function release(content: CanvasContent, ids: readonly string[]): CanvasContent {
  const placed = without(content.placed, new Set(ids));
  return placed.length === content.placed.length ? content : { ...content, placed };
}
