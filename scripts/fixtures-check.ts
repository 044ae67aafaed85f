/** Checks the curated cases: `npm run fixtures:check [-- --articles <folder>] [--gate] [--index <source>=<article file>]`. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { paragraphsOf } from '../server/domain/texts/paragraphs.ts';
import type { Articles } from './fixtures-check/check-articles.ts';
import { checkFixtures, type CheckInput } from './fixtures-check/check-fixtures.ts';
import { formatParagraphIndex, hashParagraph, parseParagraphIndex } from './fixtures-check/paragraph-index.ts';
import { terminalText } from './lib/terminal-text.ts';

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));
const cases = readdirSync(join(fixtures, 'cases'), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

const collect = (value: string, before: string[]) => [...before, value];
const command = new Command()
  .name('fixtures-check')
  .option('--articles <folder>', 'the articles of a case that does not ship its own: compare paraphrases, names and hashes with them')
  .option(
    '--index <source=file>',
    'take this article into the paragraph index of the case (it stands beside the case, or in the folder of --articles); may be given again',
    collect,
    [],
  )
  .option('--gate', 'name everything that the publication gate refuses')
  .option('--case <name>', `the case to check (default: ${cases.join(', ')})`)
  .parse();
const options = command.opts<{ articles?: string; index: string[]; gate?: true; case?: string }>();

if (cases.length === 0) throw new Error('no case to check: fixtures/cases has no folder');
let problems = 0;
for (const name of options.case === undefined ? cases : [options.case]) {
  const folder = join(fixtures, 'cases', name);
  const input: CheckInput = {
    vocabulary: jsonFiles(join(fixtures, 'vocabulary'), 'vocabulary'),
    files: jsonFiles(folder, name),
    index: parseParagraphIndex(readFileSync(join(folder, 'paragraphs.csv'), 'utf8')),
    listGate: options.gate ?? false,
  };
  const articles = textsIn(folder) ?? (options.articles === undefined ? undefined : (textsIn(options.articles) ?? new Map()));
  if (articles) input.articles = articles;
  for (const pair of options.index) addToIndex(input, pair, join(folder, 'paragraphs.csv'));
  const report = checkFixtures(input);
  for (const { file, line, column, pointer, code, message } of report.problems) {
    console.error(terminalText(`${[file, line, column].filter((part) => part !== undefined).join(':')} ${pointer ?? ''} [${code}] ${message}`));
  }
  for (const line of report.lines) console.log(`${name}: ${line}`);
  problems += report.problems.length;
}
console.log(problems === 0 ? 'fixtures: no problems' : `fixtures: ${problems} problems`);
process.exitCode = problems === 0 ? 0 : 1;

function jsonFiles(folder: string, name: string): { name: string; text: string }[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return files.sort().map((file) => ({ name: `${name}/${file}`, text: readFileSync(join(folder, file), 'utf8') }));
}

/** The texts in a folder; undefined where it has none. A case whose texts may be shipped has them beside its files, and is then always compared with them. */
function textsIn(folder: string): Articles | undefined {
  const names = readdirSync(folder).filter((file) => file.endsWith('.txt'));
  return names.length === 0 ? undefined : new Map(names.sort().map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}

function addToIndex(input: CheckInput, pair: string, path: string): void {
  const [source = '', article = ''] = pair.split('=');
  const text = input.articles?.get(article);
  if (text === undefined) throw new Error(`--index ${pair}: put ${article || 'the file'} beside the case, or give --articles with its folder`);
  input.index.set(source, { article, hashes: paragraphsOf(text).map(hashParagraph) });
  writeFileSync(path, formatParagraphIndex(input.index));
}
