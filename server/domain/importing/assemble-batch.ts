/** Assembles one batch from the files of an import. */
import type { AssignedFile } from './assign-datasets.ts';
import type { Problem } from '../model/errors.ts';
import { BATCH_LISTS, emptyBatch, type ImportBatch } from './import-batch.ts';
import { ProblemList } from './problem-list.ts';
import { normaliseFile } from './normalise-file.ts';
import { settleStubs } from './stubs.ts';
import type { Records } from '../model/records.ts';

type Stored = Pick<Records, 'sources' | 'predicates' | 'voices' | 'entities'>;

/** Normalises all files. A stub of a record that the files define, or the database holds, defines nothing. Whether a source carries another's text, or a predicate is symmetric, is looked up in the files first, then in the database. */
export function assembleBatch(files: readonly AssignedFile[], stored: Stored): { batch: ImportBatch; problems: Problem[] } {
  const carrying = new Map<string, boolean>();
  // `forEach` skips the holes that malformed records leave.
  for (const { content } of files) content.sources?.forEach((source) => carrying.set(source.id, source.textOf !== undefined));
  const carries = (id: string) => carrying.get(id) ?? stored.sources.get(id)?.textOf !== undefined;
  const symmetric = new Map<string, boolean>();
  for (const { content } of files) content.predicates?.forEach((predicate) => symmetric.set(predicate.id, predicate.symmetric === true));
  const isSymmetric = (id: string) => symmetric.get(id) ?? stored.predicates.get(id)?.symmetric === true;
  const batch = emptyBatch();
  const problems = new ProblemList();
  for (const { content, name, dataset } of files) {
    const made = normaliseFile(content, name, { dataset, carries, isSymmetric });
    problems.addAll(made.problems);
    for (const list of BATCH_LISTS) append(batch, made.batch, list);
  }
  return { batch: settleStubs(batch, stored), problems: problems.list() };
}

/** Adds items one by one: a spread of 100,000 arguments overflows the stack. */
function append<K extends keyof ImportBatch>(to: ImportBatch, from: ImportBatch, list: K): void {
  const target: ImportBatch[K][number][] = to[list];
  for (const item of from[list]) target.push(item);
}
