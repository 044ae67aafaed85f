/** Finds the texts of a file that are kept in another form than they were given in, so that nothing changes unseen. */
import { pointerOf } from '../../../domain/model/errors.ts';
import type { ProblemList } from '../../../domain/importing/problem-list.ts';
import { asEscapes } from '../../../domain/model/plain-text.ts';

/** Characters of a text that a warning shows. */
const SHOWN = 60;
/** Characters before the first difference that it shows. */
const BEFORE = 20;

/**
 * A warning `text-rewritten` for each text of `given` that differs at the same place of `kept`: composed (NFC), brought into one line, or without characters
 * that show nothing. It tells the text as given, with what cannot be seen as escapes of JSON. Of very many some are listed, the rest is counted.
 * @param given a value of JSON as the file has it
 * @param kept the same after it was checked against the format
 * @param pointer the place of both in the file
 */
export function findRewritten(given: unknown, kept: unknown, pointer: string, found: ProblemList): void {
  compare(given, kept, [], (keys, was, is) =>
    found.add({
      code: 'text-rewritten',
      message: `given as "${visible(was, is)}", kept as "${part(is, was)}"`,
      remedy: REMEDY,
      pointer: pointer + pointerOf(keys),
    }),
  );
}

/** @param keys of the place of both, while they are compared */
function compare(given: unknown, kept: unknown, keys: string[], tell: (keys: readonly string[], given: string, kept: string) => void): void {
  if (typeof given === 'string') {
    if (typeof kept === 'string' && given !== kept) tell(keys, given, kept);
    return;
  }
  if (typeof given !== 'object' || given === null || typeof kept !== 'object' || kept === null) return;
  for (const key of Object.keys(given)) {
    if (!Object.hasOwn(kept, key)) continue;
    keys.push(key);
    compare(Reflect.get(given, key), Reflect.get(kept, key), keys, tell);
    keys.pop();
  }
}

const REMEDY =
  'nothing, where both mean the same: texts are kept in the composed form of Unicode (NFC), names and titles in one line, without characters that show nothing; keep the file if the form itself matters';

/** The part of a text about its first difference from another, not within a character. */
function part(text: string, other: string): string {
  const characters = [...text];
  const others = [...other];
  const first = characters.findIndex((character, i) => character !== others[i]);
  const from = Math.max(0, (first === -1 ? characters.length : first) - BEFORE);
  const to = from + SHOWN;
  return `${from > 0 ? '…' : ''}${characters.slice(from, to).join('')}${to < characters.length ? '…' : ''}`;
}

/** The part that differs, with marks, spaces other than the common one, and what shows nothing written as escapes. */
function visible(text: string, other: string): string {
  return part(text, other).replaceAll(/[\p{M}\p{C}\p{DI}]|(?! )\p{Z}/gu, asEscapes);
}
