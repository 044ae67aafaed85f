/** What is on the sheet of an export: decided here alone, for what is written and for what the publication gate is asked. */
import type { TracePathView } from '../../../server/contract/routes/trace.ts';
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
}

/** The claims that pass the filters, also what folds count; or a path whole. */
export function sheetOf({ view, path }: SheetWish): Sheet {
  if (path) return { entities: new Set(path.entities), claims: new Set(path.hops.map((hop) => hop.best)) };
  return { entities: new Set(view.nodes.map(({ id }) => id)), claims: new Set(view.edges.map(({ id }) => id)) };
}
