/** Finds paths that only join two members of one body, which is no link (model.md, "Trace"). */
import { traitsOf, type EntityType, type Group } from '../model/lists.ts';

interface Joining {
  from: string;
  to: string;
  group: Group;
  within: boolean;
}

/**
 * Whether a hop is a body hop at a place: each of its claims says only that the other end is associated with an Agency or Organization at this place, or stands
 * within it.
 * @param isHere whether an entity belongs to the place
 * @param claims the segments of the hop that may be hops
 */
export function isBodyHop(isHere: (id: string) => boolean, typeOf: (id: string) => EntityType | undefined, claims: readonly Joining[]): boolean {
  return claims.every((segment) => {
    const isUpper = isHere(segment.to);
    const type = typeOf(isUpper ? segment.to : segment.from);
    return type !== undefined && traitsOf(type).joinsNobody && (segment.group === 'association' || (segment.within && isUpper));
  });
}

/** The places inside a path with a body hop on both sides. Where there is none, the path is a link. */
export function commonBodies(places: readonly string[], isBodyHopAt: (body: string, neighbour: string) => boolean): string[] {
  const bodies: string[] = [];
  for (let i = 1; i + 1 < places.length; i += 1) {
    const [before, body, after] = [places[i - 1], places[i], places[i + 1]];
    if (before === undefined || body === undefined || after === undefined) continue;
    if (isBodyHopAt(body, before) && isBodyHopAt(body, after)) bodies.push(body);
  }
  return bodies;
}
