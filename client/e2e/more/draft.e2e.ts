/** A draft change set made in the window: records and claims by keyboard alone, committed and undone; and what others change meanwhile. */
import { randomUUID } from 'node:crypto';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { words } from '../../i18n/messages.ts';
import { expectClean, expectNoWider, FOUR_WAYS, newPage } from '../axe-checks.ts';
import { sayIn } from '../axe-views.ts';
import { dataset, importing, replacing } from '../made-up.ts';
import { anotherReader, form, openStart, panel, runAct, SLOW, tabTo, told } from '../steps.ts';

const WHARF = { name: 'wharf', title: 'A case made in the window', until: '2024-09' };
const TWO = dataset(['Wharf Alpha', 'Wharf Beta'], [[0, 1]], WHARF);
const t = words.draft;
const f = words.forms;
const c = words.claimForm;

const exactly = (text: string): RegExp => new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}$`);
/** Goes to a field that finds records, types a name, and takes the record of that name. */
async function choose(page: Page, label: string, name: string): Promise<void> {
  await tabTo(page, exactly(label));
  await page.keyboard.type(name);
  await expect(form(page).getByRole('listbox').getByRole('option').first()).toContainText(name, { timeout: SLOW });
  await page.keyboard.press('Enter');
}
/** Presses Tab until the element has the focus; fails where it never does. */
async function tabInto(page: Page, field: Locator): Promise<void> {
  for (let i = 0; i < 160; i += 1) {
    if (await field.evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${String(field)}.`);
}
/** Types into the field that has its name in a label. */
async function type(page: Page, label: string, text: string): Promise<void> {
  await tabInto(page, form(page).getByRole('textbox', { name: label, exact: true }).first());
  await page.keyboard.type(text);
}
async function newEntity(page: Page, name: string, kind?: string): Promise<void> {
  await runAct(page, t.addRecord.entity);
  await expect(form(page).getByRole('button', { name: f.addToDraft })).toBeVisible({ timeout: SLOW });
  if (kind !== undefined) {
    await tabInto(page, form(page).getByLabel('type', { exact: true }));
    await page.keyboard.press(kind);
  }
  await type(page, f.field['names.text']!, name);
  await page.keyboard.press('Control+Enter');
  await expect(form(page)).toHaveCount(0);
}
interface Said {
  who: string;
  what: string;
  whom: string;
  plot?: string;
  paragraph: string;
  paraphrase: string;
  deniedBy?: string;
}
async function newClaim(page: Page, { who, what, whom, plot, paragraph, paraphrase, deniedBy }: Said): Promise<void> {
  await runAct(page, t.claim);
  await expect(form(page).getByRole('combobox', { name: c.who, exact: true })).toBeVisible({ timeout: SLOW });
  if (who === '?') {
    await tabTo(page, exactly(c.who));
    await page.keyboard.press('?');
  } else await choose(page, c.who, who);
  await choose(page, c.what, what);
  await choose(page, c.whom, whom);
  if (plot !== undefined) {
    await tabTo(page, exactly(`+ ${c.addSlot.in}`));
    await page.keyboard.press('Enter');
    await choose(page, c.slots.in, plot);
  }
  await choose(page, c.source, 'Made up');
  await type(page, f.field['paragraph']!, paragraph);
  if (deniedBy !== undefined) {
    await tabInto(page, form(page).getByRole('radio', { name: c.supports }));
    await page.keyboard.press('ArrowRight');
    await expect(form(page).getByRole('radio', { name: c.disputes })).toBeChecked();
    await choose(page, c.by, deniedBy);
  }
  await type(page, c.inMyWords, paraphrase);
  await expect(form(page).locator('[data-prose]')).toBeVisible({ timeout: SLOW });
  await page.keyboard.press('Control+Enter');
  await expect(form(page)).toHaveCount(0);
}
async function commit(page: Page, why: string): Promise<void> {
  await sign(page, why);
  const button = panel(page).getByRole('button', { name: /^Commit/ });
  await expect(button).toBeEnabled({ timeout: SLOW });
  await tabInto(page, button);
  await page.keyboard.press('Enter');
}
/** Commits, unless the page hears before that somebody else changed a record of the draft: it cannot be committed then. */
async function commitIfNotTold(page: Page, why: string): Promise<void> {
  await sign(page, why);
  const button = panel(page).getByRole('button', { name: /^Commit/ });
  const conflict = panel(page).getByRole('region', { name: t.conflict(1) });
  await expect.poll(async () => (await button.isEnabled()) || (await conflict.isVisible()), { timeout: SLOW }).toBe(true);
  if (await button.isEnabled()) await button.click({ timeout: 2_000 }).catch(() => undefined);
}
async function sign(page: Page, why: string): Promise<void> {
  // A form that is fading out still takes the keys.
  await expect(form(page)).toHaveCount(0);
  await runAct(page, t.title);
  const box = panel(page);
  await tabInto(page, box.getByRole('textbox', { name: words.changePlan.reason }));
  await page.keyboard.type(why);
  const name = box.getByRole('textbox', { name: words.changePlan.name });
  if (await name.isVisible()) {
    await tabInto(page, name);
    await page.keyboard.type('Mira');
  }
}
/** Changes records over the API, as somebody else would. */
async function changing(baseURL: string | undefined, records: object, who = 'Bob'): Promise<void> {
  const { revision } = (await (await fetch(new URL('/api/changes', baseURL))).json()) as { revision: number };
  const body = JSON.stringify({ dataset: WHARF.name, revision, records, remove: [], who, why: 'meanwhile', operation: randomUUID() });
  const answer = await fetch(new URL('/api/changes', baseURL), { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  expect(answer.status, await answer.clone().text()).toBe(200);
}
const person = (id: string, text: string) => ({ id, type: 'Person', names: [{ text, lang: 'en', kind: 'primary' }] });
const nameOf = async (baseURL: string | undefined, id: string): Promise<string> =>
  ((await (await fetch(new URL(`/api/entities/${id}`, baseURL))).json()) as { entity: { name: string } }).entity.name;
/** Opens the form of an entity and writes another name into it. */
async function rename(page: Page, id: string, name: string): Promise<void> {
  const link = Buffer.from(JSON.stringify({ v: 1, panel: { kind: 'entity', id } })).toString('base64url');
  await page.goto(`/#${link}`);
  await panel(page).getByRole('button', { name: f.edit, exact: true }).click({ timeout: SLOW });
  await form(page).getByLabel(f.field['names.text']!, { exact: true }).first().fill(name, { timeout: SLOW });
  await page.keyboard.press('Control+Enter');
  await expect(form(page)).toHaveCount(0);
}

test.beforeEach(async ({ baseURL }) => importing(baseURL ?? '', TWO).then(() => undefined));
test.afterEach(async ({ baseURL }) => replacing(baseURL ?? '', dataset([], [], WHARF)));

test('two people, a plot and three claims are made without a pointer, put right, committed and undone', async ({ page }) => {
  test.setTimeout(300_000);
  await page.addInitScript((id) => localStorage.setItem('attest-desk-case', id), WHARF.name);
  await openStart(page);
  await newEntity(page, 'Wharf Gamma');
  await newEntity(page, 'Wharf Delta');
  await newEntity(page, 'Plot on the wharf', 'p');
  const hired = { who: 'Wharf Gamma', what: 'hired', whom: 'Wharf Delta', plot: 'Plot on the wharf' };
  await newClaim(page, { ...hired, paragraph: '3', paraphrase: 'Gamma is said to have paid Delta for it.' });
  await newClaim(page, { who: '?', what: 'hired', whom: 'Wharf Alpha', paragraph: '4', paraphrase: 'Somebody took Alpha on.' });
  await newClaim(page, { ...hired, paragraph: '5', paraphrase: 'Gamma calls it untrue.', deniedBy: 'Wharf Gamma' });

  await expect(page.getByRole('button', { name: t.open('2 claims, 3 entities') })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: t.open('2 claims, 3 entities') })).toBeVisible({ timeout: SLOW });
  await runAct(page, t.title);
  await expect(panel(page).locator('.draft-row').filter({ hasText: 'Wharf Gamma' }).first()).toBeVisible();
  await tabInto(page, panel(page).getByRole('button', { name: t.openEntry('Wharf Delta'), exact: true }));
  await page.keyboard.press('Enter');
  await expect(form(page)).toBeVisible();
  await tabInto(page, form(page).getByLabel(f.field['names.text']!, { exact: true }).first());
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Wharf Delta the Elder');
  await page.keyboard.press('Control+Enter');
  await expect(
    panel(page)
      .getByRole('button', { name: /Wharf Delta the Elder/ })
      .first(),
  ).toBeVisible();

  await commit(page, 'read whole');
  await expect(told(page, t.committed)).toBeVisible({ timeout: SLOW });
  await expect(page.locator('.draft-button')).toHaveCount(0);
  await runAct(page, words.changes.title);
  const row = panel(page).locator('.change-row').filter({ hasText: 'read whole' });
  await expect(row).toBeVisible({ timeout: SLOW });
  await tabInto(page, row);
  await page.keyboard.press('Enter');
  const undo = panel(page).getByRole('button', { name: words.changePlan.undo });
  await expect(undo).toBeVisible({ timeout: SLOW });
  await tabInto(page, undo);
  await page.keyboard.press('Enter');
  await expect(panel(page).locator('.plan')).toContainText('would be taken away', { timeout: SLOW });
  await tabInto(page, panel(page).getByRole('textbox', { name: words.changePlan.reason }));
  await page.keyboard.type('of another case');
  await tabInto(page, panel(page).getByRole('button', { name: words.changePlan.doUndo, exact: true }));
  await page.keyboard.press('Enter');
  await expect(told(page, words.changePlan.done.undo)).toBeVisible({ timeout: SLOW });
});

