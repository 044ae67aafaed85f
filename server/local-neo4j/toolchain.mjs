/** Finds Java (17 or newer) and Maven, and says how to get what is missing. Plain Node, because `npm start` runs it before any dependency is installed. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, readdirSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Neo4j 5.26 runs on Java 17 and 21. */
export const LEAST_JAVA = 17;

const JVM_FOLDERS = ['/usr/lib/jvm', '/opt/java', '/opt', '/Library/Java/JavaVirtualMachines'];
const MAVEN_PLACES = ['/usr/share/maven/bin/mvn', '/opt/maven/bin/mvn', '/opt/homebrew/bin/mvn', '/usr/local/bin/mvn'];

/**
 * The feature release in what `java -version` prints: 8 for "1.8.0_392", 17 for "17.0.15", 21 for "21-ea".
 * @param {string} text
 * @returns {number | undefined}
 */
export function javaFeatureRelease(text) {
  const found = /version "(?:1\.)?(\d+)/.exec(text);
  return found ? Number(found[1]) : undefined;
}

const runnable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const onPath = (name, env) =>
  (env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, name));

function inside(folder, ...rest) {
  try {
    return readdirSync(folder)
      .sort()
      .reverse()
      .map((name) => join(folder, name, ...rest));
  } catch {
    return [];
  }
}

function javaCandidates(env) {
  const home = env.HOME ?? '';
  return [
    ...(env.JAVA_HOME ? [join(env.JAVA_HOME, 'bin', 'java')] : []),
    ...onPath('java', env),
    ...JVM_FOLDERS.flatMap((folder) => [...inside(folder, 'bin', 'java'), ...inside(folder, 'Contents', 'Home', 'bin', 'java')]),
    ...inside(join(home, '.sdkman/candidates/java'), 'bin', 'java'),
    '/opt/homebrew/opt/openjdk/bin/java',
    '/usr/local/opt/openjdk/bin/java',
  ];
}

/**
 * The first Java that is LEAST_JAVA or newer, from JAVA_HOME, PATH, then the usual folders.
 * @param {Record<string, string | undefined>} [env]
 * @returns {{path: string, release: number} | {path: undefined, tooOld: {path: string, release: number}[]}}
 */
export function findJava(env = process.env) {
  const tooOld = [];
  const seen = new Set();
  for (const path of javaCandidates(env)) {
    if (!runnable(path)) continue;
    const real = realpathSync(path);
    if (seen.has(real)) continue;
    seen.add(real);
    const asked = spawnSync(path, ['-version'], { encoding: 'utf8', timeout: 20_000 });
    const release = asked.status === 0 ? javaFeatureRelease(asked.stderr + asked.stdout) : undefined;
    if (release === undefined) continue; // on macOS `java` may be a stub that only offers to install Java
    if (release >= LEAST_JAVA) return { path, release };
    tooOld.push({ path, release });
  }
  return { path: undefined, tooOld };
}

/**
 * @param {Record<string, string | undefined>} [env]
 * @returns {string | undefined} path of the Maven program
 */
export function findMaven(env = process.env) {
  const places = [
    ...(env.MAVEN_HOME ? [join(env.MAVEN_HOME, 'bin', 'mvn')] : []),
    ...onPath('mvn', env),
    join(env.HOME ?? '', '.sdkman/candidates/maven/current/bin/mvn'),
    ...MAVEN_PLACES,
  ];
  return places.find(runnable);
}

/**
 * What to tell a person whose machine has no Java or Maven: what is missing and every way to get it.
 * @param {{java?: boolean, maven?: boolean, tooOld?: {path: string, release: number}[]}} missing
 * @param {string} version the Neo4j to run in a container instead
 */
export function howToGet(missing, version) {
  const old = (missing.tooOld ?? []).map((j) => `${j.path} is Java ${j.release}`).join(', ');
  const names = [...(missing.java ? [`Java ${LEAST_JAVA} or newer${old ? ` (found only: ${old})` : ''}`] : []), ...(missing.maven ? ['Maven'] : [])];
  const pick = (java, maven) => [...(missing.java ? [java] : []), ...(missing.maven ? [maven] : [])].join(' ');
  return [
    `Missing: ${names.join(' and ')}. Attest runs a genuine Neo4j, which needs Java; Maven brings its files.`,
    'Any one of these will do:',
    `  Debian, Ubuntu   sudo apt-get install ${pick('openjdk-17-jre-headless', 'maven')}`,
    `  macOS            brew install ${pick('openjdk@17', 'maven')}`,
    `  SDKMAN           ${[...(missing.java ? ['sdk install java 17.0.15-tem'] : []), ...(missing.maven ? ['sdk install maven'] : [])].join(' && ')}`,
    '  or a Neo4j of your own, for example in a container:',
    `    docker run -d --name attest-neo4j -p 127.0.0.1:7687:7687 -e NEO4J_AUTH=neo4j/choose-a-password neo4j:${version}-community`,
    '    NEO4J_URI=bolt://127.0.0.1:7687 NEO4J_PASSWORD=choose-a-password npm start',
  ].join('\n');
}
