/** A long list of which only the rows in view are rendered; it scrolls by itself. */
import { useRef, type ReactNode, type RefObject } from 'react';
import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';

export interface RowsInView {
  scroll: RefObject<HTMLDivElement | null>;
  count: number;
  keyOf: (index: number) => string;
  /** Height of a row in px: before it is measured, or of every row where none is. */
  estimate: number;
  /** Height of what stands fixed above the rows within what scrolls, in px. */
  above?: number;
}

/** Which rows are in view, and a few beyond. */
export function useRowsInView({ scroll, count, keyOf, estimate, above = 0 }: RowsInView): Virtualizer<HTMLDivElement, Element> {
  return useVirtualizer({
    count,
    getScrollElement: () => scroll.current,
    estimateSize: () => estimate,
    overscan: 12,
    getItemKey: keyOf,
    scrollPaddingStart: above,
  });
}

export interface VirtualRowsProps<T> {
  label: string;
  items: readonly T[];
  keyOf: (item: T) => string;
  /** Height of a row before it is measured, in px. */
  estimate: number;
  children: (item: T) => ReactNode;
}

export function VirtualRows<T>({ label, items, keyOf, estimate, children }: VirtualRowsProps<T>) {
  const scroll = useRef<HTMLDivElement>(null);
  const rows = useRowsInView({ scroll, count: items.length, keyOf: (i) => keyOf(items[i]!), estimate });
  return (
    <div className="scroll" ref={scroll} tabIndex={0} role="region" aria-label={label}>
      <div role="list" aria-label={label} style={{ position: 'relative', blockSize: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((row) => (
          <div
            key={row.key}
            ref={rows.measureElement}
            data-index={row.index}
            role="listitem"
            aria-setsize={items.length}
            aria-posinset={row.index + 1}
            style={{ position: 'absolute', insetBlockStart: 0, insetInline: 0, transform: `translateY(${row.start}px)` }}
          >
            {children(items[row.index]!)}
          </div>
        ))}
      </div>
    </div>
  );
}
