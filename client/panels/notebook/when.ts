/** When something was written, as it is said beside a name: "today, 14:31", "2026-11-24". */
import { clockTime } from '../../ui/date-text.ts';
import { words } from '../../i18n/messages.ts';
import { dayInWords, dayOf } from '../changes/change-lines.tsx';

export function whenInWords(at: string, now: Date = new Date()): string {
  const day = dayOf(at);
  const said = dayInWords(day, now);
  if (day !== dayOf(now.toISOString())) return said === words.changes.yesterday ? said.toLocaleLowerCase() : said;
  return `${said.toLocaleLowerCase()}, ${clockTime(Date.parse(at))}`;
}
