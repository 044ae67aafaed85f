/** Which views stand in the middle of the workbench, and what pressing the name of one does. */
import type { Middle, RowScope } from './view.ts';

export const VIEWS = ['graph', 'table', 'timeline'] as const;
export type ViewName = (typeof VIEWS)[number];
type Show = Middle['show'];

export function isShown(show: Show, view: ViewName): boolean {
  return show.split('-').includes(view);
}

/** The view beside the graph, or in its place. */
export function besideOf(show: Show): Exclude<ViewName, 'graph'> | undefined {
  return VIEWS.find((view): view is Exclude<ViewName, 'graph'> => view !== 'graph' && isShown(show, view));
}

/** The one view where there is room for one: the graph gives way. */
export function aloneOf(show: Show): ViewName {
  return besideOf(show) ?? 'graph';
}

/** What is shown once a view was pressed: it comes beside the graph, or goes; the last view stays. */
export function pressed(show: Show, view: ViewName): Show {
  const beside = besideOf(show);
  if (view === 'graph') return beside === undefined ? show : isShown(show, 'graph') ? beside : `graph-${beside}`;
  if (beside === view) return 'graph';
  return isShown(show, 'graph') ? `graph-${view}` : view;
}

/** What is shown once a view was opened for some rows: the graph stays where it was. */
export function opened(middle: Middle, view: Exclude<ViewName, 'graph'>, of: RowScope | undefined): Middle {
  const { of: _, ...rest } = middle;
  return { ...rest, show: isShown(middle.show, 'graph') ? `graph-${view}` : view, ...(of && { of }) };
}
