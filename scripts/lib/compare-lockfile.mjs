/** Compares the lockfile with what is installed, by content: the two lock files, and the folders. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const NAMED = 5;

/** Whether this optional package can be installed on this machine. The lists are those of package.json: names, or "!name". */
export function fitsMachine(entry, machine) {
  const fits = (list, value) =>
    list === undefined || list.some((name) => name === value) || (list.every((name) => name.startsWith('!')) && !list.includes(`!${value}`));
  return fits(entry.os, machine.platform) && fits(entry.cpu, machine.arch) && (machine.libc === undefined || fits(entry.libc, machine.libc));
}

/**
 * The differences between installed and locked packages.
 * @param {Record<string, {version?: string, link?: boolean, optional?: boolean, os?: string[], cpu?: string[], libc?: string[]}>} locked `packages` of
 * package-lock.json
 * @param {typeof locked} installed `packages` of node_modules/.package-lock.json
 * @param {{platform: string, arch: string, libc?: string}} machine
 * @returns {string[]} one line for each difference; empty where they agree
 */
export function differences(locked, installed, machine) {
  const lines = [];
  for (const [path, entry] of Object.entries(locked)) {
    if (path === '') continue;
    const there = installed[path];
    const name = path.replace(/^.*node_modules\//, '');
    if (there) {
      if (there.version !== entry.version || there.integrity !== entry.integrity) lines.push(`${name} is ${there.version}, the lockfile has ${entry.version}`);
      continue;
    }
    // Optional packages are builds for different machines; the one for this machine must be installed.
    const built = entry.os !== undefined || entry.cpu !== undefined;
    if (!entry.optional || (built && fitsMachine(entry, machine))) lines.push(`${name} ${entry.version} is not installed`);
  }
  for (const path of Object.keys(installed)) {
    if (!(path in locked)) lines.push(`${path.replace(/^.*node_modules\//, '')} is installed, the lockfile does not have it`);
  }
  return lines;
}

function thisMachine() {
  const { glibcVersionRuntime } = process.report.getReport().header;
  const libc = process.platform === 'linux' ? (glibcVersionRuntime ? 'glibc' : 'musl') : undefined;
  return { platform: process.platform, arch: process.arch, libc };
}

/**
 * Why `npm ci` is needed in this folder, or undefined.
 * @param {string} root folder of package-lock.json
 */
export function whyInstall(root) {
  const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  let installed;
  try {
    installed = JSON.parse(readFileSync(join(root, 'node_modules/.package-lock.json'), 'utf8')).packages;
  } catch {
    return 'nothing is installed yet';
  }
  const lines = differences(locked, installed, thisMachine());
  // The list of installed packages may remain when their folders are deleted.
  for (const path of Object.keys(installed)) {
    if (!existsSync(join(root, path, 'package.json'))) lines.push(`${path} is gone`);
  }
  if (lines.length === 0) return undefined;
  return `${lines.slice(0, NAMED).join('; ')}${lines.length > NAMED ? `; and ${lines.length - NAMED} more` : ''}`;
}
