/**
 * Opens hostile pages in a real Chromium: DNS rebinding, cross-site requests, frames, Bolt over WebSocket, and what the product's CSP must stop. Expects 0
 * reads and 0 writes.
 */
import { chromium, type Page } from '@playwright/test';
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask } from './lib/ask.ts';
import { seedOf, startReport } from './lib/report.ts';
import { ROOT, startApp, throwawayData } from './lib/run-app.ts';
import { ensureChromium } from '../lib/browser/chromium.mjs';
import { findLocalNeo4j } from '../../server/local-neo4j/find-local-neo4j.ts';

const NAME = 'browser-matrix';
seedOf(NAME);
const report = startReport(NAME);

/** Serves a hostile page: an empty page and the Neo4j driver for browsers. */
async function hostileServer(): Promise<{ port: number; close(): void }> {
  const driver = readFileSync(join(ROOT, 'node_modules/neo4j-driver/lib/browser/neo4j-web.min.js'));
  const server = createServer((request, answer) => {
    if (request.url === '/driver.js') answer.setHeader('content-type', 'text/javascript').end(driver);
    else answer.setHeader('content-type', 'text/html').end('<!doctype html><title>hostile</title><body>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { port: address.port, close: () => void server.close() };
}

/** Ways in which a hostile page may try to read; each must be refused. */
const READS: Record<string, (url: string) => Promise<string>> = {
  'fetch with cors': (url) =>
    fetch(`${url}/api/stats`).then(
      (r) => r.text().then((t) => `read ${r.status} ${t.slice(0, 80)}`),
      () => 'refused',
    ),
  'fetch without cors': (url) =>
    fetch(`${url}/api/stats`, { mode: 'no-cors' }).then(
      (r) => (r.type === 'opaque' ? 'refused' : `read ${r.status}`),
      () => 'refused',
    ),
  'fetch with credentials': (url) =>
    fetch(`${url}/api/entities?q=a`, { credentials: 'include' }).then(
      (r) => `read ${r.status}`,
      () => 'refused',
    ),
  'a script of the API': (url) =>
    new Promise((done) => {
      const script = document.createElement('script');
      script.src = `${url}/api/openapi.json`;
      script.onload = () => done('read: loaded');
      script.onerror = () => done('refused');
      document.body.append(script);
    }),
  'an event stream': (url) =>
    new Promise((done) => {
      const events = new EventSource(`${url}/api/imports/x/events`);
      events.onopen = () => done('read: opened');
      events.onerror = () => done('refused');
    }),
  'a frame of the application': (url) =>
    new Promise((done) => {
      const frame = document.createElement('iframe');
      frame.src = `${url}/`;
      frame.onload = () => {
        try {
          const text = frame.contentDocument?.body?.textContent ?? '';
          // A refusal shown in a frame contains no data.
          done(text === '' || text.includes('forbidden-origin') ? 'refused' : 'read: frame');
        } catch {
          // The frame has another origin, so it cannot be read, and CSP shows an error page in it.
          done('refused');
        }
      };
      setTimeout(() => done('refused'), 3_000);
      document.body.append(frame);
    }),
  'a window of the API': (url) =>
    new Promise((done) => {
      const opened = window.open(`${url}/api/stats`);
      setTimeout(() => {
        try {
          const text = opened?.document?.body?.textContent ?? '';
          done(text === '' || text.includes('forbidden-origin') ? 'refused' : 'read: window');
        } catch {
          done('refused');
        }
      }, 1_000);
    }),
};
/** Ways to write without a preflight request, and one with a preflight. */
const WRITES: Record<string, (url: string) => Promise<string>> = {
  'a post as text/plain': (url) =>
    fetch(`${url}/api/saved-sets/hostile`, { method: 'POST', mode: 'no-cors', headers: { 'content-type': 'text/plain' }, body: '{"name":"x","ids":[]}' }).then(
      () => 'sent',
      () => 'refused',
    ),
  'an upload as a form': (url) => {
    const form = new FormData();
    form.append(
      'file',
      new Blob([
        '{"format":"attest/1","dataset":{"id":"hostile"},"entities":[{"id":"hostile:x","type":"Person","names":[{"text":"X","lang":"en","kind":"primary"}]}]}',
      ]),
      'x.json',
    );
    return fetch(`${url}/api/imports?wait=true`, { method: 'POST', mode: 'no-cors', body: form }).then(
      () => 'sent',
      () => 'refused',
    );
  },
  'a put with JSON': (url) =>
    fetch(`${url}/api/saved-sets/hostile`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{"name":"x","ids":[]}' }).then(
      () => 'sent',
      () => 'refused',
    ),
  'a delete': (url) =>
    fetch(`${url}/api/saved-sets/kept`, { method: 'DELETE' }).then(
      () => 'sent',
      () => 'refused',
    ),
  'a beacon': async (url) => (navigator.sendBeacon(`${url}/api/imports?wait=true`, new Blob(['{}'], { type: 'text/plain' })) ? 'sent' : 'refused'),
  'a posted form': (url) =>
    new Promise((done) => {
      const frame = document.createElement('iframe');
      frame.name = 'target';
      document.body.append(frame);
      const form = document.createElement('form');
      Object.assign(form, { method: 'post', action: `${url}/api/imports?wait=true`, enctype: 'multipart/form-data', target: 'target' });
      document.body.append(form);
      form.submit();
      setTimeout(() => done('sent'), 1_500);
    }),
};

async function tryAll(page: Page, ways: Record<string, (url: string) => Promise<string>>, url: string): Promise<[string, string][]> {
  const seen: [string, string][] = [];
  for (const [what, way] of Object.entries(ways)) {
    seen.push([what, await page.evaluate(way, url).catch((error: unknown) => `refused (${String(error).slice(0, 60)})`)]);
  }
  return seen;
}

async function main(): Promise<void> {
  const data = throwawayData();
  const app = await startApp(data.dir);
  const hostile = await hostileServer();
  const port = new URL(app.url).port;
  const browser = await chromium.launch({
    executablePath: await ensureChromium((line) => process.stdout.write(`  ${line}\n`)),
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--disable-background-networking',
      '--host-resolver-rules=MAP *.example 127.0.0.1',
      '--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests',
    ],
  });
  try {
    const stats = async () => {
      const { entities, claims, citations } = (await ask(`${app.url}/api/stats`)).body as Record<string, number>;
      const sets = (await ask(`${app.url}/api/saved-sets`)).body as { savedSets: { id: string }[] };
      return JSON.stringify({ entities, claims, citations, sets: sets.savedSets.map((s) => s.id) });
    };
    await ask(`${app.url}/api/saved-sets/kept`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Kept', ids: ['iran'] }),
    });
    const before = await stats();

    // The browser's own protection of local addresses is switched off, so that only that of the product is tested.
    for (const [who, origin, target] of [
      ['a page of another site', `http://evil.example:${hostile.port}`, `http://localhost:${port}`],
      ['a page of another port of this machine', `http://localhost:${hostile.port}`, `http://localhost:${port}`],
      ['a page of another port, asking by number', `http://127.0.0.1:${hostile.port}`, `http://127.0.0.1:${port}`],
    ] as const) {
      const page = await browser.newPage();
      await page.goto(origin);
      for (const [what, seen] of await tryAll(page, READS, target)) report.check(`${who}: ${what} reads nothing`, !seen.startsWith('read'), seen);
      await tryAll(page, WRITES, target);
      report.check(`${who}: ${Object.keys(WRITES).length} ways to write wrote nothing`, (await stats()) === before, await stats());
      await page.close();
    }

    const rebound = await browser.newPage();
    const answer = await rebound.goto(`http://evil.example:${port}/`);
    report.check('rebinding: a name of another that resolves here is refused', answer?.status() === 403, answer?.status());
    for (const [what, seen] of await tryAll(rebound, READS, `http://evil.example:${port}`))
      report.check(`rebinding: ${what} reads nothing`, !/^read 2|read: /.test(seen), seen);
    await tryAll(rebound, WRITES, `http://evil.example:${port}`);
    report.check('rebinding: nothing was written', (await stats()) === before);
    await rebound.close();

    const bolt = findLocalNeo4j(data.dir);
    if (bolt === undefined) throw new Error('the embedded Neo4j was not found');
    const page = await browser.newPage();
    await page.goto(`http://evil.example:${hostile.port}`);
    await page.addScriptTag({ url: '/driver.js' });
    for (const [user, password] of [
      ['neo4j', 'neo4j'],
      ['neo4j', ''],
      ['neo4j', 'password'],
      ['', ''],
    ] as const) {
      const seen = await page.evaluate(
        async ([address, name, secret]) => {
          type Web = {
            driver(uri: string, auth: unknown): { executeQuery(q: string): Promise<{ records: unknown[] }>; close(): Promise<void> };
            auth: { basic(u: string, p: string): unknown };
          };
          const { neo4j } = window as unknown as { neo4j: Web };
          const driver = neo4j.driver(address, neo4j.auth.basic(name, secret));
          try {
            const { records } = await driver.executeQuery('MATCH (n) RETURN count(n)');
            return `read ${records.length}`;
          } catch (error) {
            return `refused: ${(error as { code?: string }).code}`;
          } finally {
            await driver.close();
          }
        },
        [bolt.uri, user, password] as const,
      );
      report.check(`Bolt over WebSocket as "${user}" with "${password}" reads nothing (${seen})`, /refused: .*(Unauthorized|RateLimit)/.test(seen), seen);
    }
    await page.close();

    const own = await browser.newPage();
    const asked: string[] = [];
    own.on('request', (r) => asked.push(r.url()));
    const said: string[] = [];
    own.on('console', (m) => m.type() === 'error' && said.push(m.text()));
    own.on('pageerror', (e) => said.push(String(e)));
    await own.goto(`${app.url}/`, { waitUntil: 'networkidle' });
    const blocked = await own.evaluate(async (elsewhere) => {
      const violations: string[] = [];
      document.addEventListener('securitypolicyviolation', (e) => violations.push(e.effectiveDirective));
      const inline = document.createElement('script');
      inline.textContent = 'window.__ran = true';
      document.body.append(inline);
      const image = new Image();
      image.src = `${elsewhere}/x.png`;
      await fetch(`${elsewhere}/x`).catch(() => undefined);
      // In a task of its own, because CSP does not apply to code that the test's connection evaluates.
      setTimeout(() => {
        new Function('window.__evaluated = true')();
      }, 0);
      await new Promise((resolve) => setTimeout(resolve, 500));
      return { violations: [...new Set(violations)].toSorted(), ran: '__ran' in window, evaluated: '__evaluated' in window };
    }, `http://evil.example:${hostile.port}`);
    report.check('our page runs no inline script and no eval', !blocked.ran && !blocked.evaluated, blocked);
    report.check(
      'our page asks no other origin',
      ['connect-src', 'img-src', 'script-src-elem'].every((d) => blocked.violations.includes(d)),
      blocked.violations,
    );
    await own.goto(`${app.url}/api/docs`, { waitUntil: 'networkidle' });
    const shown = await own
      .getByText('Search names and aliases', { exact: false })
      .first()
      .waitFor({ state: 'attached', timeout: 30_000 })
      .then(
        () => true,
        () => false,
      );
    report.check('the reference page shows the API', shown, [...said, (await own.locator('body').innerText()).slice(0, 300)]);
    const foreign = asked.filter((u) => !u.startsWith(app.url) && !u.startsWith('data:') && !u.startsWith('blob:') && !u.includes('evil.example'));
    report.check('neither page asked for anything from elsewhere', foreign.length === 0, foreign);
    await own.close();
    report.check('after all of it nothing is written', (await stats()) === before);
  } catch (error) {
    report.check('the run reached its end', false, error instanceof Error ? error.stack : error);
  } finally {
    await browser.close();
    hostile.close();
    await app.stop();
    data.remove();
  }
  report.end();
}
await main();
