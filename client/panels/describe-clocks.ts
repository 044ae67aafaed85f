/** The clocks of a view in words; empty where none is set. */
import type { Clocks } from '../../server/domain/model/questions.ts';
import { words } from '../i18n/messages.ts';

export function describeClocks(clocks: Clocks): string[] {
  const lines = (['happened', 'published', 'recorded'] as const)
    .filter((clock) => clocks[clock] !== undefined)
    .map((clock) => words.clocks.line(words.clocks[clock], clocks[clock] ?? ''));
  return clocks.firmOnly ? [...lines, words.clocks.firmLine] : lines;
}

/** The same for the legend, which also says where no clock is set. */
export function clocksLine(clocks: Clocks): string {
  const lines = describeClocks(clocks);
  return lines.length === 0 ? words.clocks.today : lines.join(' · ');
}
