/** What two compared states differ in, as it is chosen: a clock with two dates, two change sets, two choices of cases, or with and without a voice. Pure. */
import type { Clocks } from '../../../server/domain/model/questions.ts';
import type { Comparison } from '../../state/view.ts';

export const COMPARED_KINDS = ['dates', 'changes', 'datasets', 'voice'] as const;
export type ComparedKind = (typeof COMPARED_KINDS)[number];
export const DATE_CLOCKS = ['published', 'happened', 'recorded'] as const;
export type DateClock = (typeof DATE_CLOCKS)[number];

type Sides = Pick<Comparison, 'before' | 'after'>;

export function comparedKind({ before, after }: Sides): ComparedKind {
  const struck = [before.without, after.without];
  if (struck.some((without) => (without?.voices?.length ?? 0) > 0)) return 'voice';
  if (struck.some((without) => (without?.datasets?.length ?? 0) > 0)) return 'datasets';
  // A change set is compared by the instant at which it was made.
  return [before, after].some(({ recorded }) => recorded?.includes('T')) ? 'changes' : 'dates';
}

/** The clock by which the two dates differ; that of publication where they do in none. */
export function comparedClock({ before, after }: Sides): DateClock {
  return DATE_CLOCKS.find((clock) => before[clock] !== after[clock]) ?? DATE_CLOCKS.find((clock) => before[clock] !== undefined) ?? 'published';
}

/** What both have in common: neither of the dates nor what is struck. */
export function commonOf({ before, after }: Sides): Clocks {
  const { firmOnly } = after;
  const same = DATE_CLOCKS.flatMap((clock) => (before[clock] !== undefined && before[clock] === after[clock] ? [[clock, before[clock]] as const] : []));
  return { ...Object.fromEntries(same), ...(firmOnly ? { firmOnly } : {}) };
}

export function withDate(clocks: Clocks, clock: DateClock, date: string | undefined): Clocks {
  const { [clock]: _, ...others } = clocks;
  return date === undefined ? others : { ...others, [clock]: date };
}

/** Only one case, or all of them where it is left out. @param all ids of every case */
export function withCase(common: Clocks, only: string | undefined, all: readonly string[]): Clocks {
  return only === undefined ? common : { ...common, without: { datasets: all.filter((id) => id !== only) } };
}

/** The one case that is left. */
export function caseOf({ without }: Clocks, all: readonly string[]): string | undefined {
  const left = all.filter((id) => !without?.datasets?.includes(id));
  return left.length < all.length ? left[0] : undefined;
}
