/** Whatever the view: what a placed picture prints, with its lists, tags and folds, is among what the publication gate is asked for and lets pass. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawn, type Drawn } from '../../state/drawn/drawn.ts';
import { type Sheet, sheetOf } from '../../state/drawn/sheet.ts';
import { emptyCache, receive } from '../../state/canvas/graph-cache.ts';
import { EMPTY_CANVAS, NO_FILTERS } from '../../state/view.ts';
import { type AnyView, anyView } from '../../testing/any-view.ts';
import { edge, node } from '../../testing/build-views.ts';
import { composeInNode } from '../../../server/domain/picturing/testing/compose-in-node.ts';
import type { Picture } from '../../../server/domain/picturing/picture.ts';
import { pictureInput } from '../stage/picture-runs.ts';
import { type CanvasElements, toElements } from './elements.ts';
import { pictureOf, pictureOn } from './picture-on.ts';
import { shownBy } from './shown-by.ts';

/** From a room in which everything folds to one in which nothing does. */
const rooms = fc.constantFrom({ width: 60, height: 60 }, { width: 250, height: 200 }, { width: 1400, height: 800 });

interface Made {
  view: Drawn;
  picture: Picture;
  elements: CanvasElements;
}
async function made({ cache, canvas, filters }: AnyView, room: { width: number; height: number }): Promise<Made> {
  const view = drawn({ canvas, filters }, cache);
  const picture = await composeInNode(pictureInput({ view, canvas, tiers: new Map(), room, fixed: new Map(), keep: [] }));
  return { view, picture, elements: pictureOf(picture, view, toElements({ view, canvas, mirrored: false }), false) };
}

/** Claims and entities that the texts name, by the number in each name and predicate. */
function readIn({ nodes, edges }: CanvasElements, { cache }: AnyView): Sheet {
  const texts = [...nodes, ...edges].map(({ label }) => label).join(' ');
  return {
    entities: new Set([...cache.nodes.values()].filter(({ name }) => texts.includes(name)).map(({ id }) => id)),
    claims: new Set([...cache.edges.values()].filter(({ label }) => texts.includes(label)).map(({ id }) => id)),
  };
}
const within = (part: Sheet, whole: Sheet): boolean =>
  [...part.entities].every((id) => whole.entities.has(id)) && [...part.claims].every((id) => whole.claims.has(id));
const judged = (view: Drawn, elements: CanvasElements): Sheet => sheetOf({ view, shown: shownBy(elements), picture: true });
const without = (ids: ReadonlySet<string>, places: readonly number[]): Set<string> => new Set([...ids].filter((_, n) => !places.includes(n)));

describe('the placed picture on a sheet', { timeout: 120_000 }, () => {
  it('says nothing of what the gate was not asked for', async () => {
    await fc.assert(
      fc.asyncProperty(anyView, rooms, async (one, room) => {
        const { view, elements } = await made(one, room);
        const sheet = judged(view, elements);
        return within(shownBy(elements), sheet) && within(readIn(elements, one), sheet);
      }),
      { numRuns: 150 },
    );
  });

  it('says nothing of what the gate left out', async () => {
    await fc.assert(
      fc.asyncProperty(anyView, rooms, async (one, room) => {
        const { view, picture, elements } = await made(one, room);
        const sheet = judged(view, elements);
        const kept = { entities: without(sheet.entities, one.refused.entities), claims: without(sheet.claims, one.refused.claims) };
        const printed = pictureOn(kept, picture, view, one.canvas, false);
        return within(shownBy(printed), kept) && within(readIn(printed, one), kept);
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['what stands in a list', { width: 1400, height: 800 }, 44],
    ['what is only counted in a fold', { width: 60, height: 60 }, 5],
  ])('asks for the names that it prints: %s', async (what, room, leaves) => {
    const ids = Array.from({ length: leaves }, (_, n) => `leaf-${n}`);
    const nodes = ['hub', ...ids].map((id) => node(id, { name: `The ${id}` }));
    const edges = nodes.slice(1).map(({ id }, n) => edge(`c${n}`, 'hub', id, { label: `does ${id}` }));
    const cache = receive(emptyCache({}), {}, nodes, edges);
    const canvas = {
      ...EMPTY_CANVAS,
      entities: nodes.map(({ id }) => id),
      claims: edges.map(({ id }) => id),
      positions: new Map(nodes.map(({ id }) => [id, { x: 0, y: 0 }])),
    };
    const one = {
      cache,
      canvas,
      filters: NO_FILTERS,
      selected: new Set<string>(),
      countryOf: new Map<string, string>(),
      refused: { claims: [], entities: [] },
    };
    const { view, picture, elements } = await made(one, room);
    const sheet = judged(view, elements);
    const counted = new Set(picture.folds.filter(({ why }) => why === 'near').flatMap(({ members }) => members));
    expect([...sheet.entities].toSorted()).toEqual(canvas.entities.filter((id) => !counted.has(id)).toSorted());
    expect(what.includes('list') ? picture.frames.flatMap(({ members }) => members).length : counted.size).toBeGreaterThan(leaves / 2);
    const fewer = pictureOn({ entities: sheet.entities, claims: new Set(['c0']) }, picture, view, canvas, false);
    expect([...shownBy(fewer).claims].filter((id) => id !== 'c0')).toEqual([]);
  });
});
