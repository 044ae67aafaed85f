/** The mini-map of a placed picture that is larger than the view: all of it, the part in view, and a click to go elsewhere. */
import { useEffect, useState } from 'react';
import { words } from '../../i18n/messages.ts';
import type { CanvasHandle } from '../drawing/mount.ts';
import type { Rectangle } from '../../../server/domain/picturing/picture.ts';

/** Width of its border and padding, in px. */
const FRAME = 5;
/** Largest size on screen, in px. */
const SIZE = { width: 168, height: 104 };
/** Largest share of the drawing that it may cover: on a low one a finger finds its way, and the map would only be in it. */
const MOST_SHARE = 0.1;
/** How far beyond the view a picture reaches before the map is shown, in units. */
const BEYOND = 12;

export interface PictureMap {
  /** As seen: mirrored on a right-to-left page. */
  bounds: Rectangle;
  boxes: readonly Rectangle[];
}

/** The part in view, and it changes with the camera; undefined while all is in view. */
function usePartInView({ cy }: CanvasHandle, { x, y, width, height }: Rectangle): Rectangle | undefined {
  const [view, setView] = useState<Rectangle | undefined>();
  useEffect(() => {
    const look = (): void => {
      const { x1, y1, x2, y2 } = cy.extent();
      const whole = x1 <= x + BEYOND && y1 <= y + BEYOND && x2 >= x + width - BEYOND && y2 >= y + height - BEYOND;
      setView(whole ? undefined : { x: x1, y: y1, width: x2 - x1, height: y2 - y1 });
    };
    look();
    cy.on('viewport resize', look);
    return () => {
      cy.off('viewport resize', look);
    };
  }, [cy, x, y, width, height]);
  return view;
}

export function MiniMap({ handle, map: { bounds, boxes } }: { handle: CanvasHandle; map: PictureMap }) {
  const view = usePartInView(handle, bounds);
  if (!view) return null;
  const scale = Math.min(SIZE.width / bounds.width, SIZE.height / bounds.height);
  if (bounds.width * bounds.height * scale ** 2 > MOST_SHARE * handle.cy.width() * handle.cy.height()) return null;
  const goTo = (event: React.PointerEvent<SVGSVGElement>): void => {
    if (event.type === 'pointermove' && event.buttons === 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    const at = { x: bounds.x + (event.clientX - box.left - FRAME) / scale, y: bounds.y + (event.clientY - box.top - FRAME) / scale };
    const { cy } = handle;
    cy.pan({ x: cy.width() / 2 - at.x * cy.zoom(), y: cy.height() / 2 - at.y * cy.zoom() });
  };
  return (
    <svg
      className="mini-map"
      role="img"
      aria-label={words.drawing.picture.map}
      width={bounds.width * scale}
      height={bounds.height * scale}
      viewBox={`${bounds.x} ${bounds.y} ${bounds.width} ${bounds.height}`}
      onPointerDown={goTo}
      onPointerMove={goTo}
    >
      <title>{words.drawing.picture.map}</title>
      {boxes.map(({ x, y, width, height }) => (
        <rect key={`${x} ${y}`} className="body" x={x} y={y} width={width} height={height} />
      ))}
      <rect className="view" x={view.x} y={view.y} width={view.width} height={view.height} />
    </svg>
  );
}
