/** The time of day of an instant, as a clock on the wall here shows it. */
export function clockTime(at: number | undefined): string {
  const time = at === undefined ? new Date() : new Date(at);
  return `${String(time.getHours()).padStart(2, '0')}:${String(time.getMinutes()).padStart(2, '0')}`;
}
