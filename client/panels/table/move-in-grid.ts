/** Where a key leads in a grid. */
export interface Place {
  /** -1: the head. */
  row: number;
  column: number;
}
export interface GridSize {
  rows: number;
  columns: number;
  /** Rows that a page key passes. */
  page: number;
  /** With Ctrl: to the first or last row. */
  jump: boolean;
  rtl: boolean;
  /** Whether the head can be reached. */
  head: boolean;
}

/** Undefined for a key that leads nowhere. */
export function moved({ row, column }: Place, key: string, { rows, columns, page, jump, rtl, head }: GridSize): Place | undefined {
  const inside = (next: Place): Place => ({
    row: Math.min(Math.max(next.row, head || rows === 0 ? -1 : 0), rows - 1),
    column: Math.min(Math.max(next.column, 0), columns - 1),
  });
  const side = rtl ? -1 : 1;
  switch (key) {
    case 'ArrowDown':
      return inside({ row: jump ? rows - 1 : row + 1, column });
    case 'ArrowUp':
      return inside({ row: jump ? 0 : row - 1, column });
    case 'ArrowRight':
      return inside({ row, column: column + side });
    case 'ArrowLeft':
      return inside({ row, column: column - side });
    case 'PageDown':
      return inside({ row: row + page, column });
    case 'PageUp':
      return inside({ row: Math.max(row - page, 0), column });
    case 'Home':
      return inside({ row: jump ? 0 : row, column: 0 });
    case 'End':
      return inside({ row: jump ? rows - 1 : row, column: columns - 1 });
    default:
      return undefined;
  }
}
