/** Collects the problems of an import: some of each kind are listed with their places, the rest is counted, and from a number on nothing more is checked. */
import type { Problem, ProblemPlace } from '../model/errors.ts';

/** The named limits of a list of problems. */
export const PROBLEM_LIMITS = {
  /** Different problems of one code that are listed; the rest is counted. */
  problemsOfAKind: 100,
  /** One and the same problem is listed at up to so many places; at more it is listed once, with these first places and the number. */
  placesOfAProblem: 10,
  /** Problems at which checking stops. */
  problemsCounted: 10_000,
} as const;

/** Code of the problem that says that not everything was checked. */
export const STOPPED = 'checking-stopped';

/** One problem at the places where it stands. */
interface Same {
  /** The first `placesOfAProblem` of them. */
  listed: Problem[];
  count: number;
}

export class ProblemList {
  /** Code → problems that say the same → the places. */
  private readonly kinds = new Map<string, Map<string, Same>>();
  /** Code → number of problems that are not listed. */
  private readonly unlisted = new Map<string, number>();
  private counted = 0;
  private stopped = false;

  constructor(private readonly limits: Record<keyof typeof PROBLEM_LIMITS, number> = PROBLEM_LIMITS) {}

  /** Whether the limit is met: what adds the problems then stops checking. */
  get isFull(): boolean {
    return this.counted >= this.limits.problemsCounted;
  }

  get isEmpty(): boolean {
    return this.counted === 0;
  }

  add(problem: Problem): void {
    const { count = 1, places, ...bare } = problem;
    this.counted += count;
    const same = this.kinds.get(problem.code) ?? new Map<string, Same>();
    this.kinds.set(problem.code, same);
    const key = `${problem.message}\n${problem.remedy ?? ''}`;
    const known = same.get(key) ?? { listed: [], count: 0 };
    if (known.count === 0 && same.size >= this.limits.problemsOfAKind) {
      this.unlisted.set(problem.code, (this.unlisted.get(problem.code) ?? 0) + count);
      return;
    }
    same.set(key, known);
    known.count += count;
    for (const place of places ?? [{}]) if (known.listed.length < this.limits.placesOfAProblem) known.listed.push({ ...bare, ...place });
  }

  addAll(problems: Iterable<Problem>): void {
    for (const problem of problems) this.add(problem);
  }

  /** Counts problems of a code that are not listed. */
  count(code: string, n: number): void {
    this.counted += n;
    this.unlisted.set(code, (this.unlisted.get(code) ?? 0) + n);
  }

  /** Says in the list that something was not checked any more. */
  stop(): void {
    this.stopped = true;
  }

  /** The number of all problems found. */
  get total(): number {
    return this.counted;
  }

  /** In the order in which they were first added, the counts last. */
  list(): Problem[] {
    const listed = [...this.kinds.values()].flatMap((same) => [...same.values()].flatMap((one) => this.told(one)));
    const counts = [...this.unlisted].map(([code, n]): Problem => ({
      code: 'more-problems',
      message: `${n} more problems of the kind "${code}" are not listed`,
      remedy: 'mend those that are listed, then import again',
      count: n,
    }));
    const limit = this.limits.problemsCounted;
    const end: Problem = {
      code: STOPPED,
      message: `checking stopped at the limit problemsCounted of ${limit}: there may be more problems than these`,
      remedy: 'mend these, then import again',
    };
    return [...listed, ...counts, ...(this.stopped ? [end] : [])];
  }

  private told({ listed, count }: Same): Problem[] {
    const [first] = listed;
    return first && count > listed.length ? [{ ...first, count, places: listed.map(placeOf) }] : listed;
  }
}

/**
 * Locates problems, those listed once for many places at each of them.
 * @param locate adds what it finds; gives as many as it gets, in their order
 */
export function locateEach(problems: readonly Problem[], locate: (single: Problem[]) => Problem[]): Problem[] {
  const located = locate(problems.flatMap(({ places, count: _count, ...bare }) => (places ? places.map((place) => ({ ...bare, ...place })) : [bare])));
  let at = 0;
  return problems.map((problem) => {
    const own = located.slice(at, (at += problem.places?.length ?? 1));
    const first = own[0] ?? problem;
    return problem.places ? { ...first, ...(problem.count === undefined ? {} : { count: problem.count }), places: own.map(placeOf) } : { ...problem, ...first };
  });
}

function placeOf({ file, pointer, line, column }: Problem): ProblemPlace {
  return {
    ...(file === undefined ? {} : { file }),
    ...(pointer === undefined ? {} : { pointer }),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  };
}
