/** The direction in which a text is read. */

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const LETTER = /\p{L}/u;

/** True where the first letter belongs to a right-to-left script, by the rule of `dir="auto"`. */
export function readsFromRight(text: string): boolean {
  const [first] = LETTER.exec(text) ?? [];
  return first !== undefined && RIGHT_TO_LEFT.test(first);
}
