/** `npm run house [-- <checkout> [<filter key>]]`: counts what architecture.md limits, in this checkout or another, to compare before and after. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endWithReader } from './lib/end-with-reader.mjs';
import { filesNaming, filesOfFolders, linesOfLint, longFiles, MOST_FILES, MOST_LINES, withheldLists } from './house/house-counts.mjs';

endWithReader();
const HERE = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const root = resolve(process.argv[2] ?? HERE);
const filter = process.argv[3] ?? 'uninvolvedAtLeast';

/** What a program prints. Its exit code is ignored, because a tool that finds something exits with an error. */
function printed(command, args) {
  const { stdout, error } = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28, env: { ...process.env, NO_COLOR: '1' } });
  if (error) throw error;
  return stdout;
}
const lines = (text) => text.split('\n').filter((line) => line.trim() !== '');

/**
 * Number of files in an import cycle; with `types`, also where an import of the cycle is of types only. It uses its own settings, so that every checkout is
 * measured alike.
 */
function filesInCycles(types) {
  const folder = mkdtempSync(join(tmpdir(), 'attest-house-'));
  try {
    const config = join(folder, 'cycles.json');
    const rules = { 'import/no-cycle': ['error', { ignoreTypes: !types }] };
    writeFileSync(config, JSON.stringify({ plugins: ['import'], categories: { correctness: 'off' }, rules }));
    const oxlint = join(HERE, 'node_modules/oxlint/bin/oxlint');
    const report = JSON.parse(printed(process.execPath, [oxlint, '--disable-nested-config', '-c', config, '--format', 'json', '.']));
    return new Set(report.diagnostics.filter(({ code }) => code === 'import(no-cycle)').map(({ filename }) => filename)).size;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Number of files not formatted, by the settings of the checkout, or by those of this one where it has none. */
function filesNotFormatted() {
  const own = existsSync(join(root, '.oxfmtrc.json')) ? [] : ['-c', join(HERE, '.oxfmtrc.json')];
  return lines(printed(process.execPath, [join(HERE, 'node_modules/oxfmt/bin/oxfmt'), '--list-different', ...own])).length;
}

const files = lines(printed('git', ['ls-files']))
  .filter((path) => /\.(?:ts|tsx|mts|mjs|cypher|json)$/.test(path) && existsSync(join(root, path)))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
const folders = filesOfFolders(files.map(({ path }) => path));
const [longest] = folders.filter(([folder]) => !folder.startsWith('cypher'));
const full = folders.filter(([, count]) => count > MOST_FILES);
const long = longFiles(files);
const withheld = withheldLists(files);
// This file has the filter as a default argument, but adding a filter does not change it.
const naming = filesNaming(files, filter).filter((path) => path !== 'scripts/house.mjs');

const row = (count, what, which = '') => process.stdout.write(`${String(count).padStart(5)}  ${what}${which && `: ${which}`}\n`);
process.stdout.write(`${root}\n`);
row(longest?.[1] ?? 0, 'source files in the longest flat folder', longest?.[0]);
row(full.length, `folders with more than ${MOST_FILES} source files`, full.map(([folder, count]) => `${folder} ${count}`).join(', '));
row(long.length, `files past ${MOST_LINES} lines`, long.join(', '));
row(naming.length, `source files that name the filter ${filter}, in ${new Set(naming.map((path) => dirname(path))).size} folders`);
row(withheld.length, 'copies of the lists of what a trace withholds', withheld.join(', '));
row(linesOfLint(files), 'lines of lint configuration');
row(filesInCycles(false), 'files in an import cycle');
row(filesInCycles(true), 'files in an import cycle, imports of types counted');
row(filesNotFormatted(), 'files not formatted');
