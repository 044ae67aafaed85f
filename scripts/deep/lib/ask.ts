/** HTTP helpers for the deep runs. */
import type { ImportReport } from '../../../server/contract/routes/imports.ts';

export interface Answer {
  status: number;
  ms: number;
  body: unknown;
  retryAfter: string | null;
}

/** An error with its cause, which holds the reason for a broken connection. */
export function whyOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? (error.stack ?? error.message) : `${error.stack ?? error.message}, for ${whyOf(error.cause)}`;
}

/** Sends one request with a time limit; status -1 where there was no answer. */
export async function ask(url: string, init: RequestInit = {}, boundMs = 30_000): Promise<Answer> {
  const started = Date.now();
  try {
    const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(boundMs) });
    const text = await answer.text();
    let body: unknown = text;
    try {
      body = JSON.parse(text);
    } catch {
      // Not JSON: the text is returned.
    }
    return { status: answer.status, ms: Date.now() - started, body, retryAfter: answer.headers.get('retry-after') };
  } catch (error) {
    return { status: -1, ms: Date.now() - started, body: whyOf(error), retryAfter: null };
  }
}

export const postJson = (url: string, body: unknown): Promise<Answer> =>
  ask(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/**
 * Uploads files and waits for the report.
 * @throws where the answer is no report
 */
export async function importOver(url: string, files: { name: string; bytes: Uint8Array }[], query = '', boundMs = 300_000): Promise<ImportReport> {
  const form = new FormData();
  for (const { name, bytes } of files) form.append('file', new Blob([Buffer.from(bytes)], { type: 'application/json' }), name);
  const answer = await ask(`${url}/api/imports?wait=true${query}`, { method: 'POST', body: form }, boundMs);
  const report = (answer.body as { report?: ImportReport }).report;
  if (report === undefined) throw new Error(`import answered ${answer.status}: ${JSON.stringify(answer.body).slice(0, 500)}`);
  return report;
}

/**
 * Asks until `good` holds or the time is over.
 * @returns the milliseconds it took, or -1
 */
export async function until(good: () => Promise<boolean>, boundMs: number, everyMs = 100): Promise<number> {
  const started = Date.now();
  while (Date.now() - started < boundMs) {
    if (await good()) return Date.now() - started;
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  return -1;
}
