/**
 * `npm run screenshots`: every view in every size and scheme into test-results/screens; with `--docs` some of them into docs/images, if the publication gate
 * allows.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from '@playwright/test';
import { sayIn, throughViews } from '../client/e2e/axe-views.ts';
import { ensureChromium } from './lib/browser/chromium.mjs';
import { fileOfPicture, pictureOf, type Refusal, shownIn } from './lib/browser/screens.ts';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];
const PHONE_WIDTH = 760;
/** Milliseconds after which the canvas has drawn and the fonts are loaded. */
const SETTLES = 700;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** What the publication gate refuses of what a page shows, and the lines to print beside the picture. */
async function askGate(base: string, page: Page): Promise<{ refused: Refusal[]; printed: string[] }> {
  const drawn = await page
    .locator('[data-shown]')
    .first()
    .getAttribute('data-shown', { timeout: 1000 })
    .catch(() => null);
  const shown = shownIn(drawn, new URL(page.url()).hash.slice(1));
  if (shown.entities.length + shown.claims.length === 0) return { refused: [], printed: [] };
  const answer = await fetch(new URL('/api/exports/check', base), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(shown),
  });
  if (!answer.ok) throw new Error(`The publication gate answered ${answer.status}; no picture is written without it.`);
  return (await answer.json()) as { refused: Refusal[]; printed: string[] };
}

async function takeAll(browser: Browser, base: string, docs: boolean, locale: string): Promise<string[]> {
  const refusals: string[] = [];
  for (const viewport of SIZES)
    for (const colorScheme of ['light', 'dark'] as const) {
      const phone = viewport.width <= PHONE_WIDTH;
      const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce', hasTouch: phone, isMobile: phone });
      const page = await context.newPage();
      await page.goto(new URL(locale === 'en' ? '/' : `/?locale=${locale}`, base).href);
      await throughViews({ page, say: sayIn(locale), phone }, async ({ name }) => {
        await page.evaluate(() => document.fonts.ready);
        await page.waitForTimeout(SETTLES);
        const shot = await page.screenshot();
        const file = join(ROOT, 'test-results/screens', fileOfPicture({ name, width: viewport.width, scheme: colorScheme, locale }));
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, shot);
        const picture = docs && locale === 'en' ? pictureOf(name, viewport.width, colorScheme) : undefined;
        if (picture === undefined) return;
        const { refused, printed } = await askGate(base, page);
        if (refused.length > 0) {
          refusals.push(...refused.map((item) => `${picture}: ${item.label}: ${item.reason} ${item.remedy}`));
          return;
        }
        await writeFile(join(ROOT, 'docs/images', picture), shot);
        say(`docs/images/${picture}${printed.map((line) => `\n  ${line}`).join('')}`);
      });
      await context.close();
      say(`✓ ${viewport.width}×${viewport.height}, ${colorScheme}`);
    }
  return refusals;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      url: { type: 'string', default: process.env.ATTEST_E2E_URL ?? 'http://localhost:4400' },
      docs: { type: 'boolean', default: false },
      locale: { type: 'string', default: 'en' },
    },
  });
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath: await ensureChromium(say), args });
  const refusals = await takeAll(browser, values.url, values.docs, values.locale).finally(() => browser.close());
  if (refusals.length === 0) return;
  say(`The publication gate refuses; these pictures were not written:\n${refusals.join('\n')}`);
  process.exitCode = 1;
}

main().catch((error: unknown) => {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
});
