/** A change set in short: why, who and when, what it changed, and what that did to claims. */
import type { ChangeSetView } from '../../api/queries-changes.ts';
import { recordKind } from '../../../server/contract/records.ts';
import { clockTime, dateText } from '../../ui/date-text.ts';
import { words } from '../../i18n/messages.ts';

const t = words.changes;

/** The local day of an instant, as in "2026-11-30". */
export function dayOf(at: string): string {
  const time = new Date(at);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}

/** "Today", "Yesterday", or the day. */
export function dayInWords(day: string, now: Date = new Date()): string {
  if (day === dayOf(now.toISOString())) return t.today;
  const before = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1, 12);
  return day === dayOf(before.toISOString()) ? t.yesterday : dateText({ edtf: day });
}

/** Change sets by day, in the order they come in, each once. */
export function byDay(sets: readonly ChangeSetView[]): [day: string, sets: ChangeSetView[]][] {
  const days = new Map<string, Map<string, ChangeSetView>>();
  for (const set of sets) {
    const day = dayOf(set.at);
    const of = days.get(day) ?? new Map<string, ChangeSetView>();
    days.set(day, of.set(set.id, set));
  }
  return [...days].map(([day, of]) => [day, [...of.values()]]);
}

/** "2 entities, 1 claim". */
export function countsText({ changed }: Pick<ChangeSetView, 'changed'>): string {
  if (!changed) return t.manyRecords;
  const parts = recordKind.options.flatMap((kind) => (changed[kind] ? [t.kinds(kind, changed[kind])] : []));
  return parts.length === 0 ? t.noRecords : parts.join(', ');
}

export const madeBy = ({ kind, undoes }: Pick<ChangeSetView, 'kind' | 'undoes'>): string =>
  undoes.length > 0 ? t.anUndo : kind === 'import' ? t.imported : kind === 'redaction' ? t.aRedaction : t.byHand;

export function ChangeLines({ set, withDay = false }: { set: ChangeSetView; withDay?: boolean }) {
  const when = `${withDay ? `${dayInWords(dayOf(set.at))}, ` : ''}${clockTime(Date.parse(set.at))}`;
  return (
    <>
      <span className="meta">
        <span dir="auto">{set.who}</span> · {when} · {t.revision(set.revision)} · {madeBy(set)}
        {set.undoneBy !== undefined && ` · ${t.undone}`}
      </span>
      <span className="meta">{countsText(set)}</span>
      {set.effects.length > 0 && (
        <span className="meta" lang="en" dir="auto">
          {set.effects.join(', ')}
        </span>
      )}
    </>
  );
}
