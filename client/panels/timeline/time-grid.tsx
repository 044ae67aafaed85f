/** The lanes and claims of the timeline as a tree of rows, of which only those in view are rendered; read and moved in by the keyboard. */
import { memo, useEffect, useId, useMemo, useRef, useState } from 'react';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { EdgeView, NodeView } from '../../../server/contract/views.ts';
import type { TimeBy, TimeLanes } from '../../state/view.ts';
import { EntityMark } from '../../ui/entity-mark.tsx';
import { LineSample } from '../../ui/figures.tsx';
import { type Palette, PALETTES } from '../../../server/domain/picturing/look/palette.ts';
import { useScheme } from '../../ui/use-scheme.ts';
import { useRowsInView } from '../../ui/virtual-rows.tsx';
import { direction } from '../../i18n/locale.ts';
import { words } from '../../i18n/messages.ts';
import { claimInShort } from '../table/claim-columns.tsx';
import { moved } from '../table/move-in-grid.ts';
import { type Lane, type Line, UNDATED } from './lanes.ts';
import { marksInWords, type TimedClaim } from './time-marks.ts';
import type { Span } from './time-span.ts';
import { Track } from './track.tsx';
import { useSpanGestures } from './use-span-gestures.ts';

const t = words.timeline;
const rtl = direction === 'rtl';
/** Heights of a line in px: beside its name, and below it where there is no room beside. */
const ROW = 38;
const ROW_STACKED = 52;
/** More marks over one another on the line of a folded lane are drawn as a density. */
const MOST_AT_ONCE = 2;

export interface TimeGridProps {
  lines: readonly Line[];
  lanes: number;
  claims: number;
  by: TimeBy;
  lanesBy: TimeLanes;
  span: Span;
  /** Where the dates begin, and how wide they are, in px. At 0 they stand below the names. */
  start: number;
  width: number;
  nodeOf: (id: string) => NodeView | undefined;
  /** The name of a lane, and that of an entity. */
  laneName: (id: string) => string;
  nameOf: (id: string) => string;
  chosen: ReadonlySet<string>;
  /** The claim that was chosen last, shown when it is chosen elsewhere. */
  shown: string | undefined;
  /** The lane brought into view, with a number that changes each time it is asked for. */
  wanted: { lane: string; n: number } | undefined;
  onZoom: (factor: number, at: number) => void;
  onMove: (share: number) => void;
  onFold: (lane: Lane) => void;
  onOpen: (claim: EdgeView) => void;
  /** `add` keeps what is chosen, and lets go of a claim that is. */
  onChoose: (claim: EdgeView, add: boolean) => void;
  onActive: (claim: TimedClaim | undefined) => void;
  /** Keys of the span and the clock; true where one was used. */
  onKey: (event: React.KeyboardEvent) => boolean;
}

