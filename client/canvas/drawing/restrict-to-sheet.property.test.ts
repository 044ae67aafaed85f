/** Whatever the view: what a picture prints, and what the canvas draws, is among what the publication gate is asked for. */
import cytoscape, { type Core } from 'cytoscape';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkProperty } from '../../../server/domain/testing/check-property.ts';
import { drawn, type Drawn } from '../../state/drawn/drawn.ts';
import { sheetKept, sheetOf, type Sheet } from '../../state/drawn/sheet.ts';
import { type AnyView, anyView } from '../../testing/any-view.ts';
import type { Strand } from '../../../server/domain/picturing/drawn/bundle-look.ts';
import { toElements } from '../elements/elements.ts';
import { emphasisClasses } from '../elements/emphasis.ts';
import { framesOf } from '../elements/groups.ts';
import { restrictToSheet } from './restrict-to-sheet.ts';
import { createSync } from './sync.ts';

/** The canvas of a case, drawn as the page draws it. */
function onCanvas({ cache, canvas, filters, selected, countryOf }: AnyView): { cy: Core; view: Drawn } {
  const view = drawn({ canvas, filters }, cache);
  const frames = framesOf({ nodes: view.nodes, canvas, countryOf, nameOf: (id) => `Country ${id}` });
  const elements = toElements({ view, canvas, frames, mirrored: false });
  const cy = cytoscape({ headless: true, styleEnabled: true });
  createSync(cy).apply(elements, emphasisClasses(elements, { selected, selectedClaims: new Set(), lit: { entities: selected, claims: new Set() } }), 0);
  return { cy, view };
}

/** What can be read off the visible elements: claims of edges and of bundles, entities of nodes, countries in the labels of frames. */
function printedIn(cy: Core): { claims: Set<string>; entities: Set<string> } {
  const out = { claims: new Set<string>(), entities: new Set<string>() };
  for (const one of cy.elements().toArray()) {
    if (!one.visible()) continue;
    const { claim, entity, country, label, strands } = one.data() as { claim?: string; entity?: string; country?: string; label: string; strands?: Strand[] };
    if (claim !== undefined) out.claims.add(claim);
    for (const strand of strands ?? []) out.claims.add(strand.claim);
    if (entity !== undefined && entity !== '') out.entities.add(entity);
    if (country !== undefined && label !== '') out.entities.add(country);
  }
  return out;
}
const within = (part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean => [...part].every((id) => whole.has(id));
const sheetOfCase = (one: AnyView, view: Drawn): Sheet =>
  sheetOf({ view, framed: [...new Set(view.nodes.flatMap(({ id }) => one.countryOf.get(id) ?? []))].filter((id) => id !== 'several'), picture: true });

/** Random views of a run; a deep run takes more. */
const VIEWS = Number(process.env.ATTEST_RANDOM_VIEWS ?? 100);

type Judged = (one: AnyView, view: Drawn) => Sheet;
/** Everything drawn is among what the gate is asked for. */
const drawnIsJudged = (judged: Judged) =>
  fc.property(anyView, (one) => {
    const { cy, view } = onCanvas(one);
    const [sheet, printed] = [judged(one, view), printedIn(cy)];
    return within(printed.claims, sheet.claims) && within(printed.entities, sheet.entities);
  });
/** Of what the gate left out nothing is printed, and afterwards everything is on the canvas again. */
const keptIsPrinted = (restrict: typeof restrictToSheet) =>
  fc.property(anyView, (one) => {
    const { cy, view } = onCanvas(one);
    const sheet = sheetOfCase(one, view);
    const before = JSON.stringify(cy.elements().map((element) => [element.id(), element.classes(), element.data(), element.visible()]));
    const left = (kind: 'claims' | 'entities'): string[] => [...sheet[kind]].filter((_, i) => !one.refused[kind].includes(i));
    const kept = sheetKept(sheet, { entities: left('entities'), claims: left('claims') }, view);
    const bringBack = restrict(cy, kept);
    const printed = printedIn(cy);
    bringBack();
    const after = JSON.stringify(cy.elements().map((element) => [element.id(), element.classes(), element.data(), element.visible()]));
    return within(printed.claims, kept.claims) && within(printed.entities, kept.entities) && before === after;
  });

/** Whether a planted difference is found. Its cases are the same each time, and the first that fails is enough. */
const isFound = (property: fc.IPropertyWithHooks<[AnyView]>): boolean => fc.check(property, { numRuns: 500, seed: 6, endOnFailure: true }).failed;

describe('whatever the view', () => {
  it('all that the canvas draws is what the gate is asked for: dimmed, bundled, in a frame, selected or not', () => {
    checkProperty('drawn is judged', drawnIsJudged(sheetOfCase), { runs: VIEWS });
  });
  it('a picture prints nothing that the gate left out, and the canvas is as before', () => {
    checkProperty('printed is kept', keptIsPrinted(restrictToSheet), { runs: VIEWS });
  });
  it('a claim that is drawn and not asked for is found by this: dimmed ones, or the countries of frames', () => {
    const withoutDimmed: Judged = (one, view) => sheetOfCase(one, { ...view, dimmed: [] });
    const withoutFrames: Judged = (_, view) => sheetOf({ view, picture: true });
    expect([withoutDimmed, withoutFrames].map((planted) => isFound(drawnIsJudged(planted)))).toEqual([true, true]);
  });
  it('a picture that prints what the gate left out is found by this: of a bundle, or of an entity', () => {
    const bestOfBundle: typeof restrictToSheet = (cy, sheet) =>
      restrictToSheet(cy, { ...sheet, claims: new Set([...sheet.claims, ...cy.edges('[strands]').map((line) => line.data('claim') as string)]) });
    const everyNode: typeof restrictToSheet = (cy, sheet) =>
      restrictToSheet(cy, { ...sheet, entities: new Set(cy.nodes().map((one) => one.data('entity') as string)) });
    expect([bestOfBundle, everyNode].map((planted) => isFound(keptIsPrinted(planted)))).toEqual([true, true]);
  });
});
