/** Lists entries of the notebook, those changed last first. */
import type { listNotebook as contract } from '../../contract/routes/notebook.ts';
import { NOTEBOOK_KINDS, type NotebookKind } from '../../domain/model/lists.ts';
import type { Database } from '../../store/connect.ts';
import { countNotebookKinds, listNotebookRows } from '../../store/statements/questions-and-sets.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import { keptEntry } from './kept-entry.ts';

type Route = typeof contract;

export async function listEntries(db: Database, { query }: Pick<InputOf<Route>, 'query'>, o?: CallOptions): Promise<AnswerOf<Route>> {
  const { kind, about = null, assessment = null, limit, offset } = query;
  const kinds = kind === undefined ? [...NOTEBOOK_KINDS] : [kind];
  return db.read(async (tx) => {
    const numbers = new Map((await countNotebookKinds.run(tx, { about, assessment })).map((row) => [row.kind, row.number]));
    const rows = await listNotebookRows.run(tx, { about, assessment, kinds, offset, limit });
    const counts = Object.fromEntries(NOTEBOOK_KINDS.map((one) => [one, numbers.get(one) ?? 0])) as Record<NotebookKind, number>;
    return { entries: rows.map(keptEntry), total: kinds.reduce((sum, one) => sum + counts[one], 0), counts };
  }, o);
}
