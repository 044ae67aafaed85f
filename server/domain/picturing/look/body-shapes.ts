/** The outline of a body: what the window draws by the name of its shape, as points. */
import type { EntityType } from '../../model/lists.ts';
import type { Corner } from '../picture.ts';
import { NODE_SHAPES } from './type-shapes.ts';

/** Corners of a shape in a square from -1 to 1; none for a circle. */
const CORNERS: Readonly<Record<(typeof NODE_SHAPES)[EntityType], readonly Corner[]>> = {
  ellipse: [],
  hexagon: [
    [-1, 0],
    [-0.5, -0.9],
    [0.5, -0.9],
    [1, 0],
    [0.5, 0.9],
    [-0.5, 0.9],
  ],
  pentagon: [
    [0, -1],
    [1, -0.24],
    [0.62, 1],
    [-0.62, 1],
    [-1, -0.24],
  ],
  tag: [
    [-1, -1],
    [0.25, -1],
    [1, 0],
    [0.25, 1],
    [-1, 1],
  ],
  diamond: [
    [0, -1],
    [1, 0],
    [0, 1],
    [-1, 0],
  ],
  rectangle: [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ],
  'round-rectangle': [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ],
};
/** Radius of rounded corners, as a share of the size. */
const ROUNDED = 0.16;

const written = (n: number): string => String(Math.round(n * 100) / 100);

/** The outline as an SVG element without its end, so that attributes can follow. */
export function outlineStart(type: EntityType, { x, y, size }: { x: number; y: number; size: number }, inset = 0): string {
  const shape = NODE_SHAPES[type];
  const reach = size / 2 - inset;
  if (shape === 'ellipse') return `<circle cx="${written(x)}" cy="${written(y)}" r="${written(reach)}"`;
  if (shape === 'round-rectangle')
    return `<rect x="${written(x - reach)}" y="${written(y - reach)}" width="${written(2 * reach)}" height="${written(2 * reach)}" rx="${written(size * ROUNDED)}"`;
  return `<path stroke-linejoin="round" d="M${CORNERS[shape].map(([cx, cy]) => `${written(x + cx * reach)} ${written(y + cy * reach)}`).join('L')}Z"`;
}

/** Where the straight line from the middle of a body to a point leaves its outline. */
export function outlineTowards(type: EntityType, { x, y, size }: { x: number; y: number; size: number }, [px, py]: Corner): Corner {
  const [dx, dy] = [px - x, py - y];
  const length = Math.hypot(dx, dy);
  if (length === 0) return [x, y];
  const reach = size / 2;
  const corners = CORNERS[NODE_SHAPES[type]];
  let share = reach / length;
  if (corners.length > 0) {
    share = 0;
    for (const [i, [ax, ay]] of corners.entries()) {
      const [bx, by] = corners[(i + 1) % corners.length]!;
      const [ex, ey] = [(bx - ax) * reach, (by - ay) * reach];
      const across = dx * ey - dy * ex;
      if (across === 0) continue;
      const along = (ax * reach * ey - ay * reach * ex) / across;
      const on = (ax * reach * dy - ay * reach * dx) / across;
      if (along > 0 && on >= 0 && on <= 1) share = Math.max(share, along);
    }
  }
  return [x + dx * share, y + dy * share];
}
