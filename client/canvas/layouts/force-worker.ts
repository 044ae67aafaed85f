/** The force layout in its own thread: fcose on a headless Cytoscape with seeded chance, so that it repeats exactly. */
import cytoscape from 'cytoscape';
import fcose from 'cytoscape-fcose';
import type { Point } from '../../state/view.ts';
import { seededRandom } from './seeded-random.ts';
import { spread } from './spread.ts';

export interface ForceRequest {
  nodes: string[];
  edges: { id: string; source: string; target: string }[];
  fixed: Record<string, Point>;
}
/** Above this many entities the quick variant is taken (fcose needs 14 s for 1,000). */
const DRAFT_FROM = 500;

cytoscape.use(fcose);
Math.random = seededRandom(1);

self.addEventListener('message', (event: MessageEvent<ForceRequest>) => {
  const { nodes, edges, fixed } = event.data;
  const cy = cytoscape({
    headless: true,
    styleEnabled: true,
    style: [{ selector: 'node', style: { width: 108, height: 84 } }],
    elements: [...nodes.map((id) => ({ data: { id } })), ...edges.map((edge) => ({ data: edge }))],
  });
  const layout = cy.layout({
    name: 'fcose',
    quality: nodes.length > DRAFT_FROM ? 'draft' : 'proof',
    randomize: true,
    animate: false,
    idealEdgeLength: 150,
    nodeRepulsion: 9000,
    fixedNodeConstraint: Object.entries(fixed).map(([nodeId, position]) => ({ nodeId, position })),
  } as cytoscape.LayoutOptions);
  layout.one('layoutstop', () => {
    const out: Record<string, Point> = {};
    cy.nodes().forEach((node) => {
      out[node.id()] = { x: Math.round(node.position('x')), y: Math.round(node.position('y')) };
    });
    // The quick variant takes no account of the size of bodies.
    self.postMessage(nodes.length > DRAFT_FROM ? spread(out, fixed) : out);
  });
  layout.run();
});
