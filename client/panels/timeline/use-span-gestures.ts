/** Zooms and moves the span by wheel, drag and pinch. What scrolls up and down goes on to scroll. */
import { useEffect, useRef, type RefObject } from 'react';

export interface SpanGestures {
  /** @param at share of the width that stays where it is */
  onZoom: (factor: number, at: number) => void;
  /** @param share of the width; above 0: later */
  onMove: (share: number) => void;
  /** The part of the element that has dates, from its start, in px. */
  track: { start: number; width: number };
  rtl: boolean;
  /** A plain wheel zooms, where nothing scrolls. */
  wheelZooms?: boolean;
  /** Without dragging: the element has a drag of its own. */
  noDrag?: boolean;
}
const PER_WHEEL = 0.0022;
/** A pointer that went less far than this, in px, has clicked. */
const CLICK = 5;

export function useSpanGestures(element: RefObject<HTMLElement | null>, gestures: SpanGestures): void {
  const now = useRef(gestures);
  now.current = gestures;
  useEffect(() => {
    const host = element.current;
    if (!host) return;
    const shareOf = (clientX: number): number => {
      const { track, rtl } = now.current;
      const box = host.getBoundingClientRect();
      const x = (rtl ? box.right - clientX : clientX - box.left) - track.start;
      return Math.min(Math.max(x / Math.max(track.width, 1), 0), 1);
    };
    const onWheel = (event: WheelEvent): void => {
      const { onMove, onZoom, track, rtl, wheelZooms } = now.current;
      const pixels = event.deltaMode === 1 ? 16 : 1;
      if (event.ctrlKey || event.metaKey || (wheelZooms && event.deltaX === 0 && !event.shiftKey)) {
        event.preventDefault();
        onZoom(Math.exp(-event.deltaY * pixels * PER_WHEEL), shareOf(event.clientX));
        return;
      }
      const along = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
      if (along === 0 || (!event.shiftKey && Math.abs(event.deltaY) > Math.abs(event.deltaX))) return;
      event.preventDefault();
      onMove(((rtl ? -along : along) * pixels) / Math.max(track.width, 1));
    };
    const pointers = new Map<number, { x: number; y: number }>();
    let dragged = false;
    let began = { x: 0, y: 0 };
    const spread = (): { apart: number; middle: number } => {
      const [a, b] = [...pointers.values()];
      return a && b ? { apart: Math.max(Math.abs(a.x - b.x), 1), middle: (a.x + b.x) / 2 } : { apart: 1, middle: 0 };
    };
    const onDown = (event: PointerEvent): void => {
      if (event.button !== 0 || now.current.noDrag) return;
      pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      if (pointers.size === 1) {
        dragged = false;
        began = { x: event.clientX, y: event.clientY };
      }
    };
    const onMoved = (event: PointerEvent): void => {
      const was = pointers.get(event.pointerId);
      if (!was) return;
      const { onMove, onZoom, track, rtl } = now.current;
      const before = spread();
      pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      if (pointers.size === 2) {
        const after = spread();
        dragged = true;
        onZoom(after.apart / before.apart, shareOf(after.middle));
        onMove(((rtl ? 1 : -1) * (after.middle - before.middle)) / Math.max(track.width, 1));
        return;
      }
      if (!dragged && Math.abs(event.clientX - began.x) < CLICK) return;
      if (!dragged) {
        dragged = true;
        // From here on the pointer may leave the element.
        host.setPointerCapture(event.pointerId);
      }
      onMove(((rtl ? 1 : -1) * (event.clientX - was.x)) / Math.max(track.width, 1));
    };
    const onEnd = (event: PointerEvent): void => {
      pointers.delete(event.pointerId);
    };
    const onClick = (event: MouseEvent): void => {
      if (!dragged) return;
      dragged = false;
      event.stopPropagation();
      event.preventDefault();
    };
    host.addEventListener('wheel', onWheel, { passive: false });
    host.addEventListener('pointerdown', onDown);
    host.addEventListener('pointermove', onMoved);
    host.addEventListener('pointerup', onEnd);
    host.addEventListener('pointercancel', onEnd);
    host.addEventListener('click', onClick, true);
    return () => {
      host.removeEventListener('wheel', onWheel);
      host.removeEventListener('pointerdown', onDown);
      host.removeEventListener('pointermove', onMoved);
      host.removeEventListener('pointerup', onEnd);
      host.removeEventListener('pointercancel', onEnd);
      host.removeEventListener('click', onClick, true);
    };
  }, [element]);
}
