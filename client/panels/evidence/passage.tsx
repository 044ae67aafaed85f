/** One citation: the paraphrase, its locator, its standing, and its way. */
import { useQuery } from '@tanstack/react-query';
import { IconExternalLink } from '@tabler/icons-react';
import { textsQuery } from '../../api/queries-texts.ts';
import type { CitationView } from '../../../server/contract/views.ts';
import { useDeps } from '../../acts/deps.ts';
import { openPassage } from '../../acts/go-to-desk.ts';
import { openEntity, openPanel } from '../../acts/open-things.ts';
import { EditButton } from '../../desk/forms/edit-button.tsx';
import { useView } from '../../state/store.ts';
import { dateText, quantityText } from '../../ui/date-text.ts';
import { words } from '../../i18n/messages.ts';
import { type Staked, WayChart } from './way-chart.tsx';

const t = words.evidence;
const NOBODY: ReadonlyMap<string, Staked> = new Map();

function detailsOf(c: CitationView): string[] {
  return [
    c.hedge && t.hedge(c.hedge),
    c.inferred && t.reading,
    c.as && t.as(c.as),
    c.case && t.case(c.case.name),
    c.stage && t.stage(c.stage),
    c.outcome && t.outcome(c.outcome),
    c.offences.length > 0 && t.offences(c.offences.join(', ')),
    c.sentence && t.sentence(c.sentence.text),
    c.happened.length > 0 && t.happened(words.dates.or(c.happened.map((date) => dateText(date)))),
    c.count && t.countLine(quantityText(c.count)),
    c.amount && t.amountLine(quantityText(c.amount)),
    c.retelling && t.retelling,
    c.witnessed && t.witnessed,
    c.fell === 'reported' && t.fell.reported,
    !c.counts && t.notCounting,
  ].filter((line): line is string => Boolean(line));
}

/** The locator, as a link where the source can be read. */
function Place({ citation: { place, url, archive } }: { citation: CitationView }) {
  const text = place === '' ? url ? t.page : '' : <span lang="en">{place}</span>;
  return (
    <>
      {text !== '' && (
        <>
          {' '}
          ·{' '}
          {url ? (
            <a href={url} target="_blank" rel="noopener noreferrer">
              {text}
              <IconExternalLink size={11} aria-hidden style={{ marginInlineStart: 2 }} />
            </a>
          ) : (
            text
          )}
        </>
      )}
      {archive && (
        <>
          {' '}
          (
          <a href={archive} target="_blank" rel="noopener noreferrer">
            {t.archive}
          </a>
          )
        </>
      )}
    </>
  );
}

/** The way to the passage in the text of the source, where that is kept. */
function InText({ citation: { id, source, locator } }: { citation: CitationView }) {
  const deps = useDeps();
  const texts = useQuery(textsQuery());
  if (!locator || !('paragraph' in locator) || !texts.data?.texts.some((text) => text.source === source)) return null;
  return (
    <>
      {' '}
      ·{' '}
      <button type="button" className="link" onClick={() => openPassage(deps, { source, paragraph: locator.paragraph, citation: id })}>
        {words.desk.openPassage}
      </button>
    </>
  );
}

/** @param staked voices of the way with a stake in the claim → why */
export function Passage({ citation, pointed, staked = NOBODY }: { citation: CitationView; pointed?: boolean; staked?: ReadonlyMap<string, Staked> }) {
  const deps = useDeps();
  const claim = useView((s) => {
    const panel = s.panels.at(-1);
    return panel?.kind === 'claim' ? panel.id : undefined;
  });
  const details = detailsOf(citation);
  const { by } = citation;
  return (
    <article
      className={`passage${citation.counts ? '' : ' gone'}${pointed ? ' pointed' : ''}`}
      id={citation.id}
      tabIndex={-1}
      aria-current={pointed || undefined}
    >
      <p className="text" lang="en" dir="ltr">
        {citation.paraphrase}
      </p>
      {citation.quote && (
        <p className="quote" lang="en" dir="ltr">
          “{citation.quote}”
        </p>
      )}
      <p className="meta">
        <button type="button" className="link" lang="en" dir="ltr" onClick={() => openPanel(deps, { kind: 'source', id: citation.source })}>
          {citation.sourceTitle}
        </button>
        <Place citation={citation} />
        <InText citation={citation} /> · {words.standing[citation.level]}
        {by && (
          <>
            {' '}
            {t.byWhom}{' '}
            <button type="button" className="link" lang="en" dir="ltr" onClick={() => openEntity(deps, by.id)}>
              {by.name}
            </button>
          </>
        )}
        {citation.on && <>, {dateText(citation.on)}</>}
        {citation.statedBy && <> · {t.saidBy(citation.statedBy.name)}</>}
      </p>
      {details.length > 0 && (
        <div className="details">
          {details.map((line) => (
            <span key={line} dir="auto">
              {line}
            </span>
          ))}
        </div>
      )}
      <WayChart citation={citation} staked={staked} />
      {claim !== undefined && (
        <p>
          <EditButton kind="claim" id={claim} citation={citation.id} of={`${citation.sourceTitle} ${citation.place}`} />
        </p>
      )}
    </article>
  );
}
