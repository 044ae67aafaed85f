/**
 * Curates article 000 of the shipped case once more, in the window: an empty Attest, a new case, the text pasted, and every record filled into the forms by click
 * and key. At the end the records equal those of the file, field by field. With `--articles <folder>` the article itself is pasted; else a stand-in text.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, expect, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { nameRecord } from '../../server/domain/editing/name-record.ts';
import { shortTitle } from '../../server/domain/telling/source-title.ts';
import type { Source } from '../../server/domain/model/records.ts';
import type { FileKind, FileRecord } from '../../client/state/draft/file-form.ts';
import { words } from '../../client/i18n/messages.ts';
import { ensureChromium } from '../lib/browser/chromium.mjs';
import { buildClient } from '../lib/build-client.mjs';
import { importOver } from './lib/ask.ts';
import { fieldsOfForm, fieldsUsed } from './lib/by-forms/fields-used.ts';
import { fillClaim } from './lib/by-forms/fill-claim.ts';
import { type CalledBy, fillRecord, openForm, SLOW } from './lib/by-forms/fill-record.ts';
import { type Piece, pieceOfCase } from './lib/by-forms/piece-of-case.ts';
import { startReport } from './lib/report.ts';
import { ROOT, startApp, throwawayData } from './lib/run-app.ts';

const NAME = 'by-forms';
const FOLDER = join(ROOT, 'fixtures/cases/iran-plots');
const READ = 'page-000';
const WHO = 'Mira';
/** Claims between two commits. */
const LOT = 22;
const report = startReport(NAME);
const d = words.draft;
const piece = pieceOfCase(FOLDER, 'article-000.json');

/** What each record is called where it is looked for. */
function namesIn({ entities, sources, voices, predicates }: Piece): CalledBy {
  const vocabulary = JSON.parse(readFileSync(join(ROOT, 'fixtures/vocabulary/core.json'), 'utf8')) as { predicates: Piece['predicates'] };
  const by = <T extends { id: string }>(list: readonly T[], name: (one: T) => string): ((id: string) => string) => {
    const names = new Map(list.map((one) => [one.id, name(one)]));
    return (id) => names.get(id) ?? id;
  };
  const of: Partial<Record<Parameters<CalledBy>[0], (id: string) => string>> = {
    entity: by(entities, (one) => nameRecord('entity', one, (_, id) => id)),
    source: by(sources, (one) => shortTitle(one as Source)),
    voice: by(voices, ({ name }) => name),
    predicate: by([...vocabulary.predicates, ...predicates], ({ forms }) => forms.finite),
  };
  return (kind, id) => of[kind]?.(id) ?? id;
}
const called = namesIn(piece);

/** The article, where its folder is given; else as many paragraphs, made up. */
function textOfArticle(): string {
  const at = process.argv.indexOf('--articles');
  const folder = at > 0 ? process.argv[at + 1] : undefined;
  if (folder !== undefined) {
    const file = existsSync(folder) ? readdirSync(folder).find((name) => /^000_.*\.txt$/.test(name)) : undefined;
    if (file === undefined) throw new Error(`${folder} has no text of article 000 (000_….txt).`);
    return readFileSync(join(folder, file), 'utf8');
  }
  const rows = readFileSync(join(FOLDER, 'paragraphs.csv'), 'utf8').split('\n');
  const count = rows.filter((row) => row.startsWith(`${READ},`)).length;
  return Array.from({ length: count }, (_, n) => `Paragraph ${n + 1} stands here in the place of the article, which is not ours to ship.`).join('\n\n');
}

function listFields(): void {
  const kinds: [FileKind, readonly object[]][] = [
    ['dataset', [piece.dataset]],
    ['voice', piece.voices],
    ['source', piece.sources],
    ['entity', piece.entities],
    ['predicate', piece.predicates],
    ['identity', piece.identities],
  ];
  for (const [kind, records] of kinds) {
    const used = fieldsUsed(records);
    const has = fieldsOfForm(kind);
    process.stdout.write(`  ${kind} (${records.length}): ${[...used].map(([field, n]) => `${field} ${n}`).join(', ')}\n`);
    const lacks = [...used.keys()].filter((field) => !has.has(field));
    report.check(`the form of a ${kind} has every field that the file uses`, lacks.length === 0, lacks);
  }
  const citations = piece.claims.flatMap((one) => one.citations);
  process.stdout.write(
    `  claim (${piece.claims.length}, ${citations.length} citations): ${[...fieldsUsed(piece.claims)].map(([field, n]) => `${field} ${n}`).join(', ')}\n`,
  );
}