export function TimeGrid(props: TimeGridProps) {
  const { lines, span, start, width, onActive } = props;
  const id = useId();
  const palette = PALETTES[useScheme()];
  const scroll = useRef<HTMLDivElement>(null);
  const [key, setKey] = useState<string | undefined>();
  const chosenHere = useRef(false);
  const at = useMemo(() => new Map(lines.map((line, i) => [line.key, i])), [lines]);
  const active = (key === undefined ? undefined : at.get(key)) ?? 0;
  const height = start === 0 ? ROW_STACKED : ROW;
  const inView = useRowsInView({ scroll, count: lines.length, keyOf: (i) => lines[i]!.key, estimate: height });
  useEffect(() => inView.measure(), [height]);
  useSpanGestures(scroll, { onZoom: props.onZoom, onMove: props.onMove, track: { start, width }, rtl });
  const shown = inView.getVirtualItems();
  // A row that leaves the view gives its elements to the one that comes.
  const pool = useRef(1);
  pool.current = Math.max(pool.current, shown.length);
  const go = (index: number, align: 'auto' | 'start' = 'auto'): void => {
    const line = lines[index];
    setKey(line?.key);
    onActive(line?.claim);
    if (line) inView.scrollToIndex(index, { align });
  };
  useEffect(() => {
    const own = chosenHere.current;
    chosenHere.current = false;
    if (own || props.shown === undefined || lines[active]?.claim?.claim.id === props.shown) return;
    const found = lines.findIndex((line) => line.claim?.claim.id === props.shown);
    if (found >= 0) go(found);
  }, [props.shown]);
  useEffect(() => {
    const found = props.wanted && at.get(`lane ${props.wanted.lane}`);
    if (found === undefined) return;
    go(found, 'start');
    scroll.current?.focus();
  }, [props.wanted]);
  const choose = (claim: EdgeView, add: boolean): void => {
    chosenHere.current = true;
    props.onChoose(claim, add);
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.altKey || event.defaultPrevented) return;
    const line = lines[active];
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (!line) return;
      if (!line.claim) props.onFold(line.lane);
      else if (event.key === 'Enter') props.onOpen(line.claim.claim);
      else choose(line.claim.claim, true);
      return;
    }
    if (props.onKey(event)) return event.preventDefault();
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') return;
    const page = Math.max(1, Math.floor((scroll.current?.clientHeight ?? 0) / height) - 2);
    const next = moved({ row: active, column: 0 }, event.key, { rows: lines.length, columns: 1, page, jump: true, rtl, head: false });
    if (!next || ((event.ctrlKey || event.metaKey) && (event.key === 'ArrowUp' || event.key === 'ArrowDown'))) return;
    event.preventDefault();
    // Home and End lead to the first and last line; the arrows go by one.
    go(event.key === 'ArrowDown' ? Math.min(active + 1, lines.length - 1) : event.key === 'ArrowUp' ? Math.max(active - 1, 0) : next.row);
  };
  const isRendered = shown.some(({ index }) => index === active);
  return (
    <div
      className={start === 0 ? 'time-grid stacked' : 'time-grid'}
      role="treegrid"
      aria-label={t.grid(props.lanes, props.claims)}
      aria-rowcount={lines.length}
      aria-multiselectable
      aria-activedescendant={isRendered ? `${id}${active}` : undefined}
      tabIndex={0}
      ref={scroll}
      onKeyDown={onKeyDown}
      style={{ '--names': `${start}px` } as React.CSSProperties}
    >
      <div role="rowgroup" className="grid-body" style={{ blockSize: inView.getTotalSize() }}>
        {shown.map((one) => {
          const line = lines[one.index];
          if (!line) return null;
          const { claim } = line;
          const foldable = !claim && (line.lane.dated.length > 0 || line.lane.id === UNDATED);
          return (
            <div
              key={one.index % pool.current}
              id={`${id}${one.index}`}
              role="row"
              aria-rowindex={one.index + 1}
              aria-level={claim ? 2 : 1}
              aria-selected={claim ? props.chosen.has(claim.claim.id) : undefined}
              aria-expanded={foldable && !claim ? line.open : undefined}
              className={`time-row${claim ? '' : ' lane'}${one.index === active ? ' active' : ''}${claim && claim.seen !== 'in' ? ' later' : ''}`}
              style={{ transform: `translateY(${one.start}px)`, blockSize: one.size }}
              onClick={(event) => {
                go(one.index);
                if (!claim) props.onFold(line.lane);
                else choose(claim.claim, event.ctrlKey || event.metaKey || event.shiftKey);
              }}
              onDoubleClick={() => claim && props.onOpen(claim.claim)}
            >
              {claim ? (
                <ClaimCells timed={claim} by={props.by} span={span} width={width} palette={palette} />
              ) : (
                <LaneCells
                  lane={line.lane}
                  open={line.open}
                  foldable={foldable}
                  node={props.lanesBy === 'voices' ? undefined : props.nodeOf(line.lane.id)}
                  name={line.lane.id === UNDATED ? t.undatedLane : line.lane.id === '' ? t.noneNamed[props.lanesBy] : props.laneName(line.lane.id)}
                  nameOf={props.nameOf}
                  span={span}
                  width={width}
                  palette={palette}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The parts of a row that do not change with the span are rendered once. */
const ClaimName = memo(({ claim }: { claim: EdgeView }) => (
  <div role="gridcell" className="name">
    <LineSample rank={claim.rank} length={22} />
    <span className="said" lang="en" dir="ltr" title={claim.sentence}>
      {claim.sentence}
    </span>
  </div>
));
ClaimName.displayName = 'ClaimName';

const ClaimWords = memo(({ timed, by }: { timed: TimedClaim; by: TimeBy }) => {
  const later = timed.seen === 'later' ? t.isLater : timed.seen === 'maybe' ? t.mayBeLater : undefined;
  return (
    <span className="visually-hidden">{[words.standing[timed.claim.level], marksInWords(timed, by) || t.notHere, ...(later ? [later] : [])].join('; ')}</span>
  );
});
ClaimWords.displayName = 'ClaimWords';

function ClaimCellsOf({ timed, by, span, width, palette }: { timed: TimedClaim; by: TimeBy; span: Span; width: number; palette: Palette }) {
  const { claim, marks } = timed;
  const drawn = useMemo(() => marks.map((mark) => ({ mark, tag: mark.tag })), [marks]);
  return (
    <>
      <ClaimName claim={claim} />
      <div role="gridcell" className="track">
        <ClaimWords timed={timed} by={by} />
        <span aria-hidden>
          {marks.length === 0 ? <span className="meta none">{t.notHere}</span> : <Track marks={drawn} span={span} width={width} palette={palette} />}
        </span>
      </div>
    </>
  );
}
const ClaimCells = memo(ClaimCellsOf);

interface LaneNameProps {
  foldable: boolean;
  open: boolean;
  node: NodeView | undefined;
  name: string;
  n: number;
}
const LaneName = memo(({ foldable, open, node, name, n }: LaneNameProps) => (
  <div role="gridcell" className="name">
    {foldable ? open ? <IconChevronDown size={13} aria-hidden /> : <IconChevronRight size={13} className="mirrors" aria-hidden /> : <i className="no-fold" />}
    {node && <EntityMark type={node.type} vague={node.unnamed || node.generic} />}
    <b lang={node?.nameLang} dir="auto" title={name}>
      {name}
    </b>
    <span className="n">{n.toLocaleString('en')}</span>
  </div>
));
LaneName.displayName = 'LaneName';

interface LaneCellsProps extends Omit<LaneNameProps, 'n'> {
  lane: Lane;
  /** The name of an entity. */
  nameOf: (id: string) => string;
  span: Span;
  width: number;
  palette: Palette;
}
function LaneCellsOf({ lane, open, foldable, node, name, nameOf, span, width, palette }: LaneCellsProps) {
  // Of a claim in a folded lane its standing is said with what it says, for there is no sentence beside it.
  const drawn = useMemo(
    () =>
      lane.dated.flatMap(({ claim, marks }) =>
        marks.map((mark) => ({ mark, tag: mark.kind === 'step' ? mark.tag : t.claimTag(words.standing[claim.level], claimInShort(claim, nameOf, lane.id)) })),
      ),
    [lane, nameOf],
  );
  const isUndated = lane.id === UNDATED;
  const undatedOnly = !isUndated && lane.dated.length === 0;
  const said = useMemo(() => {
    if (isUndated) return t.undatedKept;
    if (undatedOnly) return t.noneDated(lane.undated.length);
    return open && lane.undated.length === 0 ? '' : t.inLane(lane.dated.length, lane.undated.length);
  }, [lane, open]);
  return (
    <>
      <LaneName foldable={foldable} open={open} node={node} name={name} n={(isUndated ? lane.undated : lane.dated).length} />
      <div role="gridcell" className="track">
        <span className={open || undatedOnly || isUndated ? 'meta none' : 'visually-hidden'}>{said}</span>
        {!open && !undatedOnly && !isUndated && (
          <span aria-hidden>
            <Track marks={drawn} span={span} width={width} palette={palette} atOnce={MOST_AT_ONCE} />
          </span>
        )}
      </div>
    </>
  );
}
const LaneCells = memo(LaneCellsOf);
