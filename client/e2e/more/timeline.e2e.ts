/** The timeline beside the graph: one selection and one clock for both, dates as far as they are told, and everything by the keyboard too. */
import { expect, test, type Page } from '@playwright/test';
import type { ViewLink } from '../../../server/contract/view-link.ts';
import { expectClean, newPage } from '../axe-checks.ts';
import { askForTheWay, canvas, drawnCount, panel, READ_IN, runAct, SLOW } from '../steps.ts';

const grid = (page: Page) => page.getByRole('treegrid');
const rows = (page: Page) => grid(page).getByRole('row');
const claims = (page: Page) => grid(page).locator('[role=row][aria-level="2"]');
const view = (page: Page, name: string) => page.getByRole('group', { name: 'Views' }).getByRole('button', { name });
const clock = (page: Page) => page.getByRole('slider', { name: /^As of/ });
const happened = (page: Page) => page.getByRole('button', { name: /^happened: .*Set the date$/ });

async function openLink(page: Page, link: Omit<ViewLink, 'v'>, address = '/'): Promise<void> {
  await page.goto(address);
  const hash = Buffer.from(JSON.stringify({ v: 1, ...link })).toString('base64url');
  await page.evaluate((text) => {
    location.hash = text;
  }, hash);
  await expect(rows(page).first()).toBeVisible({ timeout: SLOW });
}
const ALL_OF = (id: string, more: Partial<ViewLink['mid']> = {}): Omit<ViewLink, 'v'> => ({ mid: { show: 'timeline', of: { kind: 'entity', id }, ...more } });

test('a link of the layout by date, which the graph had, opens the timeline beside the graph', async ({ page }) => {
  const earlier = {
    v: 1,
    e: [
      ['rafat-amirov', 0, 0],
      ['plot-alinejad-2022', 900, 0],
    ],
    c: ['amirov-carried-out-plot-alinejad'],
    layout: 'timeline',
  };
  await page.goto(`/#${Buffer.from(JSON.stringify(earlier)).toString('base64url')}`);
  await expect(rows(page).first()).toBeVisible({ timeout: SLOW });
  await expect(view(page, 'Timeline')).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => drawnCount(page, 'claims'), { timeout: SLOW }).toBe(1);
  // The menu of layouts leads there too.
  await view(page, 'Timeline').click();
  await expect(grid(page)).toHaveCount(0);
  await runAct(page, 'By date, in a view of its own');
  await expect(rows(page).first()).toBeVisible({ timeout: SLOW });
});

test('graph and timeline have one selection, and showing the timeline is a step that is undone', async ({ page }) => {
  await askForTheWay(page);
  const drawn = await drawnCount(page, 'claims');
  await page.keyboard.press('3');
  await expect(rows(page).first()).toBeVisible({ timeout: SLOW });
  await expect(grid(page)).toHaveAccessibleName(new RegExp(`, ${drawn} claims$`));
  await expect(canvas(page)).toBeVisible();
  await claims(page).filter({ hasText: 'Rafat Amirov is charged' }).first().click();
  await expect(page.getByText('1 chosen in both')).toBeVisible();
  await grid(page).press('Enter');
  await expect(panel(page).getByRole('heading', { level: 2, name: /^Rafat Amirov is charged/ })).toBeVisible({ timeout: SLOW });
  await page.waitForTimeout(1_000);
  await page.reload();
  await expect(claims(page).and(page.locator('[aria-selected=true]'))).toContainText('Rafat Amirov is charged', { timeout: SLOW });
  await view(page, 'Timeline').click();
  await expect(grid(page)).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(grid(page)).toBeVisible();
  await view(page, 'Table').click();
  await expect(page.getByRole('grid')).toBeVisible();
  await runAct(page, 'Show or fold the timeline');
  await expect(grid(page)).toBeVisible({ timeout: SLOW });
});

