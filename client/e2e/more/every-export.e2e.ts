/** Every format that the export dialog offers: taken from the window, opened again by what reads it, and counted against what is drawn. */
import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { MultiGraph } from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';
import mammoth from 'mammoth';
import { EXPORT_FORMATS, type ExportFormat } from '../../../server/contract/routes/exports.ts';
import { readExport } from '../../../server/exchange/bundle/read-export.ts';
import { words } from '../../i18n/messages.ts';
import { askForTheWay, dialog, drawn, drawnCount, openExport, SLOW } from '../steps.ts';

const t = words.export;
const DRAWING_MS = 90_000;

/** What is drawn, as a file in this format. */
async function taken(page: Page, format: ExportFormat, more: { bundle?: boolean } = {}): Promise<Buffer> {
  const asked = await openExport(page);
  await asked.getByRole('radio', { name: /^What is drawn/ }).check();
  const own = asked.getByRole('radio', { name: t.formats[format], exact: true });
  if (await own.isVisible()) await own.check();
  else await asked.getByLabel(t.programName, { exact: true }).selectOption(format);
  if (more.bundle) await asked.getByRole('checkbox', { name: t.bundle }).check();
  const write = dialog(page).getByRole('button', { name: t.write });
  await expect(write).toBeEnabled({ timeout: SLOW });
  const download = page.waitForEvent('download', { timeout: DRAWING_MS });
  await write.click();
  const bytes = await readFile(await (await download).path());
  await expect(dialog(page)).toBeHidden({ timeout: SLOW });
  return bytes;
}

