/** Runs a layout when it is requested and its data is there. A newer request stops an earlier run. */
import { useEffect, useRef, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { predicatesQuery } from '../../api/queries.ts';
import { needsReading } from '../../acts/hydrate.ts';
import type { Drawn } from '../../state/drawn/drawn.ts';
import { firstDays } from '../../state/canvas/first-days.ts';
import { useStore, useView } from '../../state/store.ts';
import { tiersOf } from '../../state/canvas/tiers.ts';
import { framesOf } from '../elements/groups.ts';
import { layOut } from '../layouts/index.ts';
import type { LayoutRun } from '../layouts/layered.ts';

export function useLayout(view: Drawn, countryOf: ReadonlyMap<string, string>, waitingMore: boolean): { running: boolean; pending: boolean; stop: () => void } {
  const store = useStore();
  const wanted = useView((s) => s.layoutWanted);
  const waiting = useView(needsReading);
  const predicates = useQuery(predicatesQuery());
  const done = useRef(0);
  const run = useRef<LayoutRun | undefined>(undefined);
  const [running, setRunning] = useState(false);
  const ready = !waiting && !waitingMore && !predicates.isPending && view.nodes.length > 0;

  useEffect(() => {
    if (!ready || done.current >= wanted) return;
    done.current = wanted;
    run.current?.stop();
    const { canvas } = store.get().history.present;
    const roles = new Map((predicates.data?.predicates ?? []).map((p) => [p.id, p.roles]));
    const tiers = tiersOf(view.nodes, view.all, (predicate) => roles.get(predicate) ?? {});
    const placed = new Set(canvas.placed);
    const fixed = new Map([...canvas.positions].filter(([id]) => placed.has(id)));
    const next = layOut(canvas.layout, {
      nodes: view.nodes.map((node) => node.id).toSorted(),
      edges: view.all.flatMap((edge) => edge.segments.map((s) => ({ id: `${edge.id}#${s.n}`, source: s.from, target: s.to }))),
      tiers,
      fixed,
      parents: framesOf({ nodes: view.nodes, canvas, countryOf, nameOf: (id) => id }).of,
      centre: canvas.centre,
      dates: firstDays(view.all),
      types: new Map(view.nodes.map((node) => [node.id, node.type])),
      names: new Map(view.nodes.map((node) => [node.id, node.name])),
    });
    run.current = next;
    setRunning(true);
    void next.done
      .then((positions) => {
        if (run.current === next) store.dispatch({ type: 'laid-out', positions });
      })
      .finally(() => {
        if (run.current === next) setRunning(false);
      });
  }, [ready, wanted, view, predicates.data, store, countryOf]);

  useEffect(() => () => run.current?.stop(), []);
  return {
    running,
    /** Positions will change: a layout runs, or waits for its data. */
    pending: running || (done.current < wanted && view.nodes.length > 0),
    stop: () => {
      run.current?.stop();
      run.current = undefined;
      setRunning(false);
    },
  };
}
