/** What is to be drawn between two entities as one line: the claims of each pair, also those that filters leave out, so that filters move nothing. Pure. */
import { bundleLook, type Strand } from '../../../server/domain/picturing/drawn/bundle-look.ts';
import { joinsOfLines, rankOf, wholeLines } from '../../../server/domain/picturing/drawn/claim-lines.ts';
import type { Join } from '../../../server/domain/picturing/picture.ts';
import { words } from '../../i18n/messages.ts';
import type { Drawn } from '../../state/drawn/drawn.ts';
import type { EdgeElement } from './elements.ts';

/** Every pair of the canvas as an edge element, with all its claims, whatever the filters. */
function linesIn(view: Pick<Drawn, 'nodes' | 'all'>): Map<string, EdgeElement> {
  return wholeLines(view.all, new Set(view.nodes.map(({ id }) => id)), words.drawing);
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

export function joinsOf(view: Pick<Drawn, 'nodes' | 'all'>): Join[] {
  return joinsOfLines(linesIn(view));
}

/** The look of each join under the filters; a join without any claim left has none. */
export function looksOf(view: Pick<Drawn, 'nodes' | 'all' | 'edges' | 'dimmed'>): Map<string, EdgeElement> {
  const standing = new Set(view.edges.map(({ id }) => id));
  const dimmed = new Set(view.dimmed.map(({ id }) => id));
  const looks = new Map<string, EdgeElement>();
  for (const [key, line] of linesIn(view)) {
    const strands = line.strands?.filter(({ claim }) => standing.has(claim));
    const look = strands && bundleLook(strands, words.drawing);
    if (look) looks.set(key, { ...line, ...look, strands });
    else if (!line.strands && standing.has(line.claim)) looks.set(key, line);
    else {
      const faint = (line.strands ?? [strandOf(line)]).filter(({ claim }) => dimmed.has(claim));
      const faintLook = bundleLook(faint, words.drawing);
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
