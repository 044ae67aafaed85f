/** Where the blocks of a column stand: in their order, without overlap, each as near to where it should be as the others let it. */

/** Between two blocks of a column. */
export const ROW_GAP = 11;

/** Least-squares positions of a column without overlap, in the order given: pool adjacent violators on the wishes less the heights above. */
export function settle(items: readonly { height: number; wish: number }[], height: number): number[] {
  const above: number[] = [];
  let sum = 0;
  for (const item of items) {
    above.push(sum);
    sum += item.height + ROW_GAP;
  }
  const pools: { total: number; count: number }[] = [];
  for (const [i, { wish }] of items.entries()) {
    pools.push({ total: wish - above[i]!, count: 1 });
    for (
      let last = pools.at(-1)!, before = pools.at(-2);
      before && before.total / before.count > last.total / last.count;
      last = pools.at(-1)!, before = pools.at(-2)
    ) {
      pools.pop();
      before.total += last.total;
      before.count += last.count;
    }
  }
  const most = Math.max(0, height - (sum - ROW_GAP));
  return pools
    .flatMap(({ total, count }) => Array.from({ length: count }, () => Math.min(most, Math.max(0, total / count))))
    .map((y, i) => Math.round(y + above[i]!));
}
