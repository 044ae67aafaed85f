/** Who stands between sponsors and plots: those on most of their shortest links first. To stand there accuses nobody. */
import { useQuery } from '@tanstack/react-query';
import { brokersQuery } from '../../api/queries-what-if.ts';
import { useDeps } from '../../acts/deps.ts';
import { openEntity } from '../../acts/open-things.ts';
import { useView } from '../../state/store.ts';
import { EntityMark } from '../../ui/entity-mark.tsx';
import { Await, Empty } from '../../ui/states.tsx';
import { words } from '../../i18n/messages.ts';
import { PanelHead } from '../panel-head.tsx';

const t = words.brokers;

export function BrokersPanel() {
  const deps = useDeps();
  const clocks = useView((s) => s.history.present.clocks);
  const asked = useQuery(brokersQuery(clocks));
  return (
    <>
      <PanelHead chips={[[t.title, 'accent']]} />
      <div className="scroll" tabIndex={0} role="region" aria-label={t.title}>
        <Await asked={asked} rows={8}>
          {({ brokers, nodes, text, stated }) => (
            <>
              <div className="block">
                <p lang="en">{text}</p>
                <p className="meta">{t.help}</p>
                {stated.map((line) => (
                  <p key={line} className="meta" lang="en">
                    {line}
                  </p>
                ))}
              </div>
              {brokers.length === 0 && <Empty>{t.none}</Empty>}
              <ol className="rows">
                {brokers.map(({ entity, score, pairs, roles }) => {
                  const node = nodes.find(({ id }) => id === entity.id);
                  return (
                    <li key={entity.id}>
                      <button type="button" className="claim-row" onClick={() => openEntity(deps, entity.id)}>
                        {node ? <EntityMark type={node.type} vague={node.unnamed || node.generic} /> : <span />}
                        <span>
                          <span dir="auto">{entity.name}</span>
                          <span className="meta" style={{ display: 'block' }}>
                            {t.score(score.toFixed(2), pairs)}
                          </span>
                          <span className="meta" style={{ display: 'block' }} lang="en">
                            {roles.length > 0 ? roles.join(' · ') : t.noRole}
                          </span>
                        </span>
                      </button>
                    </li>
                  );
                })}
              </ol>
            </>
          )}
        </Await>
      </div>
    </>
  );
}
