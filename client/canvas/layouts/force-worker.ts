/** The force layout in a worker: fcose on a headless Cytoscape with a seeded random generator, so that it repeats exactly. */
import cytoscape from 'cytoscape';
import fcose from 'cytoscape-fcose';
import type { Positions, Point } from '../../state/view.ts';
import { seededRandom } from '../../../server/domain/picturing/place/seeded-random.ts';
import { spread } from './spread.ts';

export interface ForceRequest {
  nodes: string[];
  edges: { id: string; source: string; target: string }[];
  fixed: Positions;
}
/** Above this number of entities the faster variant is used (fcose needs 14 s for 1,000). */
const DRAFT_FROM = 500;

cytoscape.use(fcose);
Math.random = seededRandom(1);

self.addEventListener('message', (event: MessageEvent<ForceRequest>) => {
  const { nodes, edges, fixed } = event.data;
  // fcose keeps nodes in plain objects by id, in which "constructor" would be found before it is added. So numbers replace ids.
  const numbers = new Map(nodes.map((id, n) => [id, n]));
  const nameOf = (id: string): string => `n${numbers.get(id)}`;
  const cy = cytoscape({
    headless: true,
    styleEnabled: true,
    style: [{ selector: 'node', style: { width: 108, height: 84 } }],
    elements: [
      ...nodes.map((_, n) => ({ data: { id: `n${n}` } })),
      ...edges.map((edge) => ({ data: { ...edge, source: nameOf(edge.source), target: nameOf(edge.target) } })),
    ],
  });
  const layout = cy.layout({
    name: 'fcose',
    quality: nodes.length > DRAFT_FROM ? 'draft' : 'proof',
    randomize: true,
    animate: false,
    idealEdgeLength: 150,
    nodeRepulsion: 9000,
    fixedNodeConstraint: [...fixed].map(([id, position]) => ({ nodeId: nameOf(id), position })),
  } as cytoscape.LayoutOptions);
  layout.one('layoutstop', () => {
    const out = new Map<string, Point>(
      nodes.map((id) => {
        const { x, y } = cy.getElementById(nameOf(id)).position();
        return [id, { x: Math.round(x), y: Math.round(y) }];
      }),
    );
    // The faster variant ignores the size of nodes, so they are moved apart afterwards.
    self.postMessage(nodes.length > DRAFT_FROM ? spread(out, fixed) : out);
  });
  layout.run();
});
