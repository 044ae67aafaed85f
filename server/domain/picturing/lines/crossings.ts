/** Which lines cross which. */
import type { Corner } from '../picture.ts';

function cross(a: Corner, b: Corner, c: Corner, d: Corner): boolean {
  if (Math.max(a[0], b[0]) < Math.min(c[0], d[0]) || Math.max(c[0], d[0]) < Math.min(a[0], b[0])) return false;
  const side = (p: Corner, q: Corner, r: Corner): number => Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}
const meet = (a: readonly Corner[], b: readonly Corner[]): boolean => a.some((p, i) => i > 0 && b.some((q, j) => j > 0 && cross(a[i - 1]!, p, b[j - 1]!, q)));

/** For each line the numbers of those that cross it, once or more often. Lines that only meet do not cross. */
export function crossedBy(lines: readonly (readonly Corner[])[]): number[][] {
  const out: number[][] = lines.map(() => []);
  for (const [i, a] of lines.entries())
    for (let j = i + 1; j < lines.length; j += 1)
      if (meet(a, lines[j]!)) {
        out[i]!.push(j);
        out[j]!.push(i);
      }
  return out;
}
