import { describe, expect, it } from 'vitest';
import type { EdgeView, NodeView } from '../../../server/contract/views.ts';
import { CLAIM_MARKS } from '../../../server/contract/routes/compare.ts';
import { isDrawable } from '../../../server/domain/picturing/drawn/drawable.ts';
import type { Drawn } from '../../state/drawn/drawn.ts';
import { MARK_SIGNS } from '../../state/marks/mark-signs.ts';
import type { Marks } from '../../state/marks/marks.ts';
import type { Positions } from '../../state/view.ts';
import { AWKWARD_IDS } from '../../../server/domain/testing/any-id.ts';
import { edge, node, positionsOf } from '../../testing/build-views.ts';
import { nodeLabel, edgeLabel } from './drawn-label.ts';
import { type CanvasElements, type Drawing, type NodeElement, toElements } from './elements.ts';
import { NO_EMPHASIS, emphasisClasses } from './emphasis.ts';

const nodes = [node('iran', { type: 'Country' }), node('associate', { unnamed: true }), node('mehdiyev')];
const at = positionsOf({ iran: { x: 0, y: 0 }, associate: { x: 100, y: 0 }, mehdiyev: { x: 200, y: 0 } });

interface More {
  view?: Partial<Drawn>;
  canvas?: Partial<Drawing['canvas']>;
  mirrored?: boolean;
  marks?: Marks;
}
function elementsOf(of: readonly NodeView[], edges: readonly EdgeView[], positions: Positions, more: More = {}): CanvasElements {
  const held = new Set(edges.flatMap((e) => e.segments.flatMap((s) => [s.from, s.to])));
  return toElements({
    view: { nodes: [...of], edges: [...edges], all: [...edges], placed: [...edges], dimmed: [], held, ...more.view },
    canvas: { positions, placed: [], bundles: { all: false, except: [] }, ...more.canvas },
    mirrored: more.mirrored ?? false,
    ...(more.marks ? { marks: more.marks } : {}),
  });
}
const bundled = { canvas: { bundles: { all: true, except: [] } } };

