/** The ids that the words of a trace mean; a word that means several, or nobody, is answered with whom it may mean. */
import { AppError } from '../../server/domain/model/errors.ts';
import type { Clocks } from '../../server/domain/model/questions.ts';
import type { Database } from '../../server/store/connect.ts';
import type { CallOptions } from '../../server/usecases/route-types.ts';
import { meantEntity, type Meant, type NamedAlike } from '../../server/usecases/tracing/meant-entity.ts';
import { flagOf, type Words } from './trace-arguments.ts';

/** Entities that are listed for one word. */
const LISTED = 20;
const POINTERS: Readonly<Record<keyof Words, string>> = { from: '/from', to: '/to', mustPass: '/switches/mustPass', mustAvoid: '/switches/mustAvoid' };

/** @throws AppError `not-found` with a line for each entity that a word may mean */
export async function namedEnds(db: Database, words: Words, clocks: Clocks | undefined, o?: CallOptions): Promise<Words> {
  const ids: Words = { from: [], to: [], mustPass: [], mustAvoid: [] };
  for (const field of ['from', 'to', 'mustPass', 'mustAvoid'] as const) {
    for (const word of words[field]) {
      const meant = await meantEntity(db, word, clocks, o);
      if (meant.id === undefined) throw unclear(flagOf(POINTERS[field]) ?? field, word, meant);
      ids[field].push(meant.id);
    }
  }
  return ids;
}

function unclear(flag: string, word: string, { bearers, alike }: Exclude<Meant, { id: string }>): AppError {
  const listed = bearers.length > 0 ? bearers : alike;
  const message =
    bearers.length > 0
      ? `${flag}: ${bearers.length} entities are called ${JSON.stringify(word)}.`
      : `${flag}: nobody has the id or the name ${JSON.stringify(word)}${alike.length > 0 ? '; these have one like it' : ''}.`;
  const remedy = listed.length > 0 ? `Give ${flag} the id of the one you mean` : 'Look for the name in the window, or give an id';
  return new AppError('not-found', message, { remedy, candidates: candidateLines(listed) });
}

/** "ann-2 – Ann, Person; alleged perpetrator (charged, US): the plot". */
function candidateLines(found: readonly NamedAlike[]): string[] {
  const lines = found.slice(0, LISTED).map(({ entity, matched, apart }) => {
    const also = matched.text === entity.name ? [] : [`also called ${matched.text}`];
    return `${entity.id} – ${[entity.name, entity.kind === undefined ? entity.type : `${entity.type} (${entity.kind})`, ...also].join(', ')}${apart === undefined ? '' : `; ${apart}`}`;
  });
  return found.length > LISTED ? [...lines, `and ${found.length - LISTED} more`] : lines;
}
