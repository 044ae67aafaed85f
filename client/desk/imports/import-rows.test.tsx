// @vitest-environment happy-dom
/** A plan of more rows than are rendered at once: each is counted, found, and reached; what is ticked holds for all of a kind. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ImportReport, ImportRow } from '../../../server/contract/routes/imports.ts';
import { words } from '../../i18n/messages.ts';
import { rendered, type Rendered } from '../../testing/render.ts';
import { ImportRows } from './import-rows.tsx';

const t = words.imports;
const MANY = 1_600;
const rows = Array.from({ length: MANY }, (_, n): ImportRow => ({
  kind: 'entity',
  id: `e-${n}`,
  did: 'new',
  name: `One of many ${n}`,
  places: [{ file: 'many.json', pointer: `/entities/${n}` }],
}));
let page: Rendered;
let onTick: ReturnType<typeof vi.fn<(unticked: ReadonlySet<string>) => void>>;
const show = (of: readonly ImportRow[]): void => {
  const report = { rows: of, claims: { summary: [], standingChanges: [], originChanges: [] } } as unknown as ImportReport;
  page = rendered(<ImportRows report={report} refused={[]} unticked={new Set()} onTick={onTick} contents={new Map()} at={undefined} onAt={vi.fn()} />);
};
const shown = (): number => page.host.querySelectorAll('.import-row').length;

beforeEach(() => {
  onTick = vi.fn();
  // Nothing has a size here: the region shows ten rows at a time.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(540);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(54);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(800);
});
afterEach(() => {
  page.end();
  vi.restoreAllMocks();
});

it('renders those in view, counts all, and finds any of them', () => {
  show(rows);
  expect(shown()).toBeGreaterThan(5);
  expect(shown()).toBeLessThan(100);
  expect(page.text()).toContain(MANY.toLocaleString('en'));
  expect(page.host.querySelector('li[aria-setsize]')?.getAttribute('aria-setsize')).toBe(String(MANY + 1));
  page.type('input[type=search]', `many ${MANY - 1}`);
  expect(shown()).toBe(1);
  expect(page.text()).toContain(`One of many ${MANY - 1}`);
});
it('leaves out all of a kind with one tick, those out of view, too', () => {
  show(rows);
  page.find<HTMLInputElement>(`input[aria-label="${t.tickAll(t.others)}"]`)!.click();
  expect(onTick.mock.calls[0]![0].size).toBe(MANY);
});
it('renders all of a smaller plan, in sections', () => {
  show(rows.slice(0, 120));
  expect(shown()).toBe(120);
  expect(page.host.querySelectorAll(`section[aria-label="${t.others}"] li`)).toHaveLength(120);
});
