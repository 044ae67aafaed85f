/** A folder of jars is used only where it is complete. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lastLines } from './log-tail.ts';
import { faultOfLib, pomFor, writeManifest } from './provision.ts';

describe("Neo4j's files", () => {
  let lib: string;
  beforeEach(() => {
    lib = mkdtempSync(join(tmpdir(), 'attest-lib-'));
    writeFileSync(join(lib, 'a.jar'), 'aaaa');
    writeFileSync(join(lib, 'b.jar'), 'bb');
  });
  afterEach(() => rmSync(lib, { recursive: true, force: true }));

  it('are complete where every file of the list is there in full', () => {
    expect(faultOfLib(lib, '1')).toBe('no manifest');
    writeManifest(lib, '1');
    expect(faultOfLib(lib, '1')).toBeUndefined();
  });
  it('are refused where one is missing or cut short, for another version, and where there are none', () => {
    writeManifest(lib, '1');
    expect(faultOfLib(lib, '2')).toBe('holds 1');
    writeFileSync(join(lib, 'a.jar'), 'aa');
    expect(faultOfLib(lib, '1')).toBe('a.jar has 2 bytes, not 4');
    rmSync(join(lib, 'a.jar'));
    expect(faultOfLib(lib, '1')).toBe('a.jar is missing');
    rmSync(join(lib, 'b.jar'));
    writeManifest(lib, '1');
    expect(faultOfLib(lib, '1')).toBe('empty');
  });
  it('are requested from Maven by exact version', () => {
    expect(pomFor('5.26.25')).toContain('<artifactId>neo4j</artifactId><version>5.26.25</version>');
  });
});

describe('the last lines of a log', () => {
  it('are the last lines that are not empty, also of a long file, and none of a missing file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'attest-log-'));
    const file = join(folder, 'x.log');
    writeFileSync(file, `${Array.from({ length: 9_000 }, (_, i) => `line ${i}`).join('\n')}\n\n`);
    expect(lastLines(file, 2)).toEqual(['line 8998', 'line 8999']);
    expect(lastLines(join(folder, 'none'), 2)).toEqual([]);
    rmSync(folder, { recursive: true });
  });
});
