/** The contract of the graph port: every question, asked of an adapter, as one plain answer that can be compared with another's. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../domain/model/canonical-json.ts';
import { entitiesOf } from '../domain/model/claim-ends.ts';
import { AppError } from '../domain/model/errors.ts';
import { ENTITY_TYPES, GROUPS, ROLES } from '../domain/model/lists.ts';
import type { ClaimFilter } from '../domain/model/questions.ts';
import type { Records } from '../domain/model/records.ts';
import { rankPaths } from '../domain/tracing/rank-paths.ts';
import { effectiveSwitches } from '../domain/tracing/trace-switches.ts';
import type { ClaimPage, Graph } from './graph.ts';
import type { ViewContext } from './view-context.ts';

/** An answer by the name of its question. */
export type Answers = Map<string, unknown>;

/** Filters that every part of a claim filter is in, by the records asked about. */
function filtersOf(records: Records): ClaimFilter[] {
  const some = (ids: Iterable<string>) => [...ids].sort().filter((_, i) => i % 3 === 0);
  return [
    {},
    { standingAtLeast: 'alleged' },
    { standingAtMost: 'charged' },
    { originsAtLeast: 1, originsAtMost: 2 },
    { uninvolvedAtLeast: 1 },
    { uninvolvedAtMost: 0 },
    { contested: true },
    { contested: false },
    { disputedOnly: true },
    { groups: GROUPS.filter((_, i) => i % 2 === 0) },
    { predicates: some(records.predicates.keys()) },
    { entities: some(records.entities.keys()) },
    { types: ENTITY_TYPES.filter((_, i) => i % 2 === 0) },
    { sources: some(records.sources.keys()) },
    { voices: some(records.voices.keys()) },
    { datasets: some(records.datasets.keys()) },
    { contested: false, voices: some(records.voices.keys()), types: ['Person', 'Agency', 'Plot'] },
  ];
}

/** Of the context: what a view or a sentence would show of these claims and entities. */
function shown(ctx: ViewContext, claims: Iterable<string>, entities: Iterable<string>): unknown {
  return {
    figures: [...claims].map((id) => ctx.figures.get(id)),
    sources: [...claims].map((id) => ctx.sourcesOf(id)),
    datasets: [...claims].map((id) => ctx.datasetsOf(id)),
    nodes: [...new Set(entities)].sort().map((id) => ctx.node(id) ?? id),
    names: [...new Set(entities)].sort().map((id) => ctx.nameOf(id)),
  };
}

function page({ claims, total, totalAtLeast, uncertain, ctx }: ClaimPage, also: readonly string[] = []): unknown {
  const ids = claims.map((claim) => claim.id);
  return { ids, claims, total, totalAtLeast, uncertain, ...(shown(ctx, ids, [...also, ...claims.flatMap(entitiesOf)]) as object) };
}

/** A failure is an answer: both adapters fail alike. */
async function answered(work: () => Promise<unknown>): Promise<unknown> {
  try {
    return JSON.parse(JSON.stringify((await work()) ?? null));
  } catch (error) {
    if (error instanceof AppError) return { refused: error.code };
    throw error;
  }
}

/**
 * Asks everything. What is asked depends on the records alone, so that two adapters over one case are asked the same.
 * @param records the case, as it is without clocks: whom to ask about
 */
