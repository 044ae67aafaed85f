/** Loading, failed and empty: each says what it is, and what to do next. */
import { useEffect, useState, type ReactNode } from "react";
import { ApiError } from "../api/api-error.ts";
import { explainError } from "../acts/explain-error.ts";
import { words } from "../i18n/messages.ts";

export function Loading({ rows = 4 }: { rows?: number }) {
  return (
    <div className="block" role="status" aria-label={words.app.loading}>
      {Array.from({ length: rows }, (_, i) => (
        <div key={i} className={i === 0 ? "skeleton tall" : "skeleton"} style={{ inlineSize: `${95 - ((i * 17) % 45)}%` }} />
      ))}
    </div>
  );
}

/** Asks again by itself where the server named a time; else on the button. */
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
            <button type="button" className="btn small" onClick={retry}>{words.errors.retry}</button>
            {left !== undefined && left > 0 && <span className="meta">{words.errors.retryIn(left)}</span>}
          </div>
        )}
      </div>
    </div>
  );
}

export function Empty({ children }: { children: ReactNode }) {
  return <div className="notice"><p>{children}</p></div>;
}

interface Asked<T> {
  data: T | undefined;
  error: unknown;
  refetch: () => unknown;
}
/** What was asked, once it is there; loading and failure before. */
export function Await<T>({ asked, rows, children }: { asked: Asked<T>; rows?: number; children: (data: T) => ReactNode }) {
  if (asked.data !== undefined) return <>{children(asked.data)}</>;
  if (asked.error) return <Failure error={asked.error} retry={() => void asked.refetch()} />;
  return <Loading rows={rows} />;
}
