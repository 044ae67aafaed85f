/** The values of a claim in words, narrowed or side by side (contract `valueView`). */
import type { EvidenceView } from '../../contract/views.ts';
import { describeQuantity } from '../../domain/telling/describe-values.ts';
import { formatDated } from '../../domain/dates/edtf-dates.ts';
import type { Figures } from '../../domain/model/figures.ts';

export function valueViews(figures: Pick<Figures, 'happened' | 'count' | 'amount'>): EvidenceView['values'] {
  const dates = figures.happened.map(({ value, basis, citations }) => ({
    field: 'happened' as const,
    text: formatDated({ edtf: value, basis }),
    basis,
    citations,
  }));
  const quantities = (['count', 'amount'] as const).flatMap((field) =>
    figures[field].map(({ value, basis, citations }) => ({ field, text: describeQuantity(value), basis, citations })),
  );
  return [...dates, ...quantities];
}
