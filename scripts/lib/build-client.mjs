/** Builds the client where its inputs have changed since the last build. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { step } from './progress.mjs';
import { runCommand } from './run-command.mjs';

/** Inputs of a build. The client uses pure functions of the domain. */
const INPUTS = ['client', 'server/contract', 'server/domain', 'package-lock.json', 'tsconfig.json'];
const NOT_BUILT = /(\.test\.tsx?|\.md)$|^client\/e2e\//;
const STAMP = '.built-from';

function* filesUnder(root, path) {
  const full = join(root, path);
  if (!existsSync(full)) return;
  for (const entry of readdirSync(full, { withFileTypes: true })) {
    const inner = `${path}/${entry.name}`;
    if (entry.isDirectory()) yield* filesUnder(root, inner);
    else yield inner;
  }
}

/**
 * A digest of the path and content of every input; equal exactly where a build would give the same.
 * @param {string} root
 * @param {string[]} [inputs] files or folders, relative to root
 */
export function digestOfInputs(root, inputs = INPUTS) {
  const hash = createHash('sha256');
  for (const input of inputs) {
    const files = input.includes('.') ? [input] : [...filesUnder(root, input)];
    for (const file of files.filter((path) => !NOT_BUILT.test(path)).sort()) {
      const content = readFileSync(join(root, file));
      hash.update(`${file}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest('hex');
}

/** Whether `outDir` holds a build of exactly these inputs. */
export function isBuiltFrom(outDir, digest) {
  try {
    return readFileSync(join(outDir, STAMP), 'utf8') === digest && existsSync(join(outDir, 'index.html'));
  } catch {
    return false;
  }
}

export async function buildClient(root) {
  const outDir = join(root, 'dist/client');
  const digest = digestOfInputs(root);
  const done = step('Build the client');
  if (isBuiltFrom(outDir, digest)) return done('as built before');
  const run = await runCommand(process.execPath, ['node_modules/vite/bin/vite.js', 'build', 'client'], { cwd: root });
  if (run.code !== 0) throw new Error(`The client does not build:\n${run.output.trim().split('\n').slice(-30).join('\n')}`);
  writeFileSync(join(outDir, STAMP), digest);
  return done();
}
