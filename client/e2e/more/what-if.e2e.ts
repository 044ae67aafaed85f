/** What falls if somebody had said nothing, what holds something up, and who stands between: by pointer and keyboard, in every way a view is read. */
import { expect, type Page, test } from '@playwright/test';
import { words } from '../../i18n/messages.ts';
import { expectClean, expectNoWider, FOUR_WAYS, newPage } from '../axe-checks.ts';
import { askForTheWay, openStart, panel, runAct, SLOW } from '../steps.ts';

const t = words.whatIf;
const strip = (page: Page) => page.locator('.what-if-strip');
const result = (page: Page) => panel(page).getByRole('region', { name: t.result });
const linkOf = (view: object) => `#${Buffer.from(JSON.stringify({ v: 1, ...view })).toString('base64url')}`;

test('a voice is struck by keyboard: what falls is told and marked, the trace is without it, and undo and Escape put it back', async ({ page }) => {
  await askForTheWay(page);
  await runAct(page, t.open);
  const voice = page.getByRole('checkbox', { name: /US Department of Justice/ });
  await voice.focus({ timeout: SLOW });
  await page.keyboard.press('Space');
  await expect(strip(page)).toContainText('US Department of Justice', { timeout: SLOW });
  await expect(result(page)).toContainText(/Without it \d+ of \d+ claims fall/, { timeout: SLOW });
  await expect(result(page).getByRole('region', { name: t.retold })).toBeVisible();
  await expect(result(page).getByRole('region', { name: t.questions }).getByText('3 → 0')).toBeVisible({ timeout: SLOW });
  // The address holds it.
  await expect.poll(() => page.evaluate(() => location.hash), { timeout: SLOW }).not.toBe('');
  await page.reload();
  await expect(strip(page)).toBeVisible({ timeout: SLOW });
  await page.getByRole('tab', { name: words.app.trace }).click();
  await expect(page.getByText(words.trace.notLinked, { exact: true })).toBeVisible({ timeout: SLOW });
  // A claim that falls is read as it is.
  await runAct(page, t.open);
  await result(page).getByRole('region', { name: t.falls }).getByRole('button').first().click({ timeout: SLOW });
  await expect(panel(page).locator('.ladder')).toBeVisible({ timeout: SLOW });
  await page.keyboard.press('Escape');
  await expect(result(page)).toBeVisible();
  await page.getByRole('button', { name: t.asIs }).click();
  await expect(page.getByRole('button', { name: t.asIs })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Escape');
  await expect(strip(page)).toBeHidden({ timeout: SLOW });
  await page.keyboard.press('Control+z');
  await expect(strip(page)).toBeVisible({ timeout: SLOW });
});

test('what holds up a trace is found by a press, and tried', async ({ page }) => {
  await askForTheWay(page);
  await page.getByRole('tab', { name: words.app.trace }).click();
  const holds = page.getByRole('region', { name: words.holdsUp.title }).first();
  await holds.getByRole('button', { name: words.holdsUp.title }).click({ timeout: SLOW });
  await expect(holds.getByText(/^Without one claim .* no path is left\./)).toBeVisible({ timeout: SLOW });
  await holds
    .getByRole('button', { name: /^What if without / })
    .first()
    .click();
  await expect(strip(page)).toContainText(t.unsaid(1), { timeout: SLOW });
  await expect(result(page)).toContainText(/1 of \d+ claims falls?/, { timeout: SLOW });
});

test('who stands between sponsors and plots is listed with the roles on record', async ({ page }) => {
  await openStart(page);
  await runAct(page, words.brokers.open);
  const listed = panel(page).locator('ol.rows > li');
  await expect(listed.first()).toBeVisible({ timeout: SLOW });
  await expect(panel(page)).toContainText('To stand on a link is no accusation');
  await listed.first().getByRole('button').click();
  await expect(panel(page).getByRole('heading', { level: 2 }).first()).toBeVisible({ timeout: SLOW });
});

test('they are read in every way without a fault of accessibility, and are no wider than a phone', async ({ browser, baseURL }) => {
  test.setTimeout(240_000);
  for (const [name, options, query] of FOUR_WAYS) {
    const page = await newPage(browser, baseURL, options);
    for (const [of, waitFor] of [
      [{ panel: { kind: 'what-if' }, tab: 'what-if', clocks: { without: { voices: ['us-justice'] } } }, '.what-if-figures'],
      [{ panel: { kind: 'brokers' } }, 'ol.rows > li'],
    ] as const) {
      await page.goto('about:blank');
      await page.goto(`/${query}${linkOf(of)}`);
      await expect(page.locator(waitFor).first()).toBeVisible({ timeout: SLOW });
      await expectClean(page, `${of.panel.kind}, ${name}`);
      await expectNoWider(page, name === 'a phone' ? 390 : 1440, of.panel.kind);
    }
    await page.context().close();
  }
});

/** A draft kept in the browser: somebody new, said in a new source to have communicated with Rafat Amirov. */
async function draftIn(page: Page, baseURL: string | undefined): Promise<void> {
  const { revision } = (await (await fetch(new URL('/api/stats', baseURL))).json()) as { revision: number };
  const entry = (kind: string, record: { id: string }, name: string, more: object = {}) => ({
    kind,
    id: record.id,
    name,
    record,
    names: [],
    revision,
    ...more,
  });
  const told = {
    source: 'supposed-source',
    locator: { paragraph: 1 },
    paraphrase: 'The two are said to have written to each other.',
    standing: { level: 'reported' },
  };
  const entries = [
    entry('voice', { id: 'supposed-voice', name: 'The Supposed Courier', stake: 'none' } as { id: string }, 'The Supposed Courier'),
    entry(
      'source',
      { id: 'supposed-source', kind: 'article', voice: 'supposed-voice', published: { edtf: '2024-05', basis: 'stated' }, seen: true } as { id: string },
      'A supposed article',
    ),
    entry(
      'entity',
      { id: 'supposed-person', type: 'Person', names: [{ text: 'Supposed Person', lang: 'en', kind: 'primary' }] } as { id: string },
      'Supposed Person',
    ),
    entry(
      'claim',
      { id: 'supposed-claim', subject: 'supposed-person', predicate: 'communicated-with', object: 'rafat-amirov', citations: [told] } as { id: string },
      SUPPOSED,
      { cites: [null] },
    ),
  ];
  const draft = JSON.stringify({ dataset: 'iran-plots', entries, past: [] });
  await page.addInitScript((kept) => {
    if (localStorage.getItem('attest-draft-change iran-plots') === null) localStorage.setItem('attest-draft-change iran-plots', kept);
  }, draft);
}
const SUPPOSED = 'Supposed Person communicated with Rafat Amirov';
const DRAWN = linkOf({
  e: [
    ['rafat-amirov', 0, 0],
    ['polad-omarov', 260, 40],
  ],
});
const differs = (page: Page) => panel(page).getByRole('region', { name: words.compare.list });

test('a draft is supposed: what it would change is told and drawn, follows the draft, is in no link, and undo takes it back', async ({ page, baseURL }) => {
  test.setTimeout(180_000);
  await draftIn(page, baseURL);
  await page.goto(`/${DRAWN}`);
  // A key that is pressed before the page listens is lost.
  await expect.poll(async () => page.locator('[data-places]').first().getAttribute('data-places'), { timeout: SLOW }).toContain('rafat-amirov');
  await runAct(page, words.draft.title);
  await panel(page).getByRole('button', { name: words.draft.seeChanges }).click({ timeout: SLOW });
  await expect(differs(page)).toContainText('With the draft the case gains 1 claim', { timeout: SLOW });
  await expect(differs(page)).toContainText(words.compare.draftHelp);
  await expect(differs(page).locator('.compared-row')).toContainText('Supposed Person');
  await expect(page.locator('.compare-bar')).toContainText(words.compare.draftSides);
  // Drawn beside whom it is said to have to do with, and listed and explained as gained.
  await expect.poll(async () => page.locator('[data-places]').first().getAttribute('data-places'), { timeout: SLOW }).toContain('supposed-person');
  await page.getByRole('tab', { name: words.app.contents }).click();
  await expect(page.locator('#contents')).toContainText('Supposed Person', { timeout: SLOW });
  await expect(page.locator('#contents')).toContainText(`+ ${words.compare.mark.gained}`);
  await expect(page.locator('#legend')).toContainText(words.compare.mark.gained);
  const held = await page.evaluate(() => atob(location.hash.slice(1).replaceAll('-', '+').replaceAll('_', '/')));
  expect([held.includes('supposed'), held.includes('cmp')]).toEqual([false, false]);
  await runAct(page, words.share.title);
  await expect(page.getByRole('dialog')).toContainText(words.compare.draftHelp, { timeout: SLOW });
  await page.keyboard.press('Escape');
  const saving = page.waitForEvent('download');
  await differs(page).getByRole('button', { name: words.compare.csv }).click();
  expect((await saving).suggestedFilename()).toBe('comparison.csv');
  // The draft changes, and what it would change with it.
  await differs(page).getByRole('button', { name: words.compare.openDraft }).click();
  await panel(page)
    // By its verb: once planned, the claim is told from the other end.
    .getByRole('button', { name: new RegExp(`^${words.draft.leaveOut('')}.*communicated with`) })
    .click({ timeout: SLOW });
  await panel(page).getByRole('button', { name: words.draft.seeChanges }).click();
  await expect(differs(page)).toContainText('With the draft no claim differs.', { timeout: SLOW });
  await page.keyboard.press('Control+z');
  await expect(page.locator('.compare-bar')).toBeHidden({ timeout: SLOW });
  // Nothing was written.
  expect((await fetch(new URL('/api/entities/supposed-person', baseURL))).status).toBe(404);
});

test('what a draft would change is read in every way without a fault of accessibility, and is no wider than a phone', async ({ browser, baseURL }) => {
  test.setTimeout(240_000);
  for (const [name, options, query] of FOUR_WAYS) {
    const page = await newPage(browser, baseURL, options);
    await draftIn(page, baseURL);
    await page.goto(
      `/${query}${linkOf({
        e: [
          ['rafat-amirov', 0, 0],
          ['polad-omarov', 260, 40],
        ],
        panel: { kind: 'draft' },
      })}`,
    );
    await page.locator('.draft .see-changes').click({ timeout: SLOW });
    await expect(page.locator('.compared-row').first()).toBeVisible({ timeout: SLOW });
    await expectClean(page, `with a draft, ${name}`);
    await expectNoWider(page, name === 'a phone' ? 390 : 1440, 'with a draft');
    await page.context().close();
  }
});
