/** By the window alone: a case of one's own out of two pasted texts; five claims with their passages, committed; one edited, one removed, that undone; and the case removed. */
import { expect, type Page, test } from '@playwright/test';
import { words } from '../i18n/messages.ts';
import { form, openStart, panel, runAct, SLOW, told } from './steps.ts';

const f = words.forms;
const c = words.claimForm;
const TITLE = 'Dues of the north quay';
const FIRST = 'A letter from the quay';
const LETTER = [
  'In the spring Orla Tamm paid Piet Roos to count the barges of the north quay.',
  'On the evening before Roos rang Sanna Vey, so the harbour master wrote.',
  'The money of Harbour Lights came from Tamm alone.',
].join('\n');
const NOTICE = ['Since March Piet Roos has been on the books of Harbour Lights.', 'At the meeting Sanna Vey called what Orla Tamm did a disgrace.'].join('\n');

const claimsOf = async (page: Page): Promise<number | undefined> =>
  ((await (await page.request.get('/api/stats')).json()) as { datasets: { title: string; claims: number }[] }).datasets.find(({ title }) => title === TITLE)
    ?.claims;

async function addText(page: Page, title: string, publisher: string, text: string): Promise<void> {
  // After a case is made its first text is asked for at once.
  if (title !== FIRST) await page.getByRole('button', { name: words.desk.add, exact: true }).first().click({ timeout: SLOW });
  await form(page).getByLabel(words.addText.source, { exact: true }).selectOption({ label: words.addText.newSource });
  await form(page).getByLabel(words.addText.sourceTitle, { exact: true }).fill(title);
  await form(page)
    .getByLabel(new RegExp(`^${words.addText.publisher}`))
    .fill(publisher);
  await form(page)
    .getByLabel(new RegExp(`^${words.addText.published}`))
    .fill('2024-05-02');
  await form(page).getByLabel(words.addText.text, { exact: true }).fill(text);
  await form(page)
    .getByRole('button', { name: new RegExp(`^${words.addText.keep}`) })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible({ timeout: SLOW });
}
/** Finds a record by its name, or makes an entity of that name and type. */
async function choose(page: Page, label: string, name: string, makes?: string): Promise<void> {
  const field = form(page).getByRole('combobox', { name: label, exact: true });
  await field.fill(name);
  if (makes === undefined) {
    await form(page).getByRole('option').filter({ hasText: name }).first().click({ timeout: SLOW });
    return;
  }
  await form(page)
    .getByRole('option', { name: f.make('entity', name) })
    .click({ timeout: SLOW });
  await expect(form(page).getByRole('button', { name: f.addToDraft })).toBeVisible({ timeout: SLOW });
  if (makes !== 'Person') await form(page).getByRole('combobox', { name: 'type', exact: true }).selectOption(makes);
  await form(page).getByRole('button', { name: f.addToDraft }).click();
  await expect(field).toHaveValue(name);
}
interface Said {
  paragraph: number;
  who: string;
  what: string;
  whom: string;
  paraphrase: string;
  /** Types of the ends that are made. */
  makes?: { who?: string; whom?: string };
}
async function claim(page: Page, { paragraph, who, what, whom, paraphrase, makes }: Said): Promise<void> {
  const row = page.locator(`#p${paragraph}`);
  // The first word is selected.
  await row.locator('[data-paragraph]').dblclick({ position: { x: 12, y: 12 } });
  await row.getByRole('button', { name: new RegExp(`^${words.desk.claim}`) }).click({ timeout: SLOW });
  await choose(page, c.who, who, makes?.who);
  await choose(page, c.what, what);
  await choose(page, c.whom, whom, makes?.whom);
  await form(page).getByRole('textbox', { name: c.inMyWords }).fill(paraphrase);
  await expect(form(page).locator('[data-prose]')).toBeVisible({ timeout: SLOW });
  await page.keyboard.press('Control+Enter');
  await expect(form(page)).toHaveCount(0);
}
async function commit(page: Page, why: string): Promise<void> {
  await page.locator('.draft-button').click();
  await panel(page).getByRole('textbox', { name: words.changePlan.reason }).fill(why);
  await panel(page)
    .getByRole('button', { name: /^Commit/ })
    .click({ timeout: SLOW });
  await expect(page.locator('.draft-button')).toHaveCount(0, { timeout: SLOW });
}
/** Opens the form of a claim from the margin of the text. */
async function edit(page: Page, paragraph: number): Promise<void> {
  await page.locator(`#p${paragraph} .margin-claim`).click({ timeout: SLOW });
  await panel(page).getByRole('button', { name: f.edit, exact: true }).first().click({ timeout: SLOW });
  await expect(form(page).getByRole('textbox', { name: c.inMyWords })).toBeVisible({ timeout: SLOW });
}
const casesButton = (page: Page) => page.locator('[data-cases]');

