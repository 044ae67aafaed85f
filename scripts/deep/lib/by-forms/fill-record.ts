/** Fills the form of a record in the window, field by field, as one who has the record on paper would. */
import { expect, type Locator, type Page } from '@playwright/test';
import { type Field, fieldsFor, type Picked } from '../../../../client/desk/forms/controls/fields.ts';
import { labelOf, optionLabel } from '../../../../client/desk/forms/controls/labels.ts';
import type { FileKind, FileRecord } from '../../../../client/state/draft/file-form.ts';
import { words } from '../../../../client/i18n/messages.ts';

const t = words.forms;
/** Milliseconds that one thing may take on a busy machine. */
export const SLOW = 30_000;
/** Milliseconds after which a click has missed. */
const CLICK_MS = 10_000;
const TRIES = 3;

/** What a record is called where it is looked for. */
export type CalledBy = (kind: Picked, id: string) => string;
export const openForm = (page: Page): Locator => page.getByRole('dialog').filter({ visible: true });

/**
 * Finds a record by its name in a field, and takes it.
 * @param id of the record, which is shown where several have this name
 */
export async function pick(scope: Locator, label: string, name: string, id?: string): Promise<void> {
  // What is found is shown anew as more of it comes: whoever clicks just then misses, and looks for it again.
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await pickOnce(scope, label, name, id);
    } catch (error) {
      if (!String(error).includes('detached') || attempt === TRIES) throw error;
    }
  }
}

async function pickOnce(scope: Locator, label: string, name: string, id?: string): Promise<void> {
  const field = scope.getByRole('combobox', { name: label, exact: true });
  await field.fill('');
  await field.fill(name);
  const options = scope.getByRole('listbox').getByRole('option');
  const named = options.filter({ has: scope.page().getByText(name, { exact: true }) });
  await expect(named.first(), `“${name}” is offered for “${label}”`).toBeVisible({ timeout: SLOW });
  if (id !== undefined && (await named.count()) > 1) return named.filter({ has: scope.page().getByText(id, { exact: true }) }).click({ timeout: CLICK_MS });
  expect(await named.count(), `“${name}” is offered once for “${label}”`).toBe(1);
  await named.click({ timeout: CLICK_MS });
  return undefined;
}

export async function fillDate(scope: Locator, label: string, { edtf, basis }: { edtf: string; basis: string }): Promise<void> {
  const field = scope.getByRole('textbox', { name: label, exact: true });
  await field.fill(edtf);
  await field.press('Tab');
  await scope.getByRole('combobox', { name: `${label}: ${t.howKnown}`, exact: true }).selectOption(basis);
}

/** Fills every field that the record has. A field of which the form has none fails: it cannot be said in the window. */
export async function fillFields(scope: Locator, fields: readonly Field[], record: FileRecord, called: CalledBy): Promise<void> {
  const unknown = Object.keys(record).filter((name) => !fields.some((field) => field.name === name));
  if (unknown.length > 0) throw new Error(`The form has no field for ${unknown.join(', ')}.`);
  if (fields.some(({ name, rare }) => rare && record[name] !== undefined)) {
    const more = scope.getByRole('button', { name: t.more, exact: true }).last();
    if (await more.isVisible()) await more.click();
  }
  for (const field of fields) if (record[field.name] !== undefined) await fillField(scope, field, record[field.name], called);
}

async function fillField(scope: Locator, field: Field, value: unknown, called: CalledBy): Promise<void> {
  const { control } = field;
  const label = labelOf(field);
  const group = scope.getByRole('group', { name: label, exact: true });
  switch (control.is) {
    case 'line':
    case 'long':
    case 'number':
      return scope.getByRole('textbox', { name: label, exact: true }).fill(String(value));
    case 'lines':
      return scope.getByRole('textbox', { name: label, exact: true }).fill((value as string[]).join('\n'));
    case 'flag':
    case 'flag-off':
      return scope.getByRole('checkbox', { name: label, exact: true }).setChecked(value === true);
    case 'choice':
      await scope.getByRole('combobox', { name: label, exact: true }).selectOption(String(value));
      return undefined;
    case 'several':
      for (const one of value as string[]) await group.getByRole('checkbox', { name: optionLabel('type', one), exact: true }).check();
      return undefined;
    case 'date':
      return fillDate(scope, label, value as { edtf: string; basis: string });
    case 'pick':
      return pick(scope, label, called(control.kind, String(value)));
    case 'picks':
      for (const one of value as string[]) await pick(scope, label, called(control.kind, one));
      return undefined;
    case 'group':
      return fillFields(group, control.fields, value as FileRecord, called);
    case 'list':
      return fillList(scope, label, control.fields, value as FileRecord[], called);
    case 'stake':
      return fillStake(group, value as string | FileRecord[], called);
  }
}

async function fillList(scope: Locator, label: string, fields: readonly Field[], rows: readonly FileRecord[], called: CalledBy): Promise<void> {
  for (const [n, row] of rows.entries()) {
    const place = scope.getByRole('group', { name: `${label} ${n + 1}`, exact: true });
    if (!(await place.isVisible())) await scope.getByRole('button', { name: t.addOne(label), exact: true }).click();
    await fillFields(place, fields, row, called);
  }
}

async function fillStake(group: Locator, value: string | readonly FileRecord[], called: CalledBy): Promise<void> {
  const choose = (one: 'none' | 'unclear' | 'some'): Promise<void> => group.getByRole('radio', { name: t.stake[one], exact: true }).check();
  if (typeof value === 'string') return choose(value as 'none' | 'unclear');
  await choose('some');
  for (const [n, { entity, scope, as, why }] of value.entries()) {
    const row = group.getByRole('group', { name: `${t.stake.some} ${n + 1}`, exact: true });
    if (!(await row.isVisible())) await group.getByRole('button', { name: t.addOne(t.stake.some), exact: true }).click();
    if (scope === 'all') await row.getByRole('checkbox', { name: t.all, exact: true }).check();
    else await pick(row, labelOf({ name: 'entity' }), called('entity', String(entity)));
    await row.getByRole('combobox', { name: labelOf({ name: 'as' }), exact: true }).selectOption(String(as));
    await row.getByRole('textbox', { name: labelOf({ name: 'why' }), exact: true }).fill(String(why));
  }
}

/** Fills the form that is open, and adds the record to the draft. */
export async function fillRecord(page: Page, kind: FileKind, record: FileRecord, called: CalledBy): Promise<void> {
  const form = openForm(page);
  await fillFields(form, fieldsFor(kind, record), record, called);
  await form.getByRole('button', { name: t.addToDraft }).click();
  await expect(form, `the ${kind} ${String(record['id'] ?? '')} is added to the draft`).toHaveCount(0, { timeout: SLOW });
}
