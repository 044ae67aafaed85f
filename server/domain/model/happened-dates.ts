/** The dates a citation gives for when it happened: none, one, or several as alternatives of which the passage does not know which is right. */
import type { Citation, Dated } from './records.ts';

const NONE: readonly Dated[] = [];

export function happenedDates({ happened }: Pick<Citation, 'happened'>): readonly Dated[] {
  if (happened === undefined) return NONE;
  return Array.isArray(happened) ? happened : [happened];
}
