/** First steps of both commands: report what the machine lacks, then install the dependencies. Needs only Node. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findJava, findMaven, howToGet } from '../../server/local-neo4j/toolchain.mjs';
import { whyInstall } from './compare-lockfile.mjs';
import { step } from './progress.mjs';
import { runCommand } from './run-command.mjs';

const LEAST_NODE = [20, 19];

/** Whether this Node version ("20.20.2") is new enough. */
export function nodeIsNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1]);
}

/** The Neo4j version to name in advice. It is read from the text of the file, because TypeScript cannot run yet. */
function neo4jVersion(root) {
  const text = readFileSync(join(root, 'server/local-neo4j/neo4j-version.ts'), 'utf8');
  return /NEO4J_VERSION = '([\d.]+)'/.exec(text)?.[1] ?? '5.26';
}

/**
 * What this machine lacks, in words that say how to get it; undefined where nothing is missing. Maven is needed only until the jars are downloaded.
 * @param {{root: string, dataDir: string, ownNeo4j: boolean}} options `ownNeo4j`: the user's own Neo4j is used instead of the embedded one
 */
export function whatIsMissing({ root, dataDir, ownNeo4j }) {
  if (!nodeIsNewEnough(process.versions.node)) {
    return `Node ${process.versions.node} is too old: Attest needs Node ${LEAST_NODE.join('.')} or newer (https://nodejs.org, nvm install 20, brew install node).`;
  }
  if (ownNeo4j) return undefined;
  const version = neo4jVersion(root);
  const java = findJava();
  const needsMaven = !existsSync(join(dataDir, 'neo4j-lib', version, 'manifest.json'));
  const missing = { java: java.path === undefined, maven: needsMaven && findMaven() === undefined, tooOld: java.tooOld };
  return missing.java || missing.maven ? howToGet(missing, version) : undefined;
}

/** Installs what the lockfile requires where the installed packages differ. Install scripts are off, because no package needs one. */
export async function installDependencies(root) {
  const done = step('Check the dependencies');
  const why = whyInstall(root);
  done(why ?? 'as in the lockfile');
  if (why === undefined) return;
  const installed = step('Install the dependencies (npm ci)');
  const npm = process.env.npm_execpath;
  const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []];
  const run = await runCommand(command, [...first, 'ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: root });
  if (run.code !== 0) throw new Error(`npm ci failed (exit ${run.code}):\n${run.output.trim().split('\n').slice(-15).join('\n')}`);
  installed(/added \d+ packages/.exec(run.output)?.[0]);
}

/** Starts a TypeScript program of this repository with the input and output of this process. */
export function spawnTypeScript(root, file, args = [], options = {}) {
  return spawn(process.execPath, ['--import', '@oxc-node/core/register', file, ...args], { cwd: root, stdio: 'inherit', ...options });
}
