/** What is to be said of the two sides of a trace before its paths: who stands on both, who is gone, which is empty. */
import { listed } from './narration.ts';

export interface TraceSides {
  from: readonly string[];
  to: readonly string[];
  /** Ids in the saved sets asked for which no entity has any more. */
  gone: readonly string[];
}

/** Named one by one up to here; beyond it a line says how many more. */
const NAMED = 10;

/** A sentence each; none where there is nothing to say. */
export function sideLines(sides: TraceSides, nameOf: (id: string) => string): string[] {
  const { from, to, gone } = sides;
  const lines: string[] = [];
  if (from.length === 0) lines.push('No entity stands on the side to start from.');
  if (to.length === 0) lines.push('No entity stands on the side to arrive at.');
  const onFarSide = new Set(to);
  const both = from.filter((id) => onFarSide.has(id));
  if (both.length > 0) lines.push(`On both sides ${both.length === 1 ? 'stands' : 'stand'} ${someOf(both.map(nameOf))}: an entity is not linked with itself.`);
  if (gone.length > 0)
    lines.push(
      `${gone.length === 1 ? '1 entity' : `${gone.length} entities`} of a saved set ${gone.length === 1 ? 'is' : 'are'} no longer on record: ${someOf(gone)}.`,
    );
  return lines;
}

function someOf(names: readonly string[]): string {
  const shown = names.slice(0, NAMED);
  const more = names.length - shown.length;
  return listed(more > 0 ? [...shown, `${more} more`] : shown);
}
