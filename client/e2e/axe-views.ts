/** Every view and how to open it, in one table used by the tests of axe, sizes and screenshots. */
import { expect, type Page } from '@playwright/test';
import type { ViewLink } from '../../server/contract/view-link.ts';
import { pseudo } from '../i18n/locale.ts';
import { words } from '../i18n/messages.ts';
import { AMIROV_TO_ALINEJAD, SLOW } from './steps.ts';

/** A page on which views are opened, with the words of its locale. */
export interface Reader {
  page: Page;
  /** A text of the catalogue in the locale of this page. */
  say: (text: string) => string;
  phone: boolean;
  /** What the trace drew, in the shape of a link: later views are opened over the same drawing. */
  drawn?: Pick<ViewLink, 'e' | 'c'>;
}
export interface View {
  name: string;
  open: (reader: Reader) => Promise<void>;
  /** Closes the view, so that the next one opens over the same drawing. */
  close?: (reader: Reader) => Promise<void>;
  /** Only on a phone; elsewhere it is part of every other view. */
  phone?: boolean;
  /** One of the few views that together show every kind of element. */
  key?: boolean;
}

/** Returns a function that gives the words of a locale. */
export function sayIn(locale: string): Reader['say'] {
  return locale === 'en' ? (text) => text : pseudo;
}

const seen = (page: Page, selector: string): Promise<void> => expect(page.locator(selector).first()).toBeVisible({ timeout: SLOW });
const modal = (page: Page) => page.getByRole('dialog').filter({ visible: true });
async function escape({ page }: Reader): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(modal(page)).toHaveCount(0);
}

/** What the address of a page draws, with positions. */
function drawnBy(address: string): Reader['drawn'] {
  const hash = address.slice(address.indexOf('#') + 1);
  if (!address.includes('#') || hash === '') return undefined;
  const { e, c } = JSON.parse(Buffer.from(hash, 'base64url').toString('utf8')) as ViewLink;
  return { e, c };
}

/** A view that opens a panel over what is drawn by its link, so that no page is loaded and no name is clicked. */
function byLink(name: string, panel: ViewLink['panel'], waitFor: string, more: Partial<ViewLink> = {}): View {
  return {
    name,
    async open({ page, drawn }) {
      const trace = { from: { ids: ['rafat-amirov'] }, to: { ids: ['masih-alinejad'] } };
      const link: ViewLink = { v: 1, ...drawn, trace, panel, ...more };
      const hash = Buffer.from(JSON.stringify(link)).toString('base64url');
      await page.evaluate((text) => {
        location.hash = text;
      }, hash);
      await seen(page, waitFor);
    },
  };
}

/** A view that opens and closes a dialog by a key or a button of the workbench. */
function over(name: string, open: (reader: Reader) => Promise<void>): View {
  return {
    name,
    async open(reader) {
      await open(reader);
      await expect(modal(reader.page).first()).toBeVisible({ timeout: SLOW });
    },
    close: escape,
  };
}

const PLOT = 'plot-alinejad-2022';
const CLAIM = 'amirov-carried-out-plot-alinejad';