describe('elements of the canvas', () => {
  it('draw each via as a node between two edges of one claim', () => {
    const { edges } = elementsOf(nodes, [edge('o', 'iran', 'mehdiyev', { via: ['associate'] })], at);
    expect(edges.map((e) => [e.source, e.target, e.claim])).toEqual([
      ['iran', 'associate', 'o'],
      ['associate', 'mehdiyev', 'o'],
    ]);
  });
  it('draw the place of a plot beside the deed, with its own label, and the deed alone where the place is not drawn', () => {
    const [plot, place] = [node('plot', { type: 'Plot' }), node('place', { type: 'Place' })];
    const where = new Map([...at, ['plot', { x: 0, y: 50 }], ['place', { x: 50, y: 50 }]]);
    const shot = edge('o', 'iran', 'mehdiyev', {
      segments: [
        { n: 0, from: 'iran', to: 'mehdiyev' },
        { n: 1, from: 'plot', to: 'place', at: true },
      ],
    });
    expect(elementsOf([...nodes, plot, place], [shot], where).edges.map((e) => [e.source, e.target, e.label])).toEqual([
      ['iran', 'mehdiyev', 'hired'],
      ['plot', 'place', 'took place at'],
    ]);
    expect(isDrawable(shot, new Set(['iran', 'mehdiyev']))).toBe(true);
    expect(isDrawable(shot, new Set(['plot', 'place']))).toBe(false);
  });
  it('draw an entity of any id at its position, and none that has no position yet', () => {
    const awkward = AWKWARD_IDS.map((id) => node(id));
    expect(elementsOf(awkward, [], new Map()).nodes).toEqual([]);
    const placed = elementsOf(awkward, [edge('a', 'constructor', 'valueof')], new Map(AWKWARD_IDS.map((id, i) => [id, { x: i, y: 1 }])));
    expect(placed.nodes.map((one) => one.position?.y)).toEqual(AWKWARD_IDS.map(() => 1));
    expect(placed.edges.map((one) => [one.source, one.target])).toEqual([['constructor', 'valueof']]);
  });
  it('give an edge the class of its standing, and the width of the origins at that standing', () => {
    const widths = [0, 1, 2, 3, 4, 9].map(
      (originsAtStanding) => elementsOf(nodes, [edge('a', 'iran', 'mehdiyev', { originsAtStanding, rank: 3, level: 'charged' })], at).edges[0]!,
    );
    expect(widths.map((e) => e.width)).toEqual([1, 2, 3, 4, 5, 5]);
    expect(widths[0]!.classes).toContain('rank-3');
  });
  it('make landmarks of the forty entities with most edges, ties by id', () => {
    const many = Array.from({ length: 60 }, (_, i) => node(`n${String(i).padStart(2, '0')}`));
    // Entity n has n edges to the first entity, which has the most.
    const lines = many.flatMap((one, i) => (i === 0 ? [] : Array.from({ length: Math.ceil(i / 2) }, (_, k) => edge(`${one.id}-${k}`, one.id, 'n00'))));
    const drawn = elementsOf(many, lines, new Map(many.map(({ id }, i) => [id, { x: i, y: 0 }])));
    const landmarks = drawn.nodes.filter((n) => n.classes.includes('landmark')).map((n) => n.id);
    expect(landmarks).toEqual(['n00', ...many.slice(21).map(({ id }) => id)]);
  });
  it('mark contested, inferred, uncertain and disputed-only', () => {
    const of = (more: Parameters<typeof edge>[3]) => elementsOf(nodes, [edge('a', 'iran', 'mehdiyev', more)], at).edges[0]!;
    expect(of({ contested: true }).classes).toContain('contested');
    expect(of({ inferred: true }).classes).toContain('hollow');
    expect(of({ uncertain: true }).classes).toContain('uncertain');
    expect(of({ rank: -1, level: 'disputed-only' }).classes).toContain('disputed');
    expect(of({ rank: -1, level: 'disputed-only' }).label).toBe('✕ hired');
  });
  it('draw an unknown end as an open end beside the known one', () => {
    const drawn = elementsOf(nodes, [edge('u', 'unknown', 'mehdiyev'), edge('w', 'iran', 'unknown', { attempted: true })], at);
    const rings = drawn.nodes.filter((n) => n.type === 'Open');
    expect(rings.map((r) => r.entity)).toEqual(['mehdiyev', 'iran']);
    expect(rings[0]!.position!.x).toBeLessThan(200);
    expect(rings[1]!.position!.x).toBeGreaterThan(0);
    expect(drawn.edges.find((e) => e.claim === 'w')!.label).toBe('hired (attempted)');
  });
  it('never draw two open ends of one entity at the same position', () => {
    const many = Array.from({ length: 6 }, (_, i) => edge(`u${i}`, 'unknown', 'mehdiyev'));
    const spots = elementsOf(nodes, many, at)
      .nodes.filter((n) => n.type === 'Open')
      .map((n) => `${n.position!.x} ${n.position!.y}`);
    expect(new Set(spots).size).toBe(6);
  });
  it('draw unnamed entities with a dashed border and fade what is not on the path', () => {
    const drawn = elementsOf(nodes, [edge('a', 'iran', 'mehdiyev')], at);
    const classes = emphasisClasses(drawn, { ...NO_EMPHASIS, lit: { entities: new Set(['iran']), claims: new Set<string>() } });
    expect(drawn.nodes.find((n) => n.id === 'associate')!.classes).toEqual(['vague']);
    expect(classes.get('associate')).toEqual(['faded']);
    expect(classes.has('iran')).toBe(false);
    expect(classes.get('a#0')).toEqual(['faded']);
  });
  it('fade a text of a picture with the claim or the entities it is about, and no heading, frame or joint', () => {
    const base = { entity: '', label: 'x', classes: [] };
    const parts: NodeElement[] = [
      { ...base, id: 'predicate:a', type: 'Text', claim: 'a' },
      { ...base, id: 'predicate:b', type: 'Text', claim: 'b' },
      { ...base, id: 'predicate:ab', type: 'Text', claim: 'b', strands: [{ claim: 'b' }, { claim: 'a' }] as NodeElement['strands'] },
      { ...base, id: 'heading:1', type: 'Text', members: ['iran', 'mehdiyev'] },
      { ...base, id: 'heading:2', type: 'Text', members: ['associate'] },
      { ...base, id: 'fold:near iran', type: 'Text', members: ['associate'], of: 'iran' },
      { ...base, id: 'lane:0', type: 'Text' },
      { ...base, id: 'list', type: 'List', members: ['associate'] },
      { ...base, id: 'joint', type: 'Joint' },
    ];
    const classes = emphasisClasses({ nodes: parts, edges: [] }, { ...NO_EMPHASIS, lit: { entities: new Set(['iran']), claims: new Set(['a']) } });
    expect([...classes].filter(([, given]) => given.includes('faded')).map(([id]) => id)).toEqual(['predicate:b', 'heading:2']);
  });
  it('fade an open end with its edge, and nothing where nothing is emphasised', () => {
    const drawn = elementsOf(nodes, [edge('u', 'unknown', 'mehdiyev')], at);
    expect(emphasisClasses(drawn, { ...NO_EMPHASIS, lit: { entities: new Set(), claims: new Set() } }).get('open:u:subject')).toEqual(['faded']);
    expect(emphasisClasses(drawn, { ...NO_EMPHASIS, ends: new Set(['iran']) }).get('iran')).toEqual(['end']);
    expect(emphasisClasses(drawn, NO_EMPHASIS).size).toBe(0);
  });
  it('come in the same order whatever order the answer had', () => {
    const edges = [edge('b', 'iran', 'mehdiyev'), edge('a', 'iran', 'associate')];
    expect(elementsOf(nodes.toReversed(), edges.toReversed(), at)).toEqual(elementsOf(nodes, edges, at));
  });
  it('draw nothing that has no position yet', () => {
    const drawn = elementsOf(nodes, [edge('a', 'iran', 'mehdiyev')], positionsOf({ iran: { x: 0, y: 0 } }));
    expect(drawn.nodes.map((n) => n.id)).toEqual(['iran']);
    expect(drawn.edges).toEqual([]);
  });
  it('shorten a long name at a word, with an ellipsis', () => {
    expect(nodeLabel('Iran')).toBe('Iran');
    // A zero-width space is where a row of the canvas may end.
    expect(nodeLabel('Donaudampfschifffahrtsgesellschaft').split('\u200B')).toEqual(['Donaudampfschifffah'.slice(0, 18), 'hrtsgesellschaft']);
    expect(nodeLabel('德黑兰革命法院'.repeat(3)).split('\u200B')).toHaveLength(21);
    expect(nodeLabel('American politicians and officers listed by Iran')).toBe('American politicians and officers…');
  });
  it('have the predicate and its flags as the label of an edge', () => {
    expect(edgeLabel(edge('a', 'x', 'y', { intended: true, expected: true }))).toBe('hired (intended, expected)');
  });
  it('mark a node with the number of claims that could still be drawn, if any', () => {
    const claim = edge('a', 'iran', 'mehdiyev', { at: ['queens'] });
    const badges = (lineless: number) =>
      elementsOf([...nodes, node('queens', { type: 'Place', degree: 3, lineless })], [claim], new Map([...at, ['queens', { x: 0, y: 90 }]])).nodes.find(
        (n) => n.id === 'queens',
      )!.badges;
    expect(badges(0)).toBe('more:2');
    expect(badges(2)).toBeUndefined();
  });
  it('have a mark of their own each for contested, unsure, generic and fixed nodes', () => {
    const vague = node('man', { unsure: true, generic: true });
    const drawn = elementsOf([vague], [edge('a', 'man', 'unknown', { contested: true })], positionsOf({ man: { x: 0, y: 0 } }), {
      canvas: { placed: ['man'] },
    });
    expect(drawn.nodes.find((n) => n.id === 'man')!.badges).toBe('contested unsure generic pin');
  });
  it('draw parallel claims as one edge with the look of the highest standing, contested if any is', () => {
    const claims = [
      edge('weak', 'mehdiyev', 'iran', { originsAtStanding: 4, contested: true }),
      edge('firm', 'iran', 'mehdiyev', { rank: 5, level: 'found', label: 'paid' }),
    ];
    const [line, ...rest] = elementsOf(nodes, claims, at, bundled).edges;
    expect(rest).toEqual([]);
    expect(line).toMatchObject({
      id: 'bundle:iran mehdiyev',
      claim: 'firm',
      label: 'paid +1',
      width: 2,
      source: 'iran',
      target: 'mehdiyev',
      pair: 'iran mehdiyev',
    });
    expect(line!.classes).toEqual(['rank-5', 'contested', 'bundle', 'back', 'back-1']);
    const classes = emphasisClasses({ nodes: [], edges: [line!] }, { ...NO_EMPHASIS, selectedClaims: new Set(['weak']) });
    expect(classes.get(line!.id)).toEqual(['selected']);
  });
  it('draw single edges for a pair with one claim, and for a pair that is excepted', () => {
    const claims = [edge('a', 'iran', 'mehdiyev'), edge('b', 'iran', 'mehdiyev'), edge('c', 'iran', 'associate')];
    expect(elementsOf(nodes, claims, at, bundled).edges.map((e) => e.id)).toEqual(['bundle:iran mehdiyev', 'c#0']);
    expect(elementsOf(nodes, claims, at, { canvas: { bundles: { all: true, except: ['iran mehdiyev'] } } }).edges.map((e) => e.id)).toEqual([
      'a#0',
      'b#0',
      'c#0',
    ]);
  });
  it('draw faintly what the filters leave out, where they are set to dim', () => {
    const dimmed = [edge('b', 'iran', 'mehdiyev')];
    const drawn = elementsOf(nodes, [edge('a', 'iran', 'associate')], at, { view: { dimmed } });
    expect(drawn.edges.map((e) => [e.id, e.classes.includes('faint')])).toEqual([
      ['a#0', false],
      ['b#0', true],
    ]);
  });
  it('are mirrored for right-to-left pages, open ends included', () => {
    const claims = [edge('u', 'unknown', 'mehdiyev')];
    const [ltr, rtl] = [false, true].map((mirrored) => elementsOf(nodes, claims, at, { mirrored }).nodes);
    expect(rtl!.map((n) => -n.position!.x || 0)).toEqual(ltr!.map((n) => n.position!.x));
  });
  it('have a mark for a claim that is undated or may be later', () => {
    expect(edgeLabel(edge('a', 'x', 'y', { uncertain: true }))).toBe('~ hired');
  });
  it('have a direction mark in each row of a right-to-left name', () => {
    const label = nodeLabel('مسیح علی‌نژاد (Masih Alinejad)');
    expect(label.split('\n').every((row) => row.startsWith('\u2067') && row.endsWith('\u2069'))).toBe(true);
    expect(nodeLabel('Masih Alinejad (مسیح)')).toBe('Masih Alinejad (مسیح)');
    expect(nodeLabel('Рафат Амиров')).toBe('Рафат Амиров');
  });
});

