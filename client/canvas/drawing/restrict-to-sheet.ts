/** Takes out of the drawing whatever is not on a sheet, for the time a picture of it is painted. */
import type { Core } from 'cytoscape';
import type { Sheet } from '../../state/drawn/sheet.ts';
import { words } from '../../i18n/messages.ts';
import { bundleLook, type Strand } from '../../../server/domain/picturing/drawn/bundle-look.ts';

/** Draws bundles with the claims of the sheet alone: neither the number nor the look of the others is in the picture. Returns functions that undo it. */
function withoutStrands(cy: Core, { claims }: Sheet): (() => void)[] {
  return cy
    .edges('[strands]')
    .toArray()
    .flatMap((line) => {
      const strands = line.data('strands') as Strand[];
      const kept = strands.filter(({ claim }) => claims.has(claim));
      const look = bundleLook(kept, words.drawing);
      // A bundle without any claim left is removed like any other edge that is left out.
      if (!look || kept.length === strands.length) return [];
      const before = { claim: line.data('claim') as string, label: line.data('label') as string, width: line.data('width') as number, classes: line.classes() };
      line.data({ claim: look.claim, label: look.label, width: look.width, strands: kept }).classes(look.classes);
      return [() => void line.data({ claim: before.claim, label: before.label, width: before.width, strands }).classes(before.classes)];
    });
}

/**
 * What may stay is named, and everything else goes: a kind of element that is added one day is not printed before somebody says which claim or entity it shows.
 * @returns a function that brings everything back
 */
export function restrictToSheet(cy: Core, sheet: Sheet): () => void {
  const bundles = withoutStrands(cy, sheet);
  const isFrame = '[type = "Frame"]';
  const lines = cy.edges().filter((line) => !sheet.claims.has(line.data('claim') as string));
  const entities = cy.nodes().not(isFrame).not('[type = "Open"]');
  const nodes = entities.filter((node) => !sheet.entities.has(node.data('entity') as string));
  const cut = lines.union(nodes.connectedEdges());
  // An open end goes with its edge.
  const rings = cy.nodes('[type = "Open"]').filter((ring) => ring.connectedEdges().difference(cut).empty());
  const gone = nodes.union(cut).union(rings);
  const frames = cy.nodes(isFrame).filter((frame) => frame.children().difference(gone).empty());
  const taken = gone.union(frames);
  const named = cy.nodes(isFrame).filter((frame) => {
    const country = frame.data('country') as string | undefined;
    return country !== undefined && !sheet.entities.has(country);
  });
  const labels = named.toArray().map((frame) => [frame, frame.data('label') as string] as const);
  cy.batch(() => {
    taken.style('display', 'none');
    for (const [frame] of labels) frame.data('label', '');
  });
  return () =>
    cy.batch(() => {
      for (const [frame, label] of labels) frame.data('label', label);
      for (const giveBack of bundles) giveBack();
      taken.removeStyle('display');
    });
}
