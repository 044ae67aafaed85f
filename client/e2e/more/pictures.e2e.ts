/** Pictures made by the server: opened again as files, without the application and without a network, and read by eye, by keyboard and by axe. */
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectClean } from '../axe-checks.ts';
import { askForTheWay, dialog, drawn, openExport, SLOW } from '../steps.ts';

const DRAWING_MS = 120_000;

/**
 * Exports what is drawn, to a file of the test.
 * @param more a box that is ticked, too
 */
async function exported(page: Page, label: RegExp, path: string, more?: string): Promise<Buffer> {
  const asked = await openExport(page);
  await asked.getByRole('radio', { name: /^What is drawn/ }).check();
  await asked.getByRole('radio', { name: label }).check();
  if (more !== undefined) await asked.getByRole('checkbox', { name: more }).check();
  const leaveOut = asked.getByRole('radio', { name: /Leave those out/ });
  if (await leaveOut.isVisible()) await leaveOut.check();
  const download = page.waitForEvent('download', { timeout: DRAWING_MS });
  await dialog(page).getByRole('button', { name: 'Write the file' }).click();
  await (await download).saveAs(path);
  await expect(dialog(page)).toBeHidden({ timeout: SLOW });
  return readFile(path);
}

/** A page without a network. Says what it asked for, and what went wrong in it. */
async function opened(
  browser: Browser,
  path: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ page: Page; asked: string[]; faults: string[] }> {
  const context = await browser.newContext({ offline: true, ...options });
  const page = await context.newPage();
  const asked: string[] = [];
  const faults: string[] = [];
  page.on('request', (request) => void (/^(?:file|data):/.test(request.url()) ? undefined : asked.push(request.url())));
  page.on('console', (message) => void (message.type() === 'error' ? faults.push(message.text()) : undefined));
  page.on('pageerror', (error) => void faults.push(error.message));
  await page.goto(pathToFileURL(path).href);
  return { page, asked, faults };
}

test('the picture is an SVG of what is drawn, as it lies on the canvas, in fonts of its own, and a PNG of it', async ({ page, browser }, info) => {
  test.setTimeout(300_000);
  await askForTheWay(page);
  const [from, to] = [await drawn(page, 'rafat-amirov'), await drawn(page, 'masih-alinejad')];
  const svg = await exported(page, /^Picture as vector/, info.outputPath('picture.svg'));
  const shown = await opened(browser, info.outputPath('picture.svg'));
  const place = async (name: string) =>
    (await shown.page.locator('g[role=graphics-symbol]', { has: shown.page.locator(`title:text-is("${name}")`) }).boundingBox())!;
  const [amirov, alinejad] = [await place('Rafat Amirov, person'), await place('Masih Alinejad, person')];
  expect(Math.sign(alinejad.x - amirov.x)).toBe(Math.sign(to[0] - from[0]));
  // Every text is in a font of the file.
  const fonts = await shown.page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].map(({ status }) => status);
  });
  expect(fonts.length).toBeGreaterThan(2);
  expect([...new Set(fonts)]).toEqual(['loaded']);
  expect(shown.asked).toEqual([]);
  await shown.page.screenshot({ path: info.outputPath('svg.png') });
  await shown.page.context().close();
  expect(svg.toString('utf8')).toContain('later outcomes not searched');

  const png = await exported(page, /^Picture \(PNG\)/, info.outputPath('picture.png'));
  const head = { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
  expect(head.width).toBeGreaterThanOrEqual(3_508);
  const image = await opened(browser, info.outputPath('picture.png'));
  expect(await image.page.locator('img').evaluate((one: HTMLImageElement) => ({ width: one.naturalWidth, height: one.naturalHeight }))).toEqual(head);
  await image.page.context().close();
});

test('the page for an article works from a file without a network, by keyboard, in light and dark, on a phone and on paper', async ({
  page,
  browser,
}, info) => {
  test.setTimeout(300_000);
  await askForTheWay(page);
  await drawn(page, 'rafat-amirov');
  const path = info.outputPath('embed.html');
  await exported(page, /^Page for an article/, path);

  const { page: article, asked, faults } = await opened(browser, path, { viewport: { width: 1280, height: 900 } });
  await expect(article.locator('html')).toHaveAttribute('lang', 'en');
  await expect(article.getByText(/^As told up to .*Made on .*from revision \d+ of the records\.$/)).toBeVisible();
  const told = article.locator('.side li');
  const all = await told.count();
  expect(all).toBeGreaterThan(3);
  const parts = article.locator('.drawing [data-claims]');
  const status = article.getByRole('status');

  // Tab leads into the drawing; what is chosen is told beside it, and nothing else.
  await article.keyboard.press('Tab');
  await expect(article.getByRole('link', { name: 'Skip the picture' })).toBeFocused();
  for (let n = 0; n < 4 && (await article.locator('.drawing [data-claims]:focus').count()) === 0; n += 1) await article.keyboard.press('Tab');
  await expect(article.locator('.drawing [data-claims]:focus')).toHaveCount(1);
  await article.getByRole('button', { name: 'Rafat Amirov, person' }).focus();
  await expect(status).toHaveText(/^Rafat Amirov: \d+ claims?$/);
  const visible = await told.filter({ visible: true }).allInnerTexts();
  expect(visible.length).toBeLessThan(all);
  for (const sentence of visible) expect(sentence).toContain('Amirov');
  // An arrow leads to another part, and End to the last.
  const names = new Set<string>();
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp', 'End', 'Home']) {
    await article.keyboard.press(key);
    names.add((await article.locator('.drawing [data-claims]:focus').getAttribute('aria-label')) ?? '');
  }
  expect(names.size).toBeGreaterThan(3);
  // A line tells its claims.
  const line = parts.filter({ has: article.locator('path[stroke=transparent]') }).first();
  await line.focus();
  await expect(status).toHaveText(/^This line: [1-9]\d* claims?$/);
  await article.screenshot({ path: info.outputPath('light.png') });
  await article.keyboard.press('Escape');
  await expect(told.filter({ visible: true })).toHaveCount(all);
  // A note leads to its source.
  const note = told.first().getByRole('link').first();
  await expect(article.locator((await note.getAttribute('href'))!)).not.toBeEmpty();
  expect(await article.locator('[data-claims=""]').count()).toBe(0);
  await expectClean(article, 'the page for an article');
  await article.emulateMedia({ colorScheme: 'dark' });
  await expectClean(article, 'the page for an article in dark', true);
  await article.emulateMedia({ media: 'print' });
  await expect(article.locator('#all')).toBeHidden();
  await article.context().close();

  const phone = await opened(browser, path, { viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
  expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectClean(phone.page, 'the page for an article on a phone');
  await phone.page.screenshot({ path: info.outputPath('phone.png') });
  await phone.page.context().close();
  expect([...asked, ...phone.asked]).toEqual([]);
  expect([...faults, ...phone.faults]).toEqual([]);
});

test('a dossier as a web page has the picture of what it tells', async ({ page, browser }, info) => {
  test.setTimeout(180_000);
  await askForTheWay(page);
  await drawn(page, 'rafat-amirov');
  const path = info.outputPath('dossier.html');
  await exported(page, /^Dossier as a web page/, path, 'With the picture of what it tells');
  const shown = await opened(browser, path);
  await expect(shown.page.locator('main svg')).toBeVisible();
  await expect(shown.page.locator('main svg title').first()).not.toBeEmpty();
  await shown.page.screenshot({ path: info.outputPath('dossier.png'), fullPage: true });
  expect(shown.asked).toEqual([]);
  expect(shown.faults).toEqual([]);
  await shown.page.context().close();
});
