/** The columns of a table: what stands in a cell as text, by what it is ordered, and by which value it is filtered and grouped. */
import type { ReactNode } from 'react';
import {
  columnFacetingFeature,
  columnFilteringFeature,
  columnGroupingFeature,
  columnVisibilityFeature,
  createExpandedRowModel,
  createFacetedRowModel,
  createFilteredRowModel,
  createGroupedRowModel,
  createSortedRowModel,
  globalFilteringFeature,
  rowExpandingFeature,
  rowSortingFeature,
  tableFeatures,
  type ColumnDef,
  type Row,
} from '@tanstack/react-table';
import { foldName } from '../../../server/domain/searching/fold-name.ts';

export const features = tableFeatures({
  columnFilteringFeature,
  globalFilteringFeature,
  filteredRowModel: createFilteredRowModel(),
  columnFacetingFeature,
  facetedRowModel: createFacetedRowModel(),
  columnGroupingFeature,
  groupedRowModel: createGroupedRowModel(),
  rowExpandingFeature,
  expandedRowModel: createExpandedRowModel(),
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  columnVisibilityFeature,
});
export type Features = typeof features;

export interface Column<T> {
  id: string;
  label: string;
  /** A sentence on what the column tells. */
  means?: string;
  /** Share of the width, in CSS `fr`, and the least width in px. */
  width: [least: number, share: number];
  /** The whole cell as text: shown, searched, copied. */
  text: (item: T) => string;
  /** What the rows are ordered by; undefined comes last. Absent: the text. */
  order?: (item: T) => number | string | undefined;
  /** What rows are filtered and grouped by, in words. Absent: neither. */
  value?: (item: T) => string;
  /** Shown instead of the text, which stays its words. */
  cell?: (item: T) => ReactNode;
  number?: true;
  /** Not shown until it is chosen. */
  hidden?: true;
}

const collator = new Intl.Collator(undefined, { numeric: true });
function compare(a: number | string | undefined, b: number | string | undefined): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a ?? ''), String(b ?? ''));
}

/** The columns as the library takes them. A filter holds the values that pass; none given lets all pass. */
export function tableColumns<T>(columns: readonly Column<T>[]): ColumnDef<Features, T & object>[] {
  return columns.map((column) => ({
    id: column.id,
    accessorFn: (item: T & object) => column.order?.(item) ?? (column.order ? undefined : column.text(item)),
    getGroupingValue: (item: T & object) => column.value?.(item) ?? '',
    sortFn: (a: Row<Features, T & object>, b: Row<Features, T & object>, id: string) => compare(a.getValue(id), b.getValue(id)),
    sortUndefined: 'last' as const,
    filterFn: (row: Row<Features, T & object>, _: string, values: readonly string[]) =>
      values.length === 0 || values.includes(column.value?.(row.original) ?? ''),
  }));
}

/** Tells of an item whether all the words typed stand in its cells, however they are spelt in marks and capitals. */
export function wordSearch<T extends object>(columns: readonly Column<T>[]): (item: T, typed: string) => boolean {
  const folded = new WeakMap<T, string>();
  const textOf = (item: T): string => {
    const known = folded.get(item);
    if (known !== undefined) return known;
    const text = columns.map((column) => foldName(column.text(item))).join('\n');
    folded.set(item, text);
    return text;
  };
  return (item, typed) =>
    foldName(typed)
      .split(/\s+/)
      .every((word) => textOf(item).includes(word));
}

/** Values of a column with the number of items that have each, in the order of the column. */
export function valuesOf<T>(column: Column<T>, items: readonly T[]): [value: string, items: number][] {
  const of = new Map<string, { n: number; first: T }>();
  for (const item of items) {
    const value = column.value?.(item) ?? '';
    const known = of.get(value);
    if (known) known.n += 1;
    else of.set(value, { n: 1, first: item });
  }
  const key = ({ first }: { first: T }): number | string | undefined => (column.order ? column.order(first) : undefined);
  return [...of]
    .toSorted(([a, x], [b, y]) => (column.number ? compare(key(y), key(x)) : y.n - x.n) || collator.compare(a, b))
    .map(([value, { n }]) => [value, n]);
}

/** Items as text for another program: a line each, cells separated by tabs, the names of the columns first. */
export function rowsAsText<T>(columns: readonly Column<T>[], items: readonly T[]): string {
  const plain = (text: string): string => text.replaceAll(/[\t\r\n]+/g, ' ').trim();
  return [columns.map(({ label }) => label), ...items.map((item) => columns.map((column) => plain(column.text(item))))]
    .map((cells) => cells.join('\t'))
    .join('\n');
}
