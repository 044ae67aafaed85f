/** Turns a placed picture into canvas elements: what each body, name, list, tag, fold, line and heading shows. Pure. */
import type { ClaimMark } from '../../../server/contract/routes/compare.ts';
import type { EntityType } from '../../../server/domain/model/lists.ts';
import type { Point } from '../../state/view.ts';
import { words } from '../../i18n/messages.ts';
import { pictureWords } from '../picture/picture-words.ts';
import type { Corner, ListFrame, Picture, PlacedBox, RoutedLine, Tag, TextRow } from '../../../server/domain/picturing/picture.ts';
import { rowLabel } from './drawn-label.ts';
import type { CanvasElements, EdgeElement, NodeElement, PartType, Route } from './elements.ts';
import { strandOf } from './joins.ts';
import { signed } from '../../state/marks/mark-signs.ts';
import { mirror } from './mirror.ts';

export interface PictureDrawing {
  picture: Picture;
  /** The entities in view, as nodes. What the picture has and the view has not is not drawn. */
  nodes: readonly NodeElement[];
  /** The look of each join in view. */
  looks: ReadonlyMap<string, EdgeElement>;
  typeOf: (id: string) => EntityType | undefined;
  nameOf: (id: string) => string;
  mirrored: boolean;
  /** What differs of a claim between two states. */
  markOf?: (claim: string) => ClaimMark | undefined;
}

const t = words.drawing;
/** Most letters of a text that was not measured. */
const LETTERS = 24;
const shortened = (text: string): string =>
  [...text].length <= LETTERS
    ? text
    : `${[...text]
        .slice(0, LETTERS - 1)
        .join('')
        .trimEnd()}…`;
/** A predicate, cut where the list had cut it. */
const cutAs = (predicate: string, cut: string): string => (cut.endsWith('…') && predicate.startsWith(cut.slice(0, -1)) ? cut : predicate);
/** Length of the sample of a line in a tag. */
const SAMPLE = 22;
const ROW = 14;

/** A way along corners, for an edge between nodes at `source` and `target`. */
export function routeOf(points: readonly Corner[], source: Point, target: Point): Route {
  const [first, last] = [points[0]!, points.at(-1)!];
  const [dx, dy] = [last[0] - first[0], last[1] - first[1]];
  const length = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / length, dy / length];
  const bends = points.slice(1, -1).map(([x, y]) => [x - first[0], y - first[1]] as const);
  return {
    from: [first[0] - source.x, first[1] - source.y],
    to: [last[0] - target.x, last[1] - target.y],
    weights: bends.map(([x, y]) => (x * ux + y * uy) / length),
    distances: bends.map(([x, y]) => y * ux - x * uy),
  };
}

/** The marks of a body at which claims wait for a place: they are counted with those that are not drawn. */
function withWaiting(badges: string | undefined, count: number): string | undefined {
  if (count === 0) return badges;
  const marks = (badges ?? '').split(' ').filter((mark) => mark !== '');
  const more = marks.find((mark) => mark.startsWith('more:'));
  return [`more:${Number(more?.slice('more:'.length) ?? 0) + count}`, ...marks.filter((mark) => mark !== more)].join(' ');
}

/** Only a line with bends has a style that reads them. */
const bent = (line: EdgeElement): EdgeElement => (line.route && line.route.weights.length > 0 ? { ...line, classes: [...line.classes, 'bent'] } : line);

