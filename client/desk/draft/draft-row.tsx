/** One record of a draft: what is done to it, what it will say, what stands in its way; it opens its form. */
import type { ClaimTold } from '../../../server/contract/claim-told.ts';
import { IconX } from '@tabler/icons-react';
import { type Draft, type DraftEntry, entryAt } from '../../state/draft/draft-change.ts';
import type { FileKind } from '../../state/draft/file-form.ts';
import { openForms } from '../../state/draft/open-forms.ts';
import { faultInWords, type NameOf } from '../forms/controls/fault-words.ts';
import { words } from '../../i18n/messages.ts';

const t = words.draft;

export interface PlacedProblem {
  code?: string;
  message: string;
  remedy: string;
  pointer?: string | undefined;
  about?: readonly { id: string; name?: string | undefined }[] | undefined;
}

/** A passage is filled in in the form of its claim. */
const fileKindOf = (entry: DraftEntry | undefined) => (entry && entry.kind !== 'citation' ? entry.kind : 'claim');

/** Problems in the words of the forms, by the record they are of, and those that are of none. */
export function problemsOf(
  draft: Draft,
  problems: readonly PlacedProblem[],
  nameOf: NameOf,
): { placed: Map<DraftEntry, PlacedProblem[]>; others: PlacedProblem[] } {
  const placed = new Map<DraftEntry, PlacedProblem[]>();
  const others: PlacedProblem[] = [];
  for (const problem of problems) {
    const entry = problem.pointer === undefined ? undefined : entryAt(draft, problem.pointer)?.entry;
    const told = { ...problem, ...faultInWords(fileKindOf(entry), problem, nameOf) };
    if (entry) placed.set(entry, [...(placed.get(entry) ?? []), told]);
    else others.push(told);
  }
  return { placed, others };
}

const SIGNS = { made: '+', changed: '~', removed: '−' } as const;
export const didOf = ({ record, before }: DraftEntry): keyof typeof SIGNS => (!record ? 'removed' : before ? 'changed' : 'made');

interface RowProps {
  entry: DraftEntry;
  told: ClaimTold | undefined;
  problems: readonly PlacedProblem[];
  onLeave: () => void;
}

export function DraftRow({ entry, told, problems, onLeave }: RowProps) {
  const did = didOf(entry);
  const says = told?.sentence ?? entry.name;
  const open = (): void => openForms.open({ form: 'edit', kind: entry.kind as FileKind, id: entry.id });
  return (
    <li className="draft-row" data-did={did}>
      <span className="sign" aria-hidden>
        {SIGNS[did]}
      </span>
      <div>
        <span className="visually-hidden">{t.marks[did]}: </span>
        {entry.record ? (
          <button type="button" className="link said" lang="en" dir="ltr" aria-label={t.openEntry(says)} onClick={open}>
            {says}
          </button>
        ) : (
          <span className="said" lang="en" dir="ltr">
            {says}
          </span>
        )}
        <p className="meta">
          {words.changes.kind(entry.kind)}
          {told && ` · ${told.as === undefined ? words.standing[told.after.level] : t.joins(told.after.citations)}`}
          {told?.isNew && ` · ${t.newClaim}`}
        </p>
        {problems.length > 0 && (
          <ul className="wrong meta" role="alert" lang="en">
            {problems.map(({ message, remedy }, n) => (
              <li key={n} dir="auto">
                {message} {words.errors.todo(remedy)}
              </li>
            ))}
          </ul>
        )}
      </div>
      <button type="button" className="btn ghost icon small" aria-label={t.leaveOut(says)} title={t.leaveOut(says)} onClick={onLeave}>
        <IconX size={15} stroke={1.7} aria-hidden />
      </button>
    </li>
  );
}
