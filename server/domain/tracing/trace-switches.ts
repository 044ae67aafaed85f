/** The switches of a trace: the defaults, what the types of the ends switch on, and a sentence for each departure (model.md, "Trace"). */
import {
  isWithheld,
  RANK_OF_LEVEL,
  traitsOf,
  WITHHELD_GROUPS,
  WITHHELD_TYPES,
  type EntityType,
  type Group,
  type SupportLevel,
  type WithheldGroup,
  type WithheldType,
} from '../model/lists.ts';
import type { TraceSwitches } from '../model/questions.ts';

export type EffectiveSwitches = Required<TraceSwitches> & {
  /** A sentence for every departure from the default, to be printed with the answer. */
  stated: string[];
};

/** The default: every traversed group but `WITHHELD_GROUPS`, up to six hops, and up to two more than the shortest. */
export const DEFAULT_SWITCHES: Readonly<Required<TraceSwitches>> = {
  throughTypes: [],
  throughGeneric: false,
  throughAggregate: false,
  groups: [],
  degreeLimit: 200,
  maxHops: 6,
  slack: 2,
  order: 'weakest-hop',
  most: 200,
  standingAtLeast: 'unstated',
  uninvolvedAtLeast: 0,
  originsAtLeast: 0,
  uncontested: false,
  mustPass: [],
  mustAvoid: [],
  datasets: [],
};

const PLURAL: Readonly<Record<WithheldType, string>> = {
  Country: 'countries',
  Place: 'places',
  Case: 'cases',
  Measure: 'measures',
};

/**
 * The switches for these ends, with the sentences that state them. An end whose type is reached only by a withheld group switches on that group and its type. A
 * Country as an end acts itself, and switches nothing on.
 */
export function effectiveSwitches(switches: TraceSwitches, fromTypes: readonly EntityType[], toTypes: readonly EntityType[]): EffectiveSwitches {
  const given = defined(switches);
  const chosen = { ...DEFAULT_SWITCHES, ...given };
  const stated: string[] = [];
  const types = new Set<WithheldType>(chosen.throughTypes);
  const groups = new Set<WithheldGroup>(chosen.groups);
  for (const type of WITHHELD_TYPES) {
    if (types.has(type)) stated.push(`Paths may pass through ${PLURAL[type]}.`);
  }
  for (const group of WITHHELD_GROUPS) {
    if (groups.has(group)) stated.push(`Claims of the group “${group}” count as hops.`);
  }
  const ends = new Set([...fromTypes, ...toTypes]);
  for (const end of WITHHELD_TYPES) {
    const group = traitsOf(end).reachedBy;
    if (group === undefined || !ends.has(end) || (types.has(end) && groups.has(group))) continue;
    types.add(end);
    groups.add(group);
    stated.push(`An end is a ${end.toLowerCase()}: paths may pass through ${PLURAL[end]}, and claims of the group “${group}” count as hops.`);
  }
  stated.push(...otherDepartures(given));
  return {
    ...chosen,
    throughTypes: WITHHELD_TYPES.filter((type) => types.has(type)),
    groups: WITHHELD_GROUPS.filter((group) => groups.has(group)),
    stated,
  };
}

function otherDepartures(given: TraceSwitches): string[] {
  const said: string[] = [];
  const differs = (key: keyof TraceSwitches) => given[key] !== undefined && given[key] !== DEFAULT_SWITCHES[key];
  if (given.throughGeneric) said.push('Paths may pass through generic entities.');
  if (given.throughAggregate) said.push('Paths may pass through aggregates.');
  if (differs('degreeLimit')) said.push(`Paths pass through no entity with more than ${given.degreeLimit} segments.`);
  if (differs('maxHops')) said.push(`Paths have at most ${count(given.maxHops, 'hop')}.`);
  if (differs('slack'))
    said.push(given.slack === 0 ? 'Only the shortest paths are shown.' : `Paths may be ${count(given.slack, 'hop')} longer than the shortest.`);
  if (differs('most')) said.push(`At most ${count(given.most, 'path')} ${given.most === 1 ? 'is' : 'are'} given, the best in the order asked for.`);
  if (given.order === 'hops') said.push('Paths with fewer hops come first.');
  if (differs('standingAtLeast')) said.push(`Only claims that stand at “${given.standingAtLeast}” or higher count as hops.`);
  if (differs('uninvolvedAtLeast')) said.push(`Only claims with at least ${count(given.uninvolvedAtLeast, 'uninvolved origin')} count as hops.`);
  if (differs('originsAtLeast')) said.push(`Only claims with at least ${count(given.originsAtLeast, 'origin')} count as hops.`);
  if (given.uncontested) said.push('Only claims that nothing contests count as hops.');
  const { datasets = [] } = given;
  if (datasets.length > 0) said.push(`Only claims of ${datasetsInWords(datasets)} count as hops.`);
  return said;
}

/** "the dataset “fire”", "the datasets “a”, “b” and “c”". */
export function datasetsInWords(ids: readonly string[]): string {
  const quoted = ids.map((id) => `“${id}”`);
  return quoted.length < 2 ? `the dataset ${quoted.join('')}` : `the datasets ${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`;
}

function count(n: number | undefined, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

function defined(switches: TraceSwitches): TraceSwitches {
  return Object.fromEntries(Object.entries(switches).filter(([, value]) => value !== undefined));
}

/** The fields of a segment that decide whether it may be a hop. */
export interface HopFields {
  group: Group;
  rank: number;
  origins: number;
  uninvolvedOrigins: number;
  contested?: boolean;
  traversed: boolean;
  disputedOnly: boolean;
  /** The datasets that hold the claim; absent: those asked for do, others were not fetched. */
  datasets?: readonly string[];
}
type Passing = Pick<
  Required<TraceSwitches>,
  'throughTypes' | 'throughGeneric' | 'throughAggregate' | 'groups' | 'standingAtLeast' | 'uninvolvedAtLeast' | 'originsAtLeast' | 'uncontested' | 'datasets'
>;

/** Whether a segment may be a hop. A claim that is disputed only, or whose predicate is not traversed, never is one. */
export function isHop(segment: HopFields, switches: Passing): boolean {
  if (segment.disputedOnly || !segment.traversed) return false;
  if (segment.rank < rankOf(switches.standingAtLeast)) return false;
  if (segment.uninvolvedOrigins < switches.uninvolvedAtLeast || segment.origins < switches.originsAtLeast) return false;
  if (switches.uncontested && segment.contested) return false;
  if (switches.datasets.length > 0 && segment.datasets && !segment.datasets.some((id) => switches.datasets.includes(id))) return false;
  const withheld = WITHHELD_GROUPS.find((group) => group === segment.group);
  return withheld === undefined || switches.groups.includes(withheld);
}

/** Whether a path may pass through such an entity. The degree limit is checked by the caller. */
export function mayPass(entity: { type: EntityType; generic: boolean; aggregate: boolean }, switches: Passing): boolean {
  if (entity.generic && !switches.throughGeneric) return false;
  if (entity.aggregate && !switches.throughAggregate) return false;
  return !isWithheld(entity.type) || switches.throughTypes.includes(entity.type);
}

function rankOf(level: SupportLevel): number {
  return RANK_OF_LEVEL[level];
}
