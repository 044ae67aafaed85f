/** The draft with which the second of two compared states stands, as it is now: the comparison is asked anew once it has settled. */
import { useMemo } from 'react';
import { useDebouncedValue } from '@mantine/hooks';
import type { ComparedDraft } from '../../api/queries-compare.ts';
import { requestOf } from '../../state/draft/draft-change.ts';
import { useDrafts } from '../../state/draft/draft-store.ts';
import type { Comparison } from '../../state/view.ts';

/** Milliseconds after a change of the draft until it is compared. */
const SETTLES = 300;

export interface DraftOfComparison {
  draft?: ComparedDraft | undefined;
  /** Entities that it makes. */
  made: readonly string[];
  /** The draft was thrown away, written or left empty. */
  isGone: boolean;
}
const NONE: readonly string[] = [];
const NOTHING: DraftOfComparison = { made: NONE, isGone: false };

export function useComparedDraft({ draft: dataset }: Pick<Comparison, 'draft'>): DraftOfComparison {
  const { all } = useDrafts();
  const kept = dataset === undefined ? undefined : all.get(dataset);
  const now = useMemo((): DraftOfComparison => {
    if (dataset === undefined) return NOTHING;
    if (!kept || kept.entries.length === 0) return { made: NONE, isGone: true };
    const made = kept.entries.flatMap(({ kind, id, record, before }) => (kind === 'entity' && record && !before ? [id] : []));
    return { draft: requestOf(kept), made, isGone: false };
  }, [dataset, kept]);
  const [settled] = useDebouncedValue(now, SETTLES);
  return settled.isGone === now.isGone && (settled.draft === undefined) === (now.draft === undefined) ? settled : now;
}
