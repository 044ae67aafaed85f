/** The checks of the accessibility tests: axe finds nothing, and nothing is wider than the screen. */
import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test';
import { isKey, type View } from './axe-views.ts';
import { anotherReader } from './steps.ts';

/** Rules of axe about colours: only these can differ between the schemes. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/**
 * Rules that are not part of WCAG: the handles between regions belong to none, each panel has its own heading, and the head of a dialog counts as a second
 * banner.
 */
const NOT_WCAG = ['region', 'page-has-heading-one', 'landmark-no-duplicate-banner', 'landmark-unique'];

/** The ways in which a view is checked: name, options of the page, and the query of its address. */
export const FOUR_WAYS = [
  ['light', {}, ''],
  ['dark', { colorScheme: 'dark' }, ''],
  ['mirrored', {}, '?locale=ar-XB'],
  ['a phone', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }, ''],
] as const;

/** Waits until no animation runs but endless ones, because colours halfway between two schemes would be measured. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = () => document.getAnimations().filter((one) => one.playState === 'running' && one.effect?.getComputedTiming().endTime !== Infinity);
    for (let running = ending(); running.length > 0; running = ending()) await Promise.allSettled(running.map((one) => one.finished));
  });
}

/** Expects axe to find nothing. Each finding is reported with the view, the rule and the first places. */
export async function expectClean(page: Page, view: string, colours = false): Promise<void> {
  await atRest(page);
  const axe = new AxeBuilder({ page });
  const { violations, passes } = await (colours ? axe.withRules(OF_COLOUR) : axe.withTags(TAGS).disableRules(NOT_WCAG)).analyze();
  expect(passes.length, `axe looked at ${view}`).toBeGreaterThan(colours ? 0 : 10);
  expect
    .soft(
      violations.map(
        (v) =>
          `${view}: ${v.id}: ${v.nodes
            .map((n) => n.target.join(' '))
            .slice(0, 3)
            .join(' | ')}`,
      ),
    )
    .toEqual([]);
}

/** Checks the colours of a view in dark; for key views also with more contrast. Leaves the page in light. */
export async function expectCleanInOtherColours(page: Page, view: View): Promise<void> {
  const scheme = page.locator('html');
  const more = [
    ['light', 'more'],
    ['dark', 'more'],
  ] as const;
  for (const [colorScheme, contrast] of [...(isKey(view) ? more : []), ['dark', 'no-preference'] as const]) {
    await page.emulateMedia({ colorScheme, contrast });
    await expect(scheme).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    await expect(scheme).toHaveAttribute('data-contrast', contrast === 'more' ? 'more' : 'usual');
    await expectClean(page, `${view.name}, ${colorScheme}, contrast ${contrast}`, true);
  }
  await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference' });
  await expect(scheme).toHaveAttribute('data-mantine-color-scheme', 'light');
  await expect(scheme).toHaveAttribute('data-contrast', 'usual');
}

export async function expectNoWider(page: Page, width: number, view: string): Promise<void> {
  expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), `${view} fits ${width} px`).toBeLessThanOrEqual(width);
}

/** Checks that nothing covers the top bar or the legend, except a dialog, which covers everything. */
export async function expectFrameFree(page: Page, view: string): Promise<void> {
  const covered = await page.evaluate(() => {
    if ([...document.querySelectorAll('[role=dialog]')].some((one) => one.checkVisibility())) return [];
    return ['header', 'footer'].filter((frame) => {
      const box = document.querySelector(frame)!.getBoundingClientRect();
      const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      return !at?.closest(frame);
    });
  });
  expect.soft(covered, `${view}: what of the frame is covered`).toEqual([]);
}

/** A new page in light without animations. */
export function newPage(browser: Browser, baseURL: string | undefined, options: BrowserContextOptions = {}): Promise<Page> {
  return anotherReader(browser, baseURL, undefined, { locale: 'en-GB', colorScheme: 'light', reducedMotion: 'reduce', ...options });
}
