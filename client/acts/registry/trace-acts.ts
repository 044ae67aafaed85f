/** Acts on the trace: its ends, a trace between two entities, swapping and removing it. */
import { IconArrowsJoin, IconRoute, IconStrikethrough } from '@tabler/icons-react';
import { NO_TRACE } from '../../state/view.ts';
import { words } from '../../i18n/messages.ts';
import type { Act, ActContext } from '../act.ts';
import { openPanel } from '../open-things.ts';
import { toggleStruck } from '../strike.ts';
import { oneEntity } from '../act-context.ts';
import { setTraceEnd, setTraceSelector, swapTrace, traceSelected } from '../set-trace-end.ts';

const t = words.menu;
const needsEntity = (c: ActContext): string | undefined => (oneEntity(c) === undefined ? t.needsEntity : undefined);
const setEnd =
  (end: 'from' | 'to') =>
  (c: ActContext): void => {
    const id = oneEntity(c);
    if (id !== undefined) setTraceEnd(c.deps, end, id);
  };
const hasEnd = ({ deps }: ActContext): boolean => {
  const { from, to } = deps.store.get().history.present.trace;
  return from !== undefined || to !== undefined;
};

const hasSelected = ({ deps }: ActContext): string | undefined => (deps.store.get().selection.entities.length === 0 ? words.trace.needsEntities : undefined);
const setSelected =
  (end: 'from' | 'to') =>
  ({ deps }: ActContext): void =>
    setTraceSelector(deps, end, { ids: [...deps.store.get().selection.entities] });

export const traceActs: readonly Act[] = [
  { id: 'trace-from', section: 'trace', on: ['entity'], label: () => t.traceFrom, why: needsEntity, run: setEnd('from') },
  { id: 'trace-to', section: 'trace', on: ['entity'], label: () => t.traceTo, why: needsEntity, run: setEnd('to') },
  {
    id: 'trace-between',
    section: 'trace',
    on: ['entity', 'several', 'tools'],
    key: 'p',
    icon: IconRoute,
    short: words.selection.trace,
    label: () => t.traceBetween,
    why: ({ deps }) => (deps.store.get().selection.entities.length === 2 ? undefined : t.traceNeeds),
    run: ({ deps }) => traceSelected(deps),
  },
  { id: 'trace-from-selected', section: 'trace', on: ['several'], label: () => words.trace.fromSelected, why: hasSelected, run: setSelected('from') },
  { id: 'trace-to-selected', section: 'trace', on: ['several'], label: () => words.trace.toSelected, why: hasSelected, run: setSelected('to') },
  {
    id: 'brokers',
    section: 'trace',
    on: ['canvas'],
    icon: IconArrowsJoin,
    label: () => words.brokers.open,
    run: ({ deps }) => openPanel(deps, { kind: 'brokers' }),
  },
  {
    id: 'strike',
    section: 'trace',
    on: ['claim'],
    icon: IconStrikethrough,
    label: () => words.whatIf.strikeOf.claim,
    why: ({ target }) => (target.kind === 'claim' ? undefined : words.menu.needsOne),
    run: ({ deps, target }) => target.kind === 'claim' && toggleStruck(deps, 'claims', target.id, words.whatIf.oneClaim),
  },
  {
    id: 'trace-swap',
    section: 'trace',
    on: [],
    label: () => words.trace.swap,
    why: (c) => (hasEnd(c) ? undefined : t.noTrace),
    run: ({ deps }) => swapTrace(deps),
  },
  {
    id: 'trace-clear',
    section: 'trace',
    on: [],
    label: () => t.traceClear,
    why: (c) => (hasEnd(c) ? undefined : t.noTrace),
    run: ({ deps }) => deps.store.dispatch({ type: 'trace', words: words.acts.ends, trace: NO_TRACE }),
  },
];
