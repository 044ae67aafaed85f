/**
 * The placed picture: where every body, name, list, tag, fold, line and predicate of a drawing is. It is worked out apart from Cytoscape, which only draws it.
 * Lengths are canvas units (px at zoom 1); x grows to the right, y downwards. It is laid out for reading from left to right; who draws it mirrors it.
 */
import type { EntityType } from '../model/lists.ts';
import type { Tier } from './drawn/tiers.ts';

export type Corner = readonly [x: number, y: number];
export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Body of 40 units with the name below, or body of 24 units with the name to its right. One form holds for a whole picture. */
export type Form = 'plain' | 'row';
export type Lane = Tier;

/** An entity that is to be drawn. */
export interface DrawnEntity {
  id: string;
  type: EntityType;
  name: string;
  /** Whether nobody is named by it: unnamed, generic or several candidates. These are folded first. */
  vague: boolean;
  lane: Lane;
}
/**
 * What is to be drawn between two entities as one line: an edge element of `elements.ts`, which stands for one claim or for a bundle of them. `source` and
 * `target` are equal for a claim about an entity and itself; `target` is absent for a claim with an open end.
 */
export interface Join {
  id: string;
  source: string;
  target?: string;
  /** Whether the open end is the subject, so that the claim leads to `source`. */
  openSubject?: boolean;
  /** The predicate with its flags, without the number of further claims. */
  predicate: string;
  /** Number of claims. */
  claims: number;
  /** Standing, -1 to 6, of the claim whose look the line has. */
  rank: number;
  /** Whether claims run both ways. */
  bothWays: boolean;
}

/** A row of text with the place of its left end and its middle. */
export interface TextRow {
  text: string;
  width: number;
}

/** A body with its name and its tags. Nothing else of the picture is within its rectangle, and no line passes through it. */
export interface PlacedBox extends Rectangle {
  /** Entity id; for a fold of alike entities the id of the fold. */
  id: string;
  kind: 'entity' | 'alike';
  type: EntityType;
  lane: Lane;
  /** Centre and size of the body. The centre is what is stored as the position of the entity. */
  body: { x: number; y: number; size: number };
  /** In the row form `x` is the left end of its rows, in the plain form their middle; `y` is the top of the first row. Rows are 14 units apart. */
  name: { x: number; y: number; rows: TextRow[]; cut: boolean; whole: string };
  /** The row "+ 2 people, 1 case" of a fold of near entities into this one. */
  fold?: { id: string; text: string; x: number; y: number; width: number; open?: boolean };
  tags: Tag[];
  /** The frame of the list in which it stands. */
  frame?: string;
}
/** A row at a box that stands for lines which are not drawn, or for one that leads nowhere else. */
export interface Tag {
  /** `hub`: the line leads to `hub` and is drawn when that is pointed at. `open`: its other end is unknown. `self`: it leads back to the entity. */
  kind: 'hub' | 'open' | 'self' | 'more';
  /** The entity at the other end; absent for `open`, `self` and `more`. */
  hub?: string;
  /** Joins that it stands for. The sample before the text has the look of the first. */
  joins: string[];
  /** Whether the sample has its arrow to the left, that is towards the other end. */
  outwards: boolean;
  /** "Iran · hired"; for `more` "+3". */
  text: string;
  /** The whole predicate, of which `text` may have the start. */
  said: string;
  /** Left end and middle of the sample, which is 22 units wide; the text begins 28 units after `x`, or at `x` for `more`. */
  x: number;
  y: number;
  width: number;
}

/** Entities whose only neighbour is the hub, framed, under their predicates. A hub has one frame for each lane. */
export interface ListFrame extends Rectangle {
  id: string;
  hub: string;
  lane: Lane;
  /** Each predicate with the members under it. `x` and `y`: left end and middle of the text. */
  headings: { text: string; members: string[]; x: number; y: number; width: number }[];
  /** Ids of the boxes inside, from top to bottom. */
  members: string[];
  /** The line of each member, from the trunk to its body. It looks like its join and leads from source to target as the join does. */
  stubs: { joins: string[]; member: string; points: readonly Corner[]; towardsMember: boolean }[];
  /** Neutral lines inside the frame that hold the stubs together: no claim, no arrow. The first are those of its columns. */
  trunks: (readonly Corner[])[];
  columns: number;
}
/** The neutral line from a frame to its hub, or to the rail: 1.5 units, muted, no arrow, no claim. */
export interface Rail {
  id: string;
  hub: string;
  frames: string[];
  points: readonly Corner[];
}

