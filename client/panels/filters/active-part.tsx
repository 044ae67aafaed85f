/** The active filters: each with what it leaves out by itself, and a way to drop it alone; and whether the rest is hidden or dimmed. */
import { useMemo } from 'react';
import { IconX } from '@tabler/icons-react';
import { FILTER_MANNERS } from '../../../server/contract/view-filters.ts';
import { useDeps } from '../../acts/deps.ts';
import { clearFilters, setFilters } from '../../acts/set-filters.ts';
import { activeFilters, isFiltering } from '../../state/filters/filters.ts';
import { leftOutBy } from '../../state/drawn/drawn.ts';
import { useDrawn } from '../../state/drawn/use-drawn.ts';
import { useView } from '../../state/store.ts';
import { words } from '../../i18n/messages.ts';
import { useNameOf } from '../disclosure/use-name-of.ts';
import { Count } from './filter-row.tsx';

const t = words.filters;

export function ActivePart() {
  const deps = useDeps();
  const canvas = useView((s) => s.history.present.canvas);
  const filters = useView((s) => s.history.present.filters);
  const cache = useView((s) => s.cache);
  const view = useDrawn();
  const nameOf = useNameOf();
  const active = activeFilters(filters, nameOf);
  const left = useMemo(() => active.map((filter) => leftOutBy({ canvas, filters }, cache, view, filter)), [canvas, filters, cache, view]);
  return (
    <section className="block" aria-label={t.activeTitle}>
      <h3 className="heading">{active.length === 0 ? t.none : t.activeTitle}</h3>
      {active.length > 0 && (
        <ul className="active-filters">
          {active.map((filter, i) => (
            <li key={filter.id}>
              <button type="button" className="chip accent" aria-label={t.dropped(filter.line)} onClick={() => setFilters(deps, filter.without)}>
                <span dir="auto">{filter.line}</span> <IconX size={12} aria-hidden />
              </button>
              <Count what={t.leavesOutWhat(left[i]?.claims.length ?? 0, filter.line)} claims={left[i]?.claims ?? []}>
                {t.leavesOut(left[i]?.claims.length ?? 0, left[i]?.entities.length ?? 0)}
              </Count>
            </li>
          ))}
        </ul>
      )}
      <div className="manner" role="radiogroup" aria-label={t.manner}>
        <span className="meta">{t.manner}</span>
        {FILTER_MANNERS.map((manner) => (
          <label key={manner} className="check" title={t.mannerHelp[manner]}>
            <input type="radio" name="manner" checked={filters.manner === manner} onChange={() => setFilters(deps, { manner })} />
            {t[manner]}
          </label>
        ))}
      </div>
      {isFiltering(filters) && (
        <button type="button" className="btn small" style={{ marginBlockStart: 8 }} onClick={() => clearFilters(deps)}>
          {t.clear}
        </button>
      )}
    </section>
  );
}
