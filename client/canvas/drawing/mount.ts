/** Mounts one Cytoscape instance behind a small handle, through which everything else of the canvas works. */
import cytoscape, { type Core, type NodeSingular, type SingularElementArgument } from 'cytoscape';
import type { Scheme } from '../../../server/domain/picturing/look/palette.ts';
import { LEAST_ZOOM as LEAST_LEGIBLE } from '../../../server/domain/picturing/plan/plan.ts';
import { MIRRORED } from '../elements/mirror.ts';
import { bringIntoView, type Box, bringPictureIntoView, type Cover, expectedBox, roomIn } from './bring-into-view.ts';
import { hideOverlappingLabels } from './overlapping-labels.ts';
import { hasArabic } from '../elements/drawn-label.ts';
import type { CanvasElements } from '../elements/elements.ts';
import type { EmphasisClasses } from '../elements/emphasis.ts';
import { type CanvasEvents, listen } from './listen.ts';
import { LEAST_ZOOM, type Look, lookAt, sameLook } from '../look/look.ts';
import { stylesheet } from '../look/stylesheet.ts';
import { createSync } from './sync.ts';

export type { CanvasEvents, CanvasTarget } from './listen.ts';
export interface CanvasHandle {
  cy: Core;
  /** The element it was mounted in; it has the keyboard focus and the attributes for tests. */
  host: HTMLElement;
  update: (elements: CanvasElements, emphasis: EmphasisClasses, scheme: Scheme) => void;
  /** @param on the elements to frame, or everything as small as that takes; absent: everything, as far as it stays legible */
  fit: (on?: readonly string[] | 'whole') => void;
  zoomBy: (factor: number) => void;
  focus: (id: string | undefined) => void;
  destroy: () => void;
}
/** Fields that the typings leave out. Each is read before every frame. */
interface Renderer {
  textureOnViewport: boolean;
  hideEdgesOnViewport: boolean;
  forcedPixelRatio: number | null;
}

/** Number of elements from which gestures move a picture of the drawing instead of redrawing every edge. */
const TEXTURE_FROM = 300;
/** Number of nodes from which a high-density screen is drawn with one dot per CSS pixel, and the lower number at which that ends. */
const COARSE = { from: 1000, until: 900 };
/** How many times a drawing is fitted at most until name sizes and zoom agree. */
const FITS = 3;
const MOVE_MS = 160;
/** Room in px that the current element of the keyboard has to the edge of the view. */
const EDGE = 24;
/** Milliseconds after a gesture until a large drawing is restyled. */
const RESTYLE_MS = 120;
const SETTLED_MS = 120;
/** Arabic letters whose use makes the page load the Arabic font. */
const ARABIC_FACE = { font: '500 12px "Noto Sans Arabic Variable"', letters: '\u0627\u0628\u06CC' };

/** Creates an own element for the drawing: Cytoscape redraws whenever an attribute of its container is written, and attributes of the host are. */
function drawingIn(host: HTMLElement): HTMLElement {
  const container = document.createElement('div');
  container.className = 'canvas-drawing';
  host.append(container);
  return container;
}

/** The room of some elements with their names; absent where none of them is drawn. */
function boundsOf(cy: Core, ids: readonly string[]): Box | undefined {
  const wanted = new Set(ids);
  const holdsSome = (node: NodeSingular): boolean => node.data('type') === 'List' && (node.data('members') as string[]).some((id) => wanted.has(id));
  const some = cy.nodes().filter((node) => wanted.has(node.id()) || wanted.has(node.data('of') as string) || holdsSome(node));
  return some.empty() ? undefined : some.boundingBox({});
}

function isTooLargeIn(cy: Core, cover: Cover): (box: Box) => boolean {
  const room = roomIn({ width: cy.width(), height: cy.height() }, cover);
  return ({ w, h }) => w * LEAST_LEGIBLE > room.width || h * LEAST_LEGIBLE > room.height;
}

