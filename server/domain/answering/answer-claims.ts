/** Answers in words which claims match a filter. */
import type { NarrationContext } from '../telling/narration.ts';
import { type AnswerInWords } from './answer-in-words.ts';
import { spelled } from '../telling/describe-values.ts';
import { answerListInWords } from './answer-list.ts';

/**
 * Deterministic.
 * @param claims ids of the claims that match; where these are too many, of those that stand highest
 * @param total all claims that match
 */
export function answerClaimsInWords(claims: readonly string[], total: number, ctx: NarrationContext): AnswerInWords {
  const opening = ({ length }: readonly string[]) =>
    total > length
      ? `${total} claims match, of which the ${length} that stand highest are counted here`
      : `${spelled(length)} ${length === 1 ? 'claim matches' : 'claims match'}`;
  return answerListInWords(claims, opening, 'no claim on record in these sources matches', ctx);
}
