/**
 * Runs a layout when it is requested and its data is there, and keeps the placed picture of a large drawing: laid out anew when a layout is requested, and
 * completed when entities come, a fold is opened or closed, or something is moved by hand. A newer request stops an earlier run; one that fails or is stopped is
 * told, the drawing goes on without a picture, and what has no place yet is put in rows.
 */
import { useEffect, useRef, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { predicatesQuery } from '../../api/queries.ts';
import { explainError } from '../../api/explain-error.ts';
import { useDeps } from '../../acts/deps.ts';
import { needsReading } from '../../acts/loading/hydrate.ts';
import type { Drawn } from '../../state/drawn/drawn.ts';
import { useStore, useView } from '../../state/store.ts';
import { type RolesOf, type Tier, tiersOf } from '../../../server/domain/picturing/drawn/tiers.ts';
import type { CanvasContent, Positions } from '../../state/view.ts';
import { words } from '../../i18n/messages.ts';
import { framesOf } from '../elements/groups.ts';
import { joinsOf } from '../elements/joins.ts';
import { layOut } from '../layouts/index.ts';
import type { LayoutInput } from '../layouts/layered.ts';
import { FONT } from '../look/stylesheet.ts';
import { layOutPicture } from '../picture/lay-out-picture.ts';
import type { Picture, PictureInput } from '../../../server/domain/picturing/picture.ts';
import { PLAIN_UP_TO } from '../../../server/domain/picturing/plan/plan.ts';
import { drawnAs, isAt, isOutOfDate, isPictureDue, pictureInput, positionsIn, roomOf, seedOf } from './picture-runs.ts';

export interface LayoutState {
  running: boolean;
  /** Positions will change: a layout runs, or waits for its data. */
  pending: boolean;
  stop: () => void;
  /** The placed picture of the drawing; absent while it is drawn without one. */
  picture: Picture | undefined;
}
interface Run {
  stop: () => void;
}
/** What was laid out with some positions: a picture, or only the positions of the entities that were there. Undo finds it by the positions. */
interface Laid {
  picture?: Picture;
  entities: readonly string[];
}
const LAID = new WeakMap<Positions, Laid>();

/** Whether a result for one canvas holds for another: what was asked for is what is there. */
function suits(at: CanvasContent, now: CanvasContent): boolean {
  const asked = ({ entities, claims, hidden, layout, grouping, groups, opened, placed, centre }: CanvasContent): string =>
    JSON.stringify([entities.toSorted(), claims.length, hidden.toSorted(), layout, grouping, groups, opened, placed.toSorted(), centre]);
  return at === now || asked(at) === asked(now);
}

/** The places that no layout changes. */
function placedByHand({ placed, positions }: CanvasContent): Positions {
  const held = new Set(placed);
  return new Map([...positions].filter(([id]) => held.has(id)));
}

export function useLayout(view: Drawn, countryOf: ReadonlyMap<string, string>, waitingMore: boolean, host: () => HTMLElement | null): LayoutState {
  const store = useStore();
  const { tell } = useDeps();
  const wanted = useView((s) => s.layoutWanted);
  const waiting = useView(needsReading);
  const canvas = useView((s) => s.history.present.canvas);
  const predicates = useQuery(predicatesQuery());
  const done = useRef(0);
  const run = useRef<Run | undefined>(undefined);
  /** What is on the screen; it stays there until another has been laid out. */
  const shown = useRef<Laid | undefined>(undefined);
  /** What was last asked for without an act, so that one that fails is not asked again and again. */
  const asked = useRef<readonly unknown[]>([]);
  const [running, setRunning] = useState(false);
  /** Increases where a result no longer suited what is there, so that it is asked for again. */
  const [again, askAgain] = useState(0);
  const ready = !waiting && !waitingMore && !predicates.isPending && view.nodes.length > 0;
  const framed = canvas.grouping !== 'none' || canvas.groups.length > 0;
  const inPicture = canvas.layout === 'layered' && !framed;

  const known = LAID.get(canvas.positions);
  if (!inPicture || view.nodes.length === 0) shown.current = undefined;
  else if (known) shown.current = known;
  const picture = shown.current?.picture;
  const lacking =
    inPicture &&
    (canvas.pictured || isPictureDue(view.nodes.length, picture)) &&
    (known === undefined || (known.picture !== undefined && isOutOfDate(known.picture, view, canvas)));

  const reason = [canvas.positions, canvas.opened, view];
  const isAsked = (): boolean => reason.every((one, i) => one === asked.current[i]);

  /** Where a layout gave nothing, nobody in view may be missing from the drawing: a picture that lacks some goes, and who has no place is put in rows. */
  const goWithout = async (at: CanvasContent): Promise<void> => {
    const { positions } = store.get().history.present.canvas;
    const fixed = new Map([...positions].filter(([id]) => view.nodes.some((node) => node.id === id)));
    const before = shown.current?.picture;
    if (fixed.size < view.nodes.length || (before && isOutOfDate(before, view, at))) keep(at, {}, await layOut('grid', { ...layoutInput(at), fixed }).done);
  };
  /** Says what came of a layout without one, and offers it again. */
  const tellOf = (message: string, failed: boolean): void => {
    const again = (): void => {
      const { layout, centre } = store.get().history.present.canvas;
      store.dispatch({ type: 'layout', words: words.acts.layout(words.canvas[layout]), layout, centre });
    };
    tell(message, failed, { label: words.canvas.layout, run: again });
  };
  const start = (at: CanvasContent, begin: () => { work: Promise<void>; stop: () => void }): void => {
    // The earlier one first: both use one worker, which is ended with the earlier.
    run.current?.stop();
    const { work, stop } = begin();
    const mine: Run = { stop };
    run.current = mine;
    setRunning(true);
    void work
      .catch(async (fault: unknown) => {
        console.error(fault);
        await goWithout(at);
        tellOf(words.canvas.layoutFailed(explainError(fault)), true);
      })
      .finally(() => {
        if (run.current !== mine) return;
        run.current = undefined;
        setRunning(false);
      });
  };
  const tiers = (): Map<string, Tier> => {
    const roles = new Map((predicates.data?.predicates ?? []).map((p) => [p.id, p.roles]));
    const rolesOf: RolesOf = (predicate) => roles.get(predicate) ?? {};
    return tiersOf(view.nodes, view.all, rolesOf);
  };
  /** Keeps what was laid out under its positions, and writes these to the document. What no longer suits is asked for again. */
  const keep = (at: CanvasContent, laid: Omit<Laid, 'entities'>, places: Positions, show?: readonly string[]): void => {
    const now = store.get().history.present.canvas;
    if (!suits(at, now)) {
      done.current = Math.min(done.current, wanted - 1);
      asked.current = [];
      askAgain((n) => n + 1);
      return;
    }
    const positions = new Map([...now.positions, ...places]);
    LAID.set(positions, { ...laid, entities: view.nodes.map(({ id }) => id) });
    store.dispatch({ type: 'laid-out', positions, show, pictured: laid.picture !== undefined });
  };

  const layoutInput = (at: CanvasContent): LayoutInput => ({
    nodes: view.nodes.map((node) => node.id).toSorted(),
    edges: view.all.flatMap((edge) => edge.segments.map((s) => ({ id: `${edge.id}#${s.n}`, source: s.from, target: s.to }))),
    tiers: tiers(),
    fixed: placedByHand(at),
    parents: framesOf({ nodes: view.nodes, canvas: at, countryOf, nameOf: (id) => id }).of,
    centre: at.centre,
    types: new Map(view.nodes.map((node) => [node.id, node.type])),
    names: new Map(view.nodes.map((node) => [node.id, node.name])),
  });

  // A filter hid somebody while the rest was laid out, and has gone.
  const unplaced = !lacking && view.nodes.some(({ id }) => !canvas.positions.has(id));
  useEffect(() => {
    if (!ready) return;
    if (done.current >= wanted) {
      if (!unplaced || run.current || isAsked()) return;
      asked.current = reason;
    }
    done.current = wanted;
    const { canvas: at } = store.get().history.present;
    const input = layoutInput(at);
    const { fixed } = input;
    const room = roomOf(host());
    const joins = joinsOf(view);
    const runs: Run[] = [];
    const plain = async (): Promise<Positions> => {
      const one = layOut(at.layout, input);
      runs.push(one);
      return one.done;
    };
    const layOutAnew = async (): Promise<void> => {
      if (!inPicture || !isPictureDue(view.nodes.length, undefined, { joins })) {
        const positions = await plain();
        if (!inPicture || !isPictureDue(view.nodes.length, undefined, { joins, plain: { positions, ids: input.nodes, room } })) return keep(at, {}, positions);
      }
      try {
        const next = layOutPicture(pictureInput({ view, canvas: at, tiers: input.tiers, room, fixed, keep: store.get().selection.entities }), FONT);
        runs.push(next);
        const picture = await next.done;
        keep(at, { picture }, positionsIn(picture));
      } catch (fault) {
        keep(at, {}, await plain());
        throw fault;
      }
    };
    start(at, () => ({ work: layOutAnew(), stop: () => runs.forEach((one) => one.stop()) }));
  }, [ready, wanted, again, view, predicates.data, store, countryOf, unplaced, running]);

  useEffect(() => {
    if (!ready || !lacking || done.current < wanted || run.current) return;
    if (isAsked()) return;
    asked.current = reason;
    const lanes = tiers();
    // Bodies with names below have no lists; what grows beyond them is drawn in rows from then on.
    const before =
      picture && (picture.form === 'row' || view.nodes.length <= PLAIN_UP_TO)
        ? picture
        : shown.current && seedOf(shown.current.entities, canvas.positions, view.nodes, lanes, FONT);
    const input = pictureInput({ view, canvas, tiers: lanes, room: roomOf(host()), fixed: placedByHand(canvas), keep: store.get().selection.entities, before });
    const runs: Run[] = [];
    const laidOut = async (one: PictureInput): Promise<Picture> => {
      const next = layOutPicture(one, FONT);
      runs.push(next);
      return next.done;
    };
    const complete = async (): Promise<void> => {
      let laid = await laidOut(input);
      // A small drawing that somebody else sees in another room, or after it has grown, stays as it was; a large one is laid out for the room.
      if (!before && laid.form === 'plain' && !isAt(laid, canvas.positions))
        laid = await laidOut({
          ...input,
          before: seedOf(
            input.entities.map(({ id }) => id),
            canvas.positions,
            view.nodes,
            lanes,
            FONT,
          ),
        });
      keep(canvas, { picture: laid }, positionsIn(laid), before && input.coming);
    };
    start(canvas, () => ({ work: complete(), stop: () => runs.forEach((one) => one.stop()) }));
  }, [ready, lacking, wanted, again, canvas, view, running]);

  useEffect(() => store.dispatch({ type: 'drawn-as', as: drawnAs(picture) }), [picture, store]);

  useEffect(() => () => run.current?.stop(), []);
  return {
    running,
    pending: running || (done.current < wanted && view.nodes.length > 0) || (ready && unplaced && !isAsked()),
    stop: () => {
      run.current?.stop();
      run.current = undefined;
      // What was stopped is not asked again until something else comes.
      asked.current = reason;
      setRunning(false);
      void goWithout(canvas).then(() => tellOf(words.canvas.layoutStopped, false));
    },
    picture,
  };
}