test('a month is as long as a month, a season as a season, and an undated claim stands nowhere', async ({ page }) => {
  await openLink(page, ALL_OF('masih-alinejad'));
  const widthOf = async (words: RegExp): Promise<number> => (await page.locator('.mark.bar.date').and(page.getByTitle(words)).first().boundingBox())!.width;
  const [season, month] = [await widthOf(/^summer 2022/), await widthOf(/^February 2023/)];
  // June to August are 92 days, that February 28.
  expect(season / month).toBeGreaterThan((92 / 28) * 0.97);
  expect(season / month).toBeLessThan((92 / 28) * 1.03);
  const [dated, undated] = (await page.getByRole('status').filter({ hasText: 'with a date' }).textContent())!.match(/\d+/g)!.map(Number);
  await page.getByRole('button', { name: /^\d+ without$/ }).click();
  const lane = rows(page).filter({ has: page.locator('b', { hasText: /^Undated$/ }) });
  await expect(lane).toHaveAttribute('aria-expanded', 'true');
  await expect(lane.locator('.n')).toHaveText(String(undated));
  await expect(claims(page)).toHaveCount(dated! + undated!);
  await expect(claims(page).filter({ hasText: 'no date' })).toHaveCount(undated!);
  await expect(claims(page).filter({ hasText: 'no date' }).locator('.mark')).toHaveCount(0);
});

test('brushing along the dates sets the clock of the view, in one act, and what is later stays, hollow', async ({ page }) => {
  await openLink(page, ALL_OF('masih-alinejad'));
  const head = (await page.locator('.time-head').boundingBox())!;
  const strip = (await page.locator('.time-overview .strip').boundingBox())!;
  await page.mouse.move(head.x + 260, head.y + 14);
  await page.mouse.down();
  await page.mouse.move(head.x + 420, head.y + 14, { steps: 5 });
  await expect(page.locator('.time-head .brushed')).toBeVisible();
  await page.mouse.up();
  await expect(page.getByText(/^The case stands at what happened by/)).toBeVisible();
  await expect(page.locator('.time-strip')).toContainText(/claims? here (is|are) later or may be/);
  await expect(happened(page)).not.toHaveAccessibleName(/any/);
  await page.keyboard.press('Control+z');
  await expect(happened(page)).toHaveAccessibleName(/any/);
  // Escape gives a brush up.
  await page.mouse.move(strip.x + 40, strip.y + 14);
  await page.mouse.down();
  await page.mouse.move(strip.x + 200, strip.y + 14, { steps: 4 });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(happened(page)).toHaveAccessibleName(/any/);
  await page.getByRole('button', { name: /^Fit/ }).click();
  // The handle is dragged from the end.
  const handle = (await clock(page).boundingBox())!;
  await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
  await page.mouse.down();
  await page.mouse.move(strip.x + strip.width * 0.5, strip.y + 14, { steps: 5 });
  await page.mouse.up();
  await expect(clock(page)).not.toHaveAttribute('aria-valuetext', 'no date');
  await expect(page.locator('.mark.hollow').first()).toBeVisible({ timeout: SLOW });
  await page.getByRole('button', { name: 'Back to today' }).first().click();
  await expect(clock(page)).toHaveAttribute('aria-valuetext', 'no date');
});

