/** The frame of a list: headings, rows, stubs and trunks, with its left upper corner at 0, 0. */
import { movedBox, SMALL } from './boxes.ts';
import type { List } from './lists-and-tags.ts';
import type { Corner, ListFrame, Measure, PlacedBox } from '../picture.ts';
import { textRows } from './text-rows.ts';

const PADDING = 8;
/** From the left edge of a column: its trunk, its headings, its bodies. */
const TRUNK = 8;
const HEADING = 16;
const BODIES = 36;
const HEADING_ROW = 18;
const ROW_GAP = 5;
const COLUMN_GAP = 8;
/** Trunks of several columns hang on a line this far below the top. */
export const TRUNK_TOP = 6;

interface Row {
  heading?: { text: string; members: string[]; width: number };
  member?: List['members'][number] & { box: PlacedBox };
  height: number;
}

/** Rows by predicate: the most frequent first, and names in their order. */
function rowsOf(list: List, boxes: ReadonlyMap<string, PlacedBox>, measure: Measure): Row[][] {
  const of = new Map<string, List['members']>();
  for (const member of list.members) {
    const { predicate } = member.pair.joins[0]!;
    of.set(predicate, [...(of.get(predicate) ?? []), member]);
  }
  const nameOf = (id: string): string =>
    boxes
      .get(id)!
      .name.rows.map(({ text }) => text)
      .join(' ');
  const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...of]
    .toSorted(([a, x], [b, y]) => y.length - x.length || order(a, b))
    .map(([predicate, members]) => {
      const [row] = textRows(predicate, 150, 1, SMALL, measure).rows;
      const text = row?.text ?? '';
      return [
        {
          heading: {
            text,
            members: members.map(({ id }) => id),
            width: measure(members.length > 1 ? `${text} · ${members.length}` : text, SMALL.size, SMALL.weight),
          },
          height: HEADING_ROW,
        },
        ...members
          .toSorted((a, b) => order(nameOf(a.id), nameOf(b.id)) || order(a.id, b.id))
          .map((member) => ({ member: { ...member, box: boxes.get(member.id)! }, height: boxes.get(member.id)!.height + ROW_GAP })),
      ];
    });
}

/** Columns of rows, none higher than `most` unless one row is. A heading stands with its first member. */
function columnsOf(groups: readonly Row[][], most: number): Row[][] {
  const units = groups.flatMap(([heading, first, ...others]) => [[heading!, first!], ...others.map((row) => [row])]);
  const heightOf = (rows: readonly Row[]): number => rows.reduce((sum, row) => sum + row.height, 0);
  const total = heightOf(units.flat());
  const count = Math.max(1, Math.ceil(total / most));
  const columns: Row[][] = [[]];
  for (const unit of units) {
    const column = columns.at(-1)!;
    if (column.length > 0 && columns.length < count && heightOf(column) + heightOf(unit) / 2 > total / count) columns.push([...unit]);
    else column.push(...unit);
  }
  return columns;
}

export interface FramedList {
  frame: ListFrame;
  boxes: PlacedBox[];
}

/** @param most height in units beyond which a list has several columns */
export function frameOf(list: List, boxes: ReadonlyMap<string, PlacedBox>, most: number, measure: Measure): FramedList {
  const frame: ListFrame = {
    id: list.id,
    hub: list.hub,
    lane: list.lane,
    x: 0,
    y: 0,
    width: 0,
    height: 0,
    headings: [],
    members: [],
    stubs: [],
    trunks: [],
    columns: 0,
  };
  const placed: PlacedBox[] = [];
  let left = 0;
  for (const rows of columnsOf(rowsOf(list, boxes, measure), Math.max(120, most - 2 * PADDING))) {
    let y = PADDING + TRUNK_TOP;
    let right = left;
    let end = y;
    for (const { heading, member, height } of rows) {
      if (heading) {
        frame.headings.push({ ...heading, x: left + HEADING, y: y + HEADING_ROW / 2 });
        right = Math.max(right, left + HEADING + heading.width);
      }
      if (member) {
        const box = { ...movedBox(member.box, left + BODIES, y), frame: list.id };
        placed.push(box);
        frame.members.push(box.id);
        const [join] = member.pair.joins;
        const towardsMember = join!.target === member.id;
        const near: Corner = [left + TRUNK, box.body.y];
        const far: Corner = [box.body.x - box.body.size / 2, box.body.y];
        frame.stubs.push({ joins: member.pair.joins.map(({ id }) => id), member: box.id, towardsMember, points: towardsMember ? [near, far] : [far, near] });
        right = Math.max(right, box.x + box.width);
        end = box.body.y;
      }
      y += height;
    }
    frame.trunks.push([
      [left + TRUNK, TRUNK_TOP],
      [left + TRUNK, end],
    ]);
    frame.height = Math.max(frame.height, y + PADDING - ROW_GAP);
    left = Math.ceil(right + COLUMN_GAP);
  }
  frame.width = left;
  frame.columns = frame.trunks.length;
  frame.height = Math.ceil(frame.height);
  return { frame, boxes: placed };
}

export function movedFrame(frame: ListFrame, dx: number, dy: number): ListFrame {
  const shift = (points: readonly Corner[]): Corner[] => points.map(([x, y]) => [x + dx, y + dy]);
  return {
    ...frame,
    x: frame.x + dx,
    y: frame.y + dy,
    headings: frame.headings.map((one) => ({ ...one, x: one.x + dx, y: one.y + dy })),
    stubs: frame.stubs.map((stub) => ({ ...stub, points: shift(stub.points) })),
    trunks: frame.trunks.map(shift),
  };
}
