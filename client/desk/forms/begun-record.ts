/** A record that was begun in a form and not finished: from which state of it the form goes on, and what it is called meanwhile. Pure. */
import type { DraftEntry } from '../../state/draft/draft-change.ts';
import { type FileRecord, isSame } from '../../state/draft/file-form.ts';

/** Whether both say the same of a record, and of a claim of which of its citations. */
export function isSameState(one: DraftEntry, other: DraftEntry): boolean {
  return isSame(one.record, other.record) && isSame(one.cites, other.cites);
}

/**
 * With the state that is there now, what others changed meanwhile would be written over unseen; with the one it was begun with, the plan tells of it.
 * @param there as the draft or the case has it now; absent for a new record
 */
export function entryBegun(begun: DraftEntry | undefined, there: DraftEntry | undefined): { entry: DraftEntry | undefined; isStale: boolean } {
  const isStale = begun !== undefined && there !== undefined && !isSameState(begun, there);
  return { entry: isStale ? begun : there, isStale };
}

const LONGEST = 90;
const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

/** The first words that are typed of it; empty where there are none yet. */
export function begunName(record: FileRecord): string {
  const { names, title, name, text, forms } = record as {
    names?: { text?: string }[];
    title?: string;
    name?: string;
    text?: string;
    forms?: { finite?: string };
  };
  return shortened(names?.[0]?.text ?? title ?? name ?? text ?? forms?.finite ?? '');
}

/** A claim by those of its ends that are known, and else by its first passage, or the words that were marked. */
export function begunClaimName(
  { claim, citations }: { claim: FileRecord; citations: readonly FileRecord[] },
  nameOf: (kind: 'entity' | 'predicate', id: string) => string,
  marked = '',
): string {
  const { subject, predicate, object } = claim;
  const of = (kind: 'entity' | 'predicate', id: unknown): string => (typeof id === 'string' && id !== '' ? nameOf(kind, id) : '…');
  const said = predicate || (subject && object) ? [of('entity', subject), of('predicate', predicate), of('entity', object)].join(' · ') : '';
  const passage = String(citations.find((one) => String(one['paraphrase'] ?? '').trim() !== '')?.['paraphrase'] ?? '').trim();
  return shortened([said, passage].filter((part) => part !== '').join(': ') || marked);
}
