/** What the pointer brought goes with it, and what is told covers nothing that is pressed next. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { anotherReader, ask, askForTheWay, canvas, clickDrawn, drawn, expansionCard, openStart, panel, place, SLOW, still } from '../steps.ts';

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
const overlap = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const boxOf = async (one: Locator): Promise<Box> => (await one.boundingBox())!;
const card = (page: Page): Locator => page.locator('.hover-card');

/** Moves the pointer onto a drawn entity, and waits for its card. */
async function hover(page: Page, id: string): Promise<void> {
  const [x, y] = await drawn(page, id);
  const host = await boxOf(canvas(page));
  await page.mouse.move(host.x + x + 1, host.y + y + 1);
  await page.mouse.move(host.x + x, host.y + y);
  await expect(card(page)).toBeVisible();
}

test('the card and the fading end when the pointer leaves the drawing, by whatever side', async ({ page }) => {
  await askForTheWay(page);
  await drawn(page, 'rafat-amirov');
  await still(page);
  await page.mouse.move(700, 20);
  const host = await boxOf(canvas(page));
  // The middle of the drawing, without cards and tools.
  const clip = { x: host.x + 60, y: host.y + 60, width: host.width - 120, height: host.height - 160 };
  const before = await page.screenshot({ clip });
  const tool = await boxOf(page.getByRole('toolbar').getByRole('button').first());
  const sides: [string, number, number][] = [
    ['the tools above it', tool.x + tool.width / 2, tool.y + tool.height / 2],
    ['the top bar', host.x + host.width / 2, 10],
    ['the left region', host.x - 40, host.y + 300],
    ['the right region', host.x + host.width + 40, host.y + 300],
    ['the legend', host.x + host.width / 2, host.y + host.height + 20],
  ];
  for (const [side, x, y] of sides) {
    await hover(page, 'rafat-amirov');
    // At once, as a fast hand does it.
    await page.mouse.move(x, y);
    await expect(card(page), side).toBeHidden();
    await expect.poll(async () => (await page.screenshot({ clip })).equals(before), { message: side }).toBe(true);
  }
  await hover(page, 'rafat-amirov');
  await page.evaluate(() => dispatchEvent(new Event('blur')));
  await expect(card(page)).toBeHidden();
});

test('a notice is under no pointer and over no button', async ({ page }) => {
  await openStart(page);
  await place(page, 'Mehdiyev', 'Khalid Mehdiyev');
  await expansionCard(page).getByRole('button', { name: 'Choose' }).click({ timeout: SLOW });
  await expansionCard(page).getByLabel('At most').selectOption('10');
  await expansionCard(page).getByRole('button', { name: 'Choose' }).click();
  const show = expansionCard(page).getByRole('button', { name: 'Show', exact: true });
  await show.click();
  const notice = page.locator('.notices[data-position="bottom-center"][data-told="placed"]');
  await expect(notice).toBeVisible({ timeout: SLOW });
  await expect(show).toBeEnabled({ timeout: SLOW });
  await still(page);
  await page.waitForTimeout(600);
  const told = await boxOf(notice);
  const pressed = await page
    .locator('button')
    .evaluateAll((all) =>
      all
        .filter((one) => one.closest('.notices') === null && one.checkVisibility())
        .map((one) => ({ name: one.getAttribute('aria-label') ?? one.textContent, box: one.getBoundingClientRect().toJSON() as DOMRect })),
    );
  expect(pressed.length).toBeGreaterThan(20);
  for (const { name, box } of pressed) expect(overlap(told, box), name).toBe(false);
  // Neither over the card nor under it.
  expect(overlap(told, await boxOf(expansionCard(page)))).toBe(false);
  const pointer = await boxOf(show);
  expect(overlap(told, { x: pointer.x + pointer.width / 2, y: pointer.y + pointer.height / 2, width: 1, height: 1 })).toBe(false);
});

