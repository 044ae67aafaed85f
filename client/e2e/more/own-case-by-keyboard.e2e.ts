/**
 * From an empty Attest to a backup that is restored elsewhere, by keys alone: a case, a pasted text, two people, a plot, three claims with their passages, one of
 * them disputed; the picture; an edit, undone and done again. It is timed, and with `ATTEST_PICTURES` each step is pictured in that folder.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { startApp, throwawayData } from '../../../scripts/deep/lib/run-app.ts';
import { runScript } from '../../../scripts/deep/lib/run-script.ts';
import { words } from '../../i18n/messages.ts';
import { canvas, form, panel, runAct, searchField, SLOW, still, tabTo, told } from '../steps.ts';

const t = words.draft;
const f = words.forms;
const c = words.claimForm;
const TITLE = 'The fire at Lanner wharf';
const SOURCE = 'What burned at Lanner';
const TEXT = [
  'On a night in March the sheds of the Lanner wharf burned down.',
  'The harbour police say that Edda Holm paid Jorun Vik for setting them alight.',
  'In the week before it a clerk saw Vik walk round the sheds with a notebook.',
  'Holm calls all of it an invention of her rivals, and says that she never met Vik.',
].join('\n');

const exactly = (text: string): RegExp => new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}$`);
/** Presses Tab until the element has the focus; fails where it never does. */
async function tabInto(page: Page, field: Locator): Promise<void> {
  await expect(field).toBeVisible({ timeout: SLOW });
  for (let i = 0; i < 160; i += 1) {
    if (await field.evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${String(field)}.`);
}
async function typeInto(page: Page, label: string | RegExp, text: string): Promise<void> {
  await tabInto(page, form(page).getByRole('textbox', { name: label, exact: true }).first());
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}
/** Goes to a field that finds records, types a name, and takes the record of that name. */
async function choose(page: Page, label: string, name: string): Promise<void> {
  await tabTo(page, exactly(label));
  await page.keyboard.type(name);
  await expect(form(page).getByRole('option').first()).toContainText(name, { timeout: SLOW });
  await page.keyboard.press('Enter');
}
/** Adds what the form has to the draft. */
async function add(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await expect(form(page)).toHaveCount(0, { timeout: SLOW });
}
/** Goes to the paragraph by J, and opens the form of a claim there. */
async function claimAt(page: Page, paragraph: number): Promise<void> {
  const at = async (): Promise<number> =>
    Number(
      ((await page.locator('.paragraph[aria-current]').all()).length > 0 ? await page.locator('.paragraph[aria-current]').getAttribute('id') : 'p0')!.slice(1),
    );
  while ((await at()) !== paragraph) {
    const next = (await at()) + ((await at()) < paragraph ? 1 : -1);
    await page.keyboard.press((await at()) < paragraph ? 'j' : 'k');
    await expect(page.locator(`#p${next}`)).toHaveAttribute('aria-current', 'true', { timeout: SLOW });
  }
  await page.keyboard.press('c');
  await expect(form(page).getByRole('combobox', { name: c.who, exact: true })).toBeVisible({ timeout: SLOW });
}
interface Said {
  who: string;
  what: string;
  whom: string;
  plot?: string;
  paraphrase: string;
}
async function sayClaim(page: Page, { who, what, whom, plot, paraphrase }: Said): Promise<void> {
  await choose(page, c.who, who);
  await choose(page, c.what, what);
  await choose(page, c.whom, whom);
  if (plot !== undefined) {
    await tabTo(page, exactly(`+ ${c.addSlot.in}`));
    await page.keyboard.press('Enter');
    await choose(page, c.slots.in, plot);
  }
  await typeInto(page, c.inMyWords, paraphrase);
}
async function planned(page: Page): Promise<void> {
  await expect(form(page).locator('[data-prose]')).toBeVisible({ timeout: SLOW });
  await expect(form(page).locator('.claim-does[aria-busy=false]')).toBeVisible({ timeout: SLOW });
}
async function commit(page: Page, why: string): Promise<void> {
  await runAct(page, t.title);
  await tabInto(page, panel(page).getByRole('textbox', { name: words.changePlan.reason }));
  await page.keyboard.type(why);
  const button = panel(page).getByRole('button', { name: /^Commit/ });
  await expect(button).toBeEnabled({ timeout: SLOW });
  await tabInto(page, button);
  await page.keyboard.press('Enter');
  await expect(told(page, t.committed)).toBeVisible({ timeout: SLOW });
  await expect(page.locator('.draft-button')).toHaveCount(0, { timeout: SLOW });
}
/** Opens the change set of that reason, and undoes it. */
async function undo(page: Page, of: string, act: string, doIt: string, done: string, why: string): Promise<void> {
  await runAct(page, words.changes.title);
  const row = panel(page).locator('.change-row').filter({ hasText: of }).first();
  await tabInto(page, row);
  await page.keyboard.press('Enter');
  const button = panel(page).getByRole('button', { name: act });
  await tabInto(page, button);
  await page.keyboard.press('Enter');
  await tabInto(page, panel(page).getByRole('textbox', { name: words.changePlan.reason }));
  await page.keyboard.type(why);
  const doing = panel(page).getByRole('button', { name: doIt, exact: true });
  await expect(doing).toBeEnabled({ timeout: SLOW });
  await tabInto(page, doing);
  await page.keyboard.press('Enter');
  await expect(told(page, done)).toBeVisible({ timeout: SLOW });
}

test('an empty Attest becomes a case by keys alone, and its backup is the same elsewhere', async ({ page, context }) => {
  test.setTimeout(900_000);
  const data = throwawayData();
  const elsewhere = throwawayData();
  const files = mkdtempSync(join(tmpdir(), 'attest-journey-'));
  const app = await startApp(data.dir, { ATTEST_EMPTY: 'true', CI: 'true' });
  const pictures = process.env['ATTEST_PICTURES'];
  if (pictures) mkdirSync(pictures, { recursive: true });
  let pictured = 0;
  const picture = async (name: string): Promise<void> => {
    if (pictures) await page.screenshot({ path: join(pictures, `${String((pictured += 1)).padStart(2, '0')}-${name}.png`) });
  };
  try {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: app.url });
    await page.goto(app.url);
    await expect(page.getByRole('button', { name: words.caseForms.new }).first()).toBeVisible({ timeout: SLOW });
    const from = Date.now();
    await picture('empty');

    await tabTo(page, exactly(words.caseForms.new));
    await page.keyboard.press('Enter');
    await typeInto(page, words.caseForms.called, TITLE);
    await typeInto(page, words.caseForms.until, '2024-04');
    await typeInto(page, words.addText.who, 'Mira');
    await picture('new-case');
    await page.keyboard.press('Control+Enter');
    // The next step is open, with the focus in it: the first text, of a new source.
    const source = form(page).getByLabel(words.addText.source, { exact: true });
    await expect(source).toBeFocused({ timeout: SLOW });
    await expect(source.getByRole('option', { selected: true })).toHaveText(words.addText.newSource);
    await picture('next-step');

    await typeInto(page, words.addText.sourceTitle, SOURCE);
    await typeInto(page, words.addText.publisher, 'The Lanner Post');
    await typeInto(page, words.addText.published, '2024-03-20');
    await page.evaluate((text) => navigator.clipboard.writeText(text), TEXT);
    await tabInto(page, form(page).getByRole('textbox', { name: words.addText.text, exact: true }));
    await page.keyboard.press('Control+v');
    await expect(form(page).getByRole('textbox', { name: words.addText.text, exact: true })).toHaveValue(TEXT);
    await picture('text-pasted');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1, name: SOURCE })).toBeVisible({ timeout: SLOW });

    // Nobody of that name is there: the search makes her.
    await page.keyboard.press('/');
    await expect(searchField(page)).toBeFocused();
    await page.keyboard.type('Edda Holm');
    await expect(page.getByRole('button', { name: f.make('entity', 'Edda Holm') })).toBeVisible({ timeout: SLOW });
    await picture('nobody-of-that-name');
    await page.keyboard.press('Enter');
    await expect(form(page).getByLabel(f.field['names.text']!, { exact: true }).first()).toHaveValue('Edda Holm', { timeout: SLOW });
    // A form takes the focus once it is there.
    await expect(form(page).getByLabel('type', { exact: true })).toBeFocused();
    await add(page);
    for (const [name, type] of [
      ['Jorun Vik', ''],
      ['Harbour police', 'A'],
      ['Fire at the wharf', 'Plo'],
    ] as const) {
      await runAct(page, t.addRecord.entity);
      await expect(form(page).getByRole('button', { name: f.addToDraft })).toBeVisible({ timeout: SLOW });
      if (type !== '') {
        await tabInto(page, form(page).getByLabel('type', { exact: true }));
        await page.keyboard.type(type);
      }
      await typeInto(page, f.field['names.text']!, name);
      await add(page);
    }
    await picture('people-and-plot');

    await claimAt(page, 2);
    await sayClaim(page, { who: 'Edda Holm', what: 'hired', whom: 'Jorun Vik', plot: 'Fire at the wharf', paraphrase: 'Police have Holm pay for the arson.' });
    await tabInto(page, form(page).getByRole('radio', { name: words.standing.reported, exact: true }));
    while (!(await form(page).getByRole('radio', { name: words.standing.alleged, exact: true }).isChecked())) await page.keyboard.press('ArrowRight');
    await choose(page, c.by, 'Harbour police');
    await planned(page);
    await picture('first-claim');
    await add(page);
    await expect(page.locator('#p2 .margin-claim.drafted')).toContainText(t.short);
    await picture('draft-in-the-margin');
    await claimAt(page, 3);
    await sayClaim(page, {
      who: 'Jorun Vik',
      what: 'carried out',
      whom: 'Fire at the wharf',
      paraphrase: 'Somebody noticed him there days earlier, taking notes.',
    });
    await planned(page);
    await add(page);
    await claimAt(page, 4);
    await sayClaim(page, {
      who: 'Edda Holm',
      what: 'hired',
      whom: 'Jorun Vik',
      plot: 'Fire at the wharf',
      paraphrase: 'She denies that there is anything in it.',
    });
    await tabInto(page, form(page).getByRole('radio', { name: c.supports }));
    await page.keyboard.press('ArrowRight');
    await expect(form(page).getByRole('radio', { name: c.disputes })).toBeChecked();
    await choose(page, c.by, 'Edda Holm');
    await planned(page);
    await picture('a-denial');
    await add(page);
    await claimAt(page, 2);
    await sayClaim(page, { who: 'Harbour police', what: 'investigated', whom: 'Fire at the wharf', paraphrase: 'They speak of what they found out.' });
    await planned(page);
    await add(page);
    await commit(page, 'read whole');
    await picture('committed');

    await tabTo(page, exactly(words.places.explore));
    await page.keyboard.press('Enter');
    await page.keyboard.press('/');
    await page.keyboard.type('Edda Holm');
    await expect(page.getByRole('option').filter({ hasText: 'Edda Holm' }).first()).toBeVisible({ timeout: SLOW });
    await page.keyboard.press('Enter');
    await expect(panel(page).getByRole('heading', { name: 'Edda Holm' })).toBeVisible({ timeout: SLOW });
    await tabTo(page, /^Show$/);
    await page.keyboard.press('Enter');
    await expect(canvas(page)).toHaveAttribute('data-claims', /^[1-9]/, { timeout: SLOW });
    await still(page);
    await picture('picture');

    await tabInto(page, panel(page).getByRole('button', { name: f.edit, exact: true }).first());
    await page.keyboard.press('Enter');
    await expect(form(page).getByLabel(f.field['names.text']!, { exact: true }).first()).toHaveValue('Edda Holm', { timeout: SLOW });
    await typeInto(page, f.field['names.text']!, 'Edda Holm the Elder');
    await picture('edit');
    await add(page);
    await commit(page, 'called so in the register');
    // Search finds what is spelt alike, too.
    const nameNow = async (): Promise<string | undefined> =>
      ((await (await page.request.get(`${app.url}/api/entities?q=Edda`)).json()) as { results: { entity: { name: string } }[] }).results[0]?.entity.name;
    await expect.poll(nameNow).toBe('Edda Holm the Elder');
    await undo(page, 'called so in the register', words.changePlan.undo, words.changePlan.doUndo, words.changePlan.done.undo, 'another Holm');
    await expect.poll(nameNow).toBe('Edda Holm');
    await picture('undone');
    await undo(page, 'another Holm', words.changePlan.redo, words.changePlan.doRedo, words.changePlan.done.redo, 'the same after all');
    await expect.poll(nameNow).toBe('Edda Holm the Elder');
    await picture('redone');

    await runAct(page, words.changes.title);
    await tabInto(page, panel(page).locator('summary').filter({ hasText: words.backups.title }));
    await page.keyboard.press('Enter');
    await tabInto(page, panel(page).getByRole('button', { name: words.backups.make }));
    await page.keyboard.press('Enter');
    const link = panel(page).getByRole('link').filter({ hasText: /\d/ }).first();
    await expect(told(page, words.backups.done)).toBeVisible({ timeout: SLOW });
    await tabInto(page, link);
    await picture('backed-up');
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    const backup = join(files, 'journey.jsonl.gz');
    await download.saveAs(backup);
    const seconds = Math.round((Date.now() - from) / 1_000);
    test.info().annotations.push({ type: 'seconds', description: String(seconds) });
    expect(seconds, 'by keys within ten minutes').toBeLessThan(600);

    const restored = await runScript('scripts/restore.ts', [backup], elsewhere.dir);
    expect(restored.status, restored.stderr).toBe(0);
    const again = join(files, 'again.jsonl.gz');
    const remade = await runScript('scripts/backup.ts', [again], elsewhere.dir);
    expect(remade.status, remade.stderr).toBe(0);
    const digestIn = (output: string): string | undefined => /digest (\S+?),? /.exec(output)?.[1];
    expect(digestIn(restored.stdout)).toMatch(/^[0-9a-f]{64}$/);
    expect(digestIn(remade.stdout)).toBe(digestIn(restored.stdout));
  } finally {
    await app.stop();
    data.remove();
    elsewhere.remove();
    rmSync(files, { recursive: true, force: true });
  }
});
