/** Works all stored figures out anew where other rules derived them than those of this version. */
import { randomUUID } from 'node:crypto';
import { FIGURES_VERSION } from '../../domain/model/figures.ts';
import type { Database } from '../../store/connect.ts';
import { markMoreStale } from '../../store/statements/claims.ts';
import { keepFiguresVersion, readFiguresVersion } from '../../store/statements/migrations.ts';
import { recomputeStale, type RecomputeOptions } from './recompute-stale.ts';

/** Claims a transaction marks. */
const BATCH = 10_000;

/**
 * Marks every claim stale where the version kept with the figures is not `FIGURES_VERSION`, keeps the version, and works out whatever is stale. Cut short
 * before the version is kept, it begins again; after that, what is still marked is worked out by the next call.
 * @returns how many claims were worked out.
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
