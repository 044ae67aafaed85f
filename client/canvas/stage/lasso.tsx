/** The lasso: a loop drawn with the pointer selects the entities inside; with Shift they are added to the selection. */
import { useRef, useState } from 'react';
import { drawnOf } from '../../state/drawn/use-drawn.ts';
import { useStore, useView } from '../../state/store.ts';
import type { Point } from '../../state/view.ts';
import { useEscape } from '../../ui/use-escape.ts';
import { words } from '../../i18n/messages.ts';
import type { CanvasHandle } from '../drawing/mount.ts';

/** A shorter way counts as a click. */
const FEWEST_POINTS = 4;

export function Lasso({ handle }: { handle: CanvasHandle | undefined }) {
  const store = useStore();
  const active = useView((s) => s.tool === 'lasso');
  const [loop, setLoop] = useState<Point[] | undefined>();
  // A fast pointer moves several times between two renderings, so the loop is kept here and the state only draws it.
  const way = useRef<Point[] | undefined>(undefined);
  const draw = (next: Point[] | undefined): void => {
    way.current = next;
    setLoop(next);
  };
  useEscape(active, () => {
    draw(undefined);
    store.dispatch({ type: 'tool', tool: 'select' });
  });
  if (!active) return null;

  const at = (event: React.PointerEvent): Point => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const end = (add: boolean): void => {
    const drawn = way.current ?? [];
    draw(undefined);
    if (!handle || drawn.length < FEWEST_POINTS) return;
    const entities = drawnOf(store.get())
      .nodes.map((node) => node.id)
      .filter((id) => {
        const node = handle.cy.getElementById(id);
        return node.nonempty() && isInside(node.renderedPosition(), drawn);
      });
    store.dispatch({ type: 'select', selection: { entities, claims: [] }, add });
    // After one loop the select tool is active again; with Shift another loop can follow.
    if (!add) store.dispatch({ type: 'tool', tool: 'select' });
  };
  return (
    <>
      <svg
        className="lasso"
        data-testid="lasso"
        aria-hidden
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          draw([at(event)]);
        }}
        onPointerMove={(event) => way.current && draw([...way.current, at(event)])}
        onPointerUp={(event) => end(event.shiftKey)}
        onPointerCancel={() => draw(undefined)}
      >
        {loop && <polygon points={loop.map(({ x, y }) => `${x},${y}`).join(' ')} />}
      </svg>
      <div className="status" role="status">
        {words.canvas.lassoHint}
      </div>
    </>
  );
}

/** Whether a point is inside a polygon (even-odd rule: a loop within a loop is a hole). */
export function isInside(at: Point, polygon: readonly Point[]): boolean {
  let inside = false;
  for (const [i, a] of polygon.entries()) {
    const b = polygon[(i + polygon.length - 1) % polygon.length]!;
    if (a.y > at.y !== b.y > at.y && at.x < ((b.x - a.x) * (at.y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}
