/** What the linter refuses. The table of rooms says which part may import which (docs: architecture, CONTRIBUTING); everything else is written once below it.
 * Written without type annotations, because oxlint imports it by an address from which the loader does not see that it is TypeScript. */
import { defineConfig } from 'oxlint';
import { broadFirst, overridesOf, refused, roomTable } from './scripts/lint/room-rules.ts';

const PAGE = ['react', 'react-dom', '@mantine', '@tanstack', '@tabler', '@fontsource-variable', 'react-resizable-panels', 'zod'];
const DRAWING = ['cytoscape', 'cytoscape-fcose'];
const HTTP = ['fastify', '@fastify', 'fastify-type-provider-zod', '@scalar'];
/** What the threads read and write documents with, and draw pictures with. */
const READ_DOCUMENTS = ['@mozilla/readability', 'linkedom', 'mammoth', 'unpdf', 'fflate', 'docx', 'markdown-it', 'markdown-it-footnote'];
const DRAW_PICTURES = ['elkjs', 'subset-font', 'harfbuzzjs', 'bidi-js', '@resvg/resvg-js'];
const DRIVER = 'neo4j-driver';
const ASSISTANT = '@modelcontextprotocol/sdk';
/** Packages that a row must name, where others may take any. */
const RESERVED = [DRIVER, ASSISTANT, ...HTTP, ...DRAWING];
const [DOMAIN, MODEL, DATES, FIGURES] = ['server/domain', 'server/domain/model', 'server/domain/dates', 'server/domain/figures'];
const COMPARING = 'server/domain/comparing';
const CONTRACT = 'server/contract';
/** What a test besides the domain's may import. */
const ANYTHING = ['server', 'scripts', 'fixtures', 'test-support', 'client'];

/** One row a room. The order is the flow: a room imports only from rows above it (but for the process edge, `server/*`). */
export const ROOMS = roomTable([
  // The domain is pure: no I/O, no clock of the machine, and it runs in the browser too.
  { room: MODEL, packages: ['zod'] },
  // Makes ids of what was imported: the one digest of the domain, and no page needs it (client/refuse-node.ts).
  { room: 'server/domain/model/citation-id.ts', packages: ['node:crypto'] },
  { room: DATES, from: [MODEL], packages: ['zod', 'edtf'] },
  { room: FIGURES, from: [MODEL, DATES], packages: ['zod'] },
  { room: COMPARING, from: [MODEL, DATES, FIGURES] },
  { room: 'server/domain/notebook', from: [MODEL] },
  { room: 'server/domain/searching', from: [MODEL], packages: ['zod', 'any-ascii'] },
  { room: 'server/domain/strict-json', from: [MODEL], packages: ['zod', 'jsonc-parser'] },
  { room: 'server/domain/importing', from: [MODEL, DATES, FIGURES], packages: ['zod', 'language-subtag-registry'] },
  { room: 'server/domain/editing', from: [MODEL, DATES, 'server/domain/importing', 'server/domain/telling'], packages: ['zod', 'any-ascii'] },
  { room: 'server/domain/texts', from: [MODEL] },
  // Only types of ELK: the layout is given to it.
  { room: 'server/domain/picturing', from: [MODEL], packages: ['elkjs'] },
  { room: 'server/domain/redacting', from: [MODEL, 'server/domain/searching', 'server/domain/importing'], packages: ['node:crypto'] },
  { room: 'server/domain/tracing', from: [MODEL, DATES, FIGURES], packages: ['zod'] },
  { room: 'server/domain/holding-up', from: [MODEL, DATES, FIGURES, 'server/domain/tracing', 'server/domain/comparing'] },
  { room: 'server/domain/corroboration', from: [MODEL, DATES, FIGURES, 'server/domain/tracing'] },
  { room: 'server/domain/telling', from: [MODEL, DATES, FIGURES, 'server/domain/tracing'], packages: ['zod'] },
  { room: 'server/domain/answering', from: [MODEL, DATES, FIGURES, COMPARING, 'server/domain/tracing', 'server/domain/telling'], packages: ['zod'] },
  { room: 'server/domain/publishing', from: [MODEL, DATES, FIGURES, COMPARING, 'server/domain/telling', 'server/domain/texts'], packages: ['zod'] },
  { room: CONTRACT, from: [DOMAIN], packages: ['zod'] },
  { room: 'server/exchange', from: [DOMAIN, CONTRACT], packages: ['fflate', 'node:timers', 'node:crypto'] },
  {
    room: 'server/work',
    from: [DOMAIN, CONTRACT],
    packages: [...READ_DOCUMENTS, ...DRAW_PICTURES, 'node:*'],
  },
  { room: 'server/local-neo4j', from: [DOMAIN], packages: ['node:*'] },
  { room: 'server/store', from: [DOMAIN], packages: [DRIVER, 'zod', 'node:*'] },
  { room: 'server/graph', from: [DOMAIN, CONTRACT, 'server/store'], packages: ['zod'] },
  { room: 'server/graph/compact', from: [DOMAIN, 'server/graph', 'server/store'], packages: ['node:worker_threads'] },
  { room: 'server/usecases', from: [DOMAIN, CONTRACT, 'server/exchange', 'server/work', 'server/store', 'server/graph'], packages: ['zod', 'node:crypto'] },
  {
    room: 'server/import-process',
    from: [DOMAIN, CONTRACT, 'server/graph/open-graph.ts', 'server/local-neo4j', 'server/store', 'server/usecases'],
    packages: ['node:*'],
  },
  { room: 'server/backups', from: [DOMAIN, 'server/store', 'server/work/in-thread.ts'], packages: ['zod', 'node:*'] },
  // Only types of the store: a route hands its database on to a use case.
  {
    room: 'server/http',
    from: [DOMAIN, CONTRACT, 'server/graph/run-in-slices.ts', 'server/usecases'],
    typesFrom: ['server/store', 'server/backups'],
    packages: [...HTTP, 'zod', 'node:*'],
  },
  {
    room: 'server/assistant',
    from: [DOMAIN, CONTRACT, 'server/exchange/printed-lines.ts', 'server/graph/open-graph.ts', 'server/usecases'],
    typesFrom: ['server/store'],
    packages: [ASSISTANT, 'zod'],
  },
  { room: 'server/*', from: ['server'], packages: ['close-with-grace', 'zod', 'node:*'] },
  { room: 'client', from: [DOMAIN, CONTRACT], packages: PAGE },
  { room: 'client/canvas', from: [DOMAIN, CONTRACT, 'client'], packages: [...PAGE, ...DRAWING, 'elkjs', 'd3-scale'] },
  { room: 'client/desk/reading/adding', from: [DOMAIN, CONTRACT, 'client'], packages: [...PAGE, 'franc-min'] },
  { room: 'client/panels/timeline', from: [DOMAIN, CONTRACT, 'client'], packages: [...PAGE, 'd3-scale'] },
  { room: 'client/refuse-node.ts', packages: ['vite'] },
  { room: 'client/vite.config.ts', packages: ['vite', '@vitejs/plugin-react', 'node:*'] },
]);

