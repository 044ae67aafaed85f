/** The grid of a table: head, group heads and rows, of which only those in view are rendered; moved in by the arrow keys. */
import { memo, useEffect, useId, useMemo, useRef, useState } from 'react';
import { IconArrowDown, IconArrowUp, IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useRowsInView } from '../../ui/virtual-rows.tsx';
import { direction } from '../../i18n/locale.ts';
import { words } from '../../i18n/messages.ts';
import type { Column } from './columns.ts';
import { moved, type Place } from './move-in-grid.ts';

const t = words.table;
export const ROW = 35;
const HEAD = 33;

/** A line of the grid: an item, or the head of a group. */
export type Line<T> = { key: string; item: T } | { key: string; group: string; count: number; open: boolean };

export interface GridProps<T> {
  label: string;
  lines: readonly Line<T>[];
  columns: readonly Column<T>[];
  sorted: { id: string; down: boolean } | undefined;
  /** Rows as cards, where the table is too narrow for columns. */
  card?: (item: T) => React.ReactNode;
  /** Height of a card in px. */
  cardHeight: number;
  isChosen: (item: T) => boolean;
  /** The item that was chosen elsewhere, shown when it changes. */
  shown: string | undefined;
  onSort: (column: string) => void;
  onFold: (key: string) => void;
  onOpen: (item: T) => void;
  /** `add` keeps what is chosen, and lets go of an item that is. */
  onChoose: (item: T, add: boolean) => void;
  onActive: (item: T | undefined) => void;
  copied: () => string;
}

