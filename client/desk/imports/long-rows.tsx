/** The rows of a large plan, of which only those in view are rendered. */
import type { ReactNode, RefObject } from 'react';
import { useRowsInView } from '../../ui/virtual-rows.tsx';

/** Rows under one head. */
export interface RowsPart {
  label: string;
  head: ReactNode;
  rows: { key: string; element: ReactNode }[];
}
/** Height of a row before it is measured, in px. */
const ROW = 54;

/** @param scroll an element of the component that calls this: it is not there yet when a component within it asks for it */
export function useLongRows(scroll: RefObject<HTMLDivElement | null>, parts: readonly RowsPart[]): ReactNode {
  const items = parts.flatMap(({ label, head, rows }) => [{ key: `head ${label}`, element: head }, ...rows]);
  const rows = useRowsInView({ scroll, count: items.length, keyOf: (i) => items[i]!.key, estimate: ROW });
  return (
    <ul style={{ position: 'relative', blockSize: rows.getTotalSize() }}>
      {rows.getVirtualItems().map((row) => (
        <li
          key={row.key}
          ref={rows.measureElement}
          data-index={row.index}
          aria-setsize={items.length}
          aria-posinset={row.index + 1}
          style={{ position: 'absolute', insetBlockStart: 0, insetInline: 0, transform: `translateY(${row.start}px)` }}
        >
          {items[row.index]!.element}
        </li>
      ))}
    </ul>
  );
}