export async function askEverything(graph: Graph, records: Records): Promise<Answers> {
  const answers: Answers = new Map();
  const ask = async (question: string, work: () => Promise<unknown>) => void answers.set(question, await answered(work));
  const entities = [...records.entities.keys()].sort();
  const nobody = 'nobody-at-all';

  for (const [i, filter] of filtersOf(records).entries()) {
    for (const order of ['standing', 'origins', 'id'] as const) {
      await ask(`claims ${JSON.stringify(filter)} by ${order}`, async () => page(await graph.claims(filter, { order, offset: i % 3, limit: 7 })));
    }
  }
  for (const id of [...entities, nobody]) {
    await ask(`entity ${id}`, async () => {
      const { names, identities, roles, ctx } = await graph.entity(id);
      return { names, identities, roles, node: ctx.node(id), others: identities.map(({ other }) => ctx.node(other)) };
    });
    await ask(`neighbours of ${id}`, async () => {
      const { predicates, types, ...counts } = await graph.neighbours(id);
      const sorted = <T>(list: T[]) => list.map((one) => JSON.stringify(one)).sort();
      return { ...counts, predicates: sorted(predicates), types: sorted(types) };
    });
    for (const order of ['standing', 'origins', 'neighbour'] as const) {
      await ask(`around ${id} by ${order}`, async () => page(await graph.around(id, { order, limit: 5 }), [id]));
    }
    await ask(`around ${id}, filtered`, async () => {
      const first = await graph.around(id, { order: 'standing', limit: 2 });
      const except = first.claims.map((claim) => claim.id);
      return page(
        await graph.around(id, { order: 'standing', limit: 50, except, neighbourTypes: ['Person', 'Gang', 'Plot'], filter: { uninvolvedAtLeast: 1 } }),
        [id],
      );
    });
  }
  for (const id of [...records.claims.keys(), nobody].sort()) {
    await ask(`evidence of ${id}`, async () => {
      const found = await graph.evidence(id);
      if (!found) return undefined;
      const { claim, beside, ctx } = found;
      const citations = (ctx.records.citations.get(id) ?? []).map((citation) => citation.id).sort();
      return { claim, beside, citations, ...(shown(ctx, [id, ...beside], entitiesOf(claim)) as object) };
    });
  }
  await ask('sources', async () => (await graph.sources()).sources);
  await ask('voices', async () => (await graph.voices()).voices);
  for (const id of [...records.sources.keys(), nobody].sort()) {
    await ask(`source ${id}`, async () => {
      const { ctx, ...found } = await graph.source(id, 4);
      return { ...found, ...(shown(ctx, found.readFor.ids, []) as object) };
    });
  }
  for (const id of [...records.voices.keys(), nobody].sort()) {
    await ask(`voice ${id}`, async () => {
      const { ctx, ...found } = await graph.voice(id, 4);
      return { ...found, ...(shown(ctx, found.claims.ids, found.voice.entities) as object) };
    });
  }
  await ask('roles', async () => (await graph.roles({})).entries);
  for (const role of ROLES) await ask(`in the role ${role}`, async () => (await graph.roles({ roles: [role] })).entries);
  for (const plot of entities.filter((id) => records.entities.get(id)?.type === 'Plot')) {
    await ask(`roles in ${plot}`, async () => (await graph.roles({ plots: [plot] })).entries);
  }
  await ask('totals', async () => totalled(await graph.totals()));
  await ask('predicates', () => graph.predicates());
  await ask('questions', () => graph.questions());
  await ask('known', async () => [...(await graph.known([...entities, nobody]))].sort());
  for (const type of ENTITY_TYPES) await ask(`of type ${type}`, () => graph.ofType(type, 5));
  for (const size of [2, 5, entities.length]) {
    const chosen = chooseBy(entities, size);
    await ask(`among ${size}`, async () => page(await graph.among([...chosen, nobody], 300), chosen));
    await ask(`a piece of ${size}`, async () => {
      const { ctx: _, ...piece } = await graph.piece({ entities: chosen, paths: [] });
      return piece;
    });
  }
  await ask('a piece of nobody', () => graph.piece({ entities: [nobody], paths: [] }));
  for (const dataset of records.datasets.keys()) {
    await ask(`the dataset ${dataset}`, async () => {
      const { ctx: _, ...piece } = await graph.piece({ entities: [], datasets: [dataset], paths: [] });
      return piece;
    });
  }
  for (const [from, to] of pairsOf(entities)) {
    await ask(`hops from ${from} to ${to}`, async () => {
      const types = await graph.known([from, to]);
      const typesOf = (id: string) => (types.has(id) ? [types.get(id)!] : []);
      const switches = effectiveSwitches({ maxHops: 5, slack: 1 }, typesOf(from), typesOf(to));
      const { search, graph: part } = await graph.hops({ from: [from], to: [to], switches });
      const ranked = rankPaths(search.paths, part.segments, part.entities, switches);
      return { paths: ranked.paths, commonBody: ranked.commonBody, seen: search.entitiesSeen, stopped: search.stoppedAtLimit, hubs: search.hubsNotPassed };
    });
  }
  return answers;
}

/** Tallies may be cut up in any way; what counts is their sums. */
function totalled({ claims, entities, datasets, sources, voices }: Awaited<ReturnType<Graph['totals']>>): unknown {
  const sums = new Map<string, number>();
  const add = (key: string, n: number) => sums.set(key, (sums.get(key) ?? 0) + n);
  for (const { group, level, contested, stale, datasets: of, claims: n, citations } of claims) {
    const key = JSON.stringify([group, level, contested, stale, [...of].sort()]);
    add(`claims ${key}`, n);
    add(`citations ${key}`, citations);
  }
  for (const { type, dataset, entities: n } of entities) add(`entities ${type} ${dataset}`, n);
  return { sums: [...sums].sort(), datasets, sources, voices };
}

/** Some of the ids, the same at each run: by a digest, so that their order in the list says nothing. */
function chooseBy(ids: readonly string[], size: number): string[] {
  const digest = (id: string) => createHash('sha256').update(id).digest('hex');
  return [...ids].sort((a, b) => (digest(a) < digest(b) ? -1 : 1)).slice(0, size);
}

/** Each entity with the next by digest. */
function pairsOf(ids: readonly string[]): [string, string][] {
  const mixed = chooseBy(ids, ids.length);
  return mixed.slice(1).map((to, i) => [mixed[i]!, to]);
}

/** One text for one answer, whatever the order of its fields. */
const textOf = (answer: unknown): string => (answer === undefined ? 'not asked' : canonicalJson(answer));

/** The questions two adapters answer differently, each with both answers. */
export function differences(a: Answers, b: Answers): { question: string; a: unknown; b: unknown }[] {
  const questions = [...new Set([...a.keys(), ...b.keys()])];
  return questions.filter((q) => textOf(a.get(q)) !== textOf(b.get(q))).map((q) => ({ question: q, a: a.get(q), b: b.get(q) }));
}
