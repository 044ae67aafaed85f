/** Gives acts what they need, wherever they are shown: what the workbench can open, the drawing, and the selection. */
import { createContext, useContext, useMemo } from 'react';
import type { ViewState } from '../state/reduce.ts';
import type { Point, Selection } from '../state/view.ts';
import type { Act, ActContext, ActTarget, Openers, StageHandle } from './act.ts';
import { useDeps } from './deps.ts';

interface Provided {
  open: Openers;
  /** Set by the canvas while it is mounted. */
  stage: { handle?: StageHandle };
}
/** Opens the menu of a target; `at` is in page coordinates. */
export type OpenMenu = (target: ActTarget, at: Point) => void;
const nothing = (): void => undefined;
/** Provided by whoever shows the menu; panels and the canvas only open it. */
export const ElementMenuContext = createContext<OpenMenu>(nothing);
export function useElementMenu(): OpenMenu {
  return useContext(ElementMenuContext);
}
export const ActsContext = createContext<Provided>({
  open: { search: nothing, palette: nothing, keys: nothing, clocks: nothing, export: nothing, legend: nothing, share: nothing, tour: nothing },
  stage: {},
});

/** The selected entity or claim if there is exactly one, else the canvas. */
export function selectedTarget({ selection }: ViewState): ActTarget {
  const [entity] = selection.entities;
  const [claim] = selection.claims;
  if (selection.entities.length + selection.claims.length !== 1) return { kind: 'canvas' };
  if (entity !== undefined) return { kind: 'entity', id: entity };
  return claim === undefined ? { kind: 'canvas' } : { kind: 'claim', id: claim };
}

/** What an act on a target applies to: the whole selection where the target is in it or is the canvas, else the target alone. */
export function affected({ deps, target }: ActContext): Selection {
  const { selection } = deps.store.get();
  if (target.kind === 'canvas') return selection;
  const key = target.kind === 'entity' ? 'entities' : 'claims';
  return selection[key].includes(target.id) ? selection : { entities: [], claims: [], [key]: [target.id] };
}

/** The entity an act applies to, if it is exactly one. */
export function oneEntity(context: ActContext): string | undefined {
  if (context.target.kind === 'entity') return context.target.id;
  const { entities, claims } = affected(context);
  return entities.length === 1 && claims.length === 0 ? entities[0] : undefined;
}

export function nameOf({ deps }: ActContext, id: string): string {
  return deps.store.get().cache.nodes.get(id)?.name ?? id;
}

/** Runs an act, or tells the user why it cannot be done. */
export function perform(act: Act, context: ActContext): void {
  const why = act.why?.(context);
  if (why === undefined) act.run(context);
  else context.deps.tell(`${act.label(context)}: ${why}.`);
}

/** Gives the context of acts on a target; without a target, that of the current selection. */
export function useActs(): { contextOf: (target?: ActTarget) => ActContext; stage: Provided['stage'] } {
  const deps = useDeps();
  const { open, stage } = useContext(ActsContext);
  return useMemo(
    () => ({ stage, contextOf: (target) => ({ deps, open, handle: stage.handle, target: target ?? selectedTarget(deps.store.get()) }) }),
    [deps, open, stage],
  );
}
