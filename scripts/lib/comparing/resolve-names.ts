/** Ids for what is named on the command line: an id as it is, else a name that only one has. A name that several have is answered with their ids. */
import { AppError } from '../../../server/domain/model/errors.ts';
import type { STRUCK_KINDS, Struck } from '../../../server/domain/model/questions.ts';
import { bareVoiceName } from '../../../server/domain/telling/in-prose.ts';
import type { Graph } from '../../../server/graph/graph.ts';
import { readGraph } from '../../../server/graph/open-graph.ts';
import type { Database } from '../../../server/store/connect.ts';
import { readChange } from '../../../server/usecases/editing/read-change.ts';

interface Named {
  id: string;
  names: readonly (string | undefined)[];
}
/** Ids that are listed where a name may mean several. */
const LISTED = 12;
const KINDS = ['voice', 'source', 'claim', 'dataset'] as const;
type Kind = (typeof KINDS)[number];

/** The one that is meant: by its id, else by a name that is the same but for its case, else by a part of one. */
function oneOf(kind: string, asked: string, all: readonly Named[]): string {
  if (all.some(({ id }) => id === asked)) return asked;
  const text = asked.toLowerCase();
  const having = (holds: (name: string) => boolean) => all.filter(({ names }) => names.some((name) => name !== undefined && holds(name.toLowerCase())));
  const same = having((name) => name === text);
  const found = same.length > 0 ? same : having((name) => name.includes(text));
  const [first] = found;
  if (first && found.length === 1) return first.id;
  if (!first) throw new AppError('not-found', `There is no ${kind} “${asked}”.`, { remedy: `Give the id of a ${kind}, or a part of its name` });
  const listed = found.slice(0, LISTED).map(({ id, names }) => `${id} (${names.find((name) => name !== undefined) ?? 'without a name'})`);
  const more = found.length > LISTED ? `, and ${found.length - LISTED} more` : '';
  throw new AppError('invalid', `“${asked}” may be any of ${found.length}: ${listed.join(', ')}${more}.`, { remedy: 'Give one of these ids' });
}

/** What is struck, as `voice:doj`, `source:The leak`, `claim:c12`, `dataset:demonstration`. */
export async function struckOf(db: Database, asked: readonly string[]): Promise<Struck> {
  const struck: { [Of in (typeof STRUCK_KINDS)[number]]?: string[] } = {};
  await readGraph(db, undefined, async (graph) => {
    for (const one of asked) {
      const colon = one.indexOf(':');
      const kind = KINDS.find((known) => known === one.slice(0, Math.max(0, colon)));
      if (kind === undefined)
        throw new AppError('invalid', `“${one}” does not say what is struck.`, {
          remedy: 'Write voice:…, source:…, claim:… or dataset:…, each with an id or a name',
        });
      (struck[`${kind}s`] ??= []).push(oneOf(kind, one.slice(colon + 1), await namedIn(graph, kind)));
    }
  });
  return struck;
}

async function namedIn(graph: Graph, kind: Kind): Promise<Named[]> {
  if (kind === 'voice') return (await graph.voices()).voices.map(({ voice }) => ({ id: voice.id, names: [voice.name, bareVoiceName(voice)] }));
  if (kind === 'source') return (await graph.sources()).sources.map(({ source }) => ({ id: source.id, names: [source.title, source.url] }));
  if (kind === 'dataset') return (await graph.totals()).datasets.map(({ id, title }) => ({ id, names: [title] }));
  return [...(await graph.whole()).records.claims.keys()].map((id) => ({ id, names: [] }));
}

/** Ids of entities: an id as it is, else whoever is called so. */
export async function entitiesOf(db: Database, asked: readonly string[]): Promise<string[]> {
  return readGraph(db, undefined, async (graph) => {
    const ids: string[] = [];
    for (const one of asked) {
      if ((await graph.known([one])).has(one)) {
        ids.push(one);
        continue;
      }
      const { found } = await graph.search({ q: one, offset: 0, limit: 50 });
      ids.push(
        oneOf(
          'entity',
          one,
          found.map(({ id, name }) => ({ id, names: [name?.text] })),
        ),
      );
    }
    return ids;
  });
}

/** What is struck so that only these datasets are left. */
export async function allBut(db: Database, kept: readonly string[]): Promise<string[]> {
  return readGraph(db, undefined, async (graph) => {
    const all = await namedIn(graph, 'dataset');
    const ids = kept.map((one) => oneOf('dataset', one, all));
    return all.flatMap(({ id }) => (ids.includes(id) ? [] : [id]));
  });
}

/** The instant of a change set: the recorded clock shows it from then on. */
export async function instantOf(db: Database, id: string): Promise<string> {
  return (await readChange(db, { params: { id }, query: { limit: 1, offset: 0 } })).at;
}
