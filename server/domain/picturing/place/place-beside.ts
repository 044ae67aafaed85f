/** Gives the blocks that come to a picture their places: the nearest free ones beside what they belong to. What is there stays. */
import { around } from '../plan/boxes.ts';
import type { BesidePlan } from '../plan/beside.ts';
import type { LaneHeading, Rectangle } from '../picture.ts';
import { freePlace } from './free-place.ts';
import { type Block, LEAST_ZOOM } from '../plan/plan.ts';

/** Between a block and what it belongs to: room for a line with its predicate. */
const GUTTER = 56;

interface Placed extends Rectangle {
  id: string;
}

const placeOf = (block: Block): Rectangle => (block.frame ? block.frame : block.boxes[0]!);

/** @param parent the entity or fold of which the new ones were shown */
export function placeBeside({ plan, coming }: BesidePlan, lanes: readonly LaneHeading[], parent: string | undefined): Map<string, { x: number; y: number }> {
  const at = new Map<string, { x: number; y: number }>();
  const taken = new Map<string, Placed>();
  const blockOf = new Map(plan.blocks.flatMap((block) => block.boxes.map((box) => [box.id, block.id] as const)));
  for (const block of plan.blocks)
    if (!coming.has(block.id)) {
      at.set(block.id, { x: 0, y: 0 });
      taken.set(block.id, { ...placeOf(block), id: block.id });
    }
  const joined = new Map<string, string[]>();
  const join = (a: string, b: string): void => {
    joined.set(a, [...(joined.get(a) ?? []), b]);
    joined.set(b, [...(joined.get(b) ?? []), a]);
  };
  for (const { from, to } of plan.lines) join(blockOf.get(from)!, blockOf.get(to)!);
  for (const { hub, frame } of plan.rails) join(blockOf.get(hub)!, frame);
  for (const block of plan.blocks)
    for (const { id, tags } of block.boxes) for (const { hub } of tags) if (hub !== undefined && blockOf.has(hub)) join(blockOf.get(id)!, blockOf.get(hub)!);
  const screen = { width: plan.room.width / LEAST_ZOOM, height: plan.room.height / LEAST_ZOOM };
  const origin = parent === undefined ? undefined : blockOf.get(parent);

  const come: Rectangle[] = [];
  const waiting = plan.blocks.filter(({ id }) => coming.has(id)).toSorted((a, b) => b.height * b.width - a.height * a.width || (a.id < b.id ? -1 : 1));
  while (waiting.length > 0) {
    const anchorOf = (block: Block): string | undefined => {
      const known = (joined.get(block.id) ?? []).filter((id) => taken.has(id));
      return known.find((id) => id === origin) ?? known.toSorted()[0];
    };
    const next = waiting.find((block) => anchorOf(block) !== undefined) ?? waiting[0]!;
    waiting.splice(waiting.indexOf(next), 1);
    const anchor = taken.get(anchorOf(next) ?? origin ?? '');
    const { width, height } = next;
    if (!anchor) {
      const bounds = around([...taken.values()]);
      at.set(next.id, { x: bounds.x, y: bounds.y + bounds.height + GUTTER });
    } else {
      const wanted = {
        x: anchor.x + anchor.width + GUTTER,
        y: Math.round(anchor.y + Math.min(14, anchor.height / 2) - Math.min(14, height / 2)),
        width,
        height,
      };
      // With all that came on one screen, where that is possible.
      const near = { x: anchor.x, y: anchor.y, width: Math.min(anchor.width, 160), height: Math.min(anchor.height, 60) };
      const all = around([near, ...come]);
      const seen = (x: number, y: number): boolean =>
        Math.max(all.x + all.width, x + width) - Math.min(all.x, x) <= screen.width &&
        Math.max(all.y + all.height, y + height) - Math.min(all.y, y) <= screen.height;
      const mayBe = Math.max(all.width, width) <= screen.width && Math.max(all.height, height) <= screen.height;
      at.set(next.id, freePlace(wanted, [...taken.values(), ...lanes], mayBe ? seen : undefined));
    }
    taken.set(next.id, { ...at.get(next.id)!, width, height, id: next.id });
    come.push(taken.get(next.id)!);
  }
  return at;
}