async function makeCase(page: Page): Promise<void> {
  const t = words.caseForms;
  await page.getByRole('button', { name: t.new }).first().click({ timeout: SLOW });
  const form = openForm(page);
  const { id, title = '', licence = '', curator = '', knowledgeUntil } = piece.dataset;
  await form.getByLabel(t.called, { exact: true }).fill(title);
  await form.getByLabel(t.until, { exact: true }).fill(knowledgeUntil?.edtf ?? '');
  await form.getByLabel(t.licence, { exact: true }).fill(licence);
  await form.getByLabel(t.curator, { exact: true }).fill(curator);
  await form.getByLabel(t.id, { exact: true }).fill(id);
  await form.getByLabel(words.addText.who, { exact: true }).fill(WHO);
  await page.keyboard.press('Control+Enter');
  // Its first text is asked for at once; the sources come first here.
  await expect(form.getByLabel(words.addText.source, { exact: true })).toBeVisible({ timeout: SLOW });
  await form.getByRole('button', { name: words.addText.cancel, exact: true }).click();
  await expect(form).toHaveCount(0, { timeout: SLOW });
}

async function openDraft(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  const field = page.getByPlaceholder(/^An act/);
  await field.fill(d.title);
  await field.press('Enter');
  await expect(field).toBeHidden();
}
const panel = (page: Page) => page.getByRole('complementary', { name: 'Evidence' });
async function addNew(page: Page, kind: 'entity' | 'source' | 'voice' | 'predicate' | 'identity', record: object): Promise<void> {
  await panel(page).getByRole('button', { name: d.addRecord[kind], exact: true }).click({ timeout: SLOW });
  await expect(openForm(page)).toBeVisible({ timeout: SLOW });
  await fillRecord(page, kind, whole(kind, record), called);
}
/** A form begins with a language, and as read: what the file does not say is cleared. */
const BEGUN: Partial<Record<string, FileRecord>> = { source: { language: '' } };
const whole = (kind: string, record: object): FileRecord => ({ ...BEGUN[kind], ...record });
/** Edits what the draft has: a voice and an entity may have one name. */
async function editVoice(page: Page, name: string, part: FileRecord): Promise<void> {
  const row = panel(page)
    .locator('.draft-row')
    .filter({ has: page.getByText(words.changes.kind('voice'), { exact: true }) });
  await row.getByRole('button', { name: d.openEntry(name), exact: true }).click({ timeout: SLOW });
  await expect(openForm(page)).toBeVisible({ timeout: SLOW });
  await fillRecord(page, 'voice', part, called);
}
async function commit(page: Page, why: string): Promise<void> {
  const box = panel(page);
  await box.getByRole('textbox', { name: words.changePlan.reason }).fill(why);
  const button = box.getByRole('button', { name: /^Commit/ });
  await expect(button).toBeEnabled({ timeout: 120_000 });
  await button.click();
  // On a busy machine the answer may be late: what became of the write is asked for, as the panel offers.
  const asking = box.getByRole('button', { name: d.ask, exact: true });
  const drafted = page.locator('.draft-button');
  await expect
    .poll(
      async () => {
        if (await asking.isVisible()) await asking.click({ timeout: 2_000 }).catch(() => undefined);
        return drafted.count();
      },
      { timeout: 180_000, intervals: [1_000] },
    )
    .toBe(0);
}

/** Each text that another carries comes first. */
function inOrderOfText(sources: Piece['sources']): Piece['sources'] {
  const depth = (id: string | undefined): number => {
    const one = sources.find((other) => other.id === id);
    return one?.textOf ? 1 + depth(one.textOf.source) : 0;
  };
  return sources.toSorted((a, b) => depth(a.id) - depth(b.id));
}

