/** A question for claims or roles is answered in words on top of its list; its footnotes are copied in at most three acts. */
import { expect, test } from '@playwright/test';
import { expectClean } from './axe-checks.ts';
import { openStart, panel, SLOW } from './steps.ts';

const AT_MOST = 3;
const QUESTIONS = {
  claims: { text: /no origin known to be uninvolved/, lead: /^\d+ claims match, of \d+ distinct origins/, row: '.claim-row' },
  roles: { text: /Is anyone said to be an intermediary in two plots/, lead: /in two plots, as intermediary, none of them in more than one/, row: '.item' },
};

for (const [kind, { text, lead, row }] of Object.entries(QUESTIONS)) {
  test(`a question for ${kind}, its answer in words and the copied footnotes take three acts at most`, async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openStart(page);
    let acts = 0;
    await page.getByRole('region', { name: 'Ready questions' }).getByRole('button', { name: text }).click();
    acts += 1;
    const answer = panel(page).getByRole('region', { name: 'Answer' });
    await expect(answer).toContainText(lead, { timeout: SLOW });
    await expect(answer.getByRole('term')).toHaveText(['Rests on a court', 'Uninvolved origin', 'Stands against it', 'No link, says']);
    await expect(panel(page).locator(row).first()).toBeVisible();
    await expectClean(page, `${kind} answered in words`);
    await panel(page).getByRole('button', { name: 'Copy with footnotes' }).click();
    acts += 1;
    await expect(page.getByText('Copied.')).toBeVisible();
    expect(acts).toBeLessThanOrEqual(AT_MOST);
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split('\n')[0]).toMatch(text);
    const marks = [...new Set([...copied.matchAll(/\[(\d+)\]/g)].map(([, n]) => Number(n)))];
    expect(marks).toEqual(marks.map((_, i) => i + 1));
    for (const n of marks) expect(copied).toMatch(new RegExp(`^\\[${n}\\] .*paragraph`, 'm'));
    expect(copied).toContain('later outcomes not searched');
    // A number opens its passage.
    await answer.locator('.fn').first().click();
    await expect(panel(page).getByRole('article').first()).toBeVisible({ timeout: SLOW });
  });
}

test('a list of roles kept in a link shows the roles that were asked for', async ({ page }) => {
  await openStart(page);
  await page.getByRole('region', { name: 'Ready questions' }).getByRole('button', { name: QUESTIONS.roles.text }).click();
  const answer = panel(page).getByRole('region', { name: 'Answer' });
  await expect(answer).toContainText(QUESTIONS.roles.lead, { timeout: SLOW });
  await expect(page).toHaveURL(/#.+/, { timeout: SLOW });
  await page.waitForFunction(() => decodeURIComponent(location.href).length > 60);
  await page.reload();
  await expect(answer).toContainText(QUESTIONS.roles.lead, { timeout: SLOW });
  await expect(panel(page).getByText(/perpetrator/)).toHaveCount(0);
});
