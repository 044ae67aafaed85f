/** All dates in one strip: how many there are at each time, which span is shown, and the clock as a handle. */
import { useMemo, useRef, useState } from 'react';
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { dayText } from '../../../server/domain/dates/calendar.ts';
import type { TimeBy } from '../../state/view.ts';
import { dateText } from '../../ui/date-text.ts';
import { direction } from '../../i18n/locale.ts';
import { words } from '../../i18n/messages.ts';
import { Marked, xOf } from './axis-head.tsx';
import type { Mark } from './time-marks.ts';
import { boundsOf, dateAt, type Span, ticksOf } from './time-span.ts';
import { Crowd } from './track.tsx';
import { useBrush } from './use-brush.ts';
import { clockKey, type ClockOfAxis } from './use-clock.ts';
import { useSpanGestures } from './use-span-gestures.ts';

const t = words.timeline;
const rtl = direction === 'rtl';
const HEIGHT = 30;

export interface OverviewProps {
  by: TimeBy;
  marks: readonly Mark[];
  all: Span;
  shown: Span;
  clock: ClockOfAxis;
  onZoom: (factor: number, at: number) => void;
  onMove: (share: number) => void;
  onStand: (date: string | undefined) => void;
  /** @param perDay px of a day, where it was marked */
  onMark: (mark: Span, perDay: number) => void;
}

export function Overview({ by, marks, all, shown, clock, onZoom, onMove, onStand, onMark }: OverviewProps) {
  const { ref: sized, width } = useElementSize<HTMLDivElement>();
  const host = useRef<HTMLDivElement>(null);
  const ref = useMergedRef(sized, host);
  useSpanGestures(host, { onZoom, onMove, track: { start: 0, width }, rtl, wheelZooms: true, noDrag: true });
  const perDay = width / (all.to - all.from);
  const dayAt = (clientX: number): number => {
    const box = host.current!.getBoundingClientRect();
    const x = rtl ? box.right - clientX : clientX - box.left;
    return all.from + Math.min(Math.max(x, 0), Math.max(width, 1)) / Math.max(perDay, 1e-9);
  };
  const { brush, handlers } = useBrush(dayAt, {
    onPress: (day) => onStand(dateAt(day, perDay)),
    onBrush: (mark) => onMark(mark, perDay),
  });
  const [dragged, setDragged] = useState<number | undefined>();
  const pressedAt = useRef(0);
  const ticks = useMemo(() => ticksOf(all, width), [all, width]);
  const told = useMemo(() => boundsOf(marks) ?? all, [marks]);
  const [from, to] = [dayText(told.from)!.slice(0, 4), dayText(told.to - 1)!.slice(0, 4)];
  const at = dragged ?? (clock.day === undefined ? all.to : clock.day + 1);
  const said = clock.text === undefined ? t.noClock : dateText({ edtf: clock.text });
  const index = clock.text === undefined ? clock.dates.length : clock.dates.filter((day) => clock.day !== undefined && day <= dayText(clock.day)!).length;
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const end = event.key === 'Home' ? { to: clock.dates[0] } : event.key === 'End' ? { to: clock.dates.at(-1) } : undefined;
    // A slider goes up and down, too.
    const arrow = event.key === 'ArrowUp' ? 'ArrowRight' : event.key === 'ArrowDown' ? 'ArrowLeft' : undefined;
    const next = end ?? clockKey(clock, { key: arrow ?? event.key, shiftKey: event.shiftKey }, rtl && arrow === undefined);
    if (end || arrow || next) event.preventDefault();
    if (next) onStand(next.to);
  };
  return (
    <div className="time-overview">
      <div className="span-name">
        <b>{from === to ? from : t.overview(from, to)}</b>
        {clock.free && <span className="meta">{t.drag}</span>}
      </div>
      <div className={clock.free ? 'strip free' : 'strip'} ref={ref} {...(clock.free ? handlers : {})}>
        {width > 0 && <Crowd marks={marks} span={all} width={width} height={HEIGHT} step={5} />}
        <span
          className="shown"
          style={{ insetInlineStart: xOf(shown.from, all, width), inlineSize: Math.max(3, xOf(shown.to, all, width) - xOf(shown.from, all, width)) }}
        />
        {brush && <Marked brush={brush} span={all} start={0} width={width} />}
        <div className="ticks" aria-hidden>
          {ticks.map(({ day, text }) => {
            const x = xOf(day, all, width);
            return x > width - 34 ? null : (
              <span key={day} style={{ insetInlineStart: x }}>
                {text}
              </span>
            );
          })}
        </div>
        {clock.free && clock.dates.length > 0 && (
          <div
            className={clock.text === undefined ? 'clock-handle off' : 'clock-handle'}
            role="slider"
            tabIndex={0}
            aria-label={t.clock[by]}
            aria-valuemin={0}
            aria-valuemax={clock.dates.length}
            aria-valuenow={index}
            aria-valuetext={said}
            title={`${t.clock[by]} ${said}. ${t.clockKeys}`}
            style={{ insetInlineStart: Math.min(Math.max(xOf(at, all, width), 0), Math.max(width, 0)) }}
            onKeyDown={onKeyDown}
            onPointerDown={(event) => {
              if (event.button !== 0) return;
              event.stopPropagation();
              event.currentTarget.setPointerCapture?.(event.pointerId);
              pressedAt.current = event.clientX;
              setDragged(at);
            }}
            onPointerMove={(event) => {
              if (dragged === undefined) return;
              event.stopPropagation();
              setDragged(dayAt(event.clientX));
            }}
            onPointerUp={(event) => {
              if (dragged === undefined) return;
              event.stopPropagation();
              setDragged(undefined);
              if (Math.abs(event.clientX - pressedAt.current) < 3) return;
              const day = dayAt(event.clientX);
              // At the very end the view stands at no date again.
              if (day >= all.to - 1 / Math.max(perDay, 1e-9)) onStand(undefined);
              else onStand(dateAt(day, perDay));
            }}
            onPointerCancel={() => setDragged(undefined)}
          />
        )}
      </div>
    </div>
  );
}