const VIEWS: readonly View[] = [
  {
    name: 'opening',
    key: true,
    async open({ page, say }) {
      await seen(page, '.question');
      await expect(page.getByText(say(words.opening.asking))).toHaveCount(0, { timeout: 120_000 });
    },
  },
  {
    name: 'search',
    async open({ page }) {
      await page.getByRole('combobox').first().fill('iran');
      await seen(page, '[role=option]');
    },
    async close({ page }) {
      await page.getByRole('combobox').first().fill('');
    },
  },
  {
    name: 'trace',
    key: true,
    async open(reader) {
      const { page, say } = reader;
      await page.locator('.question').filter({ hasText: AMIROV_TO_ALINEJAD }).click();
      await seen(page, '.sentence');
      await expect(page.locator("[data-places*='rafat-amirov'][aria-busy=false]")).toBeVisible({ timeout: SLOW });
      // The address is written some time after the drawing.
      await expect.poll(() => (reader.drawn = drawnBy(page.url()))?.e?.length ?? 0, { timeout: SLOW }).toBeGreaterThan(2);
      const change = page.getByRole('button', { name: say(words.trace.change) });
      if (await change.isVisible()) await change.click();
    },
  },
  { ...byLink('claim and contents', { kind: 'claim', id: CLAIM }, '.region.right article', { tab: 'contents' }), key: true },
  {
    ...byLink('entity and filters', { kind: 'entity', id: 'rafat-amirov' }, '.region.right .claim-row', { tab: 'filters', sel: { e: ['rafat-amirov'] } }),
    key: true,
  },
  {
    name: 'expansion',
    async open({ page }) {
      const choose = page.locator('.about [aria-expanded=false]');
      await choose.first().click({ timeout: SLOW });
      await seen(page, '.about .choice');
    },
  },
  byLink('plot', { kind: 'entity', id: PLOT }, '.region.right .claim-row'),
  byLink('several selected', { kind: 'prose' }, '.region.right .chip', { sel: { e: ['rafat-amirov', 'masih-alinejad'] } }),
  byLink('source', { kind: 'source', id: 'afp-2024-05' }, '.region.right .scroll .block'),
  byLink('voice', { kind: 'voice', id: 'afp' }, '.region.right .claim-row'),
  byLink('claims', { kind: 'claims', title: 'Contested', filter: { contested: true } }, '.region.right .claim-row'),
  byLink('roles', { kind: 'roles', title: 'Roles' }, '.region.right .scroll button'),
  byLink('sources', { kind: 'sources' }, '.region.right .scroll button'),
  byLink('voices', { kind: 'voices' }, '.region.right .scroll button'),
  byLink('entities', { kind: 'entities', title: 'Entities' }, '.region.right button.entity-row, .region.right .item'),
  byLink('saved sets', { kind: 'sets' }, '.region.right .panel-head'),
  byLink('table', { kind: 'prose' }, '.grid-row', { mid: { show: 'graph-table', of: { kind: 'entity', id: 'masih-alinejad' } } }),
  byLink('timeline', { kind: 'prose' }, '.time-row', { mid: { show: 'graph-timeline', of: { kind: 'entity', id: 'masih-alinejad' } } }),
  byLink('changes', { kind: 'changes' }, '.change-row'),
  {
    name: 'change set with its undo',
    async open({ page, say }) {
      await page.locator('.change-row').last().click();
      await page.getByRole('button', { name: say(words.changePlan.undo) }).click({ timeout: SLOW });
      await seen(page, '.plan form, .plan .in-the-way');
      await seen(page, '.record-change');
    },
  },
  byLink('history of a record', { kind: 'history', of: 'claim', id: CLAIM }, '.change-row'),
  byLink('draft', { kind: 'draft' }, '.region.right .scroll .btn'),
  over('new entity', ({ page, say }) => page.getByRole('button', { name: say(words.draft.addRecord.entity), exact: true }).click({ timeout: SLOW })),
  over('claim form', ({ page, say }) => page.getByRole('button', { name: say(words.draft.claim), exact: true }).click({ timeout: SLOW })),
  byLink('path in words', { kind: 'prose' }, '.sentence'),
  // On a phone the disclosure is a single button.
  // Elsewhere its name goes on with the number of samples that the row has no room for.
  over('legend', ({ page, say, phone }) =>
    page
      .getByRole('contentinfo')
      .getByRole('button', phone ? {} : { name: say(words.disclosure.legend) })
      .click({ timeout: SLOW }),
  ),
  over('keys', ({ page }) => page.keyboard.press('?')),
  over('every act', ({ page }) => page.keyboard.press('Control+k')),
  over('clocks', async ({ page, say, phone }) => {
    if (phone) await page.getByRole('button', { name: say(words.app.menu), exact: true }).click();
    await page.getByRole('button', { name: say(phone ? words.clocks.title : words.app.today), exact: true }).click();
    await expect(modal(page).getByRole('textbox').first()).toBeVisible({ timeout: SLOW });
  }),
  over('export', async ({ page, say }) => {
    await page.getByRole('button', { name: say(words.app.export), exact: true }).click();
    await seen(page, '.dialog .printed');
  }),
  {
    name: 'left region on a phone',
    phone: true,
    async open({ page, say }) {
      await page.getByRole('button', { name: say(words.app.menu), exact: true }).click();
      await seen(page, '#tab-contents');
    },
    close: escape,
  },
];

export const isKey = (view: View): boolean => view.key === true;

/** Opens the views one after the other on one loaded page. */
export async function throughViews(reader: Reader, each: (view: View) => Promise<void>, wanted: (view: View) => boolean = () => true): Promise<void> {
  for (const view of VIEWS) {
    if (!wanted(view) || (view.phone && !reader.phone)) continue;
    await view.open(reader);
    await each(view);
    await view.close?.(reader);
  }
}
