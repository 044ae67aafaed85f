/** The history of a standing on a time line: each step says who and when, and leads to its passages. */
import { useState } from 'react';
import type { EvidenceView } from '../../../server/contract/views.ts';
import { RANK_OF_LEVEL } from '../../../server/domain/model/lists.ts';
import { dateText } from '../../ui/date-text.ts';
import { LineSample } from '../../ui/figures.tsx';
import { words } from '../../i18n/messages.ts';
import { standingRows } from './standing-steps.ts';

const t = words.evidence;
/** Steps shown before the rest is folded. */
const AT_FIRST = 4;

export function History({ history, onPoint }: { history: EvidenceView['history']; onPoint: (citation: string) => void }) {
  const [whole, setWhole] = useState(false);
  const rows = standingRows(history);
  if (rows.length === 0) return null;
  return (
    <section aria-label={t.history}>
      <h3 className="heading" style={{ marginBlockStart: 10 }}>
        {t.history}
      </h3>
      <ol className="past">
        {(whole ? rows : rows.slice(0, AT_FIRST)).map(({ step, citations }) => (
          <li key={citations[0]} className={step.counts || step.fell === 'reported' ? '' : 'gone'}>
            <span className="when">{step.on ? dateText(step.on) : t.undated}</span>
            <LineSample rank={step.fell === 'reported' ? RANK_OF_LEVEL.reported : (step.rank ?? -1)} length={24} />
            <span>
              <button type="button" className="link" onClick={() => onPoint(citations[0] ?? '')}>
                {words.standing[step.level]}
                {step.by && (
                  <>
                    {' '}
                    {t.byWhom}{' '}
                    <span lang="en" dir="auto">
                      {step.by.name}
                    </span>
                  </>
                )}
              </button>
              {step.case && (
                <span className="in-case" lang="en" dir="auto">
                  {step.case.name}
                </span>
              )}
              {step.fell && <> ({t.fell[step.fell]})</>}
              {citations.length > 1 && (
                <span className="nths">
                  {citations.map((citation, i) => (
                    <button key={citation} type="button" className="nth" aria-label={t.nth(i + 1, citations.length)} onClick={() => onPoint(citation)}>
                      {i + 1}
                    </button>
                  ))}
                </span>
              )}
            </span>
          </li>
        ))}
      </ol>
      {!whole && rows.length > AT_FIRST && (
        <button type="button" className="btn small" onClick={() => setWhole(true)}>
          {t.moreSteps(rows.length - AT_FIRST)}
        </button>
      )}
    </section>
  );
}