describe('marks of a comparison', () => {
  const both = [edge('one', 'iran', 'mehdiyev'), edge('other', 'associate', 'mehdiyev')];
  it.each(CLAIM_MARKS)('a claim that is marked %s has a class and a sign of its own, and the others none', (mark) => {
    const marks: Marks = { claims: new Map([['one', mark]]), entities: new Map() };
    const drawn = elementsOf(nodes, both, at, { marks });
    const [one, other] = drawn.edges;
    expect([one?.label, other?.label]).toEqual([MARK_SIGNS[mark] === '' ? 'hired' : `${MARK_SIGNS[mark]} hired`, 'hired']);
    const classes = emphasisClasses(drawn, { ...NO_EMPHASIS, marks: { ...marks, greyBoth: true } });
    expect([classes.get('one#0'), classes.get('other#0')]).toEqual([[`mark-${mark}`], ['mark-both']]);
    expect(emphasisClasses(drawn, { ...NO_EMPHASIS, marks }).get('other#0')).toBeUndefined();
  });
  it('a bundle has the mark that its claims share, else that some of it changed', () => {
    const pair = [edge('one', 'iran', 'mehdiyev'), edge('two', 'iran', 'mehdiyev', { rank: 3 })];
    const classOf = (claims: Marks['claims']) =>
      emphasisClasses(elementsOf(nodes, pair, at, bundled), { ...NO_EMPHASIS, marks: { claims } }).get('bundle:iran mehdiyev');
    expect(
      classOf(
        new Map([
          ['one', 'gained'],
          ['two', 'gained'],
        ]),
      ),
    ).toEqual(['mark-gained']);
    expect(classOf(new Map([['one', 'gained']]))).toEqual(['mark-changed']);
  });
  it('an entity of one state alone has a plus or a minus, and a claim that changed a second line', () => {
    const marks: Marks = {
      claims: new Map([['one', 'changed']]),
      entities: new Map([['iran', 'gained']]),
      then: [edge('one', 'iran', 'mehdiyev', { rank: 1 })],
    };
    const drawn = elementsOf(nodes, both, at, { marks });
    expect(drawn.nodes.find(({ id }) => id === 'iran')?.badges).toBe('gained');
    expect(drawn.edges.filter(({ claim }) => claim === 'one').map(({ id }) => id)).toEqual(['one#0', 'then:one#0']);
    expect(drawn.edges.at(-1)?.classes).toContain('then');
  });
});