test('a record that two people change: nothing is written over unseen, and each way of choosing holds', async ({ page, browser, baseURL }) => {
  test.setTimeout(240_000);
  await rename(page, 'wharf-0', 'Wharf Alpha by me');
  const other = await anotherReader(browser, baseURL);
  await rename(other, 'wharf-0', 'Wharf Alpha by another');
  await commit(other, 'theirs');
  await expect(told(other, t.committed)).toBeVisible({ timeout: SLOW });
  await other.context().close();

  await commitIfNotTold(page, 'mine');
  const conflict = panel(page).getByRole('region', { name: t.conflict(1) });
  await expect(conflict).toContainText('Wharf Alpha by another', { timeout: SLOW });
  await expect(conflict).toContainText('Wharf Alpha by me');
  expect(await nameOf(baseURL, 'wharf-0')).toBe('Wharf Alpha by another');
  await conflict.getByRole('radio', { name: new RegExp(`^${t.mine}`) }).check();
  await conflict.getByRole('button', { name: t.takeSo }).click();
  await expect(conflict).toHaveCount(0, { timeout: SLOW });
  await commit(page, 'mine after all');
  await expect(told(page, t.committed)).toBeVisible({ timeout: SLOW });
  // The notice leaves what is said of the case readable.
  const bar = await page.getByRole('region', { name: words.changed.title }).boundingBox();
  const below = async (): Promise<number> => ((one) => (one && bar ? one.y + one.height - bar.y : 1))(await page.locator('.notices[data-told]').boundingBox());
  await expect.poll(below, { timeout: SLOW }).toBeLessThanOrEqual(0);
  expect(await nameOf(baseURL, 'wharf-0')).toBe('Wharf Alpha by me');

  await rename(page, 'wharf-0', 'Wharf Alpha once more');
  await changing(baseURL, { entities: [person('wharf-0', 'Wharf Alpha the Third')] });
  await commitIfNotTold(page, 'mine again');
  await conflict.getByRole('radio', { name: new RegExp(`^${t.theirs}`) }).check({ timeout: SLOW });
  await conflict.getByRole('button', { name: t.takeSo }).click();
  await expect(page.locator('.draft-row')).toHaveCount(0, { timeout: SLOW });
  expect(await nameOf(baseURL, 'wharf-0')).toBe('Wharf Alpha the Third');
});

