/** Watches: set at a list and at a trace, told after a later import, marked as seen, removed; and what is new since the last visit. */
import { expect, type Page, test } from '@playwright/test';
import { words } from '../../i18n/messages.ts';
import { expectClean, expectNoWider, FOUR_WAYS, newPage } from '../axe-checks.ts';
import { dataset, importing, replacing } from '../made-up.ts';
import { openStart, panel, runAct, SLOW, tabTo, told } from '../steps.ts';

const t = words.watches;
const PIER = { name: 'pier', title: 'A case that is watched', until: '2024-09' };
const NAMES = ['Pier Alpha', 'Pier Beta', 'Pier Gamma'];
const BEFORE = dataset(NAMES, [[0, 1]], PIER);
const AFTER = dataset(
  NAMES,
  [
    [0, 1],
    [1, 2],
  ],
  PIER,
);
const LIST = { kind: 'claims', title: 'What the pier case says', filter: { datasets: ['pier'] } };
const TRACE = { from: { ids: ['pier-0'] }, to: { ids: ['pier-2'] } };

/** Opens a panel by its link. */
const openLink = async (page: Page, view: object, query = ''): Promise<void> => {
  await page.goto('about:blank');
  await page.goto(`/${query}#${Buffer.from(JSON.stringify({ v: 1, ...view })).toString('base64url')}`);
};
async function emptied(baseURL: string | undefined): Promise<void> {
  const { watches } = (await (await fetch(new URL('/api/watches', baseURL))).json()) as { watches: { id: string }[] };
  for (const { id } of watches) await fetch(new URL(`/api/watches/${id}`, baseURL), { method: 'DELETE' });
}
const card = (page: Page, title: string) => panel(page).getByRole('region', { name: title, exact: true });

test.beforeEach(async ({ baseURL }) => {
  await emptied(baseURL);
  await importing(baseURL ?? '', BEFORE);
});
test.afterEach(async ({ baseURL }) => {
  await emptied(baseURL);
  await replacing(baseURL ?? '', dataset([], [], PIER));
});

test('a list and a trace are watched; a later import is told of both, and since the last visit', async ({ page, baseURL, browser }) => {
  test.setTimeout(240_000);
  await openStart(page);
  // On the first visit nothing is new.
  await expect(page.getByRole('heading', { name: /^Since your last visit/ })).toHaveCount(0);
  await openLink(page, { panel: LIST });
  await tabTo(page, new RegExp(`^${t.watch}`));
  await page.keyboard.press('Enter');
  await panel(page).getByRole('textbox', { name: t.signing.name }).fill('Анна');
  await page.keyboard.press('Enter');
  await expect(told(page, t.set)).toBeVisible({ timeout: SLOW });
  await openLink(page, { panel: { kind: 'prose' }, trace: TRACE });
  await panel(page).getByRole('button', { name: t.watch }).click({ timeout: SLOW });
  await expect(panel(page).getByRole('button', { name: t.watching })).toBeVisible({ timeout: SLOW });
  await runAct(page, t.title);
  await expect(panel(page).getByText(t.state.same)).toHaveCount(2, { timeout: SLOW });

  await importing(baseURL ?? '', AFTER);
  // Another tab is another visit of the same browser.
  const later = await page.context().newPage();
  await openStart(later);
  const since = later.getByRole('region', { name: /^Since your last visit/ });
  await expect(since).toContainText('1 claim gained, 2 watched answers changed', { timeout: SLOW });
  await later.reload();
  await expect(since).toContainText('1 claim gained', { timeout: SLOW });
  await since.getByRole('button', { name: words.since.show }).click();
  await expect(panel(later).locator('.claim-row')).toHaveCount(1, { timeout: SLOW });
  await expect(panel(later)).toContainText(/Pier Beta.*Pier Gamma/);

  await runAct(later, t.title);
  const list = card(later, LIST.title);
  await expect(list).toContainText('1 claim gained', { timeout: SLOW });
  const trace = panel(later).getByRole('region', { name: /^From Pier Alpha to Pier Gamma$/ });
  await expect(trace).toContainText('1 path gained');
  await expect(trace).toContainText(/weakest hop: /);
  await trace.getByRole('button', { name: /^Ask again/ }).click();
  await expect(panel(later).getByRole('heading', { name: words.trace.inWords })).toBeVisible({ timeout: SLOW });
  await runAct(later, t.title);
  await list.getByRole('button', { name: t.markSeenOf(LIST.title) }).press('Enter');
  await expect(list).toContainText(t.state.same, { timeout: SLOW });
  await list.getByRole('button', { name: t.removeOf(LIST.title) }).press('Enter');
  await expect(list).toHaveCount(0, { timeout: SLOW });
  await panel(later).getByRole('button', { name: t.putBack }).click();
  await expect(list).toContainText(t.state.same, { timeout: SLOW });

  // What was seen in that visit is not new in the next.
  const next = await page.context().newPage();
  await openStart(next);
  await expect(next.getByText(words.since.watched(1))).toBeVisible({ timeout: SLOW });
  await expect(next.getByRole('heading', { name: /^Since your last visit/ })).toHaveCount(0);

  for (const [name, options, query] of FOUR_WAYS) {
    const other = await newPage(browser, baseURL, options);
    for (const [view, of] of [
      ['watches', { kind: 'watches' }],
      ['since', { kind: 'since', recorded: '2020-01-01T00:00:00.000Z' }],
    ] as const) {
      await openLink(other, { panel: of }, query);
      await expect(other.locator(view === 'watches' ? '.region.right section h3 button' : '.region.right .claim-row').first()).toBeVisible({ timeout: SLOW });
      await expectClean(other, `${view}, ${name}`);
      await expectNoWider(other, name === 'a phone' ? 390 : 1440, view);
      const shots = process.env['ATTEST_SHOTS'];
      if (shots !== undefined) await other.screenshot({ path: `${shots}/${view}-${name.replaceAll(' ', '-')}.png` });
    }
    await other.context().close();
  }
});