/** A line between two boxes, with its points from the edge of the one to the edge of the other. */
export interface RoutedLine {
  /** Id of the join, or of the line that stands for several. */
  id: string;
  /** Box ids at its first and last point. */
  from: string;
  to: string;
  /**
   * `claim`: one join, and looks like it. `alike`: the joins of alike entities, and looks like the least firm of them. `held`: a fold of near entities moved
   * it to another end, so it is no claim and looks like none: a grey hairline without arrow or predicate.
   */
  kind: 'claim' | 'alike' | 'held';
  /** Every join that it stands for; the first is that whose look it has. */
  joins: string[];
  /** Number of claims it stands for. */
  claims: number;
  points: readonly Corner[];
  bothWays: boolean;
  /** Absent where there was no free place for it: shown on hover. `x` and `y`: the middle of the text. */
  predicate?: { rows: TextRow[]; x: number; y: number; width: number; height: number };
  /** What is shown on hover where no predicate is placed; empty for `held`. */
  text: string;
}

/** The heading of a lane, or of neighbouring lanes that share columns: its words are those of the lanes. */
export interface LaneHeading extends Rectangle {
  lanes: Lane[];
  /** As much of its words as its width has room for. */
  text: string;
}
/** Entities that are drawn as one body (`alike`), or counted in a row of a neighbour (`near`). */
export interface Fold {
  /** Repeats for the same members, so that an opened one stays open. */
  id: string;
  why: 'alike' | 'near';
  /** The box that shows it. */
  box: string;
  members: string[];
  /** Joins of its members that no line shows: those to its box, and those beside a claim of the box with the same entity. */
  joins: string[];
  text: string;
}

export interface Picture {
  form: Form;
  boxes: PlacedBox[];
  frames: ListFrame[];
  rails: Rail[];
  lines: RoutedLine[];
  lanes: LaneHeading[];
  folds: Fold[];
  /** Folds that were opened, so that they can be closed again. */
  unfolded: Fold[];
  /** Everything lies within 0, 0, width, height, unless entities placed by hand lie elsewhere: `bounds` has all of it. */
  bounds: Rectangle;
  /** Joins without a place: they came to entities beside which there is no room for a row. A new layout gives them one. */
  waiting: string[];
}

/** Words of the interface that a picture prints. */
export interface PictureWords {
  /** "5 groups: …" */
  alike: (type: EntityType, names: readonly string[]) => string;
  /** "+ 2 people, 1 case" */
  near: (types: readonly EntityType[]) => string;
  /** "− 2 people, 1 case": the row of a fold that was opened. */
  again: (types: readonly EntityType[]) => string;
  /** "Iran · hired" */
  tag: (hub: string, predicate: string) => string;
  /** "+3": further tags. */
  more: (count: number) => string;
  /** "hired +2": further claims of the same two. */
  bundled: (predicate: string, others: number) => string;
  /** "hired ×2": the same claim of several alike entities. */
  times: (predicate: string, count: number) => string;
  /** The heading of lanes that share columns. */
  lanes: (lanes: readonly Lane[]) => string;
}
/** Width of a text in units. */
export type Measure = (text: string, size: number, weight: number) => number;

export interface PictureInput {
  entities: readonly DrawnEntity[];
  joins: readonly Join[];
  /** Free room on the screen in px, without toolbar, strips and panels. */
  room: { width: number; height: number };
  /** Entities that are never folded or put in a list: chosen ones and ends of a trace. */
  keep: readonly string[];
  /** Centres of bodies placed by hand, by entity id. They stay. */
  fixed: ReadonlyMap<string, { x: number; y: number }>;
  /** Ids of folds that were opened. */
  opened: readonly string[];
  /** The picture on the screen, to which entities are added: whatever it has stays where it is. Absent for a new layout. */
  before?: Picture;
  /** The entity of which the new ones were shown. */
  parent?: string;
}
