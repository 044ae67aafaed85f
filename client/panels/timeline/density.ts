/** How many marks stand at each part of a width: drawn where single marks would cover one another. */
import type { Mark } from './time-marks.ts';
import type { Span } from './time-span.ts';

/** The number of marks in each of `parts` equal parts of a span; a mark that lasts counts in each part it touches. An open end counts in its last part only. */
export function density(marks: readonly Pick<Mark, 'from' | 'to'>[], { from, to }: Span, parts: number): Int32Array {
  const change = new Int32Array(parts + 1);
  const per = parts / (to - from);
  for (const mark of marks) {
    const [first, last] = [mark.from ?? mark.to, mark.to ?? mark.from];
    if (first === undefined || last === undefined || last + 1 <= from || first >= to) continue;
    const start = Math.min(Math.max(Math.floor((first - from) * per), 0), parts - 1);
    const end = Math.min(Math.max(Math.ceil((last + 1 - from) * per), start + 1), parts);
    change[start] = change[start]! + 1;
    change[end] = change[end]! - 1;
  }
  for (let i = 1; i < parts; i += 1) change[i] = change[i]! + change[i - 1]!;
  return change.subarray(0, parts);
}
