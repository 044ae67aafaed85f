/** A long list of which only the rows in view are rendered; it scrolls by itself. */
import { useRef, type ReactNode } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';

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
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => estimate,
    overscan: 12,
    getItemKey: (i) => keyOf(items[i]!),
  });
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
