/** When a path runs through nothing but a body that two have in common, which is no link (model.md, "Trace"). */
import { traitsOf, type EntityType, type Group } from '../model/lists.ts';

interface Joining {
  from: string;
  to: string;
  group: Group;
  within: boolean;
}

/**
 * Whether a hop at `body` says only that the other end is near it or under it: `body` is an Agency or Organization, and every claim of the hop is of
 * the group `association`, or a `within` claim with it as the upper end.
 * @param claims the segments of the hop that may be hops at all.
 */
export function isBodyHop(body: string, type: EntityType | undefined, claims: readonly Joining[]): boolean {
  if (type === undefined || !traitsOf(type).joinsNobody) return false;
  return claims.every((segment) => segment.group === 'association' || (segment.within && segment.to === body));
}

/** The bodies inside a path both of whose hops are body hops; none: the path is a link. */
export function commonBodies(entities: readonly string[], isBodyHopAt: (body: string, neighbour: string) => boolean): string[] {
  const bodies: string[] = [];
  for (let i = 1; i + 1 < entities.length; i += 1) {
    const [before, body, after] = [entities[i - 1], entities[i], entities[i + 1]];
    if (before === undefined || body === undefined || after === undefined) continue;
    if (isBodyHopAt(body, before) && isBodyHopAt(body, after)) bodies.push(body);
  }
  return bodies;
}
