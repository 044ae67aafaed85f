/** The numbers of footnotes after a sentence; each opens its passage. One on a curator's decision has none. */
import type { TracePathView } from '../../../server/contract/routes/trace.ts';
import { useDeps } from '../../acts/deps.ts';
import { openClaim } from '../../acts/open-things.ts';
import { words } from '../../i18n/messages.ts';

const t = words.trace;
type Note = TracePathView['prose']['notes'][number];

export function FootnoteMarks({ numbers, notes }: { numbers: readonly number[]; notes: readonly Note[] }) {
  return numbers.map((n) => {
    const note = notes.find((one) => one.n === n);
    if (!note) return null;
    if (note.claim !== undefined) return <Passage key={n} note={note} claim={note.claim} />;
    return (
      <span key={n} className="fn" title={note.text}>
        {n}
      </span>
    );
  });
}

function Passage({ note: { n, text, citation }, claim }: { note: Note; claim: string }) {
  const deps = useDeps();
  return (
    <button type="button" className="fn" aria-label={t.openNote(n, text)} title={text} onClick={() => openClaim(deps, claim, citation)}>
      {n}
    </button>
  );
}
