/** The marks of one line of the timeline: points, bars and words, or a density where there are too many for that. */
import { memo, useMemo } from 'react';
import { direction } from '../../i18n/locale.ts';
import type { Palette } from '../../../server/domain/picturing/look/palette.ts';
import { density } from './density.ts';
import { placeLabels } from './place-labels.ts';
import type { Mark } from './time-marks.ts';
import type { Span } from './time-span.ts';

/** How long an open or soft end fades, in px. */
const FADE = 64;
const SOFT = 14;
/** The shortest bar, in px: wider than high, so that it is no point. */
const LEAST_BAR = 7;
const POINT = 10;
/** Above this many marks on one line a density is drawn. */
export const MOST_MARKS_DRAWN = 48;
const DENSITY_STEP = 5;
const DENSITY_HEIGHT = 20;

export interface Drawable {
  mark: Mark;
  /** What is written beside it. */
  tag: string;
}
export interface TrackProps {
  /** How many marks may stand over one another before a density is drawn; absent: any number. */
  atOnce?: number;
  marks: readonly Drawable[];
  span: Span;
  width: number;
  palette: Palette;
}

interface Placed extends Drawable {
  start: number;
  end: number;
  point: boolean;
}

/** Where a mark stands, in px from the start of the track; undefined where it is not in the span. */
function place({ mark, tag }: Drawable, { from, to }: Span, width: number): Placed | undefined {
  const per = width / (to - from);
  const xOf = (day: number): number => (day - from) * per;
  const [first, last] = [mark.from, mark.to];
  const point = first !== undefined && first === last && !mark.about;
  if (point) {
    const middle = xOf(first + 0.5);
    if (middle < -POINT || middle > width + POINT) return undefined;
    return { mark, tag, point, start: middle - POINT / 2, end: middle + POINT / 2 };
  }
  let start = first === undefined ? xOf((last ?? 0) + 1) - FADE : xOf(first);
  let end = last === undefined ? xOf(first ?? 0) + FADE : xOf(last + 1);
  if (end - start < LEAST_BAR) [start, end] = [(start + end - LEAST_BAR) / 2, (start + end + LEAST_BAR) / 2];
  if (end < 0 || start > width) return undefined;
  return { mark, tag, point, start: Math.max(start, -20), end: Math.min(end, width + 20) };
}

/** Moved from the start of the track without a new layout of the row. */
const shift = (x: number): string => `${direction === 'rtl' ? -x : x}px`;

function classOf({ mark, point }: Placed): string {
  return [
    'mark',
    point ? 'point' : 'bar',
    mark.kind,
    ...(mark.seen === 'in' ? [] : ['hollow']),
    ...(mark.from === undefined ? ['open-start'] : []),
    ...(mark.to === undefined ? ['open-end'] : []),
    ...(mark.about ? ['soft'] : []),
    ...(mark.unsure ? ['unsure'] : []),
    ...(mark.counts ? [] : ['gone']),
  ].join(' ');
}

const ONLY = new WeakMap<readonly Drawable[], Mark[]>();
/** The marks without their words, the same list for the same list. */
function only(marks: readonly Drawable[]): Mark[] {
  const known = ONLY.get(marks) ?? marks.map(({ mark }) => mark);
  ONLY.set(marks, known);
  return known;
}

/** How many marks touch one place, at the most. By their start. */
function mostAtOnce(placed: readonly Placed[]): number {
  const ends: number[] = [];
  let most = 0;
  for (const { start, end } of placed) {
    const at = ends.findIndex((other) => other <= start);
    if (at === -1) ends.push(end);
    else ends[at] = end;
    most = Math.max(most, ends.length);
  }
  return most;
}

function TrackOf({ marks, span, width, palette, atOnce }: TrackProps) {
  if (width <= 0) return null;
  const few = marks.length <= MOST_MARKS_DRAWN;
  const placed = few ? marks.flatMap((one) => place(one, span, width) ?? []).toSorted((a, b) => a.start - b.start) : [];
  if (!few || (atOnce !== undefined && mostAtOnce(placed) > atOnce))
    return <Crowd marks={only(marks)} span={span} width={width} height={DENSITY_HEIGHT} step={DENSITY_STEP} />;
  const labels = placeLabels(
    placed,
    placed.map(({ tag }) => tag),
    width,
  );
  const before = marks.filter(({ mark }) => (mark.to ?? Infinity) < span.from).length;
  const after = marks.filter(({ mark }) => (mark.from ?? -Infinity) >= span.to).length;
  return (
    <>
      {placed.map((one, i) => {
        const { mark, start, end } = one;
        const colour = mark.rank < 0 ? palette.muted : palette.standing[mark.rank];
        return (
          <span
            key={i}
            className={classOf(one)}
            title={mark.text}
            style={{ translate: shift(start), inlineSize: end - start, '--mark': colour, '--soft': `${SOFT}px` } as React.CSSProperties}
          />
        );
      })}
      {placed.map(({ tag }, i) => {
        const label = labels[i];
        return (
          label &&
          tag !== '' && (
            // The words have their own direction; their place has that of the page.
            <span key={i} className={`mark-tag ${label.side}`} style={{ translate: shift(label.start), inlineSize: label.room }}>
              <bdi>{tag}</bdi>
            </span>
          )
        );
      })}
      {placed.length === 0 && before > 0 && <span className="mark-away start">‹ {before}</span>}
      {placed.length === 0 && after > 0 && <span className="mark-away end">{after} ›</span>}
    </>
  );
}
/** Rendered again only where its marks, the span or the width are others. */
export const Track = memo(TrackOf);

function CrowdOf({ marks, span, width, height, step }: { marks: readonly Mark[]; span: Span; width: number; height: number; step: number }) {
  const parts = Math.max(1, Math.floor(width / step));
  const later = useMemo(() => marks.filter(({ seen }) => seen !== 'in'), [marks]);
  const by = density(marks, span, parts);
  const most = Math.max(1, ...by);
  const shape = (counts: Int32Array): string => {
    let path = '';
    counts.forEach((n, i) => {
      if (n > 0) path += `M${i} ${height}v${-Math.max(2, Math.round((n / most) * (height - 1)))}h.82V${height}z`;
    });
    return path;
  };
  return (
    <svg className="crowd" viewBox={`0 0 ${parts} ${height}`} width={width} height={height} preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <path d={shape(by)} className="all" />
      {later.length > 0 && <path d={shape(density(later, span, parts))} className="rest" />}
    </svg>
  );
}
/** How many marks stand where, as one shape. Rendered again only where they, the span or the size are others. */
export const Crowd = memo(CrowdOf);
