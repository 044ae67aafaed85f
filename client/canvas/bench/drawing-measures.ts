/** What the bench of the drawing measures: of our pictures, and of plain layouts with straight lines, names below bodies and predicates in the middle. */
import cytoscape from 'cytoscape';
import fcose from 'cytoscape-fcose';
import ELK from 'elkjs/lib/elk.bundled.js';
import { overlaps, solidOf } from '../../../server/domain/picturing/plan/boxes.ts';
import { formsOf } from '../../../server/domain/picturing/lines/predicates.ts';
import { passes } from '../../../server/domain/picturing/lines/route.ts';
import { measureByTable } from '../../../server/domain/picturing/plan/measure.ts';
import { pictureAt } from '../../../server/domain/picturing/plan/picture-at.ts';
import { LEAST_ZOOM } from '../../../server/domain/picturing/plan/plan.ts';
import type { Corner, Picture, Rectangle } from '../../../server/domain/picturing/picture.ts';
import type { GeneratedNetwork } from '../../../server/domain/picturing/testing/generate-network.ts';
import { crossingsOf, hitsOf, overlapsOf } from '../../../server/domain/picturing/testing/picture-faults.ts';

export interface Drawn {
  boxes: number;
  /** Lines through a foreign body or name. */
  hits: number;
  /** Names and predicates over one another or over bodies. */
  overlaps: number;
  /** Share of names at 11 px or more at the first fit, that nothing lies over; folded ones are not among them. */
  names: number;
  /** Share of lines drawn whose predicate is legible at the first fit; of lists and tags all are. */
  predicates: number;
  /** Pairs of lines that cross. */
  crossings: number;
  /** Share of the room that the drawing takes at the first fit. */
  used: number;
}
interface Size {
  width: number;
  height: number;
}
export const PLAIN = ['ELK layered', 'fCoSE'] as const;
export type PlainLayout = (typeof PLAIN)[number];

/** Largest zoom of a first fit. */
const MOST_ZOOM = 1.1;
const zoomOf = ({ width, height }: Size, room: Size): number => Math.min(MOST_ZOOM, room.width / width, room.height / height);
const usedOf = (bounds: Rectangle, room: Size): number => {
  const zoom = Math.max(LEAST_ZOOM, zoomOf(bounds, room));
  return (Math.min(room.width, bounds.width * zoom) * Math.min(room.height, bounds.height * zoom)) / (room.width * room.height);
};

export function measureOurs(picture: Picture, room: Size): Drawn {
  // The camera never goes below the least zoom: what is beyond the room then is not legible at first.
  const zoom = Math.max(LEAST_ZOOM, zoomOf(picture.bounds, room));
  const { x, y } = picture.bounds;
  const seen = ({ x: left, y: top, width, height }: Rectangle): boolean =>
    (left - x + width) * zoom <= room.width + 2 && (top - y + height) * zoom <= room.height + 2;
  const lines = picture.lines.filter(({ kind }) => kind !== 'held');
  const legible = lines.filter(({ predicate: p }) => p && seen({ x: p.x - p.width / 2, y: p.y - p.height / 2, width: p.width, height: p.height }));
  return {
    boxes: picture.boxes.length,
    hits: hitsOf(picture).length,
    overlaps: overlapsOf(picture).length,
    names: picture.boxes.filter(seen).length / picture.boxes.length,
    predicates: lines.length === 0 ? Number.NaN : legible.length / lines.length,
    crossings: crossingsOf(picture.lines),
    used: usedOf(picture.bounds, room),
  };
}

const NODE = { width: 146, height: 78 };

async function placesOf(layout: PlainLayout, { entities, joins }: GeneratedNetwork): Promise<Map<string, { x: number; y: number }>> {
  const number = new Map(entities.map(({ id }, n) => [id, `n${n}`]));
  const edges = joins.flatMap(({ source, target }, n) =>
    target === undefined || target === source ? [] : [{ id: `e${n}`, source: number.get(source)!, target: number.get(target)! }],
  );
  if (layout === 'ELK layered') {
    const { children = [] } = await new ELK().layout({
      id: 'root',
      layoutOptions: { 'elk.algorithm': 'layered', 'elk.direction': 'RIGHT', 'elk.randomSeed': '1' },
      children: entities.map(({ id }) => ({ id: number.get(id)!, ...NODE })),
      edges: edges.map(({ id, source, target }) => ({ id, sources: [source], targets: [target] })),
    });
    const at = new Map(children.map(({ id, x = 0, y = 0 }) => [id, { x: x + NODE.width / 2, y: y + 25 }]));
    return new Map(entities.map(({ id }) => [id, at.get(number.get(id)!)!]));
  }
  cytoscape.use(fcose);
  const cy = cytoscape({
    headless: true,
    styleEnabled: true,
    style: [{ selector: 'node', style: NODE }],
    elements: [...entities.map(({ id }) => ({ data: { id: number.get(id)! } })), ...edges.map((data) => ({ data }))],
  });
  const run = cy.layout({ name: 'fcose', animate: false, randomize: true } as cytoscape.LayoutOptions);
  const stopped = run.promiseOn('layoutstop');
  run.run();
  await stopped;
  const at = new Map(entities.map(({ id }) => [id, { ...cy.getElementById(number.get(id)!).position() }]));
  cy.destroy();
  return at;
}

export async function measurePlain(layout: PlainLayout, network: GeneratedNetwork, room: Size): Promise<Drawn> {
  const at = await placesOf(layout, network);
  const picture = pictureAt(network.entities, at, 'plain', measureByTable, { whole: true });
  const solids = picture.boxes.flatMap((box) => solidOf(box, 'plain').map((solid) => ({ ...solid, id: box.id })));
  const lines = network.joins.flatMap(({ source, target, predicate }) => {
    const [a, b] = [at.get(source), at.get(target ?? '')];
    if (!a || !b || source === target) return [];
    const points: Corner[] = [
      [a.x, a.y],
      [b.x, b.y],
    ];
    const { one, two } = formsOf(predicate, measureByTable);
    const rows = one.length > 0 ? one : two;
    const width = Math.max(0, ...rows.map((row) => row.width));
    const height = rows.length * 13;
    return [{ source, target, points, text: { x: (a.x + b.x - width) / 2, y: (a.y + b.y - height) / 2, width, height } }];
  });
  const hits = lines.reduce(
    (sum, line) => sum + solids.filter((solid) => solid.id !== line.source && solid.id !== line.target && passes(line.points, solid, -1)).length,
    0,
  );
  const texts = lines.map(({ text }) => text);
  const over = (one: Rectangle, others: readonly Rectangle[]): boolean => others.some((other) => other !== one && overlaps(one, other));
  const covered = new Set<string>();
  let pairs = 0;
  for (const [n, a] of solids.entries())
    for (const b of solids.slice(n + 1))
      if (a.id !== b.id && overlaps(a, b)) {
        pairs += 1;
        covered.add(a.id).add(b.id);
      }
  const free = texts.filter((text) => !over(text, [...texts, ...solids]));
  const zoom = zoomOf(picture.bounds, room);
  const small = zoom < LEAST_ZOOM;
  return {
    boxes: picture.boxes.length,
    hits,
    overlaps: pairs + texts.length - free.length,
    names: small ? 0 : 1 - covered.size / picture.boxes.length,
    predicates: small ? 0 : free.length / lines.length,
    crossings: crossingsOf(lines),
    used: usedOf(picture.bounds, room),
  };
}
