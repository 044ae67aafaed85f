/** Loading, waiting, failed and empty states: each says what it is and what to do next. */
import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { ApiError } from '../api/api-error.ts';
import { explainError } from '../api/explain-error.ts';
import { waitingForTurn } from '../api/in-turn.ts';
import { words } from '../i18n/messages.ts';
import { clockTime } from './date-text.ts';

export function Loading({ rows = 4 }: { rows?: number }) {
  return (
    <div className="block" role="status" aria-label={words.app.loading}>
      {Array.from({ length: rows }, (_, i) => (
        <div key={i} className={i === 0 ? 'skeleton tall' : 'skeleton'} style={{ inlineSize: `${95 - ((i * 17) % 45)}%` }} />
      ))}
    </div>
  );
}

/** Milliseconds between two looks at the clock. */
const TICK = 500;

/** Whether a request waits its turn. */
export function useWaiting(): boolean {
  return useSyncExternalStore(waitingForTurn.subscribe, waitingForTurn.get).length > 0;
}

/** Says that a request waits its turn, and when it is asked again; nothing where none waits. */
export function WaitingLine() {
  const [askedAgain] = useSyncExternalStore(waitingForTurn.subscribe, waitingForTurn.get);
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (askedAgain === undefined) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), TICK);
    return () => clearInterval(timer);
  }, [askedAgain]);
  if (askedAgain === undefined) return null;
  return (
    <p className="meta">
      {words.activity.waiting} {words.errors.retryIn(Math.max(1, Math.ceil((askedAgain - now) / 1000)))}.
    </p>
  );
}

/** Asks again by itself after the time that the server named; otherwise with a button. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const after = error instanceof ApiError ? error.retryAfter : undefined;
  const [left, setLeft] = useState(after);
  useEffect(() => setLeft(after), [after, error]);
  useEffect(() => {
    if (left === undefined || !retry) return;
    if (left <= 0) {
      retry();
      return;
    }
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left, retry]);
  return (
    <div className="block">
      <div className="notice danger" role="alert">
        <span>{explainError(error)}</span>
        {retry && (
          <div className="row">
            <button type="button" className="btn small" onClick={retry}>
              {words.errors.retry}
            </button>
            {left !== undefined && left > 0 && <span className="meta">{words.errors.retryIn(left)}</span>}
          </div>
        )}
      </div>
    </div>
  );
}

export function Empty({ children }: { children: ReactNode }) {
  return (
    <div className="notice">
      <p>{children}</p>
    </div>
  );
}

interface Asked<T> {
  data: T | undefined;
  error: unknown;
  refetch: () => unknown;
  fetchStatus?: string;
  /** The data shown answers an earlier query. */
  isPlaceholderData?: boolean;
  dataUpdatedAt?: number;
}
/** Shows data once it is there, and its loading or failure before. Outdated data is marked. */
export function Await<T>({ asked, rows, children }: { asked: Asked<T>; rows?: number; children: (data: T) => ReactNode }) {
  const retry = (): void => void asked.refetch();
  if (asked.data !== undefined)
    return (
      <>
        {asked.error ? <Stale at={asked.dataUpdatedAt} error={asked.error} retry={retry} /> : null}
        {asked.isPlaceholderData ? (
          <div className="aged" aria-busy>
            {children(asked.data)}
          </div>
        ) : (
          children(asked.data)
        )}
      </>
    );
  if (asked.error) return <Failure error={asked.error} retry={retry} />;
  if (asked.fetchStatus === 'idle') return <Stopped retry={retry} />;
  return <Loading rows={rows} />;
}

function Stale({ at, error, retry }: { at?: number; error: unknown; retry: () => void }) {
  return (
    <div className="outdated" role="status">
      <span>{words.errors.outdated(clockTime(at), explainError(error))}</span>
      <button type="button" className="btn small" onClick={retry}>
        {words.errors.retry}
      </button>
    </div>
  );
}

function Stopped({ retry }: { retry: () => void }) {
  return (
    <div className="notice">
      <p>{words.errors.notRead}</p>
      <button type="button" className="btn small" onClick={retry}>
        {words.errors.retry}
      </button>
    </div>
  );
}
