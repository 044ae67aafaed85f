/** Records the statements of each unit of work, so that the same statements can be run through the bare driver. */
import type { Database, Tx } from '../../server/store/connect.ts';

export interface Statement {
  text: string;
  parameters: Record<string, unknown>;
}

/** Wraps `db`. `take()` returns what was run since its last call. */
export function recordingDatabase(db: Database): { db: Database; take(): Statement[] } {
  let noted: Statement[] = [];
  const noting = (tx: Tx): Tx => ({
    checkRows: tx.checkRows,
    run(text, parameters) {
      noted.push({ text, parameters });
      return tx.run(text, parameters);
    },
    stream(text, parameters) {
      noted.push({ text, parameters });
      return tx.stream(text, parameters);
    },
  });
  return {
    db: {
      ...db,
      read: (work, o) => db.read((tx) => work(noting(tx)), o),
      write: (id, work, o) => db.write(id, (tx) => work(noting(tx)), o),
    },
    take() {
      const taken = noted;
      noted = [];
      return taken;
    },
  };
}
