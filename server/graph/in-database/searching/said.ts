/** The search of what is said, answered by the full-text indexes: they find candidates, and the domain decides which match and in which order. */
import type { Citation, Claim, Predicate, Source, Voice } from '../../../domain/model/records.ts';
import { entitiesOf } from '../../../domain/model/claim-ends.ts';
import { fullTextQuery } from '../../../domain/searching/full-text-query.ts';
import { placesSaid } from '../../../domain/searching/match-said.ts';
import { firstFound, rankSaid } from '../../../domain/searching/rank-said.ts';
import { MOST_TEXTS } from '../../../domain/searching/said-index.ts';
import { saidQuery } from '../../../domain/searching/said-query.ts';
import { textOfProposition, textsOfCitation, textsOfSource, textsOfVoice, type SaidText } from '../../../domain/searching/said-text.ts';
import { askedWords, type AskedChoice, type AskedWords } from '../../../domain/searching/said-words.ts';
import { searchObjectTexts, searchPassages, searchPropositions, type HavingWord } from '../../../store/statements/said.ts';
import type { SaidAnswer, SaidQuestion } from '../../graph.ts';
import { runInSlices } from '../../run-in-slices.ts';
import { hitsOf } from '../entities.ts';
import { recordContext } from '../record-context.ts';
import { nodesOf, predicatesOf, type DatabaseReader } from '../row-context.ts';

interface Candidates {
  texts: SaidText[];
  isCut: boolean;
}

export async function searchSaid(reader: DatabaseReader, { q, limit }: SaidQuestion): Promise<SaidAnswer> {
  const asked = askedWords(q);
  if (!asked) return { found: firstFound(undefined, limit), totalAtLeast: false, ctx: await recordContext(reader, []) };
  const sources = new Map<string, Source>();
  const voices = new Map<string, Voice>();
  const passages = await passagesOf(reader, asked, sources, voices);
  const propositions = await propositionsOf(reader, asked);
  const ranked = await runInSlices(rankSaid(asked, [...passages.texts, ...propositions.texts]));
  const found = firstFound(ranked, limit);
  const shown = new Map(found.map(({ kind, hits }) => [kind, hits.map(({ id }) => id)]));
  const ctx = await recordContext(reader, shown.get('claim') ?? []);
  const take = <T>(from: ReadonlyMap<string, T>, into: Map<string, T>, ids: readonly string[] = []): void => {
    for (const id of ids) if (from.has(id)) into.set(id, from.get(id)!);
  };
  take(sources, ctx.records.sources, shown.get('source'));
  take(voices, ctx.records.voices, shown.get('voice'));
  return { found, totalAtLeast: passages.isCut || propositions.isCut, ctx };
}

/** Also adds the sources and voices to those given. */
async function passagesOf(
  { tx, revision: rev }: DatabaseReader,
  asked: AskedWords,
  sources: Map<string, Source>,
  voices: Map<string, Voice>,
): Promise<Candidates> {
  const rows = await searchPassages.run(tx, { rev, text: saidQuery(asked), fetch: MOST_TEXTS + 1 });
  const texts = rows.slice(0, MOST_TEXTS).flatMap(({ kind, json }): SaidText[] => {
    const record: Citation | Source | Voice = JSON.parse(json);
    if (kind === 'citation') return textsOfCitation(record as Citation);
    if (kind === 'source') {
      sources.set(record.id, record as Source);
      return textsOfSource(record as Source);
    }
    voices.set(record.id, record as Voice);
    return textsOfVoice(record as Voice);
  });
  return { texts, isCut: rows.length > MOST_TEXTS };
}

/** Names are not copied to the claims that have them, so that a name can be changed: each word is looked for among names, predicates and texts by itself. */
async function propositionsOf(reader: DatabaseReader, asked: AskedWords): Promise<Candidates> {
  const { tx, revision: rev } = reader;
  const predicates = await predicatesOf(reader);
  const having: { word: HavingWord; claims: number }[] = [];
  let isCut = false;
  for (const choice of asked.choices) {
    const found = await havingChoice(reader, choice, predicates);
    isCut ||= found.isCut;
    if (found.claims === 0) return { texts: [], isCut: false };
    having.push(found);
  }
  const [first, ...others] = having.sort((a, b) => a.claims - b.claims).map(({ word }) => word);
  if (!first) return { texts: [], isCut: false };
  const rows = await searchPropositions.run(tx, { rev, first, others, limit: MOST_TEXTS + 1 });
  const claims = rows.slice(0, MOST_TEXTS).map(({ json }): Claim => JSON.parse(json));
  const nodes = await nodesOf(reader, new Set(claims.flatMap(entitiesOf)));
  const nameOf = (id: string) => nodes.get(id)?.name ?? id;
  const texts = claims.map((claim) => textOfProposition(claim, predicates.get(claim.predicate), nameOf));
  return { texts, isCut: isCut || rows.length > MOST_TEXTS };
}

/** More than any case has: a predicate is looked for where no name has the word. */
const CLAIMS_OF_A_PREDICATE = 1_000_000;

/** What has the words of one run of a choice, and about how many claims these have. */
async function havingChoice(reader: DatabaseReader, choice: AskedChoice, predicates: ReadonlyMap<string, Predicate>) {
  const { tx, revision: rev } = reader;
  const asked: AskedWords = { choices: [choice] };
  const named = new Map<string, number>();
  let isCut = false;
  for (const { words } of choice) {
    const text = fullTextQuery(words.join(''));
    if (text === undefined) continue;
    const hits = await hitsOf(reader, undefined, 1, text);
    isCut ||= hits.isCut;
    for (const { id, degree } of hits.rows) named.set(id, degree);
  }
  const objects = await searchObjectTexts.run(tx, { rev, text: saidQuery(asked), fetch: MOST_TEXTS + 1 });
  const saying = [...predicates.values()].filter(({ forms }) => placesSaid(asked, forms.finite).length > 0);
  const word: HavingWord = { entities: [...named.keys()], predicates: saying.map(({ id }) => id), claims: objects.map(({ id }) => id) };
  const degrees = [...named.values()].reduce((sum, degree) => sum + degree, 0);
  const claims = degrees + objects.length + saying.length * CLAIMS_OF_A_PREDICATE;
  return { word, claims, isCut: isCut || objects.length > MOST_TEXTS };
}
