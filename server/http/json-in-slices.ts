/** Writes a large answer as JSON, an element of its lists at a time, so that other requests are answered in between. */
import type { InSlices } from '../domain/figures/in-slices.ts';

/** Characters from one slice to the next: some tenths of a millisecond. */
const A_SLICE = 16_384;

/** The text of `JSON.stringify`, for an answer of the contract: plain objects, lists, texts, numbers and truth values. */
export function* jsonInSlices(answer: object): InSlices<string> {
  const members: string[] = [];
  for (const [key, value] of Object.entries(answer)) {
    const text: string | undefined = Array.isArray(value) ? yield* listInSlices(value) : JSON.stringify(value);
    if (text !== undefined) members.push(`${JSON.stringify(key)}:${text}`);
    yield;
  }
  return `{${members.join(',')}}`;
}

function* listInSlices(list: readonly unknown[]): InSlices<string> {
  const elements: string[] = [];
  let since = 0;
  for (const element of list) {
    // As in any list, what has no JSON is null.
    const text = JSON.stringify(element) ?? 'null';
    elements.push(text);
    since += text.length;
    if (since < A_SLICE) continue;
    since = 0;
    yield;
  }
  return `[${elements.join(',')}]`;
}
