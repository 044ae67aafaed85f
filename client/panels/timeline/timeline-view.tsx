/** The timeline: claims and the steps of their standing by when they happened or were published, with one selection and one clock for it and the graph. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useElementSize } from '@mantine/hooks';
import { IconClock } from '@tabler/icons-react';
import { useDeps } from '../../acts/deps.ts';
import { ROWS_MOST } from '../../api/queries.ts';
import { openClaim } from '../../acts/open-things.ts';
import { TIME_BY, TIME_LANES } from '../../../server/contract/view-link.ts';
import { useDraft } from '../../state/drafts.ts';
import { useView } from '../../state/store.ts';
import type { Middle, TimeBy, TimeLanes } from '../../state/view.ts';
import { dateText } from '../../ui/date-text.ts';
import { Await } from '../../ui/states.tsx';
import { direction } from '../../i18n/locale.ts';
import { words } from '../../i18n/messages.ts';
import { useNameOf } from '../disclosure/use-name-of.ts';
import { Foot, Scope } from '../table/about-rows.tsx';
import { AxisHead, Ground } from './axis-head.tsx';
import { type Lane, lanesOf, linesOf, UNDATED } from './lanes.ts';
import { Overview } from './overview.tsx';
import { TimeGrid } from './time-grid.tsx';
import type { TimedClaim } from './time-marks.ts';
import { TimeTools } from './time-tools.tsx';
import { extentOf, firstSpan, marked, moved, showing, type Span, ticksOf, zoomed } from './time-span.ts';
import { clockKey, useClock } from './use-clock.ts';
import { type TimeRows, useTimeRows } from './use-time-rows.ts';

const t = words.timeline;
const rtl = direction === 'rtl';
/** The width of the names in px, and the width of the whole below which they stand above the dates. */
const NAMES = { width: 240, narrow: 200, narrowBelow: 860, stackedBelow: 620 };
/** Beside the dates, in px. */
const MARGIN = 12;
/** With no more claims than this every lane is open at first. */
const OPEN_UP_TO = 40;
const ZOOM = 1.5;
const EVER: Span = { from: 0, to: 1 };

export function TimelineView() {
  const by = useView((s) => s.history.present.middle.by) ?? 'happened';
  const rows = useTimeRows(by);
  if (!rows.any) return <Whole by={by} rows={rows} />;
  return (
    <Await asked={rows.query} rows={10}>
      {() => <Whole by={by} rows={rows} />}
    </Await>
  );
}

interface Folds {
  /** Whether lanes are open, but for those named; absent: as many claims as there are. */
  open?: boolean;
  but: string[];
}

