/** What is on the sheet of an export: decided here alone, for what is printed and for what the publication gate is asked. */
import type { TracePathView } from '../../../server/contract/routes/trace.ts';
import { neededEntities } from '../../../server/domain/picturing/drawn/drawable.ts';
import type { Drawn } from './drawn.ts';

/** Ids; a claim or entity that is not among them is not printed. */
export interface Sheet {
  entities: ReadonlySet<string>;
  claims: ReadonlySet<string>;
}
export interface SheetWish {
  view: Pick<Drawn, 'nodes' | 'edges' | 'dimmed'>;
  /** Only this path; absent: all that is drawn. */
  path?: Pick<TracePathView, 'entities' | 'hops'>;
  /** Entities that a picture names without drawing them: the countries of its frames. Absent where a file is written. */
  framed?: readonly string[];
  /** What the drawing shows of the view, where it folds some: what is counted by a number alone is not on the sheet. Absent: all. */
  shown?: Sheet;
  picture: boolean;
}

/**
 * A file holds the claims that pass the filters, or a path whole. A picture shows what the canvas shows: also claims that the filters only dim, whatever lies
 * over them or outside the window, and every claim of a bundle, but not what a fold counts; of a path what is drawn of it.
 */
export function sheetOf({ view, path, framed = [], shown, picture }: SheetWish): Sheet {
  const printed = (kind: 'entities' | 'claims', id: string): boolean => !picture || shown === undefined || shown[kind].has(id);
  const nodes = view.nodes.map((node) => node.id).filter((id) => printed('entities', id));
  const hops = path?.hops.map((hop) => hop.best) ?? [];
  if (path && !picture) return { entities: new Set(path.entities), claims: new Set(hops) };
  const claims = [...view.edges, ...(picture ? view.dimmed : [])].map((edge) => edge.id).filter((id) => printed('claims', id));
  if (!path) return { entities: new Set([...nodes, ...(picture ? framed : [])]), claims: new Set(claims) };
  const [ofPath, ofHops] = [new Set(path.entities), new Set(hops)];
  return { entities: new Set([...nodes.filter((id) => ofPath.has(id)), ...framed]), claims: new Set(claims.filter((id) => ofHops.has(id))) };
}

/** The sheet with only what the gate answered may be printed. An entity whose claims on the sheet are all left out is left out with them. */
export function sheetKept(sheet: Sheet, kept: { entities: readonly string[]; claims: readonly string[] }, view: Pick<Drawn, 'edges' | 'dimmed'>): Sheet {
  const claims = new Set(kept.claims.filter((id) => sheet.claims.has(id)));
  const [before, after] = [new Set<string>(), new Set<string>()];
  for (const edge of [...view.edges, ...view.dimmed]) {
    if (!sheet.claims.has(edge.id)) continue;
    for (const id of neededEntities(edge)) {
      before.add(id);
      if (claims.has(edge.id)) after.add(id);
    }
  }
  return { entities: new Set(kept.entities.filter((id) => sheet.entities.has(id) && (!before.has(id) || after.has(id)))), claims };
}
