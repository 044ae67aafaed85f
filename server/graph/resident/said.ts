/** The search of what is said, answered from a case in memory: the words of all texts are read once a state, in slices. */
import type { InSlices } from '../../domain/figures/in-slices.ts';
import { textOfProposition, textsOfCitation, textsOfSource, textsOfVoice, type SaidText } from '../../domain/searching/said-text.ts';
import { askedWords } from '../../domain/searching/said-words.ts';
import { MOST_TEXTS, SaidIndex } from '../../domain/searching/said-index.ts';
import { firstFound, rankSaid } from '../../domain/searching/rank-said.ts';
import type { SaidAnswer, SaidQuestion } from '../graph.ts';
import { runInSlices } from '../run-in-slices.ts';
import { visibleSources } from './sources.ts';
import type { ViewState } from './view-state.ts';

interface Texts {
  words: SaidIndex;
  /** Whose a text is. */
  of: Map<string, SaidText[]>;
}

/** Texts kept beyond those of the case: past it the index is built anew, without those that nobody says any more. */
const SPARE = 200_000;

/** Shared by all states: a text has the same words in each, and between two revisions few texts change. */
let index = new SaidIndex();
const textsOf = new WeakMap<ViewState, Promise<Texts>>();

/** What is not visible at the clocks is not found. */
export async function searchSaid(state: ViewState, { q, limit }: SaidQuestion): Promise<SaidAnswer> {
  const asked = askedWords(q);
  if (!asked) return { found: firstFound(undefined, limit), totalAtLeast: false, ctx: state };
  let reading = textsOf.get(state);
  if (!reading) textsOf.set(state, (reading = runInSlices(readTexts(state))));
  const { words, of } = await reading;
  const compared: SaidText[] = [];
  let isCut = false;
  for (const text of words.candidates(asked)) {
    // Another state may say it, and this one not.
    const said = of.get(text);
    if (!said) continue;
    isCut = compared.length >= MOST_TEXTS;
    if (isCut) break;
    compared.push(...said);
  }
  const ranked = await runInSlices(rankSaid(asked, compared));
  return { found: firstFound(ranked, limit), totalAtLeast: isCut, ctx: state };
}

function* readTexts(state: ViewState): InSlices<Texts> {
  const { records, figures } = state;
  if (index.size > state.visibleClaims.length * 6 + SPARE) index = new SaidIndex();
  // Another state may begin a new index meanwhile.
  const words = index;
  const of = new Map<string, SaidText[]>();
  const add = (texts: readonly SaidText[]): void => {
    for (const said of texts) {
      words.add(said.text);
      const others = of.get(said.text);
      if (others) others.push(said);
      else of.set(said.text, [said]);
    }
  };
  for (const id of state.visibleClaims) {
    const claim = records.claims.get(id);
    if (!claim) continue;
    add([textOfProposition(claim, records.predicates.get(claim.predicate), state.nameOf)]);
    // The evidence tells of the same passages.
    const visible = new Set(figures.get(id)?.history.map((step) => step.citation));
    for (const citation of records.citations.get(id) ?? []) if (visible.has(citation.id)) add(textsOfCitation(citation));
    yield;
  }
  for (const source of visibleSources(state)) {
    add(textsOfSource(source));
    yield;
  }
  for (const voice of records.voices.values()) {
    add(textsOfVoice(voice));
    yield;
  }
  return { words, of };
}
