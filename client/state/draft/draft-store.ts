/** The drafts of all cases, kept in this browser: they survive a reload, the closing of the page and a lost server, and are the same in all its tabs. */
import { useSyncExternalStore } from 'react';
import { type Draft, draftShape, emptyDraft } from './draft-change.ts';

const PREFIX = 'attest-draft-change ';

export interface Drafts {
  /** By case, those with something in them. */
  readonly all: ReadonlyMap<string, Draft>;
  /** False where the browser stores nothing: the draft then lasts as long as the page. */
  readonly kept: boolean;
}

function readAll(): Map<string, Draft> {
  const found = new Map<string, Draft>();
  try {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith(PREFIX)) continue;
      const draft = read(localStorage.getItem(key));
      if (draft) found.set(draft.dataset, draft);
    }
  } catch {
    // Without storage there is nothing to read.
  }
  return found;
}
function read(text: string | null): Draft | undefined {
  try {
    const parsed = draftShape.safeParse(JSON.parse(text ?? 'null'));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

let now: Drafts = { all: readAll(), kept: true };
const listeners = new Set<() => void>();
function become(next: Drafts): void {
  now = next;
  for (const listener of listeners) listener();
}
const isEmpty = ({ entries, past, sent }: Draft): boolean => entries.length === 0 && past.length === 0 && sent === undefined;

export const changeDrafts = {
  get: (): Drafts => now,
  of: (dataset: string): Draft => now.all.get(dataset) ?? emptyDraft(dataset),
  change(dataset: string, to: (draft: Draft) => Draft): void {
    const draft = to(changeDrafts.of(dataset));
    const all = new Map(now.all);
    if (isEmpty(draft)) all.delete(dataset);
    else all.set(dataset, draft);
    become({ all, kept: store(dataset, isEmpty(draft) ? undefined : draft) });
  },
  /** How many records of all drafts name somebody who is to be redacted. */
  naming: (isNamed: (kept: unknown) => boolean): number =>
    [...now.all.values()].reduce((sum, { entries }) => sum + entries.filter((one) => isNamed(one)).length, 0),
  /** Throws those away, and with them the steps that can be taken back where one does. */
  throwAwayNaming(isNamed: (kept: unknown) => boolean): void {
    for (const [dataset, draft] of now.all)
      if (isNamed([draft.entries, draft.past]))
        changeDrafts.change(dataset, ({ past: _past, ...rest }) => ({ ...rest, entries: draft.entries.filter((one) => !isNamed(one)), past: [] }));
  },
  throwAway: (dataset: string): void => changeDrafts.change(dataset, () => emptyDraft(dataset)),
  subscribe(listener: () => void): () => void {
    if (listeners.size === 0) addEventListener('storage', hear);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) removeEventListener('storage', hear);
    };
  },
};

function store(dataset: string, draft: Draft | undefined): boolean {
  try {
    if (draft) localStorage.setItem(PREFIX + dataset, JSON.stringify(draft));
    else localStorage.removeItem(PREFIX + dataset);
    return true;
  } catch {
    // Each step holds the draft whole: where the browser has no room for all of them, the draft itself and the newest steps are kept.
    return draft !== undefined && draft.past.length > 0 && store(dataset, { ...draft, past: draft.past.slice(Math.ceil(draft.past.length / 2)) });
  }
}

/** Another tab changed a draft. */
function hear({ key, newValue }: StorageEvent): void {
  if (key !== null && !key.startsWith(PREFIX)) return;
  const all = new Map(now.all);
  const draft = read(newValue);
  if (key === null) all.clear();
  else if (draft) all.set(draft.dataset, draft);
  else all.delete(key.slice(PREFIX.length));
  become({ ...now, all });
}

export const useDrafts = (): Drafts => useSyncExternalStore(changeDrafts.subscribe, changeDrafts.get);
