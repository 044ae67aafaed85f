/** A file of another program in the window: what of it is taken over is planned as claims, what is not is told with its reason and place, and the rest is written. */
import { expect, test } from '@playwright/test';
import { expectClean, expectNoWider } from '../axe-checks.ts';
import { applyImport, dialog, expectImported, SLOW } from '../steps.ts';

const DATASET = 'stix-window-foreign';
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const object = (type: string, n: number, more: object) => ({
  type,
  spec_version: '2.1',
  id: `${type}--${uuid(n)}`,
  created: '2023-05-01T10:00:00.000Z',
  modified: '2023-05-02T10:00:00.000Z',
  ...more,
});
const company = object('identity', 1, { name: 'Alder Works', identity_class: 'organization', sectors: ['energy'] });
const group = object('intrusion-set', 2, { name: 'Quiet Birch' });
const targets = { relationship_type: 'targets', source_ref: group.id, target_ref: company.id, confidence: 80 };
const bundle = JSON.stringify({
  type: 'bundle',
  id: `bundle--${uuid(0)}`,
  objects: [
    company,
    group,
    object('relationship', 3, targets),
    object('note', 4, { content: 'A note', object_refs: [group.id] }),
    object('tool', 5, { name: 'Gone', revoked: true }),
  ],
});

test.afterAll(async ({ baseURL }) => {
  const { records } = (await (await fetch(new URL(`/api/cases/${DATASET}/size`, baseURL))).json()) as { records: number };
  const body = JSON.stringify({ records, who: 'test', why: 'made up', operation: crypto.randomUUID() });
  await fetch(new URL(`/api/cases/${DATASET}/remove`, baseURL), { method: 'POST', headers: { 'content-type': 'application/json' }, body });
});

test('a STIX file is planned as claims without a standing, what is rejected is listed, and it is written', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Desk', exact: true }).click();
  await page.getByRole('button', { name: 'Import files…' }).click();
  // Told by its content: it is called like any other.
  await dialog(page)
    .locator('input[type=file]:not([webkitdirectory])')
    .setInputFiles({ name: 'window-foreign.json', mimeType: 'application/json', buffer: Buffer.from(bundle) });
  const converted = dialog(page).getByRole('region', { name: 'From other programs' });
  await expect(converted).toContainText('5 read: 3 taken over, 2 rejected', { timeout: SLOW });
  await expect(converted).toContainText('a note says in free words what no claim can be made of (object 4)');
  await expect(converted).toContainText('its maker revoked it (object 5)');
  await converted.getByText('1 detail not taken over').click();
  await expect(converted).toContainText('the property “sectors”');
  await expect(dialog(page).getByRole('checkbox', { name: /^Import: A converted record .*Quiet Birch targeted Alder Works/ })).toBeChecked();
  await expectClean(page, 'import of a STIX file');
  await expectNoWider(page, 1440, 'import of a STIX file');
  await page.screenshot({ path: test.info().outputPath('planned.png') });

  await applyImport(page);
  await expectImported(page);
  await expect(dialog(page).getByText('Of those taken over, 3 new, 0 changed, 0 the same.')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('written.png') });
});
