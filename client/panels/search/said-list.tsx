/** What a search found in what is said, by kind: each with its sentence or title, the passage, and the words that matched lit. */
import { Fragment } from 'react';
import { IconMessage2, IconNews } from '@tabler/icons-react';
import type { LitText, SaidHitView } from '../../../server/contract/routes/said.ts';
import { explainError } from '../../api/explain-error.ts';
import { words } from '../../i18n/messages.ts';
import { LineSample, originsText } from '../../ui/figures.tsx';
import { widthOf } from '../../../server/domain/picturing/look/palette.ts';

const t = words.search.said;

export interface SaidListProps {
  /** Of the list that the options stand in. */
  id: string;
  /** The index of the first option in that list. */
  first: number;
  hits: readonly SaidHitView[];
  at: number;
  onHover: (index: number) => void;
  onTake: (hit: SaidHitView) => void;
}

/** Options of a list box; they stand in the one of the names, so that the arrow keys go through both. */
export function SaidList({ id, first, hits, at, onHover, onTake }: SaidListProps) {
  return (
    <>
      {hits.map((hit, i) => (
        <Fragment key={`${hit.kind} ${hit.id}`}>
          {hit.kind !== hits[i - 1]?.kind && (
            <div className="group heading" role="presentation">
              {i === 0 ? `${t.heading} · ${t.kinds[hit.kind]}` : t.kinds[hit.kind]}
            </div>
          )}
          <div
            id={`${id}-${first + i}`}
            role="option"
            aria-selected={first + i === at}
            onMouseMove={() => onHover(first + i)}
            onMouseDown={(event) => {
              // Otherwise the search field would lose the focus on a click.
              event.preventDefault();
              onTake(hit);
            }}
          >
            <span className="visually-hidden">{t.option[hit.kind]}: </span>
            <Sign hit={hit} />
            <span className="what">
              <span lang={hit.kind === 'claim' ? 'en' : undefined} dir="auto">
                <Lit {...hit.title} />
              </span>
              <Beside hit={hit} />
            </span>
          </div>
        </Fragment>
      ))}
    </>
  );
}

export interface SaidNotesProps {
  shown: number;
  loading: boolean;
  error: Error | null;
  /** Results of all kinds, those not shown included. */
  total: number;
  totalAtLeast: boolean;
}

/** What else is to be said of that search: that it runs, found nothing, failed, or found more. Paragraphs may not stand in a list box. */
export function SaidNotes({ shown, loading, error, total, totalAtLeast }: SaidNotesProps) {
  if (shown > 0) return total > shown && <p className="foot">{t.more(total - shown, totalAtLeast)}</p>;
  return (
    <>
      <div className="group heading">{t.heading}</div>
      {error !== null && (
        <p className="foot" role="alert">
          {t.notSearched} {explainError(error)}
        </p>
      )}
      {error === null && loading && <p className="foot">{words.app.loading}</p>}
      {error === null && !loading && <p className="foot">{t.nothing}</p>}
    </>
  );
}

function Sign({ hit }: { hit: SaidHitView }) {
  if (hit.kind === 'claim') return <LineSample rank={hit.claim.rank} width={Math.min(4, widthOf(hit.claim.origins))} />;
  return hit.kind === 'source' ? <IconNews size={18} stroke={1.7} aria-hidden /> : <IconMessage2 size={18} stroke={1.7} aria-hidden />;
}

/** The passage with who prints it, or what of a source matched. */
function Beside({ hit }: { hit: SaidHitView }) {
  if (hit.kind === 'voice') return null;
  const snippet = hit.kind === 'claim' ? hit.passage?.snippet : hit.part;
  const how =
    hit.kind === 'claim'
      ? [
          ...(hit.passage ? [hit.passage.isQuote ? t.quote : t.passage, hit.passage.sourceTitle, hit.passage.place] : []),
          words.standing[hit.claim.level],
          originsText(hit.claim),
        ]
      : [];
  return (
    <>
      {snippet && (
        <span className="snippet" dir="auto">
          <Lit {...snippet} />
        </span>
      )}
      {how.length > 0 && (
        <span className="meta" dir="auto">
          {how.filter((part) => part !== '').join(' · ')}
        </span>
      )}
    </>
  );
}

/** A text as it is, with the parts that matched marked. */
export function Lit({ text, lit }: LitText) {
  let end = 0;
  const parts = lit.map(({ from, to }) => {
    const before = text.slice(end, from);
    end = to;
    return (
      <Fragment key={from}>
        {before}
        <mark>{text.slice(from, to)}</mark>
      </Fragment>
    );
  });
  return (
    <>
      {parts}
      {text.slice(end)}
    </>
  );
}
