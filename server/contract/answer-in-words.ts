/** A question answered in words, as a trace, a list of claims and the roles send it. */
import { z } from 'zod';
import { ANSWER_FACTS } from '../domain/model/lists.ts';

export const footnote = z.object({
  n: z.int(),
  text: z.string(),
  /** The claim whose passage the footnote tells; a footnote on a curator's decision has none. */
  claim: z.string().optional(),
  citation: z.string().optional(),
});
/** A question answered in sentences: the first answers in short, up to four follow; then what is said in short beside every answer. */
export const answerInWords = z.object({
  sentences: z.array(
    z.object({
      text: z.string(),
      /** Ids of the claims it rests on; empty where it only says what was searched. */
      claims: z.array(z.string()),
      footnotes: z.array(z.int()),
    }),
  ),
  /** Four: of a trace the weakest hop is one of them, of a list what has an uninvolved origin. Empty where nothing was found. */
  facts: z.array(z.object({ of: z.enum(ANSWER_FACTS), text: z.string(), claims: z.array(z.string()) })),
  notes: z.array(footnote),
  /** Up to when the case is told. */
  knowledge: z.string(),
});
export type AnswerInWordsView = z.infer<typeof answerInWords>;
