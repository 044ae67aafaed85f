/** The footnotes of an answer and of a path: the number leads back to its sentence, the text to the passage. */
import { useRef } from 'react';
import type { TracePathView } from '../../../server/contract/routes/trace.ts';
import { useDeps } from '../../acts/deps.ts';
import { words } from '../../i18n/messages.ts';
import { openClaim } from '../../acts/open-things.ts';

const t = words.trace;
type Note = TracePathView['prose']['notes'][number];

/** A footnote opens its passage; one on a curator's decision has none. */
function NoteText({ note: { text, claim, citation } }: { note: Note }) {
  const deps = useDeps();
  if (claim === undefined) return <span dir="auto">{text}</span>;
  return (
    <button type="button" className="link" dir="auto" onClick={() => openClaim(deps, claim, citation)}>
      {text}
    </button>
  );
}

/** @param onShow shows the sentence that has the note */
export function Notes({ notes, closing, onShow }: { notes: readonly Note[]; closing: readonly string[]; onShow: (n: number) => void }) {
  if (notes.length + closing.length === 0) return null;
  return (
    <section className="notes" aria-label={t.notes}>
      <h3 className="heading" style={{ marginBlockEnd: 6 }}>
        {t.notes}
      </h3>
      <ol lang="en" dir="ltr">
        {notes.map((note) => (
          <li key={note.n}>
            <button type="button" className="n" aria-label={t.toSentence(note.n)} title={t.toSentence(note.n)} onClick={() => onShow(note.n)}>
              {note.n}
            </button>
            <NoteText note={note} />
          </li>
        ))}
      </ol>
      {closing.map((line) => (
        <p key={line} dir="ltr" lang="en">
          {line}
        </p>
      ))}
    </section>
  );
}

/** The notes of an answer that stands alone in its panel: a number scrolls to its sentence. */
export function AnswerNotes({ notes }: { notes: readonly Note[] }) {
  const end = useRef<HTMLDivElement>(null);
  const show = (n: number): void => end.current?.parentElement?.querySelector(`[data-notes~="${n}"]`)?.scrollIntoView({ block: 'nearest' });
  return (
    <div ref={end}>
      <Notes notes={notes} closing={[]} onShow={show} />
    </div>
  );
}
