/** Which segments of a compact graph may be hops of a trace, and which places it may pass: `trace-switches`, over numbers. */
import { AGGREGATE, GENERIC, WORD, type CompactGraph } from './compact/compact-graph.ts';
import { numberOf } from './compact/id-table.ts';
import { ENTITY_TYPES, GROUPS, isWithheld, RANK_OF_LEVEL, WITHHELD_GROUPS } from '../model/lists.ts';
import type { TraceSwitches } from '../model/questions.ts';

const NONE: readonly number[] = [];

/** Whether a segment may be a hop, by its word and its number. */
export type HopTest = (word: number, segment: number) => boolean;

export function hopTest({ holders, segments: { holder, origins } }: CompactGraph, switches: Required<TraceSwitches>): HopTest {
  const withheld: ReadonlySet<string> = new Set(WITHHELD_GROUPS.filter((group) => !switches.groups.includes(group)));
  const groups = GROUPS.reduce((bits, group, i) => (withheld.has(group) ? bits : bits | (1 << i)), 0);
  const rank = RANK_OF_LEVEL[switches.standingAtLeast];
  const uninvolved = switches.uninvolvedAtLeast;
  const bits = WORD.traversed | WORD.disputedOnly | (switches.uncontested ? WORD.contested : 0);
  const holds = (word: number) =>
    (word & bits) === WORD.traversed && ((groups >>> WORD.group(word)) & 1) === 1 && WORD.rank(word) >= rank && WORD.uninvolved(word) >= uninvolved;
  const { originsAtLeast } = switches;
  if (switches.datasets.length === 0) return originsAtLeast === 0 ? holds : (word, segment) => holds(word) && origins[segment]! >= originsAtLeast;
  const asked = new Set(switches.datasets);
  const isHeld = Uint8Array.from(holders, (list) => (list === undefined || list.some((id) => asked.has(id)) ? 1 : 0));
  return (word, segment) => holds(word) && isHeld[holder[segment]!] === 1 && origins[segment]! >= originsAtLeast;
}

export interface Passing {
  /** Whether a path may pass a place, the ends of the trace aside. */
  passes(place: number): boolean;
  /** The entities of a place that is closed only because of their degree. */
  hubs(place: number): readonly number[];
  /** The entities of a place. */
  members(place: number): readonly number[];
}

export function passingOf(graph: CompactGraph, switches: Required<TraceSwitches>): Passing {
  const { types, traits, degrees, members } = graph;
  const open = new Set<string>(switches.throughTypes);
  const isTypeOpen = Uint8Array.from(ENTITY_TYPES, (type) => (!isWithheld(type) || open.has(type) ? 1 : 0));
  const closing = (switches.throughGeneric ? 0 : GENERIC) | (switches.throughAggregate ? 0 : AGGREGATE);
  const { degreeLimit } = switches;
  const mayPass = (n: number) => isTypeOpen[types[n]!] === 1 && (traits[n]! & closing) === 0;
  const several = members.size > 0;
  const must = new Set(placesIn(graph, switches.mustPass));
  const avoid = new Set(placesIn(graph, switches.mustAvoid));
  return {
    passes(place) {
      if (avoid.has(place)) return false;
      if (must.has(place)) return true;
      const here = several ? members.get(place) : undefined;
      if (here) return here.every((n) => mayPass(n) && degrees[n]! <= degreeLimit);
      return degrees[place]! <= degreeLimit && mayPass(place);
    },
    hubs(place) {
      if ((!several && degrees[place]! <= degreeLimit) || avoid.has(place) || must.has(place)) return NONE;
      const here = members.get(place) ?? [place];
      return here.every(mayPass) ? here.filter((n) => degrees[n]! > degreeLimit) : [];
    },
    members: (place) => members.get(place) ?? [place],
  };
}

/** The places of some entities, ascending, each once; an id that the graph does not have is left out. */
export function placesIn({ entities, places }: CompactGraph, ids: readonly string[]): number[] {
  const found = new Set<number>();
  for (const id of ids) {
    const n = numberOf(entities, id);
    if (n >= 0) found.add(places[n]!);
  }
  return [...found].sort((a, b) => a - b);
}
