/** The plan of a picture to which entities come: everything that it has keeps its place, its list, its fold and its tags. */
import { byId } from '../../model/by-id.ts';
import { boxOf, movedBox } from './boxes.ts';
import { foldAgain, roomOf, shownPairs } from './folds.ts';
import { frameOf } from './frames.ts';
import { reduce, type ShownPair } from './lists-and-tags.ts';
import { type Network, networkOf } from './network.ts';
import type { Fold, ListFrame, Measure, Picture, PictureInput, PictureWords, PlacedBox, Tag } from '../picture.ts';
import { type Block, LEAST_ZOOM, linesOf, type Plan, tagsOf } from './plan.ts';

export interface BesidePlan {
  /** The blocks of what stays are at its places already, so that they are to be put at 0, 0. */
  plan: Plan;
  /** Ids of the blocks that come. */
  coming: ReadonlySet<string>;
}

/** Widths of names that are tried where a name changed and its box would cover another. */
const NARROWER = [124, 92, 60];

const covers = (a: PlacedBox, b: PlacedBox): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** The box of an entity under its name of today. */
function named(box: PlacedBox, name: string, others: readonly PlacedBox[], form: Picture['form'], measure: Measure): PlacedBox {
  if (box.name.whole === name) return box;
  const all = NARROWER.map((widest) => {
    const again = boxOf(
      { id: box.id, type: box.type, lane: box.lane, name, vague: false },
      form,
      { tags: box.tags, widest, alike: box.kind === 'alike' },
      measure,
    );
    const moved = movedBox(again, box.body.x - again.body.x, box.body.y - again.body.y);
    return { ...moved, tags: box.tags, fold: box.fold, frame: box.frame };
  });
  return all.find((one) => !others.some((other) => other.id !== box.id && covers(one, other))) ?? all.at(-1)!;
}

class Shown {
  readonly pairs = new Set<ShownPair>();
  readonly joins = new Set<string>();
  take(pair: ShownPair): string[] {
    this.pairs.add(pair);
    const ids = pair.joins.map(({ id }) => id);
    for (const id of ids) this.joins.add(id);
    return ids;
  }
}

export function planBeside(input: PictureInput, before: Picture, words: PictureWords, measure: Measure): BesidePlan {
  const { form } = before;
  const network = networkOf(input.entities, input.joins);
  const joins = input.joins.filter(({ source, target }) => network.entities.has(source) && (target === undefined || network.entities.has(target)));
  const opened = new Set(input.opened);
  const known = [...before.folds, ...before.unfolded];
  const unfolded = known.filter(({ id }) => opened.has(id));
  const folded = foldAgain(
    network,
    joins,
    known.filter(({ id }) => !opened.has(id)),
    words,
  );
  const { entities, ending } = folded.network;
  const pairs = shownPairs(folded);
  const pairAt = new Map(pairs.map((pair) => [pair.key, pair]));
  const between = (a: string, b: string): ShownPair | undefined => pairAt.get(a < b ? `${a} ${b}` : `${b} ${a}`);
  const pairOfJoin = new Map(pairs.flatMap((pair) => pair.joins.map(({ id }) => [id, pair] as const)));
  const endOf = new Map([...ending.values()].flat().map((join) => [join.id, join]));
  const foldAt = new Map(folded.folds.filter(({ why }) => why === 'near').map((one) => [one.box, one]));
  const shown = new Shown();

  const byHand = (box: PlacedBox): boolean => {
    const at = input.fixed.get(box.id);
    return at !== undefined && (at.x !== box.body.x || at.y !== box.body.y);
  };
  function tagAgain(box: PlacedBox, tag: Tag): Tag[] {
    if (tag.kind === 'hub') {
      const pair = between(box.id, tag.hub!);
      return pair && !pair.held && !shown.pairs.has(pair) ? [{ ...tag, joins: shown.take(pair), outwards: pair.joins[0]!.source === box.id }] : [];
    }
    const kept = tag.joins.flatMap((id): string[] => {
      const pair = pairOfJoin.get(id);
      if (pair) return pair.held || shown.pairs.has(pair) ? [] : shown.take(pair);
      if (!endOf.has(id) || folded.joins.get(id)?.moved === 'held' || endOf.get(id)!.source !== box.id) return [];
      shown.joins.add(id);
      return [id];
    });
    return kept.length === 0 ? [] : [{ ...tag, joins: kept, ...(tag.kind === 'more' ? { text: words.more(kept.length) } : {}) }];
  }
  const old = new Map<string, PlacedBox>();
  for (const box of before.boxes) {
    const entity = entities.get(box.id);
    if (!entity) continue;
    const again = named(box, entity.name, before.boxes, form, measure);
    const fold = foldAt.get(box.id);
    const moved = byHand(box) ? movedBox(again, input.fixed.get(box.id)!.x - again.body.x, input.fixed.get(box.id)!.y - again.body.y) : again;
    old.set(box.id, {
      ...moved,
      fold: moved.fold && (fold ? { ...moved.fold, text: fold.text, open: false } : openedAt(moved.fold, unfolded, network, words)),
      frame: moved === again ? moved.frame : undefined,
    });
  }
  const frames = before.frames
    .map((frame) =>
      frameAgain(frame, old, entities.has(frame.hub), (member) => {
        const pair = between(frame.hub, member);
        return pair && !pair.held && !shown.pairs.has(pair) ? { ids: shown.take(pair), towardsMember: pair.joins[0]!.target === member } : undefined;
      }),
    )
    .filter(({ members }) => members.length > 0);
  for (const box of old.values()) old.set(box.id, { ...box, tags: box.tags.flatMap((tag) => tagAgain(box, tag)) });

  const stays = new Set([...input.keep, ...input.fixed.keys()]);
  const coming = new Set([...entities.keys()].filter((id) => !old.has(id)));
  const reduced = reduce(entities, pairs, { free: (id) => form === 'row' && !stays.has(id), shown: shown.pairs, coming: form === 'row' ? coming : new Set() });
  const boxes = new Map<string, PlacedBox>();
  for (const id of coming)
    boxes.set(
      id,
      boxOf(
        entities.get(id)!,
        form,
        { tags: tagsOf(id, folded, reduced, words, measure), fold: foldAt.get(id), alike: folded.folds.some(({ why, box }) => why === 'alike' && box === id) },
        measure,
      ),
    );
  const listed = new Set(reduced.lists.flatMap(({ members }) => members.map(({ id }) => id)));
  const fresh: Block[] = [...boxes.values()]
    .filter(({ id }) => !listed.has(id))
    .map((box) => ({ id: box.id, lane: box.lane, width: box.width, height: box.height, boxes: [box] }));
  for (const list of reduced.lists) {
    const framed = frameOf(list, boxes, Math.min(input.room.height / LEAST_ZOOM - 60, 520), measure);
    fresh.push({ id: list.id, lane: list.lane, width: framed.frame.width, height: framed.frame.height, boxes: framed.boxes, frame: framed.frame });
  }
  const framedOld = new Map(frames.map((frame) => [frame.id, frame.members.map((id) => old.get(id)!)]));
  const kept: Block[] = [
    ...[...old.values()]
      .filter(({ frame }) => frame === undefined)
      .map((box) => ({ id: box.id, lane: box.lane, width: box.width, height: box.height, boxes: [box] })),
    ...frames.map((frame) => ({ id: frame.id, lane: frame.lane, width: frame.width, height: frame.height, boxes: framedOld.get(frame.id)!, frame })),
  ];
  return {
    plan: {
      form,
      load: roomOf(folded.network),
      room: input.room,
      blocks: [...kept, ...fresh].toSorted(byId),
      lines: reduced.lines.flatMap((pair) => linesOf(pair, words)).toSorted(byId),
      rails: [...frames.filter(({ hub }) => entities.has(hub)), ...reduced.lists].map(({ id, hub }) => ({ id: `rail ${id}`, hub, frame: id })),
      folds: folded.folds,
      unfolded,
      waiting: waitingAt(old, ending, folded.joins, shown.joins),
    },
    coming: new Set(fresh.map(({ id }) => id)),
  };
}

