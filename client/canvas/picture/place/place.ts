/** Gives each block of a plan its place: in lanes, or as a forest of small trees; what was placed by hand stays, and nothing else covers it. */
import type { ElkNode } from 'elkjs/lib/elk-api.js';
import { freePlace } from './free-place.ts';
import type { LaneHeading, Rectangle } from '../picture.ts';
import { type Item, LANE_ORDER, type Link, placeLanes } from './place-lanes.ts';
import { type Block, LEAST_ZOOM, type Plan } from '../plan/plan.ts';
import type { PredicateForms } from '../lines/predicates.ts';

/** Runs a graph through ELK. */
export type Elk = (graph: ElkNode) => Promise<ElkNode>;
export interface Places {
  at: Map<string, { x: number; y: number }>;
  lanes: LaneHeading[];
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
/** Most lines of which ELK tries more orders. */
const THOROUGH_UP_TO = 250;

function linksOf(plan: Plan): (Link & { id: string })[] {
  const blockOf = new Map(plan.blocks.flatMap((block) => block.boxes.map((box) => [box.id, block.id] as const)));
  return [
    ...plan.lines.map(({ id, from, to }) => ({ id, a: blockOf.get(from)!, b: blockOf.get(to)! })),
    ...plan.rails.map(({ id, hub, frame }) => ({ id, a: blockOf.get(hub)!, b: frame })),
  ];
}

function isForest(blocks: readonly Block[], links: readonly Link[]): boolean {
  if (blocks.length < FOREST.least || (2 * links.length) / blocks.length >= FOREST.degree) return false;
  const root = new Map(blocks.map(({ id }) => [id, id]));
  const find = (id: string): string => {
    let top = id;
    while (root.get(top) !== top) top = root.get(top)!;
    return top;
  };
  for (const { a, b } of links) root.set(find(a), find(b));
  const sizes = new Map<string, number>();
  for (const { id } of blocks) sizes.set(find(id), (sizes.get(find(id)) ?? 0) + 1);
  return Math.max(...sizes.values()) <= blocks.length * FOREST.largest;
}

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
        rows && rows.length > 0 ? [{ id: `l${n}`, text: '', width: Math.ceil(Math.max(...rows.map(({ width }) => width))) + 8, height: rows.length * 13 }] : [];
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

export async function placeBlocks(plan: Plan, predicates: ReadonlyMap<string, PredicateForms>, elk: Elk): Promise<Places> {
  const { blocks } = plan;
  const room = { width: plan.room.width / LEAST_ZOOM, height: plan.room.height / LEAST_ZOOM };
  const links = linksOf(plan);
  if (blocks.length === 0) return { at: new Map(), lanes: [] };
  if (isForest(blocks, links)) {
    const at = await laidOut(
      elk,
      blocks,
      links,
      { ...SMALL_TREES, 'elk.aspectRatio': String(Math.min(1.6, Math.max(0.6, room.width / room.height))) },
      predicates,
    );
    return { at: aroundFixed(blocks, at), lanes: [] };
  }
  const items: Item[] = blocks.map(({ id, lane, width, height }) => ({ id, lane, width, height }));
  const across = links.filter(({ a, b }) => a !== b);
  const thorough = links.length <= THOROUGH_UP_TO ? '7' : '2';
  const order = await laidOut(elk, blocks, across, { ...ORDER_ONLY, 'elk.layered.thoroughness': thorough });
  const laid = placeLanes(items, across, order, room);
  return { at: aroundFixed(blocks, laid.at), lanes: laid.lanes };
}
