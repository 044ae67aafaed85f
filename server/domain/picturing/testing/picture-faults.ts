/** What is wrong with a placed picture: what overlaps, what lines pass through, and what is lost. Empty for a right one. */
import { overlaps, solidOf } from '../plan/boxes.ts';
import { crossedBy } from '../lines/crossings.ts';
import type { Corner, Picture, PictureInput, Rectangle } from '../picture.ts';
import { passes } from '../lines/route.ts';

interface Thing extends Rectangle {
  id: string;
}

/** Bodies and names that no other line may pass, each with the id of its box or frame. */
function solidThings({ boxes, frames, form }: Picture): Thing[] {
  return [...frames, ...boxes.filter(({ frame }) => frame === undefined).flatMap((box) => solidOf(box, form).map((solid) => ({ ...solid, id: box.id })))];
}

/** Lines through a body, name or frame that is neither of their ends, and through their own beyond its edge. */
export function hitsOf(picture: Picture): string[] {
  const solids = solidThings(picture);
  const frameOf = new Map(picture.boxes.map(({ id, frame }) => [id, frame]));
  const ways = [
    ...picture.lines.map(({ id, points, from, to }) => ({ id, points, ends: [from, to] })),
    ...picture.rails.map(({ id, points, hub }) => ({ id, points, ends: [hub] })),
  ];
  return ways.flatMap(({ id, points, ends }) => {
    // A line to a body in a list enters its frame, and passes none of the other bodies in it.
    const entered = new Set(ends.flatMap((end) => frameOf.get(end) ?? []));
    const inside = picture.boxes.filter(({ frame }) => frame !== undefined && entered.has(frame));
    return [...solids.filter((solid) => !entered.has(solid.id)), ...inside]
      .filter((solid) => passes(points, solid, -1))
      .map((solid) => `line ${id} passes through ${solid.id}`);
  });
}

/** Lines with two corners at one place, round which no bend can be drawn, and predicates beyond the bounds of the picture. */
export function strayOf({ lines, bounds }: Picture): string[] {
  return lines.flatMap(({ id, points, predicate: p }) => {
    const repeats = points.length > 2 && points.some(([x, y], i) => i > 0 && Math.hypot(x - points[i - 1]![0], y - points[i - 1]![1]) < 1);
    const beyond =
      p !== undefined &&
      (p.x - p.width / 2 < bounds.x - 0.1 ||
        p.x + p.width / 2 > bounds.x + bounds.width + 0.1 ||
        p.y - p.height / 2 < bounds.y - 0.1 ||
        p.y + p.height / 2 > bounds.y + bounds.height + 0.1);
    return [...(repeats ? [`line ${id} has two corners at one place`] : []), ...(beyond ? [`predicate of ${id} is beyond the bounds`] : [])];
  });
}

export function overlapsOf(picture: Picture): string[] {
  const things = [...picture.frames, ...picture.boxes.filter(({ frame }) => frame === undefined)];
  const out: string[] = [];
  for (const [i, a] of things.entries()) for (const b of things.slice(i + 1)) if (overlaps(a, b)) out.push(`${a.id} overlaps ${b.id}`);
  for (const frame of picture.frames) {
    const inside = picture.boxes.filter((box) => box.frame === frame.id);
    for (const [i, a] of inside.entries()) {
      if (a.x < frame.x || a.y < frame.y || a.x + a.width > frame.x + frame.width || a.y + a.height > frame.y + frame.height)
        out.push(`${a.id} is not within ${frame.id}`);
      for (const b of inside.slice(i + 1)) if (overlaps(a, b)) out.push(`${a.id} overlaps ${b.id} in ${frame.id}`);
    }
  }
  const texts = picture.lines.flatMap(({ id, predicate: p }) =>
    p ? [{ id: `predicate of ${id}`, x: p.x - p.width / 2, y: p.y - p.height / 2, width: p.width, height: p.height }] : [],
  );
  const solids = [...solidThings(picture), ...picture.lanes.map((lane) => ({ ...lane, id: `heading ${lane.lanes.join(' ')}` }))];
  for (const [i, a] of texts.entries()) {
    for (const b of texts.slice(i + 1)) if (overlaps(a, b)) out.push(`${a.id} overlaps ${b.id}`);
    for (const b of solids) if (overlaps(a, b)) out.push(`${a.id} overlaps ${b.id}`);
  }
  return out;
}

