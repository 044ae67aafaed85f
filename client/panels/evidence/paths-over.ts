/** Which paths of a trace run over a claim, and at which hop. */
import type { TraceAnswer } from '../../api/queries.ts';

export interface PathOver {
  path: TraceAnswer['paths'][number];
  hop: number;
}

export function pathsOver(answer: TraceAnswer, claim: string): PathOver[] {
  return answer.paths.flatMap((path) => {
    const hop = path.hops.findIndex(({ best, claims }) => best === claim || claims.includes(claim));
    return hop < 0 ? [] : [{ path, hop }];
  });
}
