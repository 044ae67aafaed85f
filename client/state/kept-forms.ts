/**
 * What is typed in the forms, kept in this browser until it is used or thrown away: it survives a reload, a closed tab and a restart. What nobody went on with for
 * two months is dropped, and of more than a hundred forms those that were left longest.
 */
import { useEffect, useState, useSyncExternalStore } from 'react';
import { z } from 'zod';
import { isSame } from './draft/file-form.ts';
import type { OpenForm } from './draft/open-forms.ts';

const PREFIX = 'attest-form ';
export const FORMS_KEPT = { most: 100, days: 60 } as const;
const DAY_MS = 86_400_000;

const shape = z.object({
  /** When the first of it was typed, and the last. */
  begun: z.number(),
  at: z.number(),
  value: z.unknown(),
  /** The form to go on in, where it can be opened from elsewhere; the case it writes to, and what is typed in short. */
  form: z.looseObject({ form: z.string() }).optional(),
  dataset: z.string().optional(),
  name: z.string().optional(),
});
export type KeptForm = Omit<z.infer<typeof shape>, 'form'> & { key: string; form?: OpenForm };
/** What is kept with what is typed, so that it can be offered elsewhere. */
export interface KeptAs<T> {
  form: OpenForm;
  dataset: string;
  nameOf: (value: T) => string;
}

function read(key: string): KeptForm | undefined {
  try {
    const parsed = shape.safeParse(JSON.parse(localStorage.getItem(PREFIX + key) ?? 'null'));
    if (!parsed.success || parsed.data.at < Date.now() - FORMS_KEPT.days * DAY_MS) return undefined;
    return { ...parsed.data, key } as KeptForm;
  } catch {
    return undefined;
  }
}

function readAll(): ReadonlyMap<string, KeptForm> {
  const found = new Map<string, KeptForm>();
  try {
    for (const stored of Object.keys(localStorage)) {
      if (!stored.startsWith(PREFIX)) continue;
      const key = stored.slice(PREFIX.length);
      const form = read(key);
      if (form) found.set(key, form);
      else localStorage.removeItem(stored);
    }
  } catch {
    // Without storage there is nothing to read.
  }
  return found;
}

let now: ReadonlyMap<string, KeptForm> = new Map();
const listeners = new Set<() => void>();
function become(next: ReadonlyMap<string, KeptForm>): void {
  now = next;
  for (const listener of listeners) listener();
}

/** Whether the browser has room for it. */
function store({ key, ...form }: KeptForm): boolean {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(form));
    if (Object.keys(localStorage).filter((one) => one.startsWith(PREFIX)).length <= FORMS_KEPT.most) return true;
    const newestFirst = [...readAll().values()].toSorted((one, other) => other.at - one.at);
    for (const one of newestFirst.slice(FORMS_KEPT.most)) localStorage.removeItem(PREFIX + one.key);
    return true;
  } catch {
    return false;
  }
}

/** Those that were dropped for it go from the list with the next reading. */
function keep(form: KeptForm): boolean {
  const isKept = store(form);
  become(new Map(now).set(form.key, form));
  return isKept;
}

/** What tells a form from others: not the case, and nothing that cannot be kept. */
function descriptionOf(form: OpenForm): unknown {
  const { dataset: _case, onMade: _made, ...rest } = form as OpenForm & { dataset?: string; onMade?: unknown };
  return rest;
}

function remove(key: string): void {
  try {
    localStorage.removeItem(PREFIX + key);
  } catch {
    // Nothing was kept.
  }
  become(new Map([...now].filter(([other]) => other !== key)));
}

/** Another tab typed, used or threw away. */
function hear({ key }: StorageEvent): void {
  if (key === null || key.startsWith(PREFIX)) become(readAll());
}