/** The room of what is emphasised, as the path that is read, in a picture that is too large for the screen. */
function litIn(cy: Core, bounds: Box, cover: Cover): Box | undefined {
  if (!isTooLargeIn(cy, cover)(bounds) || cy.nodes('.faded').empty()) return undefined;
  const lit = cy.nodes().filter((node) => !['Text', 'Frame', 'List', 'Joint'].includes(node.data('type') as string) && !node.hasClass('faded'));
  return boundsOf(
    cy,
    lit.map((node) => node.id()),
  );
}

/** The room of what came and of that of which it was shown, which is last; without that where both are too large for the screen. */
function partOf(cy: Core, ids: readonly string[], cover: Cover): { box: Box; tooLarge: boolean } | undefined {
  const isTooLarge = isTooLargeIn(cy, cover);
  const [both, fresh] = [boundsOf(cy, ids), boundsOf(cy, ids.slice(0, -1))];
  if (both && (!isTooLarge(both) || !fresh)) return { box: both, tooLarge: isTooLarge(both) };
  return fresh && { box: fresh, tooLarge: isTooLarge(fresh) };
}

/**
 * Mounts an empty drawing; `update` fills it. The canvas renderer is used, because the WebGL renderer loses dashes and arrows.
 * @param covered what lies over the drawing
 */
