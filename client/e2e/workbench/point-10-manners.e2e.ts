/** Point 10, waiting and failures: what takes long can be stopped, a failure says what was not done, and a server that is back is noticed. */
import { expect, type Page, test } from '@playwright/test';
import { askForTheWay, drawn, drawnCount, openClaimCutOff, openStart, panel, showContents, SLOW, still } from '../steps.ts';

const runs = (page: Page) => page.getByRole('region', { name: 'What runs' });
const connection = (page: Page) => page.getByRole('region', { name: 'Connection' });

test('a long trace is shown with its time, and Stop aborts the request itself', async ({ page }) => {
  await openStart(page);
  await expect(page.getByText('asking…')).toHaveCount(0, { timeout: 120_000 });
  const failed: string[] = [];
  page.on('requestfailed', (request) => failed.push(new URL(request.url()).pathname));
  let held = (): void => undefined;
  const until = new Promise<void>((resolve) => {
    held = resolve;
  });
  await page.route('**/api/trace', async (route) => {
    await until;
    await route.continue().catch(() => undefined);
  });
  // The opening screen has read this already, but a page at another date reads it again.
  await page.evaluate(() => {
    const link = { v: 1, clocks: { published: '2023' }, trace: { from: { ids: ['rafat-amirov'] }, to: { ids: ['masih-alinejad'] } }, tab: 'trace' };
    location.hash = btoa(JSON.stringify(link));
  });
  const stop = runs(page).getByRole('button', { name: /^Stop/ });
  await expect(stop).toBeVisible({ timeout: SLOW });
  await expect(runs(page)).toContainText(/… \d+ s/);
  await stop.click();
  await expect.poll(() => failed, { timeout: SLOW }).toContain('/api/trace');
  await expect(stop).toHaveCount(0);
  held();
});

test('a stopped expansion draws nothing, however late its answer comes', async ({ page }) => {
  await askForTheWay(page);
  await drawn(page, 'rafat-amirov');
  const claims = await drawnCount(page, 'claims');
  let asked = 0;
  await page.route('**/api/entities/*/expand', async (route) => {
    asked += 1;
    await new Promise((resolve) => {
      setTimeout(resolve, 2500);
    });
    await route.continue().catch(() => undefined);
  });
  const list = await showContents(page);
  await list.getByRole('button', { name: 'Actions for Rafat Amirov', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Expand neighbours' }).click();
  await runs(page).getByRole('button', { name: 'Stop: Expanding Rafat Amirov' }).click({ timeout: SLOW });
  await expect(page.getByText('Stopped: Expanding Rafat Amirov. Nothing was drawn.')).toBeVisible();
  expect(asked).toBe(1);
  await page.waitForTimeout(3000);
  expect(await drawnCount(page, 'claims')).toBe(claims);
});

test('reading a view from a link can be stopped, stays stopped, and continues when asked', async ({ page }) => {
  await askForTheWay(page);
  await drawn(page, 'rafat-amirov');
  const claims = await drawnCount(page, 'claims');
  const link = page.url();
  await page.goto('about:blank');
  let [asked, slow] = [0, true];
  await page.route('**/api/subgraph', async (route) => {
    asked += 1;
    if (slow)
      await new Promise((resolve) => {
        setTimeout(resolve, 4000);
      });
    await route.continue().catch(() => undefined);
  });
  await page.goto(link);
  await runs(page).getByRole('button', { name: 'Stop: Reading the view' }).click({ timeout: SLOW });
  const strip = page.getByRole('status').filter({ hasText: 'The reading of this view was stopped' });
  await expect(strip).toBeVisible({ timeout: SLOW });
  const before = asked;
  await page.waitForTimeout(1500);
  expect(asked).toBe(before);
  slow = false;
  await strip.getByRole('button', { name: 'Read it' }).click();
  await drawn(page, 'rafat-amirov');
  expect(await drawnCount(page, 'claims')).toBe(claims);
  await expect(strip).toHaveCount(0);
});

test('reading a stored view can be stopped, its link stays in the address, and it is read when asked', async ({ page }) => {
  await openStart(page);
  const digest = await page.evaluate(async () => {
    const view = {
      v: 1,
      e: [
        ['rafat-amirov', 0, 0],
        ['masih-alinejad', 400, 0],
      ],
      c: [],
    };
    const answer = await fetch('/api/view-states', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ view }) });
    return ((await answer.json()) as { digest: string }).digest;
  });
  let slow = true;
  await page.route('**/api/view-states/*', async (route) => {
    if (slow)
      await new Promise((resolve) => {
        setTimeout(resolve, 4000);
      });
    await route.continue().catch(() => undefined);
  });
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `~${digest}`);
  await runs(page).getByRole('button', { name: 'Stop: Reading the view' }).click({ timeout: SLOW });
  const readIt = runs(page).getByRole('button', { name: 'Read it' });
  await expect(readIt).toBeVisible();
  await page.waitForTimeout(1000);
  expect(page.url()).toContain(digest);
  slow = false;
  await readIt.click();
  await drawn(page, 'rafat-amirov');
  expect(await drawnCount(page, 'entities')).toBe(2);
  await expect(readIt).toHaveCount(0);
});

