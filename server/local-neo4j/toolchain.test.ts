/** Java and Maven are found, and where one is missing, every way to get it is named. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findJava, findMaven, howToGet, javaFeatureRelease } from './toolchain.mjs';

describe("Java's release", () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['java version "1.8.0_392"', 8],
    ['openjdk version "21-ea" 2023-09-19', 21],
    ['openjdk version "25" 2025-09-16', 25],
  ])('in %s is %i', (text, release) => {
    expect(javaFeatureRelease(text)).toBe(release);
  });
  it('is undefined for any other text', () => {
    expect(javaFeatureRelease('The operation could not be completed. Unable to locate a Java Runtime.')).toBeUndefined();
  });
});

describe('the toolchain of a machine', () => {
  let folder: string;
  const program = (path: string, says: string): void => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), `#!/bin/sh\necho '${says}' >&2\n`);
    chmodSync(join(folder, path), 0o755);
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'attest-tools-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('takes JAVA_HOME before PATH', () => {
    program('home/bin/java', 'openjdk version "21.0.1"');
    program('path/java', 'openjdk version "17.0.1"');
    expect(findJava({ JAVA_HOME: join(folder, 'home'), PATH: join(folder, 'path') })).toEqual({ path: join(folder, 'home/bin/java'), release: 21 });
  });
  it('skips a Java that is too old where there is a newer one', () => {
    program('home/bin/java', 'java version "1.8.0_392"');
    program('path/java', 'openjdk version "17.0.1"');
    expect(findJava({ JAVA_HOME: join(folder, 'home'), PATH: join(folder, 'path') })).toEqual({ path: join(folder, 'path/java'), release: 17 });
  });
  it('finds Maven on PATH', () => {
    program('path/mvn', 'Apache Maven');
    expect(findMaven({ PATH: `${folder}:${join(folder, 'path')}` })).toBe(join(folder, 'path/mvn'));
  });
});

describe('what to do about what is missing', () => {
  it('names it, with apt, brew, SDKMAN and the container', () => {
    const text = howToGet({ java: true, maven: true, tooOld: [{ path: '/old/java', release: 11 }] }, '5.26.25');
    expect(text).toContain('Missing: Java 17 or newer (found only: /old/java is Java 11) and Maven.');
    expect(text).toContain('apt-get install openjdk-17-jre-headless maven');
    expect(text).toContain('brew install openjdk@17 maven');
    expect(text).toContain('sdk install maven');
    expect(text).toMatch(/docker run .*neo4j:5\.26\.25-community/);
    expect(text).toContain('NEO4J_URI=bolt://');
  });
  it('names nothing that is there', () => {
    expect(howToGet({ maven: true }, '5.26.25')).toMatch(/^Missing: Maven\./);
    expect(howToGet({ maven: true }, '5.26.25')).not.toContain('openjdk');
  });
});
