// @vitest-environment happy-dom
/** A change set offers its undo only where it can be undone, and else says why not. */
import { afterEach, expect, it, vi } from 'vitest';
import { words } from '../../i18n/messages.ts';
import type { Rendered } from '../../testing/render.ts';
import { json, renderedInPage, settled } from '../../testing/render-in-page.tsx';
import { ChangePanel } from './change-panel.tsx';

let page: Rendered;
async function show(revision: number): Promise<void> {
  const set = { id: 's', kind: 'edit', who: 'Ada', why: 'read again', at: '2026-11-29T10:00:00Z', revision, undoes: [], effects: [], changed: { entity: 1 } };
  const redaction = { id: 'r', at: '2026-11-30T10:00:00Z', who: 'Ada', why: 'asked', revision: 6, person: 'x', lifted: true };
  vi.stubGlobal('fetch', (address: string) =>
    Promise.resolve(json(address.includes('/api/redactions') ? { redactions: [redaction] } : { ...set, records: [], names: [], total: 0 })),
  );
  page = renderedInPage(<ChangePanel id="s" />);
  for (let i = 0; i < 40 && !page.text().includes('read again'); i += 1) await settled();
  await settled(40);
}
afterEach(() => {
  page.end();
  vi.unstubAllGlobals();
});

it('after the last redaction', async () => {
  await show(7);
  expect(page.find('button', words.changePlan.undo)).toBeDefined();
});
it('before it, lifted or not: it says why, and offers nothing', async () => {
  await show(5);
  expect(page.find('button', words.changePlan.undo)).toBeUndefined();
  expect(page.text()).toContain(words.changes.undoEnded('30 November 2026'));
});