export function mountCanvas(host: HTMLElement, events: CanvasEvents, scheme: Scheme, covered: () => Cover): CanvasHandle {
  const container = drawingIn(host);
  const state: {
    scheme: Scheme;
    look: Look;
    large: boolean;
    face: string;
    arabic: boolean;
    gone: boolean;
    bounds?: Box;
    last?: { elements: CanvasElements; emphasis: EmphasisClasses };
  } = {
    scheme,
    look: lookAt(1, container.clientWidth),
    large: false,
    face: '',
    arabic: false,
    gone: false,
  };
  const cy = cytoscape({
    container,
    minZoom: LEAST_ZOOM,
    maxZoom: 3,
    boxSelectionEnabled: false,
    style: stylesheet(scheme, state.look),
    // By default Cytoscape uses the pixel ratio of the screen (its typings say 1), which is too slow for a large drawing.
    pixelRatio: 'auto',
  });
  const renderer = (cy as unknown as { renderer: () => Renderer }).renderer();
  const sync = createSync(cy);
  const still = globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;
  listen(cy, events, sync);

  const style = (): void => void cy.style(stylesheet(state.scheme, state.look, state.face));
  const restyle = (): void => {
    const next = lookAt(cy.zoom(), container.clientWidth, state.large);
    if (sameLook(next, state.look)) return;
    state.look = next;
    style();
  };
  let resting: ReturnType<typeof setTimeout> | undefined;
  let settling: ReturnType<typeof setTimeout> | undefined;
  cy.on('zoom', () => {
    clearTimeout(resting);
    if (state.large) resting = setTimeout(restyle, RESTYLE_MS);
    else restyle();
  });
  const rest = (): void => {
    // In a placed picture every label has its room.
    if (!state.bounds) hideOverlappingLabels(cy, state.look);
    events.settled();
  };
  const settle = (): void => {
    clearTimeout(settling);
    settling = setTimeout(rest, SETTLED_MS);
  };
  cy.on('render', settle);
  const loadArabic = (elements: CanvasElements): void => {
    if (state.arabic || !elements.nodes.some((node) => hasArabic(node.label))) return;
    state.arabic = true;
    void document.fonts.load(ARABIC_FACE.font, ARABIC_FACE.letters).then((faces) => {
      if (state.gone || faces.length === 0) return;
      // The same fonts under another text: Cytoscape measures labels again only where the text differs.
      state.face = ', serif';
      style();
    });
  };
  const suitTo = (elements: CanvasElements): void => {
    state.large = elements.nodes.length + elements.edges.length > TEXTURE_FROM;
    renderer.textureOnViewport = state.large;
    renderer.hideEdgesOnViewport = state.large;
    const coarse = elements.nodes.length > (renderer.forcedPixelRatio === 1 ? COARSE.until : COARSE.from);
    if (coarse === (renderer.forcedPixelRatio === 1)) return;
    renderer.forcedPixelRatio = coarse ? 1 : null;
    cy.resize();
  };

  /** The elements that show one, or the claim of a line that is drawn otherwise: with others as one line, in a list or as a tag. */
  const drawnFor = (id: string | undefined): readonly string[] => {
    if (id === undefined || cy.getElementById(id).nonempty()) return id === undefined ? [] : [id];
    const claim = id.slice(0, Math.max(0, id.lastIndexOf('#')));
    return claim === '' ? [] : sync.edgesOf(claim);
  };
  /** Moves the view where the current element of the keyboard is outside of it. */
  const bringNear = (element: SingularElementArgument): void => {
    if (!state.bounds || element.empty() || !element.visible()) return;
    const { x1, y1, x2, y2 } = element.renderedBoundingBox({});
    const by = (low: number, high: number, size: number): number => (low < EDGE ? EDGE - low : high > size - EDGE ? size - EDGE - high : 0);
    const [x, y] = [by(x1, x2, cy.width()), by(y1, y2, cy.height())];
    if (x !== 0 || y !== 0) cy.panBy({ x, y });
  };

  return {
    cy,
    host,
    update(elements, emphasis, next) {
      state.last = { elements, emphasis };
      suitTo(elements);
      loadArabic(elements);
      if (next !== state.scheme) {
        state.scheme = next;
        style();
      }
      const first = cy.nodes().empty();
      state.bounds = elements.bounds;
      if (first && state.bounds) bringPictureIntoView(cy, state.bounds, { least: LEAST_LEGIBLE, part: false, mirrored: MIRRORED, cover: covered() });
      else if (first && elements.nodes.length > 0)
        bringIntoView(cy, expectedBox(elements), { mirrored: MIRRORED, start: covered().start, names: state.look.labelWidth });
      restyle();
      sync.apply(elements, emphasis, still || state.large || first ? 0 : MOVE_MS);
      // Overlapping labels are hidden before the first frame, so that they never flash.
      if (first && !state.bounds) hideOverlappingLabels(cy, state.look);
      // An update that changes nothing visible draws no frame.
      settle();
    },
    fit(on) {
      cy.resize();
      if (cy.nodes().empty()) return;
      if (state.bounds) {
        const cover = covered();
        const part = Array.isArray(on) ? partOf(cy, on, cover) : undefined;
        const least = on === 'whole' || part?.tooLarge ? 0 : LEAST_LEGIBLE;
        const box = part?.box ?? (on === undefined ? litIn(cy, state.bounds, cover) : undefined);
        bringPictureIntoView(cy, box ?? state.bounds, { least, part: box !== undefined, mirrored: MIRRORED, cover });
        restyle();
        settle();
        return;
      }
      // The farther the zoom, the larger the names are in drawing units. A change of zoom therefore changes the room they need, and the fit is repeated.
      for (let look: Look | undefined, i = 0; look !== state.look && i < FITS; i += 1) {
        look = state.look;
        bringIntoView(cy, cy.elements().boundingBox({}), { mirrored: MIRRORED, start: covered().start });
        restyle();
      }
      settle();
    },
    zoomBy(factor) {
      events.steered();
      cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
    },
    focus(id) {
      cy.batch(() => {
        cy.elements('.focused').removeClass('focused');
        for (const one of drawnFor(id)) cy.getElementById(one).addClass('focused');
      });
      for (const one of drawnFor(id)) bringNear(cy.getElementById(one));
    },
    destroy() {
      state.gone = true;
      clearTimeout(settling);
      clearTimeout(resting);
      cy.destroy();
      container.remove();
    },
  };
}
