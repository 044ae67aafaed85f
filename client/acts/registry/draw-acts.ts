/** Acts on what is drawn: expand, collapse, hide, show again, remove, clear. */
import { IconEye, IconEyeOff, IconFold, IconHistory, IconShare2, IconTrash, IconX } from '@tabler/icons-react';
import { leavesOf } from '../../state/canvas/canvas-content.ts';
import { expandFilterOf } from '../../state/filters/filters.ts';
import { words } from '../../i18n/messages.ts';
import type { Act, ActContext } from '../act.ts';
import { affected, nameOf, oneEntity } from '../act-context.ts';
import { expandEntity, expandSeveral, USUAL_CAP } from '../expand-entity.ts';
import { openPanel } from '../open-things.ts';

const t = words.menu;
const canvasOf = ({ deps }: ActContext) => deps.store.get().history.present.canvas;
const hiddenCount = (c: ActContext): number => canvasOf(c).hidden.length + canvasOf(c).hiddenClaims.length;
const size = (c: ActContext): number => affected(c).entities.length + affected(c).claims.length;
const leaves = (c: ActContext): string[] => {
  const id = oneEntity(c);
  return id === undefined ? [] : leavesOf(canvasOf(c), id, c.deps.store.get().cache.edges);
};

export const drawActs: readonly Act[] = [
  {
    id: 'expand',
    section: 'draw',
    on: ['entity', 'several', 'tools'],
    key: 'n',
    icon: IconShare2,
    label: (c) => (affected(c).entities.length > 1 ? t.expandSeveral(affected(c).entities.length) : t.expand),
    why: (c) => (affected(c).entities.length === 0 ? t.needsEntity : undefined),
    run: (c) => {
      const { entities } = affected(c);
      const [id] = entities;
      const choice = { filter: expandFilterOf(c.deps.store.get().history.present.filters), limit: USUAL_CAP };
      if (entities.length > 1) void expandSeveral(c.deps, entities, choice);
      else if (id !== undefined) void expandEntity(c.deps, id, nameOf(c, id), choice);
    },
  },
  {
    id: 'collapse',
    section: 'draw',
    on: ['entity'],
    icon: IconFold,
    label: (c) => (leaves(c).length === 0 ? t.collapse : t.collapseSome(leaves(c).length)),
    why: (c) => (leaves(c).length === 0 ? t.collapseNone : undefined),
    run: (c) => {
      const id = oneEntity(c);
      if (id !== undefined) c.deps.store.dispatch({ type: 'collapse', words: words.acts.collapse(nameOf(c, id)), id });
    },
  },
  {
    id: 'hide',
    section: 'draw',
    on: ['entity', 'claim', 'several', 'tools'],
    key: 'h',
    icon: IconEyeOff,
    label: () => t.hide,
    why: (c) => (size(c) === 0 ? t.needsSome : undefined),
    run: (c) => c.deps.store.dispatch({ type: 'hide', words: words.acts.hide(size(c)), ...affected(c) }),
  },
  {
    id: 'show-hidden',
    section: 'draw',
    on: ['canvas'],
    icon: IconEye,
    label: (c) => t.showHidden(hiddenCount(c)),
    why: (c) => (hiddenCount(c) === 0 ? t.nothingHidden : undefined),
    run: ({ deps }) => deps.store.dispatch({ type: 'show-hidden', words: words.acts.showHidden }),
  },
  {
    id: 'left-out',
    section: 'draw',
    on: ['canvas'],
    label: () => words.leftOut.title,
    why: ({ deps }) => (deps.store.get().leftOut ? undefined : words.leftOut.none),
    run: ({ deps }) => openPanel(deps, { kind: 'left-out' }),
  },
  {
    id: 'history',
    section: 'view',
    on: [],
    key: 'ctrl+shift+h',
    icon: IconHistory,
    label: () => t.history,
    why: ({ deps }) => (deps.store.get().history.past.length + deps.store.get().history.future.length === 0 ? words.app.nothingDone : undefined),
    run: () => document.querySelector<HTMLElement>('[data-history]')?.click(),
  },
  {
    id: 'remove',
    section: 'draw',
    on: ['entity', 'several'],
    icon: IconX,
    short: words.selection.remove,
    label: () => t.remove,
    why: (c) => (affected(c).entities.length === 0 ? t.needsEntity : undefined),
    run: (c) => {
      const ids = affected(c).entities;
      const [id] = ids;
      if (id !== undefined)
        c.deps.store.dispatch({ type: 'remove', words: words.acts.remove(ids.length === 1 ? nameOf(c, id) : words.selection.several(ids.length)), ids });
    },
  },
  {
    id: 'clear',
    section: 'draw',
    on: ['canvas'],
    icon: IconTrash,
    label: () => t.clear,
    run: ({ deps }) => deps.store.dispatch({ type: 'clear', words: words.acts.clear }),
  },
];
