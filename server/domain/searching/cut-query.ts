/** Shortens what was typed to what a search reads. */

export interface CutQuery {
  text: string;
  /** True where something was left out. */
  cut: boolean;
  /** All that was typed, where it was cut within a word: what is left of the word is none by itself. */
  whole?: string;
}

/** The words that fit into so many characters; of a longer word its beginning. No character is split. */
export function cutQuery(typed: string, most: number): CutQuery {
  const text = typed.trim();
  if (text.length <= most) return { text, cut: false };
  const begun = text.slice(0, most + 1);
  const end = begun.search(/\s+\S*$/);
  const kept = end > 0 ? begun.slice(0, end) : text.slice(0, most);
  return { text: kept.replace(/[\ud800-\udbff]$/, ''), cut: true, ...(end > 0 ? {} : { whole: text }) };
}
