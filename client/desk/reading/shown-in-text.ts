/** What is marked in a text that is read. */
export interface ShownInText {
  names: boolean;
  possible: boolean;
  passages: boolean;
}
export const USUALLY_SHOWN: ShownInText = { names: true, possible: true, passages: true };