export const keptForms = {
  get: (): ReadonlyMap<string, KeptForm> => now,
  /** As the browser has them, also where nobody subscribed. */
  all: readAll,
  has: (key: string): boolean => read(key) !== undefined,
  throwAway: remove,
  /** Changes what is kept from outside the form, which reads it when it is opened. */
  change<T>(key: string, initial: T, change: (value: T) => T): void {
    const { value, since } = begin(key, initial);
    const at = Date.now();
    keep({ key, begun: since ?? at, at, value: change(value) });
  },
  /** Under which a form is kept: that of the same form for the same case, where one was begun, else a new one. */
  keyOf(form: OpenForm, dataset: string): string {
    const asked = descriptionOf(form);
    const begun = [...readAll().values()].filter((one) => one.dataset === dataset && one.form && isSame(descriptionOf(one.form), asked));
    return begun.toSorted((one, other) => other.at - one.at)[0]?.key ?? `${form.form} ${crypto.randomUUID()}`;
  },
  /** The forms that name somebody who is to be redacted. */
  naming(isNamed: (kept: unknown) => boolean): string[] {
    return [...readAll()].flatMap(([key, form]) => (isNamed(form) ? [key] : []));
  },
  throwAwayNaming(isNamed: (kept: unknown) => boolean): void {
    for (const key of keptForms.naming(isNamed)) remove(key);
  },
  subscribe(listener: () => void): () => void {
    if (listeners.size === 0) {
      addEventListener('storage', hear);
      now = readAll();
    }
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) removeEventListener('storage', hear);
    };
  },
};

/** The forms that can be gone on with, the newest first. */
export function useKeptForms(): (KeptForm & { form: OpenForm })[] {
  const all = useSyncExternalStore(keptForms.subscribe, keptForms.get);
  return [...all.values()].filter((one): one is KeptForm & { form: OpenForm } => one.form !== undefined).toSorted((a, b) => b.at - a.at);
}

export interface Typed<T> {
  value: T;
  set: (value: T) => void;
  /** It was used, or given up: the form is as it was at first, or begins with something else. */
  forget: (next?: T) => void;
  /** When what it was opened with was begun; undefined where it was opened empty. */
  since: number | undefined;
  /** False where the browser stores nothing, or has no room for it. */
  isKept: boolean;
}

interface Now<T> extends Omit<Typed<T>, 'set' | 'forget'> {
  key: string;
  /** What it is as long as nothing is typed. */
  empty: T;
}
function begin<T>(key: string, initial: T): Now<T> {
  const kept = read(key);
  // What an earlier version kept may have another shape and is dropped.
  const fits = kept !== undefined && typeof kept.value === typeof initial && Array.isArray(kept.value) === Array.isArray(initial);
  return { key, empty: initial, value: fits ? (kept.value as T) : initial, since: fits ? kept.begun : undefined, isKept: true };
}

/** What is typed in one form. Another key is another form: what was typed for one piece is not shown for the next. */
export function useKeptForm<T>(key: string, initial: T, as?: KeptAs<T>): Typed<T> {
  const [typed, setTyped] = useState(() => begin(key, initial));
  const shown = typed.key === key ? typed : begin(key, initial);
  if (shown !== typed) setTyped(shown);
  const put = (value: T): boolean => {
    const at = Date.now();
    const more = as && { form: as.form, dataset: as.dataset, name: as.nameOf(value) };
    return keep({ key, begun: read(key)?.begun ?? at, at, value, ...more });
  };
  const set = (value: T): void => {
    const isEmpty = isSame(value, shown.empty);
    if (isEmpty) remove(key);
    setTyped({ ...shown, value, isKept: isEmpty || put(value) });
  };
  const forget = (next: T = initial): void => {
    remove(key);
    setTyped({ key, empty: next, value: next, since: undefined, isKept: true });
  };
  const dataset = as?.dataset;
  useEffect(() => {
    if (dataset !== undefined && (read(key)?.dataset ?? dataset) !== dataset) put(shown.value);
    // It goes to another case with all that is typed.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [dataset]);
  return { ...shown, set, forget };
}

/** The same for a form that is opened in one place alone, and of which nothing more is said. */
export function useTyped<T>(key: string, initial: T): [value: T, set: (value: T) => void, forget: () => void] {
  const { value, set, forget } = useKeptForm(key, initial);
  return [value, set, () => forget()];
}
