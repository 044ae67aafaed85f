/**
 * Keeps the view, the address bar and the browser's history the same. Each step (`page-step.ts`) is an entry of that history, and going to one is an act that
 * undo takes back. A view too long for the address is stored, and the address names its digest.
 */
import { ApiError } from '../../api/api-error.ts';
import { decodeView, digestOf, documentText, encodeView, isLong, storedAddress } from '../../state/link/link-codec.ts';
import { keptText, viewKept } from '../../state/link/kept-history.ts';
import { lookedAt } from '../../state/link/page-step.ts';
import { startHistory } from '../../state/history.ts';
import { API_LIMITS } from '../../../server/contract/parts.ts';
import { initialState, type ViewState } from '../../state/reduce.ts';
import { words } from '../../i18n/messages.ts';
import type { Deps } from '../deps.ts';
import { explainError, wasStopped } from '../../api/explain-error.ts';
import { createEntries, readKept, stateOf, urlOf, writeKept } from './page-entries.ts';
import { readStoredView, storeViewOf } from '../store-view.ts';

/** Milliseconds after a change until the address is written. A long view is stored after a longer pause. */
const PAUSE = 250;
const STORE_PAUSE = 1500;
/** Milliseconds until a stored view that could not be read is requested again. */
const AGAIN = 4000;

export function keepAddress(deps: Deps): () => void {
  const { store, latest, tell } = deps;
  /** The view last written or read, as text, and what the address holds of it. */
  let written = '';
  let address = '';
  /** The entry of the browser's history that is shown, what is looked at in it, and its view as it was last seen. */
  let entry = '';
  let looked = lookedAt(store.get());
  let seen = store.get();
  const entries = createEntries();
  /** True from the start of a trace to its end: what it draws and opens belongs to the step that asked it. */
  let unfinished = false;
  let stepping = false;
  let started = false;
  /** True while a stored view is being read: the address is then newer than the page and is not overwritten. */
  let following = false;
  /** Digest of a stored view whose reading was stopped. It is read when the user asks, and forgotten when something else is drawn. */
  let stopped: string | undefined;
  let timers: ReturnType<typeof setTimeout>[] = [];
  const later = (run: () => void, ms: number): void => void timers.push(setTimeout(run, ms));
  const forget = (): void => {
    timers.forEach(clearTimeout);
    timers = [];
  };
  const show = (next: string): void => {
    address = next;
    history.replaceState(stateOf(entry), '', urlOf(next));
  };
  const forgetStopped = (): void => {
    stopped = undefined;
    if (store.get().unreadView !== undefined) store.dispatch({ type: 'view-unread' });
  };
  const write = (): void => {
    if (following) return;
    const state = store.get();
    const text = encodeView(state);
    // The address holds the whole view until it is stored, so that a reload does not depend on the server.
    if (text !== written) {
      forgetStopped();
      show(text);
    }
    written = text;
    // A view that came by a long link is stored too.
    if (isLong(text) && isLong(address)) later(() => void keep(state, text), STORE_PAUSE);
  };
  const keep = async (state: ViewState, text: string): Promise<void> => {
    const run = latest.begin('store-view');
    try {
      const digest = await storeViewOf(state, run.signal);
      if (digest !== undefined && run.isNewest() && text === written && !following) show(storedAddress(digest));
    } catch {
      // If storing fails, the long address still holds the view.
    } finally {
      run.end();
    }
  };
  /** Where something else is looked at, the view so far stays in its entry and a new entry is made. All changes of one act are one step. */
  const step = (): void => {
    stepping = false;
    const state = store.get();
    if (following || lookedAt(state) === looked) return;
    looked = lookedAt(state);
    forget();
    if (!unfinished) {
      const text = encodeView(seen);
      if (text !== written) show(text);
      entries.put(entry, seen);
      entry = entries.next();
      forgetStopped();
      address = written = encodeView(store.get());
      history.pushState(stateOf(entry), '', urlOf(address));
    }
    unfinished = isTracing();
    seen = store.get();
    later(write, PAUSE);
  };
  const isTracing = (): boolean => latest.running().some((run) => run.kind === 'trace');
  const restore = (state: ViewState | undefined): void => {
    if (!state) tell(words.errors.badLink, true);
    let next = state ?? initialState();
    written = encodeView(next);
    if (started) {
      // The same document is no act, wherever its text came from.
      const now = store.get().history.present;
      if (documentText(next.history.present) === documentText(now)) next = { ...next, history: startHistory(now) };
      store.dispatch({ type: 'restore', state: next, words: words.acts.restored });
    } else store.dispatch({ type: 'restore', state: next });
    started = true;
    looked = lookedAt(store.get());
    seen = store.get();
  };
  const follow = (): void => {
    const text = location.hash.slice(1);
    const shown = entries.idOf(history.state);
    if (text === address && shown === entry && started) return;
    forget();
    if (started && !following) entries.put(entry, store.get());
    entry = shown ?? entries.next();
    show(text);
    unfinished = false;
    forgetStopped();
    latest.cancel('read-view');
    // A page that is being left may no longer write its address, so what was kept of it comes first.
    const known = entries.get(entry) ?? (started ? undefined : viewKept(readKept(), entry));
    const digest = known ? undefined : digestOf(text);
    following = digest !== undefined;
    if (digest !== undefined) void fetchView(digest);
    else {
      restore(known ?? (text === '' ? initialState() : decodeView(text)));
      if (known && written !== text) {
        show(written);
        later(write, PAUSE);
      }
    }
  };
  const fetchView = async (digest: string): Promise<void> => {
    const run = latest.begin('read-view', words.doing.hydrate);
    try {
      const state = await readStoredView(digest, run.signal);
      if (!run.isNewest()) return;
      following = false;
      restore(state);
    } catch (error) {
      if (!run.isNewest() && address !== storedAddress(digest)) return;
      const passing = error instanceof ApiError && error.passing;
      if (passing) later(() => void fetchView(digest), AGAIN);
      else following = false;
      started ||= !passing && !wasStopped(error);
      if (wasStopped(error)) {
        stopped = digest;
        store.dispatch({ type: 'view-unread', digest });
      } else tell(error instanceof ApiError && error.code === 'not-found' ? words.link.gone(API_LIMITS.storedViewDays) : explainError(error), true);
    } finally {
      run.end();
    }
  };
  follow();
  const offStore = store.subscribe(() => {
    if (following) return;
    if (stopped !== undefined && store.get().unreadView === undefined) {
      const digest = stopped;
      stopped = undefined;
      following = true;
      void fetchView(digest);
      return;
    }
    if (lookedAt(store.get()) === looked) {
      seen = store.get();
      forget();
      later(write, PAUSE);
    } else if (!stepping) {
      stepping = true;
      queueMicrotask(step);
    }
  });
  // In a microtask of its own: what the trace opened at its end is still taken as its step.
  const offLatest = latest.subscribe(() => queueMicrotask(() => (unfinished &&= isTracing())));
  /** The page may be reloaded or never shown again. */
  const leave = (): void => {
    if (!started || following) return;
    forget();
    write();
    writeKept(keptText(store.get(), entry));
  };
  globalThis.addEventListener('popstate', follow);
  globalThis.addEventListener('hashchange', follow);
  globalThis.addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', leave);
  return () => {
    offStore();
    offLatest();
    forget();
    globalThis.removeEventListener('popstate', follow);
    globalThis.removeEventListener('hashchange', follow);
    globalThis.removeEventListener('pagehide', leave);
    document.removeEventListener('visibilitychange', leave);
  };
}
