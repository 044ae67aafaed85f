/** Compares everything stored with what follows from the records, and names every difference. */
import { recordKey } from '../../domain/importing/change-plan.ts';
import { checkUses } from '../../domain/importing/checks/check-uses.ts';
import { deriveFigures } from '../../domain/figures/derive-figures.ts';
import { AppError } from '../../domain/model/errors.ts';
import type { Database, Tx } from '../../store/connect.ts';
import { loadAllRecords } from '../../store/load-records.ts';
import { auditStaged } from '../../store/statements/audits.ts';
import { currentRevision } from '../../store/statements/recording/change-sets.ts';
import { checkClaims } from './check-claims.ts';
import { checkSegments } from './check-segments.ts';
import { checkTies } from './check-ties.ts';
import { checkVersions } from './check-versions.ts';
import type { Fault } from './fault.ts';

export interface Verdict {
  revision: number;
  claims: number;
  citations: number;
  entities: number;
  segments: number;
  /** Number of claims marked stale, which a job will derive. Their figures are not compared. */
  stale: number;
  faults: Fault[];
}

const IDLE_MS = 120_000;
const TRIES = 3;

/**
 * Derives every figure and compares it with the stored one. Finds segments, ends and roots that differ, claims without a citation, orphans, past states that
 * overlap, and claims that do not fit what they use. It reads everything, so it is meant for a terminal or a job.
 * @throws AppError `conflict` where others kept writing while it read
 */
export async function verifyRecords(db: Database): Promise<Verdict> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const verdict = await db.read(readOnce, { idleMs: IDLE_MS });
    // Transactions are read-committed: data read while another wrote may be a mix of two revisions.
    if ((await db.ready()).revision === verdict.revision) return verdict;
  }
  throw new AppError('conflict', 'The records kept changing while they were being verified.');
}

async function readOnce(tx: Tx): Promise<Verdict> {
  const revision = await currentRevision(tx);
  const records = await loadAllRecords(tx);
  const figures = deriveFigures(records);
  const faults: Fault[] = [];
  const report = (fault: Fault) => void faults.push(fault);
  const stale = await checkClaims(tx, revision, records, figures, report);
  const segments = await checkSegments(tx, revision, records, figures, stale, report);
  await checkTies(tx, revision, records, report);
  await checkVersions(tx, revision, report);
  for (const { claim, citation, message } of checkUses(records))
    report({ kind: 'rules', record: citation === undefined ? recordKey('claim', claim) : recordKey('citation', citation), message });
  const [staged] = await auditStaged.run(tx, { rev: revision });
  if (staged && staged.nodes > 0 && staged.staging === 0)
    report({ kind: 'staged', record: 'import', message: `${staged.nodes} records lie above revision ${revision}, and no import is being staged` });
  const citations = [...records.citations.values()].reduce((sum, list) => sum + list.length, 0);
  return { revision, claims: records.claims.size, citations, entities: records.entities.size, segments, stale: stale.size, faults };
}
