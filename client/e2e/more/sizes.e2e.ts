/** Regions have their sizes; nothing that is always told is cut off; on a phone what is touched is large enough, and nothing needs another screen. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import type { ViewLink } from '../../../server/contract/view-link.ts';
import { words } from '../../i18n/messages.ts';
import { dataset } from '../made-up.ts';
import { ask, AMIROV_TO_ALINEJAD, canvas, dialog, drawn, openStart, panel, SLOW, still } from '../steps.ts';

const PHONE = { width: 390, height: 844 };
/** Least width and height in px of what is touched. */
const TOUCH = 44;

const widthOf = async (what: Locator): Promise<number> => Math.round((await what.boundingBox())?.width ?? 0);
const linkOf = (view: Omit<ViewLink, 'v'>): string => `/#${Buffer.from(JSON.stringify({ v: 1, ...view })).toString('base64url')}`;
const isCut = (what: Locator): Promise<boolean> => what.evaluate((one) => one.scrollWidth > one.clientWidth);
const openMenu = (page: Page): Promise<void> => page.getByRole('button', { name: words.app.menu, exact: true }).click();

/** What on the screen is smaller than a finger takes: a control within a line of text apart, and one that is touched around it. */
async function tooSmall(page: Page): Promise<string[]> {
  return page.locator('button, summary, select, input:not([type=checkbox], [type=radio], [type=file])').evaluateAll((all, least) => {
    const around = (one: Element): number => (getComputedStyle(one, '::after').position === 'absolute' ? 20 : 0);
    return all
      .filter(
        (one) =>
          one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
          !one.matches('.link, .fn, .nth, .count, .menu-anchor, .finder input, .table-search input'),
      )
      .flatMap((one) => {
        const { width, height, top, bottom } = one.getBoundingClientRect();
        const isOnScreen = bottom > 0 && top < innerHeight && width > 1;
        return isOnScreen && (height + around(one) < least - 0.5 || width + around(one) < least - 0.5)
          ? [`${one.className} ${one.getAttribute('aria-label') ?? one.textContent}: ${Math.round(width)} × ${Math.round(height)}`]
          : [];
      });
  }, TOUCH);
}

