/** Point 9, accessibility: axe finds nothing on any view in any colours, mirrored, or on a phone, and nothing is wider than its screen. */
import { expect, type Page, test } from '@playwright/test';
import { expectClean, expectCleanInOtherColours, expectFrameFree, expectNoWider, newPage } from '../axe-checks.ts';
import { isKey, sayIn, throughViews } from '../axe-views.ts';

test('axe finds nothing on any view, in light and dark, nor on the key views with more contrast', async ({ browser, baseURL }) => {
  test.setTimeout(600_000);
  const page = await newPage(browser, baseURL);
  await page.goto('/');
  await throughViews({ page, say: sayIn('en'), phone: false }, async (view) => {
    await expectClean(page, view.name);
    await expectFrameFree(page, view.name);
    await expectCleanInOtherColours(page, view);
  });
  await page.context().close();
});

test('in a right-to-left pseudo-locale axe finds nothing and nothing is cut off', async ({ browser, baseURL }) => {
  test.setTimeout(300_000);
  const page = await newPage(browser, baseURL);
  await page.goto('/?locale=ar-XB');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await throughViews({ page, say: sayIn('ar-XB'), phone: false }, async ({ name }) => {
    await expectClean(page, `${name}, right to left`);
    await expectNoWider(page, 1440, name);
    if (name !== 'trace') return;
    const places = await page.evaluate(() =>
      ['.region.left', '.stage', '.region.right'].map((selector) => document.querySelector(selector)?.getBoundingClientRect().left ?? Number.NaN),
    );
    expect(places).toEqual(places.toSorted((a, b) => b - a));
    // The arrow keys of the tabs follow their order on the screen.
    await page.locator('#tab-trace').focus();
    await page.keyboard.press('ArrowLeft');
    await expect(page.locator('#tab-contents')).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('#tab-trace')).toBeFocused();
  });
  await page.context().close();
});

test('a phone shows every view in a sheet of three heights, and at 320 pixels nothing has to be scrolled sideways', async ({ browser, baseURL }) => {
  test.setTimeout(240_000);
  const page = await newPage(browser, baseURL, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await page.goto('/');
  await throughViews({ page, say: sayIn('en'), phone: true }, async (view) => {
    const { name } = view;
    if (isKey(view)) await expectClean(page, `${name} on a phone`);
    await expectNoWider(page, 390, name);
    await expectFrameFree(page, name);
    if (name === 'opening') await expectScrolled(page);
    // As 1280 pixels at a zoom of 400 %.
    await page.setViewportSize({ width: 320, height: 640 });
    await expectNoWider(page, 320, name);
    await page.setViewportSize({ width: 390, height: 844 });
    if (name === 'trace') await expectSheet(page);
  });
  await page.context().close();
});

/** Checks that the whole opening screen can be scrolled. */
async function expectScrolled(page: Page): Promise<void> {
  const last = page
    .locator('main.opening')
    .getByText(/later outcomes not searched/)
    .last();
  await expect(last).not.toBeInViewport();
  await page.mouse.move(195, 420);
  await page.mouse.wheel(0, 9_000);
  await expect(last).toBeInViewport();
  await page.mouse.wheel(0, -9_000);
}

/** Checks that the sheet is below the drawing, is raised by a press, an arrow key or a drag, and can be folded. */
async function expectSheet(page: Page): Promise<void> {
  const sheet = page.locator('.sheet');
  const height = async (): Promise<number> => Math.round((await sheet.boundingBox())?.height ?? 0);
  const drawing = await page.locator('main .stage').boundingBox();
  const box = await sheet.boundingBox();
  expect(drawing!.height).toBeGreaterThan(200);
  expect(drawing!.y + drawing!.height).toBeLessThanOrEqual(box!.y + 1);
  expect(box!.y + box!.height).toBeLessThanOrEqual(845);
  const half = await height();
  const grip = sheet.locator('.grip');
  await grip.tap();
  await expect.poll(height).toBeGreaterThan(700);
  await grip.press('ArrowDown');
  await expect.poll(height).toBe(half);
  const at = (await grip.boundingBox())!;
  await page.mouse.move(at.x + at.width / 2, at.y + 10);
  await page.mouse.down();
  await page.mouse.move(at.x + at.width / 2, at.y + 130, { steps: 4 });
  await page.mouse.up();
  await expect.poll(height).toBeLessThan(120);
  await grip.press('ArrowUp');
  await expect.poll(height).toBe(half);
}
