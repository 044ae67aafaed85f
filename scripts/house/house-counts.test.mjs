import { expect, it } from 'vitest';
import { filesNaming, filesOfFolders, isSource, linesOfLint, longFiles, withheldLists } from './house-counts.mjs';

const file = (path, text = '') => ({ path, text });

it.each([
  ['server/domain/a.ts', true],
  ['client/panels/a.tsx', true],
  ['cypher/read/a.cypher', true],
  ['server/domain/a.test.ts', false],
  ['server/domain/a.db.test.ts', false],
  ['server/domain/testing/a.ts', false],
  ['client/e2e/a.e2e.ts', false],
  ['docs/a.ts', false],
  ['client/ui/a.css', false],
])('%s is a source and no test: %s', (path, expected) => {
  expect(isSource(path)).toBe(expected);
});

it('the fullest folder comes first, and only files directly in it count', () => {
  const paths = ['server/b/a.ts', 'server/a/a.ts', 'server/a/b.ts', 'server/a/b.test.ts', 'server/a/deep/c.ts'];
  expect(filesOfFolders(paths)).toEqual([
    ['server/a', 2],
    ['server/a/deep', 1],
    ['server/b', 1],
  ]);
});

it('a last line without an end counts once, with one too', () => {
  expect(linesOfLint([file('.oxlintrc.json', '{\n}'), file('oxlint.config.ts', 'a\nb\n'), file('other.json', '1\n')])).toBe(4);
});

it('a filter is named by whole words only, in sources only', () => {
  const files = [file('server/a.ts', 'x.originsAtLeast = 1'), file('server/b.ts', 'uninvolvedOriginsAtLeast'), file('server/a.test.ts', 'originsAtLeast')];
  expect(filesNaming(files, 'originsAtLeast')).toEqual(['server/a.ts']);
});

it('a list of what a trace withholds is found in either quotes, as a type and in any order, and no longer or shorter list', () => {
  const files = [
    file('server/a.ts', "const A = ['Country', 'Place', 'Case', 'Measure'];"),
    file('server/b.ts', 'type B = "Measure" | "Case" | "Place" | "Country";'),
    file('client/c.ts', "new Set([\n  'justice',\n  'geography',\n  'statement',\n  'identity',\n])"),
    file('server/d.ts', "['Plot', 'Country', 'Place', 'Case', 'Measure']"),
    file('server/e.ts', "['Place', 'Case', 'Measure']"),
    file('server/f.test.ts', "['Country', 'Place', 'Case', 'Measure']"),
  ];
  expect(withheldLists(files)).toEqual(['server/a.ts', 'server/b.ts', 'client/c.ts']);
});

it('a file of 400 lines is no long one, one of 401 is', () => {
  expect(longFiles([file('server/a.ts', 'x\n'.repeat(400)), file('server/b.test.ts', 'x\n'.repeat(401)), file('docs/c.md', 'x\n'.repeat(500))])).toEqual([
    'server/b.test.ts',
  ]);
});
