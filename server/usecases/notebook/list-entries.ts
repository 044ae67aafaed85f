/** Lists entries of the notebook, those changed last first. */
import type { listNotebook as contract } from '../../contract/routes/notebook.ts';
import { NOTEBOOK_KINDS, type NotebookKind } from '../../domain/model/lists.ts';
import type { Database } from '../../store/connect.ts';
import { listNotebookRows } from '../../store/statements/questions-and-sets.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import { keptEntry } from './kept-entry.ts';

type Route = typeof contract;

export async function listEntries(db: Database, { query }: Pick<InputOf<Route>, 'query'>, o?: CallOptions): Promise<AnswerOf<Route>> {
  const { kind, about = null, assessment = null, limit, offset } = query;
  const rows = await db.read((tx) => listNotebookRows.run(tx, { about, assessment }), o);
  const counts = Object.fromEntries(NOTEBOOK_KINDS.map((one) => [one, rows.filter((row) => row.kind === one).length])) as Record<NotebookKind, number>;
  const asked = kind === undefined ? rows : rows.filter((row) => row.kind === kind);
  return { entries: asked.slice(offset, offset + limit).map(keptEntry), total: asked.length, counts };
}
