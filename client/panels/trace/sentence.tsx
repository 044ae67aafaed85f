/** One hop in words: the sentence emphasises the hop, its numbers open their passages, and its standing is below. */
import type { TracePathView } from '../../../server/contract/routes/trace.ts';
import { useDeps } from '../../acts/deps.ts';
import { openClaim } from '../../acts/open-things.ts';
import { useView } from '../../state/store.ts';
import { LineSample } from '../../ui/figures.tsx';
import { words } from '../../i18n/messages.ts';
import { FootnoteMarks } from './footnote-marks.tsx';

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
      <p className="said-hop" dir="ltr">
        {/* A span and not a button, so that the numbers follow the last word inline. */}
        <span
          className="text"
          role="button"
          tabIndex={0}
          aria-pressed={lit}
          lang="en"
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== ' ') return;
            event.preventDefault();
            onLight();
          }}
        >
          {sentence.text}
        </span>
        <FootnoteMarks numbers={sentence.footnotes} notes={notes} />
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
