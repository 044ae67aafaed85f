/** What a picture will show, before anything has a place: boxes with their sizes, lists, tags, folds, and the lines that remain. */
import { byId } from '../../model/by-id.ts';
import { boxOf, SMALL, type TagDraft } from './boxes.ts';
import { fold, roomOf, shownPairs, type Folded, type FoldedJoin } from './folds.ts';
import { frameOf } from './frames.ts';
import { reduce, type Reduced, type ShownPair } from './lists-and-tags.ts';
import { networkOf } from './network.ts';
import type { Fold, Form, Lane, ListFrame, Measure, PictureInput, PictureWords, PlacedBox, RoutedLine } from '../picture.ts';
import { textRows } from './text-rows.ts';

/** What is placed as one: a box, or the frame of a list with its boxes. Everything in it is relative to its left upper corner. */
export interface Block {
  id: string;
  lane: Lane;
  width: number;
  height: number;
  boxes: PlacedBox[];
  frame?: ListFrame;
  /** Centre of the body where it was placed by hand. */
  fixed?: { x: number; y: number };
}
export type PlannedLine = Pick<RoutedLine, 'id' | 'from' | 'to' | 'kind' | 'joins' | 'claims' | 'bothWays' | 'text'>;
export interface Plan {
  form: Form;
  /** Number of boxes whose room it takes. */
  load: number;
  room: { width: number; height: number };
  /** In the order of ids. */
  blocks: Block[];
  lines: PlannedLine[];
  /** Neutral lines from the frame of a list to its hub. */
  rails: { id: string; hub: string; frame: string }[];
  folds: Fold[];
  unfolded: Fold[];
  /** Joins for which there is no room. */
  waiting: string[];
}

/** The picture arrives at this zoom at least, so that names of 12.5 units have 11 px. */
export const LEAST_ZOOM = 0.88;
/** Most entities of which the plain form is tried. */
export const PLAIN_UP_TO = 40;
const MOST_TAGS = 2;
/** Most of a tag that the name of the hub takes. */
const HUB_WIDTH = 62;

function textOf(join: FoldedJoin, alike: boolean, count: number, words: PictureWords): string {
  if (alike && count > 1) return words.times(join.predicate, count);
  return join.claims > 1 ? words.bundled(join.predicate, join.claims - 1) : join.predicate;
}

export function linesOf(pair: ShownPair, words: PictureWords): PlannedLine[] {
  const claimsOf = (joins: readonly FoldedJoin[]): number => joins.reduce((sum, { claims }) => sum + claims, 0);
  const one = (id: string, joins: readonly FoldedJoin[], kind: RoutedLine['kind']): PlannedLine => {
    const [join] = joins;
    const back = joins.some(({ source, bothWays }) => bothWays || source !== join!.source);
    return {
      id,
      from: join!.source,
      to: join!.target!,
      kind,
      joins: joins.map((each) => each.id),
      claims: claimsOf(joins),
      bothWays: kind !== 'held' && back,
      text: kind === 'held' ? '' : textOf(join!, kind === 'alike', joins.length, words),
    };
  };
  if (pair.held) return [one(`held ${pair.key}`, pair.joins, 'held')];
  if (pair.alike) return [one(`alike ${pair.key}`, pair.joins, 'alike')];
  return pair.joins.map((join) => one(join.id, [join], 'claim'));
}

/** The start of a hub's name that leaves room for the predicate. */
function shortName(name: string, measure: Measure): string {
  return textRows(name, HUB_WIDTH, 1, SMALL, measure).rows[0]?.text ?? '';
}

/** Rows at a box for lines that are not drawn: open ends and claims about itself first, since no hub shows them, then those of its hubs. */
export function tagsOf(id: string, folded: Folded, reduced: Reduced, words: PictureWords, measure: Measure): TagDraft[] {
  const ends = (folded.network.ending.get(id) ?? [])
    .map((join) => folded.joins.get(join.id)!)
    .filter((join) => join.moved !== 'held')
    .map((join): TagDraft => {
      const text = textOf(join, false, 1, words);
      return { kind: join.target === undefined ? 'open' : 'self', joins: [join.id], outwards: join.openSubject !== true, text, said: text };
    });
  const hubs = (reduced.tags.get(id) ?? []).map(({ hub, pair }): TagDraft => {
    const [join] = pair.joins;
    const said = textOf(join!, pair.alike, pair.joins.length, words);
    const text = words.tag(shortName(folded.network.entities.get(hub)!.name, measure), said);
    return { kind: 'hub', hub, joins: pair.joins.map((each) => each.id), outwards: join!.source === id, text, said };
  });
  const all = [...ends, ...hubs];
  if (all.length <= MOST_TAGS + 1) return all;
  const rest = all.slice(MOST_TAGS);
  return [...all.slice(0, MOST_TAGS), { kind: 'more', joins: rest.flatMap(({ joins }) => joins), outwards: true, text: words.more(rest.length), said: '' }];
}

/**
 * @param capacity number of boxes that the room has
 * @param tagged keys of pairs that end as tags
 */
export function planPicture(
  input: PictureInput,
  form: Form,
  capacity: number,
  words: PictureWords,
  measure: Measure,
  tagged: ReadonlySet<string> = new Set(),
): Plan {
  const { room, opened, keep, fixed } = input;
  const unfolded = networkOf(input.entities, input.joins);
  const stays = new Set([...keep, ...fixed.keys()]);
  const folded = fold(
    unfolded,
    input.joins.filter(({ source, target }) => unfolded.entities.has(source) && (target === undefined || unfolded.entities.has(target))),
    {
      capacity: form === 'plain' ? Number.POSITIVE_INFINITY : capacity,
      keep: stays,
      opened: new Set(opened),
      words,
    },
  );
  const { entities } = folded.network;
  const pairs = shownPairs(folded);
  const reduced: Reduced = form === 'plain' ? { lists: [], tags: new Map(), lines: pairs } : reduce(entities, pairs, { free: (id) => !stays.has(id), tagged });
  const foldAt = new Map(folded.folds.filter(({ why }) => why === 'near').map((one) => [one.box, one]));
  const alike = new Set(folded.folds.filter(({ why }) => why === 'alike').map(({ box }) => box));
  const boxes = new Map<string, PlacedBox>();
  for (const entity of entities.values())
    boxes.set(
      entity.id,
      boxOf(entity, form, { tags: tagsOf(entity.id, folded, reduced, words, measure), fold: foldAt.get(entity.id), alike: alike.has(entity.id) }, measure),
    );
  const listed = new Set(reduced.lists.flatMap(({ members }) => members.map(({ id }) => id)));
  const blocks: Block[] = [];
  for (const box of boxes.values())
    if (!listed.has(box.id)) {
      const at = fixed.get(box.id);
      blocks.push({ id: box.id, lane: box.lane, width: box.width, height: box.height, boxes: [box], ...(at ? { fixed: at } : {}) });
    }
  for (const list of reduced.lists) {
    const framed = frameOf(list, boxes, room.height / LEAST_ZOOM - 60, measure);
    blocks.push({ id: list.id, lane: list.lane, width: framed.frame.width, height: framed.frame.height, boxes: framed.boxes, frame: framed.frame });
  }
  return {
    form,
    load: roomOf(folded.network),
    room,
    blocks: blocks.toSorted(byId),
    lines: reduced.lines.flatMap((pair) => linesOf(pair, words)).toSorted(byId),
    rails: reduced.lists.map(({ id, hub }) => ({ id: `rail ${id}`, hub, frame: id })),
    folds: folded.folds,
    unfolded: [],
    waiting: [],
  };
}
