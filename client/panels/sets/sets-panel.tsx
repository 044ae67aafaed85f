/** The saved sets, each with its name and content. */
import { useQuery } from '@tanstack/react-query';
import { savedSetsQuery } from '../../api/queries-find.ts';
import { useActs } from '../../acts/act-context.ts';
import { useDeps } from '../../acts/deps.ts';
import { openPanel } from '../../acts/open-things.ts';
import { Await, Empty } from '../../ui/states.tsx';
import { words } from '../../i18n/messages.ts';
import { PanelHead } from '../panel-head.tsx';
import { describeSet } from './describe-set.ts';

const t = words.sets;

export function SetsPanel() {
  const deps = useDeps();
  const { contextOf } = useActs();
  const asked = useQuery(savedSetsQuery());
  return (
    <>
      <PanelHead chips={[[t.title, '']]} />
      <div className="block">
        <button type="button" className="btn small" onClick={() => contextOf().open.saveSet?.()}>
          {t.save}…
        </button>
      </div>
      <div className="scroll" tabIndex={0} role="region" aria-label={t.title}>
        <Await asked={asked}>
          {({ savedSets }) => (
            <div className="rows">
              {savedSets.length === 0 && <Empty>{t.none}</Empty>}
              {savedSets.map((set) => (
                <button key={set.id} type="button" className="entity-row" onClick={() => openPanel(deps, { kind: 'set', id: set.id })}>
                  <span className="name" dir="auto">
                    {set.name}
                  </span>
                  <span className="meta">{describeSet(set)}</span>
                </button>
              ))}
            </div>
          )}
        </Await>
      </div>
    </>
  );
}