/** Tests, and what runs outside the product. */
const OUTSIDE = roomTable([
  { room: DOMAIN, tests: true, from: ['fixtures'], packages: ['*'] },
  { room: CONTRACT, tests: true, from: [DOMAIN], packages: ['*'] },
  ...['server/exchange', 'server/work', 'server/local-neo4j', 'server/graph', 'server/usecases', 'server/import-process', 'server/backups'].map((room) => ({
    room,
    tests: true,
    from: ANYTHING,
    packages: ['*'],
  })),
  // What both adapters are asked by the tests; the product does not run it.
  { room: 'server/graph/contract.ts', from: ANYTHING, packages: ['*'] },
  { room: 'server/store', tests: true, from: ANYTHING, packages: ['*', DRIVER] },
  { room: 'server/assistant', tests: true, from: ANYTHING, packages: ['*', ASSISTANT] },
  { room: 'server/http', tests: true, from: ANYTHING, packages: ['*', ...HTTP] },
  { room: 'server/*.test.ts', from: ANYTHING, packages: ['*'] },
  { room: 'client', tests: true, from: [DOMAIN, CONTRACT], packages: ['*'] },
  { room: 'client/canvas', tests: true, from: [DOMAIN, CONTRACT, 'client'], packages: ['*', ...DRAWING] },
  { room: 'client/e2e', from: ANYTHING, packages: ['*'] },
  { room: 'scripts', from: ANYTHING, packages: ['*', ...HTTP] },
  { room: 'scripts/deep', from: ANYTHING, packages: ['*', ...HTTP, ...DRAWING] },
  { room: 'scripts/bench', from: ANYTHING, packages: ['*', ...HTTP, DRIVER] },
  { room: 'test-support', from: [...ANYTHING, 'oxlint.config.ts'], packages: ['*', ...HTTP] },
]);