async function writeRecords(page: Page): Promise<void> {
  await openDraft(page);
  const { description, knowledgeUntil, id, title } = piece.dataset;
  await panel(page)
    .getByRole('button', { name: `${words.forms.edit} ${title ?? id}`, exact: true })
    .click({ timeout: SLOW });
  await fillRecord(page, 'dataset', { ...(description === undefined ? {} : { description }), ...(knowledgeUntil ? { knowledgeUntil } : {}) }, called);
  // A voice names entities, whose names sources print, which have voices: it is made first, and told the rest of when they are there.
  for (const { entities: _entities, stake, ...voice } of piece.voices)
    await addNew(page, 'voice', { ...voice, stake: Array.isArray(stake) ? 'unclear' : stake });
  for (const one of inOrderOfText(piece.sources)) await addNew(page, 'source', one);
  for (const one of piece.predicates) await addNew(page, 'predicate', one);
  for (const one of piece.entities) await addNew(page, 'entity', one);
  for (const { name, entities, stake } of piece.voices)
    if (entities || Array.isArray(stake)) await editVoice(page, name, { ...(entities ? { entities } : {}), ...(Array.isArray(stake) ? { stake } : {}) });
  for (const one of piece.identities) await addNew(page, 'identity', one);
  await commit(page, 'who speaks, who is named, and where it is read');
}

async function addText(page: Page): Promise<void> {
  const t = words.addText;
  await page.getByRole('button', { name: words.desk.add, exact: true }).first().click({ timeout: SLOW });
  const form = openForm(page);
  await form.getByLabel(t.source, { exact: true }).selectOption({ label: called('source', READ) }, { timeout: SLOW });
  await form.getByLabel(t.text, { exact: true }).fill(textOfArticle());
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: called('source', READ) })).toBeVisible({ timeout: SLOW });
}

/** Goes to a paragraph of the text by J and K, and opens the form of a claim there. */
async function claimAt(page: Page, paragraph: number): Promise<void> {
  const current = async (): Promise<number> =>
    Number(
      (
        await page
          .locator('.paragraph[aria-current]')
          .first()
          .getAttribute('id', { timeout: 1_000 })
          .catch(() => 'p0')
      )?.slice(1),
    );
  for (let at = await current(); at !== paragraph;) {
    const next = at < paragraph ? at + 1 : at - 1;
    await page.keyboard.press(at < paragraph ? 'j' : 'k');
    await expect(page.locator(`#p${next}`)).toHaveAttribute('aria-current', 'true', { timeout: SLOW });
    at = next;
  }
  await page.keyboard.press('c');
}

async function writeClaims(page: Page): Promise<void> {
  for (const [n, claim] of piece.claims.entries()) {
    const { locator } = claim.citations[0]!;
    const paragraph = locator && 'paragraph' in locator ? locator.paragraph : 1;
    await claimAt(page, paragraph);
    await fillClaim(page, claim, called, { source: READ, paragraph });
    if ((n + 1) % LOT === 0 || n + 1 === piece.claims.length) await commit(page, `read to paragraph ${paragraph}`);
  }
}

