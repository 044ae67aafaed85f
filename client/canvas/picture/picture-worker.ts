/** Places blocks in lanes, and routes the lines of a placed plan, in a worker, because that takes up to a second. */
import { finish, type PlacedPlan } from '../../../server/domain/picturing/finish.ts';
import type { Picture } from '../../../server/domain/picturing/picture.ts';
import { type Laid, placeLanes } from '../../../server/domain/picturing/place/place-lanes.ts';

export type Question = { lanes: Parameters<typeof placeLanes> } | { finish: PlacedPlan };
/** `n` is that of the answer, too. */
type Asked = Question & { n: number };
export interface Answered {
  n: number;
  answer: Laid | Picture;
}

self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  const answer = 'lanes' in data ? placeLanes(...data.lanes) : finish(data.finish);
  self.postMessage({ n: data.n, answer } satisfies Answered);
});
