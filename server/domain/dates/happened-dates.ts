/** The dates that a citation gives for when its claim happened: none, one, or several alternatives of which one is right. */
import type { Citation, Dated } from '../model/records.ts';

const NONE: readonly Dated[] = [];

export function happenedDates({ happened }: Pick<Citation, 'happened'>): readonly Dated[] {
  if (happened === undefined) return NONE;
  return Array.isArray(happened) ? happened : [happened];
}