type Sections = Record<string, FileRecord[]> & { dataset: FileRecord };
/** The case as its own JSON: nothing is left out of it. */
async function exported(url: string): Promise<{ text: string; file: Sections }> {
  const answer = await fetch(`${url}/api/exports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ format: 'own-json', datasets: [piece.dataset.id], gate: { override: 'compared with the file it was filled in from' } }),
  });
  if (!answer.ok) throw new Error(`the export answered ${answer.status}: ${await answer.text()}`);
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  const text = new TextDecoder().decode(files[Object.keys(files).find((name) => name.endsWith(`${piece.dataset.id}.json`))!]);
  return { text, file: JSON.parse(text) as Sections };
}

/** Where two files differ, record by record and field by field. */
function differences(mine: Sections, theirs: Sections): string[] {
  const keyOf = (one: FileRecord): string => String(one['id'] ?? `${String(one['a'])}|${String(one['b'])}`);
  const found: string[] = [];
  const fields = (of: string, a: FileRecord, b: FileRecord): void => {
    for (const field of new Set([...Object.keys(a), ...Object.keys(b)])) {
      const [one, other] = [JSON.stringify(a[field]), JSON.stringify(b[field])];
      if (one !== other) found.push(`${of}.${field}: ${one} in the window, ${other} in the file`);
    }
  };
  fields('dataset', mine.dataset, theirs.dataset);
  for (const section of ['voices', 'sources', 'entities', 'predicates', 'claims', 'identities'] as const) {
    const [a, b] = [mine, theirs].map((file) => new Map((file[section] ?? []).map((one) => [keyOf(one), one])));
    for (const id of new Set([...a!.keys(), ...b!.keys()])) fields(`${section} ${id}`, a!.get(id) ?? {}, b!.get(id) ?? {});
  }
  return found;
}

/** Removes the case in the window, by its size typed. */
async function removeCase(page: Page): Promise<void> {
  const t = words.caseForms;
  await page.locator('[data-cases]').click();
  await page.getByRole('button', { name: t.removeAct }).click();
  const size = openForm(page).getByLabel(/^Type \d+ to remove it/);
  const label = await size.evaluate((field: HTMLInputElement) => field.labels?.[0]?.textContent ?? '', { timeout: SLOW });
  await size.fill(/\d+/.exec(label)?.[0] ?? '');
  await openForm(page).getByRole('button', { name: t.remove, exact: true }).click();
  await expect(openForm(page)).toHaveCount(0, { timeout: 120_000 });
}

async function main(): Promise<void> {
  listFields();
  await buildClient(ROOT);
  const data = throwawayData();
  const app = await startApp(data.dir, { ATTEST_EMPTY: 'true', CI: 'true' });
  const browser = await chromium.launch({
    executablePath: await ensureChromium((line) => void process.stdout.write(`${line}\n`)),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', timezoneId: 'UTC' });
  const written: string[] = [];
  page.on('request', (request) => request.method() !== 'GET' && written.push(new URL(request.url()).pathname));
  const from = Date.now();
  let step = '';
  const part = async (what: string, run: () => Promise<void>): Promise<void> => {
    const began = Date.now();
    step = what;
    await run();
    process.stdout.write(`  ${what}: ${((Date.now() - began) / 1_000).toFixed(1)} s\n`);
  };
  try {
    await page.goto(`${app.url}/`);
    await part('the case', () => makeCase(page));
    await part('voices, sources, entities, predicates, decisions', () => writeRecords(page));
    await part('the text', () => addText(page));
    await part('claims', () => writeClaims(page));
    const seconds = Math.round((Date.now() - from) / 1_000);
    process.stdout.write(`  curated in the window in ${Math.floor(seconds / 60)} min ${seconds % 60} s\n`);
    const mine = await exported(app.url);
    await part('removed', () => removeCase(page));
    const bytes = new TextEncoder().encode(JSON.stringify(piece));
    const { outcome } = await importOver(app.url, [{ name: 'article-000.json', bytes }]);
    report.check('the file itself is imported', outcome === 'done', outcome);
    const theirs = await exported(app.url);
    const found = differences(mine.file, theirs.file);
    for (const section of ['voices', 'sources', 'entities', 'predicates', 'claims', 'identities'] as const)
      report.check(
        `all ${piece[section].length} ${section} of the file are there`,
        (mine.file[section] ?? []).length === piece[section].length,
        (mine.file[section] ?? []).length,
      );
    report.check('every field of every record is that of the file', found.length === 0, found.slice(0, 40).join('\n      '));
    report.check('both are the same bytes as own JSON', mine.text === theirs.text);
  } catch (error) {
    await page.screenshot({ path: join(ROOT, 'test-results/by-forms.png') });
    report.check(step, false, error instanceof Error ? (error.stack ?? error.message) : error);
  } finally {
    await browser.close();
    await app.stop();
    data.remove();
  }
  report.end();
}

await main();
