/** A picture of bodies that have places already and no lines, so that others can come beside them. */
import { around, boxOf, movedBox, overlaps } from './boxes.ts';
import type { DrawnEntity, Form, Measure, Picture, PlacedBox } from '../picture.ts';

/** Widths of names that are tried, until a box covers no other. */
const WIDTHS: Readonly<Record<Form, readonly number[]>> = { row: [124, 100, 80, 60, 44], plain: [146, 120, 96, 72, 50] };

/** @param how.whole names keep their usual width also where they cover others */
export function pictureAt(
  entities: readonly DrawnEntity[],
  at: ReadonlyMap<string, { x: number; y: number }>,
  form: Form,
  measure: Measure,
  how: { whole?: boolean } = {},
): Picture {
  const placed = (entity: DrawnEntity, widest: number): PlacedBox => {
    const box = boxOf(entity, form, { widest }, measure);
    const { x, y } = at.get(entity.id)!;
    return movedBox(box, x - box.body.x, y - box.body.y);
  };
  const widths = WIDTHS[form];
  const boxes = new Map(entities.map((entity) => [entity.id, placed(entity, widths[0]!)]));
  for (const widest of how.whole ? [] : widths.slice(1))
    for (const entity of entities) {
      const box = boxes.get(entity.id)!;
      // A body in a row reaches to the right, so that it alone gives way.
      const others = [...boxes.values()].filter((other) => other !== box && (form === 'plain' || other.body.x > box.body.x));
      if (others.some((other) => overlaps(box, other))) boxes.set(entity.id, placed(entity, widest));
    }
  const all = [...boxes.values()];
  return { form, boxes: all, frames: [], rails: [], lines: [], lanes: [], folds: [], unfolded: [], waiting: [], bounds: around(all) };
}
