/** One thing that the publication gate refuses, why, and what to do about it. */
import type { RefusalReason } from '../model/lists.ts';

export interface Refusal {
  kind: 'claim' | 'entity' | 'identity' | 'words';
  /** Id of the claim or entity; for an identity the id of the decision; for own words of a dossier where they stand in it. */
  id: string;
  /** What is refused, in full: of a claim its sentence. For whoever decides on it, never for a list of what was left out. */
  label: string;
  why: RefusalReason;
  /** Why it is refused, as a sentence. */
  reason: string;
  /** What would make it pass. */
  remedy: string;
  /**
   * What a list of what was left out prints: between whom it is, the kind of link and the reason; never what is said of them, and no person at risk. Whoever
   * refuses to print an accusation would print it there.
   */
  leftOut: string;
}

/** The reasons as sentences that say nothing of what is claimed, each with what would make the record pass. */
export const REFUSAL_WORDS: Readonly<Record<RefusalReason, { reason: string; remedy: string }>> = {
  unsupported: {
    reason: 'No passage that still stands supports it.',
    remedy: 'Note a passage that says it and was not retracted.',
  },
  converted: {
    reason: 'It was converted from a record of another program: no passage that says it was noted.',
    remedy: 'Note a passage that says it, in a source that was read.',
  },
  'not-seen': {
    reason: 'No source that was seen supports it.',
    remedy: 'Read a source that says it.',
  },
  'no-place': {
    reason: 'A source that was seen supports it, and where in that source is not noted.',
    remedy: 'Note the paragraph or page of the passage.',
  },
  'no-address': {
    reason: 'A source that was seen supports it, and where that source can be looked up is not noted.',
    remedy: 'Note the address or archive copy of the source, or its title, publisher and date.',
  },
  'no-accuser': {
    reason: 'Nobody is named whose word it is.',
    remedy: 'Name who accuses (`by`), or record it as `reported` where a source says it without naming an accuser.',
  },
  'at-risk': {
    reason: 'This person is private and in danger, and is named in the piece.',
    remedy: 'Leave the person out, and every claim that names them.',
  },
  undecided: {
    reason: 'They are shown as one, and it is not decided that they are.',
    remedy: 'Show them as two, or decide with a reason that they are the same.',
  },
  copied: {
    reason: 'Six words or more in a row stand as in the private text of a source.',
    remedy: 'Say it in words of your own: the name, the passage, the title or the reason.',
  },
  'not-cleared': {
    reason: 'It is not marked as one that may go out in a dossier.',
    remedy: 'Tick in the notebook that it may go out.',
  },
  deleted: {
    reason: 'The notebook no longer has it.',
    remedy: 'Take it out of the dossier.',
  },
};
