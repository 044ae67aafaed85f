/** Opens the application in the user's browser when it is ready, where there is a desktop. */
import { isAnswering } from '../running-instance.mjs';

const ASK_EVERY_MS = 500;

/**
 * Whether a person sits at a screen: not in CI, not over ssh, not with the output in a file.
 * @param {{env: Record<string, string | undefined>, platform: string, terminal: boolean}} machine
 */
export function hasDesktop({ env, platform, terminal }) {
  if (!terminal || env.CI || env.SSH_CONNECTION || env.ATTEST_NO_BROWSER) return false;
  return platform === 'darwin' || platform === 'win32' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

async function isReady(url) {
  try {
    const answer = await fetch(new URL('api/health/ready', url), { signal: AbortSignal.timeout(3_000) });
    return answer.ok;
  } catch {
    return false;
  }
}

/**
 * Waits for the application and opens it.
 * @param {() => {url: string, instance: string} | undefined} findInstance where the application answers, once it has said so
 * @param {AbortSignal} ended aborted when the application has ended
 */
export async function openWhenReady(findInstance, ended) {
  for (;;) {
    await new Promise((settle) => setTimeout(settle, ASK_EVERY_MS));
    if (ended.aborted) return;
    const found = findInstance();
    if (!found || !(await isAnswering(found)) || !(await isReady(found.url))) continue;
    const { default: open } = await import('open');
    // Without a browser the application runs on; its address is on the screen.
    await open(found.url).catch(() => undefined);
    return;
  }
}
