/** The content of a saved set in words. */
import type { SavedSet } from '../../api/queries-find.ts';
import { words } from '../../i18n/messages.ts';

const t = words.sets;

export function describeSet({ ids, query }: SavedSet): string {
  if (ids) return t.members(ids.length);
  if (!query || 'claims' in query) return t.byQuery;
  const parts = [query.role && words.trace.anyRole(words.role[query.role]), query.type && words.trace.anyType(words.type[query.type])].filter(
    (part) => part !== undefined,
  );
  return parts.length > 0 ? parts.join(', ') : t.byQuery;
}
