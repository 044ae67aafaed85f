/** What the publication gate says of each path of a trace, asked once for all of them. */
import { useQuery } from '@tanstack/react-query';
import type { GateRefusal } from '../../../server/contract/routes/exports.ts';
import { pathsCheckQuery, type TraceAnswer } from '../../api/queries.ts';
import { useView } from '../../state/store.ts';

type Paths = Pick<TraceAnswer, 'revision' | 'paths'>;
export interface Verdict {
  /** Empty where the path can be printed as it stands. */
  refused: GateRefusal[];
  left: { entities: number; claims: number; paths: number };
}
export type Verdicts = ReadonlyMap<string, Verdict>;

/** By the id of the path; undefined while the gate has not answered, or where it could not be asked. */
export function usePathGate(answer: Paths): Verdicts | undefined {
  const clocks = useView((s) => s.history.present.clocks);
  const { data } = useQuery(pathsCheckQuery(answer, clocks));
  if (!data) return undefined;
  return new Map(
    answer.paths.flatMap(({ id }, i): [string, Verdict][] => {
      const judged = data.paths[i];
      return judged ? [[id, { refused: judged.refused.flatMap((n) => data.refused[n] ?? []), left: judged.left }]] : [];
    }),
  );
}

/** The first path after the one given, in the order of the list, that can be printed as it stands; from the end of the list it goes on at its start. */
export function nextThatPasses<Path extends { id: string }>(paths: readonly Path[], verdicts: Verdicts | undefined, from: string): Path | undefined {
  const at = paths.findIndex(({ id }) => id === from);
  return [...paths.slice(at + 1), ...paths.slice(0, Math.max(at, 0))].find(({ id }) => verdicts?.get(id)?.refused.length === 0);
}

/** Refusals by their reason, in the order found, each with how many records it concerns. */
export function reasonsOf(refused: readonly GateRefusal[]): (Pick<GateRefusal, 'kind' | 'why'> & { count: number })[] {
  const reasons = new Map<string, Pick<GateRefusal, 'kind' | 'why'> & { count: number }>();
  for (const { kind, why } of refused) {
    const key = `${kind} ${why}`;
    reasons.set(key, { kind, why, count: (reasons.get(key)?.count ?? 0) + 1 });
  }
  return [...reasons.values()];
}
