/** What can be read off a drawing: the claims of its lines, lists and tags, and the entities that it names. What a fold only counts is not among them. */
import type { Sheet } from '../../state/drawn/sheet.ts';
import type { CanvasElements } from './elements.ts';

export function shownBy({ nodes, edges }: CanvasElements): Sheet {
  const [entities, claims] = [new Set<string>(), new Set<string>()];
  for (const { claim, strands } of [...nodes, ...edges]) {
    if (claim !== undefined && claim !== '') claims.add(claim);
    for (const strand of strands ?? []) claims.add(strand.claim);
  }
  for (const { entity, country, members, classes } of nodes) {
    if (entity !== '') entities.add(entity);
    if (country !== undefined) entities.add(country);
    // The body of a fold of alike entities names them; the row of a fold into a neighbour says how many of which type.
    if (classes.includes('row')) for (const id of members ?? []) entities.add(id);
  }
  return { entities, claims };
}
