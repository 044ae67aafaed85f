/** Writes an entry of the notebook, new or over the one that was read. */
import { randomUUID } from 'node:crypto';
import type { saveNotebookEntry as contract, KeptEntry } from '../../contract/routes/notebook.ts';
import { AppError, type Problem } from '../../domain/model/errors.ts';
import { aboutKey, namedIn, type About, type NotebookEntry } from '../../domain/notebook/entries.ts';
import { readGraph } from '../../graph/open-graph.ts';
import type { Database } from '../../store/connect.ts';
import { countNotebook, readNotebookRow, writeNotebookRow } from '../../store/statements/questions-and-sets.ts';
import { NOTEBOOK, refuseFull, type KeepingLimitValues } from '../keeping/refuse-full.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import { keptEntry, type StoredEntry } from './kept-entry.ts';
import { missingOf } from './missing-of.ts';

type Route = typeof contract;

/** @throws AppError `conflict` where the entry has another version; `refused` for what the case does not have; `limit`; `outcome-unknown` */
export async function saveEntry(
  db: Database,
  { params: { id }, body: { who, version, entry } }: Pick<InputOf<Route>, 'params' | 'body'>,
  o?: CallOptions,
  limits?: KeepingLimitValues,
): Promise<AnswerOf<Route>> {
  const [before] = (await db.read((tx) => readNotebookRow.run(tx, { id }), o)).map(keptEntry);
  await refuseUnknown(db, entry, before, o);
  // The store takes its lock first, so nothing can change between this read and the write.
  const { result } = await db.write(
    randomUUID(),
    async (tx): Promise<KeptEntry> => {
      const [row] = await readNotebookRow.run(tx, { id });
      const stored = row && keptEntry(row);
      // The same sent again after its answer was lost.
      if (stored?.version === version + 1 && stored.changed.who === who && isSame(stored.entry, entry)) return stored;
      if (version !== (stored?.version ?? 0)) throw changedMeanwhile(id, stored);
      const changed = { who, at: new Date().toISOString() };
      const content: StoredEntry = { entry, begun: stored?.begun ?? changed, changed };
      const json = JSON.stringify(content);
      const [amount] = await countNotebook.run(tx, {});
      refuseFull(NOTEBOOK, { number: (amount?.number ?? 0) - (row ? 1 : 0), characters: (amount?.characters ?? 0) - (row?.json.length ?? 0) }, json, limits);
      const [written] = await writeNotebookRow.run(tx, {
        id,
        kind: entry.kind,
        names: namedIn(entry).map(aboutKey),
        assessment: entry.kind === 'search' ? (entry.assessment ?? null) : null,
        json,
        changed: changed.at,
      });
      return keptEntry({ id, json, version: written?.version ?? 1 });
    },
    o,
  );
  if (result) return result;
  throw new AppError('outcome-unknown', `Whether the entry "${id}" was written is not known; read it again.`);
}

/** Both come out of the same schema, so their fields have one order. */
const isSame = (a: NotebookEntry, b: NotebookEntry): boolean => JSON.stringify(a) === JSON.stringify(b);

export function changedMeanwhile(id: string, stored: KeptEntry | undefined): AppError {
  if (!stored) return new AppError('conflict', `The entry "${id}" is not in the notebook any more.`, { remedy: 'write it as a new one, with version 0' });
  return new AppError('conflict', `The entry "${id}" was changed by ${stored.changed.who} at ${stored.changed.at}, after it was read.`, {
    remedy: `read it again (it is at version ${stored.version} now), and choose what is to stand`,
  });
}

/** Refuses what the case does not have, but for what the entry named before: it may have left the case since, and the entry must stay writable. */
async function refuseUnknown(db: Database, entry: NotebookEntry, before: KeptEntry | undefined, o?: CallOptions): Promise<void> {
  const had = new Set(before ? namedIn(before.entry).map(aboutKey) : []);
  const added = namedIn(entry).filter((about) => !had.has(aboutKey(about)));
  const missing = await readGraph(db, undefined, (graph) => missingOf(added, graph, db), o);
  const unknown = entry.kind === 'search' && entry.assessment !== undefined ? await unknownAssessment(db, entry.assessment, o) : [];
  if (missing.length === 0 && unknown.length === 0) return;
  throw new AppError('refused', 'The entry names what is not there.', { problems: [...missing.map((about) => problemOf(about, entry)), ...unknown] });
}

async function unknownAssessment(db: Database, id: string, o?: CallOptions): Promise<Problem[]> {
  const [row] = await db.read((tx) => readNotebookRow.run(tx, { id }), o);
  if (row?.kind === 'assessment') return [];
  return [
    {
      code: 'unknown-id',
      message: `the notebook has no assessment "${id}"`,
      remedy: 'name one that GET /api/notebook?kind=assessment lists, or none',
      pointer: '/entry/assessment',
    },
  ];
}

function problemOf(about: About, entry: NotebookEntry): Problem {
  const key = aboutKey(about);
  const [kind] = key.split('/', 1);
  return {
    code: 'unknown-id',
    message:
      about.kind === 'path'
        ? `a claim of the path is not in the case: ${about.claims.join(', ')}`
        : `the case has no ${kind === 'view' ? 'stored view' : kind} "${key.slice(key.indexOf('/') + 1)}"`,
    remedy: 'look for the id by a search or a list, or leave it out',
    pointer: placeOf(key, entry),
  };
}

/** Where an entry names something first. */
function placeOf(key: string, entry: NotebookEntry): string {
  if (entry.kind !== 'assessment') return '/entry/about';
  const at = entry.about.findIndex((about) => aboutKey(about) === key);
  if (at >= 0) return `/entry/about/${at}`;
  for (const side of ['for', 'against'] as const) {
    const n = entry[side].findIndex((claim) => `claim/${claim}` === key);
    if (n >= 0) return `/entry/${side}/${n}`;
  }
  return '/entry';
}
