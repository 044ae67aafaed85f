/** A line of the path that is read was clicked: its hop is the one read now, so that its sentence lights up. */
import { traceQuery } from '../../api/queries.ts';
import type { Deps } from '../../acts/deps.ts';

export function readHop({ store, queries }: Deps, claim: string): void {
  const { history, reading, panels } = store.get();
  const { trace, clocks } = history.present;
  if (!trace.from || !trace.to || !panels.some((panel) => panel.kind === 'prose')) return;
  const answer = queries.getQueryData(traceQuery(trace.from, trace.to, trace.switches, clocks).queryKey);
  const path = answer?.paths.find((one) => one.id === reading.path) ?? answer?.paths[0];
  const hop = path?.hops.findIndex((one) => one.best === claim) ?? -1;
  if (path && hop !== -1) store.dispatch({ type: 'read', reading: { path: path.id, hop } });
}
