/** Derives the dates, counts and amounts of a claim: overlapping ones are narrowed, disjoint ones stand side by side (model.md, "One proposition"). */
import { parseEdtf } from '../dates/edtf-dates.ts';
import { edtfOfBounds } from '../dates/edtf-of-bounds.ts';
import { BASES, type Basis } from '../model/lists.ts';
import { happenedDates } from '../dates/happened-dates.ts';
import type { Citation, Quantity } from '../model/records.ts';
import type { ClaimValue } from '../model/figures.ts';

/** One value of a citation as inclusive bounds, already widened by a tenth where it is approximate. */
interface Said<T> {
  citation: string;
  basis: Basis;
  low: number;
  high: number;
  as: T;
}
export interface FieldValues<T> {
  /** Narrowed values in ascending order; a single one where all overlap. */
  values: ClaimValue<T>[];
  /** Citations whose value excludes that of another, sorted; dates of basis `outside` are not compared. Empty where nothing is contested. */
  disjoint: string[];
}

/**
 * The dates of a claim. Alternatives of one citation stand side by side; the date of another citation contests them only where it excludes all of them. A
 * narrowed date keeps a text that a citation wrote, where one has its bounds.
 */
export function happenedValues(citations: readonly Citation[]): FieldValues<string> {
  const said: Said<string>[] = [];
  for (const citation of citations) {
    for (const { edtf, basis } of happenedDates(citation)) {
      const { earliest, latest } = parseEdtf(edtf);
      said.push({ citation: citation.id, basis, low: earliest, high: latest, as: edtf });
    }
  }
  return narrow(
    said,
    (low, high) => edtfOfBounds(low, high),
    (a, b) => a.length - b.length || compare(a, b),
    (one) => one.basis !== 'outside',
  );
}

/** The counts or amounts of a claim. Values of different units, or with and without a unit, are never compared. */
export function quantityValues(citations: readonly Citation[], field: 'count' | 'amount'): FieldValues<Quantity> {
  if (citations.every((citation) => citation[field] === undefined)) return { values: [], disjoint: [] };
  const byUnit = new Map<string | undefined, Said<Quantity>[]>();
  for (const citation of citations) {
    const quantity = citation[field];
    if (!quantity) continue;
    const said = {
      citation: citation.id,
      basis: quantity.basis,
      ...quantityBounds(quantity),
      as: quantity,
    };
    const alike = byUnit.get(quantity.unit);
    if (alike) alike.push(said);
    else byUnit.set(quantity.unit, [said]);
  }
  const values: ClaimValue<Quantity>[] = [];
  const disjoint: string[] = [];
  for (const unit of [...byUnit.keys()].sort((a, b) => compare(a ?? '', b ?? ''))) {
    const build = (low: number, high: number): Quantity => ({
      ...(low === -Infinity ? {} : { min: low }),
      ...(high === Infinity ? {} : { max: high }),
      ...(unit === undefined ? {} : { unit }),
      basis: 'stated',
    });
    // Of two ways to write one span (9 to 11, about 10) the one without `approx` is preferred.
    const found = narrow(byUnit.get(unit) ?? [], build, (a, b) => Number(a.approx ?? false) - Number(b.approx ?? false));
    values.push(...found.values.map((value) => ({ ...value, value: { ...value.value, basis: value.basis } })));
    disjoint.push(...found.disjoint);
  }
  return { values, disjoint: disjoint.sort() };
}

/** Inclusive bounds of a quantity, infinite where absent; `approx` widens each by a tenth of itself. */
export function quantityBounds({ min = -Infinity, max = Infinity, approx }: Quantity): {
  low: number;
  high: number;
} {
  const slack = (x: number) => (approx && Number.isFinite(x) ? Math.abs(x) / 10 : 0);
  return { low: min - slack(min), high: max + slack(max) };
}

/**
 * Narrows spans. Spans that all overlap pairwise share a common part, so each largest group of overlapping spans becomes one value: their intersection. A span
 * may belong to several groups ("2018" with "2018-06" and with "2018-09").
 */
function narrow<T>(
  said: readonly Said<T>[],
  build: (low: number, high: number) => T,
  prefer: (a: T, b: T) => number,
  mayContest: (one: Said<T>) => boolean = () => true,
): FieldValues<T> {
  if (said.length === 0) return { values: [], disjoint: [] };
  const sorted = [...said].sort((a, b) => compareNumbers(a.low, b.low) || compareNumbers(a.high, b.high));
  const values: ClaimValue<T>[] = [];
  let open: Said<T>[] = [];
  let firstEnd = Infinity;
  // A sweep from left to right. The open spans are a largest group when the next span begins after one of them has ended.
  for (const span of sorted) {
    if (span.low > firstEnd) {
      values.push(valueOf(open, build, prefer));
      open = open.filter((other) => other.high >= span.low);
      firstEnd = open.reduce((end, other) => Math.min(end, other.high), Infinity);
    }
    open.push(span);
    firstEnd = Math.min(firstEnd, span.high);
  }
  values.push(valueOf(open, build, prefer));
  return { values, disjoint: disjointOf(said.filter(mayContest)) };
}

function valueOf<T>(group: readonly Said<T>[], build: (low: number, high: number) => T, prefer: (a: T, b: T) => number): ClaimValue<T> {
  const span = intersection(group);
  const same = (a: { low: number; high: number }) => a.low === span.low && a.high === span.high;
  const basis = BASES.find((_, i) => {
    const firm = group.filter((said) => BASES.indexOf(said.basis) <= i);
    return firm.length > 0 && same(intersection(firm));
  });
  const written = group.filter(same).sort((a, b) => BASES.indexOf(a.basis) - BASES.indexOf(b.basis) || prefer(a.as, b.as) || compare(a.citation, b.citation));
  return {
    value: written[0]?.as ?? build(span.low, span.high),
    basis: basis ?? 'outside',
    citations: [...new Set(group.map((said) => said.citation))].sort(),
  };
}

function intersection(group: readonly { low: number; high: number }[]): {
  low: number;
  high: number;
} {
  return group.reduce((all, one) => ({ low: Math.max(all.low, one.low), high: Math.min(all.high, one.high) }), { low: -Infinity, high: Infinity });
}

function disjointOf(said: readonly Said<unknown>[]): string[] {
  const byCitation = new Map<string, Said<unknown>[]>();
  for (const one of said) byCitation.set(one.citation, [...(byCitation.get(one.citation) ?? []), one]);
  if (byCitation.size < said.length) return disjointAmong([...byCitation]);
  const { low, high } = intersection(said);
  return said
    .filter((one) => one.low > high || one.high < low)
    .map((one) => one.citation)
    .sort();
}

/** Citations whose values exclude each other: none of the alternatives of one overlaps any of the other. */
function disjointAmong(said: readonly [string, readonly Said<unknown>[]][]): string[] {
  const exclude = (some: readonly Said<unknown>[], others: readonly Said<unknown>[]) =>
    !some.some((a) => others.some((b) => a.low <= b.high && b.low <= a.high));
  return said
    .filter(([id, values]) => said.some(([other, theirs]) => other !== id && exclude(values, theirs)))
    .map(([id]) => id)
    .sort();
}

/** Subtracting two infinite bounds would give NaN. */
function compareNumbers(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
