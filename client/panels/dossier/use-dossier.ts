/** The dossier of the cases on view while it is composed: what is kept of it, how it would print, and what can be done with its parts. */
import { useMemo, useRef, useState } from 'react';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { clockBodyOf, type DossierPreview, dossierPreviewQuery, type DossierRequest } from '../../api/queries.ts';
import { useDeps } from '../../acts/deps.ts';
import { added, asDossier, changed, dossierKey, type Dossier, moved, NO_DOSSIER, type Part, putBack, sentParts, without } from '../../state/dossier/dossier.ts';
import { useKeptForm } from '../../state/kept-forms.ts';
import { useView } from '../../state/store.ts';
import { words } from '../../i18n/messages.ts';
import { type PartFacts, partTitle } from './part-words.ts';

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
  empty: () => void;
  /** What was done last, for those who do not see it. */
  said: string;
}

export function useDossier(): UsedDossier {
  const deps = useDeps();
  const datasets = useView((s) => s.history.present.filters.datasets);
  const clocks = useView((s) => s.history.present.clocks);
  const { value, set, isKept } = useKeptForm(dossierKey(datasets), NO_DOSSIER);
  const dossier = useMemo(() => asDossier(value), [value]);
  const newest = useRef(dossier);
  newest.current = dossier;
  const [chosen, setChosen] = useState<number | undefined>(dossier.parts[0]?.key);
  const [said, setSaid] = useState('');
  const [asked] = useDebouncedValue(dossier, AFTER_TYPING);
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
  const kept = useRef<Shown>(undefined);
  if (query.data && !query.isPlaceholderData && kept.current?.preview !== query.data) {
    const keys = sent.map(({ at }) => asked.parts[at]?.key ?? -1);
    kept.current = { preview: query.data, keys, facts: new Map(keys.flatMap((key, i) => (query.data?.parts[i] ? [[key, query.data.parts[i]]] : []))) };
  }
  const shown = sent.length === 0 ? undefined : kept.current;
  const at = dossier.parts.findIndex(({ key }) => key === chosen);
  const factsOf = (place: number) => shown?.facts.get(dossier.parts[place]?.key ?? -1);
  const titleOf = (place: number) => partTitle(dossier.parts, place, factsOf(place));
  const change = (next: Dossier): void => {
    newest.current = next;
    set(next);
  };
  const choose = (place: number): void => setChosen(dossier.parts[place]?.key);
  return {
    dossier,
    isKept,
    shown,
    isCurrent: asked === dossier && query.data !== undefined && !query.isPlaceholderData && !query.isFetching,
    error: query.error,
    retry: () => void query.refetch(),
    request,
    at,
    choose,
    factsOf,
    titleOf,
    change,
    setPart: (place, part) => change(changed(dossier, place, part)),
    add(parts) {
      const next = added(dossier, parts);
      change(next);
      const before = new Set(dossier.parts.map(({ key }) => key));
      setChosen(next.parts.find(({ key }) => !before.has(key))?.key ?? chosen);
    },
    take(place) {
      const entry = dossier.parts[place];
      if (!entry) return;
      const name = titleOf(place);
      change(without(dossier, place));
      setChosen((dossier.parts[place + 1] ?? dossier.parts[place - 1])?.key);
      setSaid(t.takenOut(name));
      deps.tell(t.takenOut(name), false, { label: t.putBack, run: () => change(putBack(newest.current, place, entry)) });
    },
    move(from, to) {
      const next = moved(dossier, from, to);
      if (next === dossier) return;
      change(next);
      setSaid(t.place(titleOf(from), to + 1, next.parts.length));
    },
    empty() {
      const before = dossier;
      change(NO_DOSSIER);
      setSaid(t.emptied);
      deps.tell(t.emptied, false, { label: t.putBack, run: () => change(before) });
    },
    said,
  };
}