test('the clock, the span and the lanes are worked by the keyboard alone', async ({ page }) => {
  await openLink(page, ALL_OF('masih-alinejad'));
  await grid(page).focus();
  const ticks = () => page.locator('.time-head').textContent();
  const before = await ticks();
  for (let i = 0; i < 4; i += 1) await page.keyboard.press('+');
  await expect.poll(ticks).not.toBe(before);
  const closer = await ticks();
  await page.keyboard.press('Control+ArrowLeft');
  await page.keyboard.press('Control+ArrowLeft');
  await page.keyboard.press('Control+ArrowRight');
  await page.keyboard.press('Control+ArrowRight');
  await expect.poll(ticks).not.toBe('');
  for (let i = 0; i < 6; i += 1) await page.keyboard.press('-');
  await expect.poll(ticks).not.toBe(closer);
  await page.keyboard.press('f');
  await page.keyboard.press('ArrowLeft');
  await expect(clock(page)).not.toHaveAttribute('aria-valuetext', 'no date');
  await page.keyboard.press('0');
  await expect(clock(page)).toHaveAttribute('aria-valuetext', 'no date');
  const active = () => grid(page).evaluate((host) => document.getElementById(host.getAttribute('aria-activedescendant') ?? '')?.textContent ?? '');
  await page.keyboard.press('ArrowDown');
  const second = await active();
  await page.keyboard.press('Home');
  expect(await active()).not.toBe(second);
  const open = await rows(page).count();
  await page.keyboard.press('Enter');
  await expect(rows(page).first()).toHaveAttribute('aria-expanded', 'false');
  expect(await rows(page).count()).toBeLessThan(open);
  await clock(page).focus();
  await page.keyboard.press('Home');
  await expect(clock(page)).toHaveAttribute('aria-valuenow', '1');
  await page.keyboard.press('Delete');
  await expect(clock(page)).toHaveAttribute('aria-valuetext', 'no date');
});

test('the wheel zooms about the pointer, two fingers pinch, and a drag moves the span', async ({ page, browser, baseURL }) => {
  await openLink(page, ALL_OF('iran'));
  const shown = () =>
    page
      .locator('.time-overview .shown')
      .evaluate((box) => [Number.parseFloat((box as HTMLElement).style.insetInlineStart), Number.parseFloat((box as HTMLElement).style.inlineSize)]);
  const area = (await grid(page).boundingBox())!;
  const [, wide] = await shown();
  await page.mouse.move(area.x + 500, area.y + 80);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -400);
  await page.keyboard.up('Control');
  await expect.poll(async () => (await shown())[1]!).toBeLessThan(wide!);
  const [start] = await shown();
  await page.mouse.down();
  await page.mouse.move(area.x + 620, area.y + 84, { steps: 6 });
  await page.mouse.up();
  await expect.poll(async () => (await shown())[0]!).toBeLessThan(start!);
  // A drag chooses nothing.
  await expect(rows(page).and(page.locator('[aria-selected=true]'))).toHaveCount(0);
  const phone = await newPage(browser, baseURL, { viewport: { width: 390, height: 844 }, hasTouch: true });
  await openLink(phone, ALL_OF('iran'));
  const onPhone = () => phone.locator('.time-overview .shown').evaluate((box) => Number.parseFloat((box as HTMLElement).style.inlineSize));
  const before = await onPhone();
  const touch = await phone.context().newCDPSession(phone);
  const at = (await grid(phone).boundingBox())!;
  const fingers = (apart: number) => [-1, 1].map((side, id) => ({ x: at.x + 195 + side * apart, y: at.y + 90, id }));
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(30) });
  for (const apart of [50, 80, 120]) await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: fingers(apart) });
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await expect.poll(onPhone).toBeLessThan(before * 0.7);
  await phone.context().close();
});

for (const [name, options, address] of READ_IN)
  test(`axe finds nothing in the timeline ${name}`, async ({ browser, baseURL }) => {
    const page = await newPage(browser, baseURL, options);
    await openLink(
      page,
      { clocks: { happened: '2022-08' }, n: ['rafat-amirov', 'masih-alinejad'], ...ALL_OF('masih-alinejad', { show: 'graph-timeline' }) },
      address,
    );
    await grid(page).focus();
    await grid(page).press('ArrowDown');
    await grid(page).press('Space');
    await expectClean(page, `timeline ${name}`);
    await page.screenshot({ path: `test-results/timeline ${name}.png` });
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.locator('.timeline-view .table-tools button').last().click();
    await expect(page.locator('.date-key')).toBeVisible();
    await expectClean(page, `how a date is drawn ${name}`);
    await page.context().close();
  });
