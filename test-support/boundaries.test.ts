/** Tests the checks of the source tree: a violation of each rule is planted in a copy, and exactly that file must be reported. */
import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOMS } from '../oxlint.config.ts';

const ROOT = resolve(fileURLToPath(new URL('..', import.meta.url)));
const LOADER = import.meta.resolve('@oxc-node/core/register');

const IMPORTS = 'eslint(no-restricted-imports)';
const GLOBALS = 'eslint(no-restricted-globals)';
const ENV = 'node(no-process-env)';

/** [file, its text, the rule that must report it] */
const BREAKS: readonly (readonly [string, string, string])[] = [
  ['server/domain/model/a.ts', "import { readFileSync } from 'node:fs';\nexport const a = readFileSync;\n", IMPORTS],
  ['server/domain/model/b.ts', "import { parse } from 'jsonc-parser';\nexport const b = parse;\n", IMPORTS],
  ['server/domain/figures/c.ts', "import { x } from '../../store/x.ts';\nexport const c = x;\n", IMPORTS],
  ['server/domain/figures/d.ts', "import { x } from '../../contract/x.ts';\nexport const d = x;\n", IMPORTS],
  ['server/domain/importing/checks/e.ts', "import { x } from '../../../usecases/x.ts';\nexport const e = x;\n", IMPORTS],
  ['server/domain/dates/f.test.ts', "import { x } from '../../store/x.ts';\nexport const f = x;\n", IMPORTS],
  ['server/domain/model/up-to-dates.ts', "import type { X } from '../dates/x.ts';\nexport type A = X;\n", IMPORTS],
  ['server/domain/dates/up-to-figures.ts', "import { x } from '../figures/x.ts';\nexport const a = x;\n", IMPORTS],
  ['server/domain/figures/up-to-telling.ts', "import type { X } from '../telling/x.ts';\nexport type A = X;\n", IMPORTS],
  ['server/domain/tracing/over-to-telling.ts', "import { x } from '../telling/x.ts';\nexport const a = x;\n", IMPORTS],
  ['server/domain/telling/up-to-publishing.ts', "import { x } from '../publishing/x.ts';\nexport const a = x;\n", IMPORTS],
  ['server/domain/importing/checks/over-to-tracing.ts', "import { x } from '../../tracing/x.ts';\nexport const a = x;\n", IMPORTS],
  ['server/domain/searching/by-a-detour.ts', "import { x } from '../model/../telling/x.ts';\nexport const a = x;\n", IMPORTS],
  ['server/domain/model/digest.ts', "import { createHash } from 'node:crypto';\nexport const a = createHash;\n", IMPORTS],
  ['server/domain/no-room/a.ts', "import { x } from '../model/x.ts';\nexport const a = x;\n", IMPORTS],
  ['server/graph/resident/a.ts', "import { x } from '../../http/x.ts';\nexport const a = x;\n", IMPORTS],
  ['server/graph/resident/b.ts', "import { x } from '../../usecases/reading/x.ts';\nexport const b = x;\n", IMPORTS],
  ['server/graph/in-database/c.ts', "import neo4j from 'neo4j-driver';\nexport const c = neo4j;\n", IMPORTS],
  ['server/graph/d.ts', "import { x } from '../usecases/route-types.ts';\nexport const d = x;\n", IMPORTS],
  ['server/usecases/reading/packs.ts', "import { zip } from 'fflate';\nexport const a = zip;\n", IMPORTS],
  ['server/store/up-to-graph.ts', "import type { X } from '../graph/x.ts';\nexport type A = X;\n", IMPORTS],
  ['server/exchange/exporters/up-to-store.ts', "import type { X } from '../../store/x.ts';\nexport type A = X;\n", IMPORTS],
  ['server/http/routes/over-to-graph.ts', "import type { X } from '../../graph/x.ts';\nexport type A = X;\n", IMPORTS],
  ['client/panels/trace/up-to-graph.ts', "import type { X } from '../../../server/graph/x.ts';\nexport type A = X;\n", IMPORTS],
  ['client/acts/node.ts', 'export const home = (): unknown => process.env.HOME;\n', GLOBALS],
  ['server/domain/model/asks.ts', "export const a = (): unknown => fetch('http://127.0.0.1/');\n", GLOBALS],
  ['server/contract/a.ts', "import { x } from '../usecases/x.ts';\nexport const a = x;\n", IMPORTS],
  ['server/contract/routes/b.ts', "import { join } from 'node:path';\nexport const b = join;\n", IMPORTS],
  ['server/usecases/a.ts', "import neo4j from 'neo4j-driver';\nexport const a = neo4j;\n", IMPORTS],
  ['server/usecases/b.ts', "import { fastify } from 'fastify';\nexport const b = fastify;\n", IMPORTS],
  ['server/usecases/c.ts', "import { x } from '../http/x.ts';\nexport const c = x;\n", IMPORTS],
  ['server/store/a.ts', "import { x } from '../usecases/x.ts';\nexport const a = x;\n", IMPORTS],
  ['server/store/statements/b.ts', "import { x } from '../../http/x.ts';\nexport const b = x;\n", IMPORTS],
  ['server/exchange/a.ts', "import { x } from '../store/x.ts';\nexport const a = x;\n", IMPORTS],
  ['server/http/a.ts', "import { session } from 'neo4j-driver';\nexport const a = session;\n", IMPORTS],
  ['server/http/routes/b.ts', "import { x } from '../../store/x.ts';\nexport const b = x;\n", IMPORTS],
  ['server/local-neo4j/a.ts', "import neo4j from 'neo4j-driver';\nexport const a = neo4j;\n", IMPORTS],
  ['server/local-neo4j/b.ts', "import { x } from '../store/x.ts';\nexport const b = x;\n", IMPORTS],
  ['server/a.ts', "import neo4j from 'neo4j-driver';\nexport const a = neo4j;\n", IMPORTS],
  ['server/store/c.ts', "import { x } from '../../client/x.ts';\nexport const c = x;\n", IMPORTS],
  ['client/panels/a.ts', "import { x } from '../../server/store/x.ts';\nexport const a = x;\n", IMPORTS],
  ['client/panels/b.ts', "import { x } from '../../server/usecases/x.ts';\nexport const b = x;\n", IMPORTS],
  ['client/panels/c.ts', "import cytoscape from 'cytoscape';\nexport const c = cytoscape;\n", IMPORTS],
  ['client/panels/d.ts', "import fcose from 'cytoscape-fcose';\nexport const d = fcose;\n", IMPORTS],
  ['client/panels/e.ts', "import { x } from '../../server/config.ts';\nexport const e = x;\n", IMPORTS],
  ['client/state/f.ts', "import { join } from 'node:path';\nexport const f = join;\n", IMPORTS],
  ['client/canvas/g.ts', "import neo4j from 'neo4j-driver';\nexport const g = neo4j;\n", IMPORTS],
  ['client/canvas/h.ts', "import { x } from '../../server/http/x.ts';\nexport const h = x;\n", IMPORTS],
  ['scripts/a.ts', "import neo4j from 'neo4j-driver';\nexport const a = neo4j;\n", IMPORTS],
  ['server/domain/model/g.ts', 'export const g = (): string | null => localStorage.getItem("g");\n', GLOBALS],
  ['server/usecases/d.ts', 'export const d = (): string => window.name;\n', GLOBALS],
  ['server/http/c.ts', 'export const c = (): string => document.title;\n', GLOBALS],
  ['server/usecases/e.ts', 'export const e = process.env.HOME;\n', ENV],
  ['server/store/d.ts', 'export const d = process.env.HOME;\n', ENV],
  ['server/usecases/f.ts', 'const f = 1;\nexport default f;\n', 'import(no-default-export)'],
  ['server/usecases/g.ts', 'export const g = (v: any): unknown => v;\n', 'typescript(no-explicit-any)'],
  ['server/usecases/h.ts', '// @ts-ignore\nexport const h = 1;\n', 'typescript(ban-ts-comment)'],
  ['server/usecases/ring-a.ts', "import { b } from './ring-b.ts';\nexport const a = (): number => b();\n", 'import(no-cycle)'],
  ['server/usecases/reading/ring-c.ts', "import { d } from '../tracing/ring-d.ts';\nexport const c = (): number => d();\n", 'import(no-cycle)'],
  ['server/usecases/i.test.ts', "import { it } from 'vitest';\nit('asserts nothing', () => {\n  void 0;\n});\n", 'vitest(expect-expect)'],
  ['server/usecases/j.test.ts', "import { expect, it } from 'vitest';\nit.only('is alone', () => {\n  expect(1).toBe(1);\n});\n", 'vitest(no-focused-tests)'],
  [
    'server/usecases/k.test.ts',
    "import { expect, it } from 'vitest';\nit.skip('is left out', () => {\n  expect(1).toBe(1);\n});\n",
    'vitest(no-disabled-tests)',
  ],
];

