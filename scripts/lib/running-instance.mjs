/** Finds the Attest that serves a data folder, by the file it wrote there. The file counts only while its process lives and answers with the same id. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ANSWER_MS = 3_000;

/**
 * The content of the instance file; undefined where there is none, it has no address yet, or its process has ended.
 * @param {string} dataDir
 * @returns {{url: string, instance: string} | undefined}
 */
export function announcedInstance(dataDir) {
  try {
    const { pid, url, instance } = JSON.parse(readFileSync(join(dataDir, 'instance.json'), 'utf8'));
    if (typeof url !== 'string' || typeof instance !== 'string' || !Number.isInteger(pid) || pid <= 0) return undefined;
    // Throws where there is no such process, or it belongs to another user and so is another process with the same id.
    process.kill(pid, 0);
    return { url, instance };
  } catch {
    return undefined;
  }
}

/**
 * Whether that same Attest answers at its address. By now another program may have its port, and another process its id.
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
