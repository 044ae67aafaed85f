/** What a browser loads before the first screen, by the manifest of a build: the page, its scripts and its styles, gzipped. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** In gzipped bytes. */
export const FIRST_LOAD_LIMIT = 400_000;

/**
 * The entry and everything it imports statically, with styles. Dynamic imports are not included.
 * @param {Record<string, { file: string, isEntry?: boolean, imports?: string[], css?: string[] }>} manifest
 * @returns {string[]} files relative to the build
 */
export function filesOfFirstLoad(manifest) {
  const seen = new Set();
  const files = new Set(['index.html']);
  const visit = (key) => {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) return;
    seen.add(key);
    files.add(chunk.file);
    for (const style of chunk.css ?? []) files.add(style);
    for (const next of chunk.imports ?? []) visit(next);
  };
  for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry) visit(key);
  return [...files];
}

/**
 * @param {string} outDir a build with its manifest
 * @returns {{ total: number, files: { file: string, bytes: number }[] }} gzipped sizes, largest first
 */
export function measureFirstLoad(outDir) {
  const manifest = JSON.parse(readFileSync(join(outDir, '.vite/manifest.json'), 'utf8'));
  const files = filesOfFirstLoad(manifest)
    .map((file) => ({ file, bytes: gzipSync(readFileSync(join(outDir, file))).length }))
    .sort((a, b) => b.bytes - a.bytes);
  return { total: files.reduce((sum, { bytes }) => sum + bytes, 0), files };
}