for (const reducedMotion of ['reduce', 'no-preference'] as const)
  test(`the regions open with their widths where motion is: ${reducedMotion}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion });
    await ask(page, AMIROV_TO_ALINEJAD);
    await expect(panel(page).getByRole('heading', { name: 'In words' })).toBeVisible({ timeout: SLOW });
    expect(await widthOf(page.locator('.region.left'))).toBe(264);
    expect(await widthOf(page.locator('.region.right'))).toBe(424);
  });

test('up to when the case is told is never cut off, and the name of the product stays in one line', async ({ page }) => {
  await ask(page, /have no origin known to be uninvolved/);
  await drawn(page, 'iran');
  const told = page.getByRole('contentinfo').locator('.told');
  await expect(told).toHaveText(/later outcomes not searched/);
  expect(await isCut(told)).toBe(false);
  await page.goto('about:blank');
  await page.goto(linkOf({ n: ['iran'], clocks: { published: '2023-01-31' } }));
  await drawn(page, 'iran');
  await expect(page.getByRole('banner').getByText('1 date set')).toBeVisible();
  expect((await page.locator('.brand').boundingBox())?.height).toBeLessThan(40);
});

test('a canvas with nothing on it says what to do', async ({ page }) => {
  await page.goto(linkOf({ panel: { kind: 'sources' } }));
  await expect(page.getByText(words.canvas.empty)).toBeVisible({ timeout: SLOW });
  await page.goto('about:blank');
  await page.goto(linkOf({ n: ['iran'] }));
  await drawn(page, 'iran');
  await expect(page.getByText(words.canvas.empty)).toHaveCount(0);
});

test('a claim that the dates leave out leads back to today', async ({ page }) => {
  await page.goto(linkOf({ clocks: { published: '2022' }, panel: { kind: 'claim', id: 'amirov-carried-out-plot-alinejad' } }));
  await panel(page).getByRole('button', { name: words.clocks.clear }).click({ timeout: SLOW });
  await expect(panel(page).getByRole('heading', { level: 2, name: /^Rafat Amirov is charged/ })).toBeVisible({ timeout: SLOW });
});

test.describe('on a phone', () => {
  test.use({ viewport: PHONE, hasTouch: true, isMobile: true });

  test('the bar names the case, and leads from the opening screen to the desk, the acts and the colours', async ({ page }) => {
    await openStart(page);
    await expect(page.getByRole('banner').getByText("Plots abroad laid to Iran's state")).toBeVisible({ timeout: SLOW });
    expect(await tooSmall(page)).toEqual([]);
    await openMenu(page);
    for (const name of [words.palette.title, words.app.theme]) await expect(dialog(page).getByRole('button', { name, exact: true })).toBeVisible();
    await expect(page.locator('#tab-filters')).toHaveCount(0);
    await dialog(page).getByRole('button', { name: words.places.desk, exact: true }).click();
    await expect(page.getByRole('button', { name: 'Add a text' })).toBeVisible({ timeout: SLOW });
  });

  test('a path begins on the screen, and the tools cover neither it nor its name', async ({ page }) => {
    await ask(page, AMIROV_TO_ALINEJAD);
    await expect(panel(page).getByRole('heading', { name: 'In words' })).toBeVisible({ timeout: SLOW });
    const tools = (await page.getByRole('toolbar').boundingBox())!;
    const box = (await canvas(page).boundingBox())!;
    // A body reaches 25 px from its middle, and its name 45.
    for (const id of ['rafat-amirov', 'plot-alinejad-2022', 'masih-alinejad']) {
      const [x, y] = await drawn(page, id);
      expect(x, id).toBeGreaterThan(20);
      expect(x, id).toBeLessThan(box.width - 20);
      expect(y, id).toBeGreaterThan(20);
      expect(box.y + y + 40, id).toBeLessThan(tools.y);
    }
  });

  test('what is touched is large enough: a path, an entity, the menu, a table, a timeline', async ({ page }) => {
    test.setTimeout(120_000);
    await ask(page, AMIROV_TO_ALINEJAD);
    await expect(panel(page).getByRole('heading', { name: 'In words' })).toBeVisible({ timeout: SLOW });
    await still(page);
    expect.soft(await tooSmall(page), 'a path').toEqual([]);
    await openMenu(page);
    await expect(page.locator('#tab-trace')).toBeVisible();
    expect.soft(await tooSmall(page).then((all) => all.filter((one) => !/Graph|Table|Timeline/.test(one))), 'the menu').toEqual([]);
    for (const [name, view] of [
      ['an entity', { n: ['iran'], panel: { kind: 'entity', id: 'iran' } }],
      ['a table', { mid: { show: 'table', of: { kind: 'entity', id: 'iran' } } }],
      ['a timeline', { mid: { show: 'timeline', of: { kind: 'entity', id: 'iran' } } }],
    ] as const) {
      await page.goto('about:blank');
      await page.goto(linkOf(view as unknown as Omit<ViewLink, 'v'>));
      await expect(page.locator(name === 'an entity' ? '.region.right .claim-row' : '.grid-row, .time-row').first()).toBeVisible({ timeout: SLOW });
      expect.soft(await tooSmall(page), name).toEqual([]);
    }
  });

  test('the sheet is no higher than what it says where it says a sentence', async ({ page }) => {
    await page.goto(linkOf({ n: ['iran'], panel: { kind: 'prose' } }));
    await expect(panel(page).getByText(words.trace.choose)).toBeVisible({ timeout: SLOW });
    // It comes to rest within a moment.
    await expect.poll(async () => (await page.locator('.sheet').boundingBox())!.height).toBeLessThan(200);
    const sheet = (await page.locator('.sheet').boundingBox())!;
    const sentence = (await panel(page).getByText(words.trace.choose).boundingBox())!;
    expect(sentence.y + sentence.height).toBeLessThanOrEqual(sheet.y + sheet.height);
  });

  test('the plan of an import is read without moving it sideways', async ({ page }) => {
    await page.goto(linkOf({ desk: {} }));
    await page.getByRole('button', { name: 'Import files…' }).click({ timeout: SLOW });
    const text = dataset(['Ada Alder', 'Bert Birch'], [[0, 1]], { name: 'narrow', title: 'A narrow case', until: '2024-09' });
    await dialog(page)
      .locator('input[type=file]:not([webkitdirectory])')
      .setInputFiles({ name: 'case.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await expect(dialog(page).getByRole('checkbox', { name: /^Import: Ada Alder .*Bert Birch/ })).toBeChecked({ timeout: SLOW });
    expect(await isCut(page.locator('.import'))).toBe(false);
  });
});
