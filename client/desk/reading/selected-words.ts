/** The words that are selected within one paragraph of the text. */
import type { TextPart } from '../../../server/domain/texts/text-mark.ts';

/** Attribute of the element that holds the words of a paragraph, and nothing else. */
export const PARAGRAPH = 'data-paragraph';

export interface SelectedWords extends TextPart {
  paragraph: number;
  words: string;
}

const holderOf = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement)?.closest(`[${PARAGRAPH}]`) ?? null;

/** Undefined where nothing is selected, or more than a part of one paragraph. White space around the words is left out. */
export function selectedWords(selection: Selection | null): SelectedWords | undefined {
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0);
  const holder = holderOf(range.startContainer);
  if (!holder || holderOf(range.endContainer) !== holder) return undefined;
  const before = document.createRange();
  before.selectNodeContents(holder);
  before.setEnd(range.startContainer, range.startOffset);
  const chosen = range.toString();
  const words = chosen.trim();
  if (words === '') return undefined;
  const start = before.toString().length + chosen.indexOf(words);
  return { paragraph: Number(holder.getAttribute(PARAGRAPH)), start, end: start + words.length, words };
}
