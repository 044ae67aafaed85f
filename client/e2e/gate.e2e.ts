/** The publication gate stops an export with each reason; leaving out and overriding go on. */
import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { ask, AMIROV_TO_ALINEJAD, drawn } from "./steps.ts";

test("the publication gate refuses with each reason, until they are left out or overridden with a printed reason", async ({ page }) => {
  await ask(page, /rest on parties to the matter only/);
  await drawn(page, "iran");
  await page.getByRole("button", { name: "Export" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("alert")).toContainText(/The publication gate refuses \d+ records?/);
  const refused = dialog.locator(".refused li");
  const n = await refused.count();
  expect(n).toBeGreaterThan(0);
  for (const item of await refused.all()) await expect(item).toContainText(/\w{3,}.*\w{3,}/s);
  const write = dialog.getByRole("button", { name: "Write the file" });
  await expect(write).toBeDisabled();
  await dialog.getByRole("radio", { name: /Override/ }).check();
  await expect(write).toBeDisabled();
  await dialog.getByLabel(/Reason, printed/).fill("Printed for a test of the gate");
  const [overridden] = await Promise.all([page.waitForEvent("download"), write.click()]);
  expect(await readFile(await overridden.path(), "utf8")).toContain("Printed for a test of the gate");

  await page.getByRole("button", { name: "Export" }).click();
  await dialog.getByRole("radio", { name: /Leave those out/ }).check();
  await dialog.getByRole("radio", { name: /Own JSON/ }).check();
  const [left] = await Promise.all([page.waitForEvent("download"), dialog.getByRole("button", { name: "Write the file" }).click()]);
  const json = JSON.parse(await readFile(await left.path(), "utf8")) as { format: string; claims: { id: string }[] };
  expect(json.format).toBe("attest/1");
  expect(json.claims.length).toBeGreaterThan(0);
});

test("a picture of print size is drawn with its legend and sources", async ({ page }) => {
  await ask(page, AMIROV_TO_ALINEJAD);
  await drawn(page, "rafat-amirov");
  await page.getByRole("button", { name: "Export" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: /What is drawn/ }).check();
  await dialog.getByRole("radio", { name: /Picture/ }).check();
  await expect(dialog.getByText("Printed in every format")).toBeVisible();
  const override = dialog.getByRole("radio", { name: /Override/ });
  if (await override.isVisible()) {
    await override.check();
    await dialog.getByLabel(/Reason, printed/).fill("A test of the picture");
  }
  const [file] = await Promise.all([page.waitForEvent("download"), dialog.getByRole("button", { name: "Write the file" }).click()]);
  const bytes = await readFile(await file.path());
  expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  expect(bytes.readUInt32BE(16)).toBe(3508);
});