test('a newcomer makes a case of two texts, cites, commits, puts right, takes away, undoes, and removes the case', async ({ page }) => {
  test.setTimeout(300_000);
  await openStart(page);
  const began = Date.now();
  await casesButton(page).click();
  await page.getByRole('button', { name: words.caseForms.new }).click();
  await form(page)
    .getByLabel(new RegExp(`^${words.addText.who}`))
    .fill('Mira');
  // A case without a name is told beside the field, and what was typed stays.
  await form(page)
    .getByRole('button', { name: new RegExp(`^${words.caseForms.make}`) })
    .click();
  await expect(form(page)).toContainText(words.caseForms.needs.title);
  await form(page).getByLabel(words.caseForms.called, { exact: true }).fill(TITLE);
  await form(page)
    .getByRole('button', { name: new RegExp(`^${words.caseForms.make}`) })
    .click();
  await expect(casesButton(page)).toContainText(TITLE, { timeout: SLOW });

  await addText(page, FIRST, 'The Quay Letter', LETTER);
  await claim(page, {
    paragraph: 1,
    who: 'Orla Tamm',
    what: 'hired',
    whom: 'Piet Roos',
    paraphrase: 'The letter has Tamm giving Roos money to count barges.',
    makes: { who: 'Person', whom: 'Person' },
  });
  await claim(page, {
    paragraph: 2,
    who: 'Piet Roos',
    what: 'communicated with',
    whom: 'Sanna Vey',
    paraphrase: 'Roos is said to have called Vey the night before.',
    makes: { whom: 'Person' },
  });
  await claim(page, {
    paragraph: 3,
    who: 'Orla Tamm',
    what: 'financed',
    whom: 'Harbour Lights',
    paraphrase: 'Its funds are put down to Tamm.',
    makes: { whom: 'Organization' },
  });
  await addText(page, 'Notice to members', 'Harbour Notices', NOTICE);
  await claim(page, { paragraph: 1, who: 'Piet Roos', what: 'works for', whom: 'Harbour Lights', paraphrase: 'Roos is employed there.' });
  await claim(page, { paragraph: 2, who: 'Sanna Vey', what: 'criticised', whom: 'Orla Tamm', paraphrase: 'Vey found fault with it.' });
  await commit(page, 'both texts read');
  expect(await claimsOf(page)).toBe(5);

  await edit(page, 2);
  await form(page).getByRole('textbox', { name: c.inMyWords }).fill('Vey spoke against it before the members.');
  await page.keyboard.press('Control+Enter');
  await expect(form(page)).toHaveCount(0);
  await commit(page, 'said more exactly');
  await edit(page, 1);
  await form(page).getByRole('button', { name: f.remove }).click();
  await form(page).getByRole('button', { name: f.doRemove }).click({ timeout: SLOW });
  await expect(form(page)).toHaveCount(0);
  await commit(page, 'not what it says');
  expect(await claimsOf(page)).toBe(4);
  await expect(page.locator('#p1')).toHaveClass(/uncited/, { timeout: SLOW });

  await runAct(page, words.changes.title);
  await panel(page).locator('.change-row').filter({ hasText: 'not what it says' }).click({ timeout: SLOW });
  await panel(page).getByRole('button', { name: words.changePlan.undo }).click({ timeout: SLOW });
  await panel(page).getByRole('textbox', { name: words.changePlan.reason }).fill('it does say so');
  await panel(page).getByRole('button', { name: words.changePlan.doUndo, exact: true }).click({ timeout: SLOW });
  await expect(told(page, words.changePlan.done.undo)).toBeVisible({ timeout: SLOW });
  expect(await claimsOf(page)).toBe(5);
  await expect(page.locator('#p1')).not.toHaveClass(/uncited/, { timeout: SLOW });
  test.info().annotations.push({ type: 'seconds', description: String(Math.round((Date.now() - began) / 1000)) });

  await casesButton(page).click();
  await page.getByRole('button', { name: words.caseForms.removeAct }).click();
  const size = form(page).getByLabel(/^Type \d+ to remove it/);
  await expect(size).toBeVisible({ timeout: SLOW });
  const label = await size.evaluate((field: HTMLInputElement) => field.labels?.[0]?.textContent ?? '');
  const asked = /\d+/.exec(label)?.[0] ?? '';
  await size.fill('1');
  await form(page).getByRole('button', { name: words.caseForms.remove, exact: true }).click();
  await expect(form(page)).toContainText(words.caseForms.needs.size);
  await size.fill(asked);
  await form(page).getByRole('button', { name: words.caseForms.remove, exact: true }).click();
  await expect(told(page, words.caseForms.removed(TITLE))).toBeVisible({ timeout: SLOW });
  expect(await claimsOf(page)).toBeUndefined();
});