/** Files similar to those above that are allowed. */
const ALLOWED: readonly (readonly [string, string])[] = [
  ['server/usecases/ring-b.ts', 'export const b = (): number => 1;\n'],
  ['server/usecases/tracing/ring-d.ts', 'export const d = (): number => 1;\n'],
  ['server/domain/dates/ok.ts', "import edtf from 'edtf';\nimport { ok } from '../model/ok-too.ts';\nexport const fine = [edtf, ok];\n"],
  ['server/domain/model/ok-too.ts', "import { z } from 'zod';\nexport const ok = z;\n"],
  ['server/domain/model/citation-id.ts', "import { createHash } from 'node:crypto';\nexport const fine = createHash;\n"],
  ['server/domain/importing/checks/ok.ts', "import { ok } from '../../model/ok-too.ts';\nimport { x } from '../x.ts';\nexport const fine = [ok, x];\n"],
  ['server/graph/ok.ts', "import { ok } from '../domain/model/ok-too.ts';\nimport { x } from '../store/x.ts';\nexport const fine = [ok, x];\n"],
  ['server/domain/model/ok.test.ts', "import { readFileSync } from 'node:fs';\nimport { z } from 'zod';\nexport const fine = [readFileSync, z];\n"],
  ['server/contract/ok.ts', "import { z } from 'zod';\nimport { ok } from '../domain/model/ok-too.ts';\nexport const fine = [z, ok];\n"],
  ['server/usecases/reading/ok.ts', "import { x } from '../../store/x.ts';\nimport { y } from '../../exchange/y.ts';\nexport const fine = [x, y];\n"],
  ['server/store/ok.ts', "import neo4j from 'neo4j-driver';\nimport { ok } from '../domain/model/ok-too.ts';\nexport const fine = [neo4j, ok];\n"],
  [
    'server/http/ok.ts',
    "import { fastify } from 'fastify';\nimport type { Database } from '../store/connect.ts';\nexport const fine = (db: Database): unknown => [fastify, db];\n",
  ],
  ['server/config.ts', 'export const home = process.env.HOME;\n'],
  ['client/canvas/ok.ts', "import cytoscape from 'cytoscape';\nexport const fine = [cytoscape, window.name];\n"],
  [
    'client/panels/ok.ts',
    "import { x } from '../../server/contract/x.ts';\nimport { ok } from '../../server/domain/model/ok-too.ts';\nexport const fine = [x, ok];\n",
  ],
  ['client/vite.config.ts', 'export default {};\n'],
];

