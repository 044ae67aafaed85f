/** The lines of claims: what each shows by its classes, its width and its label. A line stands for one segment or open end, or for a bundle of claims. */
import { byId } from '../../model/by-id.ts';
import { widthOf } from '../look/palette.ts';
import type { Join } from '../picture.ts';
import type { DrawnWords } from '../picture-words.ts';
import { bundleLook, type Strand } from './bundle-look.ts';
import { anchorOf } from './drawable.ts';
import type { DrawnClaim, DrawnSegment } from './drawn-claim.ts';
import { type Bundle, bundlesAmong, pairOf } from './pairs.ts';

export interface ClaimLine {
  id: string;
  /** The claim; for a bundle, that with the highest standing. */
  claim: string;
  source: string;
  target: string;
  label: string;
  width: number;
  /** For a bundle: the look of each of its claims, highest standing first, and the pair of entities it joins. */
  strands?: Strand[];
  pair?: string;
  classes: string[];
}
type LineWords = Pick<DrawnWords, 'at' | 'flag' | 'flagged' | 'bundled'>;

/** Begins the id of a ring: an end that is not established. */
export const OPEN = 'open:';

/**
 * The label of a line: the predicate with the flags that change what is claimed. No meaning is left to colour alone.
 * @param segment the segment that is drawn, which may lead from a plot to where it was
 */
export function lineLabel(claim: DrawnClaim, t: LineWords, segment?: DrawnSegment): string {
  const marks = `${claim.rank < 0 ? '✕ ' : ''}${claim.uncertain ? '~ ' : ''}`;
  if (segment?.at) return `${marks}${t.at}`;
  const flags = (['intended', 'attempted', 'expected'] as const).filter((flag) => claim[flag]).map((flag) => t.flag[flag]);
  return `${marks}${flags.length > 0 ? t.flagged(claim.label, flags.join(', ')) : claim.label}`;
}

/** The classes of a claim's line: its standing, and its marks. */
function classesOf(claim: DrawnClaim): string[] {
  const classes = [claim.rank < 0 ? 'disputed' : `rank-${claim.rank}`];
  if (claim.contested) classes.push('contested');
  if (claim.inferred) classes.push('hollow');
  if (claim.uncertain) classes.push('uncertain');
  return classes;
}

/** The line of a bundle; undefined where none of its claims has a segment between the two. */
export function bundleLine({ pair, claims }: Bundle, t: LineWords): ClaimLine | undefined {
  const strands = claims.flatMap((claim) =>
    claim.segments
      .filter((segment) => pairOf(segment) === pair)
      .slice(0, 1)
      .map((segment): Strand => ({
        claim: claim.id,
        label: lineLabel(claim, t, segment),
        width: widthOf(claim.originsAtStanding),
        classes: classesOf(claim),
        rank: claim.rank,
        source: segment.from,
        target: segment.to,
      })),
  );
  const look = bundleLook(strands, t);
  return look && { id: `bundle:${pair}`, ...look, strands, pair };
}

export function segmentLine(claim: DrawnClaim, segment: DrawnSegment, t: LineWords): ClaimLine {
  return {
    id: `${claim.id}#${segment.n}`,
    claim: claim.id,
    source: segment.from,
    target: segment.to,
    label: lineLabel(claim, t, segment),
    width: widthOf(claim.originsAtStanding),
    classes: classesOf(claim),
  };
}

/** The line to an end that is not established, with the entity at its other end; undefined where the claim has none. */
export function openLine(claim: DrawnClaim, end: 'subject' | 'object', t: LineWords): (ClaimLine & { anchor: string; ring: string }) | undefined {
  const anchor = anchorOf(claim, end);
  if (anchor === undefined) return undefined;
  const ring = `${OPEN}${claim.id}:${end}`;
  const [source, target] = end === 'subject' ? [ring, anchor] : [anchor, ring];
  return {
    id: `${claim.id}#${end}`,
    claim: claim.id,
    source,
    target,
    label: lineLabel(claim, t),
    width: widthOf(claim.originsAtStanding),
    classes: [...classesOf(claim), 'stub'],
    anchor,
    ring,
  };
}

/**
 * One line for each pair of the entities shown, with all its claims. The key is that of the pair, so that it stays when further claims of the two come; of an
 * open end, and of a claim about an entity and itself, it is that of its claim.
 */
export function wholeLines(claims: readonly DrawnClaim[], shown: ReadonlySet<string>, t: LineWords): Map<string, ClaimLine> {
  const isShown = (pair: string): boolean => pair.split(' ').every((id) => shown.has(id));
  const bundles = bundlesAmong(claims, isShown);
  const bundled = new Set(bundles.map(({ pair }) => pair));
  const lines: ClaimLine[] = bundles.flatMap((bundle) => bundleLine(bundle, t) ?? []);
  for (const claim of claims.toSorted(byId)) {
    for (const segment of claim.segments) if (isShown(pairOf(segment)) && !bundled.has(pairOf(segment))) lines.push(segmentLine(claim, segment, t));
    for (const end of claim.openEnds) {
      const open = openLine(claim, end, t);
      if (!open || !shown.has(open.anchor)) continue;
      const { anchor: _, ring: __, ...line } = open;
      lines.push(line);
    }
  }
  const keyed = new Map<string, ClaimLine>();
  for (const line of lines) {
    const open = line.source.startsWith(OPEN) || line.target.startsWith(OPEN) || line.source === line.target;
    const key = open ? line.id : pairOf({ from: line.source, to: line.target });
    keyed.set(keyed.has(key) ? line.id : key, line);
  }
  return keyed;
}

export const rankOf = (classes: readonly string[]): number => {
  const [one] = classes.flatMap((name) => /^rank-(\d)$/.exec(name)?.[1] ?? []);
  return one === undefined ? -1 : Number(one);
};

/** The lines as joins of a picture. */
export function joinsOfLines(lines: ReadonlyMap<string, ClaimLine>): Join[] {
  return [...lines].map(([id, { source, target, label, strands, classes }]) => {
    const predicate = strands?.[0]?.label ?? label;
    const [openSubject, open] = [source.startsWith(OPEN), target.startsWith(OPEN)];
    const ends = openSubject ? { source: target, openSubject } : open ? { source } : { source, target };
    return { id, ...ends, predicate, claims: strands?.length ?? 1, rank: strands?.[0]?.rank ?? rankOf(classes), bothWays: classes.includes('back') };
  });
}
