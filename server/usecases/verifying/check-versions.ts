/** Verifies past states: each has a text and a span of revisions, and none overlaps another or the present state. */
import type { Tx } from '../../store/connect.ts';
import { auditVersions } from '../../store/statements/audits.ts';
import type { Fault } from './fault.ts';

export async function checkVersions(tx: Tx, rev: number, report: (fault: Fault) => void): Promise<void> {
  for (const { key, why } of await auditVersions.run(tx, { rev })) report({ kind: 'versions', record: key, message: why });
}
