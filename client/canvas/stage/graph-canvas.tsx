/** The network on the page: draws the view, and turns pointer and keys into acts. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { useScheme } from '../../ui/use-scheme.ts';
import { toggledBundle } from '../../state/canvas/bundles.ts';
import { useDeps, type Deps } from '../../acts/deps.ts';
import { openFolds, toggleFold } from '../../acts/open-things.ts';
import type { Marks } from '../../state/marks/marks.ts';
import { useMarked } from '../../state/marks/use-marked.ts';
import { useStore, useView } from '../../state/store.ts';
import { words } from '../../i18n/messages.ts';
import { emphasisClasses } from '../elements/emphasis.ts';
import { type CanvasEvents, type CanvasHandle, type CanvasTarget, mountCanvas } from '../drawing/mount.ts';
import { type Cover, coverOf } from '../drawing/bring-into-view.ts';
import { useCanvasKeys } from './use-canvas-keys.ts';
import { useEmphasis } from './use-emphasis.ts';
import { useLayout } from './use-layout.ts';
import { HoverCard } from './hover-card.tsx';
import type { Point } from '../../state/view.ts';
import { traceQuery } from '../../api/queries.ts';
import type { Drawn } from '../../state/drawn/drawn.ts';
import { type CanvasElements, toElements } from '../elements/elements.ts';
import { pictureOf } from '../elements/picture-on.ts';
import { MIRRORED } from '../elements/mirror.ts';
import type { Picture, Rectangle } from '../../../server/domain/picturing/picture.ts';
import type { PictureMap } from './mini-map.tsx';
import { shownBy } from '../elements/shown-by.ts';
import { framesOf } from '../elements/groups.ts';

export interface GraphCanvasProps {
  onMenu: (target: CanvasTarget, at: Point) => void;
  onExpand: (id: string) => void;
  /** Called when the drawing is mounted and unmounted, for pictures and zooming. */
  onHandle: (handle: CanvasHandle | undefined) => void;
  onLayout: (state: { running: boolean; stop: () => void }) => void;
  /** Called with where the bodies of every other placed picture are, and with nothing where the drawing has none. */
  onPicture: (map: PictureMap | undefined) => void;
  /** Entity → the country that claims give it, or `several`; empty while the view is not grouped by country. */
  countryOf: ReadonlyMap<string, string>;
  /** Data that a layout depends on is still being read; the layout waits for it. */
  waiting: boolean;
}

/** Room that the card of the selected takes, in px, until it was seen. */
const CARD_HEIGHT = 100;
/** Share by which the area of the canvas must change for the drawing to be fitted again. */
const REFIT_FROM = 0.3;

/** Number of entities and lines up to which their positions on screen are written beside the drawing, for tests with a real pointer. */
const PLACES_UP_TO = 400;

function writePlaces(host: HTMLElement, handle: CanvasHandle): void {
  const { cy } = handle;
  const nodes = cy.nodes('[type != "Joint"][type != "Text"]');
  const edges = cy.edges(':visible[claim != ""]');
  if (nodes.length + edges.length > PLACES_UP_TO) return;
  const places = new Map<string, [number, number]>();
  nodes.union(cy.nodes('[fold]')).forEach((node) => {
    const at = node.renderedPosition();
    places.set(node.id(), [Math.round(at.x), Math.round(at.y)]);
  });
  edges.forEach((edge) => {
    const at = edge.renderedMidpoint();
    places.set(edge.id(), [Math.round(at.x), Math.round(at.y)]);
  });
  host.dataset['places'] = JSON.stringify(Object.fromEntries(places));
  // Where bodies are whatever the camera shows.
  const units = nodes.map((node): [string, [number, number]] => [node.id(), [Math.round(node.position('x')), Math.round(node.position('y'))]]);
  host.dataset['units'] = JSON.stringify(Object.fromEntries(units));
}

