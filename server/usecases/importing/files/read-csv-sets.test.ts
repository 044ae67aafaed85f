/** CSV sets of ours among the files of an import: four tables of a folder, or an archive; what is not whole is refused. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { deriveFigures } from '../../../domain/figures/derive-figures.ts';
import type { Records } from '../../../domain/model/records.ts';
import type { CuratedFile } from '../../../domain/importing/curated-file.ts';
import { planOf, nothingStored, storedAfter } from '../../../domain/testing/curated-demo.ts';
import { csvSet } from '../../../exchange/exporters/csv-set.ts';
import { ownJson } from '../../../exchange/exporters/own-json.ts';
import { wholeInput } from '../../../exchange/testing/whole-input.ts';
import { writtenFiles } from '../../../exchange/testing/written-files.ts';
import { curatedCase } from '../../testing/curated-case.ts';
import { CsvSets } from './read-csv-sets.ts';
import type { ReadImport } from './read-import-file.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const demonstration = curatedCase('demonstration');
const files = writtenFiles(csvSet, wholeInput(demonstration)).map(({ name, text }) => ({ name: `set/${name}`, bytes: bytes(text) }));
const zipped = (of: readonly { name: string; bytes: Uint8Array }[]) => zipSync(Object.fromEntries(of.map(({ name, bytes: content }) => [name, content])));
function read(of: readonly { name: string; bytes: Uint8Array }[], fileBytes = 10_000_000): ReadImport[] {
  const sets = new CsvSets({ limits: { fileBytes } });
  for (const file of of) sets.take(file);
  return sets.read();
}
const problemsOf = (of: ReadImport[]) => of.flatMap((one) => one.files.flatMap(({ problems }) => problems));

describe('a set', () => {
  it('is the tables of one folder, by their heads, or an archive; nothing else is taken', () => {
    const sets = new CsvSets({});
    expect(files.map((file) => [file.name, sets.take(file)])).toEqual([
      ['set/citations.csv', true],
      ['set/edges.csv', true],
      ['set/nodes.csv', true],
      ['set/printed-lines.txt', false],
      ['set/sources.csv', true],
    ]);
    expect(sets.take({ name: 'a.zip', bytes: zipSync({ 'a.json': strToU8('{}') }) })).toBe(false);
    expect(sets.take({ name: 'a.csv', bytes: bytes('id,label\n1,2\n') })).toBe(false);
    const [told] = read(files);
    const [archive] = read([{ name: 'set.zip', bytes: zipped(files) }]);
    expect(problemsOf([told!, archive!])).toEqual([]);
    expect(archive?.foreign?.taken).toHaveLength(told?.foreign?.taken.length ?? -1);
    expect(archive?.files.map(({ content }) => content)).toEqual(told?.files.map(({ content }) => content));
  });
  it('brings every claim of the demonstration back with its steps, and none firmer than it was', () => {
    const [set] = read(files);
    expect(set?.foreign?.rejected).toEqual([]);
    // The vocabulary is no part of a set.
    const core = JSON.parse(writtenFiles(ownJson, wholeInput(demonstration)).find(({ name }) => name === 'core.json')!.text) as CuratedFile;
    const contents = set!.files.flatMap(({ content }) => content ?? []);
    const { records } = storedAfter(nothingStored(), planOf([core, ...contents]));
    const [was, is] = [deriveFigures(demonstration), deriveFigures(records)];
    expect([...is.keys()].sort()).toEqual([...was.keys()].sort());
    const steps = (of: Records, claim: string) =>
      (of.citations.get(claim) ?? []).map(({ stance, standing: { level, by, case: inCase } }) => [stance, level, by, inCase].join(' ')).sort();
    const weaker: string[] = [];
    for (const [claim, figures] of was) {
      const now = is.get(claim)!;
      expect(steps(records, claim)).toEqual(steps(demonstration, claim));
      expect([now.rank <= figures.rank, now.origins <= figures.origins, now.uninvolvedOrigins <= figures.uninvolvedOrigins]).toEqual([true, true, true]);
      if (now.rank < figures.rank || now.origins < figures.origins) weaker.push(claim);
    }
    // For whom a voice speaks and who witnessed what have no column: then less is known from the body itself, and less counts beside an origin.
    expect(weaker.length).toBeLessThan(6);
  });
});

describe('what is not whole', () => {
  it.each<[string, { name: string; bytes: Uint8Array }[], string]>([
    ['a table is missing', files.filter(({ name }) => !name.includes('nodes')), 'the set has no nodes.csv'],
    ['a table stands twice', [...files, { ...files[1]!, name: 'set/edges-again.csv' }], 'the set has edges.csv twice'],
    [
      'a quote is open',
      files
        .map((file) => (file.name.includes('edges') ? { ...file, bytes: file.bytes.subarray(0, -2) } : file))
        .map((file) => (file.name.includes('edges') ? { ...file, bytes: bytes(`${new TextDecoder().decode(file.bytes)}\n"`) } : file)),
      'a quoted cell is not closed',
    ],
    [
      'a table is not UTF-8',
      files.map((file) => (file.name.includes('nodes') ? { ...file, bytes: Uint8Array.from([...file.bytes, 0xff]) } : file)),
      'the table is not UTF-8',
    ],
  ])('is refused: %s', (_, of, message) => {
    const found = problemsOf(read(of));
    expect(found.map((problem) => problem.message)).toContainEqual(expect.stringContaining(message));
  });
  it('is an archive that unpacks to more than one file may have: it is not unpacked', () => {
    const bomb = zipSync({ 'nodes.csv': new Uint8Array(50_000_000), ...Object.fromEntries(files.map(({ name, bytes: content }) => [name, content])) });
    expect(bomb.byteLength).toBeLessThan(1_000_000);
    expect(problemsOf(read([{ name: 'bomb.zip', bytes: bomb }], 1_000_000))).toMatchObject([{ code: 'too-large', file: 'bomb.zip' }]);
  });
});
