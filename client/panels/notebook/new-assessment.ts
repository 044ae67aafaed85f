/** An assessment of which only the question is known. */
import type { Assessment } from '../../../server/domain/notebook/entries.ts';

export const newAssessment = (question: string): Assessment => ({
  kind: 'assessment',
  question,
  about: [],
  state: 'open',
  for: [],
  against: [],
  wouldDecide: [],
  mayGoOut: false,
});
