/** What could be asked otherwise of a trace that found no link, one switch at a time (model.md, "Trace", never silent). */
import { RANK_OF_LEVEL, traitsOf, WITHHELD_GROUPS, WITHHELD_TYPES, type SupportLevel } from '../model/lists.ts';
import type { TraceSwitches } from '../model/questions.ts';

export type RelaxationKind =
  | 'standing'
  | 'uninvolved'
  | 'origins'
  | 'contested'
  | 'datasets'
  | 'type'
  | 'group'
  | 'generic'
  | 'aggregate'
  | 'degree'
  | 'hops'
  | 'must-pass'
  | 'must-avoid';

export interface Relaxation {
  kind: RelaxationKind;
  /** The switches that are set otherwise. */
  change: TraceSwitches;
}

/** The most a switch can be set to. */
export interface SwitchLimits {
  maxHops: number;
  degreeLimit: number;
}

/** The levels of the ladder, highest first, one for each rank. */
const LADDER: readonly SupportLevel[] = ['convicted', 'found', 'admitted', 'charged', 'sanctioned', 'alleged', 'unstated'];

/** Lists of relaxations: of each the first that links is told, since those after it ask for less. */
export function relaxations(switches: Required<TraceSwitches>, limits: SwitchLimits): Relaxation[][] {
  const { standingAtLeast, uninvolvedAtLeast, originsAtLeast, throughTypes, groups, degreeLimit, maxHops } = switches;
  const lower = LADDER.filter((level) => RANK_OF_LEVEL[level] < RANK_OF_LEVEL[standingAtLeast]);
  const one = (is: boolean, kind: RelaxationKind, change: TraceSwitches): Relaxation[] => (is ? [{ kind, change }] : []);
  const lists: Relaxation[][] = [
    lower.map((level) => ({ kind: 'standing', change: { standingAtLeast: level } })),
    one(uninvolvedAtLeast > 0, 'uninvolved', { uninvolvedAtLeast: 0 }),
    one(originsAtLeast > 0, 'origins', { originsAtLeast: 0 }),
    one(switches.uncontested, 'contested', { uncontested: false }),
    one(switches.datasets.length > 0, 'datasets', { datasets: [] }),
    one(switches.mustPass.length > 0, 'must-pass', { mustPass: [] }),
    one(switches.mustAvoid.length > 0, 'must-avoid', { mustAvoid: [] }),
    one(!switches.throughGeneric, 'generic', { throughGeneric: true }),
    one(!switches.throughAggregate, 'aggregate', { throughAggregate: true }),
    ...WITHHELD_TYPES.filter((type) => !throughTypes.includes(type)).map((type): Relaxation[] => {
      const { reachedBy } = traitsOf(type);
      const through = { throughTypes: [...throughTypes, type] };
      const isFollowed = reachedBy === undefined || groups.includes(reachedBy);
      // Nobody comes to a place but by geography, nor to a case but by justice.
      const both: Relaxation[] = isFollowed ? [] : [{ kind: 'type', change: { ...through, groups: [...groups, reachedBy] } }];
      return [{ kind: 'type', change: through }, ...both];
    }),
    ...WITHHELD_GROUPS.filter((group) => !groups.includes(group)).map((group): Relaxation[] => [{ kind: 'group', change: { groups: [...groups, group] } }]),
    one(degreeLimit < limits.degreeLimit, 'degree', { degreeLimit: limits.degreeLimit }),
    one(maxHops < limits.maxHops, 'hops', { maxHops: limits.maxHops }),
  ];
  return lists.filter((list) => list.length > 0);
}
