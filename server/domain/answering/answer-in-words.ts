/** An answer in words: a sentence that answers, up to four that it rests on, and what is said in short beside every answer; all with footnotes. */
import type { AnswerFact } from '../model/lists.ts';
import type { Claim } from '../model/records.ts';
import type { Figures } from '../model/figures.ts';
import { toldAsOf } from '../telling/as-of-lines.ts';
import { knowledgeLine } from '../telling/knowledge-line.ts';
import { narrateClaim } from '../telling/narrate-claim.ts';
import { footnotesOf, toldUpTo, type Footnote } from '../telling/narrate-path.ts';
import { capitalised, type NarrationContext } from '../telling/narration.ts';
import { answeredSince } from '../telling/responses.ts';
import { notEstablishedOf } from '../telling/surroundings-of.ts';

export interface AnswerSentence {
  text: string;
  /** Ids of the claims it rests on; empty where it only says what was searched. */
  claims: string[];
  footnotes: number[];
}
export interface AnswerInWords {
  /** The first answers in short; up to four follow. */
  sentences: AnswerSentence[];
  /** In the order of `ANSWER_FACTS`; empty where the question has no hops. */
  facts: { of: AnswerFact; text: string; claims: string[] }[];
  notes: Footnote[];
  /** Up to when the case is told, and at clocks that what is later is left out. */
  knowledge: string;
}

/** Most sentences after the first. */
export const SENTENCES_AFTER = 4;

/** Gathers the sentences of an answer. A footnote is numbered where it is first used; a claim is told once. */
export class AnswerBook {
  readonly sentences: AnswerSentence[] = [];
  readonly notes: Footnote[] = [];
  private readonly told = new Set<string>();

  constructor(private readonly ctx: NarrationContext) {}

  get isFull(): boolean {
    return this.sentences.length > SENTENCES_AFTER;
  }

  has(claim: string): boolean {
    return this.told.has(claim);
  }

  /** A sentence in other words than a claim's own; the first says at which dates the answer is told. @param noted claims whose passages are its footnotes */
  say(text: string, claims: readonly string[], noted: readonly string[] = [], also: readonly number[] = []): void {
    const footnotes = [...new Set([...also, ...noted.flatMap((claim) => footnotesOf(claim, this.notes, this.ctx))])];
    const asOf = this.sentences.length === 0 ? toldAsOf(this.ctx) : undefined;
    this.sentences.push({ text: sentenceOf(asOf === undefined ? text : `as ${asOf}: ${text}`), claims: [...new Set(claims)], footnotes });
  }

  /** Up to when the datasets that hold the claims of the answer are told; where it rests on none, all datasets. */
  get knowledge(): string {
    const { records } = this.ctx;
    const claims = this.sentences.flatMap((sentence) => sentence.claims.flatMap((id) => records.claims.get(id) ?? []));
    return claims.length > 0 ? toldUpTo(claims, this.ctx) : knowledgeLine(records.datasets.values(), this.ctx);
  }

  /** A claim in its own sentence, one that says no link was found as "Not established: …", with what was answered after the dates of the view; nothing where it was told before, or there is no room. @param from the end at which a symmetric claim begins */
  tell(claimId: string, before = '', from?: string): void {
    const found = figured(claimId, this.ctx);
    if (!found || this.isFull || this.told.has(claimId)) return;
    this.told.add(claimId);
    const since = answeredSince(found.claim, this.ctx);
    const text = notEstablishedOf(found.claim, this.ctx, from) ?? `${before}${narrateClaim(found.claim, found.figures, this.ctx, from)}`;
    this.say(`${text}${since === undefined ? '' : `. ${since}`}`, [claimId], [claimId]);
  }
}

/** A claim with its figures; undefined where the context does not hold it or it is not visible. */
export function figured(id: string, { records, figures }: Pick<NarrationContext, 'records' | 'figures'>): { claim: Claim; figures: Figures } | undefined {
  const [claim, of] = [records.claims.get(id), figures.get(id)];
  return claim && of?.visible ? { claim, figures: of } : undefined;
}

function sentenceOf(text: string): string {
  return capitalised(/[.?!]$/.test(text) ? text : `${text}.`);
}
