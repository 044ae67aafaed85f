/** Gives each block of a plan its place: in lanes, or as a forest of small trees; what was placed by hand stays, and nothing else covers it. */
import type { ElkNode } from 'elkjs/lib/elk-api.js';
import { around } from '../plan/boxes.ts';
import { freePlace } from './free-place.ts';
import type { LaneHeading, Rectangle } from '../picture.ts';
import { type Item, type Laid, LANE_ORDER, type Link, type placeLanes, type Thoroughness } from './place-lanes.ts';
import { type Block, LEAST_ZOOM, type Plan } from '../plan/plan.ts';
import type { PredicateForms } from '../lines/predicates.ts';

/** Runs a graph through ELK. */
export type Elk = (graph: ElkNode) => Promise<ElkNode>;
/** What places blocks and takes long: ELK, and `placeLanes`. */
export interface Placing {
  elk: Elk;
  lanes: (...given: Parameters<typeof placeLanes>) => Promise<Laid>;
}
export interface Places {
  at: Map<string, { x: number; y: number }>;
  lanes: LaneHeading[];
  /** Pairs of lines that cross between the lanes; 0 where there are none. */
  crossings: number;
}

/** A forest: few lines for its blocks, and no component with more than a third of them. */
const FOREST = { degree: 1.5, largest: 1 / 3, least: 6 };

const COMMON = { 'elk.algorithm': 'layered', 'elk.direction': 'RIGHT', 'elk.partitioning.activate': 'true', 'elk.randomSeed': '1' };
const ORDER_ONLY = {
  ...COMMON,
  'elk.layered.layering.strategy': 'LONGEST_PATH',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.separateConnectedComponents': 'false',
  'elk.spacing.nodeNode': '11',
};
const SMALL_TREES = {
  ...COMMON,
  'elk.separateConnectedComponents': 'true',
  'elk.spacing.nodeNode': '11',
  'elk.spacing.edgeNode': '4',
  'elk.spacing.edgeEdge': '3',
  'elk.layered.spacing.nodeNodeBetweenLayers': '34',
  'elk.spacing.componentComponent': '20',
  'elk.layered.thoroughness': '7',
};
/** Room beside the outermost lanes for lines that run round their boxes. */
const BESIDE_LANES = 12;
/** Share of blocks that may be missing in the order of an earlier plan. */
const NEW_IN_ORDER = 0.1;
/** Most lines of which ELK tries more orders. */
const THOROUGH_UP_TO = 250;

function linksOf(plan: Plan): (Link & { id: string })[] {
  const blockOf = new Map(plan.blocks.flatMap((block) => block.boxes.map((box) => [box.id, block.id] as const)));
  return [
    ...plan.lines.map(({ id, from, to }) => ({ id, a: blockOf.get(from)!, b: blockOf.get(to)! })),
    ...plan.rails.map(({ id, hub, frame }) => ({ id, a: blockOf.get(hub)!, b: frame })),
  ];
}

/** The same id for all that is joined. */
function roots(blocks: readonly Block[], links: readonly Link[]): (id: string) => string {
  const root = new Map(blocks.map(({ id }) => [id, id]));
  const find = (id: string): string => {
    let top = id;
    while (root.get(top) !== top) top = root.get(top)!;
    return top;
  };
  for (const { a, b } of links) root.set(find(a), find(b));
  return find;
}

function isForest(blocks: readonly Block[], links: readonly Link[]): boolean {
  if (blocks.length < FOREST.least || (2 * links.length) / blocks.length >= FOREST.degree) return false;
  const rootOf = roots(blocks, links);
  const sizes = new Map<string, number>();
  for (const { id } of blocks) sizes.set(rootOf(id), (sizes.get(rootOf(id)) ?? 0) + 1);
  return Math.max(...sizes.values()) <= blocks.length * FOREST.largest;
}

/** ELK gives labels without a text no room. */
const LABEL = 'x';

/** ELK keeps ids in plain objects, in which "constructor" would be found before it is added. So numbers replace them. */
async function laidOut(
  elk: Elk,
  blocks: readonly Block[],
  links: readonly (Link & { id: string })[],
  options: Record<string, string>,
  labels?: ReadonlyMap<string, PredicateForms>,
): Promise<Places['at']> {
  const numbers = new Map(blocks.map(({ id }, n) => [id, `n${n}`]));
  const { children = [] } = await elk({
    id: 'root',
    layoutOptions: options,
    children: blocks.map(({ id, width, height, lane }) => ({
      id: numbers.get(id)!,
      width,
      height,
      layoutOptions: { 'elk.partitioning.partition': String(LANE_ORDER.indexOf(lane)) },
    })),
    edges: links.map(({ id, a, b }, n) => {
      const form = labels?.get(id);
      const rows = form && (form.two.length > 0 ? form.two : form.one);
      const label =
        rows && rows.length > 0
          ? [{ id: `l${n}`, text: LABEL, width: Math.ceil(Math.max(...rows.map(({ width }) => width))) + 8, height: rows.length * 13 }]
          : [];
      return {
        id: `e${n}`,
        sources: [numbers.get(a)!],
        targets: [numbers.get(b)!],
        labels: label.map((one) => ({ ...one, layoutOptions: { 'elk.edgeLabels.inline': 'true' } })),
      };
    }),
  });
  const at = new Map(children.map(({ id, x = 0, y = 0 }) => [id, { x: Math.round(x), y: Math.round(y) }]));
  return new Map(blocks.map(({ id }) => [id, at.get(numbers.get(id)!)!]));
}

