/** What stands in the way of an undo or a restore, in words: records by their names instead of their ids, instants as days and times. Pure. */
import { whenInWords } from '../notebook/when.ts';

interface Obstacle {
  message: string;
  /** The records that the message tells by their ids, in its order. */
  about?: readonly { id: string; name?: string | undefined }[] | undefined;
}

const INSTANT = / at (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z)/g;

export function obstacleInWords({ message, about = [] }: Obstacle, now: Date = new Date()): string {
  const parts: string[] = [];
  let rest = message;
  for (const { id, name } of about) {
    const quoted = JSON.stringify(id);
    const at = rest.indexOf(quoted);
    if (name === undefined || at < 0) continue;
    parts.push(inDays(rest.slice(0, at), now), `“${name}”`);
    rest = rest.slice(at + quoted.length);
  }
  return [...parts, inDays(rest, now)].join('');
}

function inDays(text: string, now: Date): string {
  return text.replace(INSTANT, (_, at: string) => ` (${whenInWords(at, now)})`);
}
