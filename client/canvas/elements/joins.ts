/** What is to be drawn between two entities as one line: the claims of each pair, also those that filters leave out, so that filters move nothing. Pure. */
import { pairOf } from '../../state/canvas/bundles.ts';
import type { Drawn } from '../../state/drawn/drawn.ts';
import type { CanvasContent } from '../../state/view.ts';
import type { Join } from '../picture/picture.ts';
import { bundleLook, type Strand } from './bundle-look.ts';
import { type EdgeElement, toElements } from './elements.ts';

const OPEN = 'open:';
const ALL_BUNDLED: CanvasContent['bundles'] = { all: true, except: [] };

/**
 * Every pair of the canvas as an edge element, with all its claims, whatever the filters. The key is that of the pair, so that it stays when further claims of the
 * two come; of an open end it is that of its claim.
 */
function wholeLines(view: Pick<Drawn, 'nodes' | 'all' | 'held' | 'placed'>): Map<string, EdgeElement> {
  const positions = new Map(view.nodes.map(({ id }) => [id, { x: 0, y: 0 }]));
  const { edges } = toElements({ view: { ...view, edges: view.all, dimmed: [] }, canvas: { positions, placed: [], bundles: ALL_BUNDLED }, mirrored: false });
  const lines = new Map<string, EdgeElement>();
  for (const line of edges) {
    const open = line.source.startsWith(OPEN) || line.target.startsWith(OPEN) || line.source === line.target;
    const key = open ? line.id : pairOf({ from: line.source, to: line.target });
    lines.set(lines.has(key) ? line.id : key, line);
  }
  return lines;
}

function joinOf(id: string, { source, target, label, strands, classes }: EdgeElement, rank: number): Join {
  const predicate = strands?.[0]?.label ?? label;
  const [openSubject, open] = [source.startsWith(OPEN), target.startsWith(OPEN)];
  const ends = openSubject ? { source: target, openSubject } : open ? { source } : { source, target };
  return { id, ...ends, predicate, claims: strands?.length ?? 1, rank, bothWays: classes.includes('back') };
}

/** A line of one claim, as one of several. */
export const strandOf = ({ claim, label, width, classes, source, target }: EdgeElement): Strand => ({
  claim,
  label,
  width,
  classes,
  rank: rankOf(classes),
  source,
  target,
});

const rankOf = (classes: readonly string[]): number => {
  const [one] = classes.flatMap((name) => /^rank-(\d)$/.exec(name)?.[1] ?? []);
  return one === undefined ? -1 : Number(one);
};

export function joinsOf(view: Pick<Drawn, 'nodes' | 'all' | 'held' | 'placed'>): Join[] {
  return [...wholeLines(view)].map(([key, line]) => joinOf(key, line, line.strands?.[0]?.rank ?? rankOf(line.classes)));
}

/** The look of each join under the filters; a join without any claim left has none. */
export function looksOf(view: Pick<Drawn, 'nodes' | 'all' | 'held' | 'placed' | 'edges' | 'dimmed'>): Map<string, EdgeElement> {
  const standing = new Set(view.edges.map(({ id }) => id));
  const dimmed = new Set(view.dimmed.map(({ id }) => id));
  const looks = new Map<string, EdgeElement>();
  for (const [key, line] of wholeLines(view)) {
    const strands = line.strands?.filter(({ claim }) => standing.has(claim));
    const look = strands && bundleLook(strands);
    if (look) looks.set(key, { ...line, ...look, strands });
    else if (!line.strands && standing.has(line.claim)) looks.set(key, line);
    else {
      const faint = (line.strands ?? [strandOf(line)]).filter(({ claim }) => dimmed.has(claim));
      const faintLook = bundleLook(faint);
      if (faintLook)
        looks.set(key, {
          ...line,
          ...faintLook,
          strands: line.strands && faint,
          classes: [...faintLook.classes, ...line.classes.filter((one) => one === 'stub'), 'faint'],
        });
    }
  }
  return looks;
}
