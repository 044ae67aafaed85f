/** The way from Amirov to Alinejad: paths, prose, each hop's citations, exported as a dossier. */
import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { ask, AMIROV_TO_ALINEJAD, clickDrawn, drawn, place } from "./steps.ts";

test("the way from Amirov to Alinejad is told hop by hop, each with its citations, and exported as a dossier", async ({ page }) => {
  await ask(page, AMIROV_TO_ALINEJAD);
  await expect(page.getByRole("list", { name: "Paths" }).getByRole("button").first()).toContainText("weakest hop");
  const sentences = page.locator(".sentence");
  await expect(sentences.first()).toBeVisible();
  const hops = await sentences.count();
  expect(hops).toBeGreaterThanOrEqual(2);
  await expect(page.locator(".notes li").first()).toBeVisible();
  await expect(page.getByText(/As told up to/).first()).toBeVisible();

  for (let i = 0; i < hops; i += 1) {
    await sentences.nth(i).click();
    await expect(sentences.nth(i)).toHaveAttribute("aria-pressed", "true");
    await page.getByRole("button", { name: "Evidence", exact: true }).click();
    await expect(page.locator(".passage").first()).toBeVisible();
    await expect(page.locator(".passage").first()).toContainText("paragraph");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("heading", { name: "In words" })).toBeVisible();
  }

  await page.getByRole("button", { name: "Export" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("radio", { name: /The path:/ })).toBeChecked();
  await expect(dialog.getByText(/publication gate/).first()).toBeVisible();
  const stop = dialog.getByRole("radio", { name: /Override/ });
  await expect(dialog.getByText("Printed in every format")).toBeVisible();
  if (await stop.isVisible()) {
    await stop.check();
    await dialog.getByLabel(/Reason, printed/).fill("A test of the dossier");
  }
  const [file] = await Promise.all([page.waitForEvent("download"), dialog.getByRole("button", { name: "Write the file" }).click()]);
  const text = await readFile(await file.path(), "utf8");
  expect(text).toContain("Amirov");
  expect(text).toContain("Alinejad");
  expect(text).toMatch(/\[\^1\]/);
  expect(text).toContain("later outcomes not searched");
});

test("two entities selected on the canvas are traced with the key P", async ({ page }) => {
  await page.goto("/");
  await place(page, "Amirov");
  await drawn(page, "rafat-amirov");
  await place(page, "Alinejad");
  await drawn(page, "masih-alinejad");
  await clickDrawn(page, "rafat-amirov");
  await page.keyboard.down("Shift");
  await clickDrawn(page, "masih-alinejad");
  await page.keyboard.up("Shift");
  await expect(page.getByText("2 selected")).toBeVisible();
  await page.keyboard.press("p");
  await expect(page.getByRole("list", { name: "Paths" }).getByRole("button").first()).toBeVisible();
  await drawn(page, "plot-alinejad-2022");
});

test("where nothing links two ends it says so, what was searched, and how to search wider", async ({ page }) => {
  await ask(page, /Hadi Matar to the Islamic Revolutionary Guard/);
  await expect(page.getByText("Not linked", { exact: true })).toBeVisible();
  await expect(page.getByText(/Searched paths from/)).toBeVisible();
  await page.getByRole("button", { name: "also through generic entities" }).click();
  await expect(page.locator(".chip").filter({ hasText: /generic/ }).first()).toBeVisible();
});

test("a path is copied with its footnotes", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await ask(page, AMIROV_TO_ALINEJAD);
  await page.getByRole("button", { name: "Copy with footnotes" }).click();
  await expect(page.getByText("Copied.")).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/\[1\][\s\S]*\n\[1\] /);
  expect(text).toContain("later outcomes not searched");
});
