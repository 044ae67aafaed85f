/** Downloads the files of Neo4j with Maven into the data folder, once. Later starts need no network. */
import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { AppError } from '../domain/model/errors.ts';
import { NEO4J_VERSION } from './neo4j-version.ts';
import { findMaven, howToGet } from './toolchain.mjs';

/** The content of a complete folder: the name and the size in bytes of each file. */
export interface Manifest {
  version: string;
  files: Record<string, number>;
}

const DEPENDENCY_PLUGIN = '3.8.1';
const MANIFEST = 'manifest.json';
/** Milliseconds without a new file after which the network is taken as not responding. */
const SILENCE_MS = 120_000;

/** A Maven project whose only dependency is Neo4j. The plugin version is fixed, so that every run gets the same files. */
export function pomFor(version: string): string {
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>attest</groupId>
  <artifactId>local-neo4j</artifactId>
  <version>${version}</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>${version}</version></dependency>
  </dependencies>
  <build><pluginManagement><plugins>
    <plugin><groupId>org.apache.maven.plugins</groupId><artifactId>maven-dependency-plugin</artifactId><version>${DEPENDENCY_PLUGIN}</version></plugin>
  </plugins></pluginManagement></build>
</project>
`;
}

function readManifest(libDir: string): Manifest | undefined {
  try {
    return JSON.parse(readFileSync(join(libDir, MANIFEST), 'utf8')) as Manifest;
  } catch {
    return undefined;
  }
}

/** Why the folder cannot be used; undefined where every file of its manifest is there in full. */
export function faultOfLib(libDir: string, version: string = NEO4J_VERSION): string | undefined {
  const manifest = readManifest(libDir);
  if (!manifest) return 'no manifest';
  if (manifest.version !== version) return `holds ${manifest.version}`;
  if (Object.keys(manifest.files).length === 0) return 'empty';
  for (const [name, size] of Object.entries(manifest.files)) {
    const found = statSync(join(libDir, name), { throwIfNoEntry: false })?.size;
    if (found === undefined) return `${name} is missing`;
    if (found !== size) return `${name} has ${found} bytes, not ${size}`;
    if (size >= SMALLEST_ARCHIVE && !beginsLikeArchive(join(libDir, name))) return `${name} is no archive`;
  }
  return undefined;
}

/** Bytes of an empty archive. */
const SMALLEST_ARCHIVE = 22;

/** Whether the file begins as every jar does. A disk that lost blocks gives files of the right size that hold something else. */
function beginsLikeArchive(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(4);
    readSync(file, bytes, 0, 4, 0);
    return bytes.toString('latin1') === 'PK\u0003\u0004';
  } finally {
    closeSync(file);
  }
}

/** Writes the manifest of what Maven downloaded. */
export function writeManifest(libDir: string, version: string): Manifest {
  const files = Object.fromEntries(
    readdirSync(libDir)
      .filter((name) => name.endsWith('.jar'))
      .sort()
      .map((name) => [name, statSync(join(libDir, name)).size]),
  );
  const manifest = { version, files };
  writeFileSync(join(libDir, MANIFEST), JSON.stringify(manifest, null, 1));
  return manifest;
}

/** Runs Maven and logs its progress every few seconds. Maven gets the environment of this process, with its proxies and MAVEN_OPTS. */
async function copyDependencies(maven: string, folder: string, into: string, log: (line: string) => void): Promise<void> {
  // -C: a file with a wrong checksum fails the run.
  const child = spawn(maven, ['-B', '-C', '-f', join(folder, 'pom.xml'), 'dependency:copy-dependencies', `-DoutputDirectory=${into}`], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let fetched = 0;
  let lastNews = Date.now();
  const take = (chunk: string): void => {
    output = (output + chunk).slice(-20_000);
    fetched += chunk.split('Downloaded from').length - 1;
    lastNews = Date.now();
  };
  child.stdout.setEncoding('utf8').on('data', take);
  child.stderr.setEncoding('utf8').on('data', take);
  let told = 0;
  const teller = setInterval(() => {
    if (fetched !== told) log(`  ${fetched} files fetched`);
    told = fetched;
    if (Date.now() - lastNews > SILENCE_MS) child.kill('SIGKILL');
  }, 5_000);
  const code = await new Promise<number>((settle, fail) => {
    child.on('error', fail);
    child.on('close', (exit) => settle(exit ?? 1));
  }).finally(() => clearInterval(teller));
  if (code !== 0) {
    const lines = output.split('\n').filter((line) => /ERROR|Exception|Could not|timed out/.test(line));
    const said = (lines.length > 0 ? lines : output.split('\n')).slice(-8).join('\n');
    throw new AppError(
      'invalid',
      `Maven could not bring Neo4j (exit ${code}):\n${said}\nTry again with a network, or copy the folder neo4j-lib of another Attest into the data folder.`,
    );
  }
}

/**
 * The folder with the files of Neo4j, downloaded by Maven where it is not complete. The folder is put in place at once: a broken download never replaces a
 * complete one, and two processes may download at the same time.
 * @param libRoot folder with one folder for each version
 * @throws Error that says what is missing and how to get it, or what Maven said
 */
export async function provisionNeo4j(libRoot: string, log: (line: string) => void): Promise<{ libDir: string; fetched: boolean }> {
  const libDir = resolve(libRoot, NEO4J_VERSION);
  const fault = faultOfLib(libDir);
  if (fault === undefined) return { libDir, fetched: false };
  const root = statSync(libRoot, { throwIfNoEntry: false });
  if (root && !root.isDirectory())
    throw new AppError('invalid', `${libRoot} is a file, and should be the folder with the files of Neo4j. Move it away and start again.`);
  if (existsSync(libDir)) log(`The files of Neo4j in ${libDir} are damaged (${fault}): fetching them again.`);
  const maven = findMaven();
  if (!maven) throw new Error(howToGet({ maven: true }, NEO4J_VERSION));
  mkdirSync(libRoot, { recursive: true });
  const work = mkdtempSync(join(resolve(libRoot), '.fetching-'));
  try {
    writeFileSync(join(work, 'pom.xml'), pomFor(NEO4J_VERSION));
    const into = join(work, 'lib');
    await copyDependencies(maven, work, into, log);
    writeManifest(into, NEO4J_VERSION);
    if (faultOfLib(libDir) !== undefined) {
      if (existsSync(libDir)) renameSync(libDir, join(work, 'broken'));
      try {
        renameSync(into, libDir);
      } catch (error) {
        if (faultOfLib(libDir) !== undefined) throw error; // another process was quicker, and its folder is complete
      }
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return { libDir, fetched: true };
}
