/** The notes on something, at the end of its panel, with a field for another one; of a claim also the questions for which it speaks, or against which. */
import { useState } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type About, aboutKey, type Note } from '../../../server/domain/notebook/entries.ts';
import { type KeptEntry, notebookQuery } from '../../api/queries-notebook.ts';
import { useDeps } from '../../acts/deps.ts';
import { openPanel } from '../../acts/open-things.ts';
import { keptForms, useTyped } from '../../state/kept-forms.ts';
import { MoreButton } from '../../ui/more-button.tsx';
import { CopyCheck } from '../../desk/forms/controls/copy-check.tsx';
import { words } from '../../i18n/messages.ts';
import { useSigning } from '../signing.tsx';
import { Conflict } from './conflict.tsx';
import { newEntryId } from './new-entry-id.ts';
import { useWriting } from './use-writing.ts';
import { WeighIn } from './weigh-in.tsx';
import { whenInWords } from './when.ts';

const t = words.notebook;

export function NotesOn({ about }: { about: About }) {
  const key = aboutKey(about);
  const asked = useInfiniteQuery(notebookQuery({ about: key }));
  const [adding, setAdding] = useState(() => keptForms.has(`note on ${key}`));
  const entries = asked.data?.pages.flatMap((page) => page.entries) ?? [];
  const total = asked.data?.pages[0]?.counts.note ?? 0;
  return (
    <section className="block notes-on" aria-label={t.notes(total)}>
      <h3 className="heading">{t.notes(total)}</h3>
      {entries.map((kept) =>
        kept.entry.kind === 'note' ? (
          <NoteCard key={kept.id} kept={kept} note={kept.entry} />
        ) : kept.entry.kind === 'assessment' && about.kind === 'claim' ? (
          <Weighs key={kept.id} id={kept.id} question={kept.entry.question} side={kept.entry.for.includes(about.id) ? 'isFor' : 'isAgainst'} />
        ) : null,
      )}
      {asked.hasNextPage && <MoreButton asked={asked} label={t.more} />}
      {adding ? (
        <NoteForm
          draft={`note on ${key}`}
          initial=""
          act={t.writeNote}
          onDone={() => setAdding(false)}
          noteOf={(text) => ({ id: newEntryId(), version: 0, note: { kind: 'note', about, text } })}
        />
      ) : (
        <div className="row wrap">
          <button type="button" className="btn small" onClick={() => setAdding(true)}>
            {t.addNote}
          </button>
          {about.kind === 'claim' && <WeighIn claim={about.id} assessments={entries} />}
        </div>
      )}
    </section>
  );
}

function Weighs({ id, question, side }: { id: string; question: string; side: 'isFor' | 'isAgainst' }) {
  const deps = useDeps();
  return (
    <p className="meta">
      {t[side]}{' '}
      <button type="button" className="link" dir="auto" onClick={() => openPanel(deps, { kind: 'assessment', id })}>
        {question}
      </button>
    </p>
  );
}

/** A note with its writer; it can be changed and deleted. */
export function NoteCard({ kept, note, head }: { kept: KeptEntry; note: Note; head?: React.ReactNode }) {
  const deps = useDeps();
  const [editing, setEditing] = useState(() => keptForms.has(`note ${kept.id}`));
  const [sure, setSure] = useState(false);
  const writing = useWriting();
  if (editing)
    return (
      <NoteForm
        draft={`note ${kept.id}`}
        initial={note.text}
        act={t.save}
        onDone={() => setEditing(false)}
        noteOf={(text) => ({ id: kept.id, version: kept.version, note: { ...note, text } })}
      />
    );
  const remove = async (): Promise<void> => {
    if (await writing.remove(kept)) deps.tell(t.deleted, false);
  };
  return (
    <article className="note-card">
      {head}
      <p className="own-words" dir="auto">
        {note.text}
      </p>
      <p className="meta">
        <span dir="auto">{t.by(kept.changed.who, whenInWords(kept.changed.at))}</span>{' '}
        <button type="button" className="link" onClick={() => setEditing(true)}>
          {t.editNote}
        </button>{' '}
        <button type="button" className="link" disabled={writing.busy} onClick={() => (sure ? void remove() : setSure(true))}>
          {sure ? t.deleteSure : t.delete}
        </button>
        {sure && (
          <>
            {' '}
            <button type="button" className="link" onClick={() => setSure(false)}>
              {t.keep}
            </button>
          </>
        )}
      </p>
      <Conflict
        writing={writing}
        shows={(theirs) => theirs.entry.kind === 'note' && <p className="own-words">{theirs.entry.text}</p>}
        onTheirs={writing.settle}
        onMine={(version) => void writing.remove({ id: kept.id, version })}
      />
    </article>
  );
}

interface NoteFormProps {
  /** Under which what is typed is kept. */
  draft: string;
  initial: string;
  act: string;
  onDone: () => void;
  noteOf: (text: string) => { id: string; version: number; note: Note };
}

function NoteForm({ draft, initial, act, onDone, noteOf }: NoteFormProps) {
  // It knows which version it was typed over.
  const [{ text, version }, set, forget] = useTyped(draft, { text: initial, version: noteOf(initial).version });
  const setText = (next: string): void => set({ text: next, version });
  // The id stays the same from the first attempt on: sent again, the note is written once.
  const [{ id }] = useState(() => noteOf(text));
  const [tried, setTried] = useState(false);
  const writing = useWriting();
  const { who, keep, part } = useSigning(t);
  const isEmpty = text.trim() === '';
  const done = (): void => {
    forget();
    onDone();
  };
  const write = async (over: number): Promise<void> => {
    setTried(true);
    if (isEmpty || who === '') return;
    keep();
    if (await writing.write(id, noteOf(text.trim()).note, over, who)) done();
  };
  return (
    <form
      className="note-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void write(version);
      }}
    >
      <label>
        <span className="heading">{t.noteField}</span>
        <textarea
          className="field"
          rows={3}
          maxLength={4_000}
          dir="auto"
          autoFocus
          value={text}
          aria-invalid={tried && isEmpty}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void write(version);
          }}
        />
      </label>
      <CopyCheck said={text} />
      {tried && isEmpty && (
        <p className="meta wrong" role="alert">
          {t.noteNeeded}
        </p>
      )}
      {part(tried)}
      <Conflict
        writing={writing}
        shows={(theirs) => theirs.entry.kind === 'note' && <p className="own-words">{theirs.entry.text}</p>}
        onTheirs={(theirs) => {
          writing.settle();
          if (theirs.entry.kind === 'note') done();
        }}
        onMine={(over) => void write(over)}
      />
      <div className="row wrap">
        <button type="submit" className="btn small primary" disabled={writing.busy}>
          {writing.busy ? t.saving : act}
        </button>
        <button type="button" className="btn small" onClick={onDone}>
          {t.cancel}
        </button>
      </div>
    </form>
  );
}
