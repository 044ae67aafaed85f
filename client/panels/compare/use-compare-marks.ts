/** Marks on the drawing what differs between the two states that are compared, as long as they are. */
import { useEffect, useMemo, useRef } from 'react';
import { useQuery } from '@tanstack/react-query';
import { marksQuery, subgraphQuery } from '../../api/queries-compare.ts';
import { useDeps } from '../../acts/deps.ts';
import type { EdgeView, NodeView } from '../../../server/contract/views.ts';
import { widthOf } from '../../../server/domain/picturing/look/palette.ts';
import type { Marks } from '../../state/marks/marks.ts';
import { useView } from '../../state/store.ts';
import type { Comparison } from '../../state/view.ts';

interface Drawn {
  nodes: NodeView[];
  edges: EdgeView[];
}
const claimedIn = ({ nodes }: Drawn) => idsOf(nodes.filter(({ degree }) => degree > 0));
const idsOf = (some: readonly { id: string }[]) => new Set(some.map(({ id }) => id));

/** @param claims what differs of the claims of both, where it is known */
export function marksOf(before: Drawn, after: Drawn, claims: Marks['claims'], show: Comparison['show']): Marks {
  // An entity of which nothing is said at a date is known all the same.
  const [was, is] = [claimedIn(before), claimedIn(after)];
  const now = new Map(after.edges.map((edge) => [edge.id, edge]));
  const entities = new Map([
    ...[...is].flatMap((id) => (was.has(id) ? [] : [[id, 'gained'] as const])),
    ...[...was].flatMap((id) => (is.has(id) ? [] : [[id, 'lost'] as const])),
  ]);
  const isOther = (edge: EdgeView): boolean => {
    const other = now.get(edge.id);
    return other !== undefined && (other.rank !== edge.rank || widthOf(other.originsAtStanding) !== widthOf(edge.originsAtStanding));
  };
  const alone = show === 'before' ? before : show === 'after' ? after : undefined;
  return {
    claims,
    entities,
    greyBoth: true,
    also: { nodes: [...after.nodes, ...before.nodes], edges: [...after.edges, ...before.edges] },
    then: show === 'both' ? before.edges.filter((edge) => claims.get(edge.id) === 'changed' && isOther(edge)) : [],
    ...(alone ? { only: { claims: idsOf(alone.edges), entities: alone === before ? was : is } } : {}),
  };
}

const NO_CLAIMS: readonly string[] = [];

/** @param show which of the two is drawn just now */
export function useCompareMarks({ before, after }: Comparison, show: Comparison['show']): void {
  const { store } = useDeps();
  const entities = useView((s) => s.history.present.canvas.entities);
  const enabled = entities.length > 0;
  const was = useQuery({ ...subgraphQuery(entities, before), enabled });
  const is = useQuery({ ...subgraphQuery(entities, after), enabled });
  const claims = useMemo(() => (was.data && is.data ? [...idsOf([...was.data.edges, ...is.data.edges])].sort() : NO_CLAIMS), [was.data, is.data]);
  const marked = useQuery({ ...marksQuery({ before, after }, claims), enabled: claims.length > 0 });
  const marks = useMemo(() => {
    if (!was.data || !is.data) return undefined;
    return marksOf(was.data, is.data, new Map((marked.data?.marks ?? []).map(({ claim, mark }) => [claim, mark])), show);
  }, [was.data, is.data, marked.data, show]);
  useEffect(() => store.dispatch({ type: 'mark', ...(marks ? { marks } : {}) }), [store, marks]);
  const gone = useRef(store);
  useEffect(() => () => gone.current.dispatch({ type: 'mark' }), []);
}