test('a notice covers no head of the table, by which its rows are ordered', async ({ page }) => {
  await ask(page, /Who is said to stand where in each plot/);
  await page.getByRole('group', { name: 'Views' }).getByRole('button', { name: 'Table' }).click();
  await page.getByRole('group', { name: 'Views' }).getByRole('button', { name: 'Graph' }).click();
  await expect(canvas(page)).toBeHidden();
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  const notice = page.locator('.notices .mantine-Notification-root');
  await expect(notice).toBeVisible({ timeout: SLOW });
  await expect(page.locator('.notices[data-told=placed]')).toBeVisible();
  const told = await boxOf(notice);
  for (const head of await page.getByRole('grid').getByRole('columnheader').all()) expect(overlap(told, await boxOf(head)), await head.innerText()).toBe(false);
});

test('on a phone Undo is wholly on the screen, however long the name of the act', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await askForTheWay(page);
  await page.getByRole('button', { name: 'Filters, trace and contents' }).click();
  const undo = page.getByRole('button', { name: /^Undo: / });
  await expect(undo).toBeVisible();
  // After the sheet has come in.
  await expect.poll(async () => (await boxOf(undo)).x, { timeout: SLOW }).toBeGreaterThanOrEqual(0);
  const box = await boxOf(undo);
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(390);
  expect(await undo.evaluate((one) => one.scrollWidth <= one.clientWidth)).toBe(true);
});

test('on a phone every body of the path that is read can be pressed: none is beyond the screen, or under the tools', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await askForTheWay(page);
  await expect(async () => {
    const [host, tools] = [await boxOf(canvas(page)), await boxOf(page.locator('.stage > .toolbar'))];
    for (const id of ['rafat-amirov', 'plot-alinejad-2022', 'masih-alinejad']) {
      const [x, y] = await drawn(page, id);
      expect([x > 4, x < host.width - 4, y > 4, y < host.height - 4], id).toEqual([true, true, true, true]);
      expect(overlap({ x: host.x + x - 4, y: host.y + y - 4, width: 8, height: 8 }, tools), id).toBe(false);
    }
  }).toPass({ timeout: SLOW });
});

test('a page enlarged to 150 % has every tool of the top bar, and the middle has room', async ({ page }) => {
  await page.setViewportSize({ width: 960, height: 600 });
  await askForTheWay(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(960);
  const bar = page.getByRole('banner');
  for (const tool of await bar.getByRole('button').all()) {
    const { x, width } = await boxOf(tool);
    expect([x >= 0, x + width <= 960, width > 20], await tool.getAttribute('aria-label').then((name) => name ?? tool.innerText())).toEqual([true, true, true]);
  }
  await expect(bar.getByRole('button', { name: 'Export', exact: true })).toBeVisible();
  expect((await boxOf(bar.getByText('Plots abroad'))).width).toBeGreaterThan(40);
  expect((await boxOf(canvas(page))).width).toBeGreaterThan(380);
});

test('a page enlarged to 200 % shows the drawing beside the panel', async ({ page }) => {
  await page.setViewportSize({ width: 720, height: 450 });
  await askForTheWay(page);
  const [host, sheet] = [await boxOf(canvas(page)), await boxOf(panel(page))];
  expect(overlap(host, sheet)).toBe(false);
  expect([host.width > 300, host.height > 180, sheet.width > 300, sheet.height > 180]).toEqual([true, true, true, true]);
  // The sheet gives its room to the drawing, and takes it back.
  await page.getByRole('button', { name: /^Raise the panel/ }).press('ArrowDown');
  await expect.poll(async () => (await boxOf(canvas(page))).width).toBeGreaterThan(host.width + 60);
});

test('strips stand one below the other', async ({ page }) => {
  await openStart(page);
  await place(page, 'Mehdiyev', 'Khalid Mehdiyev');
  await expansionCard(page).getByRole('button', { name: 'Choose' }).click({ timeout: SLOW });
  await expansionCard(page).getByLabel('At most').selectOption('10');
  await expansionCard(page).getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page.locator('.strips').getByText(/more not drawn/)).toBeVisible({ timeout: SLOW });
  await page.getByRole('tab', { name: 'Filters' }).click();
  await page
    .getByRole('tabpanel', { name: 'Filters' })
    .getByRole('button', { name: /^convicted/ })
    .first()
    .click();
  const strips = page.locator('.strips > .status');
  await expect(strips).toHaveCount(2, { timeout: SLOW });
  // A strip that is drawn anew has no place for a moment.
  await expect(async () => expect(overlap(await boxOf(strips.nth(0)), await boxOf(strips.nth(1)))).toBe(false)).toPass({ timeout: SLOW });
  await expect(panel(page)).toBeVisible();
});

