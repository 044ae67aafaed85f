/** By which ids, names and single words those at risk are named today: what no text may hold that leaves without anybody's look. */
import { foldedWord, wordsOf } from '../../domain/redacting/name-words.ts';
import type { Graph } from '../../graph/graph.ts';
import { readGraph } from '../../graph/open-graph.ts';
import type { Database } from '../../store/connect.ts';
import { listAtRisk } from '../../store/statements/entities.ts';
import { currentRevision } from '../../store/statements/recording/change-sets.ts';
import type { CallOptions } from '../route-types.ts';

export interface NamesAtRisk {
  ids: string[];
  names: string[];
  /** Words of these names that nobody else bears. */
  words: string[];
}

/** Letters of the shortest word that names somebody by itself. */
const SHORTEST = 3;
/** Words that are looked for among the names of others, and names of others that are looked at for each. */
const LOOKED_AT = 300;
const OTHERS = 50;
const kept = new WeakMap<Database, { revision: number; names: NamesAtRisk }>();

export async function namesAtRisk(db: Database, o?: CallOptions): Promise<NamesAtRisk> {
  const known = kept.get(db);
  const { revision, rows } = await db.read(async (tx) => {
    const rev = await currentRevision(tx);
    return { revision: rev, rows: known?.revision === rev ? undefined : await listAtRisk.run(tx, { rev }) };
  }, o);
  if (known && !rows) return known.names;
  const people = (rows ?? []).map(({ id, names }) => ({ id, names: JSON.parse(names) as { text: string; kind: string }[] }));
  const ids = people.map(({ id }) => id);
  // A label is the curator's words for somebody: "the man at the gate".
  const words = people.flatMap((person) => person.names.filter(({ kind }) => kind !== 'label').flatMap(({ text }) => wordsOf(text).filter(namesAlone)));
  const names = {
    ids,
    names: people.flatMap((person) => person.names.map(({ text }) => text)),
    words: await readGraph(db, undefined, (graph) => borneByNobodyElse([...new Set(words)].sort(), ids, graph), o),
  };
  kept.set(db, { revision, names });
  return names;
}

/** A word in small letters is one of the language. */
const namesAlone = (word: string): boolean => [...word].length >= SHORTEST && /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(word);

/** Those of the words that stand in the name of nobody else. */
async function borneByNobodyElse(words: readonly string[], ids: readonly string[], graph: Graph): Promise<string[]> {
  const own = new Set(ids);
  const alone: string[] = [];
  for (const word of words.slice(0, LOOKED_AT)) {
    const { found } = await graph.search({ q: word, offset: 0, limit: OTHERS });
    const isOthers = found.some(
      ({ id, name }) => !own.has(id) && name !== undefined && wordsOf(name.text).some((other) => foldedWord(other) === foldedWord(word)),
    );
    if (!isOthers) alone.push(word);
  }
  return alone;
}
