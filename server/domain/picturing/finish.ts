/** Makes the picture of a plan whose blocks have places: moves everything there, routes the lines and places the predicates. Pure. */
import { around, bodyOf, movedBox, solidOf } from './plan/boxes.ts';
import { movedFrame, TRUNK_TOP } from './plan/frames.ts';
import type { Corner, Form, LaneHeading, ListFrame, Picture, PlacedBox, Rail, Rectangle, RoutedLine } from './picture.ts';
import { LEAST_ZOOM, type Plan } from './plan/plan.ts';
import { placePredicates, type PredicateForms } from './lines/predicates.ts';
import { type Port, routeLines } from './lines/route.ts';
import { BUFFER } from './lines/visibility.ts';

/** The plan with the left upper corner of each block, and both forms of each predicate. */
export interface PlacedPlan {
  plan: Plan;
  at: ReadonlyMap<string, { x: number; y: number }>;
  lanes: readonly LaneHeading[];
  /** By line id. */
  predicates: ReadonlyMap<string, PredicateForms>;
}

/** Detours that ports other than those at the side are worth, since names begin and end at the side. */
const PORT_COST = { beside: 0, over: 24, under: 24, corner: 6 };

/** Where lines may reach a box: outside of it, in the height of its body or over and under that. */
function portsOf(box: PlacedBox, form: Form): Port[] {
  const { x, y } = box.body;
  if (form === 'row')
    return [
      { at: [box.x - BUFFER, y], cost: PORT_COST.beside },
      { at: [box.x + box.width + BUFFER, y], cost: PORT_COST.beside },
      { at: [x, box.y - BUFFER], cost: PORT_COST.over },
      { at: [x, box.y + box.height + BUFFER], cost: PORT_COST.under },
    ];
  const reach = bodyOf(box).width / 2 + BUFFER;
  return [
    { at: [x - reach, y], cost: PORT_COST.beside },
    { at: [x + reach, y], cost: PORT_COST.beside },
    { at: [x, y - reach], cost: PORT_COST.beside },
    { at: [x - reach, y - reach * 0.6], cost: PORT_COST.corner },
    { at: [x + reach, y - reach * 0.6], cost: PORT_COST.corner },
  ];
}

/** Where lines reach a body in a list: at the edge of its frame in the height of its row, on the side where nothing is between. */
function rowPorts(box: PlacedBox, frame: ListFrame, inside: readonly PlacedBox[]): Port[] {
  const isFirst = !inside.some((other) => other.x + other.width <= box.x);
  const isLast = !inside.some((other) => other.x >= box.x + box.width);
  const right: Port = { at: [frame.x + frame.width + BUFFER, box.body.y], cost: 0, on: isLast ? [[box.x + box.width + 2, box.body.y]] : [] };
  const left: Port = { at: [frame.x - BUFFER, box.body.y], cost: 0 };
  return isLast ? [right] : isFirst ? [left] : [right, left];
}

const framePorts = (frame: ListFrame): Port[] => [
  { at: [frame.x - BUFFER, frame.y + TRUNK_TOP], cost: 0 },
  { at: [frame.x + frame.width + BUFFER, frame.y + TRUNK_TOP], cost: 0 },
  { at: [frame.x + TRUNK_TOP + 2, frame.y - BUFFER], cost: PORT_COST.over },
];

/** The trunk over all columns of a frame, up to where its rail arrives. */
function withTop(frame: ListFrame, end: Corner): ListFrame {
  const left = frame.trunks[0]![0]![0];
  const right = frame.trunks.at(-1)![0]![0];
  const y = frame.y + TRUNK_TOP;
  const at: Corner = end[0] < frame.x ? [end[0], y] : end[0] > frame.x + frame.width ? [end[0], y] : [end[0], end[1]];
  const [first, last] = [Math.min(left, at[0]), Math.max(right, at[0])];
  const top: Corner[] = [
    [first, y],
    [last, y],
  ];
  return {
    ...frame,
    trunks: [
      ...frame.trunks.slice(0, frame.columns),
      ...(first < last ? [top] : []),
      ...(at[1] < y
        ? [
            [
              [at[0], at[1]],
              [at[0], y],
            ] as Corner[],
          ]
        : []),
    ],
  };
}

/** What is drawn with what the room has left at either side: a text beyond it would lie under the tools, or make the whole too small. */
function roomAround(drawn: Rectangle, room: Plan['room']): Rectangle {
  const beside = Math.max(0, room.width / LEAST_ZOOM - drawn.width) / 2;
  const over = Math.max(0, room.height / LEAST_ZOOM - drawn.height) / 2;
  return { x: drawn.x - beside, y: drawn.y - over, width: drawn.width + 2 * beside, height: drawn.height + 2 * over };
}

const textBox = ({ x, y, width, height }: NonNullable<RoutedLine['predicate']>): Rectangle => ({ x: x - width / 2, y: y - height / 2, width, height });

export function finish({ plan, at, lanes, predicates }: PlacedPlan): Picture {
  const { form } = plan;
  const boxes: PlacedBox[] = [];
  const frames = new Map<string, ListFrame>();
  for (const block of plan.blocks) {
    const { x, y } = at.get(block.id)!;
    for (const box of block.boxes) boxes.push(movedBox(box, x, y));
    if (block.frame) frames.set(block.id, movedFrame(block.frame, x, y));
  }
  const boxOf = new Map(boxes.map((box) => [box.id, box]));
  const solids: Rectangle[] = [...frames.values(), ...boxes.filter(({ frame }) => frame === undefined).flatMap((box) => solidOf(box, form)), ...lanes];
  const ports = (id: string): Port[] => {
    const box = boxOf.get(id)!;
    const frame = box.frame === undefined ? undefined : frames.get(box.frame);
    return frame
      ? rowPorts(
          box,
          frame,
          boxes.filter((one) => one.frame === frame.id),
        )
      : portsOf(box, form);
  };
  const ways = routeLines(
    [
      ...plan.lines.map(({ id, from, to }) => ({ id, parted: true, ends: [from, to] as const, from: ports(from), to: ports(to) })),
      ...plan.rails.map(({ id, hub, frame }) => ({ id, parted: false, ends: [frame, hub] as const, from: framePorts(frames.get(frame)!), to: ports(hub) })),
    ],
    solids,
  );
  const rails = plan.rails.map(({ id, hub, frame }): Rail => ({ id, hub, frames: [frame], points: ways.get(id)! }));
  for (const {
    frames: [id],
    points,
  } of rails)
    frames.set(id!, withTop(frames.get(id!)!, points[0]!));
  const lines = plan.lines.map((line): RoutedLine => ({ ...line, points: ways.get(line.id)! }));
  const written = new Map(lines.flatMap(({ id, text }) => (text === '' ? [] : [[id, predicates.get(id)!] as const])));
  const ink = [...lines, ...rails].flatMap(({ points }) => points).map(([x, y]) => ({ x, y, width: 0, height: 0 }));
  const drawn = around([...boxes, ...frames.values(), ...lanes, ...ink]);
  const finished = placePredicates(lines, solids, written, roomAround(drawn, plan.room));
  return {
    form,
    boxes,
    frames: [...frames.values()],
    rails,
    lines: finished,
    lanes: [...lanes],
    folds: plan.folds,
    unfolded: plan.unfolded,
    waiting: plan.waiting,
    bounds: around([drawn, ...finished.flatMap(({ predicate }) => (predicate ? [textBox(predicate)] : []))]),
  };
}
