/** What runs just now and takes its time, each with a way to stop it: the acts, or what a screen reads. A view whose reading was stopped can be read after all. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useIsFetching } from '@tanstack/react-query';
import { reach } from '../api/reach.ts';
import { useDeps } from '../acts/deps.ts';
import { useView } from '../state/store.ts';
import { words } from '../i18n/messages.ts';

const t = words.activity;
/** Shorter than this nothing is said, ms. */
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
  // An act that reads is told of as the act; while nothing answers, the strip of the connection tells it.
  const alone = acts.length === 0 && lost === undefined && readSince !== undefined;
  const all = alone ? [{ kind: 'read', doing: t.reading, since: readSince, stop: () => void queries.cancelQueries() }] : acts;
  const shown = all.filter((run) => now - run.since >= SAID_AFTER);
  return (
    <div role="region" aria-label={t.title}>
      {(shown.length > 0 || unread) && (
        <div className="activity">
          {shown.map((run) => (
            <div key={run.kind} className="row">
              <span className="spinner" aria-hidden />
              <span>{t.running(run.doing, Math.max(1, Math.round((now - run.since) / 1000)))}</span>
              <button type="button" className="btn small" aria-label={t.stop(run.doing)} onClick={run.stop}>
                {words.app.stop}
              </button>
            </div>
          ))}
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
      {/* Without the seconds: a count would be read out at every tick. */}
      <p className="visually-hidden" role="status">
        {[...shown.map((run) => run.doing), ...(unread ? [words.link.unread] : [])].join('. ')}
      </p>
    </div>
  );
}
