/** One hop in words: the sentence emphasises the hop, its numbers open their passages, and its standing is below. */
import type { TracePathView } from '../../../server/contract/routes/trace.ts';
import { useDeps } from '../../acts/deps.ts';
import { openClaim } from '../../acts/open-things.ts';
import { useView } from '../../state/store.ts';
import { LineSample } from '../../ui/figures.tsx';
import { words } from '../../i18n/messages.ts';

const t = words.trace;

export interface SentenceProps {
  path: TracePathView;
  sentence: TracePathView['prose']['sentences'][number];
  lit: boolean;
  onLight: () => void;
}
export function Sentence({ path, sentence, lit, onLight }: SentenceProps) {
  const deps = useDeps();
  const hop = path.hops[sentence.hop];
  const { notes } = path.prose;
  return (
    <div
      className={lit ? 'sentence lit' : 'sentence'}
      data-hop={sentence.hop}
      onClick={(event) => {
        if (!(event.target instanceof Element && event.target.closest('button'))) onLight();
      }}
    >
      <p className="said-hop">
        {/* A span and not a button, so that the numbers follow the last word inline. */}
        <span
          className="text"
          role="button"
          tabIndex={0}
          aria-pressed={lit}
          dir="auto"
          lang="en"
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== ' ') return;
            event.preventDefault();
            onLight();
          }}
        >
          {sentence.text}
        </span>
        {sentence.footnotes.map((n) => {
          const note = notes.find((one) => one.n === n);
          const claim = note?.claim;
          // A curator's decision has no passage.
          if (note && claim === undefined)
            return (
              <span key={n} className="fn" title={note.text}>
                {n}
              </span>
            );
          return (
            note &&
            claim !== undefined && (
              <button
                key={n}
                type="button"
                className="fn"
                aria-label={t.openNote(n, note.text)}
                title={note.text}
                onClick={() => openClaim(deps, claim, note.citation)}
              >
                {n}
              </button>
            )
          );
        })}
      </p>
      {hop && (
        <p className="meta">
          <LineSample rank={hop.rank} length={28} />
          {words.standing[hop.level]} · {t.origins(hop.origins, hop.originsOpen, hop.uninvolvedOrigins)}
          {sentence.weakest && (
            <>
              {' '}
              · <strong>{t.weakestHop}</strong>
            </>
          )}
        </p>
      )}
      {hop && lit && (
        <p className="row wrap" style={{ marginBlockStart: 8 }}>
          <button type="button" className="btn small" onClick={() => openClaim(deps, hop.best)}>
            {t.evidence}
          </button>
          {hop.claims
            .filter((claim) => claim !== hop.best)
            .map((claim) => (
              <OtherClaim key={claim} id={claim} />
            ))}
        </p>
      )}
    </div>
  );
}

/** Another claim of the same hop. */
function OtherClaim({ id }: { id: string }) {
  const deps = useDeps();
  const label = useView((s) => s.cache.edges.get(id)?.label);
  return (
    <button type="button" className="btn small ghost" onClick={() => openClaim(deps, id)}>
      {label ?? id}
    </button>
  );
}