/** Runs a tool of this repository in another folder. */
function run(args: readonly string[], cwd: string): Promise<{ code: number; output: string }> {
  const absolute = args.map((arg) => (arg.startsWith('node_modules/') ? join(ROOT, arg) : arg));
  return new Promise((settle) => {
    const done = (error: Error | null, stdout: string) => settle({ code: error ? 1 : 0, output: stdout });
    execFile(process.execPath, absolute, { cwd, maxBuffer: 2 ** 24, env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined } }, done);
  });
}

interface Finding {
  filename: string;
  code: string;
}

describe('the boundaries between the rooms', () => {
  let copy: string;
  let found: Finding[] = [];

  beforeAll(async () => {
    copy = mkdtempSync(join(tmpdir(), 'attest-boundaries-'));
    // The planted files have no tsconfig; these rules need none.
    const config = `import config from ${JSON.stringify(join(ROOT, 'oxlint.config.ts'))};\nexport default { ...config, options: undefined };\n`;
    writeFileSync(join(copy, 'oxlint.config.ts'), config);
    writeFileSync(join(copy, 'package.json'), JSON.stringify({ type: 'module' }));
    for (const [file, text] of [...BREAKS, ...ALLOWED]) {
      mkdirSync(dirname(join(copy, file)), { recursive: true });
      writeFileSync(join(copy, file), text);
    }
    // Completes the cycles that ring-a and ring-c begin.
    writeFileSync(join(copy, 'server/usecases/ring-b.ts'), "import { a } from './ring-a.ts';\nexport const b = (): number => a();\n");
    writeFileSync(join(copy, 'server/usecases/tracing/ring-d.ts'), "import { c } from '../reading/ring-c.ts';\nexport const d = (): number => c();\n");
    const { output } = await run(['--import', LOADER, 'node_modules/oxlint/bin/oxlint', '--format', 'json'], copy);
    found = (JSON.parse(output) as { diagnostics: Finding[] }).diagnostics;
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  const codesIn = (file: string): string[] => [...new Set(found.filter((f) => f.filename === file).map((f) => f.code))];

  it.each(BREAKS)('%s is refused', (file, text, code) => {
    expect(codesIn(file), text).toContain(code);
  });

  it.each(ALLOWED.filter(([file]) => !file.includes('ring-')))('%s is allowed', (file, text) => {
    expect(codesIn(file), text).toEqual([]);
  });
});

describe('the table of rooms', () => {
  it('has no cycle: no room imports from a room that imports from it, directly or through others', () => {
    const rows = ROOMS.filter(({ room }) => room !== 'server/*');
    const holds = (target: string, room: string) => room === target || room.startsWith(`${target}/`);
    // A row that names a folder allows the rooms in it, except the one that the row itself belongs to.
    const below = new Map(
      rows.map(({ room, from = [], typesFrom = [] }) => {
        const named = [...from, ...typesFrom].filter((target) => !holds(target, room));
        return [room, rows.filter((row) => row.room !== room && named.some((target) => holds(target, row.room))).map((row) => row.room)] as const;
      }),
    );
    const reaches = (room: string, seen = new Set<string>()): Set<string> => {
      for (const next of below.get(room) ?? []) if (!seen.has(next)) reaches(next, seen.add(next));
      return seen;
    };
    expect([...below.keys()].filter((room) => reaches(room).has(room))).toEqual([]);
    expect(reaches('server/http')).toContain('server/domain/model');
  });
});

describe('the other checks of the whole tree', () => {
  let copy: string;
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'attest-checks-'));
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  const plant = (file: string, text: string): void => {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    writeFileSync(join(copy, file), text);
  };

  it('report a file that is not formatted', async () => {
    copyFileSync(join(ROOT, '.oxfmtrc.json'), join(copy, '.oxfmtrc.json'));
    plant('server/neat.ts', "export const neat = 'a';\n");
    expect((await run(['node_modules/oxfmt/bin/oxfmt', '--check'], copy)).code).toBe(0);
    plant('server/untidy.ts', 'export const untidy   = "a"\n');
    const { code, output } = await run(['node_modules/oxfmt/bin/oxfmt', '--check'], copy);
    expect(code).not.toBe(0);
    expect(output).toContain('server/untidy.ts');
    expect(output).not.toContain('server/neat.ts');
  });

  it('report an export that nothing imports', async () => {
    copyFileSync(join(ROOT, 'knip.json'), join(copy, 'knip.json'));
    plant('package.json', '{ "name": "planted", "type": "module" }');
    plant('server/main.ts', "import { used } from './parts.ts';\nused();\n");
    plant('server/parts.ts', 'export const used = (): number => 1;\n');
    rmSync(join(copy, 'server/neat.ts'), { force: true });
    rmSync(join(copy, 'server/untidy.ts'), { force: true });
    expect(await run(['node_modules/knip/bin/knip.js'], copy)).toMatchObject({ code: 0 });
    plant('server/parts.ts', 'export const used = (): number => 1;\nexport const forgotten = 2;\n');
    const { code, output } = await run(['node_modules/knip/bin/knip.js'], copy);
    expect(code).not.toBe(0);
    expect(output).toMatch(/forgotten.*server\/parts\.ts/);
  });
});
