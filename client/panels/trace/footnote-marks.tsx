/** The numbers of footnotes after a sentence, never on another line than its last word; each opens its passage. One on a curator's decision has none. */
import type { TracePathView } from '../../../server/contract/routes/trace.ts';
import { useDeps } from '../../acts/deps.ts';
import { openClaim } from '../../acts/open-things.ts';
import { words } from '../../i18n/messages.ts';

const t = words.trace;
type Note = TracePathView['prose']['notes'][number];

/** Allows no line break at its place; a button may else begin a line of its own. */
const WORD_JOINER = '\u2060';

export function FootnoteMarks({ numbers, notes }: { numbers: readonly number[]; notes: readonly Note[] }) {
  const found = numbers.flatMap((n) => notes.find((one) => one.n === n) ?? []);
  if (found.length === 0) return null;
  return (
    <span className="fns">
      {WORD_JOINER}
      {found.map((note) =>
        note.claim === undefined ? (
          <span key={note.n} className="fn" title={note.text}>
            {note.n}
          </span>
        ) : (
          <Passage key={note.n} note={note} claim={note.claim} />
        ),
      )}
    </span>
  );
}

function Passage({ note: { n, text, citation }, claim }: { note: Note; claim: string }) {
  const deps = useDeps();
  return (
    <button type="button" className="fn" aria-label={t.openNote(n, text)} title={text} onClick={() => openClaim(deps, claim, citation)}>
      {n}
    </button>
  );
}
