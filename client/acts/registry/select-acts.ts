/** Acts that select: neighbours, connected entities, the rest, all, by type, by number of neighbours, with the lasso. */
import { IconCircles, IconLasso } from '@tabler/icons-react';
import { ENTITY_TYPES } from '../../../server/domain/model/lists.ts';
import { componentOf, everything, withNeighbours, inverted, ofDegree, ofType, unlinked } from '../../state/drawn/select.ts';
import { drawnOf } from '../../state/drawn/use-drawn.ts';
import type { Drawn } from '../../state/drawn/drawn.ts';
import type { Selection } from '../../state/view.ts';
import { words } from '../../i18n/messages.ts';
import type { Act, ActContext } from '../act.ts';
import { affected } from '../act-context.ts';

const t = words.menu;
const viewOf = ({ deps }: ActContext): Drawn => drawnOf(deps.store.get());
const needsEntity = (c: ActContext): string | undefined => (affected(c).entities.length === 0 ? t.needsEntity : undefined);
const needsDrawn = (c: ActContext): string | undefined => (viewOf(c).nodes.length === 0 ? t.nothingDrawn : undefined);
const select =
  (of: (view: Drawn, selected: readonly string[]) => Selection) =>
  (c: ActContext): void => {
    c.deps.store.dispatch({ type: 'select', selection: of(viewOf(c), affected(c).entities) });
  };
/** An act that selects some of what is drawn. Where it would select nothing it cannot be done. */
const among = (id: string, label: string, of: (view: Drawn) => Selection): Act => ({
  id,
  section: 'select',
  on: [],
  label: () => label,
  why: (c) => (of(viewOf(c)).entities.length === 0 ? t.nothingSo : undefined),
  run: select(of),
});
const sameType = (view: Drawn, selected: readonly string[]): Selection =>
  ofType(view, [...new Set(view.nodes.filter((node) => selected.includes(node.id)).map((node) => node.type))]);
/** Numbers of neighbours offered as acts; any other can be typed in Contents. */
const DEGREES = [2, 5, 10];

export const selectActs: readonly Act[] = [
  {
    id: 'select-neighbours',
    section: 'select',
    on: ['entity', 'several'],
    key: 'shift+n',
    icon: IconCircles,
    label: () => t.selectNeighbours,
    why: needsEntity,
    run: select(withNeighbours),
  },
  {
    id: 'lasso',
    section: 'select',
    on: ['tools'],
    key: 'l',
    icon: IconLasso,
    wide: true,
    label: () => words.canvas.lasso,
    pressed: ({ deps }) => deps.store.get().tool === 'lasso',
    why: needsDrawn,
    run: ({ deps }) => deps.store.dispatch({ type: 'tool', tool: deps.store.get().tool === 'lasso' ? 'select' : 'lasso' }),
  },
  { id: 'select-connected', section: 'select', on: ['several'], label: () => t.selectConnected, why: needsEntity, run: select(componentOf) },
  { id: 'select-rest', section: 'select', on: ['canvas', 'several'], label: () => t.selectRest, why: needsDrawn, run: select(inverted) },
  { id: 'select-all', section: 'select', on: ['canvas'], label: () => t.selectAll, why: needsDrawn, run: select(everything) },
  { id: 'select-same-type', section: 'select', on: ['entity', 'several'], label: () => t.selectSameType, why: needsEntity, run: select(sameType) },
  ...ENTITY_TYPES.map((type) => among(`select-type-${type}`, t.selectType(words.types[type]), (view) => ofType(view, [type]))),
  ...DEGREES.map((n) => among(`select-linked-${n}`, t.selectLinked(n), (view) => ofDegree(view, n))),
  among('select-unlinked', t.selectUnlinked, unlinked),
];
