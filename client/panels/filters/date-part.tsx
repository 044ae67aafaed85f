/** A filter by a date: typed, and held once it is a year, a month or a day; beside it the claims it leaves. */
import { useState } from 'react';
import { plainDate } from '../../../server/contract/view-filters.ts';
import { useDeps } from '../../acts/deps.ts';
import { setFilters } from '../../acts/set-filters.ts';
import type { FilterBy } from '../../state/filters/declared-filters.ts';
import type { Filters } from '../../state/view.ts';
import { words } from '../../i18n/messages.ts';
import { Count } from './filter-row.tsx';
import type { Leaves } from './use-leaves.ts';

const t = words.filters;

export function DatePart({ by, filters, leaves }: { by: FilterBy<'date'>; filters: Filters; leaves: Leaves }) {
  const deps = useDeps();
  const { key, label, help, line } = by;
  const value: string | undefined = filters[key];
  const [typed, setTyped] = useState<string>();
  const text = typed ?? value ?? '';
  const bad = typed !== undefined && typed !== '' && !plainDate.safeParse(typed).success;
  const apply = (): void => {
    if (bad || typed === undefined) return;
    setTyped(undefined);
    if (typed !== (value ?? '')) setFilters(deps, { [key]: typed === '' ? undefined : typed });
  };
  return (
    <section className="block" aria-label={label}>
      <h3 className="heading">{label}</h3>
      <form
        className="filter-line"
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        <input
          className="field small"
          dir="ltr"
          aria-label={label}
          aria-describedby={`${key}-help`}
          aria-invalid={bad}
          placeholder={t.datePlaceholder}
          value={text}
          onChange={(event) => setTyped(event.target.value.trim())}
          onBlur={apply}
        />
        {value !== undefined && <Count what={line(value)} claims={leaves({ [key]: value }).map((edge) => edge.id)} />}
      </form>
      <p id={`${key}-help`} className="meta" role={bad ? 'alert' : undefined} style={bad ? { color: 'var(--danger)' } : undefined}>
        {bad ? words.clocks.bad : help}
      </p>
    </section>
  );
}
