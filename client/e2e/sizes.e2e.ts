/** Regions have their sizes, and nothing in them is cut off or too small to be touched. */
import { expect, type Locator, test } from '@playwright/test';
import { ask, AMIROV_TO_ALINEJAD, panel, SLOW } from './steps.ts';

const widthOf = async (what: Locator): Promise<number> => Math.round((await what.boundingBox())?.width ?? 0);

for (const reducedMotion of ['reduce', 'no-preference'] as const)
  test(`the regions open with their widths where motion is: ${reducedMotion}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion });
    await ask(page, AMIROV_TO_ALINEJAD);
    await expect(panel(page).getByRole('heading', { name: 'In words' })).toBeVisible({ timeout: SLOW });
    expect(await widthOf(page.locator('.region.left'))).toBe(264);
    expect(await widthOf(page.locator('.region.right'))).toBe(424);
  });
