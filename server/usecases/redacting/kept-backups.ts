/** What a redaction asks of the backups that are kept. */
import type { KeptRedaction } from '../../domain/redacting/marks.ts';
import type { WordChoice } from '../../domain/redacting/name-words.ts';

/** What became of the backups. */
export interface RedactedBackups {
  rewritten: number;
  /** Names of files that are no whole backups, and stayed as they are. */
  unreadable: string[];
}
export interface KeptBackups {
  /** Newest first. */
  list(): Promise<readonly unknown[]>;
  /**
   * Takes a person who was redacted out of every backup that is kept, and remembers the redaction beside them.
   * @param choice of single words, as the redaction had it
   */
  redact(kept: KeptRedaction, choice?: WordChoice): Promise<RedactedBackups>;
  /** Does so for those of some redactions that are not remembered yet: a process may have ended in between. */
  redactLeft(redactions: readonly KeptRedaction[]): Promise<void>;
  /** Lets the person be restored again. */
  forgetRedaction(id: string): Promise<void>;
}
