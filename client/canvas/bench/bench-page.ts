/** The page of the bench: draws one graph at a time and measures it, as the bench script asks. */
import cytoscape from 'cytoscape';
import { type GeneratedGraph, generateGraph } from '../../testing/generate-graph.ts';
import { FONT } from '../look/stylesheet.ts';
import { layOutPicture } from '../picture/lay-out-picture.ts';
import { layOut } from '../layouts/index.ts';
import type { LayoutInput } from '../layouts/layered.ts';
import { tiersOf } from '../../../server/domain/picturing/drawn/tiers.ts';
import { drawOurs } from './draw-ours.tsx';
import { drawPlain, plainElements } from './draw-plain.ts';
import { gesture } from './measured.ts';

const host = document.querySelector<HTMLElement>('#root')!;
/** The layout of Cytoscape that is nearest to each of ours. Its force layout takes minutes above 500 entities. */
const PLAIN = { layered: 'breadthfirst', force: 'cose', concentric: 'concentric', grid: 'grid' } as const;
const COSE_UP_TO = 500;
let end: (() => void) | undefined;

function layoutInput({ nodes, edges }: GeneratedGraph): LayoutInput {
  return {
    nodes: nodes.map((node) => node.id),
    edges: edges.map((edge) => ({ id: edge.id, source: edge.subject, target: edge.object })),
    tiers: tiersOf(nodes, edges, () => ({})),
    fixed: new Map(),
    parents: new Map(),
    centre: [],
    types: new Map(nodes.map((node) => [node.id, node.type])),
    names: new Map(nodes.map((node) => [node.id, node.name])),
  };
}

window.bench = {
  async draw(which, size, claims) {
    end?.();
    host.replaceChildren();
    const graph = generateGraph(size, claims);
    const drawn = which === 'ours' ? await drawOurs(host, graph) : await drawPlain(host, graph, which === 'arrows');
    end = drawn.end;
    return drawn.ms;
  },
  async picture({ entities, joins }, room) {
    await document.fonts.ready;
    let blocked = 0;
    const watch = new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (blocked = Math.max(blocked, duration))));
    watch.observe({ type: 'longtask' });
    const started = performance.now();
    const picture = await layOutPicture({ entities, joins, room, keep: [], fixed: new Map(), opened: [] }, FONT).done;
    const ms = performance.now() - started;
    // Long tasks are told after they end.
    await new Promise((resolve) => setTimeout(resolve, 50));
    watch.disconnect();
    return { picture, ms, blocked };
  },
  gesture: (what, ms) => gesture(host.querySelector('canvas:last-of-type')!, what, ms),
  async layout(which, name, size, claims) {
    const graph = generateGraph(size, claims);
    if (which === 'ours') {
      const input = layoutInput(graph);
      const started = performance.now();
      await layOut(name, input).done;
      return performance.now() - started;
    }
    if (name === 'force' && size > COSE_UP_TO) return undefined;
    const cy = cytoscape({ headless: true, styleEnabled: true, elements: plainElements(graph) });
    const started = performance.now();
    const layout = cy.layout({ name: PLAIN[name], animate: false });
    const stopped = layout.promiseOn('layoutstop');
    layout.run();
    await stopped;
    cy.destroy();
    return performance.now() - started;
  },
};
