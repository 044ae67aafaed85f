/** Three projects: "unit" needs no database; "db" runs on one genuine, throwaway Neo4j, one file at a time; "deep" starts and kills servers of its own. */
import { defineConfig } from 'vitest/config';

const EVERYWHERE = ['server', 'client', 'scripts', 'test-support', 'fixtures'];
const ending = (suffix: string): string[] => EVERYWHERE.map((room) => `${room}/**/*${suffix}`);

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
