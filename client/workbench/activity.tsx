/** What runs just now and takes its time, each with a way to stop it. */
import { useEffect, useState, useSyncExternalStore } from "react";
import { useDeps } from "../acts/deps.ts";
import { words } from "../i18n/messages.ts";

/** Shorter than this nothing is said, ms. */
const SAID_AFTER = 500;
const TICK = 500;

export function Activity() {
  const { latest } = useDeps();
  const running = useSyncExternalStore(latest.subscribe, latest.running);
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (running.length === 0) return;
    const timer = setInterval(() => setNow(Date.now()), TICK);
    return () => clearInterval(timer);
  }, [running]);
  const shown = running.filter((run) => now - run.since >= SAID_AFTER);
  if (shown.length === 0) return null;
  return (
    <div className="activity">
      {shown.map((run) => (
        <div key={run.kind} className="row">
          <span>{words.activity.running(run.doing, Math.max(1, Math.round((now - run.since) / 1000)))}</span>
          <button type="button" className="btn small" onClick={() => latest.cancel(run.kind)}>{words.app.stop}</button>
        </div>
      ))}
    </div>
  );
}
