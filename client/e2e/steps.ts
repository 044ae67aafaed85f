/** Steps shared by the browser tests: opening, placing, waiting for the drawing, clicking drawn elements, exporting a file. */
import { readFile } from 'node:fs/promises';
import { inflateRawSync } from 'node:zlib';
import { type Browser, type BrowserContextOptions, expect, type Download, type Locator, type Page } from '@playwright/test';

export const AMIROV_TO_ALINEJAD = /Rafat Amirov .*to Masih Alinejad/;
/** Milliseconds that a request with a layout may take on a busy machine. */
export const SLOW = 30_000;

export const canvas = (page: Page): Locator => page.getByRole('application', { name: /^Network/ });
export const panel = (page: Page): Locator => page.getByRole('complementary', { name: 'Evidence' });
export const searchField = (page: Page): Locator => page.getByRole('combobox', { name: 'Find a person, gang, agency or plot' });
export const contents = (page: Page): Locator => page.getByRole('tabpanel', { name: 'Contents' });
export const dialog = (page: Page): Locator => page.getByRole('dialog');
/** A dialog over the page, and not the list of cases, which may still be closing. */
export const form = (page: Page): Locator => page.locator('[role=dialog][aria-modal=true]').filter({ visible: true });
/** A notice that says this. */
export const told = (page: Page, what: string): Locator => page.getByRole('status').filter({ hasText: what }).first();
/** The ways in which a view is read: name, options of the browser, address. */
export const READ_IN = [
  ['in the light', {}, '/'],
  ['in the dark', { colorScheme: 'dark' }, '/'],
  ['from right to left', {}, '/?locale=ar-XB'],
  ['on a phone', { viewport: { width: 390, height: 844 }, hasTouch: true }, '/'],
  ['on a phone in the dark', { viewport: { width: 390, height: 844 }, hasTouch: true, colorScheme: 'dark' }, '/'],
  ['on a phone from right to left', { viewport: { width: 390, height: 844 }, hasTouch: true }, '/?locale=ar-XB'],
] as const;

/** Number of entities or claims drawn on the canvas. */
export async function drawnCount(page: Page, what: 'entities' | 'claims'): Promise<number> {
  return Number(await canvas(page).getAttribute(`data-${what}`));
}

/** Opens the opening screen and waits for its questions. */
export async function openStart(page: Page): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('region', { name: 'Ready questions' }).getByRole('listitem').first()).toBeVisible({ timeout: SLOW });
}

/** Opens a question by its text and waits for the drawing. */
export async function ask(page: Page, text: RegExp): Promise<void> {
  await openStart(page);
  await page.getByRole('region', { name: 'Ready questions' }).getByRole('button', { name: text }).click();
  await expect(canvas(page)).toBeVisible({ timeout: SLOW });
}

/** Opens the question from Amirov to Alinejad and waits for the best path in words on the right. */
export async function askForTheWay(page: Page): Promise<void> {
  await ask(page, AMIROV_TO_ALINEJAD);
  await expect(panel(page).getByRole('heading', { name: 'In words' })).toBeVisible({ timeout: SLOW });
}

/** Presses Tab until an element of that name has the focus; fails where none ever does. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let i = 0; i < 120; i += 1) {
    await page.keyboard.press('Tab');
    const named = await page.evaluate(() => {
      const at = document.activeElement;
      return at === document.body ? '' : `${at?.getAttribute('aria-label') ?? at?.textContent ?? ''}`;
    });
    if (name.test(named)) return;
  }
  throw new Error(`Tab never reached ${name}.`);
}

/** Runs an act from the palette by its words. */
export async function runAct(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const field = page.getByPlaceholder(/^An act/);
  await field.fill(words);
  await expect(dialog(page).getByText(words, { exact: true }).first()).toBeVisible({ timeout: SLOW });
  await field.press('Enter');
  await expect(field).toBeHidden();
}

/** A page of another reader, who shares nothing with the first, opened at an address if one is given. The caller must close its context. */
export async function anotherReader(browser: Browser, baseURL: string | undefined, address?: string, more: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL, viewport: { width: 1440, height: 900 }, ...more });
  const page = await context.newPage();
  if (address !== undefined) await page.goto(address);
  return page;
}

/** Searches for some text and places the entity with exactly that name. */
export async function place(page: Page, typed: string, name: string): Promise<void> {
  await searchField(page).fill(typed);
  const option = page.getByRole('option').filter({ has: page.getByText(name, { exact: true }) });
  await option.click({ timeout: SLOW });
  await expect(panel(page).getByRole('heading', { name })).toBeVisible({ timeout: SLOW });
}

