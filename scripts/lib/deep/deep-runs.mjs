/** The deep runs: the programs of scripts/deep (faults, hostile input, scale), the supervisor on genuine processes, and the workbench point by point. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { countsOfDeep } from '../counts.mjs';
import { ensureChromium } from '../browser/chromium.mjs';
import { turnOf, turnsOf } from './deep-turns.mjs';
import { playwright, vitest } from '../layers.mjs';
import { runCommand } from '../run-command.mjs';

/**
 * One layer for each program, one for the contract of the graph over 300 random cases, one for a hundred random sequences of changes and undos (with `--full` a thousand of each), one for the compact graph after 200 random changes (1,000), one for what is printed and judged of two thousand random views, and one for the database tests answered by the in-database graph.
 * @param {string} root
 * @param {(line: string) => void} say
 * @param {string[]} args options (`--full`, `--seed N`, `--size N`, `--articles <folder>`) are passed on; `--turn <commit>` runs those whose turn it is with this commit; other words choose programs by name
 */
export function deepLayers(root, say, args) {
  const turn = args.includes('--turn') ? turnOf(args[args.indexOf('--turn') + 1] ?? '') : undefined;
  const given = args.filter((arg, at) => arg !== '--turn' && args[at - 1] !== '--turn');
  const isOption = (arg, at) => arg.startsWith('-') || ['--seed', '--size', '--articles'].includes(given[at - 1]);
  const options = given.filter(isOption);
  const chosen = given.filter((arg, at) => !isOption(arg, at));
  const folder = join(root, 'scripts/deep');
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .sort();
  const programs = files.map((name) => program(root, say, name.slice(0, -3), options));
  const inDatabase = vitest(root, 'db', ['fixtures', 'server/http', 'server/usecases/keeping', 'server/usecases/reading/reads-at-a-date.db.test.ts'], {
    ATTEST_TEST_GRAPH_MEMORY: '0',
  });
  const gate = vitest(root, 'unit', ['client/canvas/drawing/restrict-to-sheet.property.test.ts', '--test-timeout=300000'], { ATTEST_RANDOM_VIEWS: '2000' });
  const isFull = options.includes('--full');
  const seed = options.includes('--seed') ? { ATTEST_SEED: options[options.indexOf('--seed') + 1] } : {};
  const contract = vitest(root, 'db-more', ['server/graph/contract.db.test.ts'], { ATTEST_CONTRACT_CASES: isFull ? '1000' : '300', ...seed });
  const sequences = vitest(root, 'db-more', ['server/usecases/editing/sequences.db.test.ts'], {
    ATTEST_RANDOM_SEQUENCES: isFull ? '1000' : '100',
    ...seed,
  });
  const compact = vitest(root, 'db', ['server/graph/compact'], { ATTEST_FOLLOWED_WRITES: isFull ? '1000' : '200', ...seed });
  const runs = [
    ...programs,
    { ...gate, name: 'gate' },
    { ...contract, name: 'contract' },
    { ...compact, name: 'compact' },
    { ...sequences, name: 'sequences' },
    { ...inDatabase, name: 'in-database' },
    { ...vitest(root, 'deep', []), name: 'supervision' },
    playwright(root, say, 'workbench', []),
  ];
  const known = runs.map(({ name }) => name);
  for (const name of chosen) {
    if (!known.includes(name)) throw new Error(`There is no deep run called ${name}; there are ${known.join(', ')}.`);
  }
  const inTurn = turn === undefined ? known : turnsOf(known)[turn];
  if (turn !== undefined)
    say(`By turn, ${inTurn.length} of ${known.length} deep runs. With other commits: ${known.filter((name) => !inTurn.includes(name)).join(', ')}.`);
  return runs.filter(({ name }) => (chosen.length === 0 ? inTurn : chosen).includes(name)).map((run) => ({ ...run, name: `deep ${run.name}` }));
}

/** The layer of a program of scripts/deep, which prints its own counts. */
function program(root, say, name, options) {
  return {
    name,
    async run() {
      const env = name.startsWith('browser') ? { ...process.env, ATTEST_CHROMIUM: await ensureChromium(say) } : process.env;
      const { code, output } = await runCommand(process.execPath, ['--import', '@oxc-node/core/register', `scripts/deep/${name}.ts`, ...options], {
        cwd: root,
        show: true,
        env,
      });
      const counts = countsOfDeep(output);
      if (!counts) return { passed: 0, failed: 1, notes: [`ended with exit ${code} and no counts`] };
      if (code !== 0 && counts.failed === 0) return { ...counts, failed: 1, notes: [`exit ${code} though nothing failed`] };
      return {
        ...counts,
        notes: output
          .split('\n')
          .filter((line) => line.startsWith('  FAIL '))
          .map((line) => line.trim().slice(0, 300)),
      };
    },
  };
}
