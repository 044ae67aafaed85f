/** The settings, their defaults, and a clear error for a wrong value. Only this file reads process.env. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { AppError } from './domain/model/errors.ts';
import { DEFAULT_TRACE_MEMORY_MB } from './graph/compact/compact-case.ts';
import { DEFAULT_GRAPH_MEMORY_MB } from './graph/open-graph.ts';

const ROOT = resolve(fileURLToPath(new URL('..', import.meta.url)));

const boolean = z.enum(['true', 'false', '1', '0', '']).transform((v) => v === 'true' || v === '1');
const environment = z.object({
  /** Folder for the database, the jars and the instance file. */
  ATTEST_DATA: z.string().min(1).default(resolve(ROOT, '.attest')),
  /** Port of the API and the client; 0 uses a free one. */
  ATTEST_PORT: z.coerce.number().int().min(0).max(65_535).default(4400),
  /** Address to listen on; only loopback is allowed. */
  ATTEST_HOST: z.string().default('localhost'),
  ATTEST_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
  /** Check every answer against the contract (on in tests and development). */
  ATTEST_CHECK_ANSWERS: boolean.default(false),
  /** Load only the core vocabulary into an empty database, not the curated case. */
  ATTEST_EMPTY: boolean.default(false),
  /** Megabytes that the resident graph may use; with 0 the database answers everything. */
  ATTEST_GRAPH_MEMORY: z.coerce.number().min(0).max(1_000_000).default(DEFAULT_GRAPH_MEMORY_MB),
  /** Megabytes that the graph of traces may use of a case that is larger; with 0 the database searches. */
  ATTEST_TRACE_MEMORY: z.coerce.number().int().min(0).max(1_000_000).default(DEFAULT_TRACE_MEMORY_MB),
  /** Megabytes that an import may use in its own process. */
  ATTEST_IMPORT_MEMORY: z.coerce.number().int().min(64).max(1_000_000).default(2_048),
  /** Requests a minute from one address. */
  ATTEST_RATE: z.coerce.number().int().min(1).default(3_000),
  NEO4J_URI: z
    .string()
    .regex(/^(bolt|neo4j)(\+s|\+ssc)?:\/\/.+/, 'must start with bolt://, neo4j://, bolt+s:// or neo4j+s://')
    .optional(),
  NEO4J_USER: z.string().min(1).default('neo4j'),
  NEO4J_PASSWORD: z.string().optional(),
  NEO4J_DATABASE: z.string().min(1).optional(),
});

const LOOPBACK_HOSTS = new Set(['localhost', '127.0.0.1', '::1']);

export interface Config {
  root: string;
  dataDir: string;
  /** Folder of the backups. */
  backupsDir: string;
  clientDir: string;
  port: number;
  host: string;
  log: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  checkAnswers: boolean;
  leaveEmpty: boolean;
  requestsPerMinute: number;
  /** In megabytes. */
  graphMemory: number;
  /** In megabytes. */
  traceMemory: number;
  /** In megabytes. */
  importMemory: number;
  /** Absent: the embedded Neo4j is started. */
  neo4j?: { uri: string; user: string; password: string; database?: string };
}

/**
 * Reads and checks the environment.
 * @throws AppError `invalid` that names each wrong variable
 */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const read = environment.safeParse(env);
  if (!read.success) {
    const problems = read.error.issues.map((i) => ({
      code: 'invalid-setting',
      message: `${i.path.join('.')}: ${i.message}`,
      remedy: 'set it as the README says, or leave it unset',
    }));
    throw new AppError('invalid', problems.map((p) => p.message).join('; '), { problems });
  }
  const e = read.data;
  if (!LOOPBACK_HOSTS.has(e.ATTEST_HOST)) {
    throw new AppError('invalid', `ATTEST_HOST is ${e.ATTEST_HOST}: only localhost, 127.0.0.1 and ::1 are served until accounts exist. Leave it unset.`);
  }
  if (e.NEO4J_URI !== undefined && e.NEO4J_PASSWORD === undefined) {
    throw new AppError('invalid', 'NEO4J_URI is set without NEO4J_PASSWORD. Set the password of that server too.');
  }
  return {
    root: ROOT,
    dataDir: resolve(e.ATTEST_DATA),
    backupsDir: resolve(e.ATTEST_DATA, 'backups'),
    clientDir: resolve(ROOT, 'dist/client'),
    port: e.ATTEST_PORT,
    host: e.ATTEST_HOST,
    log: e.ATTEST_LOG,
    checkAnswers: e.ATTEST_CHECK_ANSWERS,
    leaveEmpty: e.ATTEST_EMPTY,
    requestsPerMinute: e.ATTEST_RATE,
    graphMemory: e.ATTEST_GRAPH_MEMORY,
    traceMemory: e.ATTEST_TRACE_MEMORY,
    importMemory: e.ATTEST_IMPORT_MEMORY,
    ...(e.NEO4J_URI === undefined
      ? {}
      : { neo4j: { uri: e.NEO4J_URI, user: e.NEO4J_USER, password: e.NEO4J_PASSWORD ?? '', ...(e.NEO4J_DATABASE ? { database: e.NEO4J_DATABASE } : {}) } }),
  };
}
