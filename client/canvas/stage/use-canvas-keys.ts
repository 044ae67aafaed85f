/** Keys on the canvas: arrows move from entity to entity, brackets through the edges of one; Enter, Space and the Menu key act on the current element. */
import { useState } from 'react';
import type { EdgeView } from '../../../server/contract/views.ts';
import { everything } from '../../state/drawn/select.ts';
import { useDeps } from '../../acts/deps.ts';
import { toggleFold } from '../../acts/open-things.ts';
import { useStore, useView } from '../../state/store.ts';
import type { Drawn } from '../../state/drawn/drawn.ts';
import type { Positions, Point } from '../../state/view.ts';
import { words } from '../../i18n/messages.ts';
import type { CanvasHandle, CanvasTarget } from '../drawing/mount.ts';
import { type Arrow, stepFocus } from './step-focus.ts';

/** The current element: an entity, or an edge as seen from it. */
interface Stop {
  entity: string;
  claim?: string;
}
/** Also the page keys: on many keyboards brackets need a key combination. */
const LINE_STEPS: Readonly<Record<string, 1 | -1>> = { ']': 1, '[': -1, PageDown: 1, PageUp: -1 };

/** The id of that drawn segment of a claim which touches an entity. */
function pieceAt(edge: EdgeView | undefined, entity: string): string | undefined {
  if (!edge) return undefined;
  const segment = edge.segments.find(({ from, to }) => from === entity || to === entity) ?? edge.segments[0];
  return segment ? `${edge.id}#${segment.n}` : `${edge.id}#${edge.openEnds[0] ?? ''}`;
}

export interface CanvasKeys {
  onKeyDown: (event: React.KeyboardEvent) => void;
  enter: () => void;
  leave: () => void;
  /** Forgets the current element, because the pointer is used. */
  forget: () => void;
  /** Id of the current element in the drawing. */
  element: string | undefined;
  /** The current element in words. */
  told: string;
}

export function useCanvasKeys(view: Drawn, handle: () => CanvasHandle | undefined, onMenu: (target: CanvasTarget, at: Point) => void): CanvasKeys {
  const store = useStore();
  const deps = useDeps();
  const [stop, setStop] = useState<Stop | undefined>();
  // Kept while a menu has the focus, so that the user returns to it.
  const [here, setHere] = useState(false);
  const drawnAs = useView((s) => s.drawnAs);
  const folds = [...drawnAs.folds, ...drawnAs.unfolded];
  const fold = stop && folds.find((one) => one.element === stop.entity);
  const lines = stop ? linesAt(view, stop.entity) : [];
  const node = stop && view.nodes.find((one) => one.id === stop.entity);
  const line = stop?.claim === undefined ? undefined : lines.find((edge) => edge.id === stop.claim);
  const element = line && stop ? pieceAt(line, stop.entity) : (node?.id ?? fold?.element);
  const target: CanvasTarget | undefined = line ? { kind: 'claim', id: line.id } : node && { kind: 'entity', id: node.id };

  /** Where the arrow keys lead: entities, and what stands for folded ones. */
  const stops = [...view.nodes, ...folds.map((one) => ({ id: one.element }))];
  const counted = new Map(drawnAs.folds.flatMap(({ element: of, members }) => members.map((id) => [id, of] as const)));
  /** Positions as seen: mirrored on a right-to-left page. */
  const seen = (): Positions => {
    const cy = handle()?.cy;
    return new Map(
      stops.flatMap(({ id }): [string, Point][] => {
        const node = cy?.getElementById(id);
        return node?.nonempty() ? [[id, { ...node.position() }]] : [];
      }),
    );
  };
  const select = (add: boolean): void => {
    if (!target) return;
    const now = store.get().selection;
    const key = target.kind === 'claim' ? 'claims' : 'entities';
    if (!add)
      return store.dispatch({
        type: 'select',
        selection: { entities: [], claims: [], [key]: [target.id] },
        panel: target.kind === 'claim' ? { kind: 'claim', id: target.id } : { kind: 'entity', id: target.id },
      });
    store.dispatch({
      type: 'select',
      selection: { ...now, [key]: now[key].includes(target.id) ? now[key].filter((id) => id !== target.id) : [...now[key], target.id] },
    });
  };
  const openMenu = (): void => {
    const drawn = element === undefined ? undefined : handle()?.cy.getElementById(element);
    if (!target || !drawn?.nonempty()) return onMenu({ kind: 'canvas', id: '' }, { x: 24, y: 24 });
    const box = drawn.renderedBoundingBox({ includeLabels: false });
    onMenu(target, { x: (box.x1 + box.x2) / 2, y: (box.y1 + box.y2) / 2 });
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const { key } = event;
    const lineStep = LINE_STEPS[key];
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const from = stop?.entity ?? store.get().selection.entities[0];
    if (key.startsWith('Arrow') && plain) {
      const next = stepFocus(from, key as Arrow, stops, view.edges, seen(), (id) => counted.get(id) ?? id) ?? from;
      setStop(next === undefined ? undefined : { entity: next });
    } else if (lineStep !== undefined && from !== undefined) setStop({ entity: from, claim: stepLine(linesAt(view, from), stop?.claim, lineStep)?.id });
    else if ((key === 'Enter' || key === ' ') && plain && fold) toggleFold(deps, fold.id);
    else if (key === 'Enter' && plain && target) select(false);
    else if (key === ' ' && plain && target) select(true);
    else if (key === 'ContextMenu' || (key === 'F10' && event.shiftKey)) openMenu();
    else if (key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey) && !event.shiftKey) store.dispatch({ type: 'select', selection: everything(view) });
    else if (key === 'Escape' && line) setStop({ entity: stop!.entity });
    else return;
    event.preventDefault();
  };
  const told = (): string => {
    if (line) return words.canvas.steppedLine(line.sentence, lines.indexOf(line) + 1, lines.length);
    if (fold) return words.canvas.steppedFold(fold.label, drawnAs.unfolded.includes(fold));
    return node ? words.canvas.stepped(node.name, words.type[node.type], lines.length) : '';
  };
  return {
    onKeyDown,
    enter: () => setHere(true),
    leave: () => setHere(false),
    forget: () => setStop(undefined),
    element: here ? element : undefined,
    told: here ? told() : '',
  };
}

/** The edges of an entity in the order of stepping: highest standing first. */
function linesAt(view: Drawn, id: string): EdgeView[] {
  return (view.touching.get(id) ?? []).toSorted((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1));
}

/** The edge after or before the current one, in a cycle; without a current one the first or last. */
function stepLine(lines: readonly EdgeView[], present: string | undefined, step: 1 | -1): EdgeView | undefined {
  const at = lines.findIndex((edge) => edge.id === present);
  if (at === -1) return step === 1 ? lines[0] : lines.at(-1);
  return lines[(at + step + lines.length) % lines.length];
}
