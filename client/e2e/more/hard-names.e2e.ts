/** Names that are hard to draw and to print: a word of 80 letters, an address of 42, scripts of all directions. And a plot that stands alone. */
import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { dataset, importing, replacing } from '../made-up.ts';
import { canvas, drawn, drawnCount, expansionCard, panel, SLOW } from '../steps.ts';

interface Made {
  entities: { id: string; names: { text: string }[] }[];
  claims: { id: string; subject: string; object: unknown }[];
}
const linkOf = (view: unknown): string => `/#${Buffer.from(JSON.stringify(view)).toString('base64url')}`;

/** Texts of a region that reach beyond it, or are cut at its edge. */
function cutIn(region: Locator): Promise<string[]> {
  return region.evaluate((host) => {
    const edge = host.getBoundingClientRect();
    return [...host.querySelectorAll<HTMLElement>('h1, h2, h3, p, li, dd, button, span, b')]
      .filter((one) => {
        const box = one.getBoundingClientRect();
        if (box.width === 0 || box.height === 0) return false;
        const style = getComputedStyle(one);
        const hides = style.overflowX !== 'visible' && style.textOverflow !== 'ellipsis' && one.scrollWidth > one.clientWidth + 1 && box.width > 2;
        return hides || ((box.right > edge.right + 1 || box.left < edge.left - 1) && style.position !== 'absolute');
      })
      .map((one) => (one.textContent ?? '').slice(0, 60));
  });
}

async function expectWhole(page: Page, name: string): Promise<void> {
  const heading = panel(page).getByRole('heading', { level: 2 }).first();
  await expect(heading).toContainText(name, { timeout: SLOW });
  expect(await cutIn(panel(page)), name).toEqual([]);
  if (await expansionCard(page).isVisible()) expect(await cutIn(expansionCard(page)), name).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
}

for (const [file, id, title, letters] of [
  ['names.json', 'names', 'Hard names', 40],
  ['colon-ids.json', 'colon', 'Ids with colons', 30],
] as const)
  test(`the long words of ${file} are broken and whole in headings, cards and sentences, at a desk and on a phone (fault 29)`, async ({ page, baseURL }) => {
    test.setTimeout(180_000);
    const text = await readFile(`fixtures/faults/${file}`, 'utf8');
    const { entities, claims } = JSON.parse(text) as Made;
    try {
      await importing(baseURL!, text);
      const long = entities.filter(({ names }) => names.some((name) => new RegExp(`\\S{${letters}}`, 'u').test(name.text)));
      expect(long.length).toBeGreaterThan(0);
      for (const viewport of [
        { width: 1440, height: 900 },
        { width: 390, height: 844 },
      ]) {
        await page.setViewportSize(viewport);
        for (const one of long) {
          const said = claims.find(({ subject, object }) => subject === one.id || object === one.id);
          const base = { v: 1, n: entities.map((each) => each.id), c: claims.map((each) => each.id) };
          await page.goto('about:blank');
          await page.goto(linkOf({ ...base, sel: { e: [one.id] }, panel: { kind: 'entity', id: one.id } }));
          await expect.poll(() => drawnCount(page, 'entities'), { timeout: SLOW }).toBe(entities.length);
          await expectWhole(page, one.names[0]!.text.slice(0, 20));
          if (!said) continue;
          await page.goto('about:blank');
          await page.goto(linkOf({ ...base, sel: { c: [said.id] }, panel: { kind: 'claim', id: said.id } }));
          await expectWhole(page, one.names[0]!.text.slice(0, 20));
        }
      }
    } finally {
      await replacing(baseURL!, dataset([], [], { name: id, title, until: '2024-09' }));
    }
  });

test('a plot that stands alone is selected by a click on its exact middle (fault 32)', async ({ page }) => {
  await page.goto(linkOf({ v: 1, n: ['plot-alinejad-2022'] }));
  const [x, y] = await drawn(page, 'plot-alinejad-2022');
  await canvas(page).click({ position: { x, y } });
  await expect(expansionCard(page)).toContainText('Plot to kill Masih Alinejad', { timeout: SLOW });
});
