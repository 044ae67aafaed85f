/** One part of the mirrored list: all rows while it is short, only the rows in view where it is long. */
import type { ReactNode } from 'react';
import { VirtualRows } from '../../ui/virtual-rows.tsx';

/** Up to this many rows all are on the page. More would make rendering and the browser's search slow. */
const WHOLE_UP_TO = 200;

export interface ListPartProps<T> {
  label: string;
  items: readonly T[];
  keyOf: (item: T) => string;
  estimate: number;
  row: (item: T) => ReactNode;
  actions?: ReactNode;
}

export function ListPart<T>({ label, items, keyOf, estimate, row, actions }: ListPartProps<T>) {
  const long = items.length > WHOLE_UP_TO;
  return (
    <section className={`part${long ? ' long' : ''}`}>
      <h3 className="heading">
        <span>{label}</span>
        {actions}
      </h3>
      {long ? (
        <VirtualRows label={label} items={items} keyOf={keyOf} estimate={estimate}>
          {(item) => <div className="item">{row(item)}</div>}
        </VirtualRows>
      ) : (
        <ul aria-label={label}>
          {items.map((item) => (
            <li key={keyOf(item)} className="item">
              {row(item)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
