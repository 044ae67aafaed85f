/** For everyone: axe finds nothing on any view in light and dark, and a phone reads evidence under the drawing. */
import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { askForTheWay, canvas, dialog, drawn, openExport, openFromContents, openStart, panel, place, searchField, showContents, SLOW } from "./steps.ts";

/** Expects axe to find nothing; what it finds is named with the view, the rule and the first places. */
async function expectClean(page: Page, view: string): Promise<void> {
  const { violations, passes } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    // None of these is WCAG: the handles between the regions belong to none, each panel has its own head, and the head of a dialog counts as a second banner.
    .disableRules(["region", "page-has-heading-one", "landmark-no-duplicate-banner", "landmark-unique"])
    .analyze();
  expect(passes.length, `axe looked at ${view}`).toBeGreaterThan(10);
  expect.soft(violations.map((v) => `${view}: ${v.id}: ${v.nodes.map((n) => n.target.join(" ")).slice(0, 3).join(" | ")}`)).toEqual([]);
}

async function newPage(browser: Browser, baseURL: string | undefined, options: { colorScheme: "light" | "dark"; phone?: boolean }): Promise<Page> {
  const size = options.phone ? { viewport: { width: 390, height: 844 }, hasTouch: true } : { viewport: { width: 1440, height: 900 } };
  const context = await browser.newContext({ baseURL, colorScheme: options.colorScheme, reducedMotion: "reduce", ...size });
  return context.newPage();
}

for (const colorScheme of ["light", "dark"] as const)
  test(`axe finds nothing on any view in the ${colorScheme} scheme`, async ({ browser, baseURL }) => {
    test.setTimeout(300_000);
    const page = await newPage(browser, baseURL, { colorScheme });
    await openStart(page);
    await expect(page.getByText("asking…")).toHaveCount(0, { timeout: 120_000 });
    await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", colorScheme);
    await expectClean(page, "opening");
    await searchField(page).fill("iran");
    await expect(page.getByRole("option").first()).toBeVisible({ timeout: SLOW });
    await expectClean(page, "search");

    await askForTheWay(page);
    await drawn(page, "rafat-amirov");
    await panel(page).locator(".sentence").first().click();
    await page.getByRole("button", { name: "Change what it may pass" }).click();
    await expectClean(page, "trace with prose and switches");
    await openFromContents(page, /^Rafat Amirov is charged/);
    await expect(panel(page).getByRole("article").first()).toBeVisible({ timeout: SLOW });
    await expectClean(page, "evidence and contents");

    await page.getByRole("tab", { name: "Filters" }).click();
    await place(page, "Mehdiyev", "Khalid Mehdiyev");
    await page.getByRole("button", { name: "Choose" }).click({ timeout: SLOW });
    await expectClean(page, "entity, filters and expansion");
    await page.getByRole("contentinfo").getByRole("button", { name: /sources?,/ }).click();
    await expect(panel(page).getByText("Sources", { exact: true })).toBeVisible();
    await expectClean(page, "sources");

    for (const [view, open] of [
      ["legend", () => page.getByRole("contentinfo").getByRole("button", { name: "Legend" }).click()],
      ["keys", () => page.getByRole("button", { name: "Keys" }).click()],
      ["clocks", () => page.getByRole("button", { name: "Today" }).click()],
      ["export", () => openExport(page)],
    ] as const) {
      await open();
      await expect(dialog(page)).toBeVisible();
      await expectClean(page, view);
      await page.keyboard.press("Escape");
      await expect(dialog(page)).toBeHidden();
    }
    await page.context().close();
  });

test("a phone reads evidence in a sheet under the drawing, and nothing is wider than the screen", async ({ browser, baseURL }) => {
  const page = await newPage(browser, baseURL, { colorScheme: "light", phone: true });
  const expectNoWider = async (): Promise<void> => expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await openStart(page);
  await expectNoWider();
  await expectClean(page, "opening on a phone");
  await askForTheWay(page);
  await drawn(page, "rafat-amirov");
  await panel(page).locator(".sentence").first().tap();
  await panel(page).getByRole("button", { name: "Evidence", exact: true }).tap();
  await expect(panel(page).getByRole("article").first()).toBeVisible({ timeout: SLOW });
  const drawing = await canvas(page).boundingBox();
  const sheet = await panel(page).boundingBox();
  expect(drawing!.height).toBeGreaterThan(200);
  expect(drawing!.y + drawing!.height).toBeLessThanOrEqual(sheet!.y + 1);
  expect(sheet!.y + sheet!.height).toBeLessThanOrEqual(845);
  await expectNoWider();
  await expectClean(page, "evidence on a phone");

  await page.getByRole("button", { name: "Filters, trace and contents" }).tap();
  await expect((await showContents(page)).getByRole("button", { name: "Actions for Rafat Amirov", exact: true })).toBeVisible();
  await expectNoWider();
  await expectClean(page, "contents on a phone");
  await page.context().close();
});
