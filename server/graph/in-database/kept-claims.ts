/** Claims as read and drawn, kept for one revision: figures parsed once, edges written once, however often a page asks. */
import type { EdgeView } from '../../contract/views.ts';
import type { Figures } from '../../domain/model/figures.ts';
import type { ClaimRow } from '../../store/statements/claim-row.ts';
import { figuresOfRow } from './claim-of-row.ts';
import type { KeptEdges } from '../view-context.ts';
import type { DatabaseReader } from './row-context.ts';
import { keepNewest, perRevision } from './per-revision.ts';

/** Most claims kept: some 3 kB each. */
const MOST = 20_000;

interface Kept {
  /** The figures as stored: a claim whose figures are recomputed within its revision is read anew. */
  json: string;
  figures: Figures;
  edge?: EdgeView;
}

/** Nothing handed out may be changed: it is handed out again. */
export interface KeptClaims extends KeptEdges {
  figures(row: Pick<ClaimRow, 'id' | 'figures'>): Figures;
}

const keptAt = perRevision<Map<string, Kept>>();

export async function keptClaims({ db, revision }: DatabaseReader): Promise<KeptClaims> {
  const kept = await keptAt(db, revision, async () => new Map());
  return {
    figures(row) {
      const known = kept.get(row.id);
      if (known?.json === row.figures) return known.figures;
      const figures = figuresOfRow(row);
      keepNewest(kept, row.id, { json: row.figures, figures }, MOST);
      return figures;
    },
    edge(claim, figures) {
      const known = kept.get(claim);
      return known?.figures === figures ? known.edge : undefined;
    },
    keepEdge(claim, edge) {
      const known = kept.get(claim);
      if (known) known.edge = edge;
    },
  };
}
