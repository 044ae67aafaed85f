/** Dates of FollowTheMoney as EDTF; only those that are kept as they are written. */

const DATE = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;

/** A year, a month or a day; of an instant its day. */
export function ftmDate(value: string): string | undefined {
  const found = DATE.exec(value);
  if (!found) return undefined;
  const day = found.slice(1).filter((part) => part !== undefined);
  if (value.includes('T') && day.length < 3) return undefined;
  const text = day.join('-');
  return day.length < 3 || new Date(`${text}T00:00:00Z`).toISOString().startsWith(text) ? text : undefined;
}

/** When a link held; `isWrong` where the file gives what is no one date. */
export function ftmSpan(dates: { date: readonly string[]; start: readonly string[]; end: readonly string[] }): { edtf?: string; isWrong: boolean } {
  const { date, start, end } = dates;
  if (date.length + start.length + end.length === 0) return { isWrong: false };
  const [on, from, to] = [date, start, end].map((values) => (values.length === 1 ? ftmDate(values[0] ?? '') : undefined));
  const areRead = [date, start, end].every((values, i) => values.length === 0 || [on, from, to][i] !== undefined);
  if (!areRead) return { isWrong: true };
  // Beside a span a date says nothing more.
  if (from === undefined && to === undefined) return on === undefined ? { isWrong: true } : { edtf: on, isWrong: false };
  if (from !== undefined && to !== undefined && from > to) return { isWrong: true };
  return { edtf: from !== undefined && from === to ? from : `${from ?? '..'}/${to ?? '..'}`, isWrong: false };
}
