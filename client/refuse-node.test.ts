import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { expect, it } from 'vitest';
import { refuseNode } from './refuse-node.ts';

/** Builds two modules, of which the first imports the second. */
async function buildOf(second: string): Promise<unknown> {
  const root = mkdtempSync(join(tmpdir(), 'attest-refuse-node-'));
  try {
    writeFileSync(join(root, 'page.ts'), "import { id } from './record.ts';\nexport const shown = id('a');\n");
    writeFileSync(join(root, 'record.ts'), second);
    const lib = { entry: join(root, 'page.ts'), formats: ['es' as const] };
    return await build({ root, configFile: false, logLevel: 'silent', plugins: [refuseNode()], build: { write: false, lib } });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

it('a build fails where a module of the page imports a module of Node, and both are named', async () => {
  const planted = "import { createHash } from 'node:crypto';\nexport const id = (text: string) => createHash('sha256').update(text).digest('hex');\n";
  await expect(buildOf(planted)).rejects.toThrow(/record\.ts imports node:crypto/);
});

it('a build without such an import passes', async () => {
  await expect(buildOf('export const id = (text: string) => text;\n')).resolves.toBeDefined();
});
