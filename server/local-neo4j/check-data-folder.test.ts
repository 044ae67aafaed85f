import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkDataFolder } from './check-data-folder.ts';

describe('a data folder', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'attest-folder-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('that can be written is made where it is missing, and nothing of the try is left', () => {
    checkDataFolder(join(folder, 'new/data'));
    expect(readdirSync(join(folder, 'new/data'))).toEqual(['neo4j']);
    expect(readdirSync(join(folder, 'new/data/neo4j'))).toEqual([]);
  });
  it.each(['data', 'data/neo4j'])('where %s is a file is refused by name, with the remedy', (path) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), 'x');
    expect(() => checkDataFolder(join(folder, 'data'))).toThrow(new RegExp(`${path} is a file, not a folder\\. Name another folder, or move the file away\\.`));
  });
  it('below a file is refused by the name of that file', () => {
    writeFileSync(join(folder, 'file'), 'x');
    expect(() => checkDataFolder(join(folder, 'file/data'))).toThrow(/file is a file, not a folder/);
  });
});
