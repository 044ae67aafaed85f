/** The watches: each with what of its answer changed since it was marked as seen. */
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useDeps } from '../../acts/deps.ts';
import { openClaim } from '../../acts/open-things.ts';
import { askWatch, deleteWatch, markWatchSeen, putBackWatch } from '../../acts/watch.ts';
import { type WatchAsked, watchesQuery } from '../../api/queries-watches.ts';
import { LineSample } from '../../ui/figures.tsx';
import { Await, Empty } from '../../ui/states.tsx';
import { words } from '../../i18n/messages.ts';
import { whenInWords } from '../notebook/when.ts';
import { PanelHead } from '../panel-head.tsx';
import { ChangedGaps } from './changed-gaps.tsx';
import { ChangedClaims, LISTS } from './changed-claims.tsx';

const t = words.watches;

export function WatchesPanel() {
  const deps = useDeps();
  const asked = useQuery(watchesQuery());
  const left = asked.data?.watches.filter(({ state }) => state === 'not-asked').map(({ id }) => id) ?? [];
  const [wanted, setWanted] = useState<string[]>();
  const rest = useQuery({ ...watchesQuery(wanted ?? []), enabled: wanted !== undefined });
  const [gone, setGone] = useState<WatchAsked>();
  const remove = async (watch: WatchAsked): Promise<void> => {
    if (await deleteWatch(deps, watch)) setGone(watch);
  };
  return (
    <>
      <PanelHead chips={[[t.title, '']]} />
      <p className="block meta">{t.lead}</p>
      <div className="scroll" tabIndex={0} role="region" aria-label={t.title}>
        {gone && (
          <p className="block row wrap" role="status">
            <span dir="auto">{t.removed(gone.title)}</span>
            <button type="button" className="btn small" onClick={() => void putBackWatch(deps, gone).then((isBack) => isBack && setGone(undefined))}>
              {t.putBack}
            </button>
          </p>
        )}
        <Await asked={asked} rows={6}>
          {(answer) => (
            <>
              {answer.watches.length === 0 && <Empty>{t.none}</Empty>}
              {answer.notAsked > 0 && !rest.data && (
                <p className="block row wrap">
                  <span className="meta">{t.notAsked(answer.notAsked)}</span>
                  <button type="button" className="btn small" disabled={rest.isFetching} onClick={() => setWanted(left)}>
                    {t.askRest}
                  </button>
                </p>
              )}
              {answer.watches.map((watch) => (
                <WatchCard
                  key={watch.id}
                  watch={(watch.state === 'not-asked' && rest.data?.watches.find(({ id }) => id === watch.id)) || watch}
                  asOf={answer.asOf}
                  onRemove={() => void remove(watch)}
                />
              ))}
            </>
          )}
        </Await>
      </div>
    </>
  );
}

function WatchCard({ watch, asOf, onRemove }: { watch: WatchAsked; asOf: string; onRemove: () => void }) {
  const deps = useDeps();
  const { title, who, seen, state, reason, change } = watch;
  const of = ({ trace: 'paths', claims: 'claims', roles: 'roles', gaps: 'gaps' } as const)[watch.question.kind];
  return (
    <section className="block" aria-label={title}>
      <h3>
        <button type="button" className="link" style={{ textAlign: 'start' }} aria-label={t.ask(title)} onClick={() => void askWatch(deps, watch)}>
          <span dir="auto">{title}</span>
        </button>
      </h3>
      <p className="meta">
        <span className={`chip ${state === 'changed' ? 'accent' : ''}`}>{t.state[state]}</span> {change && <strong>{t.differs(of, change)} · </strong>}
        <span dir="auto">{t.by(who, whenInWords(seen))}</span>
      </p>
      {reason !== undefined && (
        <p className="meta" lang="en" dir="ltr">
          {reason}
        </p>
      )}
      {change?.claims && LISTS.map((list) => <ChangedClaims key={list} of={list} claims={change.claims![list]} total={change[list]} />)}
      {change?.gaps && LISTS.map((list) => <ChangedGaps key={list} of={list} gaps={change.gaps![list]} total={change[list]} />)}
      {change?.paths && <ChangedPaths paths={change.paths} />}
      {change?.roles && LISTS.map((list) => <ChangedRoles key={list} of={list} roles={change.roles![list]} />)}
      <p className="row wrap" style={{ marginBlockStart: 8 }}>
        {state === 'changed' && (
          <button type="button" className="btn small" aria-label={t.markSeenOf(title)} onClick={() => void markWatchSeen(deps, watch, asOf)}>
            {t.markSeen}
          </button>
        )}
        <button type="button" className="btn small ghost" aria-label={t.removeOf(title)} onClick={onRemove}>
          {t.remove}
        </button>
      </p>
    </section>
  );
}

type Change = NonNullable<WatchAsked['change']>;

function ChangedPaths({ paths }: { paths: NonNullable<Change['paths']> }) {
  return (
    <>
      {LISTS.map((list) =>
        paths[list].length === 0 ? null : (
          <section key={list} aria-label={t.lists[list]}>
            <h4 className="list-head">{t.lists[list]}</h4>
            <ul>
              {paths[list].map((path) => (
                <li key={path.entities.join(' ')} className="item">
                  <span dir="auto">{path.title}</span>
                  {'weakestBefore' in path && (
                    <span className="meta" style={{ display: 'block' }}>
                      {t.weakestWas(words.standing[path.weakestBefore.level], words.standing[path.weakest.level])}
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </section>
        ),
      )}
      {paths.more && <p className="meta">{t.morePaths}</p>}
    </>
  );
}

function ChangedRoles({ of, roles }: { of: (typeof LISTS)[number]; roles: NonNullable<Change['roles']>['gained'] }) {
  const deps = useDeps();
  if (roles.length === 0) return null;
  return (
    <section aria-label={t.lists[of]}>
      <h4 className="list-head">{t.lists[of]}</h4>
      {roles.map(({ plot, entity, role, text, was, claim, rank }) => (
        <button key={`${plot.id} ${role} ${entity.id}`} type="button" className="claim-row" onClick={() => openClaim(deps, claim)}>
          <LineSample rank={rank} />
          <span>
            <span dir="auto">{entity.name}</span>
            <span className="meta" style={{ display: 'block' }}>
              <bdi>{plot.name}</bdi> · {[text, was === undefined ? '' : t.was(was)].filter(Boolean).join(' · ')}
            </span>
          </span>
        </button>
      ))}
    </section>
  );
}
