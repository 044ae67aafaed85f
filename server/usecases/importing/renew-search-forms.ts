/** Stores anew the search forms of all names, and the words of all that is said, where an earlier version wrote them. */
import { randomUUID } from 'node:crypto';
import type { Name } from '../../domain/model/records.ts';
import { SAID_FORMS_VERSION } from '../../domain/searching/said-text.ts';
import { searchForm, SEARCH_FORMS_VERSION } from '../../domain/searching/search-terms.ts';
import type { Database, Tx } from '../../store/connect.ts';
import { SAID_FORM } from '../../store/shape-records.ts';
import { keepSaidVersion, listStoredTexts, putSaidForms, readSaidVersion, STORED_TEXTS } from '../../store/statements/said.ts';
import { keepSearchVersion, listStoredNames, putSearchForms, readSearchVersion } from '../../store/statements/recording/migrations.ts';

/** Records that one transaction writes. */
const BATCH = 2_000;

/**
 * Where the version stored is not `SEARCH_FORMS_VERSION`. What was imported meanwhile is in the new form already, so that an interrupted run is begun again.
 * @returns the number of entities written
 */
export async function renewSearchForms(db: Database): Promise<number> {
  const [kept] = await db.read((tx) => readSearchVersion.run(tx, {}));
  if (kept?.version === SEARCH_FORMS_VERSION) return 0;
  const done = await renewEach(
    db,
    (tx, after) => listStoredNames.run(tx, { after, limit: BATCH }),
    (tx, stored) =>
      putSearchForms.run(tx, { rows: stored.map(({ id, names }) => ({ id, search: searchForm((JSON.parse(names) as Name[]).map(({ text }) => text)) })) }),
  );
  await db.write(randomUUID(), (tx) => keepSearchVersion.run(tx, { version: SEARCH_FORMS_VERSION }));
  return done;
}

/**
 * Where the version stored is not `SAID_FORMS_VERSION`. An interrupted run is begun again.
 * @returns the number of records written
 */
export async function renewSaidForms(db: Database): Promise<number> {
  const [kept] = await db.read((tx) => readSaidVersion.run(tx, {}));
  if (kept?.version === SAID_FORMS_VERSION) return 0;
  let done = 0;
  for (const kind of STORED_TEXTS) {
    done += await renewEach(
      db,
      (tx, after) => listStoredTexts.run(tx, { kind, after, limit: BATCH }),
      (tx, stored) => putSaidForms.run(tx, { rows: stored.map(({ node, json }) => ({ node, said: SAID_FORM[kind](JSON.parse(json) as never) })) }),
    );
  }
  await db.write(randomUUID(), (tx) => keepSaidVersion.run(tx, { version: SAID_FORMS_VERSION }));
  return done;
}

/**
 * Goes through what is stored in the order of ids, a batch a transaction.
 * @param next the batch after an id
 * @returns the number written
 */
async function renewEach<Stored extends { id: string }>(
  db: Database,
  next: (tx: Tx, after: string) => Promise<Stored[]>,
  write: (tx: Tx, stored: Stored[]) => Promise<unknown>,
): Promise<number> {
  let done = 0;
  for (let after = ''; ;) {
    const stored = await db.read((tx) => next(tx, after));
    const last = stored.at(-1);
    if (!last) return done;
    await db.write(randomUUID(), (tx) => write(tx, stored));
    done += stored.length;
    after = last.id;
  }
}
