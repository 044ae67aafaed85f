/** The ids of the entities that an assistant names. Of a person at risk nothing is told, whatever is asked of them. */
import { AppError, type Problem } from '../domain/model/errors.ts';
import type { Clocks } from '../domain/model/questions.ts';
import { readGraph } from '../graph/open-graph.ts';
import type { Database } from '../store/connect.ts';
import { meantEntity } from '../usecases/tracing/meant-entity.ts';
import type { CallOptions } from '../usecases/route-types.ts';
import { NO_WAY_ROUND } from './gated-piece.ts';

/** Entities that are listed for one word. */
const LISTED = 10;

/**
 * @param pointer of the field, for the problem
 * @throws AppError `not-found` for a word that means several, or nobody; `gate-refused` for a person at risk
 */
export async function meantIds(db: Database, words: readonly string[], pointer: string, clocks: Clocks | undefined, o: CallOptions): Promise<string[]> {
  const ids: string[] = [];
  for (const [i, word] of words.entries()) {
    const at = `${pointer}/${i}`;
    const meant = await meantEntity(db, word, clocks, o);
    if (meant.id !== undefined) {
      ids.push(meant.id);
      continue;
    }
    const { bearers, alike } = meant;
    const found = bearers.length > 0 ? bearers : alike;
    const shown = found.filter(({ entity }) => !entity.atRisk);
    if (bearers.length > 0 && shown.length === 0) throw atRisk(at);
    throw unclear(
      at,
      word,
      shown.slice(0, LISTED).map(({ entity: { id, name, type } }) => `${id} (${name}, ${type})`),
      bearers.length > 0,
    );
  }
  // As the record is today, at whatever date the answer stands.
  const { node } = await readGraph(db, undefined, (graph) => graph.context({ claims: [], entities: ids }), o);
  const withheld = ids.findIndex((id) => node(id)?.atRisk);
  if (withheld >= 0) throw atRisk(`${pointer}/${withheld}`);
  return ids;
}

function atRisk(pointer: string): AppError {
  const message = 'a private person in danger, who is left out at the publication gate';
  const problem: Problem = { code: 'gate-entity', message, remedy: NO_WAY_ROUND, pointer };
  return new AppError('gate-refused', 'This asks about a private person in danger, of whom nothing is told.', { problems: [problem] });
}

function unclear(pointer: string, word: string, shown: readonly string[], isShared: boolean): AppError {
  const asked = JSON.stringify(word);
  const list = shown.join(', ');
  const message = isShared
    ? `several are called ${asked}: ${list}`
    : `nobody has the id or the name ${asked}${list === '' ? '' : `; these have one like it: ${list}`}`;
  const remedy = list === '' ? 'look for the name with the tool "search"' : 'give the id of the one that is meant; ask whoever asked you, if you do not know';
  return new AppError('not-found', `It is not clear whom ${asked} means.`, { problems: [{ code: 'unclear-name', message, remedy, pointer }] });
}
