/** The time axis over a timeline. It follows the drawing, and counts entities that are undated or not at their date. */
import { useEffect, useMemo, useState } from 'react';
import { scaleUtc } from 'd3-scale';
import type { Drawn } from '../../state/drawn/drawn.ts';
import { firstDays } from '../../state/canvas/first-days.ts';
import { useView } from '../../state/store.ts';
import { words } from '../../i18n/messages.ts';
import type { CanvasHandle } from '../drawing/mount.ts';
import { dayOf, timeScale } from './time-scale.ts';

const t = words.canvas;
const DAY_MS = 86_400_000;
/** Room of one date on the axis, in px. */
const TICK_ROOM = 96;

export function TimeAxis({ handle, view }: { handle: CanvasHandle | undefined; view: Drawn }) {
  const byDate = useView((s) => s.history.present.canvas.layout === 'timeline');
  return byDate && handle && view.nodes.length > 0 ? <Axis handle={handle} view={view} /> : null;
}

function Axis({ handle, view }: { handle: CanvasHandle; view: Drawn }) {
  const positions = useView((s) => s.history.present.canvas.positions);
  const placed = useView((s) => s.history.present.canvas.placed);
  const [, follow] = useState(0);
  const { cy } = handle;
  useEffect(() => {
    const again = (): void => follow((n) => n + 1);
    cy.on('viewport resize position', again);
    return () => void cy.off('viewport resize position', again);
  }, [cy]);
  const days = useMemo(() => firstDays(view.all), [view]);
  // From the document and not from the drawing, so that the axis does not move during an animation.
  const scale = useMemo(() => {
    const held = new Set(placed);
    return timeScale(
      view.nodes.flatMap(({ id }) => {
        const [day, at] = [days.get(id), positions.get(id)];
        return day === undefined || !at || held.has(id) ? [] : [{ day: dayOf(day), x: at.x }];
      }),
    );
  }, [view, days, positions, placed]);
  const undated = view.nodes.filter((node) => !days.has(node.id)).length;
  // Undated entities are in rows below, separated by a line and a word.
  const held = new Set(placed);
  const heights = (dated: boolean): number[] => view.nodes.flatMap(({ id }) => (days.has(id) === dated && !held.has(id) ? (positions.get(id)?.y ?? []) : []));
  const [above, below] = [Math.max(...heights(true)), Math.min(...heights(false))];
  const rule = undated > 0 && Number.isFinite(below) && Number.isFinite(above) && below > above && (
    <p className="undated" style={{ transform: `translateY(${Math.round(((above + below) / 2 + 14) * cy.zoom() + cy.pan().y)}px)` }}>
      {t.undated(undated)}
    </p>
  );
  const notes = [
    ...(scale ? [t.axis] : [t.noAxis]),
    ...(undated > 0 ? [t.undated(undated)] : []),
    ...(scale && scale.off > 0 ? [t.offAxis(scale.off)] : []),
  ].join(' · ');
  if (!scale)
    return (
      <>
        {rule}
        <div className="time-axis">
          <p className="meta" dir="auto">
            {notes}
          </p>
        </div>
      </>
    );
  // A right-to-left page shows the drawing mirrored.
  const side = getComputedStyle(document.documentElement).direction === 'rtl' ? -1 : 1;
  const screenOf = (day: number): number => side * (scale.zero + day * scale.perDay) * cy.zoom() + cy.pan().x;
  const dayAt = (x: number): number => ((x - cy.pan().x) / cy.zoom() / side - scale.zero) / scale.perDay;
  const [from, to] = [dayAt(0), dayAt(cy.width())].toSorted((a, b) => a - b) as [number, number];
  const time = scaleUtc([new Date(from * DAY_MS), new Date(to * DAY_MS)], [0, 1]);
  const many = Math.max(2, Math.floor(cy.width() / TICK_ROOM));
  const format = time.tickFormat(many);
  return (
    <>
      {rule}
      <div className="time-axis" dir="ltr">
        <div className="ticks" aria-hidden>
          {time.ticks(many).map((date) => (
            <span key={date.getTime()} style={{ transform: `translateX(${Math.round(screenOf(date.getTime() / DAY_MS))}px)` }}>
              {format(date)}
            </span>
          ))}
        </div>
        <p className="meta" dir="auto">
          {notes}
        </p>
      </div>
    </>
  );
}
