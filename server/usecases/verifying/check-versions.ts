/** Past states follow each other: each has a span and a text, none overlaps another or the present state. */
import type { Tx } from '../../store/connect.ts';
import { auditVersions } from '../../store/statements/audits.ts';
import type { Fault } from './fault.ts';

export async function checkVersions(tx: Tx, rev: number, report: (fault: Fault) => void): Promise<void> {
  for (const { key, why } of await auditVersions.run(tx, { rev })) report({ kind: 'versions', record: key, message: why });
}
