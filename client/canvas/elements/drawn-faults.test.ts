/** The files of `fixtures/faults` that are hard to draw, as placed pictures. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drawn } from '../../state/drawn/drawn.ts';
import { emptyCache, receive } from '../../state/canvas/graph-cache.ts';
import { EMPTY_CANVAS, NO_FILTERS } from '../../state/view.ts';
import { edge, node } from '../../testing/build-views.ts';
import { composeInNode } from '../../../server/domain/picturing/testing/compose-in-node.ts';
import { hiddenHeadsOf, hitsOf, lostOf, overlapsOf } from '../../../server/domain/picturing/testing/picture-faults.ts';
import { isPictureDue, pictureInput } from '../stage/picture-runs.ts';
import { toElements } from './elements.ts';
import { joinsOf } from './joins.ts';
import { pictureOf } from './picture-on.ts';

interface Curated {
  entities: { id: string; type: 'Person' | 'Organization' | 'Gang'; names: { text: string }[] }[];
  claims: { id: string; subject: string; predicate: string; object: unknown }[];
}
const ROOM = { width: 1400, height: 800 };

async function drawing(file: string) {
  const { entities, claims } = JSON.parse(readFileSync(new URL(`../../../fixtures/faults/${file}`, import.meta.url), 'utf8')) as Curated;
  const nodes = entities.map(({ id, type, names }) => node(id, { type, name: names[0]!.text }));
  const edges = claims.flatMap(({ id, subject, predicate, object }) =>
    typeof object === 'string' ? [edge(id, subject, object, { predicate, label: predicate })] : [],
  );
  const ids = nodes.map(({ id }) => id);
  const canvas = { ...EMPTY_CANVAS, entities: ids, claims: edges.map(({ id }) => id), positions: new Map(ids.map((id) => [id, { x: 0, y: 0 }])) };
  const view = drawn({ canvas, filters: NO_FILTERS }, receive(emptyCache({}), {}, nodes, edges));
  const input = pictureInput({ view, canvas, tiers: new Map(), room: ROOM, fixed: new Map(), keep: [] });
  const picture = await composeInNode(input);
  const elements = pictureOf(picture, view, toElements({ view, canvas, mirrored: false }), false);
  return { view, input, picture, elements, joins: joinsOf(view) };
}

describe.each(['shapes.json', 'names.json', 'colon-ids.json', 'selfloop.json', 'constructor-id.json', 'hub.json', 'long.json'])('the drawing of %s', (file) => {
  it('loses nothing, and no line, head or text lies over a name', async () => {
    const { picture, input } = await drawing(file);
    expect({ lost: lostOf(picture, input), overlaps: overlapsOf(picture), hits: hitsOf(picture), heads: hiddenHeadsOf(picture) }).toEqual({
      lost: [],
      overlaps: [],
      hits: [],
      heads: [],
    });
  });
});

describe('fault 30', () => {
  it('sixteen claims both ways are one line with an arrow at either end and their number, whatever the size of the drawing', async () => {
    const { view, joins, elements } = await drawing('shapes.json');
    expect(isPictureDue(view.nodes.length, undefined, { joins })).toBe(true);
    const lines = elements.edges.filter(({ source, target }) => [source, target].toSorted().join() === 'a1,b1');
    expect(lines).toHaveLength(1);
    expect(lines[0]!.strands).toHaveLength(16);
    expect(lines[0]!.classes).toContain('back');
    expect(elements.nodes.some(({ label }) => /^[^+]+ \+15$/u.test(label.replaceAll('\n', ' ')))).toBe(true);
  });
  it('four claims of the same two make no picture of a small drawing, and sixteen do', () => {
    const join = { id: 'a b', source: 'a', target: 'b', predicate: 'hired', rank: 1, bothWays: false };
    expect(isPictureDue(2, undefined, { joins: [{ ...join, claims: 4 }] })).toBe(false);
    expect(isPictureDue(2, undefined, { joins: [{ ...join, claims: 16 }] })).toBe(true);
  });
  it('claims about somebody and the same are rows at the body, with what they say', async () => {
    const { picture } = await drawing('shapes.json');
    const self = picture.boxes.find(({ id }) => id === 'self')!;
    expect(self.tags.map(({ kind, said }) => [kind, said])).toEqual([['self', 'associated-with +1']]);
  });
});

describe('faults 28 and 29', () => {
  it('a word of many letters and a name without spaces are broken in two rows that fit, and what is cut ends in an ellipsis', async () => {
    const { picture } = await drawing('names.json');
    const long = picture.boxes.filter(({ name }) => /\S{40}/u.test(name.whole));
    expect(long.map(({ id }) => id).toSorted()).toEqual(['n-500x', 'n-long']);
    for (const { name } of long) {
      expect(name.rows).toHaveLength(2);
      for (const { width } of name.rows) expect(width).toBeLessThanOrEqual(124);
      expect(name.cut).toBe(true);
      expect(name.rows[1]!.text.endsWith('…')).toBe(true);
    }
  });
  it('an emoji of several signs is whole or left out, never a part of it', async () => {
    const { picture } = await drawing('names.json');
    const fox = picture.boxes.find(({ id }) => id === 'n-emoji')!;
    expect(fox.name.rows.map(({ text }) => text).join(' ')).toBe(fox.name.whole);
  });
});
