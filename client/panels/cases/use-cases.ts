/** The cases on view, for the top bar, the legend and the switcher. */
import { useQuery } from '@tanstack/react-query';
import { statsQuery } from '../../api/queries.ts';
import { type CasesOnView, casesOnView } from '../../state/filters/cases.ts';
import { useDrawn } from '../../state/drawn/use-drawn.ts';
import { useView } from '../../state/store.ts';

/** Undefined until it is known what is loaded. */
export function useCases(): CasesOnView | undefined {
  const stats = useQuery(statsQuery()).data;
  const filters = useView((s) => s.history.present.filters);
  const view = useDrawn();
  // In the desk nothing of what is drawn is on view.
  const isDesk = useView((s) => s.desk !== undefined);
  return stats && casesOnView(stats.datasets, filters, isDesk ? { datasets: [] } : view);
}
