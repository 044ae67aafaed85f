/** Finds words copied from a text: a paraphrase is in the curator's own words, and no export may hold a text. */

/** Number of consecutive words from which a text counts as copied. */
export const COPIED_RUN = 6;
/** Paragraphs at the head of a text among which its own title may stand. */
export const TITLE_WITHIN = 3;

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

/** Whether a name is written as names are, its words with capitals but for short ones ("Council of the North"): it is a fact, whoever prints it. */
export function isProperName(name: string): boolean {
  const words = (name.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).filter((word) => /[\p{Lu}\p{Ll}\p{Lt}]/u.test(word));
  const capital = words.filter((word) => /^[\p{Lu}\p{Lt}\p{N}]/u.test(word));
  const isShort = (word: string) => [...word].length <= 3;
  return capital.length > 0 && capital.length * 2 >= words.length && words.every((word) => capital.includes(word) || isShort(word));
}

/** Whether the words of one text stand in another, one after the other. */
export function holdsWords(passage: string, words: string): boolean {
  return ` ${wordsOf(passage).join(' ')} `.includes(` ${wordsOf(words).join(' ')} `);
}

/** How many words in a row two texts have in common at most, each given as its words. The longer one is best the second. */
export function longestSharedRun(one: readonly string[], other: readonly string[]): number {
  let longest = 0;
  let before = new Uint32Array(one.length + 1);
  let row = new Uint32Array(one.length + 1);
  for (const word of other) {
    for (let n = 1; n <= one.length; n += 1) {
      row[n] = one[n - 1] === word ? before[n - 1]! + 1 : 0;
      if (row[n]! > longest) longest = row[n]!;
    }
    [before, row] = [row, before];
  }
  return longest;
}
