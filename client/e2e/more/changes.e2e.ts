/** The changes of the case: read, undone with a plan shown before, redone, and the history of one record. */
import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { words } from '../../i18n/messages.ts';
import { expectClean, expectNoWider, FOUR_WAYS, newPage } from '../axe-checks.ts';
import { dataset, importing, replacing } from '../made-up.ts';
import { openStart, panel, runAct, SLOW, tabTo, told } from '../steps.ts';

const QUAY = { name: 'quay', title: 'A case to be changed', until: '2024-09' };
const TWO = dataset(['Quay Alpha', 'Quay Beta'], [[0, 1]], QUAY);
const person = (id: string, text: string, more = {}) => ({ id, type: 'Person', names: [{ text, lang: 'en', kind: 'primary' }], ...more });

/** Changes records over the API, as somebody else would. Returns the id of the change set. */
async function changing(baseURL: string | undefined, records: object, why: string, who = 'Bob'): Promise<string> {
  const { revision } = (await (await fetch(new URL('/api/changes', baseURL))).json()) as { revision: number };
  const operation = randomUUID();
  const body = JSON.stringify({ dataset: QUAY.name, revision, records, remove: [], who, why, operation });
  const answer = await fetch(new URL('/api/changes', baseURL), { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  expect(answer.status, await answer.clone().text()).toBe(200);
  return operation;
}
const row = (page: Page, why: string) => panel(page).locator('.change-row').filter({ hasText: why });
const openChanges = async (page: Page): Promise<void> => {
  await runAct(page, words.changes.title);
  await expect(panel(page).locator('.change-row').first()).toBeVisible({ timeout: SLOW });
};
const plan = (page: Page) => panel(page).locator('.plan');

test.beforeEach(async ({ baseURL }) => importing(baseURL ?? '', TWO).then(() => undefined));
test.afterEach(async ({ baseURL }) => replacing(baseURL ?? '', dataset([], [], QUAY)));

test('a change set is read, undone and redone without a pointer, and the name is asked once', async ({ page, baseURL }) => {
  test.setTimeout(180_000);
  await changing(baseURL, { entities: [person('quay-0', 'Quay Alpha the Elder')] }, 'the longer name is right');
  await openStart(page);
  await openChanges(page);
  await tabTo(page, /the longer name is right/);
  await page.keyboard.press('Enter');
  const changed = panel(page).getByRole('article', { name: 'Quay Alpha the Elder' });
  await expect(changed.locator('del')).toHaveText(/^Quay Alpha \(/, { timeout: SLOW });
  await expect(changed.locator('ins')).toHaveText(/^Quay Alpha the Elder \(/);

  await tabTo(page, /^Undo this change set/);
  await page.keyboard.press('Enter');
  await expect(plan(page)).toContainText('1 record would say again what it said before. It is a change set of its own', { timeout: SLOW });
  const field = (name: string) => plan(page).getByRole('textbox', { name });
  await field(words.changePlan.reason).focus();
  await page.keyboard.type('it was a slip');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Анна');
  await page.keyboard.press('Enter');
  await expect(told(page, 'Undone.')).toBeVisible({ timeout: SLOW });
  await expect(panel(page).getByText(words.changes.undoneBy)).toBeVisible({ timeout: SLOW });
  await page.keyboard.press('Escape');
  await expect(row(page, 'the longer name is right')).toHaveClass(/undone/, { timeout: SLOW });

  await row(page, 'it was a slip').press('Enter');
  await expect(panel(page).getByText('It undoes a change set.')).toBeVisible({ timeout: SLOW });
  await panel(page).getByRole('button', { name: words.changePlan.redo }).press('Enter');
  await expect(plan(page)).toContainText('Changes are signed as Анна.', { timeout: SLOW });
  await field(words.changePlan.reason).fill('it was right after all');
  await plan(page).getByRole('button', { name: words.changePlan.doRedo, exact: true }).press('Enter');
  await expect(told(page, 'Redone.')).toBeVisible({ timeout: SLOW });
  await page.keyboard.press('Escape');
  await expect(row(page, 'the longer name is right')).not.toHaveClass(/undone/, { timeout: SLOW });
});

test('an undo names the later work that rests on it, and takes it back with it', async ({ page, baseURL }) => {
  test.setTimeout(180_000);
  await changing(baseURL, { entities: [person('quay-new', 'Quay Gamma')] }, 'a third person');
  await changing(baseURL, { entities: [person('quay-maybe', 'Quay Nobody', { candidates: ['quay-0', 'quay-new'] })] }, 'who it may be', 'Cleo');
  await openStart(page);
  await openChanges(page);
  await row(page, 'a third person').click();
  await panel(page).getByRole('button', { name: words.changePlan.undo }).click();
  await expect(plan(page)).toContainText(words.changePlan.inTheWay(1), { timeout: SLOW });
  await expect(plan(page)).toContainText(/“Quay Nobody” refers to it, written by "Cleo" \(today, \d\d:\d\d\): "who it may be"/);
  await expect(plan(page).getByRole('textbox')).toHaveCount(0);
  await plan(page)
    .getByRole('button', { name: words.changePlan.also(1) })
    .click();
  await expect(plan(page)).toContainText('2 records would be taken away', { timeout: SLOW });
  await plan(page).getByRole('textbox', { name: words.changePlan.reason }).fill('neither is in the text');
  await plan(page).getByRole('textbox', { name: words.changePlan.name }).fill('Ada');
  await plan(page).getByRole('button', { name: words.changePlan.doUndo, exact: true }).click();
  await expect(told(page, 'Undone.')).toBeVisible({ timeout: SLOW });
  await page.keyboard.press('Escape');
  for (const why of ['a third person', 'who it may be']) await expect(row(page, why)).toHaveClass(/undone/, { timeout: SLOW });
});

test('the history of a person says who changed what, and brings an earlier state back unless others changed it meanwhile', async ({ page, baseURL }) => {
  test.setTimeout(180_000);
  await changing(baseURL, { entities: [person('quay-named', 'Quay First')] }, 'a first name');
  await changing(baseURL, { entities: [person('quay-named', 'Quay Second')] }, 'a second name');
  await page.goto(`/#${Buffer.from(JSON.stringify({ v: 1, panel: { kind: 'entity', id: 'quay-named' } })).toString('base64url')}`);
  await panel(page).getByRole('button', { name: words.changes.history }).click({ timeout: SLOW });
  const states = panel(page).getByRole('region', { name: /^revision/ });
  await expect(states).toHaveCount(2, { timeout: SLOW });
  await expect(states.first()).toContainText('a second name');
  await expect(states.first()).toContainText('Bob');
  await states.last().getByRole('button', { name: words.changes.restore }).click();
  await plan(page).getByRole('textbox', { name: words.changePlan.reason }).fill('the first was right');
  await plan(page).getByRole('textbox', { name: words.changePlan.name }).fill('Ada');
  await changing(baseURL, { entities: [person('quay-named', 'Quay Third')] }, 'a third name', 'Cleo');
  await plan(page).getByRole('button', { name: words.changePlan.doRestore, exact: true }).click();
  await expect(plan(page).getByRole('alert')).toContainText(/Somebody changed these records meanwhile.*"quay-named" was changed \(names\) by "Cleo"/, {
    timeout: SLOW,
  });
  await expect(states).toHaveCount(3, { timeout: SLOW });
  await expect(plan(page).getByRole('textbox', { name: words.changePlan.reason })).toHaveValue('the first was right');
  await plan(page).getByRole('button', { name: words.changePlan.doRestore, exact: true }).click();
  await expect(told(page, 'Brought back.')).toBeVisible({ timeout: SLOW });
  await page.keyboard.press('Escape');
  await expect(panel(page).getByRole('heading', { name: 'Quay First' })).toBeVisible({ timeout: SLOW });
});

test('axe finds nothing on changes, a change set with its undo and a history, in light and dark, mirrored and on a phone', async ({ browser, baseURL }) => {
  test.setTimeout(300_000);
  await changing(baseURL, { entities: [person('quay-0', 'Quay Alpha the Elder')] }, 'a longer name');
  for (const [name, options, query] of FOUR_WAYS) {
    const page = await newPage(browser, baseURL, options);
    const open = async (of: object, waitFor: string): Promise<void> => {
      await page.goto('about:blank');
      await page.goto(`/${query}#${Buffer.from(JSON.stringify({ v: 1, panel: of })).toString('base64url')}`);
      await expect(page.locator(waitFor).first()).toBeVisible({ timeout: SLOW });
    };
    const check = async (view: string): Promise<void> => {
      await expectClean(page, `${view}, ${name}`);
      await expectNoWider(page, name === 'a phone' ? 390 : 1440, view);
    };
    await open({ kind: 'changes' }, '.change-row');
    await check('changes');
    await page.locator('.change-row').first().click();
    await page.locator('.change-head > .btn').click({ timeout: SLOW });
    await expect(page.locator('.plan form').first()).toBeVisible({ timeout: SLOW });
    await check('change set');
    await open({ kind: 'history', of: 'claim', id: 'quay-0-1' }, '.change-row');
    await check('history');
    await page.context().close();
  }
});