export function Grid<T extends { id: string }>(props: GridProps<T>) {
  const { lines, columns, card, cardHeight, onActive } = props;
  const id = useId();
  const scroll = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ key: string | undefined; column: number }>({ key: undefined, column: 0 });
  /** The next change of what is chosen was made here. */
  const chosenHere = useRef(false);
  const at = useMemo(() => new Map(lines.map((line, i) => [line.key, i])), [lines]);
  const row = place.key === undefined ? -1 : (at.get(place.key) ?? 0);
  const width = card ? 1 : columns.length;
  const active: Place = { row: Math.min(row, lines.length - 1), column: Math.min(place.column, width - 1) };
  const inView = useRowsInView({ scroll, count: lines.length, keyOf: (i) => lines[i]!.key, estimate: card ? cardHeight : ROW, above: card ? 0 : HEAD });
  useEffect(() => inView.measure(), [card === undefined]);
  const shown = inView.getVirtualItems();
  // A row that leaves the view gives its elements to the one that comes: to change a text is faster than to make eleven cells.
  const pool = useRef(1);
  pool.current = Math.max(pool.current, shown.length);
  const go = (next: Place): void => {
    const line = lines[next.row];
    setPlace({ key: line?.key, column: next.column });
    onActive(line && 'item' in line ? line.item : undefined);
    if (next.row >= 0) inView.scrollToIndex(next.row);
  };
  useEffect(() => {
    const found = props.shown === undefined ? undefined : at.get(props.shown);
    const own = chosenHere.current;
    chosenHere.current = false;
    if (!own && found !== undefined && found !== active.row) go({ row: found, column: active.column });
  }, [props.shown]);
  const choose = (item: T, add: boolean): void => {
    chosenHere.current = true;
    props.onChoose(item, add);
  };
  const act = (place: Place, line: Line<T> | undefined, open: boolean): void => {
    if (!line) {
      const column = columns[place.column];
      if (column) props.onSort(column.id);
    } else if ('group' in line) props.onFold(line.key);
    else if (open) props.onOpen(line.item);
    else choose(line.item, true);
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.altKey) return;
    const line = lines[active.row];
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      return act(active, line, event.key === 'Enter');
    }
    const page = Math.max(1, Math.floor((scroll.current?.clientHeight ?? 0) / (card ? cardHeight : ROW)) - 2);
    const next = moved(active, event.key, {
      rows: lines.length,
      columns: width,
      page,
      jump: event.ctrlKey || event.metaKey,
      rtl: direction === 'rtl',
      head: !card,
    });
    if (!next) return;
    event.preventDefault();
    go(next);
  };
  const cellId = (rowIndex: number, column: number): string => `${id}${rowIndex}-${column}`;
  const template = card ? 'minmax(0, 1fr)' : columns.map(({ width: [least, share] }) => `minmax(${least}px, ${share}fr)`).join(' ');
  const least = card ? 0 : columns.reduce((sum, column) => sum + column.width[0], 0);
  const isRendered = active.row === -1 || shown.some(({ index }) => index === active.row);
  const line = lines[active.row];
  const activeCell = line && 'group' in line ? cellId(active.row, 0) : cellId(active.row, active.column);
  return (
    <div
      className="grid"
      role="grid"
      aria-label={props.label}
      aria-rowcount={lines.length + 1}
      aria-colcount={width}
      aria-multiselectable
      aria-activedescendant={isRendered ? activeCell : undefined}
      tabIndex={0}
      ref={scroll}
      onKeyDown={onKeyDown}
      onCopy={(event) => {
        if (!(getSelection()?.isCollapsed ?? true)) return;
        event.preventDefault();
        event.clipboardData.setData('text/plain', props.copied());
      }}
      style={{ '--columns': template, '--least': `${least}px` } as React.CSSProperties}
    >
      <div role="rowgroup" className={card ? 'visually-hidden' : undefined}>
        <div role="row" aria-rowindex={1} className="grid-head">
          {(card ? columns.slice(0, 1) : columns).map((column, i) => {
            const down = props.sorted?.id === column.id ? props.sorted.down : undefined;
            return (
              <div
                key={column.id}
                id={cellId(-1, i)}
                role="columnheader"
                aria-colindex={i + 1}
                aria-sort={down === undefined ? 'none' : down ? 'descending' : 'ascending'}
                className={`cell${column.number ? ' number' : ''}${active.row === -1 && active.column === i ? ' active' : ''}`}
                title={column.means}
                onClick={() => {
                  go({ row: -1, column: i });
                  props.onSort(column.id);
                }}
              >
                {column.label}
                {down === undefined ? null : down ? <IconArrowDown size={12} aria-hidden /> : <IconArrowUp size={12} aria-hidden />}
              </div>
            );
          })}
        </div>
      </div>
      <div role="rowgroup" className="grid-body" style={{ blockSize: inView.getTotalSize() }}>
        {shown.map((one) => {
          const of = lines[one.index];
          if (!of) return null;
          const isActive = one.index === active.row;
          return (
            <div
              key={one.index % pool.current}
              role="row"
              aria-rowindex={one.index + 2}
              aria-selected={'item' in of ? props.isChosen(of.item) : undefined}
              aria-expanded={'group' in of ? of.open : undefined}
              className={`grid-row${'group' in of ? ' group-head' : ''}${card ? ' as-card' : ''}${isActive ? ' active' : ''}`}
              style={{ transform: `translateY(${one.start}px)`, blockSize: one.size }}
              onClick={(event) => {
                const column = Number((event.target as HTMLElement).closest('[data-column]')?.getAttribute('data-column') ?? 0);
                go({ row: one.index, column });
                if ('group' in of) props.onFold(of.key);
                else choose(of.item, event.ctrlKey || event.metaKey || event.shiftKey);
              }}
              onDoubleClick={() => 'item' in of && props.onOpen(of.item)}
            >
              {'group' in of ? (
                <div id={cellId(one.index, 0)} role="gridcell" aria-colspan={width} className={`cell${isActive ? ' active' : ''}`}>
                  {of.open ? <IconChevronDown size={13} aria-hidden /> : <IconChevronRight size={13} className="mirrors" aria-hidden />}
                  <b dir="auto">{of.group || t.notTold}</b> {of.count.toLocaleString('en')}
                </div>
              ) : card ? (
                <div id={cellId(one.index, 0)} role="gridcell" aria-colindex={1} className={`cell${isActive ? ' active' : ''}`}>
                  {card(of.item)}
                </div>
              ) : (
                <Cells item={of.item} columns={columns} row={one.index} idOf={id} active={isActive ? active.column : undefined} />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface CellsProps<T> {
  item: T;
  columns: readonly Column<T>[];
  row: number;
  idOf: string;
  active: number | undefined;
}
function CellsOf<T>({ item, columns, row, idOf, active }: CellsProps<T>): React.ReactNode {
  return columns.map((column, i) => {
    const text = column.text(item);
    return (
      <div
        key={column.id}
        id={`${idOf}${row}-${i}`}
        role="gridcell"
        aria-colindex={i + 1}
        data-column={i}
        className={`cell${column.number ? ' number' : ''}${active === i ? ' active' : ''}`}
        title={active === i ? undefined : text}
      >
        <span className={column.cell ? 'whole made' : 'whole'} dir={column.cell ? undefined : 'auto'}>
          {column.cell ? column.cell(item) : text}
        </span>
      </div>
    );
  });
}
/** The cells of one row; rendered again only where what they show is another. */
const Cells = memo(CellsOf) as typeof CellsOf;
