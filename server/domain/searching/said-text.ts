/** Everything that is said in a case, as texts that a search looks through: what a claim says, its passages, titles of sources, names of voices. */
import { entitiesOf, entityEnd } from '../model/claim-ends.ts';
import type { Citation, Claim, Predicate, Source, Voice } from '../model/records.ts';
import { saidWords } from './said-words.ts';

export const SAID_KINDS = ['claim', 'source', 'voice'] as const;
export type SaidKind = (typeof SAID_KINDS)[number];
/** In this order where several texts of one record match alike. */
export const SAID_PARTS = ['paraphrase', 'quote', 'sentence', 'title', 'publisher', 'author', 'name'] as const;
export type SaidPart = (typeof SAID_PARTS)[number];

export interface SaidText {
  kind: SaidKind;
  /** Of the claim, source or voice. */
  id: string;
  part: SaidPart;
  text: string;
  /** Of a paraphrase or a quote. */
  citation?: string;
}

/** Raise it where the words of texts change: what is stored of them is then written anew at the next start. */
export const SAID_FORMS_VERSION = 3;

export function textsOfCitation({ id, claim, paraphrase, quote }: Pick<Citation, 'id' | 'claim' | 'paraphrase' | 'quote'>): SaidText[] {
  return [
    { kind: 'claim', id: claim, part: 'paraphrase', text: paraphrase, citation: id },
    ...(quote === undefined ? [] : [{ kind: 'claim' as const, id: claim, part: 'quote' as const, text: quote, citation: id }]),
  ];
}

export function textsOfSource({ id, title, publisher, authors = [] }: Pick<Source, 'id' | 'title' | 'publisher' | 'authors'>): SaidText[] {
  const parts: [SaidPart, string | undefined][] = [
    ['title', title],
    ['publisher', publisher],
    ...authors.map((author): [SaidPart, string] => ['author', author]),
  ];
  return parts.flatMap(([part, text]): SaidText[] => (text === undefined ? [] : [{ kind: 'source', id, part, text }]));
}

export function textsOfVoice({ id, name }: Pick<Voice, 'id' | 'name'>): SaidText[] {
  return [{ kind: 'voice', id, part: 'name', text: name }];
}

/**
 * The words of the proposition: names of its ends and qualifiers, the predicate, a text as object. It only decides whether the claim is found; what is shown of
 * it is its sentence, which says how firm it is.
 * @param nameOf the name shown
 */
export function textOfProposition(claim: Claim, predicate: Predicate | undefined, nameOf: (id: string) => string): SaidText {
  const subject = entityEnd(claim.subject);
  const names = entitiesOf(claim)
    .filter((id) => id !== subject)
    .map(nameOf);
  const object = typeof claim.object === 'string' ? [] : [claim.object.text];
  const text = [...(subject === undefined ? [] : [nameOf(subject)]), predicate?.forms.finite ?? claim.predicate, ...object, ...names].join(' ');
  return { kind: 'claim', id: claim.id, part: 'sentence', text };
}

/** What is stored of texts for the full-text index (`_said`): their words, each once. */
export function saidForm(texts: readonly string[]): string {
  return [...new Set(texts.flatMap((text) => saidWords(text).map(({ word }) => word)))].join(' ');
}