function Whole({ by, rows }: { by: TimeBy; rows: TimeRows }) {
  const deps = useDeps();
  const middle = useView((s) => s.history.present.middle);
  const selection = useView((s) => s.selection);
  const sourceName = useNameOf();
  const lanesBy = middle.lanes ?? 'plots';
  const { claims, nodeOf } = rows;
  const { ref, width: whole } = useElementSize();
  const stacked = whole > 0 && whole < NAMES.stackedBelow;
  const start = stacked ? 0 : whole < NAMES.narrowBelow ? NAMES.narrow : NAMES.width;
  const width = Math.max(0, whole - start - MARGIN);
  const clock = useClock(by, claims, rows.clock);
  const marks = useMemo(() => claims.flatMap((timed) => timed.marks), [claims]);
  const all = useMemo(() => extentOf(marks), [marks]);
  const [span, setSpan] = useSpan(by, marks, all);
  const lanes = useMemo(() => lanesOf(claims, lanesBy, (id) => nodeOf(id)?.type), [claims, lanesBy, nodeOf]);
  const dated = useMemo(() => claims.filter(({ first }) => first !== undefined).length, [claims]);
  const undated = claims.length - dated;
  const [folds, setFolds] = useDraft<Folds>('lanes of the timeline', { but: [] });
  const open = folds.open ?? claims.length <= OPEN_UP_TO;
  const isOpen = (lane: Lane): boolean => (lane.id === UNDATED ? dated === 0 : open) !== folds.but.includes(lane.id);
  const lines = useMemo(() => linesOf(lanes, isOpen), [lanes, open, folds, dated]);
  const [active, setActive] = useState<TimedClaim | undefined>();
  const [wanted, setWanted] = useState<{ lane: string; n: number } | undefined>();
  const chosen = useMemo(() => new Set(selection.claims), [selection]);
  const last = useMemo(() => claims.find(({ claim }) => claim.id === selection.claims.at(-1)), [claims, selection]);
  useEffect(() => {
    if (last?.first !== undefined && all) setSpan((now) => showing(now, last.first!, all));
  }, [last?.claim.id]);
  const ticks = useMemo(() => ticksOf(span, width), [span, width]);
  const nameOf = useCallback((id: string): string => nodeOf(id)?.name ?? id, [nodeOf]);

  const set = (words_: string, change: Partial<Middle>): void => {
    const { by: nowBy, lanes: nowLanes, ...rest } = { ...middle, ...change };
    const next = {
      ...rest,
      ...(nowBy !== undefined && nowBy !== 'happened' && { by: nowBy }),
      ...(nowLanes !== undefined && nowLanes !== 'plots' && { lanes: nowLanes }),
    };
    deps.store.dispatch({ type: 'middle', words: words_, middle: next });
  };
  const onZoom = (factor: number, at: number): void => setSpan((now) => zoomed(now, factor, at, all ?? now));
  const onMove = (share: number): void => setSpan((now) => moved(now, share, all ?? now));
  const fit = (): void => {
    if (!all) return;
    const most = firstSpan(marks, all);
    setSpan((now) => (now.from === all.from && now.to === all.to ? most : all));
  };
  const stand = (date: string | undefined): void => {
    if (clock.free && date !== clock.text) clock.set(date);
  };
  /** What is marked is shown, up to the date at which the view then stands. */
  const standAtEndOf = (mark: Span, perDay: number): void => {
    if (!all) return;
    const { date, span: upTo } = marked(mark, perDay, all);
    setSpan(upTo);
    stand(date);
  };
  const onKey = (event: React.KeyboardEvent): boolean => {
    const { key } = event;
    if (key === '+' || key === '=') onZoom(ZOOM, 0.5);
    else if (key === '-') onZoom(1 / ZOOM, 0.5);
    else if (key.toLowerCase() === 'f' && !event.ctrlKey && !event.metaKey) fit();
    else if ((event.ctrlKey || event.metaKey) && (key === 'ArrowLeft' || key === 'ArrowRight')) onMove((key === 'ArrowRight') === rtl ? -0.25 : 0.25);
    else if (clock.free && !event.ctrlKey && !event.metaKey) {
      const next = clockKey(clock, event, rtl);
      if (!next) return key === 'ArrowLeft' || key === 'ArrowRight';
      stand(next.to);
    } else return false;
    return true;
  };
  const choose = (id: string, add: boolean): void => {
    const now = selection.claims;
    const next = !add ? [id] : now.includes(id) ? now.filter((one) => one !== id) : [...now, id];
    deps.store.dispatch({ type: 'select', selection: { entities: add ? selection.entities : [], claims: next } });
  };
  const later = useMemo(() => claims.filter(({ first, seen }) => first !== undefined && seen !== 'in').length, [claims]);
  return (
    <section className="timeline-view" aria-label={t.region}>
      <div className="table-bar">
        <div className="segmented" role="group" aria-label={t.placedBy}>
          {TIME_BY.map((one) => (
            <button key={one} type="button" aria-pressed={by === one} onClick={() => set(t.act.by[one], { by: one })}>
              {t.by[one]}
            </button>
          ))}
        </div>
        <label className="lanes-choice">
          <span className="meta">{t.lanes}</span>
          <select
            className="field"
            value={lanesBy}
            onChange={(event) => set(t.act.lanes[event.target.value as TimeLanes], { lanes: event.target.value as TimeLanes })}
          >
            {TIME_LANES.map((one) => (
              <option key={one} value={one}>
                {t.lanesBy[one]}
              </option>
            ))}
          </select>
        </label>
        <TimeTools
          inMenu={stacked}
          any={all !== undefined}
          lanes={dated === 0 ? undefined : open ? 'open' : 'folded'}
          onZoom={(closer) => onZoom(closer ? ZOOM : 1 / ZOOM, 0.5)}
          onFit={fit}
          onFold={() => setFolds({ open: !open, but: [] })}
        />
      </div>
      <div className="table-bar second">
        <Scope rows={rows.rows} />
        {!rows.rows.of && rows.asked > ROWS_MOST && <span className="meta">{t.loadedLess(ROWS_MOST, rows.asked)}</span>}
        {claims.length > 0 && (
          <span className="meta" role="status">
            <b>{t.dated(dated)}</b>
            {undated > 0 && (
              <>
                ,{' '}
                <button
                  type="button"
                  className="link"
                  title={t.showUndated(undated)}
                  onClick={() => {
                    if (!isOpen(lanes.at(-1)!)) setFolds({ ...folds, but: [...folds.but, UNDATED] });
                    setWanted({ lane: UNDATED, n: (wanted?.n ?? 0) + 1 });
                  }}
                >
                  {t.undated(undated)}
                </button>
              </>
            )}
          </span>
        )}
        {all && clock.free && (
          <button type="button" className="btn ghost small at-end" title={t.atEndTitle[by]} onClick={() => standAtEndOf(span, width / (span.to - span.from))}>
            <IconClock size={14} stroke={1.7} aria-hidden />
            {t.atEnd}
          </button>
        )}
      </div>
      {clock.text !== undefined && (
        <div className="time-strip">
          <IconClock size={15} stroke={1.7} aria-hidden />
          <p role="status">
            <b>{t.stands[by](dateText({ edtf: clock.text }))}</b>
            {': '}
            {t.later_(later, undated)}
          </p>
          {clock.free && (
            <button type="button" className="btn small" onClick={() => stand(undefined)}>
              {t.backToToday}{' '}
              <span className="kbd" aria-hidden>
                0
              </span>
            </button>
          )}
        </div>
      )}
      {claims.length === 0 ? (
        <p className="notice">{rows.rows.leftOut > 0 ? t.emptyFilters(rows.rows.leftOut) : rows.rows.of ? t.emptyScope : t.empty}</p>
      ) : (
        <>
          {dated === 0 && (
            <p className="notice">
              {t.allUndated[by]}{' '}
              <button
                type="button"
                className="btn small"
                onClick={() => set(t.act.by[by === 'happened' ? 'published' : 'happened'], { by: by === 'happened' ? 'published' : 'happened' })}
              >
                {t.place[by === 'happened' ? 'published' : 'happened']}
              </button>
            </p>
          )}
          <div className="time-area" ref={ref}>
            {all && (
              <AxisHead
                span={span}
                ticks={ticks}
                start={start}
                width={width}
                clock={clock}
                onZoom={onZoom}
                onMove={onMove}
                onStand={stand}
                onMark={standAtEndOf}
              />
            )}
            <div className="time-lanes">
              {all && <Ground span={span} ticks={ticks} start={start} width={width} clock={clock} />}
              <TimeGrid
                lines={lines}
                lanes={lanes.length}
                claims={claims.length}
                by={by}
                lanesBy={lanesBy}
                span={span}
                start={start}
                width={width}
                nodeOf={nodeOf}
                laneName={lanesBy === 'voices' ? sourceName : nameOf}
                nameOf={nameOf}
                chosen={chosen}
                shown={selection.claims.at(-1)}
                wanted={wanted}
                onZoom={onZoom}
                onMove={onMove}
                onFold={({ id }) => setFolds({ ...folds, but: folds.but.includes(id) ? folds.but.filter((one) => one !== id) : [...folds.but, id] })}
                onOpen={({ id }) => openClaim(deps, id)}
                onChoose={({ id }, add) => choose(id, add)}
                onActive={setActive}
                onKey={onKey}
              />
            </div>
          </div>
          {all && <Overview by={by} marks={marks} all={all} shown={span} clock={clock} onZoom={onZoom} onMove={onMove} onStand={stand} onMark={standAtEndOf} />}
        </>
      )}
      <Foot keys={t.keys} claim={(active && claims.find(({ claim }) => claim.id === active.claim.id)?.claim) ?? last?.claim} chosen={selection.claims.length} />
    </section>
  );
}

/** The span shown: it stays while rows come and go, and is anew what shows most where the dates are others or lie elsewhere. */
function useSpan(by: TimeBy, marks: TimeRows['claims'][number]['marks'], all: Span | undefined): [Span, (change: Span | ((now: Span) => Span)) => void] {
  const key = `${by} ${all?.from} ${all?.to}`;
  const [kept, setKept] = useState<{ key: string; span: Span }>({ key: '', span: EVER });
  const now = kept.key === key || !all ? kept : { key, span: firstSpan(marks, all) };
  if (now !== kept) setKept(now);
  return [
    now.span,
    (change) => setKept((before) => ({ key, span: typeof change === 'function' ? change(before.key === key ? before.span : now.span) : change })),
  ];
}
