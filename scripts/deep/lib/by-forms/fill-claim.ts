/** Fills the form of a claim in the window: its sentence, its flags, and each of its passages. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { FileCitation, FileClaim } from '../../../../server/contract/file-format.ts';
import { LEVELS_WITH_CASE, LEVELS_WITHOUT_BY, QUALIFIERS } from '../../../../server/domain/model/lists.ts';
import { words } from '../../../../client/i18n/messages.ts';
import { type CalledBy, fillDate, openForm, pick, SLOW } from './fill-record.ts';

const t = words.claimForm;
const f = words.forms;
const FLAGS = ['attempted', 'intended', 'expected'] as const;
/** By which key an end is taken that is no entity. */
const KEYS: Readonly<Record<string, string>> = { unknown: '?', none: '0', value: '=' };

/** @param begun the source and paragraph that the form began with */
export async function fillClaim(page: Page, claim: FileClaim, called: CalledBy, begun: { source: string; paragraph: number }): Promise<void> {
  const form = openForm(page);
  await expect(form.getByRole('combobox', { name: t.who, exact: true })).toBeVisible({ timeout: SLOW });
  await fillSentence(form, claim, called);
  for (const [n, citation] of claim.citations.entries()) {
    if (n > 0) await form.getByRole('button', { name: `+ ${t.addPassage}`, exact: true }).click();
    await fillCitation(form.locator('.citation-fields'), citation, called, n === 0 ? begun : undefined);
  }
  // As one who looks what it will say before adding it.
  await expect(form.locator('[data-prose]'), `${claim.id} is told in prose`).toBeVisible({ timeout: SLOW });
  await form.getByRole('button', { name: new RegExp(`^${t.add} `) }).click();
  await expect(form, `${claim.id} is added to the draft`).toHaveCount(0, { timeout: SLOW });
}

async function fillSentence(form: Locator, claim: FileClaim, called: CalledBy): Promise<void> {
  const sentence = form.locator('.claim-sentence');
  await fillEnd(sentence, t.who, claim.subject, called);
  if (typeof claim.object === 'object') {
    await sentence.getByRole('combobox', { name: t.whom, exact: true }).press('"');
    await sentence.getByRole('textbox', { name: t.objectText, exact: true }).fill(claim.object.text);
    await sentence.getByRole('textbox', { name: f.field['lang']!, exact: true }).fill(claim.object.lang);
    await sentence.getByRole('checkbox', { name: t.quoted, exact: true }).setChecked(claim.object.quoted === true);
  } else await fillEnd(sentence, t.whom, claim.object, called);
  await pick(sentence, t.what, called('predicate', claim.predicate), claim.predicate);
  for (const name of QUALIFIERS) {
    const ids = [claim[name] ?? []].flat();
    if (ids.length > 0) await form.getByRole('button', { name: `+ ${t.addSlot[name]}`, exact: true }).click();
    for (const id of ids) await pick(sentence, t.slots[name], called('entity', id));
  }
  for (const flag of FLAGS) if (claim[flag]) await form.getByRole('checkbox', { name: t.flags[flag], exact: true }).check();
  if (claim.occasion !== undefined) await form.getByRole('textbox', { name: t.occasion, exact: true }).fill(claim.occasion);
  await form.locator('.claim-more').getByRole('button', { name: f.more, exact: true }).click();
  await form.locator('.claim-more').getByRole('textbox', { name: f.id, exact: true }).fill(claim.id);
}

async function fillEnd(sentence: Locator, label: string, end: string, called: CalledBy): Promise<void> {
  const key = KEYS[end];
  if (key === undefined) await pick(sentence, label, called('entity', end));
  else await sentence.getByRole('combobox', { name: label, exact: true }).press(key);
}

