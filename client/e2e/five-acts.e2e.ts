/**
 * The main task of the product takes at most five acts, also without a pointer: from the opening screen over a question, its path and the evidence of a hop to
 * copied footnotes.
 */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { AMIROV_TO_ALINEJAD, openStart, panel, SLOW } from './steps.ts';

const AT_MOST = 5;

/** Walks through the task. `act` does each act: by a click, or by keys alone. */
async function walk(page: Page, act: (what: Locator) => Promise<void>): Promise<string> {
  await act(page.getByRole('region', { name: 'Ready questions' }).getByRole('button', { name: AMIROV_TO_ALINEJAD }));
  const sentence = panel(page).locator('.sentence .text').first();
  await expect(sentence).toBeVisible({ timeout: SLOW });
  await act(sentence);
  await act(panel(page).getByRole('button', { name: 'Evidence', exact: true }));
  await expect(panel(page).getByRole('article').first()).toBeVisible({ timeout: SLOW });
  // From the evidence of a hop, one step back leads to its path.
  const copy = panel(page).getByRole('button', { name: 'Copy with footnotes' });
  if (!(await copy.isVisible()))
    await act(
      panel(page)
        .getByRole('button', { name: /^(Close|Back)/ })
        .first(),
    );
  await act(copy);
  await expect(page.getByText('Copied.')).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}

function expectFootnotes(text: string): void {
  const marks = new Set([...text.matchAll(/\[(\d+)\]/g)].map(([, n]) => n));
  expect(marks.size).toBeGreaterThan(1);
  for (const n of marks) expect(text).toMatch(new RegExp(`^\\[${n}\\] .*paragraph`, 'm'));
  expect(text).toContain('later outcomes not searched');
}

test('a question, its path, the evidence of a hop and the copied footnotes take five acts at most', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openStart(page);
  let acts = 0;
  const text = await walk(page, async (what) => {
    await what.click({ timeout: SLOW });
    acts += 1;
  });
  expectFootnotes(text);
  expect(acts).toBeLessThanOrEqual(AT_MOST);
});

test('the same can be done by Tab and Enter alone, with each focus visible', async ({ page, context }) => {
  test.setTimeout(120_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openStart(page);
  const text = await walk(page, async (what) => {
    await expect(what).toBeVisible({ timeout: SLOW });
    for (let i = 0; i < 160; i += 1) {
      await page.keyboard.press('Tab');
      if (await what.evaluate((element) => element === document.activeElement)) break;
    }
    await expect(what).toBeFocused();
    expect(await what.evaluate((element) => getComputedStyle(element).outlineStyle)).not.toBe('none');
    await page.keyboard.press('Enter');
  });
  expectFootnotes(text);
});