const textsIn = (archive: Buffer): Map<string, string> =>
  new Map(Object.entries(unzipSync(archive)).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
/** A file of an archive by the end of its name. */
function fileIn(archive: Buffer, ending: string): string {
  const [found] = [...textsIn(archive)].filter(([name]) => name.endsWith(ending)).map(([, text]) => text);
  if (found === undefined) throw new Error(`No ${ending} among ${[...textsIn(archive).keys()].join(', ')}`);
  return found;
}
/** Rows of a table below its head; no cell of these has a line break. */
const rowsOf = (csv: string): number => csv.trim().split(/\r?\n/).length - 1;

interface Report {
  problems: unknown[];
  records: { new: number; changed: number; unchanged: number; refused: number };
  converted?: { read: number; rejected: unknown[] }[];
}
/** What an import of the file would do. */
async function importOf(page: Page, name: string, buffer: Buffer): Promise<Report> {
  const file = { name, mimeType: 'application/octet-stream', buffer };
  const answer = await page.request.post('/api/imports?dryRun=true&wait=true', { multipart: { file } });
  return ((await answer.json()) as { report: Report }).report;
}
async function expectImportable(page: Page, name: string, buffer: Buffer): Promise<Report> {
  const report = await importOf(page, name, buffer);
  expect(report, name).toMatchObject({ problems: [], records: { refused: 0 } });
  return report;
}
/** What a picture says of itself to whoever does not see it. */
const claimsSaid = (bytes: Buffer): number => Number(/A network of \d+ entities and (\d+) claims/.exec(bytes.toString('utf8'))?.[1]);

/** Numbers of claims that a dossier lists, as C1, C2… */
const numbered = (text: string): number => new Set(text.match(/\bC\d+\b/g)).size;

test('each format of the dialog is opened again, and holds the claims that are drawn', async ({ page, browser }) => {
  test.setTimeout(480_000);
  await askForTheWay(page);
  await drawn(page, 'rafat-amirov');
  const [entities, claims] = [await drawnCount(page, 'entities'), await drawnCount(page, 'claims')];
  const opened = async (html: string, what: (alone: Page) => Promise<number>): Promise<number> => {
    const context = await browser.newContext({ offline: true });
    const alone = await context.newPage();
    await alone.setContent(html);
    const count = await what(alone);
    await context.close();
    return count;
  };
  /** The number of claims that what reads the format finds in it. */
  const COUNTED: Record<ExportFormat, (bytes: Buffer, of: readonly string[]) => Promise<number> | number> = {
    'markdown-dossier': (bytes) => numbered(bytes.toString('utf8').split('## Manifest')[0] ?? ''),
    'html-dossier': (bytes) => opened(bytes.toString('utf8'), async (alone) => numbered(await alone.locator('main').innerText())),
    'docx-dossier': async (buffer) => numbered((await mammoth.extractRawText({ buffer })).value),
    async 'own-json'(bytes) {
      const { records } = await expectImportable(page, 'own.zip', bytes);
      expect(records).toMatchObject({ new: 0, changed: 0 });
      const own = [...textsIn(bytes)].filter(([name]) => name.endsWith('.json') && name !== 'manifest.json');
      return own.flatMap(([, text]) => (JSON.parse(text) as { claims?: unknown[] }).claims ?? []).length;
    },
    async 'csv-set'(bytes) {
      expect(rowsOf(fileIn(bytes, 'nodes.csv'))).toBeGreaterThanOrEqual(entities);
      await expectImportable(page, 'set.zip', bytes);
      return rowsOf(fileIn(bytes, 'edges.csv'));
    },
    'csv-neo4j': (bytes) => rowsOf(fileIn(bytes, 'edges.csv')),
    'csv-gephi': (bytes) => rowsOf(fileIn(bytes, 'edges.csv')),
    graphml: (bytes) => graphml.parse(MultiGraph, fileIn(bytes, '.graphml'), { addMissingNodes: false }).size,
    gexf: (bytes) => gexf.parse(MultiGraph, fileIn(bytes, '.gexf'), { addMissingNodes: false }).size,
    'cytoscape-json'(bytes) {
      const { elements } = JSON.parse(fileIn(bytes, '.cyjs')) as {
        elements: { nodes: { data: { id: string } }[]; edges: { data: { source: string; target: string } }[] };
      };
      const ids = new Set(elements.nodes.map(({ data }) => data.id));
      expect(ids.size).toBeGreaterThanOrEqual(entities);
      return elements.edges.filter(({ data }) => ids.has(data.source) && ids.has(data.target)).length;
    },
    async 'ftm-entities'(bytes, of) {
      const text = fileIn(bytes, '.ftm.json');
      // Its records are those of the case, so that an import of its own only says what it would take.
      const { converted } = await importOf(page, 'entities.ftm.json', Buffer.from(text));
      expect(converted?.[0]).toMatchObject({ read: text.trim().split('\n').length, rejected: [] });
      return of.filter((id) => text.includes(id)).length;
    },
    'ftm-statements'(bytes, of) {
      const text = fileIn(bytes, 'statements.csv');
      expect(rowsOf(text)).toBeGreaterThan(claims);
      return of.filter((id) => text.includes(id)).length;
    },
    async stix(bytes) {
      const text = fileIn(bytes, '.stix.json');
      await expectImportable(page, 'bundle.json', Buffer.from(text));
      return (JSON.parse(text) as { objects: { type: string }[] }).objects.filter(({ type }) => type === 'relationship').length;
    },
    svg: claimsSaid,
    async png(bytes) {
      const width = await page.evaluate(
        async (base64) => (await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))]))).width,
        bytes.toString('base64'),
      );
      expect(width).toBeGreaterThanOrEqual(3_508);
      return claimsSaid(bytes);
    },
    embed: (bytes) => opened(bytes.toString('utf8'), (alone) => alone.locator('.side li').count()),
  };
  const found: Record<string, number> = {};
  for (const format of EXPORT_FORMATS) {
    const bytes = await taken(page, format);
    const { manifest, faults } = await readExport(bytes);
    expect(faults, format).toEqual([]);
    expect(manifest.query.claims, format).toHaveLength(claims);
    found[format] = await COUNTED[format](bytes, manifest.query.claims ?? []);
  }
  expect(found).toEqual(Object.fromEntries(EXPORT_FORMATS.map((format) => [format, claims])));

  const bag = await taken(page, 'csv-set', { bundle: true });
  const { manifest, faults } = await readExport(bag);
  expect(faults).toEqual([]);
  expect(manifest.query.claims).toHaveLength(claims);
  expect(fileIn(bag, 'bagit.txt')).toContain('BagIt-Version: 1.0');
  expect(rowsOf(fileIn(bag, 'data/edges.csv'))).toBe(claims);
});
