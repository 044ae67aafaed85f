/**
 * Runs a layout when it is requested and its data is there, and keeps the placed picture of a large drawing: laid out anew when a layout is requested, and
 * completed when entities come, a fold is opened, or something is moved by hand. A newer request stops an earlier run.
 */
import { useEffect, useRef, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { predicatesQuery } from '../../api/queries.ts';
import { needsReading } from '../../acts/hydrate.ts';
import type { Drawn } from '../../state/drawn/drawn.ts';
import { firstDays } from '../../state/canvas/first-days.ts';
import { useStore, useView } from '../../state/store.ts';
import { type RolesOf, type Tier, tiersOf } from '../../state/canvas/tiers.ts';
import type { CanvasContent, Positions } from '../../state/view.ts';
import { framesOf } from '../elements/groups.ts';
import { layOut } from '../layouts/index.ts';
import type { LayoutInput } from '../layouts/layered.ts';
import { FONT } from '../look/stylesheet.ts';
import { layOutPicture } from '../picture/lay-out-picture.ts';
import type { Picture } from '../picture/picture.ts';
import { freshIn, isPictureDue, pictureInput, positionsIn, roomOf } from './picture-runs.ts';

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
/** The picture that was laid out with these positions, so that undo finds it; `none` for positions that were laid out without one. */
const PICTURES = new WeakMap<Positions, Picture | 'none'>();

export function useLayout(view: Drawn, countryOf: ReadonlyMap<string, string>, waitingMore: boolean, host: () => HTMLElement | null): LayoutState {
  const store = useStore();
  const wanted = useView((s) => s.layoutWanted);
  const waiting = useView(needsReading);
  const canvas = useView((s) => s.history.present.canvas);
  const predicates = useQuery(predicatesQuery());
  const done = useRef(0);
  const run = useRef<Run | undefined>(undefined);
  /** The picture on the screen; it stays there until another has been laid out. */
  const shown = useRef<Picture | undefined>(undefined);
  /** What the last completion was asked for, so that one that fails is not asked again and again. */
  const asked = useRef<unknown[]>([]);
  const [running, setRunning] = useState(false);
  const [, redraw] = useState(0);
  const ready = !waiting && !waitingMore && !predicates.isPending && view.nodes.length > 0;
  const framed = canvas.grouping !== 'none' || canvas.groups.length > 0;
  const inPicture = canvas.layout === 'layered' && !framed;

  const known = PICTURES.get(canvas.positions);
  if (!inPicture || known === 'none' || view.nodes.length === 0) shown.current = undefined;
  else if (known) shown.current = known;
  const picture = shown.current;
  const opened = picture !== undefined && picture.folds.some(({ id }) => canvas.opened.includes(id));
  const lacking = inPicture && known !== 'none' && isPictureDue(view, canvas, picture) && (known === undefined || opened || freshIn(view, known).length > 0);

  const start = (work: Promise<void>, stop: () => void): void => {
    run.current?.stop();
    const mine: Run = { stop };
    run.current = mine;
    setRunning(true);
    void work
      // A run that was stopped ends without a result.
      .catch(() => undefined)
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
  /** Keeps a picture under the positions it gives, and writes these to the document. */
  const keep = (at: CanvasContent, next: Picture, show?: readonly string[]): void => {
    if (store.get().history.present.canvas !== at) return;
    const positions = new Map([...at.positions, ...positionsIn(next)]);
    PICTURES.set(positions, next);
    store.dispatch({ type: 'laid-out', positions, show });
  };

  useEffect(() => {
    if (!ready || done.current >= wanted) return;
    done.current = wanted;
    const { canvas: at } = store.get().history.present;
    const placed = new Set(at.placed);
    const fixed = new Map([...at.positions].filter(([id]) => placed.has(id)));
    const input: LayoutInput = {
      nodes: view.nodes.map((node) => node.id).toSorted(),
      edges: view.all.flatMap((edge) => edge.segments.map((s) => ({ id: `${edge.id}#${s.n}`, source: s.from, target: s.to }))),
      tiers: tiers(),
      fixed,
      parents: framesOf({ nodes: view.nodes, canvas: at, countryOf, nameOf: (id) => id }).of,
      centre: at.centre,
      dates: firstDays(view.all),
      types: new Map(view.nodes.map((node) => [node.id, node.type])),
      names: new Map(view.nodes.map((node) => [node.id, node.name])),
    };
    const room = roomOf(host());
    const runs: Run[] = [];
    const layOutAnew = async (): Promise<void> => {
      const large = isPictureDue(view, at, undefined);
      if (!inPicture || !large) {
        const plain = layOut(at.layout, input);
        runs.push(plain);
        const positions = await plain.done;
        if (!inPicture || !isPictureDue(view, { ...at, positions }, undefined, room)) {
          if (store.get().history.present.canvas !== at) return;
          const all = new Map([...at.positions, ...positions]);
          PICTURES.set(all, 'none');
          store.dispatch({ type: 'laid-out', positions: all });
          return;
        }
      }
      const next = layOutPicture(pictureInput({ view, canvas: at, tiers: input.tiers, room, fixed, keep: store.get().selection.entities }), FONT);
      runs.push(next);
      keep(at, await next.done);
    };
    start(layOutAnew(), () => runs.forEach((one) => one.stop()));
  }, [ready, wanted, view, predicates.data, store, countryOf]);

  useEffect(() => {
    if (!ready || !lacking || done.current < wanted) return;
    const reason = [canvas.positions, canvas.opened, view];
    if (reason.every((one, i) => one === asked.current[i])) return;
    asked.current = reason;
    const fresh = new Set(picture ? freshIn(view, picture) : []);
    const placed = new Set(canvas.placed);
    // Without a picture before it what was there already stays, each at its position.
    const fixed = new Map([...canvas.positions].filter(([id]) => (picture ? placed.has(id) : !fresh.has(id))));
    const next = layOutPicture(
      pictureInput({ view, canvas, tiers: tiers(), room: roomOf(host()), fixed, keep: store.get().selection.entities, before: picture }),
      FONT,
    );
    start(
      next.done.then((laid) => keep(canvas, laid, [...fresh])),
      next.stop,
    );
  }, [ready, lacking, wanted, canvas, view]);

  useEffect(() => {
    const byId = picture?.folds ?? [];
    store.dispatch({ type: 'folded', folds: byId.map(({ id, text, members }) => ({ id, label: text, members })) });
  }, [picture, store]);

  useEffect(() => () => run.current?.stop(), []);
  return {
    running,
    pending: running || (done.current < wanted && view.nodes.length > 0),
    stop: () => {
      run.current?.stop();
      run.current = undefined;
      setRunning(false);
      redraw((n) => n + 1);
    },
    picture,
  };
}
