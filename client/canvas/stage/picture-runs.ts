/** What a placed picture is asked for: when a drawing needs one, the room for it, its input, and the positions it gives. Pure but for the measured room. */
import type { EntityType } from '../../../server/domain/model/lists.ts';
import type { Drawn } from '../../state/drawn/drawn.ts';
import type { Tier } from '../../state/canvas/tiers.ts';
import type { CanvasContent, Point, Positions } from '../../state/view.ts';
import { roomIn } from '../drawing/bring-into-view.ts';
import { joinsOf } from '../elements/joins.ts';
import type { Picture, PictureInput } from '../picture/picture.ts';
import { LEAST_ZOOM, PLAIN_UP_TO } from '../picture/plan/plan.ts';

/** Room of a body of 40 units with its name below. */
const PLAIN_CELL = { width: 146, height: 84 };
/** Most entities of a picture. More would be folded into few bodies with hundreds in each, and take seconds. */
export const PICTURE_UP_TO = 600;
const SMALLEST_ROOM = { width: 320, height: 280 };

interface Size {
  width: number;
  height: number;
}

/** Free room on the screen in px, for a picture. */
export function roomOf(host: HTMLElement | null): Size {
  const room = roomIn({ width: host?.clientWidth ?? 0, height: host?.clientHeight ?? 0 });
  return { width: Math.max(SMALLEST_ROOM.width, room.width), height: Math.max(SMALLEST_ROOM.height, room.height) };
}

function fitsPlain(ids: readonly string[], positions: Positions, room: Size): boolean {
  const at = ids.flatMap((id) => positions.get(id) ?? []);
  const span = (values: number[]): number => (values.length === 0 ? 0 : Math.max(...values) - Math.min(...values));
  return (
    (span(at.map(({ x }) => x)) + PLAIN_CELL.width) * LEAST_ZOOM <= room.width && (span(at.map(({ y }) => y)) + PLAIN_CELL.height) * LEAST_ZOOM <= room.height
  );
}

/**
 * True where a drawing is too large for bodies of 40 units with names below them: it has many entities, or does not fit the room with the positions that a
 * layout gave it.
 * @param room absent: only the number is asked
 */
export function isPictureDue(view: Pick<Drawn, 'nodes'>, canvas: Pick<CanvasContent, 'positions'>, before: Picture | undefined, room?: Size): boolean {
  const { length } = view.nodes;
  if (length > PICTURE_UP_TO || length === 0) return false;
  if (length > PLAIN_UP_TO || before) return true;
  return (
    room !== undefined &&
    !fitsPlain(
      view.nodes.map(({ id }) => id),
      canvas.positions,
      room,
    )
  );
}

/** Entities in view that the picture neither shows nor folds, and those of lines it lacks. */
export function freshIn(view: Pick<Drawn, 'nodes' | 'all' | 'held' | 'lineless'>, picture: Picture): string[] {
  const has = new Set([...picture.boxes.map(({ id }) => id), ...picture.folds.flatMap(({ members }) => members)]);
  return view.nodes.map(({ id }) => id).filter((id) => !has.has(id));
}

export interface PictureAsk {
  view: Pick<Drawn, 'nodes' | 'all' | 'held' | 'lineless'>;
  canvas: Pick<CanvasContent, 'opened'>;
  tiers: ReadonlyMap<string, Tier>;
  room: Size;
  fixed: Positions;
  keep: readonly string[];
  before?: Picture;
}

export function pictureInput({ view, canvas, tiers, room, fixed, keep, before }: PictureAsk): PictureInput {
  const joins = joinsOf(view);
  const inView = new Set(view.nodes.map(({ id }) => id));
  const fresh = new Set(before ? freshIn(view, before) : []);
  const parent = before && parentOf(joins, fresh);
  return {
    entities: view.nodes.map(({ id, type, name, unnamed, generic, candidates }) => ({
      id,
      type: type satisfies EntityType,
      name,
      vague: unnamed || generic || candidates.length > 0,
      lane: tiers.get(id) ?? 3,
    })),
    joins,
    room,
    keep: keep.filter((id) => inView.has(id)),
    fixed: new Map([...fixed].filter(([id]) => inView.has(id))),
    opened: canvas.opened,
    before,
    parent,
  };
}

/** The entity of which the new ones were shown: that which has most lines to them. */
function parentOf(joins: readonly { source: string; target?: string }[], fresh: ReadonlySet<string>): string | undefined {
  const counts = new Map<string, number>();
  for (const { source, target } of joins) {
    if (target === undefined || fresh.has(source) === fresh.has(target)) continue;
    const old = fresh.has(source) ? target : source;
    counts.set(old, (counts.get(old) ?? 0) + 1);
  }
  return [...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0];
}

/** The position of every entity of a picture: the centre of its body; a folded one is where its fold is. */
export function positionsIn({ boxes, folds }: Picture): Map<string, Point> {
  const at = new Map(boxes.map(({ id, body }) => [id, { x: body.x, y: body.y }]));
  const out = new Map(boxes.filter(({ kind }) => kind === 'entity').map(({ id }) => [id, at.get(id)!]));
  for (const { box, members } of folds) for (const id of members) if (at.has(box)) out.set(id, at.get(box)!);
  return out;
}
