/** The dates above the lanes, where a span is marked by dragging, and the ground behind the lanes: a line at each date, and what is after the date of the view. */
import { useRef } from 'react';
import { dateText } from '../../ui/date-text.ts';
import { direction } from '../../i18n/locale.ts';
import { words } from '../../i18n/messages.ts';
import { dateAt, type Span, type Tick } from './time-span.ts';
import { useBrush } from './use-brush.ts';
import type { ClockOfAxis } from './use-clock.ts';
import { useSpanGestures } from './use-span-gestures.ts';

const t = words.timeline;
const rtl = direction === 'rtl';
/** Before and after the date of the view no other date begins, in px: it stands there alone. */
const TAG_ROOM = { before: 118, after: 56 };

export interface AxisProps {
  span: Span;
  ticks: readonly Tick[];
  /** Where the dates begin, and how wide they are, in px. */
  start: number;
  width: number;
  clock: ClockOfAxis;
}
interface AxisHeadProps extends AxisProps {
  onZoom: (factor: number, at: number) => void;
  onMove: (share: number) => void;
  onStand: (date: string) => void;
  /** @param perDay px of a day, where it was marked */
  onMark: (mark: Span, perDay: number) => void;
}

export const xOf = (day: number, { from, to }: Span, width: number): number => ((day - from) / (to - from)) * width;

export function AxisHead({ span, ticks, start, width, clock, onZoom, onMove, onStand, onMark }: AxisHeadProps) {
  const host = useRef<HTMLDivElement>(null);
  useSpanGestures(host, { onZoom, onMove, track: { start, width }, rtl, wheelZooms: true, noDrag: true });
  const perDay = width / (span.to - span.from);
  const dayAt = (clientX: number): number => {
    const box = host.current!.getBoundingClientRect();
    const x = (rtl ? box.right - clientX : clientX - box.left) - start;
    return span.from + Math.min(Math.max(x, 0), width) / perDay;
  };
  const { brush, handlers } = useBrush(dayAt, {
    onPress: (day) => onStand(dateAt(day, perDay)),
    onBrush: (mark) => onMark(mark, perDay),
  });
  const clockX = clock.day === undefined ? undefined : xOf(clock.day + 1, span, width);
  return (
    <div
      className={clock.free ? 'time-head free' : 'time-head'}
      ref={host}
      title={clock.free ? t.axis : undefined}
      aria-hidden
      {...(clock.free ? handlers : {})}
    >
      {ticks.map(({ day, text }) => {
        const x = xOf(day, span, width);
        const covered = clockX !== undefined && x > clockX - TAG_ROOM.before && x < clockX + TAG_ROOM.after;
        return x < 0 || x > width - 20 || covered ? null : (
          <span key={day} className="tick" style={{ insetInlineStart: start + x }}>
            {text}
          </span>
        );
      })}
      {brush && <Marked brush={brush} span={span} start={start} width={width} />}
      {clock.text !== undefined && clockX !== undefined && clockX >= 0 && clockX <= width && (
        <span className="clock-tag" style={{ insetInlineStart: start + Math.min(Math.max(clockX, 44), width - 44) }}>
          {dateText({ edtf: clock.text })}
        </span>
      )}
    </div>
  );
}

export function Marked({ brush, span, start, width }: { brush: Span; span: Span; start: number; width: number }) {
  const [from, to] = [xOf(brush.from, span, width), xOf(brush.to, span, width)];
  return <span className="brushed" style={{ insetInlineStart: start + from, inlineSize: to - from }} />;
}

export function Ground({ span, ticks, start, width, clock }: AxisProps) {
  const after = clock.day === undefined ? undefined : xOf(clock.day + 1, span, width);
  return (
    <div className="time-ground" aria-hidden>
      {ticks.map(({ day }) => {
        const x = xOf(day, span, width);
        return x < 0 || x > width ? null : <i key={day} style={{ insetInlineStart: start + x }} />;
      })}
      {after !== undefined && after < width && <span className="after" style={{ insetInlineStart: start + Math.max(after, 0) }} />}
      {after !== undefined && after >= 0 && after <= width && <span className="at" style={{ insetInlineStart: start + after }} />}
    </div>
  );
}