test('what another changes while a form is open is told, and not written over unseen', async ({ page, baseURL }) => {
  test.setTimeout(120_000);
  await page.goto(`/#${Buffer.from(JSON.stringify({ v: 1, panel: { kind: 'entity', id: 'wharf-1' } })).toString('base64url')}`);
  await panel(page).getByRole('button', { name: f.edit }).first().click({ timeout: SLOW });
  const name = form(page).getByLabel(f.field['names.text']!, { exact: true }).first();
  await name.fill('Wharf Beta by me', { timeout: SLOW });
  const heard = page.waitForResponse((answer) => answer.url().includes('/api/records/entity/wharf-1'), { timeout: 60_000 });
  await changing(baseURL, { entities: [person('wharf-1', 'Wharf Beta by another')] });
  // The page hears of it within some seconds, and reads again what it shows.
  await heard;
  await name.press('Control+Enter');
  await expect(form(page)).toHaveCount(0);
  await expect(panel(page).getByRole('region', { name: t.conflict(1) })).toContainText('Wharf Beta by another', { timeout: SLOW });
  expect(await nameOf(baseURL, 'wharf-1')).toBe('Wharf Beta by another');
  await changing(baseURL, { entities: [person('wharf-1', 'Wharf Beta')] });
});

test('an import while a draft is open: what it did not touch goes through, what it did is told', async ({ page, baseURL }) => {
  test.setTimeout(240_000);
  await rename(page, 'wharf-1', 'Wharf Beta the Younger');
  await importing(baseURL ?? '', dataset(['Wharf Alpha imported', 'Wharf Beta'], [[0, 1]], WHARF));
  await commit(page, 'beside an import');
  await expect(told(page, t.committed)).toBeVisible({ timeout: SLOW });
  expect([await nameOf(baseURL, 'wharf-0'), await nameOf(baseURL, 'wharf-1')]).toEqual(['Wharf Alpha imported', 'Wharf Beta the Younger']);

  await rename(page, 'wharf-0', 'Wharf Alpha by hand');
  await importing(baseURL ?? '', dataset(['Wharf Alpha imported again', 'Wharf Beta'], [[0, 1]], WHARF));
  await runAct(page, t.title);
  await expect(panel(page).getByRole('region', { name: t.conflict(1) })).toContainText('Wharf Alpha imported again', { timeout: SLOW });
});

