/** Derives all stored figures anew where an earlier version of the rules derived them. */
import { randomUUID } from 'node:crypto';
import { FIGURES_VERSION } from '../../domain/model/figures.ts';
import type { Database } from '../../store/connect.ts';
import { markMoreStale } from '../../store/statements/claims.ts';
import { keepFiguresVersion, readFiguresVersion } from '../../store/statements/recording/migrations.ts';
import { recomputeStale, type RecomputeOptions } from './recompute-stale.ts';

/** Claims that one transaction marks as stale. */
const BATCH = 10_000;

/**
 * Where the version stored with the figures is not `FIGURES_VERSION`, marks every claim as stale, stores the version, and derives all stale claims. If it is
 * interrupted before the version is stored it begins again; after that, the next call derives what is still stale.
 * @returns the number of claims derived
 */
export async function renewFigures(db: Database, o: RecomputeOptions = {}): Promise<number> {
  const [kept] = await db.read((tx) => readFiguresVersion.run(tx, {}));
  if (kept?.version !== FIGURES_VERSION) {
    for (let marked = BATCH; marked === BATCH;) {
      o.signal?.throwIfAborted();
      const { result } = await db.write(randomUUID(), (tx) => markMoreStale.run(tx, { limit: BATCH }));
      marked = result?.[0]?.n ?? 0;
    }
    await db.write(randomUUID(), (tx) => keepFiguresVersion.run(tx, { version: FIGURES_VERSION }));
  }
  return recomputeStale(db, o);
}
