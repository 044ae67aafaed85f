/** A database that notes the statements of each unit of work, so that a peer can run the very same ones. */
import type { Database, Tx } from '../../server/store/connect.ts';

export interface Statement {
  text: string;
  parameters: Record<string, unknown>;
}

/** Wraps `db`; `take()` gives what was run since it was last called. */
export function recordingDatabase(db: Database): { db: Database; take(): Statement[] } {
  let noted: Statement[] = [];
  const noting = (tx: Tx): Tx => ({
    checkRows: tx.checkRows,
    run(text, parameters) {
      noted.push({ text, parameters });
      return tx.run(text, parameters);
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
