/** Whatever the view: what a placed picture is said to show has all that its lists, tags and folds name. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawn, type Drawn } from '../../state/drawn/drawn.ts';
import type { Sheet } from '../../state/drawn/sheet.ts';
import { emptyCache, receive } from '../../state/canvas/graph-cache.ts';
import { EMPTY_CANVAS, NO_FILTERS } from '../../state/view.ts';
import { type AnyView, anyView } from '../../testing/any-view.ts';
import { edge, node } from '../../testing/build-views.ts';
import { composeInNode } from '../../../server/domain/picturing/testing/compose-in-node.ts';
import type { Picture } from '../../../server/domain/picturing/picture.ts';
import { pictureInput } from '../stage/picture-runs.ts';
import { type CanvasElements, toElements } from './elements.ts';
import { pictureOf } from './picture-on.ts';
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

describe('what a placed picture is said to show', { timeout: 120_000 }, () => {
  it('is all that can be read in it', async () => {
    await fc.assert(
      fc.asyncProperty(anyView, rooms, async (one, room) => {
        const { elements } = await made(one, room);
        return within(readIn(elements, one), shownBy(elements));
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['what stands in a list', { width: 1400, height: 800 }, 44],
    ['what is only counted in a fold', { width: 60, height: 60 }, 5],
  ])('has the names that it prints: %s', async (what, room, leaves) => {
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
    const { picture, elements } = await made(one, room);
    const shown = shownBy(elements);
    const counted = new Set(picture.folds.filter(({ why }) => why === 'near').flatMap(({ members }) => members));
    expect([...shown.entities].toSorted()).toEqual(canvas.entities.filter((id) => !counted.has(id)).toSorted());
    expect(what.includes('list') ? picture.frames.flatMap(({ members }) => members).length : counted.size).toBeGreaterThan(leaves / 2);
  });
});
