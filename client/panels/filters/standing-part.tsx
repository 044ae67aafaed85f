/** Standing, origins and contested: each choice with the claims it would leave. */
import { RANK_OF_LEVEL, type SupportLevel } from '../../../server/domain/model/lists.ts';
import { useDeps } from '../../acts/deps.ts';
import { setFilters } from '../../acts/set-filters.ts';
import type { Filters } from '../../state/view.ts';
import { LineSample } from '../../ui/figures.tsx';
import { words } from '../../i18n/messages.ts';
import { FilterRow } from './filter-row.tsx';
import type { Leaves } from './use-leaves.ts';

const t = words.filters;
const LADDER: readonly SupportLevel[] = ['reported', 'sanctioned', 'charged', 'admitted', 'found', 'convicted'];

interface OriginChoice {
  key: keyof typeof t.origin;
  on: (filters: Filters) => boolean;
  change: Partial<Filters>;
  back: Partial<Filters>;
}
/** They can be combined: two or more origins, of which one is uninvolved. */
const ORIGIN_CHOICES: readonly OriginChoice[] = [
  { key: 'uninvolved', on: (f) => f.uninvolvedAtLeast > 0, change: { uninvolvedAtLeast: 1 }, back: { uninvolvedAtLeast: 0 } },
  { key: 'two', on: (f) => f.originsAtLeast >= 2, change: { originsAtLeast: 2 }, back: { originsAtLeast: 0 } },
  { key: 'open', on: (f) => f.openOnly, change: { openOnly: true }, back: { openOnly: false } },
];

export function StandingPart({ filters, leaves }: { filters: Filters; leaves: Leaves }) {
  const deps = useDeps();
  const set = (change: Partial<Filters>): void => setFilters(deps, change);
  return (
    <>
      <section className="block" aria-label={t.standing}>
        <h3 className="heading">{t.standing}</h3>
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
        <h3 className="heading">{t.origins}</h3>
        {ORIGIN_CHOICES.map(({ key, on, change, back }) => (
          <FilterRow
            key={key}
            as="choice"
            label={t.origin[key]}
            on={on(filters)}
            what={`${t.origins}, ${t.origin[key]}`}
            claims={leaves(change).map((edge) => edge.id)}
            onToggle={() => set(on(filters) ? back : change)}
          />
        ))}
        <FilterRow
          as="choice"
          label={t.contested}
          on={filters.contestedOnly}
          what={t.contestedLine}
          claims={leaves({ contestedOnly: true }).map((edge) => edge.id)}
          onToggle={() => set({ contestedOnly: !filters.contestedOnly })}
        />
      </section>
    </>
  );
}
