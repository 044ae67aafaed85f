/** Carries out an undo or a restore of very many records, in a process that answers nobody else. */
import type { ChangeReport } from '../../../contract/routes/changes.ts';
import type { Database } from '../../../store/connect.ts';
import type { LargeChange } from './large-changes.ts';
import { restoreRecords } from './restore-records.ts';
import { undoChange } from './undo-change.ts';

/** Milliseconds without an answered statement. */
const IDLE_MS = 60_000;

export function carryOutChange(db: Database, { act, input }: LargeChange, signal?: AbortSignal): Promise<ChangeReport> {
  const patient = { idleMs: IDLE_MS, ...(signal ? { signal } : {}) };
  return act === 'undo' ? undoChange(db, input, patient) : restoreRecords(db, input, patient);
}
