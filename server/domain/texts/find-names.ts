/** Finds the names that a case knows in a text: the longest at each place, of whole words, in any script, in one pass over the words. */
import type { TextPart } from './text-mark.ts';

/** A word with its place in a string. Scripts that put no space between words are read sign by sign. */
interface Word extends TextPart {
  text: string;
}
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]\p{M}*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}])[\p{L}\p{N}][\p{M}\u200C\u200D]*)+/gu;
/** Words of a name that are compared; a longer name is found by its beginning only where all of it fits. */
const LONGEST = 24;

function wordsIn(text: string): Word[] {
  return [...text.matchAll(WORD)].map(({ 0: found, index }) => ({ text: found, start: index, end: index + found.length }));
}

/** What stands between two words of a name, so that "Smith. Brown" is not "Smith Brown"; dashes and apostrophes of all kinds are one. */
const between = (text: string) =>
  text
    .replace(/[‐‑–—-]/g, '-')
    .replace(/[‘’ʼ`´']/g, "'")
    .replace(/\s+/gu, ' ');

interface Branch {
  /** By what stands before the word and the word itself. */
  next: Map<string, Branch>;
  /** The entities with the name that ends here. */
  entities: Set<string>;
}
const branch = (): Branch => ({ next: new Map(), entities: new Set() });

/** Names by their words, to be found in texts. */
export class KnownNames {
  private readonly root = branch();

  add(name: string, entity: string): void {
    const text = name.normalize('NFC');
    const words = wordsIn(text);
    if (words.length === 0 || words.length > LONGEST) return;
    let at = this.root;
    for (const [i, word] of words.entries()) {
      const key = i === 0 ? word.text : `${between(text.slice(words[i - 1]!.end, word.start))}${word.text}`;
      let next = at.next.get(key);
      if (!next) at.next.set(key, (next = branch()));
      at = next;
    }
    at.entities.add(entity);
  }

  /**
   * The names in a text, none over another, in the order of the text. Places are those of the string.
   * @param also further names, found only where none of these begins
   */
  find(text: string, also?: KnownNames): FoundName[] {
    const words = wordsIn(text);
    const found: FoundName[] = [];
    for (let i = 0; i < words.length; i += 1) {
      const longest = this.longestAt(text, words, i) ?? also?.longestAt(text, words, i);
      if (!longest) continue;
      found.push({ start: words[i]!.start, end: words[longest.last]!.end, entities: [...longest.entities].sort() });
      i = longest.last;
    }
    return found;
  }

  private longestAt(text: string, words: readonly Word[], first: number): { last: number; entities: Set<string> } | undefined {
    let longest: { last: number; entities: Set<string> } | undefined;
    let at = this.root.next.get(words[first]!.text);
    for (let last = first; at;) {
      if (at.entities.size > 0) longest = { last, entities: at.entities };
      const next = words[last + 1];
      if (!next) break;
      at = at.next.get(`${between(text.slice(words[last]!.end, next.start))}${next.text}`);
      last += 1;
    }
    return longest;
  }
}

export interface FoundName extends TextPart {
  /** Everybody who bears it, sorted. */
  entities: string[];
}

/** The last word of a name of several, by which a text calls somebody once it has named him in full; undefined for a name of one word. */
export function shortName(name: string): string | undefined {
  const words = wordsIn(name.normalize('NFC'));
  const last = words.at(-1)?.text ?? '';
  return words.length > 1 && last.length > 2 && /^\p{Lu}/u.test(last) ? last : undefined;
}

/** Words between two capitalised ones that belong to a name. */
const PARTICLES = new Set(['of', 'the', 'de', 'del', 'della', 'di', 'da', 'du', 'la', 'le', 'van', 'von', 'der', 'den', 'bin', 'ibn', 'al', 'el', 'y', 'i']);
/** What ends a sentence, or opens a quotation: a capital after it means nothing. */
const OPENS = /(?:[.!?…:;•]["'”’»)\]]*\s+|["“„«‘([]\s*|[—–]\s*)$/u;
/** Words by which English sentences begin and names do not. */
const OPENING_WORDS = new Set(
  'A An And As At But By For From He Her His If In It Its Later No Of On Or She That The Then They This To When While With'.split(' '),
);
/** Characters looked at before a word to see whether it opens a sentence. */
const LOOKED_BACK = 12;

/**
 * Runs of capitalised words that no known name covers: they may be names that the case lacks. A single word counts only within a sentence.
 * @param known the names found in the text
 * @param common words that are capitalised and no names, such as those of months
 */
export function possibleNames(text: string, known: readonly TextPart[], common: ReadonlySet<string>): TextPart[] {
  const words = wordsIn(text);
  const covered = coveredBy(words, known);
  const isCapital = (i: number) => !covered[i] && /^\p{Lu}/u.test(words[i]?.text ?? '') && !common.has(words[i]!.text);
  const opens = ({ start }: Word) => start === 0 || OPENS.test(text.slice(Math.max(0, start - LOOKED_BACK), start));
  const found: TextPart[] = [];
  for (let i = 0; i < words.length; i += 1) {
    if (!isCapital(i)) continue;
    let last = i;
    for (;;) {
      const joins = (to: number) => /^(?:[ \u00A0]|[-‐‑])$/u.test(text.slice(words[to - 1]?.end, words[to]?.start));
      if (isCapital(last + 1) && joins(last + 1)) last += 1;
      else if (PARTICLES.has(words[last + 1]?.text ?? '') && isCapital(last + 2) && joins(last + 1) && joins(last + 2)) last += 2;
      else break;
    }
    // "The Iranian" at the beginning of a sentence is "Iranian".
    const from = last > i && opens(words[i]!) && OPENING_WORDS.has(words[i]!.text) ? i + 1 : i;
    const first = words[from]!;
    const isAlone = last === from;
    if (!isAlone || (first.text.length > 2 && !opens(first))) found.push({ start: first.start, end: words[last]!.end });
    i = last;
  }
  return found;
}

/** Of each word, whether a name covers it; both are in the order of the text. */
function coveredBy(words: readonly Word[], names: readonly TextPart[]): boolean[] {
  let at = 0;
  return words.map((word) => {
    while (at < names.length && names[at]!.end <= word.start) at += 1;
    const name = names[at];
    return name !== undefined && name.start < word.end;
  });
}
