/** Adds parts to the dossier: own words at once, else chosen with a search among what is on view and what the notebook has. */
import { useState } from 'react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { askedPath, traceQuery } from '../../api/queries.ts';
import { type KeptEntry, notebookQuery } from '../../api/queries-notebook.ts';
import { pictureAsDrawn } from '../../acts/compose-dossier.ts';
import { useDeps } from '../../acts/deps.ts';
import { holds, ONCE, type Part } from '../../state/dossier/dossier.ts';
import { useDrawn } from '../../state/drawn/use-drawn.ts';
import { useView } from '../../state/store.ts';
import { words } from '../../i18n/messages.ts';
import { holdsAll } from '../palette/matching-acts.ts';
import type { UsedDossier } from './use-dossier.ts';

const t = words.dossier;
const ADDED = ['path', 'claim', 'text', 'note', 'assessment', 'lead', 'answer', 'picture'] as const;
type Searched = 'path' | 'claim' | 'note' | 'assessment';
/** Results that are listed; of more the number is said. */
const LISTED = 12;
/** Whoever adds a text of their own writes it next: once its field is there. */
const toOwnText = (): void => void setTimeout(() => document.querySelector<HTMLElement>('[data-own-text]')?.focus());

interface Choice {
  id: string;
  text: string;
  part: Part;
}

export function AddPart({ used }: { used: UsedDossier }) {
  const [searched, setSearched] = useState<Searched>();
  const { dossier } = used;
  const deps = useDeps();
  const add = (kind: (typeof ADDED)[number]): void => {
    if (kind === 'text' || kind === 'lead') {
      used.add([{ kind, text: '' }]);
      toOwnText();
    } else if (kind === 'answer') used.add([{ kind }]);
    else if (kind === 'picture') used.add([pictureAsDrawn(deps)]);
    else return setSearched(searched === kind ? undefined : kind);
    setSearched(undefined);
  };
  const isThere = (kind: (typeof ADDED)[number]) => ONCE.includes(kind) && dossier.parts.some(({ part }) => part.kind === kind);
  return (
    <div className="block composer-add">
      <div className="row wrap">
        {ADDED.filter((kind) => !isThere(kind)).map((kind) => (
          <button
            key={kind}
            type="button"
            className="btn small"
            aria-label={t.addLabel(kind)}
            aria-expanded={kind === 'text' || ONCE.includes(kind) ? undefined : searched === kind}
            onClick={() => add(kind)}
          >
            <IconPlus size={14} stroke={1.8} aria-hidden />
            {t.kinds[kind]}
          </button>
        ))}
      </div>
      {searched && <Search key={searched} kind={searched} used={used} onClose={() => setSearched(undefined)} />}
    </div>
  );
}

function Search({ kind, used, onClose }: { kind: Searched; used: UsedDossier; onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const choices = useChoices(kind, used);
  const found = choices.filter(({ text }) => holdsAll(text, typed));
  return (
    <div
      className="composer-search"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // It closes the search alone.
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <input
        className="field"
        autoFocus
        data-own-escape
        aria-label={t.search(kind)}
        placeholder={t.search(kind)}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        dir="auto"
      />
      {found.length === 0 ? (
        <p className="meta">{t.nothingFound[kind]}</p>
      ) : (
        <ul className="rows" aria-label={t.found}>
          {found.slice(0, LISTED).map(({ id, text, part }) => (
            <li key={id}>
              <button type="button" className="composer-choice" data-own-escape lang="en" dir="auto" onClick={() => used.add([part])}>
                {text}
              </button>
            </li>
          ))}
        </ul>
      )}
      {found.length > LISTED && <p className="meta">{t.more(found.length - LISTED)}</p>}
    </div>
  );
}

/** What is on view, or in the notebook, and not in the dossier yet. */
function useChoices(kind: Searched, { dossier }: UsedDossier): Choice[] {
  const { paths, claims, notes, assessments } = useAtHand();
  return { path: paths, claim: claims, note: notes, assessment: assessments }[kind].filter(({ part }) => !holds(dossier, part));
}

function useAtHand(): Record<'paths' | 'claims' | 'notes' | 'assessments', Choice[]> {
  const trace = useView((s) => s.history.present.trace);
  const clocks = useView((s) => s.history.present.clocks);
  const drawn = useDrawn();
  const answer = useQuery({ ...traceQuery(trace.from ?? {}, trace.to ?? {}, trace.switches, clocks), enabled: Boolean(trace.from && trace.to) }).data;
  const notes = useEntries('note');
  const assessments = useEntries('assessment');
  return {
    paths: (answer?.paths ?? []).map((path) => ({ id: path.id, text: path.title, part: { kind: 'path', ...askedPath(path) } })),
    claims: drawn.edges.map(({ id, sentence }) => ({ id, text: sentence, part: { kind: 'claim', id } })),
    notes: notes.flatMap(({ id, entry }) => (entry.kind === 'note' ? [{ id, text: entry.text, part: { kind: 'note' as const, id } }] : [])),
    assessments: assessments.flatMap(({ id, entry }) =>
      entry.kind === 'assessment' && entry.mayGoOut ? [{ id, text: entry.question, part: { kind: 'assessment' as const, id } }] : [],
    ),
  };
}

function useEntries(kind: 'note' | 'assessment'): KeptEntry[] {
  return useInfiniteQuery(notebookQuery({ kind })).data?.pages.flatMap((page) => page.entries) ?? [];
}

/** What is at hand and was not chosen, in figures. */
export function NotChosen({ used: { dossier } }: { used: UsedDossier }) {
  const { paths, notes, assessments } = useAtHand();
  const left = (choices: readonly Choice[]) => choices.filter(({ part }) => !holds(dossier, part)).length;
  return <p className="meta composer-foot">{t.notChosen(left(paths), left(notes), left(assessments))}</p>;
}
