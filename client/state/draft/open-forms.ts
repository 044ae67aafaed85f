/** Which forms of the desk are open, one over the other: a new entity is made from within a claim, and the claim waits below it. */
import { useSyncExternalStore } from 'react';
import type { PassageMark } from '../../../server/domain/model/records.ts';
import type { FileKind, FileRecord } from './file-form.ts';

/** Where a claim is read: a source, a paragraph of its text, and the words that were marked. */
export interface Passage {
  source: string;
  paragraph: number;
  words?: string;
  /** Where the words stand in the paragraph. */
  mark?: PassageMark;
  /** Ids of the entities that the words name, in their order. */
  entities?: readonly string[];
}
/** `dataset`: the case that a new record is written to; where it is absent, the one that is chosen. */
export type OpenForm =
  /** A new record, begun with what is known of it. */
  | { form: 'new'; kind: Exclude<FileKind, 'claim'>; begun: FileRecord; dataset?: string; onMade?: (id: string) => void }
  /** A record as the case or the draft has it. */
  | { form: 'edit'; kind: FileKind; id: string; citation?: string }
  /** A text added: the desk shows it itself. */
  | { form: 'text'; dataset?: string }
  /** Files planned, chosen from, and written. */
  | { form: 'import' }
  | { form: 'remove'; kind: FileKind; id: string }
  /** A person taken out of all that is kept. */
  | { form: 'redact'; kind: 'entity'; id: string }
  /** An entity, a source, a voice or a predicate put in the place of another wherever that is named. */
  | { form: 'replace'; kind: 'entity' | 'source' | 'voice' | 'predicate'; id: string }
  /** A claim as a sentence. With `claim`, a passage is added to one that is there. */
  | { form: 'claim'; passage?: Passage; claim?: string; dataset?: string };

let now: readonly OpenForm[] = [];
const listeners = new Set<() => void>();
function become(next: readonly OpenForm[]): void {
  now = next;
  for (const listener of listeners) listener();
}

export const openForms = {
  get: (): readonly OpenForm[] => now,
  open: (form: OpenForm): void => become([...now, form]),
  close: (): void => become(now.slice(0, -1)),
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
export const useOpenForms = (): readonly OpenForm[] => useSyncExternalStore(openForms.subscribe, openForms.get);
