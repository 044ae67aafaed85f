/** What the legend says of the view, for the strip and the sheet. */
import { useQuery } from '@tanstack/react-query';
import { statsQuery } from '../../api/queries.ts';
import { sizeOnView } from '../../state/filters/cases.ts';
import { clearedLines, describeFilters } from '../../state/filters/filters.ts';
import { useView } from '../../state/store.ts';
import { useDrawn } from '../../state/drawn/use-drawn.ts';
import { useCases } from '../cases/use-cases.ts';
import { clocksLine } from '../describe-clocks.ts';
import { useNameOf } from './use-name-of.ts';

export function useViewFacts() {
  const stats = useQuery(statsQuery()).data;
  const filters = useView((s) => s.history.present.filters);
  const clocks = useView((s) => s.history.present.clocks);
  const view = useDrawn();
  const nameOf = useNameOf();
  const cases = useCases();
  return {
    /** How much there is of the cases on view. */
    stats: stats && cases && sizeOnView(cases, stats),
    cases,
    filters,
    view,
    nameOf,
    /** The active filters, a line for each. */
    lines: describeFilters(filters, nameOf),
    /** Those of them that “Clear filters” clears. */
    clearable: clearedLines(filters, nameOf),
    dates: clocksLine(clocks),
    /** Up to when the cases on view are told. */
    told: cases?.told ?? '',
  };
}
