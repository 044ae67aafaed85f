/** Keeps the view and the address bar the same. A view too long for the address is stored, and the address names its digest. */
import { ApiError } from '../api/api-error.ts';
import { decodeView, digestOf, encodeView, isLong, storedAddress } from '../state/link/link-codec.ts';
import { API_LIMITS } from '../../server/contract/parts.ts';
import { initialState, type ViewState } from '../state/reduce.ts';
import { words } from '../i18n/messages.ts';
import type { Deps } from './deps.ts';
import { explainError, wasStopped } from '../api/explain-error.ts';
import { readStoredView, storeViewOf } from './store-view.ts';

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
    history.replaceState(null, '', next === '' ? `${location.pathname}${location.search}` : `#${next}`);
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
  const restore = (state: ViewState | undefined): void => {
    if (!state) tell(words.errors.badLink, true);
    const next = state ?? initialState();
    written = encodeView(next);
    store.dispatch({ type: 'restore', state: next });
  };
  const follow = (): void => {
    const text = location.hash.slice(1);
    if (text === address) return;
    forget();
    address = text;
    const digest = digestOf(text);
    following = digest !== undefined;
    forgetStopped();
    latest.cancel('read-view');
    if (digest === undefined) restore(text === '' ? initialState() : decodeView(text));
    else void fetchView(digest);
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
      if (wasStopped(error)) {
        stopped = digest;
        store.dispatch({ type: 'view-unread', digest });
      } else tell(error instanceof ApiError && error.code === 'not-found' ? words.link.gone(API_LIMITS.storedViewDays) : explainError(error), true);
    } finally {
      run.end();
    }
  };
  follow();
  const off = store.subscribe(() => {
    if (following) return;
    if (stopped !== undefined && store.get().unreadView === undefined) {
      const digest = stopped;
      stopped = undefined;
      following = true;
      void fetchView(digest);
      return;
    }
    forget();
    later(write, PAUSE);
  });
  globalThis.addEventListener('hashchange', follow);
  return () => {
    off();
    forget();
    globalThis.removeEventListener('hashchange', follow);
  };
}
