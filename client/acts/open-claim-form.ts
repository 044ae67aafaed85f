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

/** The event that is sent to the page; its detail is {form, from}. */
const EVENT = 'attest-form';
const ask = (form: 'claim' | 'name', from: FromText): void => void document.dispatchEvent(new CustomEvent(EVENT, { detail: { form, from } }));

export const openClaimForm = (from: FromText): void => ask('claim', from);
export const openNameForm = (from: FromText): void => ask('name', from);
