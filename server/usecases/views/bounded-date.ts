/** A date with its bounds, so that the client need not parse EDTF (contract `boundedDate`). */
import type { BoundedDate } from '../../contract/views.ts';
import { dayText } from '../../domain/dates/calendar.ts';
import { parseEdtf } from '../../domain/dates/edtf-dates.ts';
import type { Dated } from '../../domain/model/records.ts';

export function boundedDate(dated: Dated): BoundedDate {
  const { earliest, latest } = parseEdtf(dated.edtf);
  const from = dayText(earliest);
  const to = dayText(latest);
  return { ...dated, ...(from && { from }), ...(to && { to }) };
}
