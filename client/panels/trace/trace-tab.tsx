/** The tab of the trace: its ends, its switches, and its paths by weakest hop, or why there is none. */
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { IconArrowsUpDown } from '@tabler/icons-react';
import { traceQuery } from '../../api/queries.ts';
import { useDeps } from '../../acts/deps.ts';
import { swapTrace } from '../../acts/set-trace-end.ts';
import { useView } from '../../state/store.ts';
import { Failure, Loading } from '../../ui/states.tsx';
import { Explained, Term } from '../../ui/term.tsx';
import { words } from '../../i18n/messages.ts';
import { End } from './end.tsx';
import { Paths } from './paths.tsx';
import { Switches } from './switches.tsx';
import { USUAL } from './wider.ts';

const t = words.trace;

export function TraceTab() {
  const deps = useDeps();
  const trace = useView((s) => s.history.present.trace);
  const chosen = useView((s) => s.reading.path);
  const clocks = useView((s) => s.history.present.clocks);
  const [changing, setChanging] = useState(false);
  const both = Boolean(trace.from && trace.to);
  const asked = useQuery({ ...traceQuery(trace.from ?? {}, trace.to ?? {}, trace.switches, clocks), enabled: both });
  return (
    <div className="scroll">
      <div className="block" style={{ position: 'relative' }}>
        <End end="from" named={asked.data?.searched.from} />
        <End end="to" named={asked.data?.searched.to} />
        {(trace.from ?? trace.to) && (
          <button type="button" className="btn icon ghost swap" aria-label={t.swap} title={t.swap} onClick={() => swapTrace(deps)}>
            <IconArrowsUpDown size={16} aria-hidden />
          </button>
        )}
        <div className="row wrap chips">
          <span className="chip">
            <Term term="hop">{t.upTo(trace.switches.maxHops ?? asked.data?.searched.maxHops ?? USUAL.maxHops)}</Term>
          </span>
          {(asked.data?.searched.stated ?? []).map((line) => (
            <span key={line} className="chip stated" lang="en">
              {line}
            </span>
          ))}
          <span className="chip">{trace.switches.order === 'hops' ? t.hopsFirst : t.weakestFirst}</span>
        </div>
        <Explained term="pass">
          <button
            type="button"
            className="link"
            style={{ marginBlockStart: 9, fontSize: 12.5 }}
            aria-expanded={changing}
            onClick={() => setChanging(!changing)}
          >
            {changing ? t.keep : t.change}
          </button>
        </Explained>
        {changing && <Switches />}
      </div>
      {!both && <p className="notice meta">{t.choose}</p>}
      {both && asked.isFetching && !asked.data && (
        <>
          <p className="row" style={{ padding: '12px 16px 0' }} role="status">
            {t.running}{' '}
            <button
              type="button"
              className="btn small"
              onClick={() => {
                deps.latest.cancel('trace');
                void deps.queries.cancelQueries({ queryKey: ['trace'] });
              }}
            >
              {words.app.stop}
            </button>
          </p>
          <Loading rows={5} />
        </>
      )}
      {both && asked.error && !asked.data && <Failure error={asked.error} retry={() => void asked.refetch()} />}
      {both && asked.data && <Paths answer={asked.data} chosen={chosen ?? asked.data.paths[0]?.id} />}
    </div>
  );
}
