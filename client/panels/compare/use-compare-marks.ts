/** Marks on the drawing what differs between the two states that are compared, as long as they are. */
import { useEffect, useMemo, useRef } from 'react';
import { useQuery } from '@tanstack/react-query';
import { marksQuery, subgraphQuery } from '../../api/queries-compare.ts';
import { useDeps } from '../../acts/deps.ts';
import type { EdgeView, NodeView } from '../../../server/contract/views.ts';
import { entitiesOfEdge } from '../../../server/domain/picturing/drawn/drawable.ts';
import { widthOf } from '../../../server/domain/picturing/look/palette.ts';
import type { Marks } from '../../state/marks/marks.ts';
import { placeBeside } from '../../state/canvas/place-beside.ts';
import { useView } from '../../state/store.ts';
import type { CanvasContent, Comparison, Positions } from '../../state/view.ts';
import { useComparedDraft } from './use-compared-draft.ts';

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

/** Where the entities that a draft makes are drawn: beside one that is drawn and that a claim joins them to. Those that none joins are not drawn. */
export function placesOf(made: readonly string[], { edges }: Drawn, { entities, positions }: Pick<CanvasContent, 'entities' | 'positions'>): Positions {
  const drawn = new Set(entities);
  const neighbour = (id: string): string | undefined =>
    edges.flatMap((edge) => (entitiesOfEdge(edge).includes(id) ? entitiesOfEdge(edge) : [])).find((other) => drawn.has(other) && positions.has(other));
  const joined = made.filter((id) => neighbour(id) !== undefined);
  // Once it was drawn, it stays where it was, or was moved to.
  const fresh = joined.filter((id) => !positions.has(id));
  const places = placeBeside(fresh, neighbour, positions);
  return new Map(joined.map((id) => [id, (positions.get(id) ?? places.get(id))!]));
}

/** @param show which of the two is drawn just now */
export function useCompareMarks(compare: Comparison, show: Comparison['show']): void {
  const { before, after } = compare;
  const { draft, made } = useComparedDraft(compare);
  const { store } = useDeps();
  const { entities: drawn, positions } = useView((s) => s.history.present.canvas);
  const entities = useMemo(() => [...new Set([...drawn, ...made])], [drawn, made]);
  const enabled = drawn.length > 0;
  const was = useQuery({ ...subgraphQuery(entities, before), enabled });
  const is = useQuery({ ...subgraphQuery(entities, after, draft), enabled });
  const claims = useMemo(() => (was.data && is.data ? [...idsOf([...was.data.edges, ...is.data.edges])].sort() : NO_CLAIMS), [was.data, is.data]);
  const found = useQuery({ ...marksQuery({ before, after, draft }, claims), enabled: claims.length > 0 });
  const marks = useMemo(() => {
    if (!was.data || !is.data) return undefined;
    const marked = marksOf(was.data, is.data, new Map((found.data?.marks ?? []).map(({ claim, mark }) => [claim, mark])), show);
    return made.length === 0 ? marked : { ...marked, places: placesOf(made, is.data, { entities: drawn, positions }) };
  }, [was.data, is.data, found.data, show, made, drawn, positions]);
  useEffect(() => store.dispatch({ type: 'mark', ...(marks ? { marks } : {}) }), [store, marks]);
  const gone = useRef(store);
  useEffect(() => () => gone.current.dispatch({ type: 'mark' }), []);
}
