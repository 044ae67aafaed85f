/** Asks for the form of a claim or of a new name, filled from the text that is read. Whoever shows the forms hears of it. */
import type { PassageMark } from '../../server/domain/model/records.ts';

/** What the form is filled from. */
export interface FromText {
  source: string;
  paragraph: number;
  /** The words selected, and where they stand. */
  words?: string;
  mark?: PassageMark;
}
export interface FormWish {
  form: 'claim' | 'name';
  from: FromText;
}

let wish: FormWish | undefined;
const listeners = new Set<() => void>();
function ask(next: FormWish | undefined): void {
  wish = next;
  for (const listener of listeners) listener();
}

export const openClaimForm = (from: FromText): void => ask({ form: 'claim', from });
export const openNameForm = (from: FromText): void => ask({ form: 'name', from });
/** What was asked for last and not taken up yet. */
export const formWish = {
  get: (): FormWish | undefined => wish,
  taken: (): void => ask(undefined),
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};
