/** The size of a box and where body, name, fold row and tags are in it, in both forms. */
import type { DrawnEntity, Fold, Form, Measure, PlacedBox, Rectangle, Tag } from '../picture.ts';
import { textRows } from './text-rows.ts';

const NAME = { size: 12.5, weight: 500 };
export const SMALL = { size: 11, weight: 400 };
const ROW = 14;
const SMALL_ROW = 14;
export const BODY: Readonly<Record<Form, { usual: number; plot: number }>> = { plain: { usual: 40, plot: 50 }, row: { usual: 24, plot: 28 } };
/** Widest row of a name. */
const NAME_WIDTH: Readonly<Record<Form, number>> = { plain: 146, row: 124 };
const NAME_ROWS = 2;
/** Between body and name. */
const BESIDE = 6;
const BELOW = 5;
/** The sample of a line before the text of a tag. */
export const SAMPLE = { width: 22, gap: 6 };
const TAG_WIDTH = 118;

export type TagDraft = Pick<Tag, 'kind' | 'hub' | 'joins' | 'outwards' | 'text' | 'said'>;

function tagRow(draft: TagDraft, x: number, top: number, measure: Measure): Tag {
  const [row] = textRows(draft.text, TAG_WIDTH, 1, SMALL, measure).rows;
  const before = draft.kind === 'more' ? 0 : SAMPLE.width + SAMPLE.gap;
  return { ...draft, text: row?.text ?? '', x, y: top + SMALL_ROW / 2, width: before + (row?.width ?? 0) };
}

export interface BoxParts {
  tags?: readonly TagDraft[];
  fold?: Fold;
  alike?: boolean;
  /** Widest row of the name, where it has less room than usual. */
  widest?: number;
}

/** A box with its left upper corner at 0, 0. */
export function boxOf(entity: DrawnEntity, form: Form, { tags = [], fold, alike = false, widest = NAME_WIDTH[form] }: BoxParts, measure: Measure): PlacedBox {
  const size = entity.type === 'Plot' ? BODY[form].plot : BODY[form].usual;
  const { rows, cut } = textRows(entity.name, widest, NAME_ROWS, NAME, measure);
  const [under] = fold ? textRows(fold.text, NAME_WIDTH[form], 1, SMALL, measure).rows : [];
  const nameWidth = Math.max(0, ...rows.map(({ width }) => width));
  const base = { id: entity.id, kind: alike ? ('alike' as const) : ('entity' as const), type: entity.type, lane: entity.lane };
  const nameHeight = rows.length * ROW;
  const small = tags.length + (under ? 1 : 0);
  if (form === 'row') {
    const column = BODY.row.plot + BESIDE;
    const main = Math.max(BODY.row.plot, nameHeight);
    // A body stays beside its name: with rows below, both move up together.
    const centre = main / 2;
    const nameTop = centre - nameHeight / 2;
    const smallTop = nameTop + nameHeight;
    const drawn = tags.map((tag, i) => tagRow(tag, column, smallTop + (i + (under ? 1 : 0)) * SMALL_ROW, measure));
    return rounded({
      ...base,
      x: 0,
      y: 0,
      width: column + Math.max(nameWidth, under?.width ?? 0, ...drawn.map((tag) => tag.width)),
      height: Math.max(main, smallTop + small * SMALL_ROW),
      body: { x: BODY.row.plot / 2, y: centre, size },
      name: { x: column, y: nameTop, rows, cut, whole: entity.name },
      ...(fold && under ? { fold: { id: fold.id, text: under.text, x: column, y: smallTop + SMALL_ROW / 2, width: under.width } } : {}),
      tags: drawn,
    });
  }
  const nameTop = BODY.plain.plot + BELOW;
  const smallTop = nameTop + nameHeight;
  const drafts = tags.map((tag, i) => tagRow(tag, 0, smallTop + (i + (under ? 1 : 0)) * SMALL_ROW, measure));
  const width = Math.max(BODY.plain.plot, nameWidth, under?.width ?? 0, ...drafts.map((tag) => tag.width));
  return rounded({
    ...base,
    x: 0,
    y: 0,
    width,
    height: smallTop + small * SMALL_ROW,
    body: { x: width / 2, y: BODY.plain.plot / 2, size },
    name: { x: width / 2, y: nameTop, rows, cut, whole: entity.name },
    ...(fold && under ? { fold: { id: fold.id, text: under.text, x: (width - under.width) / 2, y: smallTop + SMALL_ROW / 2, width: under.width } } : {}),
    tags: drafts.map((tag) => ({ ...tag, x: (width - tag.width) / 2 })),
  });
}

/** Whole units for the box, because a fraction would add up over a column. */
function rounded(box: PlacedBox): PlacedBox {
  return { ...box, width: Math.ceil(box.width), height: Math.ceil(box.height) };
}

export function movedBox(box: PlacedBox, dx: number, dy: number): PlacedBox {
  return {
    ...box,
    x: box.x + dx,
    y: box.y + dy,
    body: { ...box.body, x: box.body.x + dx, y: box.body.y + dy },
    name: { ...box.name, x: box.name.x + dx, y: box.name.y + dy },
    ...(box.fold ? { fold: { ...box.fold, x: box.fold.x + dx, y: box.fold.y + dy } } : {}),
    tags: box.tags.map((tag) => ({ ...tag, x: tag.x + dx, y: tag.y + dy })),
  };
}

export function bodyOf({ body }: Pick<PlacedBox, 'body'>): Rectangle {
  return { x: body.x - body.size / 2, y: body.y - body.size / 2, width: body.size, height: body.size };
}

/** What of a box no other line may pass: in the row form all of it, in the plain form its body, and what is below. */
export function solidOf(box: PlacedBox, form: Form): Rectangle[] {
  if (form === 'row') return [box];
  const top = box.name.y;
  return [bodyOf(box), { x: box.x, y: top, width: box.width, height: box.y + box.height - top }];
}

export function overlaps(a: Rectangle, b: Rectangle, gap = 0): boolean {
  return a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap;
}

/** The smallest rectangle around all; 0 wide and high around none. */
export function around(all: readonly Rectangle[]): Rectangle {
  if (all.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const x = Math.min(...all.map((one) => one.x));
  const y = Math.min(...all.map((one) => one.y));
  return { x, y, width: Math.max(...all.map((one) => one.x + one.width)) - x, height: Math.max(...all.map((one) => one.y + one.height)) - y };
}
