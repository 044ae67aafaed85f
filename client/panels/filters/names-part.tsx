/** By whom: sources read, origins, datasets; what is in view, most claims first, and a field to find one among many. */
import { useMemo, useState } from 'react';
import type { EdgeView } from '../../../server/contract/views.ts';
import { useDeps } from '../../acts/deps.ts';
import { setFilters, toggled } from '../../acts/set-filters.ts';
import { useDraft } from '../../state/drafts.ts';
import type { FilterBy } from '../../state/filters/declared-filters.ts';
import { tallied } from '../../state/filters/filters.ts';
import type { Filters } from '../../state/view.ts';
import { words } from '../../i18n/messages.ts';
import { useNameOf } from '../disclosure/use-name-of.ts';
import { FilterRow } from './filter-row.tsx';
import type { Leaves } from './use-leaves.ts';

const t = words.filters;
/** Rows before "more"; and rows at all, beyond which the field is the way. */
const FIRST = 6;
const AT_MOST = 300;
/** Fewer than this need no field. */
const FIELD_FROM = 9;

export function NamesPart({ by, filters, all, leaves }: { by: FilterBy<'names'>; filters: Filters; all: readonly EdgeView[]; leaves: Leaves }) {
  const { key, label, valuesOf, from } = by;
  const deps = useDeps();
  const nameOf = useNameOf();
  const [whole, setWhole] = useState(false);
  const [find, setFind] = useDraft(`filters ${key}`, '');
  const known = useMemo(() => tallied(all, valuesOf).map(([id]) => id), [all, valuesOf]);
  const counted = useMemo(() => new Map(tallied(leaves({ [key]: [] }), valuesOf)), [leaves, key, valuesOf]);
  if (known.length < from) return null;
  const chosen = filters[key];
  const sought = find.trim().toLocaleLowerCase();
  const found = [...chosen.filter((id) => !known.includes(id)), ...known].filter((id) => sought === '' || nameOf(id).toLocaleLowerCase().includes(sought));
  const first = found.filter((id, i) => i < FIRST || chosen.includes(id));
  const shown = whole || sought !== '' ? found.slice(0, AT_MOST) : first;
  return (
    <section className="block" aria-label={label}>
      <h3 className="heading">{label}</h3>
      {known.length >= FIELD_FROM && (
        <input
          className="field small"
          type="search"
          dir="auto"
          aria-label={t.find(label)}
          placeholder={t.findPlaceholder}
          value={find}
          onChange={(event) => setFind(event.target.value)}
        />
      )}
      {found.length === 0 && <p className="meta">{t.notFound}</p>}
      <div className={shown.length > 12 ? 'many' : undefined}>
        {shown.map((id) => (
          <FilterRow
            key={id}
            as="choice"
            foreign
            label={nameOf(id)}
            what={nameOf(id)}
            on={chosen.includes(id)}
            claims={(counted.get(id) ?? []).map((edge) => edge.id)}
            onToggle={() => setFilters(deps, { [key]: toggled(chosen, id) })}
          />
        ))}
      </div>
      {sought === '' && found.length > first.length && (
        <button type="button" className="link" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? t.fewer : t.more(found.length - first.length)}
        </button>
      )}
    </section>
  );
}