/** The row of a fold that was opened, by which it is closed again; gone with its members. */
function openedAt(row: NonNullable<PlacedBox['fold']>, unfolded: readonly Fold[], { entities }: Network, words: PictureWords): PlacedBox['fold'] {
  const types = unfolded.find(({ id }) => id === row.id)?.members.flatMap((id) => entities.get(id)?.type ?? []) ?? [];
  return types.length === 0 ? undefined : { ...row, text: words.again(types), open: true };
}

/** A list with those of its members that are there still, each in its row. */
function frameAgain(
  frame: ListFrame,
  old: ReadonlyMap<string, PlacedBox>,
  hubIsThere: boolean,
  claimsOf: (member: string) => { ids: string[]; towardsMember: boolean } | undefined,
): ListFrame {
  const members = frame.members.filter((id) => old.get(id)?.frame === frame.id);
  const stubs = frame.stubs.flatMap((stub) => {
    const claims = hubIsThere && members.includes(stub.member) ? claimsOf(stub.member) : undefined;
    if (!claims) return [];
    const points = claims.towardsMember === stub.towardsMember ? stub.points : stub.points.toReversed();
    return [{ ...stub, joins: claims.ids, towardsMember: claims.towardsMember, points }];
  });
  const stubbed = new Set(stubs.map(({ member }) => member));
  const headings = frame.headings
    .map((heading) => ({ ...heading, members: heading.members.filter((id) => stubbed.has(id)) }))
    .filter((heading) => heading.members.length > 0);
  return { ...frame, members, stubs, headings, trunks: hubIsThere ? frame.trunks.slice(0, frame.columns) : [], columns: hubIsThere ? frame.columns : 0 };
}

/** Claims with an open end, and of entities about themselves, that came to bodies which have no room for another row. */
function waitingAt(
  old: ReadonlyMap<string, PlacedBox>,
  ending: Network['ending'],
  joins: ReadonlyMap<string, { moved?: string }>,
  shown: ReadonlySet<string>,
): string[] {
  return [...ending]
    .filter(([id]) => old.has(id))
    .flatMap(([, list]) => list.filter(({ id }) => !shown.has(id) && joins.get(id)!.moved !== 'held').map(({ id }) => id))
    .toSorted();
}
