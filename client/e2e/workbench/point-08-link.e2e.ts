/** Point 8, the exact view for another reader: short views are in the address, long ones on the server under their digest. */
import { expect, type Page, test } from '@playwright/test';
import { anotherReader, askForTheWay, canvas, dialog, drawn, drawnCount, openFromContents, panel, runAct, SLOW } from '../steps.ts';

/** The link given by the share dialog. */
async function shared(page: Page): Promise<string> {
  await runAct(page, 'Share this view');
  const link = dialog(page).getByRole('textbox', { name: 'Link' });
  await expect(link).toHaveValue(/#/, { timeout: SLOW });
  const address = await link.inputValue();
  await page.keyboard.press('Escape');
  return address;
}

test('a short and a long view are the same for another reader', async ({ page, browser, baseURL }) => {
  test.setTimeout(240_000);
  await askForTheWay(page);
  await openFromContents(page, /^Rafat Amirov is charged/);
  await page.getByRole('tab', { name: 'Filters' }).click();
  await page.getByRole('checkbox', { name: /^structure/ }).click();
  const short = await shared(page);
  expect(short).not.toContain('#~');
  const counts = [await drawnCount(page, 'entities'), await drawnCount(page, 'claims')];
  const reader = await anotherReader(browser, baseURL, short);
  await expect(canvas(reader)).toHaveAttribute('data-claims', String(counts[1]), { timeout: SLOW });
  await expect(panel(reader).getByRole('heading', { name: /^Rafat Amirov is charged/ })).toBeVisible({ timeout: SLOW });
  await reader.context().close();

  // All claims of the entities with most connections: far more than an address can hold.
  const ids = await page.evaluate(async () => {
    const { results } = (await (await fetch('/api/entities?limit=50')).json()) as { results: { entity: { id: string } }[] };
    return results.map((one) => one.entity.id);
  });
  const graph = await page.evaluate(
    async (of) =>
      (await (await fetch('/api/subgraph', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ ids: of }) })).json()) as {
        edges: { id: string }[];
      },
    ids,
  );
  const view = {
    v: 1,
    e: ids.map((id, i) => [id, (i % 10) * 160, Math.floor(i / 10) * 160]),
    c: graph.edges.map((edge) => edge.id),
    pin: ids.slice(0, 3),
    layout: 'grid',
    clocks: { published: '2025' },
    f: { standingAtLeast: 'reported' },
    sel: { e: [ids[0]] },
    panel: { kind: 'entity', id: ids[0] },
  };
  await page.goto(`/#${Buffer.from(JSON.stringify(view)).toString('base64url')}`);
  await expect.poll(() => drawnCount(page, 'claims'), { timeout: SLOW }).toBeGreaterThan(20);
  // The address is short once the view is stored, and the dialog gives the same address.
  await expect(page).toHaveURL(/#~[0-9a-f]{64}$/, { timeout: SLOW });
  const long = await shared(page);
  expect(long).toMatch(/#~[0-9a-f]{64}$/);
  await drawn(page, ids[0]!);
  const before = [await drawnCount(page, 'entities'), await drawnCount(page, 'claims')];
  const other = await anotherReader(browser, baseURL, long);
  await expect(canvas(other)).toHaveAttribute('data-claims', String(before[1]), { timeout: SLOW });
  await expect(canvas(other)).toHaveAttribute('data-entities', String(before[0]));
  await expect(panel(other).getByRole('heading', { level: 2 }).first()).toBeVisible({ timeout: SLOW });
  await drawn(other, ids[0]!);
  // The digest covers everything in the view, its positions too.
  const digest = (address: string) => address.slice(address.indexOf('#'));
  expect(digest(await shared(other))).toBe(digest(long));
  await other.reload();
  await expect(canvas(other)).toHaveAttribute('data-claims', String(before[1]), { timeout: SLOW });
  await other.context().close();

  await page.goto(`/#~${'0'.repeat(64)}`);
  await expect(page.getByText(/The view of this link is not stored on this server/)).toBeVisible({ timeout: SLOW });
});
