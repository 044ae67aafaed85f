/** Decides which texts a search finds, and in which order: the one place for the graph in memory and the one in the database. */
import { matchSaid } from './match-said.ts';
import { SAID_KINDS, SAID_PARTS, type SaidKind, type SaidText } from './said-text.ts';
import type { AskedWords } from './said-words.ts';

/** A record with the text of it that matched best. */
export type SaidHit = SaidText;

/** Texts compared at one time, between two of which other requests may be answered. */
const SLICE = 50;

/**
 * Of each claim, source and voice the text that has all words asked for: whole words before one that is only begun, then by part, then by citation. Records in
 * the same order, and then by id.
 * @param texts may hold texts that do not match
 */
export function* rankSaid(asked: AskedWords, texts: Iterable<SaidText>): Generator<void, Map<SaidKind, SaidHit[]>, unknown> {
  const best = new Map<SaidKind, Map<string, Ranked>>(SAID_KINDS.map((kind) => [kind, new Map()]));
  let compared = 0;
  for (const said of texts) {
    const match = matchSaid(asked, said.text);
    compared += 1;
    if (compared % SLICE === 0) yield;
    if (!match) continue;
    const ranked: Ranked = { said, place: (match.whole ? 0 : SAID_PARTS.length) + SAID_PARTS.indexOf(said.part) };
    const ofKind = best.get(said.kind)!;
    const known = ofKind.get(said.id);
    if (!known || compareTexts(ranked, known) < 0) ofKind.set(said.id, ranked);
  }
  return new Map(
    SAID_KINDS.map((kind) => {
      const inOrder = [...best.get(kind)!.values()].sort((a, b) => a.place - b.place || compare(a.said.id, b.said.id));
      return [kind, inOrder.map(({ said }) => said)];
    }),
  );
}

/** Of each kind the first ones, and how many there are. */
export interface SaidFound {
  kind: SaidKind;
  hits: SaidHit[];
  total: number;
}

/** @param ranked nothing where no word was asked for */
export function firstFound(ranked: ReadonlyMap<SaidKind, SaidHit[]> | undefined, limit: number): SaidFound[] {
  return SAID_KINDS.map((kind) => {
    const hits = ranked?.get(kind) ?? [];
    return { kind, hits: hits.slice(0, limit), total: hits.length };
  });
}

interface Ranked {
  said: SaidText;
  place: number;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function compareTexts(a: Ranked, b: Ranked): number {
  return a.place - b.place || compare(a.said.citation ?? '', b.said.citation ?? '') || compare(a.said.text, b.said.text);
}
