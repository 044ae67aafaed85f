/** Marks a span by dragging along dates; a press without a drag points at one day. Escape gives it up. */
import { useRef, useState } from 'react';
import { useEscape } from '../../ui/use-escape.ts';
import type { Span } from './time-span.ts';

/** A pointer that went less far than this, in px, has pressed. */
const PRESS = 4;

export interface BrushHandlers {
  onPointerDown: (event: React.PointerEvent) => void;
  onPointerMove: (event: React.PointerEvent) => void;
  onPointerUp: (event: React.PointerEvent) => void;
  onPointerCancel: () => void;
}

/** @param dayAt the day at a place of the window */
export function useBrush(
  dayAt: (clientX: number) => number,
  done: { onPress: (day: number) => void; onBrush: (brush: Span) => void },
): { brush: Span | undefined; handlers: BrushHandlers } {
  const began = useRef<{ x: number; day: number } | undefined>(undefined);
  const [brush, setBrush] = useState<Span | undefined>();
  const giveUp = (): void => {
    began.current = undefined;
    setBrush(undefined);
  };
  useEscape(brush !== undefined, giveUp);
  const between = (x: number, day: number): Span => {
    const other = dayAt(x);
    return { from: Math.min(day, other), to: Math.max(day, other) };
  };
  return {
    brush,
    handlers: {
      onPointerDown: (event) => {
        if (event.button !== 0) return;
        began.current = { x: event.clientX, day: dayAt(event.clientX) };
        event.currentTarget.setPointerCapture?.(event.pointerId);
      },
      onPointerMove: (event) => {
        const start = began.current;
        if (!start || (brush === undefined && Math.abs(event.clientX - start.x) < PRESS)) return;
        setBrush(between(event.clientX, start.day));
      },
      onPointerUp: (event) => {
        const start = began.current;
        if (!start) return;
        giveUp();
        if (Math.abs(event.clientX - start.x) < PRESS) done.onPress(start.day);
        else done.onBrush(between(event.clientX, start.day));
      },
      onPointerCancel: giveUp,
    },
  };
}