/** Between the trees of a forest. */
const TREES = { beside: 26, below: 16 };

/** Sets trees side by side in rows as wide as the room: ELK's own packing leaves half of a wide or narrow room empty. */
function packed(blocks: readonly Block[], links: readonly Link[], at: Places['at'], width: number): Places['at'] {
  const rootOf = roots(blocks, links);
  const trees = new Map<string, Block[]>();
  for (const block of blocks) trees.set(rootOf(block.id), [...(trees.get(rootOf(block.id)) ?? []), block]);
  const placed = [...trees].map(([id, of]) => ({
    id,
    of,
    box: around(of.map((block) => ({ ...at.get(block.id)!, width: block.width, height: block.height }))),
  }));
  const rows: { y: number; height: number; x: number }[] = [];
  const out: Places['at'] = new Map();
  for (const { of, box } of placed.toSorted((a, b) => b.box.height - a.box.height || b.box.width - a.box.width || (a.id < b.id ? -1 : 1))) {
    let row = rows.find((one) => one.x + box.width <= width);
    if (!row) {
      const last = rows.at(-1);
      row = { x: 0, y: last ? last.y + last.height + TREES.below : 0, height: box.height };
      rows.push(row);
    }
    for (const { id } of of) out.set(id, { x: at.get(id)!.x - box.x + row.x, y: at.get(id)!.y - box.y + row.y });
    row.x += box.width + TREES.beside;
  }
  return out;
}

/** Blocks placed by hand go to their places; others that would cover them move to the nearest free place. */
function aroundFixed(blocks: readonly Block[], at: Places['at']): Places['at'] {
  const fixed = blocks.filter((block) => block.fixed);
  if (fixed.length === 0) return at;
  const out = new Map(at);
  const taken: Rectangle[] = [];
  for (const block of fixed) {
    const [box] = block.boxes;
    const place = { x: block.fixed!.x - box!.body.x, y: block.fixed!.y - box!.body.y };
    out.set(block.id, place);
    taken.push({ ...place, width: block.width, height: block.height });
  }
  for (const block of blocks.filter((one) => !one.fixed)) {
    const place = freePlace({ ...at.get(block.id)!, width: block.width, height: block.height }, taken);
    out.set(block.id, place);
    taken.push({ ...place, width: block.width, height: block.height });
  }
  return out;
}

/** The ways in which a plan can be placed, the most telling first: the trees of a forest with room for their predicates, or without, and lanes. */
export type Way = 'telling trees' | 'bare trees' | 'lanes';
export function waysOf(plan: Plan): readonly Way[] {
  return isForest(plan.blocks, linksOf(plan)) ? ['telling trees', 'bare trees', 'lanes'] : ['lanes'];
}

/** The order of blocks that ELK gave, by block id: that of a plan holds for one with more folds too, as only the start of the sweeps depends on it. */
export type Order = Map<string, { x: number; y: number }>;

/** @param order filled where it is empty; ELK is asked again only where it lacks more than a few of the blocks */
export async function placeBlocks(
  plan: Plan,
  way: Way,
  predicates: ReadonlyMap<string, PredicateForms>,
  { elk, lanes }: Placing,
  order: Order,
  how: Thoroughness,
): Promise<Places> {
  const { blocks } = plan;
  const room = { width: plan.room.width / LEAST_ZOOM, height: plan.room.height / LEAST_ZOOM };
  const links = linksOf(plan);
  if (blocks.length === 0) return { at: new Map(), lanes: [], crossings: 0 };
  if (way !== 'lanes') {
    const at = await laidOut(
      elk,
      blocks,
      links,
      { ...SMALL_TREES, 'elk.aspectRatio': String(Math.min(1.6, Math.max(0.6, room.width / room.height))) },
      way === 'telling trees' ? predicates : undefined,
    );
    return { at: aroundFixed(blocks, packed(blocks, links, at, room.width)), lanes: [], crossings: 0 };
  }
  const items: Item[] = blocks.map(({ id, lane, width, height }) => ({ id, lane, width, height }));
  const across = links.filter(({ a, b }) => a !== b);
  const thorough = links.length <= THOROUGH_UP_TO ? '7' : '2';
  const unknown = blocks.filter(({ id }) => !order.has(id)).length;
  if (unknown > blocks.length * NEW_IN_ORDER)
    for (const [id, at] of await laidOut(elk, blocks, across, { ...ORDER_ONLY, 'elk.layered.thoroughness': thorough })) order.set(id, at);
  const laid = await lanes(items, across, order, { ...room, width: room.width - 2 * BESIDE_LANES }, how);
  return { at: aroundFixed(blocks, laid.at), lanes: laid.lanes, crossings: laid.crossings };
}