test('where the answer to a commit is lost, its outcome is asked for and nothing is written twice', async ({ page, baseURL }) => {
  test.setTimeout(240_000);
  await rename(page, 'wharf-1', 'Wharf Beta lost and found');
  await page.route('**/api/changes', async (route) => {
    if (route.request().method() === 'POST') await route.fetch();
    await (route.request().method() === 'POST' ? route.abort('connectionreset') : route.continue());
  });
  await commit(page, 'lost');
  await expect(panel(page).getByText(t.unknown)).toBeVisible({ timeout: SLOW });
  await page.unroute('**/api/changes');
  await page.reload();
  await panel(page).getByRole('button', { name: t.ask }).click({ timeout: SLOW });
  await expect(told(page, t.wasWritten)).toBeVisible({ timeout: SLOW });
  await expect(page.locator('.draft-button')).toHaveCount(0);
  expect(await nameOf(baseURL, 'wharf-1')).toBe('Wharf Beta lost and found');
});

test('a claim half filled in is offered after its tab was closed, and where another is begun', async ({ browser, baseURL }) => {
  test.setTimeout(240_000);
  const first = await newPage(browser, baseURL, {});
  await openStart(first);
  await runAct(first, t.claim);
  await expect(form(first).getByRole('combobox', { name: c.who, exact: true })).toBeVisible({ timeout: SLOW });
  await choose(first, c.who, 'Wharf Alpha');
  await type(first, c.inMyWords, 'Half of a thought');
  const context = first.context();
  await first.close();
  const page = await context.newPage();
  await openStart(page);
  await page.getByRole('button', { name: new RegExp(t.begun(1)) }).click();
  const offered = panel(page).getByRole('region', { name: f.kept.title(1) });
  await expect(offered).toContainText('Half of a thought');
  await offered.getByRole('button', { name: f.kept.goOn }).click();
  await expect(form(page).getByRole('combobox', { name: c.who, exact: true })).toHaveValue('Wharf Alpha', { timeout: SLOW });
  await expect(form(page).getByRole('textbox', { name: c.inMyWords })).toHaveValue('Half of a thought');
  await form(page).getByRole('button', { name: f.kept.anew }).click();
  await expectClean(page, 'a form that was begun');
  await form(page).getByRole('button', { name: t.throwDo }).click();
  await expect(form(page).getByRole('textbox', { name: c.inMyWords })).toHaveValue('');
  await page.reload();
  await openStart(page);
  await expect(page.getByRole('button', { name: new RegExp(t.begun(1)) })).toHaveCount(0);
  await context.close();
});

