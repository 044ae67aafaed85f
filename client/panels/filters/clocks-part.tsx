/** The three clocks: each can be set to a date, or stepped over the dates of what is drawn; the undated are counted. */
import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { sourcesQuery } from '../../api/queries.ts';
import { todayQuery } from '../../api/queries.ts';
import type { Clocks } from '../../../server/domain/model/questions.ts';
import { useDeps } from '../../acts/deps.ts';
import { needsReading } from '../../acts/loading/hydrate.ts';
import { setClocks } from '../../acts/set-filters.ts';
import { happenedDates, publishedDates, steps } from '../../state/filters/as-of-dates.ts';
import { useDrawn } from '../../state/drawn/use-drawn.ts';
import { useView } from '../../state/store.ts';
import { words } from '../../i18n/messages.ts';
import { useClocksDialog } from '../clocks-dialog.tsx';
import { clocksLine } from '../describe-clocks.ts';
import { Count } from './filter-row.tsx';

const t = words.clocks;
const CLOCKS = ['happened', 'published', 'recorded'] as const;
const DAY = 86_400_000;

/** The days around a stored instant: the stored state has no list of dates to step over. */
function daysAround(now: string | undefined, today: number): string[] {
  const at = now === undefined ? today : Math.min(Date.parse(now.slice(0, 10)), today);
  if (Number.isNaN(at)) return [];
  return [at - DAY, at, at + DAY].filter((day) => day <= today - DAY).map((day) => new Date(day).toISOString().slice(0, 10));
}

export function ClocksPart() {
  const deps = useDeps();
  const openClocks = useClocksDialog();
  const clocks = useView((s) => s.history.present.clocks);
  const canvas = useView((s) => s.history.present.canvas);
  const view = useDrawn();
  const reading = useView(needsReading);
  const sources = useQuery(sourcesQuery());
  const dated = clocks.happened !== undefined || clocks.published !== undefined || clocks.recorded !== undefined;
  const ids = useMemo(() => [...new Set([...canvas.entities, ...canvas.also])], [canvas.entities, canvas.also]);
  const today = useQuery({ ...todayQuery(ids), enabled: dated && ids.length > 0 });
  const dates = useMemo(() => {
    const claims = new Set(canvas.claims);
    const edges = dated && today.data ? today.data.edges.filter((edge) => claims.has(edge.id)) : view.all;
    const publishedOf = new Map(sources.data?.sources.map((source) => [source.id, source.published?.edtf]));
    return { happened: happenedDates(edges), published: publishedDates(edges, (id) => publishedOf.get(id)), recorded: daysAround(clocks.recorded, Date.now()) };
  }, [canvas.claims, dated, today.data, view.all, sources.data, clocks.recorded]);
  const set = (change: Partial<Clocks>): void => setClocks(deps, { ...clocks, ...change });
  return (
    <section className="block" aria-label={words.filters.clocks}>
      <h3 className="heading">{words.filters.clocks}</h3>
      {CLOCKS.map((clock) => {
        const { earlier, later, canGoOn } = steps(dates[clock], clocks[clock]);
        const value = clocks[clock] ?? (clock === 'recorded' ? t.now : t.any);
        const on = later ?? (canGoOn ? t.off : undefined);
        return (
          <div key={clock} className="filter-line">
            <button type="button" className="filter-row" aria-label={t.edit(t[clock], value)} title={t[`${clock}Help`]} onClick={openClocks}>
              {t[clock]}
              <span className={clocks[clock] === undefined ? 'n' : 'n set'}>{value}</span>
            </button>
            <button
              type="button"
              className="btn ghost icon twist"
              disabled={earlier === undefined}
              aria-label={t.earlier(t[clock], earlier)}
              title={t.earlier(t[clock], earlier)}
              onClick={() => set({ [clock]: earlier })}
            >
              <IconChevronLeft size={15} className="mirrors" aria-hidden />
            </button>
            <button
              type="button"
              className="btn ghost icon twist"
              disabled={!canGoOn}
              aria-label={t.later(t[clock], on)}
              title={t.later(t[clock], on)}
              onClick={() => set({ [clock]: later })}
            >
              <IconChevronRight size={15} className="mirrors" aria-hidden />
            </button>
          </div>
        );
      })}
      {(dated || clocks.firmOnly) && (
        <div className="asof">
          <p className="meta" role="status">
            {reading ? words.app.loading : t.asOf(clocksLine(clocks), view.edges.length)}
          </p>
          {view.uncertain.length > 0 && (
            <p className="meta">
              <Count what={t.undated(view.uncertain.length)} claims={view.uncertain.map((edge) => edge.id)}>
                {t.undated(view.uncertain.length)}
              </Count>{' '}
              · {t.undatedMark}
            </p>
          )}
          <label className="check">
            <input type="checkbox" checked={clocks.firmOnly ?? false} onChange={(event) => set({ firmOnly: event.target.checked })} />
            {t.firmShort}
          </label>
          <button type="button" className="btn small" onClick={() => setClocks(deps, {})}>
            {t.clear}
          </button>
        </div>
      )}
    </section>
  );
}
