/** Finds claims, sources and voices by the words of what is said, and says which words matched and where. */
import { API_LIMITS } from '../../contract/parts.ts';
import type { LitText, SaidHitView, searchSaid as contract } from '../../contract/routes/said.ts';
import { cutQuery } from '../../domain/searching/cut-query.ts';
import { cutSnippet } from '../../domain/searching/cut-snippet.ts';
import { placesSaid } from '../../domain/searching/match-said.ts';
import type { SaidHit } from '../../domain/searching/rank-said.ts';
import { askedWords, type AskedWords } from '../../domain/searching/said-words.ts';
import { describeLocator } from '../../domain/telling/describe-values.ts';
import { shortTitle } from '../../domain/telling/source-title.ts';
import { readGraph } from '../../graph/open-graph.ts';
import type { ViewContext } from '../../graph/view-context.ts';
import type { Database } from '../../store/connect.ts';
import { claimListItems } from '../views/claim-list-item.ts';
import { clocksOf, type AnswerOf, type CallOptions, type InputOf } from '../route-types.ts';

type Route = typeof contract;

const SNIPPET = 160;

export async function searchSaid(db: Database, { query }: Pick<InputOf<Route>, 'query'>, o?: CallOptions): Promise<AnswerOf<Route>> {
  const { text, cut, whole } = cutQuery(query.q, API_LIMITS.searchText);
  // A part of a word is none: nothing that is said would be found by it in truth.
  const q = whole === undefined ? text : '';
  return readGraph(
    db,
    clocksOf(query),
    async (graph) => {
      const { found, totalAtLeast, ctx } = await graph.said({ q, limit: query.limit });
      const asked = askedWords(q);
      const results = asked ? found.flatMap(({ hits }) => hits.flatMap((hit) => hitView(hit, asked, ctx) ?? [])) : [];
      const totalOf = (kind: SaidHit['kind']) => found.find((one) => one.kind === kind)?.total ?? 0;
      const totals = { claim: totalOf('claim'), source: totalOf('source'), voice: totalOf('voice') };
      return { results, totals, totalAtLeast, cut, revision: graph.revision };
    },
    o,
  );
}

const places = (lit: readonly (readonly [number, number])[]) => lit.map(([from, to]) => ({ from, to }));

function hitView({ kind, id, part, text, citation }: SaidHit, asked: AskedWords, ctx: ViewContext): SaidHitView | undefined {
  const lit = (whole: string): LitText => ({ text: whole, lit: places(placesSaid(asked, whole)) });
  if (kind === 'voice') return { kind, id, title: lit(text) };
  const snippet = (): LitText => {
    const cut = cutSnippet(text, placesSaid(asked, text), SNIPPET);
    return { text: cut.text, lit: places(cut.lit) };
  };
  if (kind === 'source') {
    const source = ctx.records.sources.get(id);
    return source && { kind, id, title: lit(shortTitle(source)), ...(part === 'title' ? {} : { part: snippet() }) };
  }
  const [claim] = claimListItems([id], ctx);
  if (!claim) return undefined;
  const title = lit(claim.sentence);
  const passage = ctx.records.citations.get(id)?.find((one) => one.id === citation);
  if (!passage) return { kind, id, title, claim };
  const source = ctx.records.sources.get(passage.source);
  return {
    kind,
    id,
    title,
    claim,
    passage: {
      snippet: snippet(),
      isQuote: part === 'quote',
      citation: passage.id,
      source: passage.source,
      sourceTitle: source ? shortTitle(source) : passage.source,
      place: passage.locator ? describeLocator(passage.locator) : '',
    },
  };
}