test('what a claim will do stays in view wherever one types; on a phone as one line', async ({ browser, baseURL }) => {
  test.setTimeout(240_000);
  for (const [viewport, height] of [
    [{ width: 1280, height: 640 }, 120],
    [{ width: 390, height: 844 }, 36],
  ] as const) {
    const page = await newPage(browser, baseURL, { viewport });
    await page.goto(`/#${Buffer.from(JSON.stringify({ v: 1, panel: { kind: 'claim', id: 'wharf-0-1' } })).toString('base64url')}`);
    await panel(page).getByRole('button', { name: f.edit, exact: true }).first().click({ timeout: SLOW });
    const does = form(page).locator('.claim-does');
    // As it stands it does nothing.
    await form(page).getByRole('textbox', { name: c.inMyWords }).fill('It says so, too.', { timeout: SLOW });
    await expect(does).toContainText(c.figure.origins, { timeout: SLOW });
    for (const at of [c.who, c.when]) {
      await form(page).getByLabel(at, { exact: true }).first().scrollIntoViewIfNeeded();
      const box = await does.boundingBox();
      expect(box?.y, `at ${at}`).toBeGreaterThanOrEqual(0);
      expect((box?.y ?? 0) + height, `at ${at}`).toBeLessThanOrEqual(viewport.height);
    }
    await expectClean(page, 'what a claim will do');
    await page.context().close();
  }
});

test('axe finds nothing on a draft, its claim, its entity and a conflict, in light and dark, mirrored and on a phone', async ({ browser, baseURL }) => {
  test.setTimeout(300_000);
  for (const [name, options, query] of FOUR_WAYS) {
    const say = sayIn(query === '' ? 'en' : 'ar-XB');
    const { revision } = (await (await fetch(new URL('/api/changes', baseURL))).json()) as { revision: number };
    const citation = { source: 'wharf-source', locator: { paragraph: 3 }, paraphrase: 'Beta is said to have paid Alpha.', standing: { level: 'reported' } };
    const claim = { id: 'wharf-1-0', subject: 'wharf-1', predicate: 'hired', object: 'wharf-0', citations: [citation] };
    const now = (await nameOf(baseURL, 'wharf-0')) ?? '';
    const draft = {
      dataset: WHARF.name,
      past: [[]],
      entries: [
        { kind: 'entity', id: 'wharf-0', name: 'Wharf Alpha by me', record: person('wharf-0', 'Wharf Alpha by me'), before: person('wharf-0', now), revision },
        { kind: 'claim', id: claim.id, name: 'Wharf Beta hired Wharf Alpha', record: claim, revision },
      ],
    };
    const page = await newPage(browser, baseURL, options);
    await page.addInitScript(([key, text]) => localStorage.setItem(key!, text!), [`attest-draft-change ${WHARF.name}`, JSON.stringify(draft)]);
    const check = async (view: string): Promise<void> => {
      await expectClean(page, `${view}, ${name}`);
      await expectNoWider(page, name === 'a phone' ? 390 : 1440, view);
    };
    await page.goto(`/${query}#${Buffer.from(JSON.stringify({ v: 1, panel: { kind: 'draft' } })).toString('base64url')}`);
    const rows = page.locator('.draft-row');
    await expect(rows).toHaveCount(2, { timeout: SLOW });
    await expect(page.locator('.draft [aria-busy=false]')).toBeVisible({ timeout: SLOW });
    await check('draft');

    await rows.nth(1).locator('button.said').click();
    if (name === 'a phone') await form(page).locator('details.claim-does > summary').click({ timeout: SLOW });
    await expect(form(page).locator('[data-prose]')).toBeVisible({ timeout: SLOW });
    await expect(form(page).locator('[aria-busy=false]').first()).toBeVisible({ timeout: SLOW });
    await check('claim form');
    await page.keyboard.press('Escape');
    await expect(form(page)).toHaveCount(0);
    await rows.nth(0).locator('button.said').click();
    await expect(form(page).getByLabel(say(f.field['names.text']!), { exact: true }).first()).toBeVisible({ timeout: SLOW });
    await check('form of an entity');
    await page.keyboard.press('Escape');
    await expect(form(page)).toHaveCount(0);

    await changing(baseURL, { entities: [person('wharf-0', `Wharf Alpha, beside ${name}`)] });
    await page.reload();
    await expect(page.locator('.conflicts article')).toBeVisible({ timeout: SLOW });
    await check('conflict');
    await page.context().close();
  }
});