export function GraphCanvas({ onMenu, onExpand, onHandle, onLayout, onPicture, countryOf, waiting }: GraphCanvasProps) {
  const store = useStore();
  const deps = useDeps();
  const scheme = useScheme();
  const document = useView((s) => s.history.present);
  const fitWanted = useView((s) => s.fitWanted);
  const marks = useView((s) => s.marks);
  const view = useMarked();
  const host = useRef<HTMLDivElement>(null);
  const layout = useLayout(view, countryOf, waiting, () => host.current);
  const elements = useElements(view, countryOf, layout.picture, marks);
  const emphasis = useEmphasis(view);
  const classes = useMemo(() => emphasisClasses(elements, emphasis), [elements, emphasis]);
  const handle = useRef<CanvasHandle | undefined>(undefined);
  const [hover, setHover] = useState<{ target: CanvasTarget; at: Point } | undefined>();
  const keys = useCanvasKeys(view, () => handle.current, onMenu);
  const { positions } = document.canvas;

  const fitted = useRef(0);
  /** The drawing will be fitted when this timer ends, unless the user moves it first. */
  const fitting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  /** What will still move the drawing; until then it is marked as busy. */
  const moving = useRef({ layout: false, fit: false });
  moving.current.layout = layout.pending;
  const drawnSome = view.nodes.some((node) => positions.has(node.id));
  const acts = useRef({ onMenu, onExpand });
  acts.current = { onMenu, onExpand };
  const inPicture = useRef(false);
  inPicture.current = layout.picture !== undefined;
  const forget = useRef(keys.forget);
  forget.current = keys.forget;

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const select = (target: CanvasTarget, add: boolean): void => {
      const now = store.get().selection;
      forget.current();
      if (target.fold !== undefined) {
        toggleFold(deps, target.fold);
        return;
      }
      if (target.holds) {
        store.dispatch({ type: 'select', selection: target.holds, add });
        return;
      }
      if (target.kind === 'canvas') {
        if (!add && now.entities.length + now.claims.length > 0) store.dispatch({ type: 'select', selection: { entities: [], claims: [] } });
        return;
      }
      const key = target.kind === 'entity' ? 'entities' : 'claims';
      if (add) {
        const list = now[key].includes(target.id) ? now[key].filter((id) => id !== target.id) : [...now[key], target.id];
        store.dispatch({ type: 'select', selection: { ...now, [key]: list } });
        return;
      }
      if (target.kind === 'claim') readHop(deps, target.id);
      store.dispatch({ type: 'select', selection: { entities: [], claims: [], [key]: [target.id] }, panel: { kind: target.kind, id: target.id } });
    };
    const events: CanvasEvents = {
      tap: select,
      open: (target) => {
        if (target.pair !== undefined && inPicture.current) return;
        if (target.pair !== undefined)
          store.dispatch({ type: 'bundle', words: words.acts.unbundle, bundles: toggledBundle(store.get().history.present.canvas.bundles, target.pair) });
        else if (target.kind === 'entity') acts.current.onExpand(target.id);
      },
      menu: (target, at) => acts.current.onMenu(target, at),
      hover: (target, at) => setHover(target && { target, at }),
      moved: (moved) => store.dispatch({ type: 'move', words: words.acts.move, positions: moved }),
      steered: () => {
        clearTimeout(fitting.current);
        moving.current.fit = false;
      },
      settled: () => {
        if (!handle.current || moving.current.layout || moving.current.fit) return;
        writePlaces(element, handle.current);
        element.ariaBusy = 'false';
      },
    };
    /** The card of the selected is away while its counts are read, and comes back. */
    let card = CARD_HEIGHT;
    const covered = (): Cover => {
      const now = coverOf(element);
      if (now.bottom > 0) card = now.bottom;
      const { entities, claims } = store.get().selection;
      return now.bottom === 0 && entities.length === 1 && claims.length === 0 ? { ...now, bottom: card } : now;
    };
    const mounted = mountCanvas(element, events, scheme, covered);
    handle.current = mounted;
    onHandle(mounted);
    let area = element.clientWidth * element.clientHeight;
    const resized = new ResizeObserver(() => {
      mounted.cy.resize();
      const now = element.clientWidth * element.clientHeight;
      // A sheet that covers half of the canvas was opened: the drawing is fitted into the rest.
      if (Math.abs(now - area) > REFIT_FROM * area) mounted.fit();
      area = now;
    });
    resized.observe(element);
    return () => {
      resized.disconnect();
      onHandle(undefined);
      mounted.destroy();
      handle.current = undefined;
    };
    // One drawing for the life of the component; a change of scheme reaches it through `update`.
  }, [store, deps]);

  useEffect(() => {
    if (!handle.current || !host.current) return;
    host.current.ariaBusy = 'true';
    handle.current.update(elements, classes, scheme);
  }, [elements, classes, scheme, layout.pending]);

  useEffect(() => {
    if (fitWanted <= fitted.current || !drawnSome) return;
    fitted.current = fitWanted;
    // After the nodes have moved (160 ms), so that all of them are in view.
    moving.current.fit = true;
    fitting.current = setTimeout(() => {
      moving.current.fit = false;
      handle.current?.fit(store.get().fitOn);
    }, 200);
    return () => {
      clearTimeout(fitting.current);
      moving.current.fit = false;
    };
  }, [fitWanted, drawnSome]);

  const { entities: chosen } = useView((s) => s.selection);
  const { folds } = useView((s) => s.drawnAs);
  useEffect(() => {
    const within = folds.filter(({ members }) => members.some((id) => chosen.includes(id))).map(({ id }) => id);
    // Selecting everything opens nothing: that the folds are part of it is said in the panel.
    if (within.length > 0 && chosen.length < view.nodes.length) openFolds(deps, within);
  }, [chosen]);
  useEffect(() => handle.current?.focus(keys.element), [keys.element, view]);
  useEffect(() => onLayout(layout), [layout.running]);
  useEffect(() => {
    if (!host.current) return;
    // For what must know which records a picture of the page shows.
    const shown = shownBy(elements);
    host.current.dataset['shown'] = JSON.stringify({ entities: [...shown.entities], claims: [...shown.claims] });
    const { picture } = layout;
    onPicture(picture && mapOf(picture));
  }, [elements]);

  return (
    <>
      <div
        ref={host}
        className="canvas-host"
        role="application"
        aria-label={words.canvas.label}
        tabIndex={0}
        onKeyDown={keys.onKeyDown}
        onFocus={keys.enter}
        onBlur={keys.leave}
        data-entities={view.nodes.length}
        data-claims={view.edges.length}
      />
      <div className="visually-hidden" aria-live="polite">
        {keys.told}
      </div>
      {hover && <HoverCard target={hover.target} at={hover.at} inPicture={layout.picture !== undefined} />}
    </>
  );
}

