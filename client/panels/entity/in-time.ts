/** Orders claims by when they happened; undated ones are listed apart. */
import type { EdgeView } from '../../../server/contract/views.ts';

export interface InTime {
  dated: EdgeView[];
  undated: EdgeView[];
}
/** Sorts before any day: a date with an open start comes first. */
const OPEN_START = '';

/** The earliest day of any of its dates; undefined where it has none. */
function startOf({ happened }: EdgeView): string | undefined {
  return happened.map((date) => date.from ?? OPEN_START).toSorted()[0];
}
/** The latest day: of two that begin on one day the shorter comes first. */
function endOf({ happened }: EdgeView): string {
  return (
    happened
      .map((date) => date.to ?? '9999')
      .toSorted()
      .at(-1) ?? '9999'
  );
}

export function inTime(claims: readonly EdgeView[]): InTime {
  const dated = claims.filter((claim) => claim.happened.length > 0);
  const key = (claim: EdgeView): string => `${startOf(claim) ?? OPEN_START} ${endOf(claim)} ${claim.id}`;
  return { dated: dated.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)), undated: claims.filter((claim) => claim.happened.length === 0) };
}
