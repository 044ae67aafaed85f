/** Makes the picture of what is drawn: in the plain form where that fits its room, else in the row form. */
import { around, overlaps, SMALL } from './plan/boxes.ts';
import { planBeside } from './plan/beside.ts';
import type { PlacedPlan } from './finish.ts';
import type { Lane, LaneHeading, Measure, Picture, PictureInput, PictureWords, Rectangle } from './picture.ts';
import { capacityOf } from './plan/folds.ts';
import { freePlace } from './place/free-place.ts';
import { type Order, placeBlocks, type Placing, waysOf } from './place/place.ts';
import { type Room, roomsApart } from './place/rooms-apart.ts';
import { placeBeside } from './place/place-beside.ts';
import { HEADING_HEIGHT, LANE_ORDER, type Thoroughness } from './place/place-lanes.ts';
import { tagCrossing } from './place/tag-crossing.ts';
import { type Block, LEAST_ZOOM, PLAIN_UP_TO, type Plan, planPicture } from './plan/plan.ts';
import { formsOf } from './lines/predicates.ts';
import { textRows } from './plan/text-rows.ts';

/** The parts that take long, and run in workers on the page. */
export interface Engines extends Placing {
  finish: (placed: PlacedPlan) => Promise<Picture>;
  /** Between the parts that do not: the page may answer meanwhile. */
  pause: () => Promise<void>;
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
async function placed(plan: Plan, words: PictureWords, measure: Measure, placing: Placing, order: Order, how: Thoroughness): Promise<Placed> {
  const predicates = predicatesOf(plan, measure);
  let best: Placed | undefined;
  for (const way of waysOf(plan)) {
    const { at, lanes, crossings } = await placeBlocks(plan, way, predicates, placing, order, how);
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

/**
 * How often lines that cross many others become tags, and the rest is placed anew. Where the rows of tags leave so little room that more than a few entities would
 * fold for them, a part of the tags is tried.
 */
const TAGGED = { times: 2, parts: [1, 0.7, 0.45, 0.25], kept: 0.8 };

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
    const plain = await placed(planPicture(input, 'plain', Number.POSITIVE_INFINITY, words, measure), words, measure, engines, new Map(), 'sifted');
    if (fits(plain.size, room)) return engines.finish(plain);
  }
  return engines.finish(await placedRows(input, words, measure, engines));
}

/** Of fewer the headings would say little. */
const LEAST_LANES = 3;
/** Between a body and what has no place of its own. */
const BESIDE_DRAWN = 40;

/**
 * The picture of a drawing whose entities have places: each stays where it is, but for what has to move so that no name lies over another. Others come below.
 */
export function composeAt(input: PictureInput, words: PictureWords, measure: Measure, engines: Pick<Engines, 'finish'>): Promise<Picture> {
  const forms = (['plain', 'row'] as const).map((form) => {
    const plan = planPicture(input, form, Number.POSITIVE_INFINITY, words, measure);
    const rooms = plan.blocks.flatMap(({ fixed, boxes: [box], width, height }) =>
      fixed && box ? [{ ...fixed, left: box.body.x, right: width - box.body.x, top: box.body.y, bottom: height - box.body.y }] : [],
    );
    return { plan, rooms, hits: overlapsOf(rooms) };
  });
  const [plain, row] = forms as [(typeof forms)[0], (typeof forms)[0]];
  const { plan, rooms } = row.hits < plain.hits || input.entities.length > PLAIN_UP_TO ? row : plain;
  const centres = roomsApart(rooms);
  const at = new Map<string, { x: number; y: number }>();
  const taken: Rectangle[] = [];
  for (const [n, block] of plan.blocks.filter(({ fixed }) => fixed).entries()) {
    const { x, y } = centres[n]!;
    const wanted = { x: x - block.boxes[0]!.body.x, y: y - block.boxes[0]!.body.y, width: block.width, height: block.height };
    // What is drawn so densely that moving apart does not end takes the nearest free place.
    const place = taken.some((other) => overlaps(wanted, other)) ? freePlace(wanted, taken) : wanted;
    at.set(block.id, { x: place.x, y: place.y });
    taken.push({ ...wanted, ...place });
  }
  const drawn = around(plan.blocks.flatMap((block) => (at.has(block.id) ? [{ ...at.get(block.id)!, width: block.width, height: block.height }] : [])));
  let x = drawn.x;
  for (const block of plan.blocks.filter(({ id }) => !at.has(id))) {
    at.set(block.id, { x, y: drawn.y + drawn.height + BESIDE_DRAWN });
    x += block.width + BESIDE_DRAWN;
  }
  return engines.finish({ plan, at, lanes: withWords(lanesOf(plan.blocks, at), words, measure), predicates: predicatesOf(plan, measure) });
}

const placeOf = (lane: Lane): number => LANE_ORDER.indexOf(lane);

/** Headings over what stands in lanes, from left to right; none where it stands in another order. Lanes that share columns have one; acts below all others none. */
function lanesOf(blocks: readonly Block[], at: ReadonlyMap<string, { x: number; y: number }>): LaneHeading[] {
  const spans = new Map<Lane, { left: number; right: number }>();
  const others = blocks.filter(({ lane }) => lane !== 'below').map(({ id, height }) => at.get(id)!.y + height);
  const foot = Math.max(...others);
  for (const { id, lane, width } of blocks) {
    const { x, y } = at.get(id)!;
    if (lane === 'below' && y >= foot) continue;
    const span = spans.get(lane);
    spans.set(lane, { left: Math.min(x, span?.left ?? x), right: Math.max(x + width, span?.right ?? x + width) });
  }
  const headings: { lanes: Lane[]; left: number; right: number }[] = [];
  for (const [lane, span] of [...spans].toSorted(([, a], [, b]) => a.left - b.left)) {
    const last = headings.at(-1);
    if (!last || span.left >= last.right) headings.push({ lanes: [lane], ...span });
    else Object.assign(last, { lanes: [...last.lanes, lane].toSorted((a, b) => placeOf(a) - placeOf(b)), right: Math.max(last.right, span.right) });
  }
  const order = headings.flatMap(({ lanes }) => lanes);
  if (headings.length < LEAST_LANES || order.some((lane, n) => n > 0 && placeOf(lane) < placeOf(order[n - 1]!))) return [];
  const top = Math.min(...[...at.values()].map(({ y }) => y));
  return headings.map(({ lanes, left, right }) => ({ lanes, text: '', x: left, y: top - HEADING_HEIGHT, width: right - left, height: HEADING_HEIGHT - 12 }));
}

const overlapsOf = (rooms: readonly Room[]): number => rooms.reduce((sum, a, i) => sum + rooms.slice(i + 1).filter((b) => isOver(a, b)).length, 0);

function isOver(a: Room, b: Room): boolean {
  return a.x - a.left < b.x + b.right && b.x - b.left < a.x + a.right && a.y - a.top < b.y + b.bottom && b.y - b.top < a.y + a.bottom;
}

/** Rows in the way that is best to read: folded until they fit, with lines that would cross many others as tags. */
async function placedRows(input: PictureInput, words: PictureWords, measure: Measure, engines: Engines): Promise<Placed> {
  const { room } = input;
  const order: Order = new Map();
  const place = (plan: Plan, how: Thoroughness): Promise<Placed> => placed(plan, words, measure, engines, order, how);
  // Of many entities each try takes long, and most of them are folded in any case.
  let capacity = capacityOf(room) * (input.entities.length > NARROWED.many ? 1 : NARROWED.first);
  const fitted = async (tagged: ReadonlySet<string>): Promise<Placed> => {
    const planned = async (): Promise<Plan> => {
      await engines.pause();
      return planPicture(input, 'row', capacity, words, measure, tagged);
    };
    let best = await place(await planned(), 'sized');
    for (let n = 0; n < NARROWED.times && !fits(best.size, room); n += 1) {
      capacity = Math.min(capacity, best.plan.load) * Math.min(NARROWED.most, Math.max(NARROWED.least, 1 / excess(best.size, room)));
      const plan = await planned();
      // What may not be folded stays, and the picture is panned.
      if (plan.load >= best.plan.load) break;
      best = await place(plan, 'sized');
    }
    return place(best.plan, 'swept');
  };
  const keep = new Set(input.keep);
  let tagged: ReadonlySet<string> = new Set();
  let best = await fitted(tagged);
  for (let n = 0; n < TAGGED.times; n += 1) {
    const crossing = tagCrossing(best.plan, best.at, keep);
    const [was, full] = [best, capacity];
    for (const part of TAGGED.parts) {
      const more = crossing.slice(0, Math.ceil(crossing.length * part));
      if (more.length === 0) break;
      capacity = full;
      const next = await fitted(new Set([...tagged, ...more]));
      best = next;
      if (fits(next.size, room) && next.plan.load >= was.plan.load * TAGGED.kept) {
        tagged = new Set([...tagged, ...more]);
        break;
      }
      best = was;
      capacity = full;
    }
    if (best === was) break;
  }
  const sifted = await place(best.plan, 'sifted');
  return excess(sifted.size, room) <= Math.max(1.002, excess(best.size, room)) && sifted.crossings <= best.crossings ? sifted : best;
}
