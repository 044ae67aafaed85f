/** Four projects: "unit" needs no database; "db" and "db-more" run on one genuine, throwaway Neo4j, one file at a time; "deep" starts and kills servers of its own. */
import { defineConfig } from 'vitest/config';

const EVERYWHERE = ['server', 'client', 'scripts', 'test-support', 'fixtures'];
const ending = (suffix: string): string[] => EVERYWHERE.map((room) => `${room}/**/*${suffix}`);

/**
 * Database tests that take longer than all others together: over random cases, over every statement twice, over faults of the connection. `npm test` leaves them
 * to `npm run test:more`, so that it says within ten minutes whether a change holds; a check of a commit runs both.
 */
const LONG_DB = [
  'scripts/export.db.test.ts',
  'scripts/import.db.test.ts',
  'scripts/trace/trace.db.test.ts',
  'server/import-process/import-process.db.test.ts',
  'server/graph/contract.db.test.ts',
  'server/usecases/editing/editing.db.test.ts',
  'server/usecases/editing/interleaved-writes.db.test.ts',
  'server/usecases/editing/sequences.db.test.ts',
  'server/usecases/importing/import-files.db.test.ts',
  'server/usecases/importing/import-tables.db.test.ts',
  'server/usecases/importing/plan-against-database.db.test.ts',
  'server/usecases/reading/reads.db.test.ts',
  'server/store/staging/stage-changes.db.test.ts',
  'server/usecases/importing/partial/partial-import.db.test.ts',
  'server/usecases/publishing/exports.db.test.ts',
  'server/store/connect.db.test.ts',
  'server/store/redacting/redact-database.db.test.ts',
  'server/backups/backups.db.test.ts',
  'server/backups/redact-backup.db.test.ts',
  'server/usecases/texts/texts.db.test.ts',
  'server/usecases/importing/import-foreign-files.db.test.ts',
  'server/graph/denials-beside.db.test.ts',
  'server/usecases/editing/random-steps.db.test.ts',
  'server/store/derived-figures.db.test.ts',
];

export default defineConfig({
  test: {
    // a forgotten .only would pass a suite that ran one test
    allowOnly: false,
    passWithNoTests: false,
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: [...ending('.test.ts'), ...ending('.test.tsx'), ...ending('.test.mjs')],
          exclude: [...ending('.db.test.ts'), ...ending('.deep.test.ts'), '**/node_modules/**'],
          testTimeout: 20_000,
          // Modules are loaded once for all files, not once a file: no test leaves state in one, and the layer takes a third of the time.
          isolate: false,
          pool: 'threads',
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'db',
          environment: 'node',
          include: ending('.db.test.ts'),
          exclude: [...LONG_DB, '**/node_modules/**'],
          globalSetup: ['test-support/test-neo4j.ts'],
          fileParallelism: false,
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'db-more',
          environment: 'node',
          include: LONG_DB,
          exclude: ['**/node_modules/**'],
          globalSetup: ['test-support/test-neo4j.ts'],
          fileParallelism: false,
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'deep',
          environment: 'node',
          include: ending('.deep.test.ts'),
          exclude: ['**/node_modules/**'],
          fileParallelism: false,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
