/** Measures texts on a canvas of the page, or by a table of letter widths where there is none. */
import { measureByTable } from '../../../server/domain/picturing/plan/measure.ts';
import type { Measure } from '../../../server/domain/picturing/picture.ts';

/** Measures as the canvas of the page draws, and keeps what it measured. */
export function measureOnCanvas(font: string): Measure {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return measureByTable;
  const known = new Map<string, number>();
  return (text, size, weight) => {
    const key = `${weight} ${size} ${text}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    context.font = `${weight} ${size}px ${font}`;
    const { width } = context.measureText(text);
    known.set(key, width);
    return width;
  };
}
