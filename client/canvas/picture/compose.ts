/** Makes the picture of what is drawn: in the plain form where that fits its room, else in the row form. */
import { around } from './plan/boxes.ts';
import type { PlacedPlan } from './finish.ts';
import type { Measure, Picture, PictureInput, PictureWords } from './picture.ts';
import { capacityOf } from './plan/folds.ts';
import { type Elk, placeBlocks } from './place/place.ts';
import { HEADING_HEIGHT } from './place/place-lanes.ts';
import { LEAST_ZOOM, PLAIN_UP_TO, type Plan, planPicture } from './plan/plan.ts';
import { formsOf } from './lines/predicates.ts';

/** The two parts that take long, and run in workers on the page. */
export interface Engines {
  elk: Elk;
  finish: (placed: PlacedPlan) => Promise<Picture>;
}

async function placed(plan: Plan, measure: Measure, elk: Elk): Promise<PlacedPlan & { size: { width: number; height: number } }> {
  const predicates = new Map(plan.lines.filter(({ text }) => text !== '').map(({ id, text }) => [id, formsOf(text, measure)]));
  const { at, lanes } = await placeBlocks(plan, predicates, elk);
  const { width, height } = around(plan.blocks.map((block) => ({ ...at.get(block.id)!, width: block.width, height: block.height })));
  return { plan, at, lanes, predicates, size: { width, height: height + (lanes.length > 0 ? HEADING_HEIGHT : 0) } };
}

/** Whether a size in units has its room at the zoom below which names are too small. */
export function fits(size: { width: number; height: number }, room: { width: number; height: number }): boolean {
  return size.width * LEAST_ZOOM <= room.width && size.height * LEAST_ZOOM <= room.height;
}

/** How often less room is assumed, where lists and names take more than boxes usually do, and by which share. */
const NARROWED = { times: 5, by: 0.88 };

export async function composePicture(input: PictureInput, words: PictureWords, measure: Measure, engines: Engines): Promise<Picture> {
  const { room } = input;
  if (input.entities.length <= PLAIN_UP_TO) {
    const plain = await placed(planPicture(input, 'plain', Number.POSITIVE_INFINITY, words, measure), measure, engines.elk);
    if (fits(plain.size, room)) return engines.finish(plain);
  }
  let capacity = capacityOf(room);
  let best = await placed(planPicture(input, 'row', capacity, words, measure), measure, engines.elk);
  for (let n = 0; n < NARROWED.times && !fits(best.size, room); n += 1) {
    const boxes = best.plan.blocks.reduce((sum, block) => sum + block.boxes.length, 0);
    capacity = Math.floor(Math.min(capacity, boxes) * NARROWED.by);
    const plan = planPicture(input, 'row', capacity, words, measure);
    // What may not be folded stays, and the picture is panned.
    if (plan.blocks.reduce((sum, block) => sum + block.boxes.length, 0) >= boxes) break;
    best = await placed(plan, measure, engines.elk);
  }
  return engines.finish(best);
}
