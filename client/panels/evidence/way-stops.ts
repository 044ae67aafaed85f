/** The stops of a way chart: from the source read to the root, or to a stop that says there is none. */
import type { CitationView } from '../../../server/contract/views.ts';

type WayStep = CitationView['way'][number];
export interface Stop extends WayStep {
  /** Whether the source is the root. */
  root: boolean;
}
export interface Way {
  stops: Stop[];
  /** Whether the way ends without a root, because the passage does not say whose word it is. */
  lost: boolean;
}

export function wayOf({ way, root }: Pick<CitationView, 'way' | 'root'>): Way {
  return { stops: way.map((step) => ({ ...step, root: step.source === root?.source })), lost: root === undefined };
}

/** True where the next source holds the same text; false where the passage only cites it. */
export function carriesText(next: WayStep): boolean {
  return next.step === 'republishes' || next.step === 'abridges' || next.step === 'relays';
}
