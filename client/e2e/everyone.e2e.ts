/** Everyone: by keyboard alone, axe on every view in light and dark, a phone, no outside request, a server that is down. */
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { ask, AMIROV_TO_ALINEJAD, clickDrawn, drawn, place } from "./steps.ts";

async function clean(page: Page, view: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
  expect(violations.map((v) => `${view}: ${v.id} ${v.nodes.map((n) => n.target.join(" ")).slice(0, 3).join(" | ")}`)).toEqual([]);
}

for (const colorScheme of ["light", "dark"] as const)
  test(`axe finds nothing on any view in the ${colorScheme} scheme`, async ({ browser, baseURL }) => {
    test.setTimeout(120_000);
    const context = await browser.newContext({ baseURL, colorScheme, reducedMotion: "reduce", viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.goto("/");
    await expect(page.locator(".question")).toHaveCount(8);
    await expect(page.getByText("asking…")).toHaveCount(0, { timeout: 25_000 });
    await clean(page, "opening");
    await page.getByRole("combobox").fill("iran");
    await expect(page.getByRole("option").first()).toBeVisible();
    await clean(page, "search");
    await ask(page, AMIROV_TO_ALINEJAD);
    await drawn(page, "rafat-amirov");
    await page.locator(".sentence").first().click();
    await clean(page, "trace");
    await page.getByRole("button", { name: "Change what it may pass" }).click();
    await clean(page, "trace switches");
    await clickDrawn(page, "amirov-carried-out-plot-alinejad#0");
    await expect(page.locator(".passage").first()).toBeVisible();
    await clean(page, "evidence");
    await page.getByRole("tab", { name: "Filters" }).click();
    await clickDrawn(page, "rafat-amirov");
    await expect(page.getByRole("heading", { name: "Rafat Amirov" })).toBeVisible();
    const choose = page.getByRole("button", { name: "Choose" });
    if (await choose.isVisible()) await choose.click();
    await clean(page, "entity, filters and expansion");
    await page.getByRole("tab", { name: "Contents" }).click();
    await clean(page, "contents");
    await page.getByRole("button", { name: "Legend" }).click();
    await expect(page.getByText("How to read the drawing")).toBeVisible();
    await clean(page, "legend");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Export" }).click();
    await expect(page.getByText("Printed in every format")).toBeVisible();
    await clean(page, "export");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Today" }).click();
    await expect(page.getByText("As of which date?")).toBeVisible();
    await clean(page, "clocks");
    await context.close();
  });

test("from opening to copied footnotes by keyboard alone", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/");
  await expect(page.locator(".question")).toHaveCount(8);
  const reach = async (name: RegExp, tries = 80): Promise<void> => {
    for (let i = 0; i < tries; i += 1) {
      await page.keyboard.press("Tab");
      const text = await page.evaluate(() => `${document.activeElement?.getAttribute("aria-label") ?? ""} ${document.activeElement?.textContent ?? ""}`);
      if (name.test(text)) return;
    }
    throw new Error(`Tab never reached ${name}`);
  };
  await reach(AMIROV_TO_ALINEJAD);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "In words" })).toBeVisible({ timeout: 25_000 });
  await drawn(page, "rafat-amirov");
  await page.locator(".canvas-host").focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page.locator(".region.right h2").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { name: "In words" })).toBeVisible();
  await reach(/Copy with footnotes/);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Copied.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("[1]");
});

test("every act of the canvas can be done from the mirrored list", async ({ page }) => {
  await ask(page, AMIROV_TO_ALINEJAD);
  await drawn(page, "rafat-amirov");
  await page.getByRole("tab", { name: "Contents" }).click();
  await page.getByRole("button", { name: "Actions for Polad Omarov" }).press("Enter");
  await page.getByRole("menuitem", { name: "Hide" }).press("Enter");
  await expect(page.getByRole("button", { name: "Actions for Polad Omarov" })).toHaveCount(0);
  await page.getByRole("list", { name: /^Claims/ }).getByRole("button", { name: /Rafat Amirov is charged/ }).first().press("Enter");
  await expect(page.locator(".proposition")).toContainText("Rafat Amirov is charged");
});

test("a phone reads evidence under the drawing, and nothing is wider than the screen", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, viewport: { width: 390, height: 844 }, hasTouch: true });
  const page = await context.newPage();
  await ask(page, AMIROV_TO_ALINEJAD);
  await drawn(page, "rafat-amirov");
  await page.locator(".sentence").first().tap();
  await page.getByRole("button", { name: "Evidence", exact: true }).tap();
  await expect(page.locator(".passage").first()).toBeVisible();
  const stage = await page.locator(".stage").boundingBox();
  const sheet = await page.locator(".region.right").boundingBox();
  expect(stage!.y + stage!.height).toBeLessThanOrEqual(sheet!.y + 1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.getByRole("button", { name: "Filters, trace and contents" }).tap();
  await page.getByRole("tab", { name: "Contents" }).tap();
  await expect(page.getByRole("button", { name: "Actions for Rafat Amirov" })).toBeVisible();
  await clean(page, "phone");
  await context.close();
});

test("no request leaves for another origin, and the content policy is never broken", async ({ page, baseURL }) => {
  const outside: string[] = [];
  const broken: string[] = [];
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith("http") && origin !== new URL(baseURL ?? "").origin) outside.push(request.url());
  });
  page.on("console", (message) => { if (/Content Security Policy/.test(message.text())) broken.push(message.text()); });
  page.on("pageerror", (error) => broken.push(String(error)));
  await ask(page, AMIROV_TO_ALINEJAD);
  await drawn(page, "rafat-amirov");
  await page.getByRole("button", { name: "By force" }).click();
  await page.waitForTimeout(2500);
  await drawn(page, "rafat-amirov");
  expect(outside).toEqual([]);
  expect(broken).toEqual([]);
});

test("a server that does not answer is said, nothing is lost, and retrying brings it back", async ({ page }) => {
  await ask(page, AMIROV_TO_ALINEJAD);
  await drawn(page, "rafat-amirov");
  await page.route("**/api/claims/*", (route) => route.fulfill({
    status: 503, contentType: "application/problem+json", headers: { "retry-after": "30" },
    body: JSON.stringify({ type: "about:blank", title: "Unavailable", status: 503, code: "database-unavailable", detail: "down", retryAfter: 1 }),
  }));
  await clickDrawn(page, "amirov-carried-out-plot-alinejad#0");
  await expect(page.getByRole("alert").filter({ hasText: "The database does not answer" })).toBeVisible({ timeout: 20_000 });
  await expect(page.locator(".canvas-host")).toHaveAttribute("data-entities", /[1-9]/);
  await page.unroute("**/api/claims/*");
  await expect(page.locator(".proposition")).toContainText("Rafat Amirov", { timeout: 20_000 });
});

test("a late answer of an earlier search never replaces a newer one", async ({ page }) => {
  await page.goto("/");
  await page.route("**/api/entities?q=Ir&**", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 2500));
    await route.continue().catch(() => undefined);
  });
  const field = page.getByRole("combobox", { name: /Find a person/ });
  await field.fill("Ir");
  await page.waitForTimeout(300);
  await field.fill("Mehdiyev");
  await expect(page.getByRole("option", { name: /Khalid Mehdiyev/ })).toBeVisible();
  await page.waitForTimeout(3000);
  await expect(page.getByRole("option", { name: /Khalid Mehdiyev/ })).toBeVisible();
  await place(page, "Mehdiyev");
  await drawn(page, "khalid-mehdiyev");
});
