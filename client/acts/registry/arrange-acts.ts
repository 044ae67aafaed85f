/** Acts that arrange the canvas: zoom, layouts, fixed positions, groups, bundles. */
import {
  IconArrowsSplit,
  IconBoxMultiple,
  IconFocusCentered,
  type Icon,
  IconLayoutDistributeVertical,
  IconLayoutGrid,
  IconPinned,
  IconTarget,
  IconTopologyStar3,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import { pairOf } from '../../../server/domain/picturing/drawn/pairs.ts';
import { isBundled, toggledBundle } from '../../state/canvas/bundles.ts';
import { freeGroupId } from '../../state/canvas/canvas-content.ts';
import { drawnOf } from '../../state/drawn/use-drawn.ts';
import type { Grouping, LayoutName } from '../../state/view.ts';
import { words } from '../../i18n/messages.ts';
import type { Act, ActContext } from '../act.ts';
import { affected } from '../act-context.ts';
import { isViewShown, pressView } from '../show-views.ts';
import { VIEW_ICONS } from './view-icons.ts';

const t = words.canvas;
const canvasOf = ({ deps }: ActContext) => deps.store.get().history.present.canvas;
const nothingDrawn = (c: ActContext): string | undefined => (canvasOf(c).entities.length === 0 ? words.menu.nothingDrawn : undefined);
const allPinned = (c: ActContext): boolean => {
  const { entities } = affected(c);
  return entities.length > 0 && entities.every((id) => canvasOf(c).placed.includes(id));
};

function layOut(c: ActContext, layout: LayoutName): void {
  c.deps.store.dispatch({ type: 'layout', words: words.acts.layout(t[layout]), layout, centre: layout === 'concentric' ? affected(c).entities : undefined });
}
const layoutAct = (layout: LayoutName, icon: Icon): Act => ({
  id: `layout-${layout}`,
  section: 'arrange',
  on: ['layouts'],
  icon,
  label: () => t[layout],
  pressed: (c) => canvasOf(c).layout === layout,
  why: nothingDrawn,
  run: (c) => layOut(c, layout),
});

const groupAct = (grouping: Grouping, label: string): Act => ({
  id: `group-${grouping}`,
  section: 'arrange',
  on: ['canvas'],
  label: () => label,
  pressed: (c) => canvasOf(c).grouping === grouping,
  why: nothingDrawn,
  run: (c) => c.deps.store.dispatch({ type: 'group', words: words.acts.group(label), grouping }),
});
/** Groups by hand with a member that the act applies to. */
const affectedGroups = (c: ActContext) => canvasOf(c).groups.filter((group) => group.members.some((id) => affected(c).entities.includes(id)));

function groupByHand(c: ActContext): void {
  const id = freeGroupId(canvasOf(c).groups);
  const name = words.menu.groupName(Number(id.slice(1)));
  c.deps.store.dispatch({ type: 'hand-group', words: words.acts.handGroup(name), group: { id, name, members: affected(c).entities } });
}

/** Pairs of entities with more than one claim between them, among the claims and entities that the act applies to. */
function affectedPairs(c: ActContext): string[] {
  const { entities, claims } = affected(c);
  const [inside, chosen] = [new Set(entities), new Set(claims)];
  const counts = new Map<string, Set<string>>();
  const wanted = new Set<string>();
  for (const edge of drawnOf(c.deps.store.get()).edges)
    for (const segment of edge.segments) {
      const pair = pairOf(segment);
      counts.set(pair, (counts.get(pair) ?? new Set()).add(edge.id));
      if (chosen.has(edge.id) || (inside.has(segment.from) && (inside.size === 1 || inside.has(segment.to))) || (inside.size === 1 && inside.has(segment.to)))
        wanted.add(pair);
    }
  return [...wanted].filter((pair) => (counts.get(pair)?.size ?? 0) > 1).toSorted();
}
const allBundled = (c: ActContext): boolean => {
  const pairs = affectedPairs(c);
  return pairs.length > 0 && pairs.every((pair) => isBundled(canvasOf(c).bundles, pair));
};
function bundleMeant(c: ActContext): void {
  const bundled = allBundled(c);
  const bundles = affectedPairs(c)
    .filter((pair) => isBundled(canvasOf(c).bundles, pair) === bundled)
    .reduce(toggledBundle, canvasOf(c).bundles);
  c.deps.store.dispatch({ type: 'bundle', words: bundled ? words.acts.unbundle : words.acts.bundle, bundles });
}
const bundlesAll = (c: ActContext): boolean => canvasOf(c).bundles.all && canvasOf(c).bundles.except.length === 0;

export const arrangeActs: readonly Act[] = [
  {
    id: 'fit',
    section: 'arrange',
    on: ['canvas', 'tools'],
    key: 'f',
    icon: IconFocusCentered,
    label: () => words.menu.fit,
    run: ({ deps }) => deps.store.dispatch({ type: 'fit' }),
  },
  {
    id: 'zoom-in',
    section: 'arrange',
    on: ['tools'],
    key: '+',
    icon: IconZoomIn,
    wide: true,
    label: () => t.zoomIn,
    why: nothingDrawn,
    run: ({ handle }) => handle?.zoomBy(1.25),
  },
  {
    id: 'zoom-out',
    section: 'arrange',
    on: ['tools'],
    key: '-',
    icon: IconZoomOut,
    wide: true,
    label: () => t.zoomOut,
    why: nothingDrawn,
    run: ({ handle }) => handle?.zoomBy(0.8),
  },
  {
    id: 'layouts',
    section: 'arrange',
    on: ['tools'],
    key: 'y',
    icon: IconLayoutDistributeVertical,
    label: () => t.layouts,
    why: nothingDrawn,
    run: () => document.querySelector<HTMLElement>('[data-layouts]')?.click(),
  },
  layoutAct('layered', IconLayoutDistributeVertical),
  layoutAct('force', IconTopologyStar3),
  layoutAct('concentric', IconTarget),
  layoutAct('grid', IconLayoutGrid),
  {
    id: 'by-date',
    section: 'arrange',
    on: ['layouts'],
    icon: VIEW_ICONS.timeline,
    label: () => t.byDate,
    why: nothingDrawn,
    run: ({ deps }) => {
      if (!isViewShown(deps, 'timeline')) pressView(deps, 'timeline');
    },
  },
  { id: 'layout-again', section: 'arrange', on: ['canvas'], label: () => t.layout, why: nothingDrawn, run: (c) => layOut(c, canvasOf(c).layout) },
  {
    id: 'pin',
    section: 'arrange',
    on: ['entity', 'several'],
    icon: IconPinned,
    label: (c) => (allPinned(c) ? t.unpin : t.pin),
    pressed: allPinned,
    why: (c) => (affected(c).entities.length === 0 ? words.menu.needsEntity : undefined),
    run: (c) => {
      const { entities } = affected(c);
      const { positions } = canvasOf(c);
      if (allPinned(c)) c.deps.store.dispatch({ type: 'release', words: words.acts.release, ids: entities });
      else
        c.deps.store.dispatch({
          type: 'move',
          words: words.acts.pin,
          positions: new Map([...positions].filter(([id]) => entities.includes(id))),
        });
    },
  },
  {
    id: 'bundle-all',
    section: 'arrange',
    on: ['canvas'],
    icon: IconArrowsSplit,
    label: (c) => (bundlesAll(c) ? words.menu.unbundle : words.menu.bundle),
    pressed: bundlesAll,
    why: nothingDrawn,
    run: (c) =>
      c.deps.store.dispatch({ type: 'bundle', words: bundlesAll(c) ? words.acts.unbundle : words.acts.bundle, bundles: { all: !bundlesAll(c), except: [] } }),
  },
  {
    id: 'bundle-here',
    section: 'arrange',
    on: ['entity', 'claim', 'several'],
    label: (c) => (allBundled(c) ? words.menu.unbundleHere : words.menu.bundleHere),
    why: (c) => (affectedPairs(c).length === 0 ? words.menu.noParallel : undefined),
    run: bundleMeant,
  },
  groupAct('type', words.menu.groupType),
  groupAct('country', words.menu.groupCountry),
  groupAct('none', words.menu.groupNone),
  {
    id: 'group-hand',
    section: 'arrange',
    on: ['several'],
    icon: IconBoxMultiple,
    label: () => words.menu.groupHand,
    why: (c) => (affected(c).entities.length < 2 ? words.menu.groupNeeds : undefined),
    run: groupByHand,
  },
  {
    id: 'ungroup',
    section: 'arrange',
    on: ['entity', 'several'],
    label: () => words.menu.ungroup,
    why: (c) => (affectedGroups(c).length === 0 ? words.menu.noGroup : undefined),
    run: (c) => {
      for (const group of affectedGroups(c))
        c.deps.store.dispatch({ type: 'hand-group', words: words.acts.ungroup(group.name), group: { ...group, members: [] } });
    },
  },
];
