/** Makes the picture of what is drawn: in the plain form where that fits its room, else in the row form. */
import { around, SMALL } from './plan/boxes.ts';
import { planBeside } from './plan/beside.ts';
import type { PlacedPlan } from './finish.ts';
import type { LaneHeading, Measure, Picture, PictureInput, PictureWords } from './picture.ts';
import { capacityOf } from './plan/folds.ts';
import { type Elk, type Order, placeBlocks, waysOf } from './place/place.ts';
import { placeBeside } from './place/place-beside.ts';
import { HEADING_HEIGHT } from './place/place-lanes.ts';
import { LEAST_ZOOM, PLAIN_UP_TO, type Plan, planPicture } from './plan/plan.ts';
import { formsOf } from './lines/predicates.ts';
import { textRows } from './plan/text-rows.ts';

/** The two parts that take long, and run in workers on the page. */
export interface Engines {
  elk: Elk;
  finish: (placed: PlacedPlan) => Promise<Picture>;
}

/** As much of the words of each lane as fits before the next. */
function withWords(lanes: readonly LaneHeading[], words: PictureWords, measure: Measure): LaneHeading[] {
  return lanes.map((lane, n) => {
    const room = lanes[n + 1] ? lanes[n + 1]!.x - lane.x - HEADING_GAP : lane.width;
    return { ...lane, text: textRows(words.lanes(lane.lanes), room, 1, { size: SMALL.size, weight: 600 }, measure).rows[0]?.text ?? '' };
  });
}

const predicatesOf = (plan: Plan, measure: Measure): PlacedPlan['predicates'] =>
  new Map(plan.lines.filter(({ text }) => text !== '').map(({ id, text }) => [id, formsOf(text, measure)]));

interface Size {
  width: number;
  height: number;
}
type Placed = PlacedPlan & { size: Size; crossings: number };

/** By how much a size is too large for the room, as a share: at most 1 where it fits. */
const excess = (size: Size, room: Size): number => Math.max((size.width * LEAST_ZOOM) / room.width, (size.height * LEAST_ZOOM) / room.height);

/** Places a plan in the first way that fits, else in that which is least too large. */
async function placed(plan: Plan, words: PictureWords, measure: Measure, elk: Elk, order: Order = new Map()): Promise<Placed> {
  const predicates = predicatesOf(plan, measure);
  let best: Placed | undefined;
  for (const way of waysOf(plan)) {
    const { at, lanes, crossings } = await placeBlocks(plan, way, predicates, elk, order);
    const { width, height } = around(plan.blocks.map((block) => ({ ...at.get(block.id)!, width: block.width, height: block.height })));
    const size = { width, height: height + (lanes.length > 0 ? HEADING_HEIGHT : 0) };
    if (!best || excess(size, plan.room) < excess(best.size, plan.room))
      best = { plan, at, lanes: withWords(lanes, words, measure), predicates, size, crossings };
    if (fits(size, plan.room)) break;
  }
  return best!;
}

/** Whether a size in units has its room at the zoom below which names are too small. */
const fits = (size: Size, room: Size): boolean => excess(size, room) <= 1.002;

/** Between the words of two lanes. */
const HEADING_GAP = 10;
/** By how much more is tried first than usually fits, and how often less is tried then: by the share that was too large, within limits. */
const NARROWED = { first: 1.25, many: 150, times: 8, least: 0.88, most: 0.96 };

/** Whether a drawing in rows has a list: that reads better than bodies around a hub. */
const LONG_LIST = 8;
const hasLists = (input: PictureInput, words: PictureWords, measure: Measure): boolean =>
  planPicture(input, 'row', Number.POSITIVE_INFINITY, words, measure).blocks.some(({ frame }) => frame !== undefined && frame.members.length >= LONG_LIST);

export async function composePicture(input: PictureInput, words: PictureWords, measure: Measure, engines: Engines): Promise<Picture> {
  const { room, before } = input;
  if (before) {
    const beside = planBeside(input, before, words, measure);
    const at = placeBeside(beside, before.lanes, input.parent);
    return engines.finish({ plan: beside.plan, at, lanes: before.lanes, predicates: predicatesOf(beside.plan, measure) });
  }
  if (input.entities.length <= PLAIN_UP_TO && !hasLists(input, words, measure)) {
    const plain = await placed(planPicture(input, 'plain', Number.POSITIVE_INFINITY, words, measure), words, measure, engines.elk);
    if (fits(plain.size, room)) return engines.finish(plain);
  }
  // Of many entities each try takes long, and most of them are folded in any case.
  let capacity = capacityOf(room) * (input.entities.length > NARROWED.many ? 1 : NARROWED.first);
  const order: Order = new Map();
  let reused = false;
  let best = await placed(planPicture(input, 'row', capacity, words, measure), words, measure, engines.elk, order);
  for (let n = 0; n < NARROWED.times && !fits(best.size, room); n += 1) {
    capacity = Math.min(capacity, best.plan.load) * Math.min(NARROWED.most, Math.max(NARROWED.least, 1 / excess(best.size, room)));
    const plan = planPicture(input, 'row', capacity, words, measure);
    // What may not be folded stays, and the picture is panned.
    if (plan.load >= best.plan.load) break;
    best = await placed(plan, words, measure, engines.elk, order);
    reused = true;
  }
  // An order that was made for fewer folds saved time; of the folds that stay it may be better made anew.
  const anew = reused && (await placed(best.plan, words, measure, engines.elk));
  if (anew && excess(anew.size, room) <= Math.max(1.002, excess(best.size, room)) && anew.crossings < best.crossings) best = anew;
  return engines.finish(best);
}