async function fillCitation(fields: Locator, citation: FileCitation, called: CalledBy, begun?: { source: string; paragraph: number }): Promise<void> {
  const box = (name: string): Locator => fields.getByRole('textbox', { name, exact: true });
  const radio = (group: string, name: string): Locator =>
    fields.getByRole('radiogroup', { name: group, exact: true }).getByRole('radio', { name, exact: true });
  const { source = '', locator } = citation;
  if (source !== begun?.source) await pick(fields, t.source, called('source', source));
  if (locator && 'paragraph' in locator && locator.paragraph !== begun?.paragraph) await box(f.field['paragraph']!).fill(String(locator.paragraph));
  if (citation.stance === 'disputes') await radio(t.stance, t.disputes).check();
  await box(t.inMyWords).fill(citation.paraphrase);
  if (citation.hedge !== undefined) await box(t.hedge).fill(citation.hedge);
  if (citation.reading === 'inferred') await fields.getByRole('checkbox', { name: t.reading, exact: true }).check();
  await fillWhoseWord(fields, citation, called);
  await fillStanding(fields, citation, called);
  for (const [n, date] of [citation.happened ?? []].flat().entries()) {
    if (n > 0) await fields.getByRole('button', { name: t.otherDate, exact: true }).click();
    await fillDate(fields, n === 0 ? t.when : `${t.when} ${n + 1}`, date);
  }
  await fillExtras(fields, citation);
}

async function fillWhoseWord(fields: Locator, citation: FileCitation, called: CalledBy): Promise<void> {
  const { origin, originBasis, through = [], witnessed, statedBy } = citation;
  const way = (name: string): Promise<void> =>
    fields.getByRole('radiogroup', { name: t.whoseWord, exact: true }).getByRole('radio', { name, exact: true }).check();
  if (origin !== undefined) {
    await way(t.takesFrom);
    await pick(fields, t.takesFrom, called('source', origin));
    await fields.getByRole('radio', { name: originBasis === 'inferred' ? t.fromAround : t.fromText, exact: true }).check();
  } else if (originBasis === 'not-established') await way(t.notEstablished);
  else if (originBasis === 'own-voice') await way(t.ownVoice);
  else if (originBasis === 'carried') await way(t.carried);
  for (const id of through) await pick(fields, t.through, called('source', id));
  if (witnessed) await fields.getByRole('checkbox', { name: t.witnessed, exact: true }).check();
  if (statedBy !== undefined) await pick(fields, t.statedBy, called('entity', statedBy));
}

async function fillStanding(fields: Locator, { standing }: FileCitation, called: CalledBy): Promise<void> {
  if (!standing) return;
  const { level, by, case: of, on } = standing as { level: keyof typeof words.standing; by?: string; case?: string; on?: { edtf: string; basis: string } };
  const row = fields.getByRole('group', { name: t.standing, exact: true });
  await row.getByRole('radio', { name: words.standing[level], exact: true }).check();
  if (by !== undefined && !(LEVELS_WITHOUT_BY as readonly string[]).includes(level)) await pick(row, t.by, called('entity', by));
  if (of !== undefined && (LEVELS_WITH_CASE as readonly string[]).includes(level)) await pick(row, t.inCase, called('entity', of));
  if (on !== undefined) await fillDate(row, t.on, on);
}

async function fillExtras(fields: Locator, citation: FileCitation): Promise<void> {
  const extra = async (name: keyof typeof t.extras): Promise<Locator> => {
    await fields.getByRole('button', { name: `+ ${t.extras[name]}`, exact: true }).click();
    return fields.locator('.extra').filter({ has: fields.page().getByRole('button', { name: f.takeOut(t.extras[name]), exact: true }) });
  };
  for (const name of ['count', 'amount'] as const) {
    const value = citation[name];
    if (value === undefined) continue;
    const place = await extra(name);
    for (const end of ['min', 'max'] as const)
      if (value[end] !== undefined) await place.getByRole('textbox', { name: f[end], exact: true }).fill(String(value[end]));
    if (value.unit !== undefined) await place.getByRole('textbox', { name: f.unit, exact: true }).fill(value.unit);
    if (value.approx) await place.getByRole('checkbox', { name: f.approx, exact: true }).check();
    await place.getByRole('combobox').selectOption(value.basis);
  }
  for (const name of ['stage', 'outcome'] as const) {
    const value = citation[name];
    if (value !== undefined) await (await extra(name)).getByRole('combobox').selectOption(value);
  }
  for (const name of ['as', 'quote'] as const) {
    const value = citation[name];
    if (value !== undefined) await (await extra(name)).getByRole('textbox').fill(value);
  }
  if (citation.offences) await (await extra('offences')).getByRole('textbox').fill(citation.offences.join('\n'));
  if (citation.sentence) {
    const place = await extra('sentence');
    await place.getByRole('textbox').fill(citation.sentence.text);
    await place.getByRole('combobox').selectOption(citation.sentence.basis);
  }
}
