/** What is new in the case since it was recorded at an instant: claims gained, lost and changed, and the way to the watches. */
import { useQuery } from '@tanstack/react-query';
import { useDeps } from '../../acts/deps.ts';
import { openPanel } from '../../acts/open-things.ts';
import { sinceQuery } from '../../api/queries-watches.ts';
import { Await, Empty } from '../../ui/states.tsx';
import { words } from '../../i18n/messages.ts';
import { PanelHead } from '../panel-head.tsx';
import { ChangedClaims, LISTS } from './changed-claims.tsx';

const t = words.since;

export function SincePanel({ recorded }: { recorded: string }) {
  const deps = useDeps();
  const asked = useQuery(sinceQuery(recorded, true));
  return (
    <>
      <PanelHead chips={[[t.title, '']]} />
      <div className="scroll" tabIndex={0} role="region" aria-label={t.title}>
        <Await asked={asked} rows={8}>
          {(answer) => (
            <>
              <p className="what-if-answer" lang="en" dir="ltr">
                {answer.answer.text}
              </p>
              {LISTS.every((list) => answer[list].total === 0) && <Empty>{t.none}</Empty>}
              {LISTS.map((list) => (
                <ChangedClaims key={list} of={list} claims={answer[list].items} total={answer[list].total} />
              ))}
              <p className="block">
                <button type="button" className="link" onClick={() => openPanel(deps, { kind: 'watches' })}>
                  {t.all}
                </button>
              </p>
            </>
          )}
        </Await>
      </div>
    </>
  );
}
