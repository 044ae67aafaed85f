/** The widenings of a trace that are not used yet, each with the switch it adds. */
import type { TraceAnswer } from '../../api/queries.ts';
import { TRACE_LIMITS } from '../../../server/contract/records.ts';
import { WITHHELD_GROUPS, WITHHELD_TYPES } from '../../../server/domain/model/lists.ts';
import type { Clocks, TraceSwitches } from '../../../server/domain/model/questions.ts';
import { words } from '../../i18n/messages.ts';

const t = words.trace;
/** Defaults of the server (model.md, "Trace"). */
export const USUAL = { degreeLimit: 200, maxHops: 6, slack: 2 } as const;

export interface Widening {
  id: string;
  label: string;
  switches: TraceSwitches;
  /** Removes the dates of the view. */
  today?: boolean;
}

export function widenings(answer: Pick<TraceAnswer, 'searched' | 'linked'>, switches: TraceSwitches, clocks: Clocks): Widening[] {
  const { searched, linked } = answer;
  const types = WITHHELD_TYPES.filter((type) => !switches.throughTypes?.includes(type));
  const groups = WITHHELD_GROUPS.filter((group) => !switches.groups?.includes(group));
  const degree = switches.degreeLimit ?? USUAL.degreeLimit;
  const slack = switches.slack ?? USUAL.slack;
  const ways: (Widening | false)[] = [
    !switches.throughGeneric && { id: 'generic', label: t.widenGeneric, switches: { throughGeneric: true } },
    !switches.throughAggregate && { id: 'aggregate', label: t.widenAggregate, switches: { throughAggregate: true } },
    types.length > 0 && { id: 'types', label: t.widenTypes(types.map((type) => words.types[type])), switches: { throughTypes: [...WITHHELD_TYPES] } },
    groups.length > 0 && { id: 'groups', label: t.widenGroups(groups.map((group) => words.group[group])), switches: { groups: [...WITHHELD_GROUPS] } },
    searched.maxHops < TRACE_LIMITS.maxHops && { id: 'hops', label: t.widenHops(TRACE_LIMITS.maxHops), switches: { maxHops: TRACE_LIMITS.maxHops } },
    linked && slack < TRACE_LIMITS.slack && { id: 'slack', label: t.widenSlack(TRACE_LIMITS.slack), switches: { slack: TRACE_LIMITS.slack } },
    switches.standingAtLeast !== undefined && { id: 'standing', label: t.widenStanding, switches: { standingAtLeast: undefined } },
    (switches.uninvolvedAtLeast ?? 0) > 0 && { id: 'uninvolved', label: t.widenUninvolved, switches: { uninvolvedAtLeast: undefined } },
    (switches.originsAtLeast ?? 0) > 0 && { id: 'origins', label: t.widenOrigins, switches: { originsAtLeast: undefined } },
    switches.uncontested === true && { id: 'contested', label: t.widenContested, switches: { uncontested: undefined } },
    (switches.mustPass?.length ?? 0) > 0 && { id: 'passed', label: t.widenPassed, switches: { mustPass: undefined } },
    (switches.mustAvoid?.length ?? 0) > 0 && { id: 'avoided', label: t.widenAvoided, switches: { mustAvoid: undefined } },
    (switches.datasets?.length ?? 0) > 0 && { id: 'datasets', label: t.widenDatasets, switches: { datasets: undefined } },
    searched.hubsNotPassed.length > 0 &&
      degree < TRACE_LIMITS.degreeLimit && {
        id: 'degree',
        label: t.widenDegree(Math.min(degree * 10, TRACE_LIMITS.degreeLimit)),
        switches: { degreeLimit: Math.min(degree * 10, TRACE_LIMITS.degreeLimit) },
      },
    Object.values(clocks).some((value) => value !== undefined && value !== false) && { id: 'clocks', label: t.widenClocks, switches: {}, today: true },
  ];
  return ways.filter((way) => way !== false);
}

/** All widenings as one. */
export function together(ways: readonly Widening[]): Widening {
  return {
    id: 'all',
    label: t.widenAll,
    switches: Object.assign({}, ...ways.map((way) => way.switches)) as TraceSwitches,
    today: ways.some((way) => way.today),
  };
}

/** The switches with the change. Those at their default are left out, so that the link stays short. */
export function switched(switches: TraceSwitches, change: TraceSwitches): TraceSwitches {
  const next = { ...switches, ...change };
  return Object.fromEntries(
    Object.entries(next).filter(([, value]) => value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0)),
  );
}
