/** Stores a view that is too long for an address, and reads stored views. */
import { call } from '../api/call.ts';
import { readView, storeView } from '../../server/contract/routes/view-states.ts';
import { linkOf, readLink } from '../state/link/link-codec.ts';
import type { ViewState } from '../state/reduce.ts';

/** The digest it is stored under; undefined for the opening screen, which needs no link. */
export async function storeViewOf(state: ViewState, signal?: AbortSignal): Promise<string | undefined> {
  const view = linkOf(state);
  return view && (await call(storeView, { body: { view }, signal })).digest;
}

export async function readStoredView(digest: string, signal?: AbortSignal): Promise<ViewState | undefined> {
  return readLink((await call(readView, { params: { digest }, signal })).view);
}
