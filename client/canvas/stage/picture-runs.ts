/** What a placed picture is asked for: when a drawing needs one, the room for it, its input, and what it gives. Pure but for the measured room. */
import type { NodeView } from '../../../server/contract/views.ts';
import type { Drawn } from '../../state/drawn/drawn.ts';
import type { Tier } from '../../../server/domain/picturing/drawn/tiers.ts';
import type { CanvasContent, DrawnAs, Point, Positions } from '../../state/view.ts';
import { coverOf, roomIn } from '../drawing/bring-into-view.ts';
import { joinsOf } from '../elements/joins.ts';
import { measureFor } from '../picture/lay-out-picture.ts';
import type { DrawnEntity, Join, Picture, PictureInput } from '../../../server/domain/picturing/picture.ts';
import { LEAST_ZOOM, PLAIN_UP_TO } from '../../../server/domain/picturing/plan/plan.ts';
import { pictureAt } from '../../../server/domain/picturing/plan/picture-at.ts';

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
  const room = roomIn({ width: host?.clientWidth ?? 0, height: host?.clientHeight ?? 0 }, host ? coverOf(host) : { top: 0, bottom: 0, start: 0 });
  return { width: Math.max(SMALLEST_ROOM.width, room.width), height: Math.max(SMALLEST_ROOM.height, room.height) };
}

function fitsPlain(ids: readonly string[], positions: Positions, room: Size): boolean {
  const at = ids.flatMap((id) => positions.get(id) ?? []);
  const span = (values: number[]): number => (values.length === 0 ? 0 : Math.max(...values) - Math.min(...values));
  return (
    (span(at.map(({ x }) => x)) + PLAIN_CELL.width) * LEAST_ZOOM <= room.width && (span(at.map(({ y }) => y)) + PLAIN_CELL.height) * LEAST_ZOOM <= room.height
  );
}

/** Neighbours of one entity that have no other, from which on they are drawn as a list. */
const LIST_FROM = 8;

function hasLongList(joins: readonly Join[]): boolean {
  const near = new Map<string, Set<string>>();
  const put = (a: string, b: string): void => void near.set(a, (near.get(a) ?? new Set()).add(b));
  for (const { source, target } of joins)
    if (target !== undefined && target !== source) {
      put(source, target);
      put(target, source);
    }
  return [...near.values()].some((others) => [...others].filter((id) => near.get(id)!.size === 1).length >= LIST_FROM);
}

/** Claims between the same two from which on they are drawn as one line: more curves could be told apart neither by their predicates nor by their arrows. */
const PARALLEL_FROM = 7;

/** What is known of a drawing before it is laid out as a picture. */
export interface BeforePicture {
  joins?: readonly Join[];
  /** Its positions without a picture, in its room. */
  plain?: { ids: readonly string[]; positions: Positions; room: Size };
}

/**
 * True where a drawing is too large for bodies of 40 units with names below them: it has many entities, a long list or many parallel claims, or does not fit the room with the
 * positions that a layout gave it. What is drawn as a picture stays one.
 */
export function isPictureDue(count: number, before: Picture | undefined, { joins = [], plain }: BeforePicture = {}): boolean {
  if (count > PICTURE_UP_TO || count === 0) return false;
  if (count > PLAIN_UP_TO || before) return true;
  return (
    hasLongList(joins) || joins.some(({ claims }) => claims >= PARALLEL_FROM) || (plain !== undefined && !fitsPlain(plain.ids, plain.positions, plain.room))
  );
}

const idsIn = ({ boxes, folds }: Picture): Set<string> => new Set([...boxes.map(({ id }) => id), ...folds.flatMap(({ members }) => members)]);

/** Whether a picture lacks an entity in view, has one under another name, or has a fold open that is closed, or closed that is open. */
export function isOutOfDate(picture: Picture, view: Pick<Drawn, 'nodes'>, { opened }: Pick<CanvasContent, 'opened'>): boolean {
  const has = idsIn(picture);
  const names = new Map(picture.boxes.filter(({ kind }) => kind === 'entity').map(({ id, name }) => [id, name.whole]));
  const open = new Set(opened);
  return (
    view.nodes.some(({ id, name }) => !has.has(id) || (names.get(id) ?? name) !== name) ||
    picture.folds.some(({ id }) => open.has(id)) ||
    picture.unfolded.some(({ id }) => !open.has(id))
  );
}