export function pictureElements({ picture, nodes, looks, typeOf, nameOf, mirrored, markOf }: PictureDrawing): CanvasElements {
  const { x, y, width, height } = picture.bounds;
  const out: CanvasElements = { nodes: [], edges: [], bounds: { x1: mirrored ? -x - width : x, y1: y, w: width, h: height } };
  const seen = (at: Point): Point => mirror(at, mirrored);
  const corner = ([x, y]: Corner): Corner => (mirrored ? [-x || 0, y] : [x, y]);
  const base = new Map(nodes.map((node) => [node.id, node]));
  const boxes = new Map(picture.boxes.map((box) => [box.id, box]));
  const alike = new Map(picture.folds.filter(({ why }) => why === 'alike').map((fold) => [fold.box, fold]));
  const waiting = new Map<string, number>();
  for (const id of picture.waiting)
    for (const end of [looks.get(id)?.source, looks.get(id)?.target]) if (end !== undefined && base.has(end)) waiting.set(end, (waiting.get(end) ?? 0) + 1);
  const isDrawn = (box: PlacedBox): boolean => (box.kind === 'alike' ? (alike.get(box.id)?.members.some((id) => base.has(id)) ?? false) : base.has(box.id));
  const drawn = new Set(picture.boxes.filter(isDrawn).map(({ id }) => id));

  const part = (type: PartType, id: string, at: Point, label: string, classes: string[], more: Partial<NodeElement> = {}): void => {
    out.nodes.push({ id, entity: '', label, type, classes: [type.toLowerCase(), ...classes], position: seen(at), ...more });
  };
  /** A text that begins at `x`; on a right-to-left page it ends there. */
  const text = (id: string, at: Point, label: string, kind: string, more: Partial<NodeElement> = {}): void =>
    part('Text', id, at, rowLabel(label), [mirrored ? 'leftwards' : 'rightwards', kind], more);
  const claimOf = ({ claim, strands, pair }: EdgeElement): Partial<NodeElement> => ({ claim, strands, pair });
  const lookOf = (joins: readonly string[]): EdgeElement | undefined => looks.get(joins.find((id) => looks.has(id)) ?? '');
  /** A line that is no claim: a trunk, a rail, or one that a fold moved to another end. */
  const plainLine = (id: string, kind: string, source: string, target: string, route: Route | undefined, held?: number): void => {
    out.edges.push(bent({ id, claim: '', source, target, label: '', width: 1, classes: [kind], route, held }));
  };
  const between = (points: readonly Corner[], source: Point, target: Point): Route => routeOf(points.map(corner), seen(source), seen(target));
  const pointOf = ([x, y]: Corner): Point => ({ x, y });

  function name(box: PlacedBox): Pick<NodeElement, 'label' | 'dx' | 'dy'> {
    const middle = box.name.y + (box.name.rows.length * ROW) / 2;
    const side = box.name.x - box.body.x - box.body.size / 2;
    return {
      label: box.name.rows.map((row: TextRow) => rowLabel(row.text)).join('\n'),
      dx: mirrored ? -side : side,
      dy: middle - box.body.y,
    };
  }
  function drawBox(box: PlacedBox): void {
    const fold = alike.get(box.id);
    const entity = base.get(box.id);
    const side = mirrored ? 'leftwards' : 'rightwards';
    const position = seen(box.body);
    if (fold) {
      const members = fold.members.filter((id) => base.has(id));
      const label = members.length === fold.members.length ? {} : { label: rowLabel(shortened(pictureWords.alike(box.type, members.map(nameOf)))) };
      out.nodes.push({
        id: box.id,
        entity: '',
        type: box.type,
        classes: ['row', side, 'several', 'folded'],
        position,
        fold: fold.id,
        members,
        ...name(box),
        ...label,
      });
    } else if (entity) {
      const inRow =
        picture.form === 'row' ? { ...name(box), classes: [...entity.classes, 'row', side] } : { ...name(box), dx: 0, classes: [...entity.classes, 'under'] };
      out.nodes.push({ ...entity, ...inRow, position, parent: undefined, badges: withWaiting(entity.badges, waiting.get(box.id) ?? 0) });
    }
    for (const [i, tag] of box.tags.entries()) drawTag(box, tag, i);
    if (!box.fold) return;
    const near = (box.fold.open ? picture.unfolded : picture.folds).find(({ id }) => id === box.fold!.id);
    // Who is only counted is named nowhere, and counted also where nothing else is said of them.
    const members = (near?.members ?? []).filter((id) => typeOf(id) !== undefined);
    if (members.length === 0) return;
    const whole = members.length === near?.members.length;
    const types = members.flatMap((id) => typeOf(id) ?? []);
    const label = whole ? box.fold.text : box.fold.open ? pictureWords.again(types) : pictureWords.near(types);
    text(`fold:${box.fold.id}`, box.fold, label, 'folded', { fold: box.fold.id, members, of: box.id });
  }
  function drawTag(box: PlacedBox, tag: Tag, n: number): void {
    const id = `tag:${box.id}:${n}`;
    const shown = tag.joins.filter((join) => looks.has(join));
    const look = lookOf(tag.joins);
    if (!look || (tag.hub !== undefined && !drawn.has(tag.hub))) return;
    if (tag.kind === 'more') {
      text(id, tag, pictureWords.more(shown.length), 'tag', { ...claimOf(look), of: box.id });
    } else {
      const [left, right] = [`${id}:left`, `${id}:right`];
      const ring = tag.kind === 'open';
      part('Joint', left, tag, '', ring && tag.outwards ? ['ring'] : [], { of: box.id });
      part('Joint', right, { x: tag.x + SAMPLE, y: tag.y }, '', ring && !tag.outwards ? ['ring'] : [], { of: box.id });
      const [source, target] = tag.outwards ? [right, left] : [left, right];
      out.edges.push({ ...look, id: `${id}:sample`, source, target, label: '', classes: [...look.classes.filter((one) => one !== 'stub'), 'sample'] });
      text(`${id}:text`, { x: tag.x + SAMPLE + 6, y: tag.y }, tagText(tag, shown), 'tag', { ...claimOf(look), of: box.id });
    }
    // Drawn only while the hub or the tag is pointed at.
    if (tag.kind !== 'open' && tag.kind !== 'self')
      for (const join of shown) {
        const one = looks.get(join)!;
        const [source, target] = [one.source, one.target].map((end) => (end === box.id || drawn.has(end) ? end : box.id));
        if (source !== target)
          out.edges.push({ ...one, id: `tagged:${join}`, source: source!, target: target!, label: '', classes: [...one.classes, 'tagged'] });
      }
  }
  /** What the claims of some joins say: of one join what its look says, of several that of the first and their number. */
  const saidBy = (joins: readonly string[]): string => {
    const said = looks.get(joins[0]!)!.label;
    return joins.length === 1 ? said : pictureWords.times(said, joins.length);
  };
  function tagText(tag: Tag, shown: readonly string[]): string {
    const said = saidBy(shown);
    if (said === tag.said) return tag.text;
    return shortened(tag.hub === undefined ? said : pictureWords.tag(nameOf(tag.hub), said));
  }
  function drawFrame(frame: ListFrame): void {
    const members = frame.members.filter((id) => drawn.has(id));
    if (members.length === 0) return;
    const centre = { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 };
    part('List', frame.id, centre, '', [], { width: frame.width, height: frame.height, members });
    const joinsOf = new Map(frame.stubs.map(({ member, joins }) => [member, joins]));
    for (const [i, heading] of frame.headings.entries()) {
      const under = heading.members.filter((id) => drawn.has(id) && lookOf(joinsOf.get(id) ?? []));
      if (under.length === 0) continue;
      const said = new Map<string, number>();
      for (const id of under) {
        const look = lookOf(joinsOf.get(id)!)!;
        const predicate = look.strands?.[0]?.label ?? look.label;
        said.set(predicate, (said.get(predicate) ?? 0) + 1);
      }
      // Where filters left out the firmest claim of a member, what is left may say something else.
      const label = [...said].map(([predicate, n]) => t.heading(cutAs(predicate, heading.text), n)).join(', ');
      text(`heading:${frame.id}:${i}`, heading, said.size === 1 ? label : shortened(label), 'heading', { members: under });
    }
    for (const [i, points] of frame.trunks.entries()) drawNeutral(`trunk:${frame.id}:${i}`, points);
    for (const { joins, member, points, towardsMember } of frame.stubs) {
      const look = lookOf(joins);
      const box = boxes.get(member);
      if (!look || !box || !drawn.has(member)) continue;
      const joint = `stub:${member}`;
      const trunkEnd = towardsMember ? points[0]! : points.at(-1)!;
      part('Joint', joint, pointOf(trunkEnd), '', []);
      const [source, target] = towardsMember ? [joint, member] : [member, joint];
      const [from, to] = towardsMember ? [pointOf(trunkEnd), box.body] : [box.body, pointOf(trunkEnd)];
      out.edges.push(bent({ ...look, id: look.id, source, target, label: '', route: between(points, from, to) }));
    }
  }
  function drawNeutral(id: string, points: readonly Corner[]): void {
    const [first, last] = [points[0], points.at(-1)];
    if (!first || !last) return;
    part('Joint', `${id}:from`, pointOf(first), '', []);
    part('Joint', `${id}:to`, pointOf(last), '', []);
    plainLine(id, 'trunk', `${id}:from`, `${id}:to`, between(points, pointOf(first), pointOf(last)));
  }
  function drawLine(line: RoutedLine): void {
    const [from, to] = [boxes.get(line.from), boxes.get(line.to)];
    const look = lookOf(line.joins);
    if (!from || !to || !look || !drawn.has(line.from) || !drawn.has(line.to)) return;
    const route = between(line.points, from.body, to.body);
    const shown = line.joins.filter((id) => looks.has(id));
    if (line.kind === 'held') {
      const claims = shown.reduce((sum, id) => sum + (looks.get(id)!.strands?.length ?? 1), 0);
      plainLine(line.id, 'rehung', line.from, line.to, route, claims);
      return;
    }
    const one = line.joins.length === 1;
    const label = saidBy(shown);
    // The line runs as its first join does; where filters left a claim that runs the other way its arrow follows.
    const back = one && look.source !== line.from && look.source === line.to;
    const ends = back
      ? { source: line.to, target: line.from, route: between(line.points.toReversed(), to.body, from.body) }
      : { source: line.from, target: line.to, route };
    // Text that filters changed has no place of its own: it is shown where it is no longer than what was there.
    const placed = line.predicate && label.length <= line.text.length ? line.predicate : undefined;
    const strands = one ? look.strands : shown.flatMap((id) => looks.get(id)!.strands ?? [strandOf(looks.get(id)!)]);
    // A line for one join is found by the claim or the pair, as in any drawing.
    const drawnLine = { ...look, ...ends, strands, id: one ? look.id : line.id, label: placed ? '' : label };
    out.edges.push(bent({ ...drawnLine, classes: placed ? look.classes : [...look.classes, 'overlapping'] }));
    if (!placed) return;
    const rows = label === line.text ? placed.rows.map((row) => rowLabel(row.text)).join('\n') : rowLabel(label);
    part(
      'Text',
      `predicate:${line.id}`,
      placed,
      signed(rows, markOf?.(drawnLine.claim)),
      ['predicate', ...(look.classes.includes('faint') ? ['faint'] : [])],
      claimOf(drawnLine),
    );
  }

  for (const { lanes, text: heading, x, y, width, height } of picture.lanes) {
    const id = `lane:${lanes.join(' ')}`;
    text(id, { x, y: y + height / 2 - 2 }, heading, 'lane');
    drawNeutral(`${id}:rule`, [
      [x, y + height],
      [x + width, y + height],
    ]);
  }
  for (const frame of picture.frames) drawFrame(frame);
  for (const box of picture.boxes) if (drawn.has(box.id)) drawBox(box);
  for (const rail of picture.rails) if (drawn.has(rail.hub)) drawNeutral(rail.id, rail.points);
  for (const line of picture.lines) drawLine(line);
  return out;
}
