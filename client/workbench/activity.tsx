/** What runs and takes long or waits its turn, each with a button to stop it: acts, and reads of the page. A stopped read of the view can be continued. */
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useIsFetching } from '@tanstack/react-query';
import { reach } from '../api/reach.ts';
import { useDeps } from '../acts/deps.ts';
import { useView } from '../state/store.ts';
import { words } from '../i18n/messages.ts';
import { useFreePlace } from '../ui/use-free-place.ts';
import { useWaiting, WaitingLine } from '../ui/states.tsx';

const t = words.activity;
/** Milliseconds after which something that runs is shown. */
const SAID_AFTER = 500;
const TICK = 500;

interface Shown {
  kind: string;
  doing: string;
  since: number;
  stop: () => void;
}

export function Activity() {
  const { store, latest, queries, tell } = useDeps();
  const unread = useView((s) => s.unreadView !== undefined);
  const running = useSyncExternalStore(latest.subscribe, latest.running);
  const waiting = useWaiting();
  const { lost } = useSyncExternalStore(reach.subscribe, reach.get);
  const reading = useIsFetching() > 0;
  const [readSince, setReadSince] = useState<number | undefined>();
  const [now, setNow] = useState(Date.now);
  const any = running.length > 0 || reading;
  useEffect(() => setReadSince(reading ? Date.now() : undefined), [reading]);
  useEffect(() => {
    if (!any) return;
    const timer = setInterval(() => setNow(Date.now()), TICK);
    return () => clearInterval(timer);
  }, [any]);
  const acts: Shown[] = running.map((run) => ({
    ...run,
    stop: () => {
      latest.cancel(run.kind);
      tell(words.app.stopped(run.doing));
    },
  }));
  // A read that belongs to an act is shown as the act. While the server does not answer, the strip of the connection is shown instead.
  const alone = acts.length === 0 && lost === undefined && readSince !== undefined;
  const all = alone ? [{ kind: 'read', doing: t.reading, since: readSince, stop: () => void queries.cancelQueries() }] : acts;
  // What waits its turn is said at once, and with the button that stops it.
  const shown = all.filter((run) => waiting || now - run.since >= SAID_AFTER);
  const told = shown.length > 0 || waiting || unread;
  const box = useRef<HTMLDivElement>(null);
  useFreePlace(
    useCallback(() => box.current, []),
    told ? 1 : 0,
  );
  return (
    <div role="region" aria-label={t.title}>
      {told && (
        <div className="activity" ref={box}>
          {shown.map((run) => (
            <div key={run.kind} className="row">
              <span className="spinner" aria-hidden />
              <span>{t.running(run.doing, Math.max(1, Math.round((now - run.since) / 1000)))}</span>
              <button type="button" className="btn small" aria-label={t.stop(run.doing)} onClick={run.stop}>
                {words.app.stop}
              </button>
            </div>
          ))}
          <WaitingLine />
          {unread && (
            <div className="row">
              <span>{words.link.unread}</span>
              <button type="button" className="btn small" onClick={() => store.dispatch({ type: 'view-unread' })}>
                {words.canvas.readOn}
              </button>
            </div>
          )}
        </div>
      )}
      {/* Without seconds, because a screen reader would read out each change. */}
      <p className="visually-hidden" role="status">
        {[...shown.map((run) => run.doing), ...(waiting ? [t.waiting] : []), ...(unread ? [words.link.unread] : [])].join('. ')}
      </p>
    </div>
  );
}
