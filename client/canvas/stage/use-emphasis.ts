/** What is emphasised on the canvas: the selection, the path that is read, and the hop in it. */
import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { traceQuery } from '../../api/queries.ts';
import { pieceOfPath } from '../../acts/run-trace.ts';
import { neededEntities } from '../../../server/domain/picturing/drawn/drawable.ts';
import type { Drawn } from '../../state/drawn/drawn.ts';
import { useView } from '../../state/store.ts';
import type { Emphasis } from '../elements/emphasis.ts';

export function useEmphasis(view: Drawn): Emphasis {
  const selection = useView((s) => s.selection);
  const trace = useView((s) => s.history.present.trace);
  const clocks = useView((s) => s.history.present.clocks);
  const marks = useView((s) => s.marks);
  const read = useView((s) => s.reading);
  const reading = useView((s) => s.history.present.compare === undefined && s.panels.some((panel) => panel.kind === 'prose'));
  const { data } = useQuery({ ...traceQuery(trace.from ?? {}, trace.to ?? {}, trace.switches, clocks), enabled: Boolean(trace.from && trace.to) });
  return useMemo(() => {
    const path = reading ? (data?.paths.find((p) => p.id === read.path) ?? data?.paths[0]) : undefined;
    const piece = path && pieceOfPath(path, new Map((data?.edges ?? []).map((edge) => [edge.id, edge])));
    const claims = new Set(selection.claims);
    const hop = path && read.hop !== undefined ? path.hops[read.hop] : undefined;
    return {
      selected: new Set(selection.entities),
      selectedClaims: claims,
      // What is selected is not faded, on the path or not.
      lit: piece && {
        entities: new Set([...piece.entities, ...selection.entities, ...view.edges.filter((edge) => claims.has(edge.id)).flatMap(neededEntities)]),
        claims: new Set([...piece.edges.map((edge) => edge.id), ...claims]),
      },
      hop: hop && new Set([hop.best]),
      ...(marks ? { marks } : {}),
      ends: data && new Set(data.paths.flatMap(({ entities }) => [entities[0]!, entities.at(-1)!])),
    };
  }, [view, selection, read, reading, data, marks]);
}
