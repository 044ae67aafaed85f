/** What a claim is of: its group, within it its predicate, and the types of the entities. */
import { useMemo, useState } from 'react';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { EdgeView } from '../../../server/contract/views.ts';
import { ENTITY_TYPES, type Group, GROUPS } from '../../../server/domain/model/lists.ts';
import { useDeps } from '../../acts/deps.ts';
import { setFilters, toggled } from '../../acts/set-filters.ts';
import { tallied } from '../../state/filters/filters.ts';
import { useView } from '../../state/store.ts';
import type { Filters } from '../../state/view.ts';
import { EntityMark } from '../../ui/entity-mark.tsx';
import { words } from '../../i18n/messages.ts';
import { FilterRow } from './filter-row.tsx';
import type { Leaves } from './use-leaves.ts';

const t = words.filters;
const idsOf = (edges: readonly EdgeView[]): string[] => edges.map((edge) => edge.id);

export function GroupsPart({ filters, all, leaves }: { filters: Filters; all: readonly EdgeView[]; leaves: Leaves }) {
  const deps = useDeps();
  const [open, setOpen] = useState<readonly Group[]>([]);
  const groups = GROUPS.filter((group) => all.some((edge) => edge.group === group));
  const byGroup = useMemo(() => new Map(tallied(leaves({ hiddenGroups: [], hiddenPredicates: [] }), (edge) => [edge.group])), [leaves]);
  if (groups.length === 0) return null;
  return (
    <section className="block" aria-label={t.groups}>
      <h3 className="heading">{t.groups}</h3>
      {groups.map((group) => {
        const claims = byGroup.get(group) ?? [];
        const unfolded = open.includes(group);
        const name = words.group[group];
        return (
          <div key={group}>
            <FilterRow
              as="check"
              label={name}
              what={name}
              on={!filters.hiddenGroups.includes(group)}
              claims={idsOf(claims.filter((edge) => !filters.hiddenPredicates.includes(edge.predicate)))}
              onToggle={() => setFilters(deps, { hiddenGroups: toggled(filters.hiddenGroups, group) })}
              more={
                <button
                  type="button"
                  className="btn ghost icon twist"
                  aria-expanded={unfolded}
                  aria-label={t.showKinds(name)}
                  title={t.showKinds(name)}
                  onClick={() => setOpen(toggled(open, group))}
                >
                  {unfolded ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} className="mirrors" aria-hidden />}
                </button>
              }
            />
            {unfolded && (
              <div role="group" aria-label={t.predicates(name)} className="within">
                {tallied(
                  all.filter((edge) => edge.group === group),
                  (edge) => [edge.predicate],
                ).map(([predicate, known]) => (
                  <FilterRow
                    key={predicate}
                    as="check"
                    label={known[0]?.label ?? predicate}
                    what={known[0]?.label ?? predicate}
                    on={!filters.hiddenPredicates.includes(predicate)}
                    claims={idsOf(claims.filter((edge) => edge.predicate === predicate))}
                    onToggle={() => setFilters(deps, { hiddenPredicates: toggled(filters.hiddenPredicates, predicate) })}
                  />
                ))}
              </div>
            )}
          </div>
        );
      })}
    </section>
  );
}

export function TypesPart({ filters }: { filters: Filters }) {
  const deps = useDeps();
  const canvas = useView((s) => s.history.present.canvas);
  const nodes = useView((s) => s.cache.nodes);
  const byType = useMemo(() => {
    const hidden = new Set(canvas.hidden);
    const of = new Map<string, string[]>();
    for (const id of canvas.entities) {
      const type = nodes.get(id)?.type;
      if (type && !hidden.has(id)) of.set(type, [...(of.get(type) ?? []), id]);
    }
    return of;
  }, [canvas.entities, canvas.hidden, nodes]);
  if (byType.size === 0) return null;
  return (
    <section className="block" aria-label={t.types}>
      <h3 className="heading">{t.types}</h3>
      {ENTITY_TYPES.filter((type) => byType.has(type)).map((type) => (
        <FilterRow
          key={type}
          as="check"
          label={words.types[type]}
          sample={<EntityMark type={type} />}
          what={words.types[type]}
          on={!filters.hiddenTypes.includes(type)}
          entities={byType.get(type)}
          onToggle={() => setFilters(deps, { hiddenTypes: toggled(filters.hiddenTypes, type) })}
        />
      ))}
    </section>
  );
}
