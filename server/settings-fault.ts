/** Distinguishes a database refused because of a setting from one that does not answer yet: waiting helps only with the second. */
import type { Config } from './config.ts';
import { AppError } from './domain/model/errors.ts';

/** The error to stop with; undefined where it makes sense to try again. */
export function settingsFault(error: unknown, neo4j: Config['neo4j']): AppError | undefined {
  if (!(error instanceof AppError)) return undefined;
  const { cause } = error.details;
  if (cause === 'credentials' && neo4j === undefined) {
    return new AppError(
      'invalid',
      'The embedded Neo4j refuses the password kept for it in the data folder. Stop every Attest on this folder and start again.',
      {},
      { cause: error },
    );
  }
  if (cause === 'credentials') {
    return new AppError(
      'invalid',
      `The database at ${neo4j?.uri} refuses the user "${neo4j?.user}" or the password. Set NEO4J_USER and NEO4J_PASSWORD to what it takes.`,
      {},
      { cause: error },
    );
  }
  // Without a name it is the default database of the server, which may still be starting.
  if (cause === 'no-such-database' && neo4j?.database !== undefined) {
    return new AppError(
      'invalid',
      `The database at ${neo4j.uri} has no database "${neo4j.database}". Set NEO4J_DATABASE to one it has, or unset it for the default one.`,
      {},
      { cause: error },
    );
  }
  return undefined;
}
