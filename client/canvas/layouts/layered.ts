/**
 * Layered layout, left to right by role: elkjs `layered` with one partition for each tier, in its own worker. Entities of the tier `below` are put in rows
 * under it.
 */
import type { ElkNode } from 'elkjs/lib/elk-api.js';
import type { Positions, Point } from '../../state/view.ts';
import type { Tier } from '../../../server/domain/picturing/drawn/tiers.ts';
import { elkRun } from './elk-run.ts';
import { foldColumns } from './fold-columns.ts';
import { underneath } from './underneath.ts';
import { proportion } from './fold-columns.ts';
import { settleColumns } from './settle-columns.ts';
import { stagger } from './settle-columns.ts';

export interface LayoutInput {
  /** Entity ids, sorted. */
  nodes: string[];
  edges: { id: string; source: string; target: string }[];
  tiers: ReadonlyMap<string, Tier>;
  /** Centre of the concentric layout. */
  centre: readonly string[];
  types: ReadonlyMap<string, string>;
  names: ReadonlyMap<string, string>;
  /** Entity → group. Members of a group are put side by side. */
  parents: ReadonlyMap<string, string>;
  /** Positions that must be kept. */
  fixed: Positions;
}
export interface LayoutRun {
  done: Promise<Positions>;
  stop: () => void;
}

/** Room of an entity with its label, in drawing units. */
const CELL = { width: 108, height: 84 };

/** Fewest bends, in time quadratic in the number of edges: 13 s for 500 entities, minutes for 2,000. */
const FINE = { 'elk.layered.layering.strategy': 'NETWORK_SIMPLEX', 'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX' };
/** Nearly as good, and 7 s for 2,000 entities. The columns are the tiers with either setting. */
const QUICK = { 'elk.layered.layering.strategy': 'LONGEST_PATH', 'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF', 'elk.layered.thoroughness': '2' };
/** Number of edges up to which `FINE` is used. */
const FINE_UP_TO = 400;

export function layered(input: LayoutInput): LayoutRun {
  const [only] = input.nodes;
  if (input.nodes.length === 1 && only !== undefined)
    return { done: Promise.resolve(new Map([[only, input.fixed.get(only) ?? { x: 0, y: 0 }]])), stop: () => undefined };
  const above = input.nodes.filter((id) => input.tiers.get(id) !== 'below');
  const inReading = new Set(above);
  const graph: ElkNode = {
    id: 'root',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'RIGHT',
      'elk.partitioning.activate': 'true',
      ...(input.edges.length > FINE_UP_TO ? QUICK : FINE),
      'elk.layered.spacing.nodeNodeBetweenLayers': '104',
      'elk.spacing.nodeNode': '30',
      'elk.randomSeed': '1',
      'elk.separateConnectedComponents': 'false',
    },
    children: above.map((id) => ({
      id,
      ...CELL,
      layoutOptions: { 'elk.partitioning.partition': String(input.tiers.get(id) ?? 3) },
    })),
    edges: input.edges
      // Edges within a tier are left out: elkjs would split the tier into columns for them.
      .filter((edge) => inReading.has(edge.source) && inReading.has(edge.target) && input.tiers.get(edge.source) !== input.tiers.get(edge.target))
      .map((edge) => ({ id: edge.id, sources: [edge.source], targets: [edge.target] })),
  };
  const run = elkRun(graph);
  const done = run.done.then((laid) => {
    const columns = new Map<string, Point>();
    for (const child of laid.children ?? [])
      columns.set(child.id, { x: Math.round((child.x ?? 0) + CELL.width / 2), y: Math.round((child.y ?? 0) + CELL.height / 2) });
    const positions = stagger(settleColumns(proportion(foldColumns(columns)), input.edges), input.edges);
    const below = input.nodes.filter((id) => !inReading.has(id));
    return new Map([...positions, ...underneath(below, input.edges, positions), ...input.fixed]);
  });
  return { done, stop: run.stop };
}
