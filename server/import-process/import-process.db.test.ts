/** An import is carried out by another process, and what becomes of that process is told. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../test-support/fresh-database.ts';
import { testNeo4j } from '../../test-support/test-neo4j.ts';
import { coreFile, demoFile } from '../domain/testing/curated-demo.ts';
import { AppError } from '../domain/model/errors.ts';
import type { Database } from '../store/connect.ts';
import type { ImportProgress } from '../usecases/importing/import-files.ts';
import type { RunInput, StoredFile } from '../usecases/importing/import-jobs.ts';
import { createLargeExports } from '../usecases/publishing/large-exports.ts';
import { writeExport } from '../usecases/publishing/write-export.ts';
import { createImportProcess, type ImportProcess, type ImportProcessOptions } from './import-process.ts';

let db: Database;
let dir: string;
let opened: ImportProcess | undefined;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'attest-import-process-'));
});
beforeEach(async () => {
  await opened?.close();
  await db?.close();
  db = await freshDatabase();
});
afterAll(async () => {
  await opened?.close();
  await db?.close();
  rmSync(dir, { recursive: true, force: true });
});

const open = (options: Partial<ImportProcessOptions> = {}): ImportProcess => (opened = createImportProcess({ connect: testNeo4j(), memory: 512, ...options }));
const store = (name: string, content: string): StoredFile => {
  const path = join(dir, name);
  writeFileSync(path, content);
  return { name, path, size: content.length, read: () => readFile(path) };
};
const files = () => [store('core.json', JSON.stringify(coreFile())), store('demo.json', JSON.stringify(demoFile()))];
const input = (more: Partial<RunInput> = {}): RunInput => ({ files: files(), dryRun: false, prune: false, overwrite: false, who: 'test', ...more });

describe('the import process', () => {
  it('imports, tells its progress, and is used again for the next import', async () => {
    const { run } = open();
    const phases: ImportProgress['phase'][] = [];
    const planned: unknown[] = [];
    const first = await run(db, input({ onProgress: ({ phase }) => phases.push(phase), onPlanned: (basis) => planned.push(basis) }));
    expect(first).toMatchObject({ outcome: 'done', datasets: ['core', 'demo'], revision: { before: 0, after: 1 } });
    expect([...new Set(phases)]).toEqual(['read', 'plan', 'write']);
    expect(planned).toEqual([{ datasets: ['core', 'demo'], files: 2, revision: 0 }]);
    expect(await run(db, input())).toMatchObject({ outcome: 'unchanged' });
    expect(await db.ready()).toEqual({ revision: 1 });
  });
  it('tells an error as importing in this process would', async () => {
    await expect(open().run(db, input({ dataset: 'No Id' }))).rejects.toMatchObject({ code: 'invalid', details: { problems: [{ code: 'invalid-id' }] } });
  });
  it('refuses by the limit of memory what needs more, and the next import is carried out', async () => {
    const { run } = open({ memory: 64 });
    const large = store(
      'large.json',
      JSON.stringify({ format: 'attest/1', dataset: { id: 'large' }, entities: Array.from({ length: 300_000 }, (_, i) => ({ id: `e${i}` })) }),
    );
    await expect(run(db, input({ files: [large] }))).rejects.toMatchObject({ code: 'limit', details: { limit: { name: 'importMemory', value: 64 } } });
    expect(await run(db, input())).toMatchObject({ outcome: 'done' });
  });
  it('writes an export to a file that is read as often as it is asked for, and says what the gate says', async () => {
    const { run, exports } = open({ exportsDir: join(dir, 'exports') });
    await run(db, input());
    const body = { entities: [], datasets: ['demo'], paths: [], filters: [] };
    const judged = await exports.check({ body });
    expect(judged.refused.length).toBeGreaterThan(0);
    await expect(exports.write({ body: { ...body, format: 'own-json' } })).rejects.toMatchObject({ code: 'gate-refused' });
    const asked = { ...body, format: 'own-json' as const, gate: { override: 'a test' } };
    const stored = await exports.write({ body: asked });
    const here = await writeExport(db, { body: asked });
    expect(stored).toMatchObject({ filename: here.filename, contentType: here.contentType });
    const bytes = await buffer(here.chunks);
    for (let time = 0; time < 2; time += 1) expect(await buffer(stored.read())).toEqual(bytes);
    await stored.remove();
    await expect(buffer(stored.read())).rejects.toThrow('ENOENT');
  });
  it('ends an export that nobody asks for any longer, leaves no file of it, and writes the next one', async () => {
    const exportsDir = join(dir, 'ended');
    const importing = open();
    await importing.run(db, input());
    await importing.close();
    // A process that is still starting hears of the export and of its end one after the other.
    const { exports } = open({ exportsDir });
    const asked = { entities: [], datasets: ['demo'], paths: [], filters: [], format: 'graphml' as const, gate: { override: 'a test' } };
    const large = createLargeExports(exports);
    const gone = new AbortController();
    const begun = exports.write({ body: asked }, gone.signal).catch((error: unknown) => error);
    const waiting = large.write({ body: { ...asked, title: 'Another one' } }, gone.signal);
    setTimeout(() => gone.abort(new AppError('timeout', 'The caller has gone.')), 100);
    await expect(waiting).rejects.toMatchObject({ message: 'The caller has gone.' });
    expect(await begun).toMatchObject({ code: 'conflict', message: 'The caller has gone.' });
    expect(readdirSync(exportsDir)).toEqual([]);
    const { chunks } = await large.write({ body: asked });
    const here = await writeExport(db, { body: asked });
    expect(await buffer(chunks)).toEqual(await buffer(here.chunks));
    expect(readdirSync(exportsDir)).toHaveLength(1);
  });
  it('removes at once what an export left whose process was killed, and an export that was fetched', async () => {
    const exportsDir = join(dir, 'left');
    mkdirSync(exportsDir);
    writeFileSync(join(exportsDir, 'half'), 'half an export');
    const { run, exports } = open({ exportsDir });
    await expect.poll(() => existsSync(exportsDir) && readdirSync(exportsDir)).toEqual([]);
    await run(db, input());
    const body = { entities: [], datasets: ['demo'], paths: [], filters: [], format: 'csv-set' as const, gate: { override: 'a test' } };
    const stored = await exports.write({ body });
    expect(readdirSync(exportsDir)).toHaveLength(1);
    await stored.remove();
    expect(readdirSync(exportsDir)).toEqual([]);
  });
  it('ends after a while without an import, and is started for the next one', async () => {
    const { run } = open({ idleMs: 50 });
    expect(await run(db, input())).toMatchObject({ outcome: 'done' });
    await new Promise((settle) => setTimeout(settle, 400));
    expect(await run(db, input())).toMatchObject({ outcome: 'unchanged' });
  });
  it('stops an import that has not begun to write', async () => {
    // A pipe that is written to later holds the reading up.
    const pipe = join(dir, 'pipe.json');
    execFileSync('mkfifo', [pipe]);
    const held: StoredFile = { name: 'pipe.json', path: pipe, size: 0, read: () => readFile(pipe) };
    const stopping = new AbortController();
    const onProgress = ({ done }: ImportProgress) => {
      if (done !== 1 || stopping.signal.aborted) return;
      stopping.abort();
      setTimeout(() => writeFileSync(pipe, JSON.stringify(demoFile())), 300);
    };
    const stopped = open().run(db, input({ files: [...files().slice(0, 1), held], signal: stopping.signal, onProgress }));
    await expect(stopped).rejects.toMatchObject({ code: 'conflict', message: 'Attest is stopping.' });
    expect(await db.ready()).toEqual({ revision: 0 });
  });
});
