/** A list of entities of some or all types, those in most claims first. Each can be opened and placed. */
import { useState } from 'react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { statsQuery } from '../../api/queries.ts';
import { entitiesQuery } from '../../api/queries-find.ts';
import type { EntityType } from '../../../server/domain/model/lists.ts';
import { useView } from '../../state/store.ts';
import { MoreButton } from '../../ui/more-button.tsx';
import { Empty, Failure, Loading } from '../../ui/states.tsx';
import { VirtualRows } from '../../ui/virtual-rows.tsx';
import { words } from '../../i18n/messages.ts';
import { PanelHead } from '../panel-head.tsx';
import { EntityLine } from './entity-line.tsx';

const t = words.entities;

export function EntitiesPanel({ title, types }: { title: string; types?: EntityType[] }) {
  const [only, setOnly] = useState<readonly EntityType[]>(types ?? []);
  const clocks = useView((s) => s.history.present.clocks);
  const stats = useQuery(statsQuery());
  const asked = useInfiniteQuery(entitiesQuery(only, clocks));
  const found = asked.data?.pages.flatMap((page) => page.results.map((one) => one.entity)) ?? [];
  const total = asked.data?.pages.at(-1)?.total ?? 0;
  const toggle = (type: EntityType): void => setOnly(only.includes(type) ? only.filter((one) => one !== type) : [...only, type]);
  return (
    <>
      <PanelHead chips={[[words.lists.entities, '']]} />
      <h2 className="proposition" style={{ paddingBlockEnd: 6 }} dir="auto">
        {title}
      </h2>
      <div className="block row wrap" role="group" aria-label={t.ofType} style={{ gap: 5, paddingBlockStart: 0 }}>
        {(stats.data?.byType ?? [])
          .filter((one) => one.entities > 0)
          .map((one) => (
            <button
              key={one.type}
              type="button"
              className={only.includes(one.type) ? 'chip accent' : 'chip'}
              aria-pressed={only.includes(one.type)}
              onClick={() => toggle(one.type)}
            >
              {words.types[one.type]} {one.entities.toLocaleString('en')}
            </button>
          ))}
      </div>
      {asked.isPending && <Loading rows={8} />}
      {asked.error && !asked.data && <Failure error={asked.error} retry={() => void asked.refetch()} />}
      {asked.data && total === 0 && <Empty>{t.nothing}</Empty>}
      {found.length > 0 && (
        <>
          <div className="block row wrap" style={{ paddingBlock: 6 }}>
            <span className="meta" role="status">
              {t.partial(found.length, total)}
            </span>
            {found.length < total && <MoreButton asked={asked} label={t.more(Math.min(50, total - found.length))} />}
          </div>
          <VirtualRows label={title} items={found} keyOf={(entity) => entity.id} estimate={36}>
            {(entity) => <EntityLine entity={entity} />}
          </VirtualRows>
        </>
      )}
    </>
  );
}
