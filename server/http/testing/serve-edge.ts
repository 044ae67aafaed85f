/** Starts the HTTP server alone on a free port, for tests: it has no database, and uploads are kept instead of imported. */
import type { FastifyInstance } from 'fastify';
import { connect } from 'node:net';
import { connectDatabase } from '../../store/connect.ts';
import type { InputFile } from '../../usecases/importing/files/read-curated-file.ts';
import { createImportJobs } from '../../usecases/importing/import-jobs.ts';
import { buildApp, type AppOptions } from '../app.ts';

export interface Edge {
  app: FastifyInstance;
  url: string;
  port: number;
  /** The files of each upload that arrived whole. */
  uploads: InputFile[][];
  /** Lines logged at `warn` or above. */
  logged: string[];
  close(): Promise<void>;
}

export async function serveEdge(options: Partial<AppOptions> = {}): Promise<Edge> {
  // Nothing listens on port 1, so what needs the database is answered 503 at once.
  const db = options.db ?? connectDatabase({ uri: 'bolt://127.0.0.1:1', user: 'neo4j', password: 'none' });
  const uploads: InputFile[][] = [];
  const logged: string[] = [];
  const jobs = createImportJobs(db, async (_db, { files }) => {
    const seen: InputFile[] = [];
    for (const file of files) seen.push({ name: file.name, bytes: await file.read() });
    uploads.push(seen);
    throw new Error('not imported here');
  });
  const app = await buildApp({
    db,
    jobs,
    checkAnswers: true,
    version: '0.0.0-test',
    log: 'warn',
    logTo: { write: (line) => void logged.push(line) },
    ...options,
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const port = app.addresses().flatMap((a) => (typeof a === 'string' ? [] : [a.port]))[0] ?? 0;
  return {
    app,
    url: `http://127.0.0.1:${port}`,
    port,
    uploads,
    logged,
    async close() {
      await app.close();
      await jobs.close();
      await db.close();
    },
  };
}

export interface RawAnswer {
  status: number;
  headers: Record<string, string>;
  text: string;
  /** Milliseconds until the server ended the connection. */
  ms: number;
}

/**
 * Sends bytes as they are, and reads until the server ends the connection.
 * @param o.hangUpAfterMs close the connection after so many milliseconds, as a client that disconnects does
 */
export function sendBytes(port: number, bytes: string, o: { hangUpAfterMs?: number } = {}): Promise<RawAnswer> {
  return new Promise((done) => {
    const from = Date.now();
    let text = '';
    const socket = connect({ host: '127.0.0.1', port }, () => socket.write(bytes.replaceAll('HOST', `127.0.0.1:${port}`)));
    if (o.hangUpAfterMs !== undefined) setTimeout(() => socket.destroy(), o.hangUpAfterMs);
    socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      const [head = '', ...body] = text.split('\r\n\r\n');
      const [status = '', ...lines] = head.split('\r\n');
      const headers = Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]));
      done({ status: Number(status.split(' ')[1] ?? 0), headers, text: body.join('\r\n\r\n'), ms: Date.now() - from });
    });
  });
}