/** Entities and joins that are nowhere in the picture, or more than once. */
export function lostOf(picture: Picture, input: Pick<PictureInput, 'entities' | 'joins'>): string[] {
  const count = (ids: readonly string[]): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
    return counts;
  };
  const entities = count([...picture.boxes.filter(({ kind }) => kind === 'entity').map(({ id }) => id), ...picture.folds.flatMap(({ members }) => members)]);
  const joins = count([
    ...picture.lines.flatMap((line) => line.joins),
    ...picture.frames.flatMap(({ stubs }) => stubs.flatMap((stub) => stub.joins)),
    ...picture.boxes.flatMap(({ tags }) => tags.flatMap((tag) => tag.joins)),
    ...picture.folds.flatMap((fold) => fold.joins),
    ...picture.waiting,
  ]);
  const wrong = (what: string, ids: readonly string[], counts: Map<string, number>): string[] => [
    ...ids.filter((id) => counts.get(id) !== 1).map((id) => `${what} ${id} is ${counts.get(id) ?? 0} times in the picture`),
    ...[...counts.keys()].filter((id) => !ids.includes(id)).map((id) => `${what} ${id} is not of the input`),
  ];
  return [
    ...wrong(
      'entity',
      input.entities.map(({ id }) => id),
      entities,
    ),
    ...wrong(
      'join',
      input.joins.map(({ id }) => id),
      joins,
    ),
  ];
}

/** Number of pairs of lines that cross. */
export const crossingsOf = (lines: readonly { points: readonly Corner[] }[]): number =>
  crossedBy(lines.map(({ points }) => points)).reduce((sum, others) => sum + others.length, 0) / 2;

/** Length of an arrowhead, in units. */
const HEAD_LENGTH = 9;

/** Arrowheads that lie under a name, a tag or a fold row, of their own box or of another. */
export function hiddenHeadsOf({ boxes, lines }: Picture): string[] {
  const texts = boxes.flatMap((box) => [
    ...box.name.rows.map((row, n) => ({ id: box.id, x: nameLeft(box, row.width), y: box.name.y + n * 14, width: row.width, height: 14 })),
    ...box.tags.map((tag) => ({ id: box.id, x: tag.x, y: tag.y - 7, width: tag.width, height: 14 })),
    ...(box.fold ? [{ id: box.id, x: box.fold.x, y: box.fold.y - 7, width: box.fold.width, height: 14 }] : []),
  ]);
  return lines.flatMap(({ id, points, kind, bothWays }) => {
    if (kind === 'held') return [];
    const tips = [[points.at(-1)!, points.at(-2)!] as const, ...(bothWays ? [[points[0]!, points[1]!] as const] : [])];
    return tips.flatMap(([[x, y], [fromX, fromY]]) => {
      const length = Math.hypot(x - fromX, y - fromY) || 1;
      const back = Math.min(HEAD_LENGTH, length) / length;
      const [bx, by] = [x + (fromX - x) * back, y + (fromY - y) * back];
      // The middle of the head, without its outline: it may touch a text, and not lie under it.
      const head = { x: Math.min(x, bx), y: Math.min(y, by), width: Math.abs(x - bx), height: Math.abs(y - by) };
      return texts.filter((text) => overlaps(head, text, -1)).map((text) => `the head of ${id} lies under a text of ${text.id}`);
    });
  });
}

/** In the plain form rows are centred under the body. */
function nameLeft({ name, body }: Picture['boxes'][number], width: number): number {
  return name.x === body.x ? name.x - width / 2 : name.x;
}
