/** The claims of the timeline with their marks: the rows of the table, and with them those that the date of the view leaves out, to be drawn hollow. */
import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { rowsOfClaimsQuery, tableRowsQuery } from '../../api/queries.ts';
import type { NodeView, TableRow } from '../../../server/contract/views.ts';
import type { Clocks } from '../../../server/domain/model/questions.ts';
import { emptyCache, receive } from '../../state/canvas/graph-cache.ts';
import { drawn } from '../../state/drawn/drawn.ts';
import { lastDay } from '../../state/filters/as-of-dates.ts';
import { passing } from '../../state/filters/filters.ts';
import { useView } from '../../state/store.ts';
import type { TimeBy } from '../../state/view.ts';
import { filterOf, type Rows, useRows } from '../table/use-rows.ts';
import { dayOf, timedClaim, type TimedClaim } from './time-marks.ts';

export interface TimeRows {
  rows: Rows;
  claims: TimedClaim[];
  nodeOf: (id: string) => NodeView | undefined;
  /** The date of the view on this axis, as written. */
  clock: string | undefined;
  /** How many claims were asked for. */
  asked: number;
  query: { data: unknown; error: unknown; refetch: () => unknown; isPending: boolean };
  /** False where nothing is to be asked: nothing is drawn. */
  any: boolean;
}

const NOTHING: readonly TableRow[] = [];
const NO_NODES: readonly NodeView[] = [];

/** The clocks without that of the axis, so that what is later is read too. */
function lifted({ happened, published, ...rest }: Clocks, by: TimeBy): Clocks {
  return { ...rest, ...(by === 'published' && happened !== undefined && { happened }), ...(by === 'happened' && published !== undefined && { published }) };
}

export function useTimeRows(by: TimeBy): TimeRows {
  const of = useView((s) => s.history.present.middle.of);
  const view = useView((s) => s.history.present.clocks);
  const canvas = useView((s) => s.history.present.canvas);
  const filters = useView((s) => s.history.present.filters);
  const cached = useView((s) => s.cache.nodes);
  const rows = useRows();
  const clocks = of?.kind === 'claims' && of.clocks ? of.clocks : view;
  const clock = clocks[by];
  const wide = lifted(clocks, by);
  const any = of !== undefined || canvas.claims.length > 0;
  const ofDrawn = useQuery({ ...rowsOfClaimsQuery(canvas.claims, wide), enabled: of === undefined && any });
  const ofScope = useQuery({ ...tableRowsQuery(of ? filterOf(of) : {}, wide), enabled: of !== undefined });
  const query = of ? ofScope : ofDrawn;
  const answer = query.data?.rows ?? NOTHING;
  const nodes = query.data?.nodes ?? NO_NODES;
  const wideKey = JSON.stringify(wide);
  return useMemo((): TimeRows => {
    const known = new Map(nodes.map((node) => [node.id, node]));
    const nodeOf = (id: string): NodeView | undefined => known.get(id) ?? cached.get(id);
    const rowOf = new Map(answer.map((row) => [row.claim.id, row]));
    const readClaims = answer.map(({ claim }) => claim);
    const passes = passing(filters, (id) => nodeOf(id)?.type);
    const shown = of ? readClaims.filter(passes) : drawn({ canvas, filters }, receive(emptyCache(wide), wide, nodes, readClaims)).edges;
    // At the date of the view a claim may stand lower than today, and it is told as it stood then.
    const then = new Map(rows.claims.map((claim) => [claim.id, claim]));
    const text = clock === undefined ? undefined : lastDay(clock);
    const day = text === undefined ? undefined : dayOf(text);
    return {
      rows,
      claims: shown.map((claim) => timedClaim({ ...rowOf.get(claim.id)!, claim: then.get(claim.id) ?? claim }, by, day)),
      nodeOf,
      clock,
      asked: query.data?.total ?? 0,
      query,
      any,
    };
    // The answer counts by what it holds, and the clocks by what they say.
  }, [of, by, clock, wideKey, rows, canvas, filters, cached, answer, nodes, query.error, query.isPending, any]);
}
