/** Steps the browser tests share: opening, placing, waiting for the drawing, clicking what is drawn. */
import { expect, type Page } from "@playwright/test";

/** The places of drawn elements on the canvas, as the page writes them beside the drawing. */
export async function places(page: Page): Promise<Record<string, [number, number]>> {
  const text = await page.locator(".canvas-host").getAttribute("data-places");
  return JSON.parse(text ?? "{}") as Record<string, [number, number]>;
}

/** Waits until an element is drawn and no longer moves. */
export async function drawn(page: Page, id: string): Promise<[number, number]> {
  let last = "";
  await expect(async () => {
    const at = (await places(page))[id];
    const text = JSON.stringify(at);
    const still = at !== undefined && text === last;
    last = text;
    expect(still, `${id} is drawn and still`).toBe(true);
  }).toPass({ timeout: 25_000, intervals: [300] });
  return (await places(page))[id]!;
}

/** Clicks a drawn entity or line with a real pointer. */
export async function clickDrawn(page: Page, id: string, button: "left" | "right" = "left"): Promise<void> {
  const [x, y] = await drawn(page, id);
  const box = await page.locator(".canvas-host").boundingBox();
  if (!box) throw new Error("There is no canvas.");
  await page.mouse.click(box.x + x, box.y + y, { button });
}

/** Searches for a name and places the first match. */
export async function place(page: Page, name: string): Promise<void> {
  const field = page.getByRole("combobox", { name: /Find a person/ });
  await field.fill(name);
  await expect(page.getByRole("option").first()).toBeVisible();
  await field.press("Enter");
}

/** Opens the ready question whose text matches. */
export async function ask(page: Page, text: RegExp): Promise<void> {
  await page.goto("/");
  await page.getByRole("button", { name: text }).click();
  await expect(page.locator(".canvas-host")).toBeVisible({ timeout: 25_000 });
}

export const AMIROV_TO_ALINEJAD = /from Rafat Amirov to Masih Alinejad/;
