/** The layouts by name, and what holds for all of them: entities placed by hand stay and are not covered, and groups are moved apart. */
import type { LayoutName, Positions } from '../../state/view.ts';
import { apart } from './apart.ts';
import { concentric } from './concentric.ts';
import { force } from './force.ts';
import { grid } from './grid.ts';
import { keepClear } from './keep-clear.ts';
import { layered, type LayoutInput, type LayoutRun } from './layered.ts';

const LAYOUT_OF: Readonly<Record<LayoutName, (input: LayoutInput) => LayoutRun>> = { layered, force, concentric, grid };
/** Its positions mean a distance: they are kept, and frames are drawn around them. */
const MEANT: LayoutName = 'concentric';

export function layOut(name: LayoutName, input: LayoutInput): LayoutRun {
  const { done, stop } = LAYOUT_OF[name](input);
  const settled = (places: Positions): Positions =>
    keepClear(input.parents.size > 0 && name !== MEANT ? apart(places, input.parents, input.fixed) : places, input.fixed);
  return { done: done.then(settled), stop };
}
