/** Hears of a new revision of the case while the page is open, reads again what is shown, and says what of it has changed. */
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { IconRefreshAlert } from '@tabler/icons-react';
import { healthReady } from '../../server/contract/routes/health.ts';
import { call } from '../api/call.ts';
import { explainError, wasStopped } from '../api/explain-error.ts';
import { reach } from '../api/reach.ts';
import { caseRevision } from '../api/revision.ts';
import { useDeps } from '../acts/deps.ts';
import { refresh } from '../acts/loading/refresh.ts';
import type { Change } from '../state/canvas/compare-read.ts';
import { words } from '../i18n/messages.ts';

const t = words.changed;
/** Milliseconds between two questions for the revision, while the page can be seen. */
export const ASKED_EVERY = 10_000;
/** What changed is listed up to here; the rest is counted. */
const LISTED = 12;

/** Asks for the revision now and then, when the page is seen again, and when something asked for was not there. */
function useAsking(): void {
  const { doubts } = useSyncExternalStore(caseRevision.subscribe, caseRevision.get);
  const asking = useRef(false);
  const ask = useCallback(async (): Promise<void> => {
    // While nothing answers, the connection asks.
    if (asking.current || document.visibilityState === 'hidden' || reach.get().lost !== undefined) return;
    asking.current = true;
    // The revision reaches the page through `caseRevision`, as of every read.
    await call(healthReady, {}).catch(() => undefined);
    asking.current = false;
  }, []);
  useEffect(() => {
    const seen = (): void => void ask();
    const timer = setInterval(seen, ASKED_EVERY);
    document.addEventListener('visibilitychange', seen);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [ask]);
  useEffect(() => {
    if (doubts > 0) void ask();
  }, [doubts, ask]);
}

/** Two changes as one: what was said and not yet put away stays said. */
function joined(before: Change | undefined, after: Change): Change {
  if (!before) return after;
  return {
    entitiesGone: [...before.entitiesGone, ...after.entitiesGone],
    claimsGone: [...before.claimsGone, ...after.claimsGone],
    renamed: [...before.renamed, ...after.renamed],
    claimsChanged: before.claimsChanged + after.claimsChanged,
  };
}

/** What was read again, from one revision to another. */
interface Read {
  from: number;
  to: number;
  change: Change;
}
/** Nobody else wrote in between. */
function isOwn({ from, to }: Read, own: ReadonlySet<number>): boolean {
  for (let revision = from + 1; revision <= to; revision += 1) if (!own.has(revision)) return false;
  return true;
}

export function changeInWords({ entitiesGone, claimsGone, renamed, claimsChanged }: Change): string[] {
  const lines = [
    entitiesGone.length > 0 ? t.entitiesGone(entitiesGone.length) : '',
    claimsGone.length > 0 ? t.claimsGone(claimsGone.length) : '',
    renamed.length > 0 ? t.renamed(renamed.length) : '',
    claimsChanged > 0 ? t.claimsChanged(claimsChanged) : '',
  ].filter((line) => line !== '');
  return lines.length === 0 ? [t.same, t.again] : [...lines, t.again];
}

export function CaseChanged() {
  const deps = useDeps();
  useAsking();
  const { revision, own, writing } = useSyncExternalStore(caseRevision.subscribe, caseRevision.get);
  const shown = useRef(revision);
  const [change, setChange] = useState<Change | undefined>();
  const [failed, setFailed] = useState<string | undefined>();
  const [read, setRead] = useState<readonly Read[]>([]);
  useEffect(() => {
    const from = shown.current;
    if (revision === undefined || revision === from) return;
    shown.current = revision;
    if (from === undefined) return;
    refresh(deps).then(
      (next) => {
        if (!next) return;
        setFailed(undefined);
        setRead((before) => [...before, { from, to: revision, change: next }]);
      },
      (error: unknown) => {
        if (!wasStopped(error)) setFailed(t.notRead(explainError(error)));
      },
    );
  }, [revision, deps]);
  useEffect(() => {
    // Of what is heard before a write of this page is answered it is not known yet whose it is.
    if (writing > 0 || read.length === 0) return;
    setRead([]);
    const others = read.filter((one) => !isOwn(one, own));
    if (others.length > 0) setChange((before) => others.reduce((all: Change | undefined, one) => joined(all, one.change), before));
  }, [read, writing, own]);
  const lines = failed === undefined ? (change ? changeInWords(change) : []) : [failed];
  const which =
    change && failed === undefined ? [...change.entitiesGone, ...change.claimsGone, ...change.renamed.map(({ from, to }) => t.renamedTo(from, to))] : [];
  const close = (): void => {
    setChange(undefined);
    setFailed(undefined);
  };
  return (
    <>
      {lines.length > 0 && (
        <section className="changed" aria-label={t.title} data-kept-clear>
          <IconRefreshAlert size={17} stroke={1.7} aria-hidden />
          <div>
            <p>
              <b>{t.title}.</b> {lines.join(' ')}
            </p>
            {which.length > 0 && (
              <details>
                <summary>{t.which}</summary>
                <ul>
                  {which.slice(0, LISTED).map((line, n) => (
                    <li key={n} dir="auto">
                      {line}
                    </li>
                  ))}
                  {which.length > LISTED && <li>{t.more(which.length - LISTED)}</li>}
                </ul>
              </details>
            )}
          </div>
          <button type="button" className="btn small" onClick={close}>
            {words.app.close}
          </button>
        </section>
      )}
      <p className="visually-hidden" role="status">
        {lines.length === 0 ? '' : `${t.title}. ${lines.join(' ')}`}
      </p>
    </>
  );
}
