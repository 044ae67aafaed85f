/** Acts on filters, dates and the legend. */
import { IconClock, IconFilter, IconFilterOff, IconGitCompare } from '@tabler/icons-react';
import { isFiltering } from '../../state/filters/filters.ts';
import { marks, standings, widths } from '../../state/filters/legend.ts';
import { drawnOf } from '../../state/drawn/use-drawn.ts';
import type { Filters } from '../../state/view.ts';
import { words } from '../../i18n/messages.ts';
import type { Act, ActContext } from '../act.ts';
import { startComparison } from '../compare-states.ts';
import { selectCounted } from '../select-counted.ts';
import { clearFilters, setClocks, setFilters } from '../set-filters.ts';

const filtersOf = ({ deps }: ActContext): Filters => deps.store.get().history.present.filters;

/** An act that sets a part of the filters, or clears it where it is set. */
function filtering(id: string, label: string, on: (filters: Filters) => boolean, press: (on: boolean) => Partial<Filters>): Act {
  return {
    id: `filter-${id}`,
    section: 'filter',
    on: [],
    icon: IconFilter,
    label: () => label,
    pressed: (c) => on(filtersOf(c)),
    run: (c) => setFilters(c.deps, press(!on(filtersOf(c)))),
  };
}
/** Acts for the filters that a click on the legend sets. */
const ofLegend: readonly Act[] = [...standings(), ...widths(), ...marks()].flatMap(({ id, filter }) =>
  filter ? [filtering(id, filter.title, filter.on, filter.press)] : [],
);

export const filterActs: readonly Act[] = [
  {
    id: 'clear-filters',
    section: 'filter',
    on: [],
    icon: IconFilterOff,
    label: () => words.filters.clear,
    why: ({ deps }) => (isFiltering(deps.store.get().history.present.filters) ? undefined : words.filters.none),
    run: (c) => clearFilters(c.deps),
  },
  ...ofLegend,
  filtering(
    'uninvolved',
    words.filters.uninvolvedAct,
    (f) => f.uninvolvedAtLeast > 0,
    (on) => ({ uninvolvedAtLeast: on ? 1 : 0 }),
  ),
  filtering(
    'open',
    words.filters.openAct,
    (f) => f.openOnly,
    (openOnly) => ({ openOnly }),
  ),
  filtering(
    'dim',
    words.filters.dimAct,
    (f) => f.manner === 'dim',
    (dim) => ({ manner: dim ? 'dim' : 'hide' }),
  ),
  {
    id: 'select-undated',
    section: 'select',
    on: [],
    label: () => words.filters.undatedAct,
    why: ({ deps }) => (drawnOf(deps.store.get()).uncertain.length === 0 ? words.filters.noUndated : undefined),
    run: ({ deps }) => selectCounted(deps, { claims: drawnOf(deps.store.get()).uncertain.map((edge) => edge.id) }),
  },
  {
    id: 'clocks-today',
    section: 'filter',
    on: [],
    icon: IconClock,
    label: () => words.clocks.clear,
    why: ({ deps }) => (Object.keys(deps.store.get().history.present.clocks).length === 0 ? words.clocks.today : undefined),
    run: ({ deps }) => setClocks(deps, {}),
  },
  {
    id: 'compare',
    section: 'filter',
    on: ['canvas'],
    icon: IconGitCompare,
    label: () => words.compare.open,
    pressed: ({ deps }) => deps.store.get().history.present.compare !== undefined,
    run: ({ deps }) => startComparison(deps),
  },
  { id: 'clocks', section: 'filter', on: [], icon: IconClock, label: () => words.clocks.title, run: ({ open }) => open.clocks() },
  { id: 'legend', section: 'filter', on: [], key: 'g', label: () => words.keys.legend, run: ({ open }) => open.legend() },
];
