/** What is more often a slip is warned of, with its place, and refuses nothing. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { emptyRecords } from '../../model/empty-records.ts';
import { coreFile, demoFile } from '../../testing/curated-demo.ts';
import { assembleBatch } from '../assemble-batch.ts';
import type { CuratedFile } from '../curated-file.ts';
import { warningsOf } from './warn-records.ts';

const TODAY = '2026-11-29';
const shipped = (path: string) => JSON.parse(readFileSync(new URL(`../../../../fixtures/${path}`, import.meta.url), 'utf8')) as CuratedFile;
const warnings = (...files: CuratedFile[]) => {
  const { batch } = assembleBatch(
    files.map((content, i) => ({ content, name: `${i}.json`, dataset: content.dataset?.id ?? 'x' })),
    emptyRecords(),
  );
  return warningsOf(batch, { records: emptyRecords() }, TODAY).map(({ code, pointer, message }) => ({ code, pointer, message }));
};
const core = shipped('vocabulary/core.json');

describe('an import is warned of', () => {
  it('years that look Iranian, and dates to come, with their place (fault 11)', () => {
    expect(warnings(core, shipped('faults/persian-year.json'))).toMatchObject([{ code: 'iranian-year', pointer: '/claims/0/citations/0/happened/edtf' }]);
    const dated = (edtf: string) => {
      const demo = demoFile();
      demo.claims![0]!.citations[0]!.happened = { edtf, basis: 'stated' };
      return warnings(coreFile(), demo).map(({ code }) => code);
    };
    expect(['1398-10-13', '1401', '2068', '2026-12'].map(dated)).toEqual([['iranian-year'], ['iranian-year'], ['future-date'], ['future-date']]);
    expect(['1979', '2026-11', '2026-11-29', '1299', '1421'].flatMap(dated)).toEqual([]);
    const later = ['2019/1401', '1398-10/1399', '../1401', '139X', '13XX', '1398~', '2019/2068', '2030/..', '205X'].map(dated);
    expect(later.flat()).toEqual([...Array.from({ length: 6 }, () => 'iranian-year'), 'future-date', 'future-date', 'future-date']);
    expect(['2019/..', '../2020', '2019/2026', '20XX', '197X', '12XX', '2026-23'].flatMap(dated)).toEqual([]);
  });
  it('an end that nobody can have reached, with the end named', () => {
    const demo = demoFile();
    demo.claims![0]!.citations[0]!.happened = { edtf: '2019/2068', basis: 'stated' };
    expect(warnings(coreFile(), demo)).toMatchObject([{ message: '2068 in 2019/2068 has not come yet' }]);
  });
  it('a dataset that knows of days to come', () => {
    const demo = demoFile();
    demo.dataset = { ...demo.dataset!, knowledgeUntil: { edtf: '2062-01', basis: 'stated' } };
    expect(warnings(coreFile(), demo)).toMatchObject([{ code: 'future-date', pointer: '/dataset/knowledgeUntil/edtf' }]);
  });
  it('a note of the curator that tells a deed as a fact, and not one that says whose word it is', () => {
    const noted = (why: string) => {
      const demo = demoFile();
      demo.voices![0]!.stake = [{ entity: demo.entities![0]!.id, as: 'accuser', why }];
      return warnings(coreFile(), demo);
    };
    expect(noted('looks after people whom the state murdered')).toMatchObject([
      { code: 'note-as-fact', pointer: '/voices/0/stake/0/why', message: 'the note tells of "murdered" as a fact' },
    ]);
    for (const why of [
      'lays murders to the state',
      'is its mouthpiece',
      'указан как убийца',
      'the movement is charged with terrorism',
      'skilled in killing time, it is said',
    ])
      expect(noted(why)).toEqual([]);
  });
  it.each(['demonstration', 'iran-plots'])('nothing of the notes of the case %s', (name) => {
    const folder = new URL(`../../../../fixtures/cases/${name}/`, import.meta.url);
    const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
    expect(files.length).toBeGreaterThan(3);
    expect(warnings(core, ...files.map((file) => shipped(`cases/${name}/${file}`))).filter(({ code }) => code === 'note-as-fact')).toEqual([]);
  });
  it('nothing where a claim says that it is expected, or intended; a year that looks Iranian is odd there, too', () => {
    const foreseen = (flag: 'expected' | 'intended', edtf: string) => {
      const demo = demoFile();
      demo.claims![0]![flag] = true;
      demo.claims![0]!.citations[0]!.happened = { edtf, basis: 'stated' };
      return warnings(coreFile(), demo).map(({ code }) => code);
    };
    expect([...foreseen('expected', '2068'), ...foreseen('intended', '2019/2068')]).toEqual([]);
    expect(foreseen('expected', '1401')).toEqual(['iranian-year']);
  });
  it('one passage with two dates, which become alternatives of one citation (fault 12)', () => {
    const file = shipped('faults/twodates.json');
    expect(warnings(core, file)).toMatchObject([{ code: 'dates-joined', pointer: expect.stringMatching(/^\/claims\/\d+\/citations\/1$/) }]);
    const { batch, problems } = assembleBatch([{ content: file, name: 'a.json', dataset: file.dataset?.id ?? 'x' }], emptyRecords());
    expect(problems).toEqual([]);
    expect(batch.citations.map(({ record }) => (Array.isArray(record.happened) ? record.happened.length : 1))).toContain(2);
  });
  it('a claim whose two ends are one entity (fault 13)', () => {
    expect(warnings(core, shipped('faults/selfloop.json'))).toContainEqual({
      code: 'self-loop',
      pointer: '/claims/0',
      message: 'both ends of this claim are "t2:a"',
    });
  });
  it('a body within itself, once for each circle (fault 13)', () => {
    const found = warnings(core, shipped('faults/part-of-cycle.json')).filter(({ code }) => code === 'within-cycle');
    expect(found).toHaveLength(1);
  });
  it('nothing where nothing is odd', () => {
    expect(warnings(coreFile(), demoFile())).toEqual([]);
  });
});
