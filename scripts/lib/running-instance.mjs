/** The Attest that serves a data folder, by the file it leaves there: believed only while its process lives and it answers by its own id. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ANSWER_MS = 3_000;

/**
 * What the instance file says, or undefined where there is none, it names no address yet, or its process is gone.
 * @param {string} dataDir
 * @returns {{url: string, instance: string} | undefined}
 */
export function announcedInstance(dataDir) {
  try {
    const { pid, url, instance } = JSON.parse(readFileSync(join(dataDir, 'instance.json'), 'utf8'));
    if (typeof url !== 'string' || typeof instance !== 'string' || !Number.isInteger(pid) || pid <= 0) return undefined;
    // Throws where there is no such process, or it is another user's: then the number has been given anew.
    process.kill(pid, 0);
    return { url, instance };
  } catch {
    return undefined;
  }
}

/**
 * Does that very Attest answer at its address? Any program may have the port by now, and its number may be another process's.
 * @param {{url: string, instance: string}} announced
 */
export async function isAnswering({ url, instance }) {
  try {
    const answer = await fetch(new URL('api/health/live', url), { signal: AbortSignal.timeout(ANSWER_MS), redirect: 'error' });
    return answer.ok && (await answer.json()).instance === instance;
  } catch {
    return false;
  }
}
