/** The dossier of the cases on view while it is composed: what is kept of it, how it would print, and what can be done with its parts. */
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { clockBodyOf, type DossierPreview, dossierPreviewQuery, type DossierRequest } from '../../api/queries.ts';
import { openComposer } from '../../acts/compose-dossier.ts';
import { useDeps } from '../../acts/deps.ts';
import { added, asDossier, changed, dossierKey, type Dossier, moved, NO_DOSSIER, type Part, putBack, sentParts, without } from '../../state/dossier/dossier.ts';
import { beginDossier, dossiersOf, type KeptDossier, openAgain, openDossier } from '../../state/dossier/dossiers.ts';
import { keptForms, useKeptForm } from '../../state/kept-forms.ts';
import { useView } from '../../state/store.ts';
import { words } from '../../i18n/messages.ts';
import { dossierName, type PartFacts, partTitle } from './part-words.ts';

const t = words.dossier;
/** Milliseconds after which what is typed is shown on the sheet. */
const AFTER_TYPING = 300;
/** How the dossier would print, by the keys of its parts, because these move meanwhile. */
export interface Shown {
  preview: DossierPreview;
  /** By place on the sheet. */
  keys: readonly number[];
  facts: ReadonlyMap<number, PartFacts>;
}

export interface UsedDossier {
  dossier: Dossier;
  isKept: boolean;
  /** Those of the cases on view, this one among them, in the order in which they were begun. */
  all: readonly KeptDossier[];
  /** Which of them this is. */
  which: string;
  open: (which: string) => void;
  begin: () => void;
  /** Removes this one; it can be put back. */
  remove: () => void;
  shown: Shown | undefined;
  /** Whether what is shown is the dossier as it is now. */
  isCurrent: boolean;
  error: unknown;
  retry: () => void;
  request: DossierRequest;
  /** The place of the part that is chosen; -1 where none is. */
  at: number;
  choose: (at: number) => void;
  factsOf: (at: number) => PartFacts | undefined;
  titleOf: (at: number) => string;
  change: (next: Dossier) => void;
  setPart: (at: number, part: Part) => void;
  add: (parts: readonly Part[]) => void;
  take: (at: number) => void;
  move: (from: number, to: number) => void;
  /** What was done last, for those who do not see it. */
  said: string;
}

export function useDossier(): UsedDossier {
  const deps = useDeps();
  const datasets = useView((s) => s.history.present.filters.datasets);
  const clocks = useView((s) => s.history.present.clocks);
  const cases = dossierKey(datasets);
  const [opened, setOpened] = useState(() => ({ cases, which: openDossier(datasets) }));
  const now = opened.cases === cases ? opened : { cases, which: openDossier(datasets) };
  if (now !== opened) setOpened(now);
  const { which } = now;
  const all = dossiersOf(useSyncExternalStore(keptForms.subscribe, keptForms.get), datasets);
  const { value, set, isKept } = useKeptForm(which, NO_DOSSIER);
  const dossier = useMemo(() => asDossier(value), [value]);
  const newest = useRef({ which: which as string | undefined, dossier });
  newest.current = { which, dossier };
  useEffect(() => () => void (newest.current.which = undefined), []);
  const [lastChosen, setChosen] = useState({ which, key: dossier.parts[0]?.key });
  const chosen = lastChosen.which === which ? lastChosen.key : dossier.parts[0]?.key;
  const [said, setSaid] = useState('');
  const typed = useMemo(() => ({ which, dossier }), [which, dossier]);
  const [paused] = useDebouncedValue(typed, AFTER_TYPING);
  // Another one is shown at once.
  const asked = paused.which === which ? paused.dossier : dossier;
  const sent = useMemo(() => sentParts(asked), [asked]);
  const request: DossierRequest = useMemo(
    () => ({
      parts: sent.map(({ part }) => part),
      title: asked.title.trim() || undefined,
      asked: asked.asked.trim() || undefined,
      clocks: clockBodyOf(clocks),
    }),
    [sent, asked.title, asked.asked, clocks],
  );
  const query = useQuery({ ...dossierPreviewQuery(request), enabled: sent.length > 0 });
  const kept = useRef<{ which: string; shown: Shown }>(undefined);
  if (query.data && !query.isPlaceholderData && kept.current?.shown.preview !== query.data) {
    const keys = sent.map(({ at }) => asked.parts[at]?.key ?? -1);
    const facts = new Map(keys.flatMap((key, i) => (query.data?.parts[i] ? [[key, query.data.parts[i]]] : [])));
    kept.current = { which, shown: { preview: query.data, keys, facts } };
  }
  const shown = sent.length === 0 || kept.current?.which !== which ? undefined : kept.current.shown;
  const at = dossier.parts.findIndex(({ key }) => key === chosen);
  const factsOf = (place: number) => shown?.facts.get(dossier.parts[place]?.key ?? -1);
  const titleOf = (place: number) => partTitle(dossier.parts, place, factsOf(place));
  const change = (next: Dossier): void => {
    newest.current = { which, dossier: next };
    set(next);
  };
  const chooseKey = (key: number | undefined): void => setChosen({ which, key });
  const open = (next: string): void => setOpened({ cases, which: next });
  /** Takes back what was done to this one, which may not be the one that is shown by then. */
  const backTo = (before: (dossier: Dossier) => Dossier): void => {
    if (newest.current.which === which) return change(before(newest.current.dossier));
    keptForms.change(which, NO_DOSSIER, (dossierNow) => before(asDossier(dossierNow)));
    if (newest.current.which === undefined) openComposer(deps);
    else open(which);
  };
  return {
    dossier,
    isKept,
    shown,
    isCurrent: asked === dossier && query.data !== undefined && !query.isPlaceholderData && !query.isFetching,
    error: query.error,
    retry: () => void query.refetch(),
    request,
    at,
    choose: (place) => chooseKey(dossier.parts[place]?.key),
    factsOf,
    titleOf,
    change,
    setPart: (place, part) => change(changed(dossier, place, part)),
    add(parts) {
      const next = added(dossier, parts);
      change(next);
      const before = new Set(dossier.parts.map(({ key }) => key));
      chooseKey(next.parts.find(({ key }) => !before.has(key))?.key ?? chosen);
    },
    take(place) {
      const entry = dossier.parts[place];
      if (!entry) return;
      const name = titleOf(place);
      change(without(dossier, place));
      chooseKey((dossier.parts[place + 1] ?? dossier.parts[place - 1])?.key);
      setSaid(t.takenOut(name));
      deps.tell(t.takenOut(name), false, { label: t.putBack, run: () => backTo((before) => putBack(before, place, entry)) });
    },
    move(from, to) {
      const next = moved(dossier, from, to);
      if (next === dossier) return;
      change(next);
      setSaid(t.place(titleOf(from), to + 1, next.parts.length));
    },
    all,
    which,
    open(next) {
      openAgain(next);
      open(next);
    },
    begin: () => open(beginDossier(datasets, which)),
    remove() {
      const name = dossierName({ dossier, number: all.find(({ key }) => key === which)?.number ?? 1 });
      set(NO_DOSSIER);
      keptForms.throwAway(which);
      open(openDossier(datasets));
      setSaid(t.removed(name));
      deps.tell(t.removed(name), false, { label: t.putBack, run: () => backTo(() => dossier) });
    },
    said,
  };
}
