/** The footnotes of a path: the number leads back to its sentence, the text to the passage. */
import type { TracePathView } from '../../../server/contract/routes/trace.ts';
import { useDeps } from '../../acts/deps.ts';
import { words } from '../../i18n/messages.ts';
import { openClaim } from '../../acts/open-things.ts';

const t = words.trace;

/** A footnote opens its passage; one on a curator's decision has none. */
function NoteText({ note: { text, claim, citation } }: { note: TracePathView['prose']['notes'][number] }) {
  const deps = useDeps();
  if (claim === undefined) return <span dir="auto">{text}</span>;
  return (
    <button type="button" className="link" dir="auto" onClick={() => openClaim(deps, claim, citation)}>
      {text}
    </button>
  );
}

export function Notes({ path, onShow }: { path: TracePathView; onShow: (hop: number) => void }) {
  const { notes, sentences, closing } = path.prose;
  return (
    <section className="notes" aria-label={t.notes}>
      <h3 className="heading" style={{ marginBlockEnd: 6 }}>
        {t.notes}
      </h3>
      <ol lang="en">
        {notes.map((note) => {
          const hop = sentences.find((sentence) => sentence.footnotes.includes(note.n))?.hop;
          return (
            <li key={note.n}>
              <button
                type="button"
                className="n"
                aria-label={t.toSentence(note.n)}
                title={t.toSentence(note.n)}
                disabled={hop === undefined}
                onClick={() => hop !== undefined && onShow(hop)}
              >
                {note.n}
              </button>
              <NoteText note={note} />
            </li>
          );
        })}
      </ol>
      {closing.map((line) => (
        <p key={line} dir="auto" lang="en">
          {line}
        </p>
      ))}
    </section>
  );
}
