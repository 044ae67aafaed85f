/** `npm run mcp`: a server of the Model Context Protocol on standard input and output, which reads the database of the running Attest. Exit codes: 0 the client ended it, 2 could not run. */
import { readConfig } from '../server/config.ts';
import { serveAssistant } from '../server/assistant/assistant-server.ts';
import { AppError } from '../server/domain/model/errors.ts';
import { setGraphMemory } from '../server/graph/open-graph.ts';
import { findLocalNeo4j } from '../server/local-neo4j/find-local-neo4j.ts';
import { connectDatabase, type Database } from '../server/store/connect.ts';
import { refuseHalfRestored } from '../server/store/copying/write-copy.ts';
import { runToEnd } from './lib/run-to-end.ts';
import { terminalLines } from './lib/terminal-text.ts';
import { versionOf } from './lib/version-of.ts';

async function main(): Promise<number> {
  const config = readConfig();
  let opened: { key: string; db: Database } | undefined;
  const log = (line: string) => void process.stderr.write(`${terminalLines(line)}\n`);
  /** Looked for at each question: Attest may end, and start again at another address. */
  const open = async (): Promise<Database> => {
    const target = config.neo4j ?? findLocalNeo4j(config.dataDir);
    if (!target)
      throw new AppError('not-ready', 'Attest is not running, and its database with it.', { remedy: 'start it (npm start in its folder), then ask again' });
    const key = JSON.stringify(target);
    if (opened?.key === key) return opened.db;
    await opened?.db.close();
    opened = undefined;
    const db = connectDatabase(target);
    setGraphMemory(db, config.graphMemory);
    try {
      await refuseHalfRestored(db);
    } catch (error) {
      await db.close();
      throw error;
    }
    opened = { key, db };
    return db;
  };
  log('Attest answers an assistant on standard input and output; it ends with it.');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0));
  await serveAssistant({ version: versionOf(config), open, log });
  await opened?.db.close();
  return 0;
}

runToEnd(main, { act: 'serve an assistant' });
