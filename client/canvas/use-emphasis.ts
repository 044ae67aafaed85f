/** What is to be stressed on the canvas: the selection, the path read, the hop, and what the filters leave without a claim. */
import { useMemo } from "react";
import { useQuery } from "@tanstack/react-query";
import { traceQuery } from "../api/queries.ts";
import { pieceOfPath } from "../acts/run-trace.ts";
import { neededEntities } from "../state/drawable.ts";
import type { Drawn } from "../state/drawn.ts";
import { useView } from "../state/store.ts";
import type { Emphasis } from "./elements.ts";

export function useEmphasis(view: Drawn): Emphasis {
  const selection = useView((s) => s.selection);
  const trace = useView((s) => s.history.present.trace);
  const read = useView((s) => s.reading);
  const reading = useView((s) => s.panels.some((panel) => panel.kind === "prose"));
  const document = useView((s) => s.history.present);
  const { clocks, canvas, filters } = document;
  const { data } = useQuery({ ...traceQuery(trace.from ?? {}, trace.to ?? {}, trace.switches, clocks), enabled: Boolean(trace.from && trace.to) });
  return useMemo(() => {
    const path = reading ? (data?.paths.find((p) => p.id === read.path) ?? data?.paths[0]) : undefined;
    const edges = new Map((data?.edges ?? []).map((edge) => [edge.id, edge]));
    const piece = path && pieceOfPath(path, edges);
    const chosen = view.edges.filter((edge) => selection.claims.includes(edge.id));
    const hop = path && read.hop !== undefined ? path.hops[read.hop] : undefined;
    const narrowed = view.edges.length < view.all.length;
    const drawnAt = new Map<string, number>();
    for (const edge of view.all)
      for (const id of new Set(edge.segments.flatMap((s) => [s.from, s.to]))) drawnAt.set(id, (drawnAt.get(id) ?? 0) + 1);
    return {
      selected: new Set(selection.entities),
      selectedClaims: new Set(selection.claims),
      // What is selected is at full ink, on the path or not.
      lit: piece && {
        entities: new Set([...piece.entities, ...selection.entities, ...chosen.flatMap(neededEntities)]),
        claims: new Set([...piece.edges.map((edge) => edge.id), ...selection.claims]),
      },
      hop: hop && new Set([hop.best]),
      unheld: narrowed ? new Set(view.nodes.map((n) => n.id).filter((id) => !view.held.has(id))) : new Set<string>(),
      more: new Map(view.nodes.map((node) => [node.id, node.degree - (drawnAt.get(node.id) ?? 0) - (view.lineless.get(node.id) ?? 0)])),
      placed: new Set(canvas.placed),
    };
    // The filters are within `view`; named so that a change of them is seen.
  }, [view, selection, trace, read, reading, data, canvas.placed, filters]);
}
