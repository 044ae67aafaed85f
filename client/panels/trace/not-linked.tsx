/** That two ends are not linked, with a way to take that answer out; and buttons to search wider, or less where the search stopped at its limit. */
import type { TraceAnswer } from '../../api/queries.ts';
import { useDeps } from '../../acts/deps.ts';
import { useExport } from '../export/use-export.ts';
import { runTrace } from '../../acts/run-trace.ts';
import { useView } from '../../state/store.ts';
import { words } from '../../i18n/messages.ts';
import { switched, together, type Widening, widenings } from './wider.ts';

const t = words.trace;

export function Wider({ answer }: { answer: TraceAnswer }) {
  const deps = useDeps();
  const trace = useView((s) => s.history.present.trace);
  const clocks = useView((s) => s.history.present.clocks);
  const ways = widenings(answer, trace.switches, clocks);
  const { searched } = answer;
  const take = ({ switches, today }: Pick<Widening, 'switches' | 'today'>): void => {
    if (!trace.from || !trace.to) return;
    if (today) deps.store.dispatch({ type: 'clocks', words: words.acts.clocks, clocks: {} });
    void runTrace(deps, { from: trace.from, to: trace.to, switches: switched(trace.switches, switches) });
  };
  const fewer = searched.maxHops - 1;
  return (
    <>
      {answer.nearest?.length === 0 && <p className="meta">{t.nearestNone}</p>}
      {answer.nearest && answer.nearest.length > 0 && (
        <>
          <h3 className="heading">{t.nearest}</h3>
          <ul className="ways">
            {answer.nearest.map((miss) => (
              <li key={`${miss.kind} ${JSON.stringify(miss.switches)}`}>
                <span lang="en" dir="ltr">
                  {miss.text}
                </span>{' '}
                <button type="button" className="link" onClick={() => take({ switches: miss.switches })}>
                  {t.searchSo}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {ways.length > 0 && (
        <>
          <h3 className="heading">{t.widen}</h3>
          <ul className="ways">
            {[...ways, ...(ways.length > 1 ? [together(ways)] : [])].map((way) => (
              <li key={way.id}>
                <button type="button" className="link" onClick={() => take(way)}>
                  {way.label}
                </button>
              </li>
            ))}
          </ul>
          <p className="meta">{t.widenHelp}</p>
        </>
      )}
      {searched.stoppedAtLimit && fewer > 0 && (
        <p className="meta" style={{ marginBlockStart: 8 }}>
          {t.narrow}:{' '}
          <button type="button" className="link" onClick={() => take({ switches: { maxHops: fewer } })}>
            {t.narrowHops(fewer)}
          </button>
        </p>
      )}
    </>
  );
}

export function NotLinked({ answer }: { answer: TraceAnswer }) {
  const openExport = useExport();
  const same = answer.recordedAsSame ?? [];
  return (
    <div className="block">
      <div role="status">
        <p className="not-linked">{same.length > 0 ? t.recordedAsSame : t.notLinked}</p>
        {same.map(({ from, to, text }) => (
          <p key={`${from.id} ${to.id}`} className="meta" lang="en" dir="ltr">
            {text}
          </p>
        ))}
        {answer.commonBody.length > 0 && <p className="meta">{t.common}.</p>}
      </div>
      <button type="button" className="btn small" style={{ marginBlockStart: 8 }} onClick={() => openExport({ answer: true })}>
        {t.exportAnswer}
      </button>
    </div>
  );
}
