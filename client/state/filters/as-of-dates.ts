/** The dates a clock can be stepped over: the ones of the claims drawn, each as its last possible day, so that "by" that day holds them. */
import type { EdgeView } from '../../../server/contract/views.ts';

/** The last day a plain date may mean; undefined for what is no plain date. */
export function lastDay(edtf: string): string | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[?~%]?$/.exec(edtf) ?? [];
  if (year === undefined || (month !== undefined && (month < '01' || month > '12'))) return undefined;
  if (day !== undefined) return `${year}-${month}-${day}`;
  const last = new Date(Date.UTC(Number(year), month === undefined ? 12 : Number(month), 0));
  return last.toISOString().slice(0, 10);
}

const sorted = (days: readonly (string | undefined)[]): string[] => [...new Set(days)].filter((day) => day !== undefined).toSorted();

/** When claims happened, and when they came to stand as they do. */
export function happenedDates(edges: readonly EdgeView[]): string[] {
  return sorted(edges.flatMap((edge) => [...edge.happened.map((one) => one.to ?? one.from), edge.since && lastDay(edge.since.edtf)]));
}
export function publishedDates(edges: readonly EdgeView[], publishedOf: (source: string) => string | undefined): string[] {
  return sorted(
    [...new Set(edges.flatMap((edge) => edge.sources))].map((source) => {
      const edtf = publishedOf(source);
      return edtf === undefined ? undefined : lastDay(edtf);
    }),
  );
}

/** The date before and the one after; without a date the view stands after the last. Later than the last: no date again. */
export function steps(dates: readonly string[], now: string | undefined): { earlier?: string; later?: string; canGoOn: boolean } {
  const at = now === undefined ? undefined : (lastDay(now) ?? now);
  const earlier = dates.filter((day) => at === undefined || day < at).at(-1);
  const later = at === undefined ? undefined : dates.find((day) => day > at);
  return { earlier, later, canGoOn: at !== undefined };
}