export interface PictureAsk {
  view: Pick<Drawn, 'nodes' | 'all' | 'held' | 'placed'>;
  canvas: Pick<CanvasContent, 'opened'>;
  tiers: ReadonlyMap<string, Tier>;
  room: Size;
  fixed: Positions;
  keep: readonly string[];
  before?: Picture;
}

export function entitiesOf(nodes: readonly NodeView[], tiers: ReadonlyMap<string, Tier>): DrawnEntity[] {
  return nodes.map(({ id, type, name, unnamed, generic, candidates }) => ({
    id,
    type,
    name,
    vague: unnamed || generic || candidates.length > 0,
    lane: tiers.get(id) ?? 3,
  }));
}

/** The input of a picture, and what comes to the screen by it with that of which it was shown. */
export function pictureInput({ view, canvas, tiers, room, fixed, keep, before }: PictureAsk): PictureInput & { coming: string[] } {
  const joins = joinsOf(view);
  const inView = new Set(view.nodes.map(({ id }) => id));
  const has = before ? idsIn(before) : inView;
  const opened = before?.folds.filter(({ id }) => canvas.opened.includes(id)) ?? [];
  const fresh = new Set([
    ...view.nodes.map(({ id }) => id).filter((id) => !has.has(id)),
    ...opened.flatMap(({ members }) => members).filter((id) => inView.has(id)),
  ]);
  const parent = opened.find(({ why }) => why === 'near')?.box ?? (fresh.size > 0 ? parentOf(joins, fresh) : undefined);
  return {
    entities: entitiesOf(view.nodes, tiers),
    joins,
    room,
    keep: keep.filter((id) => inView.has(id)),
    fixed: new Map([...fixed].filter(([id]) => inView.has(id))),
    opened: canvas.opened,
    before,
    parent,
    coming: fresh.size === 0 ? [] : [...fresh, parent ?? [...fresh][0]!],
  };
}

/** The entity of which the new ones were shown: that which has most lines to them. */
function parentOf(joins: readonly Join[], fresh: ReadonlySet<string>): string | undefined {
  const counts = new Map<string, number>();
  for (const { source, target } of joins) {
    if (target === undefined || fresh.has(source) === fresh.has(target)) continue;
    const old = fresh.has(source) ? target : source;
    counts.set(old, (counts.get(old) ?? 0) + 1);
  }
  return [...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0];
}

/** What is drawn without a picture, as one: each body where it is. */
export function seedOf(ids: readonly string[], positions: Positions, nodes: readonly NodeView[], tiers: ReadonlyMap<string, Tier>, font: string): Picture {
  const drawn = new Set(ids);
  const there = nodes.filter(({ id }) => drawn.has(id) && positions.has(id));
  return pictureAt(entitiesOf(there, tiers), positions, nodes.length > PLAIN_UP_TO ? 'row' : 'plain', measureFor(font));
}

/** The position of every entity of a picture: the centre of its body; a folded one is where its fold is. */
export function positionsIn({ boxes, folds }: Picture): Map<string, Point> {
  const at = new Map(boxes.map(({ id, body }) => [id, { x: body.x, y: body.y }]));
  const out = new Map(boxes.filter(({ kind }) => kind === 'entity').map(({ id }) => [id, at.get(id)!]));
  for (const { box, members } of folds) for (const id of members) if (at.has(box)) out.set(id, at.get(box)!);
  return out;
}

/** What the lists beside the drawing tell of a picture: its folds, open and closed, and its lists. */
export function drawnAs(picture: Picture | undefined): DrawnAs {
  if (!picture) return { folds: [], unfolded: [], lists: [] };
  const told = ({ id, text, members, why, box }: Picture['folds'][number]) => ({ id, label: text, members, element: why === 'alike' ? box : `fold:${id}` });
  return { folds: picture.folds.map(told), unfolded: picture.unfolded.map(told), lists: picture.frames.map(({ hub, members }) => ({ hub, members })) };
}

/** Whether every entity of a picture is at these positions. */
export function isAt(picture: Picture, positions: Positions): boolean {
  return [...positionsIn(picture)].every(([id, { x, y }]) => positions.get(id)?.x === x && positions.get(id)?.y === y);
}
