/** Remembers what depends on nothing but the revision: small lists that every answer needs, and counts over everything. */
import type { Database } from '../../store/connect.ts';

/**
 * A value made once for each database and revision. `make` must depend on nothing else; a failure is forgotten, so that the next caller tries again.
 */
export function perRevision<T>() {
  const kept = new WeakMap<Database, { revision: number; value: Promise<T> }>();
  return (db: Database, revision: number, make: () => Promise<T>): Promise<T> => {
    const known = kept.get(db);
    // The one who makes it may be called off; then the one who waited makes it.
    if (known?.revision === revision) return known.value.catch(make);
    const value = make();
    kept.set(db, { revision, value });
    value.catch(() => kept.get(db)?.value === value && kept.delete(db));
    return value;
  };
}

/** Keeps a value by its key; where there are `most` already the tenth that came first goes: a map keeps the order in which they came. */
export function keepNewest<K, V>(kept: Map<K, V>, key: K, value: V, most: number): void {
  if (!kept.has(key) && kept.size >= most) for (const oldest of [...kept.keys()].slice(0, most / 10)) kept.delete(oldest);
  kept.set(key, value);
}
