/** The claims and entities that table and timeline hold: what is drawn, or all claims of one entity or one list, under the filters of the view. */
import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { ROWS_MOST, tableRowsQuery } from '../../api/queries.ts';
import type { EdgeView, NodeView, TableRow } from '../../../server/contract/views.ts';
import { useDrawn } from '../../state/drawn/use-drawn.ts';
import { entitiesOfEdge } from '../../../server/domain/picturing/drawn/drawable.ts';
import { passing } from '../../state/filters/filters.ts';
import { useView } from '../../state/store.ts';
import type { RowScope } from '../../state/view.ts';
import { words } from '../../i18n/messages.ts';

export interface Rows {
  /** Undefined: what is drawn. */
  of?: RowScope;
  title: string;
  claims: EdgeView[];
  entities: NodeView[];
  nameOf: (id: string) => string;
  /** Rows as they were read, by claim; none of what is drawn, which is there already. */
  read: ReadonlyMap<string, TableRow>;
  /** Claims that the filters of the view leave out. */
  leftOut: number;
  /** Claims that were not read because of the limit. */
  beyond: number;
  /** What is asked of the server; undefined where nothing is. */
  asked?: { data: unknown; error: unknown; refetch: () => unknown; isPending: boolean };
}

const NOTHING: readonly TableRow[] = [];
const NO_NODES: readonly NodeView[] = [];

export function filterOf(of: RowScope) {
  return of.kind === 'entity' ? { entities: [of.id] } : of.filter;
}

export function useRows(): Rows {
  const of = useView((s) => s.history.present.middle.of);
  const clocks = useView((s) => s.history.present.clocks);
  const filters = useView((s) => s.history.present.filters);
  const cached = useView((s) => s.cache.nodes);
  const view = useDrawn();
  const atClocks = of?.kind === 'claims' && of.clocks ? of.clocks : clocks;
  const asked = useQuery({ ...tableRowsQuery(of ? filterOf(of) : {}, atClocks), enabled: of !== undefined });
  const rows = asked.data?.rows ?? NOTHING;
  const nodes = asked.data?.nodes ?? NO_NODES;
  return useMemo((): Rows => {
    if (!of) {
      return {
        title: words.table.drawn,
        claims: view.edges,
        entities: view.nodes,
        nameOf: (id) => cached.get(id)?.name ?? id,
        read: new Map(),
        leftOut: view.all.length - view.edges.length,
        beyond: 0,
      };
    }
    const known = new Map(nodes.map((node) => [node.id, node]));
    const nameOf = (id: string): string => known.get(id)?.name ?? cached.get(id)?.name ?? id;
    const passes = passing(filters, (id) => known.get(id)?.type);
    const claims = rows.flatMap(({ claim }) => (passes(claim) ? [claim] : []));
    const named = new Set(claims.flatMap(entitiesOfEdge));
    return {
      of,
      title: of.kind === 'entity' ? words.table.ofEntity(nameOf(of.id)) : of.title,
      claims,
      entities: nodes.filter(({ id }) => named.has(id)),
      nameOf,
      read: new Map(rows.map((row) => [row.claim.id, row])),
      leftOut: rows.length - claims.length,
      beyond: Math.max(0, (asked.data?.total ?? 0) - Math.max(rows.length, Math.min(ROWS_MOST, rows.length))),
      asked,
    };
    // The answer counts by what it holds, not by the object that carries it.
  }, [of, view, cached, filters, rows, nodes, asked.error, asked.isPending]);
}
