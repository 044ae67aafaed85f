/** The drawing itself: one Cytoscape instance behind a small handle; everything else of the canvas works through it. */
import cytoscape, { type Core } from 'cytoscape';
import type { Scheme } from '../../ui/palette.ts';
import { bringIntoView, expectedBox } from './bring-into-view.ts';
import { thinLabels } from './crowded.ts';
import { hasArabic } from '../elements/drawn-label.ts';
import type { CanvasElements } from '../elements/elements.ts';
import type { Stress } from '../elements/emphasis.ts';
import { type CanvasEvents, listen } from './listen.ts';
import { LEAST_ZOOM, type Look, lookAt, sameLook } from '../look/look.ts';
import { stylesheet } from '../look/stylesheet.ts';
import { createSync } from './sync.ts';

export type { CanvasEvents, CanvasTarget } from './listen.ts';
export interface CanvasHandle {
  cy: Core;
  /** What it was mounted in: holds its keys and what is told of it. */
  host: HTMLElement;
  update: (elements: CanvasElements, stress: Stress, scheme: Scheme) => void;
  fit: () => void;
  zoomBy: (factor: number) => void;
  focus: (id: string | undefined) => void;
  /** Runs `work` while the drawing looks as on paper: light scheme, label sizes of zoom 1. */
  asPrinted: <T>(work: () => T) => Promise<T>;
  destroy: () => void;
}
/** What the typings leave out; each is read anew before every frame. */
interface Renderer {
  textureOnViewport: boolean;
  hideEdgesOnViewport: boolean;
  forcedPixelRatio: number | null;
}

/** From so many elements gestures draw a picture instead of every line. */
const TEXTURE_FROM = 300;
/** From so many bodies a fine screen is drawn at one dot a pixel, until they are well below again. */
const COARSE = { from: 1000, until: 900 };
/** A drawing is brought into view so many times at most until names and zoom agree. */
const FITS = 3;
const MOVE_MS = 160;
const ICONS_LOAD_MS = 250;
/** A large drawing is styled anew when a gesture has come to rest. */
const RESTYLE_MS = 120;
const SETTLED_MS = 120;
/** A few letters of the script: what asks the page for its faces. */
const ARABIC_FACE = { font: '500 12px "Noto Sans Arabic Variable"', letters: '\u0627\u0628\u06CC' };

/** An element of its own: Cytoscape draws anew when any attribute of its container is written, and the host's are. */
function drawingIn(host: HTMLElement): HTMLElement {
  const container = document.createElement('div');
  container.className = 'canvas-drawing';
  host.append(container);
  return container;
}

/** Mounts an empty drawing; `update` fills it. The canvas renderer only: the WebGL one loses dashes and arrows. */
export function mountCanvas(host: HTMLElement, events: CanvasEvents, scheme: Scheme): CanvasHandle {
  const container = drawingIn(host);
  const state: { scheme: Scheme; look: Look; large: boolean; face: string; arabic: boolean; printing: boolean; gone: boolean } = {
    scheme,
    look: lookAt(1, container.clientWidth),
    large: false,
    face: '',
    arabic: false,
    printing: false,
    gone: false,
  };
  const cy = cytoscape({
    container,
    minZoom: LEAST_ZOOM,
    maxZoom: 3,
    boxSelectionEnabled: false,
    style: stylesheet(scheme, state.look),
    // The typings say 1 is usual; the source takes the screen's, which costs too much on a large drawing.
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
    // On paper nothing can be pointed at: every label stays.
    if (!state.printing) thinLabels(cy, state.look);
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
      // The same faces under another text: labels are measured again only when it differs.
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

  return {
    cy,
    host,
    update(elements, stress, next) {
      suitTo(elements);
      loadArabic(elements);
      if (next !== state.scheme) {
        state.scheme = next;
        style();
      }
      const first = cy.nodes().empty();
      if (first && elements.nodes.length > 0) bringIntoView(cy, expectedBox(elements), state.look.labelWidth);
      restyle();
      sync.apply(elements, stress, still || state.large || first ? 0 : MOVE_MS);
      // The first frame is the one that stays: labels that give way are not drawn first.
      if (first) thinLabels(cy, state.look);
      // What changes nothing to be seen is not drawn anew.
      settle();
    },
    fit() {
      cy.resize();
      if (cy.nodes().empty()) return;
      // Names are larger in the drawing the farther it is: once the zoom has changed they take another room.
      for (let look: Look | undefined, i = 0; look !== state.look && i < FITS; i += 1) {
        look = state.look;
        bringIntoView(cy, cy.elements().boundingBox({}));
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
        if (id !== undefined) cy.getElementById(id).addClass('focused');
      });
    },
    async asPrinted(work) {
      state.printing = true;
      cy.style(stylesheet('light', lookAt(1), state.face));
      // Icons of the other scheme are images and load by themselves.
      await new Promise((resolve) => setTimeout(resolve, ICONS_LOAD_MS));
      try {
        return work();
      } finally {
        state.printing = false;
        style();
      }
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