/** Makes the hop whose edge was clicked the one that is read, so that its sentence is emphasised. */
function readHop({ store, queries }: Deps, claim: string): void {
  const { history, reading, panels } = store.get();
  const { trace, clocks } = history.present;
  if (!trace.from || !trace.to || !panels.some((panel) => panel.kind === 'prose')) return;
  const answer = queries.getQueryData(traceQuery(trace.from, trace.to, trace.switches, clocks).queryKey);
  const path = answer?.paths.find((one) => one.id === reading.path) ?? answer?.paths[0];
  const hop = path?.hops.findIndex((one) => one.best === claim) ?? -1;
  if (path && hop !== -1) store.dispatch({ type: 'read', reading: { path: path.id, hop } });
}

function mapOf({ bounds, boxes }: Picture): PictureMap {
  const seen = ({ x, y, width, height }: Rectangle): Rectangle => ({ x: MIRRORED ? -x - width : x, y, width, height });
  return { bounds: seen(bounds), boxes: boxes.map(seen) };
}

/** The elements of the view, computed anew only where what is drawn, its positions, its picture or its frames change. */
function useElements(view: Drawn, countryOf: ReadonlyMap<string, string>, picture: Picture | undefined, marks: Marks | undefined): CanvasElements {
  const store = useStore();
  const canvas = useView((s) => s.history.present.canvas);
  const frames = useMemo(
    () => framesOf({ nodes: view.nodes, canvas, countryOf, nameOf: (id) => store.get().cache.nodes.get(id)?.name ?? id }),
    [view, canvas.grouping, canvas.groups, countryOf, store],
  );
  return useMemo(() => {
    const positions = marks?.places ? new Map([...marks.places, ...canvas.positions]) : canvas.positions;
    const plain = toElements({ view, canvas: { ...canvas, positions }, frames, marks });
    if (!picture) return plain;
    return pictureOf(picture, view, plain, MIRRORED, marks);
  }, [view, canvas.positions, canvas.placed, canvas.bundles, frames, picture, marks]);
}
