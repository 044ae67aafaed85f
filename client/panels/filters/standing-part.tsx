/** Standing, and what is chosen or not: each choice with the claims it would leave. */
import { RANK_OF_LEVEL, type SupportLevel } from '../../../server/domain/model/lists.ts';
import { useDeps } from '../../acts/deps.ts';
import { setFilters } from '../../acts/set-filters.ts';
import { filtersBy } from '../../state/filters/declared-filters.ts';
import { type Filters, NO_FILTERS } from '../../state/view.ts';
import { LineSample } from '../../ui/figures.tsx';
import { Term } from '../../ui/term.tsx';
import { words } from '../../i18n/messages.ts';
import { FilterRow } from './filter-row.tsx';
import type { Leaves } from './use-leaves.ts';

const t = words.filters;
const LADDER: readonly SupportLevel[] = ['reported', 'sanctioned', 'charged', 'admitted', 'found', 'convicted'];

export function StandingPart({ filters, leaves }: { filters: Filters; leaves: Leaves }) {
  const deps = useDeps();
  const set = (change: Partial<Filters>): void => setFilters(deps, change);
  return (
    <>
      <section className="block" aria-label={t.standing}>
        <h3 className="heading">
          <Term term="standing">{t.standing}</Term>
        </h3>
        {LADDER.map((level) => {
          const rank = RANK_OF_LEVEL[level];
          const name = words.rank[rank] ?? level;
          const on = filters.standingAtLeast === level;
          return (
            <FilterRow
              key={level}
              as="choice"
              label={name}
              sample={<LineSample rank={rank} />}
              on={on}
              what={t.standingLine(name)}
              claims={leaves({ standingAtLeast: level }).map((edge) => edge.id)}
              onToggle={() => set({ standingAtLeast: on ? undefined : level })}
            />
          );
        })}
      </section>
      <section className="block" aria-label={t.origins}>
        <h3 className="heading">
          <Term term="origin">{t.origins}</Term>
        </h3>
        {/* They can be combined: two or more origins, of which one is uninvolved. */}
        {filtersBy('choice').map(({ key, value, label, line }) => {
          const now = filters[key];
          const on = typeof now === 'number' ? now >= Number(value) : now === value;
          return (
            <FilterRow
              key={key}
              as="choice"
              label={label}
              on={on}
              what={line(value)}
              claims={leaves({ [key]: value }).map((edge) => edge.id)}
              onToggle={() => set({ [key]: on ? NO_FILTERS[key] : value })}
            />
          );
        })}
      </section>
    </>
  );
}
