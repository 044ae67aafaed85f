/** Lines on the two sides of a trace, told before its paths: who is on both, who is gone, which side is empty. */
import type { Selector } from '../model/questions.ts';
import { listed } from './narration.ts';

export interface TraceSides {
  from: readonly string[];
  to: readonly string[];
  /** Ids in the saved sets asked for that no entity has any more. */
  gone: readonly string[];
  /** The words of a side that was asked for by role or type (`askedSide`); absent: its entities were named. */
  asked?: { from?: string; to?: string };
}

/** "any intermediary", "any agency": a side asked for by role or type; undefined where its entities were named, or a saved set was. */
export function askedSide({ ids, savedSet, role, type }: Selector): string | undefined {
  if ((ids?.length ?? 0) > 0 || savedSet !== undefined) return undefined;
  if (role !== undefined) return `any ${role}`;
  return type === undefined ? undefined : `any ${type === 'Case' ? 'legal case' : type.toLowerCase()}`;
}

/** Up to this many are named; a line says how many more there are. */
const NAMED = 10;

/** A sentence for each; empty where there is nothing to say. */
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
