/** Carries out an undo or a restore of very many records, or the removal or copy of a large case, in a process that answers nobody else. */
import { API_LIMITS } from '../../contract/parts.ts';
import type { ChangeReport } from '../../contract/routes/changes.ts';
import type { Database } from '../../store/connect.ts';
import { copyCase } from './copy-case.ts';
import type { LargeChange } from './large-changes.ts';
import { removeCase } from './remove-case.ts';
import { restoreRecords } from './undo/restore-records.ts';
import { undoChange } from './undo/undo-change.ts';

/** Milliseconds without an answered statement. */
const IDLE_MS = 60_000;

export function carryOutChange(db: Database, change: LargeChange, signal?: AbortSignal): Promise<ChangeReport> {
  const patient = { idleMs: IDLE_MS, ...(signal ? { signal } : {}) };
  switch (change.act) {
    case 'undo':
      return undoChange(db, change.input, patient);
    case 'restore':
      return restoreRecords(db, change.input, patient);
    case 'remove-case':
      return removeCase(db, change.input, patient);
    case 'copy-case':
      return copyCase(db, change.input, { ...patient, mostClaims: API_LIMITS.exportDatasetClaims });
  }
}
