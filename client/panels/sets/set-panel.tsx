/** One saved set: its name, its entities, and its acts. */
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { savedSetsQuery, type SavedSet, setEntitiesQuery } from '../../api/queries-find.ts';
import { useDeps } from '../../acts/deps.ts';
import { deleteSet, placeSet, putBack } from '../../acts/saved-sets.ts';
import { setTraceSelector } from '../../acts/set-trace-end.ts';
import { useView } from '../../state/store.ts';
import { Await, Empty } from '../../ui/states.tsx';
import { VirtualRows } from '../../ui/virtual-rows.tsx';
import { words } from '../../i18n/messages.ts';
import { EntityLine } from '../entities/entity-line.tsx';
import { PanelHead } from '../panel-head.tsx';
import { describeSet } from './describe-set.ts';

const t = words.sets;

export function SetPanel({ id }: { id: string }) {
  const deps = useDeps();
  const asked = useQuery(savedSetsQuery());
  const [removed, setRemoved] = useState<SavedSet | undefined>();
  return (
    <>
      <PanelHead chips={[[t.set, 'accent']]} />
      <Await asked={asked}>
        {({ savedSets }) => {
          const set = savedSets.find((one) => one.id === id);
          if (set) return <Members key={id} set={set} onRemoved={() => setRemoved(set)} />;
          if (removed?.id !== id) return <Empty>{t.gone}</Empty>;
          return (
            <div className="notice" role="status">
              <p>{t.removed(removed.name)}</p>
              <button type="button" className="btn small" onClick={() => void putBack(deps, removed)}>
                {t.back}
              </button>
            </div>
          );
        }}
      </Await>
    </>
  );
}

function Members({ set, onRemoved }: { set: SavedSet; onRemoved: () => void }) {
  const deps = useDeps();
  const clocks = useView((s) => s.history.present.clocks);
  const asked = useQuery(setEntitiesQuery(set.id, clocks));
  const trace = (end: 'from' | 'to') => (): void => setTraceSelector(deps, end, { savedSet: set.id });
  return (
    <>
      <div className="block">
        <h2 className="proposition" style={{ padding: 0 }} dir="auto">
          {set.name}
        </h2>
        <p className="meta">{describeSet(set)}</p>
        <div className="row wrap" style={{ marginBlockStart: 10 }}>
          <button type="button" className="btn small primary" disabled={asked.data?.total === 0} onClick={() => void placeSet(deps, set)}>
            {t.place}
          </button>
          <button type="button" className="btn small" onClick={trace('from')}>
            {t.traceFrom}
          </button>
          <button type="button" className="btn small" onClick={trace('to')}>
            {t.traceTo}
          </button>
          <button type="button" className="btn small ghost" onClick={() => void deleteSet(deps, set).then((done) => done && onRemoved())}>
            {t.remove}
          </button>
        </div>
      </div>
      <Await asked={asked} rows={6}>
        {({ nodes, total }) => (
          <>
            {total === 0 && <Empty>{t.empty}</Empty>}
            {nodes.length < total && <p className="block meta">{words.sets.partial(nodes.length, total)}</p>}
            {total > 0 && (
              <VirtualRows label={set.name} items={nodes} keyOf={(node) => node.id} estimate={36}>
                {(node) => <EntityLine entity={node} />}
              </VirtualRows>
            )}
          </>
        )}
      </Await>
    </>
  );
}