const STORES_AND_DIALOGS = ['localStorage', 'sessionStorage', 'indexedDB', 'navigator', 'location', 'history', 'alert', 'confirm', 'prompt'];
const DRAWN_THINGS = ['window', 'document', 'Image', 'Element', 'HTMLElement', 'getComputedStyle', 'requestAnimationFrame', 'matchMedia'];
const NODE_GLOBALS = ['process', 'Buffer', 'setImmediate', '__dirname'];
const NO_PAGE = refused([...DRAWN_THINGS, ...STORES_AND_DIALOGS, 'XMLHttpRequest'], "A browser's global: there is no page on the server.");
const NO_NODE = refused(NODE_GLOBALS, 'A global of Node: this part also runs in the browser.');
const NO_WORLD = refused(['fetch', 'performance', 'setTimeout', 'setInterval', 'console'], 'The domain is pure: what it needs is given to it.');
const TESTS = ['**/*.test.{ts,tsx,mjs}'];

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'node', 'promise'],
  categories: { correctness: 'error' },
  env: { builtin: true },
  options: { typeAware: true },
  ignorePatterns: ['dist', 'coverage', '.attest', 'playwright-report', 'test-results'],
  rules: {
    'typescript/no-explicit-any': 'error',
    'typescript/ban-ts-comment': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/no-non-null-assertion': 'off',
    'import/no-default-export': 'error',
    'import/no-cycle': 'error',
    'import/no-self-import': 'error',
    eqeqeq: 'error',
    'no-var': 'error',
    'prefer-const': 'error',
    'no-eval': 'error',
    'no-new-func': 'error',
    'no-implied-eval': 'error',
    'no-debugger': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': ['error', { checksVoidReturn: false }],
    'typescript/await-thenable': 'error',
    'typescript/unbound-method': 'off',
    'typescript/no-base-to-string': 'off',
    'typescript/no-misused-spread': 'off',
    'typescript/require-array-sort-compare': 'off',
    'unicorn/no-thenable': 'off',
    'unicorn/prefer-string-starts-ends-with': 'off',
    'no-control-regex': 'off',
  },
  overrides: [
    {
      files: ['server/**', 'client/**'],
      rules: {
        'no-restricted-imports': ['error', { patterns: [{ group: ['**'], message: 'This folder has no row in the table of rooms (oxlint.config.ts).' }] }],
      },
    },
    ...overridesOf([...broadFirst(ROOMS), ...OUTSIDE], RESERVED),
    { files: ['server/**'], rules: { 'no-restricted-globals': ['error', ...NO_PAGE], 'node/no-process-env': 'error', 'no-console': 'error' } },
    { files: ['client/**'], rules: { 'no-restricted-globals': ['error', ...NO_NODE] } },
    { files: ['server/domain/**'], rules: { 'no-restricted-globals': ['error', ...NO_PAGE, ...NO_NODE, ...NO_WORLD] } },
    { files: ['server/contract/**'], rules: { 'no-restricted-globals': ['error', ...NO_PAGE, ...NO_NODE] } },
    { files: ['server/config.ts', 'server/local-neo4j/toolchain.mjs'], rules: { 'node/no-process-env': 'off' } },
    { files: ['server/**/*.test.ts', 'server/**/testing/**'], rules: { 'node/no-process-env': 'off', 'no-console': 'off' } },
    { files: ['server/**/*.test.ts', 'server/**/testing/**'], rules: { 'no-restricted-globals': ['error', ...NO_PAGE] } },
    { files: ['client/**/*.test.{ts,tsx}', 'client/e2e/**', 'client/vite.config.ts'], rules: { 'no-restricted-globals': 'off' } },
    { files: ['scripts/deep/**'], rules: { 'no-new-func': 'off', 'typescript/no-implied-eval': 'off' } },
    { files: ['**/*.config.ts'], rules: { 'import/no-default-export': 'off' } },
    { files: ['**/*.d.ts', '**/*.d.mts'], rules: { 'import/no-default-export': 'off', 'no-unused-vars': 'off' } },
    {
      files: TESTS,
      plugins: ['typescript', 'unicorn', 'oxc', 'import', 'node', 'promise', 'vitest'],
      rules: {
        'vitest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*', 'assert*', 'fc.assert', 'fc.property', 'check*'] }],
        'vitest/no-focused-tests': 'error',
        'vitest/no-disabled-tests': 'error',
        'vitest/no-identical-title': 'error',
        'vitest/valid-expect': ['error', { maxArgs: 2 }],
        'vitest/no-commented-out-tests': 'error',
        'vitest/no-standalone-expect': 'off',
        'vitest/no-conditional-expect': 'off',
        'vitest/require-mock-type-parameters': 'off',
      },
    },
  ],
});
