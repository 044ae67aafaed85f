/** Counts on the source code: sizes of folders and files, and how often one list or word is written. */
import { dirname } from 'node:path';

/** @typedef {{ path: string, text: string }} SourceFile path relative to the checkout, with `/` */

const SOURCE = /^(?:server|client|scripts|test-support|cypher)\/.*\.(?:ts|tsx|mts|mjs|cypher)$/;
const TEST = /\.test\.\w+$|(?:^|\/)testing\/|\.e2e\.ts$|\/testing\.ts$/;
const LINT = new Set(['.oxlintrc.json', 'oxlint.config.ts', 'scripts/lint/room-rules.ts']);
// Sorted and joined to one text each, so that this file does not contain a list it searches for.
const WITHHELD = new Set(['Case,Country,Measure,Place', 'geography,identity,justice,statement']);
/** Most source files of a folder, and most lines of a file (architecture.md). */
export const MOST_FILES = 20;
export const MOST_LINES = 400;

/** Whether a path is a source file of the product and no test. */
export function isSource(path) {
  return SOURCE.test(path) && !TEST.test(path);
}

/** Number of source files directly in each folder, highest first. @param {readonly string[]} paths @returns {[folder: string, files: number][]} */
export function filesOfFolders(paths) {
  const counts = new Map();
  for (const folder of paths.filter(isSource).map((path) => dirname(path))) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

/** Number of lines of the lint settings. @param {readonly SourceFile[]} files */
export function linesOfLint(files) {
  return files.filter(({ path }) => LINT.has(path)).reduce((sum, { text }) => sum + linesOf(text), 0);
}

/** Source files that contain a whole word. @param {readonly SourceFile[]} files @param {string} word */
export function filesNaming(files, word) {
  const whole = new RegExp(`\\b${word.replace(/\W/g, '\\$&')}\\b`);
  return files.filter(({ path, text }) => isSource(path) && whole.test(text)).map(({ path }) => path);
}

/** Source files that contain the list of types or groups that a trace withholds, in any order. @param {readonly SourceFile[]} files */
export function withheldLists(files) {
  return files.filter(({ path, text }) => isSource(path) && listsIn(text).some((list) => WITHHELD.has(list))).map(({ path }) => path);
}

/** Each list of quoted words separated by commas or bars, sorted. */
function listsIn(text) {
  const runs = text.match(/(['"])[\w-]+\1(?:\s*[,|]\s*(['"])[\w-]+\2)+/g) ?? [];
  return runs.map((run) =>
    [...run.matchAll(/[\w-]+/g)]
      .map(([word]) => word)
      .sort()
      .join(),
  );
}

/** Every file of code, tests included, with more lines than allowed. @param {readonly SourceFile[]} files */
export function longFiles(files) {
  return files.filter(({ path, text }) => SOURCE.test(path) && linesOf(text) > MOST_LINES).map(({ path }) => path);
}

function linesOf(text) {
  return text === '' ? 0 : text.replace(/\n$/, '').split('\n').length;
}