test('a server that stops answering is reported, the drawing stays, and its return is noticed without a click', async ({ page, context }) => {
  const { claims } = await openClaimCutOff(page);
  await expect(connection(page)).toContainText(/The server does not answer since \d\d:\d\d\. What is drawn stays/, { timeout: SLOW });
  expect(await drawnCount(page, 'claims')).toBe(claims);
  await page.unroute('**/api/**');
  await expect(connection(page)).toHaveCount(0, { timeout: SLOW });
  await expect(panel(page).getByRole('article').first()).toBeVisible({ timeout: SLOW });

  await context.setOffline(true);
  await expect(connection(page)).toBeVisible({ timeout: SLOW });
  await context.setOffline(false);
  await expect(connection(page)).toHaveCount(0, { timeout: SLOW });
});

test('each act is announced to a screen reader with what is drawn after it, and so is its undo', async ({ page }) => {
  await askForTheWay(page);
  await drawn(page, 'rafat-amirov');
  const said = (text: RegExp) => page.getByRole('status').filter({ hasText: text });
  await expect(said(/\d+ entit(y|ies) and \d+ claims? drawn\./)).toHaveCount(1);
  const list = await showContents(page);
  await list.getByRole('button', { name: 'Actions for Masih Alinejad', exact: true }).press('Enter');
  await page.getByRole('menuitem', { name: 'Hide' }).press('Enter');
  await expect(said(/^Hide .*drawn\.$/)).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(said(/^Taken back: Hide/)).toHaveCount(1);
});

test('what is typed in the export dialog is there again after a reload', async ({ page }) => {
  await askForTheWay(page);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const title = page.getByRole('dialog').getByLabel('Title');
  await title.fill('From Amirov on');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Export', exact: true })).toBeVisible({ timeout: SLOW });
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(title).toHaveValue('From Amirov on', { timeout: SLOW });
});

test('a drawing that does not change is not drawn again', async ({ page }) => {
  await page.addInitScript(() => {
    const clear = CanvasRenderingContext2D.prototype.clearRect;
    const counted = window as unknown as { frames: number };
    counted.frames = 0;
    CanvasRenderingContext2D.prototype.clearRect = function (...box) {
      counted.frames += 1;
      clear.apply(this, box);
    };
  });
  await askForTheWay(page);
  await drawn(page, 'rafat-amirov');
  const framesIn = async (ms: number): Promise<number> => {
    const frames = (): Promise<number> => page.evaluate(() => (window as unknown as { frames: number }).frames);
    const before = await frames();
    await page.waitForTimeout(ms);
    return (await frames()) - before;
  };
  // Labels and images that load late may cause a few more frames.
  await expect.poll(() => framesIn(500), { timeout: SLOW }).toBe(0);
  expect(await framesIn(2_000)).toBe(0);
  await page.getByRole('button', { name: 'Zoom in' }).click();
  expect(await framesIn(500)).toBeGreaterThan(0);
  await still(page);
});
