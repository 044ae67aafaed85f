/** Which lines of a placed plan would cross so many others that they had better end as tags. */
import { crossedBy } from '../lines/crossings.ts';
import { pairOf } from '../drawn/pairs.ts';
import type { Corner } from '../picture.ts';
import type { Plan } from '../plan/plan.ts';

/** Crossings for each line that are left as they are, and the fewest that a line has which becomes a tag. */
const LEFT = { share: 0.1, fewest: 2 };
/** Fewest lines of the entity that the tag names, and most tags of a box by this. */
const HUB = 3;
const MOST_TAGS = 3;
/** How far lines within a column swing out of it. */
const SWING = 14;

/**
 * Keys of pairs, those that take most crossings away first.
 * @param keep entities whose lines stay
 */
export function tagCrossing(plan: Plan, at: ReadonlyMap<string, { x: number; y: number }>, keep: ReadonlySet<string>): string[] {
  const boxes = new Map(
    plan.blocks.flatMap((block) => {
      const { x, y } = at.get(block.id)!;
      return block.boxes.map((box) => [box.id, { left: x + box.x, right: x + box.x + box.width, y: y + box.body.y, tags: box.tags.length }] as const);
    }),
  );
  const size = new Map<string, number>();
  for (const { from, to } of plan.lines) for (const id of [from, to]) size.set(id, (size.get(id) ?? 0) + 1);
  const ways = plan.lines.map(({ from, to }): Corner[] => {
    const [a, b] = [boxes.get(from)!, boxes.get(to)!];
    if (a.right <= b.left)
      return [
        [a.right, a.y],
        [b.left, b.y],
      ];
    if (b.right <= a.left)
      return [
        [a.left, a.y],
        [b.right, b.y],
      ];
    return [
      [a.right, a.y],
      [Math.max(a.right, b.right) + SWING, (a.y + b.y) / 2],
      [b.right, b.y],
    ];
  });
  const crossed = crossedBy(ways).map((others) => new Set(others));
  let left = crossed.reduce((sum, others) => sum + others.size, 0) / 2;
  const tags = new Map<string, number>([...boxes].map(([id, box]) => [id, box.tags]));
  const out: string[] = [];
  const gone = new Set<number>();
  while (left > LEFT.share * (ways.length - gone.size)) {
    let best: { n: number; far: string } | undefined;
    for (const [n, { kind, from, to }] of plan.lines.entries()) {
      if (gone.has(n) || kind === 'held' || keep.has(from) || keep.has(to) || crossed[n]!.size < LEFT.fewest) continue;
      const [hub, far] = (size.get(from) ?? 0) >= (size.get(to) ?? 0) ? [from, to] : [to, from];
      if ((size.get(hub) ?? 0) < HUB || (tags.get(far) ?? 0) >= MOST_TAGS) continue;
      if (!best || crossed[n]!.size > crossed[best.n]!.size) best = { n, far };
    }
    if (!best) break;
    const { from, to } = plan.lines[best.n]!;
    out.push(pairOf({ from, to }));
    tags.set(best.far, tags.get(best.far)! + 1);
    gone.add(best.n);
    for (const other of crossed[best.n]!) crossed[other]!.delete(best.n);
    left -= crossed[best.n]!.size;
    crossed[best.n]!.clear();
  }
  return out;
}
