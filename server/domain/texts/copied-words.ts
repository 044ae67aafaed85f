/** Finds words copied from a text: a paraphrase is in the curator's own words, and no export may hold a text. */

/** Number of consecutive words from which a text counts as copied. */
export const COPIED_RUN = 6;

/** Lower-case words of letters and digits. Apostrophes are dropped, so that a curly apostrophe makes no difference. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/['‘’]/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Each run of as many words as count as copied. */
export function* runsOf(text: string): Generator<string> {
  const words = wordsOf(text);
  for (let i = 0; i + COPIED_RUN <= words.length; i++) yield words.slice(i, i + COPIED_RUN).join(' ');
}

/** The first run of words that a text shares with one that it must not copy; undefined where it shares none. */
export function copiedRun(own: string, copiedFrom: ReadonlySet<string>): string | undefined {
  for (const run of runsOf(own)) if (copiedFrom.has(run)) return run;
  return undefined;
}

/** Whether the words of one text stand in another, one after the other. */
export function holdsWords(passage: string, words: string): boolean {
  return ` ${wordsOf(passage).join(' ')} `.includes(` ${wordsOf(words).join(' ')} `);
}
