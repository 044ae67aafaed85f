/** The import command: which files a path names, the progress bar, and the report. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, describe, expect, it, test } from 'vitest';
import { AppError } from '../../server/domain/model/errors.ts';
import type { ImportReport } from '../../server/contract/routes/imports.ts';
import { CSV_HEADS } from '../../server/exchange/exporters/csv-set.ts';
import { listFiles, pathFault, readFiles } from './collect-files.ts';
import { reportText } from './print-report.ts';
import { progressLine } from './progress-bar.ts';

const folder = mkdtempSync(join(tmpdir(), 'attest-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
mkdirSync(join(folder, 'case/part'), { recursive: true });
for (const name of ['case/b.json', 'case/a.json', 'case/README.md', 'case/x.schema.json', 'case/paragraphs.csv', 'case/part/c.json', 'one.json'])
  writeFileSync(join(folder, name), '{}');

test('a folder is all its .json files but schemas, in a fixed order, each once', async () => {
  const names = await listFiles([join(folder, 'one.json'), join(folder, 'case'), join(folder, 'case/a.json')]);
  expect(names.map((name) => name.slice(folder.length + 1))).toEqual(['case/a.json', 'case/b.json', 'case/part/c.json', 'one.json']);
});
test('a folder is its tables of our CSV set, too; other tables only where a mapping is given, and never the index of paragraphs', async () => {
  const at = join(folder, 'tables');
  mkdirSync(at);
  for (const name of ['paragraphs.csv', 'netz.csv', 'a.json']) writeFileSync(join(at, name), 'Von;An\nA;B\n');
  writeFileSync(join(at, 'nodes.csv'), `\uFEFF${CSV_HEADS.nodes.join(',')}\r\n`);
  const names = async (tables: boolean) => (await listFiles([at], { tables })).map((name) => name.slice(at.length + 1));
  expect(await names(false)).toEqual(['a.json', 'nodes.csv']);
  expect(await names(true)).toEqual(['a.json', 'netz.csv', 'nodes.csv']);
});
test('a folder within a hidden one is read; hidden files within it, and node_modules, are not', async () => {
  const at = join(folder, 'x/.hid/case');
  for (const part of ['', '.git', 'node_modules/p', '.a']) mkdirSync(join(at, part), { recursive: true });
  for (const name of ['a.json', '.git/b.json', 'node_modules/p/c.json', '.a/d.json', '.e.json']) writeFileSync(join(at, name), '{}');
  expect(await listFiles([at])).toEqual([join(at, 'a.json')]);
});
test('links are followed, to files and to folders, each file once; a broken link is an error that names it', async () => {
  const at = join(folder, 'linked');
  mkdirSync(join(at, 'part'), { recursive: true });
  writeFileSync(join(at, 'a.json'), '{}');
  symlinkSync(join(folder, 'one.json'), join(at, 'elsewhere.json'));
  symlinkSync(join(at, 'a.json'), join(at, 'again.json'));
  symlinkSync(join(folder, 'case/part'), join(at, 'part/more'));
  symlinkSync(at, join(at, 'part/round'));
  expect((await listFiles([at])).map((name) => name.slice(at.length + 1))).toEqual(['a.json', 'elsewhere.json', 'part/more/c.json']);
  symlinkSync(join(at, 'gone'), join(at, 'lost.json'));
  await expect(listFiles([at])).rejects.toThrow('lost.json');
});
describe('a path that cannot be read is named in plain words, with what to do', () => {
  const refusalOf = async (path: string) => {
    try {
      for await (const file of readFiles(await listFiles([path]), Readable.from([]))) void file;
    } catch (error) {
      return error instanceof AppError ? error : expect.fail(String(error));
    }
    return expect.fail('it was read');
  };
  mkdirSync(join(folder, 'bare'));
  writeFileSync(join(folder, 'bare/notes.txt'), '');
  symlinkSync(join(folder, 'circle.json'), join(folder, 'circle.json'));
  it.each([
    ['a file that is not there', 'nothing.json', 'is not there', 'write the path'],
    ['a file taken for a folder', 'one.json/a.json', 'leads through a file', 'write the path'],
    ['a folder without a curated file', 'bare', 'is a folder without a .json file', 'name the folder'],
    ['a link to itself', 'circle.json', 'is a link that leads back to itself', 'name the file itself'],
    ['a text for a path', 'x'.repeat(5_000), 'is longer than a path may be', 'not the text of a file'],
  ])('%s', async (_, name, fault, remedy) => {
    const { code, message } = await refusalOf(join(folder, name));
    expect(message).toContain(`${JSON.stringify(join(folder, name))} ${fault}`);
    expect(message).toContain(remedy);
    expect(message).not.toMatch(/\bE[A-Z]{4,}\b/);
    expect(code).toBe('not-found');
  });
  it.each([
    ['EACCES', 'may not be read by this user: make it readable'],
    ['EIO', 'cannot be read (EIO): check the disk it is on'],
  ])('what the system refuses with %s', (code, said) => {
    expect(pathFault('a.json', Object.assign(new Error(code), { code })).message).toContain(`"a.json" ${said}`);
  });
});
test('- is standard input', async () => {
  const files = [];
  for await (const file of readFiles(await listFiles(['-']), Readable.from([Buffer.from('{"a"'), Buffer.from(':1}')])))
    files.push({ name: file.name, text: Buffer.from(file.bytes).toString() });
  expect(files).toEqual([{ name: 'stdin', text: '{"a":1}' }]);
});
test('the bar fills as records are written', () => {
  expect(progressLine({ phase: 'plan', done: 0, total: 0 })).toBe('Checking and planning…');
  expect(progressLine({ phase: 'write', done: 10_000, total: 20_000 })).toBe(`Writing [${'█'.repeat(14)}${'░'.repeat(14)}] 10,000 of 20,000`);
});
test('a refusal lists each problem in the form that editors open, with its remedy', () => {
  const none = { new: 0, changed: 0, unchanged: 0, removed: 0, kept: 0, refused: 1 };
  const report: ImportReport = {
    outcome: 'refused',
    dryRun: false,
    datasets: ['d'],
    files: 1,
    records: { ...none, byKind: {} },
    created: [],
    changed: [],
    removed: [],
    claims: { summary: [], standingChanges: [], originChanges: [] },
    conflicts: [],
    leftOut: [],
    revision: { before: 1, after: 1 },
    staged: false,
    elapsedMs: 3,
    message: 'Refused: 1 problem. Nothing was written.',
    problems: [
      {
        code: 'unknown-id',
        message: 'no entity has the id "x"',
        remedy: 'did you mean "y"?',
        file: 'a.json',
        pointer: '/claims/0/subject',
        line: 4,
        column: 9,
      },
    ],
    warnings: [],
  };
  expect(reportText(report)).toBe(
    'a.json:4:9 no entity has the id "x" [unknown-id at /claims/0/subject]\n    did you mean "y"?\n\nRefused: 1 problem. Nothing was written.\n',
  );
});
