/** What is on the sheet of an export: decided here alone, for what is written and for what the publication gate is asked. */
import type { TracePathView } from '../../../server/contract/routes/trace.ts';
import { neededEntities } from '../../../server/domain/picturing/drawn/drawable.ts';
import type { Selection } from '../view.ts';
import type { Drawn } from './drawn.ts';

/** Ids; a claim or entity that is not among them is not printed. */
export interface Sheet {
  entities: ReadonlySet<string>;
  claims: ReadonlySet<string>;
}
export interface SheetWish {
  view: Pick<Drawn, 'nodes' | 'edges'>;
  /** Only this path; absent: all that is drawn. */
  path?: Pick<TracePathView, 'entities' | 'hops'>;
  /** Only what is selected; absent: all that is drawn. */
  selected?: Selection;
}

/** The claims that pass the filters, also what folds count; or a path whole; or the selected claims with their ends, and the selected entities with the claims drawn among them. */
export function sheetOf({ view, path, selected }: SheetWish): Sheet {
  if (path) return { entities: new Set(path.entities), claims: new Set(path.hops.map((hop) => hop.best)) };
  if (selected) {
    const chosen = new Set(selected.entities);
    const claims = new Set(selected.claims);
    const among = view.edges.filter((edge) => neededEntities(edge).every((id) => chosen.has(id)));
    const ends = view.edges.filter(({ id }) => claims.has(id)).flatMap((edge) => [...neededEntities(edge)]);
    return { entities: new Set([...chosen, ...ends]), claims: new Set([...claims, ...among.map(({ id }) => id)]) };
  }
  return { entities: new Set(view.nodes.map(({ id }) => id)), claims: new Set(view.edges.map(({ id }) => id)) };
}
