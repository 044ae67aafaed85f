// @vitest-environment happy-dom
/** On the way of a passage, a voice whose stake is unclear is told as that, and not as one with a stake. */
import { afterEach, expect, it } from 'vitest';
import { words } from '../../i18n/messages.ts';
import type { CitationView } from '../../../server/contract/views.ts';
import { renderedInPage } from '../../testing/render-in-page.tsx';
import type { Rendered } from '../../testing/render.ts';
import { type Staked, WayChart } from './way-chart.tsx';

const t = words.evidence;
let page: Rendered | undefined;
afterEach(() => page?.end());

it.each([
  [{ why: 'its stake is unclear', unclear: true }, t.stakeUnclear, t.hasStake],
  [{ why: 'brings the case', unclear: false }, t.hasStake, t.stakeUnclear],
] satisfies [Staked, string, string][])('%o', (staked, told, not) => {
  const step = (source: string, how: CitationView['way'][number]['step']) => ({
    source,
    shortTitle: source,
    voice: { id: source, name: source },
    seen: true,
    step: how,
  });
  const citation = { originBasis: 'stated', way: [step('page', 'read'), step('wire', 'origin')], root: step('wire', 'origin') } as Partial<CitationView>;
  page = renderedInPage(<WayChart citation={citation as CitationView} staked={new Map([['wire', staked]])} />);
  expect(page.text()).toContain(told);
  expect(page.text()).not.toContain(not);
});