for (const [direction, address] of [
  ['left to right', '/'],
  ['right to left', '/?locale=ar-XB'],
] as const)
  test(`beside a table no body lies under the tools, read from ${direction}`, async ({ browser, baseURL }) => {
    const page = await anotherReader(browser, baseURL, address, { viewport: { width: 1920, height: 1080 } });
    await page
      .locator('.question')
      .filter({ hasText: /Who is said to stand where in each plot/ })
      .click({ timeout: SLOW });
    const host = page.locator('.canvas-host');
    await expect(host).toHaveAttribute('aria-busy', 'false', { timeout: SLOW });
    await page.keyboard.press('2');
    await expect(page.getByRole('grid')).toBeVisible({ timeout: SLOW });
    await expect.poll(async () => (await boxOf(host)).width).toBeLessThan(900);
    await expect(async () => {
      await expect(host).toHaveAttribute('aria-busy', 'false');
      const at = await boxOf(host);
      const tools = await boxOf(page.locator('.toolbar'));
      const places = JSON.parse((await host.getAttribute('data-places')) ?? '{}') as Record<string, [number, number]>;
      const under = Object.entries(places).filter(
        ([id, [x, y]]) => !id.includes('#') && overlap(tools, { x: at.x + x - 12, y: at.y + y - 12, width: 24, height: 24 }),
      );
      expect(Object.keys(places).length).toBeGreaterThan(20);
      expect(under).toEqual([]);
    }).toPass({ timeout: SLOW });
    await page.context().close();
  });

test('the card of the selected and the map of a large drawing do not overlap', async ({ page }) => {
  await ask(page, /Who is said to stand where in each plot/);
  await clickDrawn(page, 'iran');
  await expansionCard(page).getByRole('button', { name: 'Show', exact: true }).click({ timeout: SLOW });
  const map = page.locator('.mini-map');
  await expect(map).toBeVisible({ timeout: SLOW });
  await still(page);
  expect(overlap(await boxOf(map), await boxOf(expansionCard(page)))).toBe(false);
  await page.keyboard.press('2');
  await expect(page.getByRole('grid')).toBeVisible({ timeout: SLOW });
  await still(page);
  await expect(map).toBeVisible();
  for (const other of [expansionCard(page), page.locator('.strips .status').first(), page.locator('.toolbar')])
    expect(overlap(await boxOf(map), await boxOf(other))).toBe(false);
});

test('on a phone the map of a large drawing covers no part of a low one, and is there on a high one', async ({ browser, baseURL }) => {
  const page = await anotherReader(browser, baseURL, '/', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await page
    .locator('.question')
    .filter({ hasText: /Who is said to stand where in each plot/ })
    .tap({ timeout: SLOW });
  await expect(page.locator('.canvas-host')).toHaveAttribute('aria-busy', 'false', { timeout: SLOW });
  const map = page.locator('.mini-map');
  await expect(page.locator('.sheet')).toBeVisible();
  await expect(map).toHaveCount(0);
  await page.locator('.sheet .grip').press('ArrowDown');
  await expect(map).toBeVisible({ timeout: SLOW });
  await page.context().close();
});
