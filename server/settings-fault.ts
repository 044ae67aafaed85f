/** Tells a database that is refused to us by a setting from one that is merely away: waiting helps only with the second. */
import type { Config } from './config.ts';
import { AppError } from './domain/model/errors.ts';

/** What to say before stopping; undefined where it is worth trying again. */
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
  // Without a name it is the server's own default, which may still be coming up.
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
