/** Reads an entry of the notebook; an assessment with what its claims rest on. */
import type { readNotebookEntry as contract } from '../../contract/routes/notebook.ts';
import { weighClaims } from '../../domain/notebook/weigh-claims.ts';
import { AppError } from '../../domain/model/errors.ts';
import { namedIn } from '../../domain/notebook/entries.ts';
import { readGraph } from '../../graph/open-graph.ts';
import type { Database } from '../../store/connect.ts';
import { readNotebookRow } from '../../store/statements/questions-and-sets.ts';
import { clocksOf, type AnswerOf, type CallOptions, type InputOf } from '../route-types.ts';
import { keptEntry } from './kept-entry.ts';
import { keysOf, missingOf } from './missing-of.ts';

type Route = typeof contract;

export async function readEntry(db: Database, { params: { id }, query }: Pick<InputOf<Route>, 'params' | 'query'>, o?: CallOptions): Promise<AnswerOf<Route>> {
  const [row] = await db.read((tx) => readNotebookRow.run(tx, { id }), o);
  if (!row) throw new AppError('not-found', `There is no entry "${id}" in the notebook.`);
  const kept = keptEntry(row);
  return readGraph(
    db,
    clocksOf(query),
    async (graph) => {
      const gone = keysOf(await missingOf(namedIn(kept.entry), graph, db));
      if (kept.entry.kind !== 'assessment') return { ...kept, gone };
      const { for: speakingFor, against } = kept.entry;
      const { figures } = await graph.context({ claims: [...speakingFor, ...against] });
      const weigh = (claims: readonly string[]) => weighClaims(claims.flatMap((claim) => figures.get(claim) ?? []).filter(({ visible }) => visible));
      return { ...kept, gone, weighed: { for: weigh(speakingFor), against: weigh(against) } };
    },
    o,
  );
}
