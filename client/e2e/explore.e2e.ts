/** Search, placing, expanding with counts, evidence of a line, undo, hide, filters, the link. */
import { expect, test } from "@playwright/test";
import { ask, AMIROV_TO_ALINEJAD, clickDrawn, drawn, place } from "./steps.ts";

test("the opening screen says what is loaded and draws nothing that was not asked for", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "What do you want to know?" })).toBeVisible();
  await expect(page.locator(".question")).toHaveCount(8);
  await expect(page.locator(".question .meta").first()).toContainText(/path|not linked/, { timeout: 25_000 });
  await expect(page.locator(".stat").first()).toContainText(/entities\s*\d+/);
  await expect(page.getByText(/As told up to .* later outcomes not searched/).first()).toBeVisible();
  await expect(page.locator(".canvas-host")).toHaveCount(0);
});

test("search says why a name matched and places it", async ({ page }) => {
  await page.goto("/");
  await page.keyboard.press("/");
  const field = page.getByRole("combobox", { name: /Find a person/ });
  await expect(field).toBeFocused();
  await field.fill("Tehran");
  await expect(page.getByRole("option").filter({ hasText: "Iran" }).first()).toContainText("as “Tehran”");
  await field.fill("zzzzqqq");
  await expect(page.getByText(/Nothing matches/)).toBeVisible();
  await field.fill("Mehdiyev");
  await expect(page.getByRole("option").first()).toBeVisible();
  await field.press("Enter");
  await drawn(page, "khalid-mehdiyev");
  await expect(page.getByRole("heading", { name: "Khalid Mehdiyev" })).toBeVisible();
});

test("an expansion says what will come before it is drawn, and undo takes it back", async ({ page }) => {
  await page.goto("/");
  await place(page, "Mehdiyev");
  await drawn(page, "khalid-mehdiyev");
  const card = page.getByRole("region", { name: "What an expansion would bring" });
  await expect(card).toContainText(/\d+ more: /);
  await card.getByRole("button", { name: "Choose" }).click();
  await card.getByLabel("At most").selectOption("10");
  await expect(card.getByRole("status")).toContainText(/10 of \d+ claims would come|claims? would come/);
  await card.getByRole("button", { name: "Show" }).click();
  const host = page.locator(".canvas-host");
  await expect(host).not.toHaveAttribute("data-entities", "1");
  const claims = Number(await host.getAttribute("data-claims"));
  expect(claims).toBeGreaterThan(0);
  expect(claims).toBeLessThanOrEqual(10);
  await page.getByRole("button", { name: /^Undo: Expand/ }).click();
  await expect(host).toHaveAttribute("data-entities", "1");
  await page.getByRole("button", { name: /^Redo: Expand/ }).click();
  await expect(host).toHaveAttribute("data-claims", String(claims));
});

test("a click on a line opens its evidence: sentence, ladder, figures, citations by origin, the chain, who answers", async ({ page }) => {
  await ask(page, AMIROV_TO_ALINEJAD);
  await clickDrawn(page, "amirov-carried-out-plot-alinejad#0");
  const panel = page.getByRole("complementary", { name: "Evidence" });
  await expect(panel.locator(".proposition")).toContainText(/Rafat Amirov is charged/);
  await expect(panel.getByRole("region", { name: "Standing" }).locator("[aria-current=step]")).toHaveText("charged");
  await expect(panel.locator(".figures button")).toHaveText([/1\s*origin/, /0\s*uninvolved/, /2\s*citations/]);
  await expect(panel.getByText("accuser", { exact: true })).toBeVisible();
  await expect(panel.locator(".way").first()).toContainText(/read: .*reprints.*not seen.*takes it from.*not seen/s);
  await expect(panel.getByRole("region", { name: "Who answers" })).toContainText("no response on record");
  await panel.locator(".figures button").nth(1).click();
  await expect(panel.getByText("Why an origin is not uninvolved")).toBeVisible();
});

test("what is hidden is counted and shown again; filters survive and say what they leave out", async ({ page }) => {
  await ask(page, AMIROV_TO_ALINEJAD);
  await clickDrawn(page, "polad-omarov");
  await expect(page.getByRole("heading", { name: "Polad Omarov" })).toBeVisible();
  const host = page.locator(".canvas-host");
  const all = Number(await host.getAttribute("data-entities"));
  await page.keyboard.press("h");
  await expect(host).toHaveAttribute("data-entities", String(all - 1));
  await page.getByRole("button", { name: "Show hidden (1)" }).click();
  await expect(host).toHaveAttribute("data-entities", String(all));
  await page.getByRole("tab", { name: "Filters" }).click();
  await page.getByRole("region", { name: "Standing, at least" }).getByRole("button", { name: /^charged/ }).click();
  await expect(host).toHaveAttribute("data-claims", "3");
  await expect(page.getByText(/1 filter · Clear filters/)).toBeVisible();
});

test("the link in the address bar restores the view for another reader", async ({ page, browser, baseURL }) => {
  await ask(page, AMIROV_TO_ALINEJAD);
  await page.getByRole("tab", { name: "Filters" }).click();
  await page.getByRole("checkbox", { name: /^structure/ }).click();
  await clickDrawn(page, "amirov-carried-out-plot-alinejad#0");
  await expect(page.locator(".proposition")).toContainText("Rafat Amirov");
  await expect(page).toHaveURL(/#./);
  await page.waitForTimeout(600);
  const before = await page.locator(".canvas-host").getAttribute("data-claims");
  const context = await browser.newContext({ baseURL, viewport: { width: 1440, height: 900 } });
  const other = await context.newPage();
  await other.goto(page.url());
  await drawn(other, "rafat-amirov");
  await expect(other.locator(".proposition")).toContainText("Rafat Amirov");
  await expect(other.locator(".canvas-host")).toHaveAttribute("data-claims", before ?? "");
  await expect(other.getByRole("checkbox", { name: /^structure/ })).toHaveAttribute("aria-checked", "false");
  await context.close();
});

test("a link that is not one of ours is said to be so, and the opening screen is shown", async ({ page }) => {
  await page.goto("/#not-a-view");
  await expect(page.getByText(/This link could not be read/)).toBeVisible();
  await expect(page.getByRole("heading", { name: "What do you want to know?" })).toBeVisible();
});

test("the right button opens the acts, and says why one cannot be done", async ({ page }) => {
  await ask(page, AMIROV_TO_ALINEJAD);
  await clickDrawn(page, "masih-alinejad", "right");
  const menu = page.getByRole("menu");
  await expect(menu.getByRole("menuitem", { name: /Trace between the two selected/ })).toContainText("select exactly two entities");
  await menu.getByRole("menuitem", { name: "Open" }).click();
  await expect(page.getByRole("heading", { name: "Masih Alinejad" })).toBeVisible();
});
