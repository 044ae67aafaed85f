/** What a claim would do together with the draft it is to join, planned while it is filled in. */
import { useMemo } from 'react';
import type { ClaimTold } from '../../../../server/contract/claim-told.ts';
import { ApiError } from '../../../api/api-error.ts';
import { citationsWritten, type Draft, type DraftEntry, emptyDraft, entryAt, propositionOf, withEntry } from '../../../state/draft/draft-change.ts';
import { useDrafts } from '../../../state/draft/draft-store.ts';
import { useDraftPlan } from '../../draft/use-draft-plan.ts';
import { useDeps } from '../../../acts/deps.ts';
import { nameByAll } from '../../../acts/draft/draft-record.ts';
import { faultInWords } from '../controls/fault-words.ts';
import { faultsOf, faultText, type Faults } from '../controls/use-faults.ts';

export interface ClaimPlan {
  told?: ClaimTold;
  planning: boolean;
  /** What stands in the way, where no field of the form is at fault. */
  problems: { message: string; remedy: string }[];
  /** By the place of the field in the claim. */
  faults: Faults;
  /** It would take the place of a passage of the case. */
  replaces: boolean;
}

export function useClaimPlan(dataset: string, entry: DraftEntry): ClaimPlan {
  const deps = useDeps();
  const there = useDrafts().all.get(dataset);
  const text = JSON.stringify(entry.record);
  const isWhole = useMemo(() => faultsOf('claim', entry.record ?? {}).size === 0, [text]);
  const draft: Draft = useMemo(
    () => (isWhole ? withEntry(there ?? emptyDraft(dataset), entry) : emptyDraft(dataset)),
    // The entry is made anew by each render: its text says whether it is another.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [there, text, isWhole, dataset],
  );
  const { report, planning, error } = useDraftPlan(draft);
  const mine = useMemo(() => (entry.record ? propositionOf(entry.record) : ''), [text]);
  const own = draft.entries.find((one) => one.kind === 'claim' && one.record && (one.id === entry.id || propositionOf(one.record) === mine));
  const told = isWhole ? report?.told.find((one) => own && (one.id === own.id || one.as === own.id)) : undefined;
  const listed = error instanceof ApiError ? (error.problem?.problems ?? [{ message: error.message, remedy: '' }]) : [];
  const faults = new Map<string, string>();
  const problems: ClaimPlan['problems'] = [];
  const nameOf = nameByAll(deps, [entry]);
  for (const problem of isWhole ? [...(report?.problems ?? []), ...listed] : []) {
    const at = 'pointer' in problem && typeof problem.pointer === 'string' ? entryAt(draft, problem.pointer) : undefined;
    const told = faultInWords('claim', problem, nameOf);
    if (at && own && at.entry === own && at.field !== '') faults.set(fieldIn(own, at.field), faultText(told));
    else problems.push(told);
  }
  const replaces = told?.before !== undefined && entry.before === undefined && (report?.changed.some(({ kind }) => kind === 'citation') ?? false);
  return { ...(told ? { told } : {}), planning: isWhole && planning, problems, faults, replaces };
}

/** A change writes only some of the citations of a claim that is there. */
function fieldIn(entry: DraftEntry, field: string): string {
  const [, n, rest = ''] = /^citations\/(\d+)(.*)$/.exec(field) ?? [];
  return n === undefined ? field : `citations/${citationsWritten(entry)[Number(n)] ?? n}${rest}`;
}
