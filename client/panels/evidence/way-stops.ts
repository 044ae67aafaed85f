/** The way of a citation as stops to be drawn: from the source read to the root, or to where it is lost. */
import type { CitationView } from '../../../server/contract/views.ts';

type WayStep = CitationView['way'][number];
export interface Stop extends WayStep {
  /** The source the words go back to. */
  root: boolean;
}
export interface Way {
  stops: Stop[];
  /** It ends at no root: the passage does not say whose word it is. */
  lost: boolean;
}

export function wayOf({ way, root }: Pick<CitationView, 'way' | 'root'>): Way {
  return { stops: way.map((step) => ({ ...step, root: step.source === root?.source })), lost: root === undefined };
}

/** True where the next stop holds the same text; false where it is only named as what the passage leans on. */
export function carriesText(next: WayStep): boolean {
  return next.step === 'republishes' || next.step === 'abridges' || next.step === 'relays';
}