/** Shows the mirrored list of what is drawn. */
export async function showContents(page: Page): Promise<Locator> {
  await page.getByRole('tab', { name: 'Contents' }).click();
  return contents(page);
}

/** Opens a drawn claim from the mirrored list by its sentence. */
export async function openFromContents(page: Page, sentence: RegExp): Promise<void> {
  const list = await showContents(page);
  await list
    .getByRole('list', { name: /^Claims/ })
    .getByRole('button', { name: sentence })
    .first()
    .click();
  await expect(panel(page).getByRole('heading', { level: 2, name: sentence })).toBeVisible({ timeout: SLOW });
}

/** Positions of drawn elements, as the page writes them beside the drawing: by entity id, and by claim id with `#` and the number of the edge. */
async function places(page: Page): Promise<Record<string, [number, number]>> {
  return JSON.parse((await canvas(page).getAttribute('data-places')) ?? '{}') as Record<string, [number, number]>;
}

/** Waits until no layout, move or fit of the drawing is running. */
export async function still(page: Page): Promise<void> {
  await expect(canvas(page)).toHaveAttribute('aria-busy', 'false', { timeout: SLOW });
}

/** Waits until an element is drawn and the drawing is still. Returns its position in pixels of the canvas. */
export async function drawn(page: Page, id: string): Promise<[number, number]> {
  let at: [number, number] | undefined;
  await expect(async () => {
    await still(page);
    at = (await places(page))[id];
    expect(at, `${id} is drawn`).toBeDefined();
  }).toPass({ timeout: SLOW });
  return at!;
}

/** Clicks a drawn entity or edge with a real pointer. */
export async function clickDrawn(page: Page, id: string, button: 'left' | 'right' = 'left'): Promise<void> {
  const [x, y] = await drawn(page, id);
  await canvas(page).click({ position: { x, y }, button });
}

/** The card that says what an expansion would bring. */
export const expansionCard = (page: Page): Locator => page.getByRole('region', { name: 'What an expansion would bring' });

/** Draws the path from Amirov to Alinejad, blocks every request to the server, and opens a claim from the list. */
export async function openClaimCutOff(page: Page): Promise<{ list: Locator; claims: number }> {
  await askForTheWay(page);
  await drawn(page, 'rafat-amirov');
  const claims = await drawnCount(page, 'claims');
  await page.route('**/api/**', (route) => route.abort('connectionrefused'));
  const list = await showContents(page);
  await list
    .getByRole('list', { name: /^Claims/ })
    .getByRole('button', { name: /^Rafat Amirov is charged/ })
    .first()
    .click();
  return { list, claims };
}

/** Opens the export dialog and waits until the publication gate has answered. */
export async function openExport(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog(page).getByRole('list', { name: 'Printed in every format' })).toBeVisible({ timeout: SLOW });
  return dialog(page);
}

/** Presses the button that writes the file. Returns its name and bytes. */
export async function takeFile(page: Page): Promise<{ name: string; bytes: Buffer }> {
  const download: Promise<Download> = page.waitForEvent('download', { timeout: SLOW });
  await dialog(page).getByRole('button', { name: 'Write the file' }).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

/** Signs an import that is planned and applies it. */
export async function applyImport(page: Page): Promise<void> {
  await dialog(page).getByLabel('Your name').fill('Mira Holt');
  await applyAgain(page);
}
export const applyAgain = (page: Page): Promise<void> =>
  dialog(page)
    .getByRole('button', { name: /^Apply / })
    .click();
export const expectImported = (page: Page): Promise<void> => expect(dialog(page).getByRole('heading', { name: 'Imported.' })).toBeVisible({ timeout: SLOW });

/** The files of a zip archive by name, from its central directory. */
export function unzip(archive: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  let at = archive.readUInt32LE(archive.lastIndexOf('PK\u0005\u0006') + 16);
  while (archive.readUInt32LE(at) === 0x02014b50) {
    const [method, size, nameLength, extra, comment] = [
      archive.readUInt16LE(at + 10),
      archive.readUInt32LE(at + 20),
      archive.readUInt16LE(at + 28),
      archive.readUInt16LE(at + 30),
      archive.readUInt16LE(at + 32),
    ];
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const bytes = archive.subarray(start, start + size);
    files.set(archive.toString('utf8', at + 46, at + 46 + nameLength), (method === 0 ? bytes : inflateRawSync(bytes)).toString('utf8'));
    at += 46 + nameLength + extra + comment;
  }
  return files;
}

/** The whole title of a path in the list of a trace, which may show it shortened. */
export async function titleOf(path: Locator): Promise<string> {
  const title = path.locator('strong');
  return (await title.getAttribute('title')) ?? title.innerText();
}
