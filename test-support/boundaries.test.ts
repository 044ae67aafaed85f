/** The boundaries of the house hold: one break of each is planted in a copy, and the lint rules must turn red there and nowhere else. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = resolve(fileURLToPath(new URL('..', import.meta.url)));
const OXLINT = join(ROOT, 'node_modules/oxlint/bin/oxlint');

const IMPORTS = 'eslint(no-restricted-imports)';
const GLOBALS = 'eslint(no-restricted-globals)';
const ENV = 'node(no-process-env)';

/** [file, its text, the rule that must refuse it] */
const BREAKS: readonly (readonly [string, string, string])[] = [
  ['server/domain/a.ts', "import { readFileSync } from 'node:fs';\nexport const a = readFileSync;\n", IMPORTS],
  ['server/domain/b.ts', "import { z } from 'zod';\nexport const b = z;\n", IMPORTS],
  ['server/domain/c.ts', "import { x } from '../store/x.ts';\nexport const c = x;\n", IMPORTS],
  ['server/domain/d.ts', "import { x } from '../contract/x.ts';\nexport const d = x;\n", IMPORTS],
  ['server/domain/deep/e.ts', "import { x } from '../../usecases/x.ts';\nexport const e = x;\n", IMPORTS],
  ['server/domain/f.test.ts', "import { x } from '../store/x.ts';\nexport const f = x;\n", IMPORTS],
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
  ['server/domain/g.ts', 'export const g = (): string | null => localStorage.getItem("g");\n', GLOBALS],
  ['server/usecases/d.ts', 'export const d = (): string => window.name;\n', GLOBALS],
  ['server/http/c.ts', 'export const c = (): string => document.title;\n', GLOBALS],
  ['server/usecases/e.ts', 'export const e = process.env.HOME;\n', ENV],
  ['server/store/d.ts', 'export const d = process.env.HOME;\n', ENV],
  ['server/usecases/f.ts', 'const f = 1;\nexport default f;\n', 'import(no-default-export)'],
  ['server/usecases/g.ts', 'export const g = (v: any): unknown => v;\n', 'typescript(no-explicit-any)'],
  ['server/usecases/h.ts', '// @ts-ignore\nexport const h = 1;\n', 'typescript(ban-ts-comment)'],
  ['server/usecases/ring-a.ts', "import { b } from './ring-b.ts';\nexport const a = (): number => b();\n", 'import(no-cycle)'],
  ['server/usecases/i.test.ts', "import { it } from 'vitest';\nit('asserts nothing', () => {\n  void 0;\n});\n", 'vitest(expect-expect)'],
  ['server/usecases/j.test.ts', "import { expect, it } from 'vitest';\nit.only('is alone', () => {\n  expect(1).toBe(1);\n});\n", 'vitest(no-focused-tests)'],
  [
    'server/usecases/k.test.ts',
    "import { expect, it } from 'vitest';\nit.skip('is left out', () => {\n  expect(1).toBe(1);\n});\n",
    'vitest(no-disabled-tests)',
  ],
];

/** What the house allows, close by each of the above. */
const ALLOWED: readonly (readonly [string, string])[] = [
  ['server/usecases/ring-b.ts', 'export const b = (): number => 1;\n'],
  ['server/domain/ok.ts', "import edtf from 'edtf';\nimport { ok } from './ok-too.ts';\nexport const fine = [edtf, ok];\n"],
  ['server/domain/ok-too.ts', 'export const ok = 1;\n'],
  ['server/domain/ok.test.ts', "import { readFileSync } from 'node:fs';\nimport { z } from 'zod';\nexport const fine = [readFileSync, z];\n"],
  ['server/contract/ok.ts', "import { z } from 'zod';\nimport { ok } from '../domain/ok-too.ts';\nexport const fine = [z, ok];\n"],
  ['server/usecases/ok.ts', "import { x } from '../store/x.ts';\nimport { y } from '../exchange/y.ts';\nexport const fine = [x, y];\n"],
  ['server/store/ok.ts', "import neo4j from 'neo4j-driver';\nimport { ok } from '../domain/ok-too.ts';\nexport const fine = [neo4j, ok];\n"],
  [
    'server/http/ok.ts',
    "import { fastify } from 'fastify';\nimport type { Database } from '../store/connect.ts';\nexport const fine = (db: Database): unknown => [fastify, db];\n",
  ],
  ['server/config.ts', 'export const home = process.env.HOME;\n'],
  ['client/canvas/ok.ts', "import cytoscape from 'cytoscape';\nexport const fine = [cytoscape, window.name];\n"],
  [
    'client/panels/ok.ts',
    "import { x } from '../../server/contract/x.ts';\nimport { ok } from '../../server/domain/ok-too.ts';\nexport const fine = [x, ok];\n",
  ],
  ['client/vite.config.ts', 'export default {};\n'],
];

interface Finding {
  filename: string;
  code: string;
}

describe('the boundaries between the rooms', () => {
  let copy: string;
  let found: Finding[] = [];

  beforeAll(async () => {
    copy = mkdtempSync(join(tmpdir(), 'attest-boundaries-'));
    const config = JSON.parse(readFileSync(join(ROOT, '.oxlintrc.json'), 'utf8')) as Record<string, unknown>;
    // The planted files have no tsconfig around them; the rules tried here need none.
    delete config.options;
    writeFileSync(join(copy, '.oxlintrc.json'), JSON.stringify(config));
    for (const [file, text] of [...BREAKS, ...ALLOWED]) {
      mkdirSync(dirname(join(copy, file)), { recursive: true });
      writeFileSync(join(copy, file), text);
    }
    // closes the ring that ring-a begins
    writeFileSync(join(copy, 'server/usecases/ring-b.ts'), "import { a } from './ring-a.ts';\nexport const b = (): number => a();\n");
    const output = await new Promise<string>((settle) => {
      execFile(process.execPath, [OXLINT, '--format', 'json'], { cwd: copy, maxBuffer: 2 ** 24 }, (_error, stdout) => settle(stdout));
    });
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
