/** The contract of the graph port: every question, asked of an adapter, as one plain answer that can be compared with another's. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../domain/model/canonical-json.ts';
import { entitiesOf } from '../domain/model/claim-ends.ts';
import { FILTER_ROWS, type FilterTakes, type FilterValues } from '../domain/model/claim-filters.ts';
import { AppError } from '../domain/model/errors.ts';
import { ENTITY_TYPES, GROUPS, ROLES } from '../domain/model/lists.ts';
import type { ClaimFilter, TraceSwitches } from '../domain/model/questions.ts';
import type { Records } from '../domain/model/records.ts';
import { saidWords } from '../domain/searching/said-words.ts';
import { checkPublication } from '../domain/publishing/publication-gate.ts';
import { narrateClaim } from '../domain/telling/narrate-claim.ts';
import { responsesOf } from '../domain/telling/responses.ts';
import { notEstablishedLines } from '../domain/telling/surroundings-of.ts';
import { claimsInWords } from '../usecases/reading/list-claims.ts';
import { rolesInWords } from '../usecases/reading/list-roles.ts';
import { tableRow } from '../usecases/views/table-row.ts';
import { answerTrace } from '../usecases/tracing/trace-paths.ts';
import type { ClaimPage, Graph, PieceAnswer } from './graph.ts';
import type { ViewContext } from './view-context.ts';

const nobody = 'nobody-at-all';

/** An answer by the name of its question. */
export type Answers = Map<string, unknown>;

/** Every part of a claim filter by itself, with values that tell the claims of the records apart, and a few parts together. */
export function filtersOf(records: Records): ClaimFilter[] {
  const some = (ids: Iterable<string>) => [...ids].sort().filter((_, i) => i % 3 === 0);
  const dates = [...new Set([...records.sources.values()].flatMap(({ published }) => published?.edtf ?? []))].sort();
  const values: { readonly [T in FilterTakes]: readonly FilterValues[T][] } = {
    level: ['alleged', 'charged'],
    count: [0, 1, 2],
    flag: [true, false],
    date: [1, 2, 3].map((quarter) => dates[Math.floor((dates.length * quarter) / 4)] ?? '2020'),
    groups: [GROUPS.filter((_, i) => i % 2 === 0)],
    types: [ENTITY_TYPES.filter((_, i) => i % 2 === 0)],
    predicates: [some(records.predicates.keys())],
    entities: [some(records.entities.keys())],
    sources: [some(records.sources.keys())],
    voices: [some(records.voices.keys())],
    datasets: [some(records.datasets.keys())],
  };
  return [
    {},
    ...FILTER_ROWS.flatMap(({ name, takes }) => values[takes].map((value): ClaimFilter => ({ [name]: value }))),
    { originsAtLeast: 1, originsAtMost: 2, disputedOnly: false },
    { contested: false, voices: some(records.voices.keys()), types: ['Person', 'Agency', 'Plot'] },
    ...voicesTogether(records).map((voicesAll): ClaimFilter => ({ voicesAll })),
    { voicesAll: [], originsAtLeast: 1 },
  ];
}

/** A few pairs of voices whose sources are read for one claim. */
function voicesTogether({ claims, citations, sources }: Records): string[][] {
  const pairs = [...claims.keys()].flatMap((id) => {
    const voices = new Set((citations.get(id) ?? []).flatMap(({ source }) => sources.get(source)?.voice ?? []));
    return voices.size < 2 ? [] : [[...voices].sort().slice(0, 2)];
  });
  return chooseBy([...new Set(pairs.map((pair) => pair.join(' ')))], 3).map((pair) => pair.split(' '));
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

/** The sentences of claims, and what is printed with them. */
function told(ctx: ViewContext, ids: readonly string[]): unknown {
  const claims = ids.flatMap((id) => ctx.records.claims.get(id) ?? []);
  const sentences = claims.map((claim) => {
    const figures = ctx.figures.get(claim.id);
    return figures?.visible ? narrateClaim(claim, figures, ctx) : undefined;
  });
  return { sentences, notEstablished: notEstablishedLines(claims, ctx), responses: responsesOf(claims, ctx) };
}

/** A piece as the publication gate judges it, with all that is printed with it. */
function printed({ ctx, entities, claims }: PieceAnswer, datasets?: string[]): unknown {
  const { refused, printed } = checkPublication(ctx, { entities, claims, datasets, view: {} });
  return { entities, claims, refused, printed };
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
 * @param read opens the graph for one question
 * @param records the case, as it is without clocks: whom to ask about
 * @param most entities, claims, sources, voices and pairs asked about, each; chosen by a digest of the ids, so that every part of a large case is met
 * @param orders in which each filter is asked
 */
export async function askEverything(
  read: <R>(work: (graph: Graph) => Promise<R>) => Promise<R>,
  records: Records,
  { most = 80, orders = ['standing', 'origins', 'id'] }: { most?: number; orders?: readonly ('standing' | 'origins' | 'id')[] } = {},
): Promise<Answers> {
  const asked: [question: string, work: (graph: Graph) => Promise<unknown>][] = [];
  const ask = (question: string, work: (graph: Graph) => Promise<unknown>) => void asked.push([question, work]);
  const entities = [...records.entities.keys()].sort();
  const some = (ids: Iterable<string>) => [...chooseBy([...ids], most), nobody];

  const filters = filtersOf(records);
  for (const [i, filter] of filters.entries()) {
    for (const order of i === 0 ? orders : [orders[i % orders.length]!]) {
      ask(`claims ${JSON.stringify(filter)} by ${order}`, async (graph) => page(await graph.claims(filter, { order, offset: i % 3, limit: 7 })));
    }
    ask(`claims ${JSON.stringify(filter)} in words`, (graph) => claimsInWords(graph, filter));
  }
  for (const id of some(entities)) {
    ask(`entity ${id}`, async (graph) => {
      const { names, identities, roles, ctx } = await graph.entity(id);
      return { names, identities, roles, node: ctx.node(id), others: identities.map(({ other }) => ctx.node(other)) };
    });
    ask(`neighbours of ${id}`, async (graph) => {
      const { predicates, types, ...counts } = await graph.neighbours(id);
      const sorted = <T>(list: T[]) => list.map((one) => JSON.stringify(one)).sort();
      return { ...counts, predicates: sorted(predicates), types: sorted(types) };
    });
    for (const order of ['standing', 'origins', 'neighbour'] as const) {
      ask(`around ${id} by ${order}`, async (graph) => page(await graph.around(id, { order, limit: 5 }), [id]));
    }
    // Each entity by one of the filters, so that every filter is asked around some.
    const filter = filters[Math.max(0, entities.indexOf(id)) % filters.length] ?? {};
    ask(`around ${id} by ${JSON.stringify(filter)}`, async (graph) => page(await graph.around(id, { order: 'standing', limit: 50, filter }), [id]));
    ask(`around ${id}, filtered`, async (graph) => {
      const first = await graph.around(id, { order: 'standing', limit: 2 });
      const except = first.claims.map((claim) => claim.id);
      return page(
        await graph.around(id, { order: 'standing', limit: 50, except, neighbourTypes: ['Person', 'Gang', 'Plot'], filter: { uninvolvedAtLeast: 1 } }),
        [id],
      );
    });
  }
  for (const id of some(records.claims.keys())) {
    ask(`evidence of ${id}`, async (graph) => {
      const found = await graph.evidence(id);
      if (!found) return undefined;
      const { claim, beside, ctx } = found;
      const citations = (ctx.records.citations.get(id) ?? []).map((citation) => citation.id).sort();
      return { claim, beside, citations, ...(shown(ctx, [id, ...beside], entitiesOf(claim)) as object) };
    });
  }
  for (const id of some(entities)) {
    const name = records.entities.get(id)?.names[0]?.text ?? id;
    ask(`search exactly for the name of ${id}`, async (graph) => {
      const { found, total, ctx } = await graph.search({ q: name, exact: true, offset: 0, limit: 20 });
      return { found, total, nodes: found.map((one) => ctx.node(one.id)) };
    });
    ask(`search for the name of ${id}`, async (graph) => {
      const { found, total, totalAtLeast } = await graph.search({ q: name, offset: 0, limit: 20 });
      return { found, total, totalAtLeast };
    });
  }
  for (const q of ['a', 'x', 'unnamed', '👨‍👩‍👧‍👦']) ask(`search for ${q}`, async (graph) => (await graph.search({ q, offset: 0, limit: 20 })).found);
  for (const q of wordsSaid(records, most)) {
    ask(`what is said with ${JSON.stringify(q)}`, async (graph) => {
      const { found, totalAtLeast, ctx } = await graph.said({ q, limit: 6 });
      const claims = (found.find(({ kind }) => kind === 'claim')?.hits ?? []).map(({ id }) => id);
      return { found, totalAtLeast, claims: told(ctx, claims) };
    });
  }
  for (const type of ENTITY_TYPES) {
    ask(`search for everybody of type ${type}`, async (graph) => {
      const { found, total, totalAtLeast, ctx } = await graph.search({ q: '', types: [type], offset: 0, limit: 20 });
      return { found, total, totalAtLeast, nodes: found.map((one) => ctx.node(one.id)) };
    });
  }
  for (const id of some(records.claims.keys())) {
    ask(`what is told of ${id}`, async (graph) => told(await graph.context({ claims: [id] }), [id]));
    ask(`the row of ${id} in a table`, async (graph) => {
      const ctx = await graph.context({ claims: [id] });
      const claim = ctx.records.claims.get(id);
      return claim && tableRow(claim, ctx);
    });
  }
  ask('sources', async (graph) => (await graph.sources()).sources);
  ask('voices', async (graph) => (await graph.voices()).voices);
  for (const id of some(records.sources.keys())) {
    ask(`source ${id}`, async (graph) => {
      const { ctx, ...found } = await graph.source(id, 4);
      return { ...found, ...(shown(ctx, found.readFor.ids, []) as object) };
    });
  }
  for (const id of some(records.voices.keys())) {
    ask(`voice ${id}`, async (graph) => {
      const { ctx, ...found } = await graph.voice(id, 4);
      return { ...found, ...(shown(ctx, found.claims.ids, found.voice.entities) as object) };
    });
  }
  ask('roles', async (graph) => (await graph.roles({})).entries);
  ask('roles in words', async (graph) => rolesInWords(graph, await graph.roles({})));
  for (const role of ROLES) {
    ask(`in the role ${role}`, async (graph) => (await graph.roles({ roles: [role] })).entries);
    ask(`in the role ${role} in words`, async (graph) => rolesInWords(graph, await graph.roles({ roles: [role] })));
  }
  for (const dataset of [...records.datasets.keys()].sort()) ask(`roles by ${dataset}`, async (graph) => (await graph.roles({ datasets: [dataset] })).entries);
  for (const plot of entities.filter((id) => records.entities.get(id)?.type === 'Plot').slice(0, most)) {
    ask(`roles in ${plot}`, async (graph) => (await graph.roles({ plots: [plot] })).entries);
  }
  ask('totals', async (graph) => totalled(await graph.totals()));
  ask('entity counts', async (graph) => totalled({ ...NO_TOTALS, entities: await graph.entityCounts() }));
  ask('predicates', (graph) => graph.predicates());
  ask('questions', (graph) => graph.questions());
  ask('known', async (graph) => [...(await graph.known([...entities, nobody]))].sort());
  for (const type of ENTITY_TYPES) ask(`of type ${type}`, (graph) => graph.ofType(type, 5));
  // More at once is asked as a dataset, below.
  for (const size of [2, 5, Math.min(entities.length, 60)]) {
    const chosen = chooseBy(entities, size);
    ask(`among ${size}`, async (graph) => page(await graph.among([...chosen, nobody], 300), chosen));
    ask(`a piece of ${size}`, async (graph) => printed(await graph.piece({ entities: chosen, paths: [] })));
  }
  ask('a piece of nobody', (graph) => graph.piece({ entities: [nobody], paths: [] }));
  for (const dataset of some(records.datasets.keys())) {
    ask(`the dataset ${dataset}`, async (graph) => printed(await graph.piece({ entities: [], datasets: [dataset], paths: [] }), [dataset]));
  }
  for (const [from, to] of [...pairsOf(entities).slice(0, most), ...endsOfChains(records).slice(0, most)]) {
    ask(`hops from ${from} to ${to}`, (graph) => askedTrace(graph, { from: [from], to: [to], gone: [] }, { maxHops: 5, slack: 1 }));
  }
  const datasets = [...records.datasets.keys()].sort();
  for (const [i, [from, to]] of [...pairsOf(entities).slice(0, Math.ceil(most / 4)), ...endsOfChains(records).slice(0, Math.ceil(most / 4))].entries()) {
    const dataset = datasets[i % datasets.length] ?? nobody;
    ask(`hops by ${dataset} from ${from} to ${to}`, (graph) => askedTrace(graph, { from: [from], to: [to], gone: [] }, { maxHops: 4, datasets: [dataset] }));
    const others = entities.filter((id) => id !== from && id !== to);
    const [passed = nobody, avoided = nobody] = chooseBy(others, 2);
    const narrowed: TraceSwitches[] = [
      { mustPass: [passed] },
      { mustAvoid: [avoided] },
      { originsAtLeast: 2 },
      { uncontested: true },
      { most: 1 },
      { most: 2, order: 'hops' },
    ];
    for (const switches of narrowed) {
      ask(`hops with ${JSON.stringify(switches)} from ${from} to ${to}`, (graph) =>
        askedTrace(graph, { from: [from], to: [to], gone: [] }, { maxHops: 4, ...switches }),
      );
    }
  }
  const answers: Answers = new Map();
  const left = [...asked];
  const worker = async () => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      const [question, work] = next;
      answers.set(question, await answered(() => read(work)));
    }
  };
  await Promise.all([worker(), worker(), worker()]);
  return answers;
}

/** What would link two ends is looked for in memory alone (`HopsAnswer.inMemory`). */
const askedTrace = async (...asked: Parameters<typeof answerTrace>) => ({ ...(await answerTrace(...asked)), nearest: undefined });

const NO_TOTALS = { claims: [], entities: [], datasets: [], sources: 0, voices: 0 };

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

/** Words and beginnings of words of passages, names, predicates, titles and voices; two of a passage together; and what nobody says. */
function wordsSaid(records: Records, most: number): string[] {
  const texts = [...records.citations.values()].flat().flatMap(({ paraphrase, quote = '' }) => [paraphrase, quote]);
  for (const { title = '', publisher = '' } of records.sources.values()) texts.push(title, publisher);
  for (const { name } of records.voices.values()) texts.push(name);
  for (const { names } of records.entities.values()) texts.push(...names.map(({ text }) => text));
  for (const { forms } of records.predicates.values()) texts.push(forms.finite);
  for (const { object } of records.claims.values()) if (typeof object !== 'string') texts.push(object.text);
  const chosen = chooseBy([...new Set(texts)], most).flatMap((text) => {
    const words = saidWords(text).map(({ word }) => word);
    const [first = '', last = ''] = [words[0], words.at(-1)];
    return [`${last} `, last.slice(0, 3), `${last} ${first}`];
  });
  const claims = chooseBy([...records.claims.keys()], Math.ceil(most / 4)).flatMap((id) => records.claims.get(id) ?? []);
  const ofClaims = claims.map((claim) =>
    entitiesOf(claim)
      .flatMap((id) => records.entities.get(id)?.names[0]?.text.split(' ')[0] ?? [])
      .join(' '),
  );
  return [...new Set([...chosen, ...ofClaims, nobody, '…'])].sort();
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

/** Entities that are the same by two decisions, through a third. */
function endsOfChains({ identities }: Records): [string, string][] {
  const same = identities.filter(({ decision }) => decision === 'same');
  return same.flatMap((one) => same.flatMap((next): [string, string][] => (next !== one && next.a === one.b && next.b !== one.a ? [[one.a, next.b]] : [])));
}

/** One text for one answer, whatever the order of its fields. */
const textOf = (answer: unknown): string => (answer === undefined ? 'nothing' : canonicalJson(answer));

export interface Difference {
  question: string;
  /** The way to the first place where the answers differ. */
  at: string;
  a: string;
  b: string;
}

/** The questions two adapters answer differently, each with the first place where they do. */
export function differences(a: Answers, b: Answers): Difference[] {
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((question) => {
    const place = firstDifference(a.get(question), b.get(question), '');
    return place ? [{ question, ...place }] : [];
  });
}

function firstDifference(a: unknown, b: unknown, at: string): Omit<Difference, 'question'> | undefined {
  if (textOf(a) === textOf(b)) return undefined;
  if (typeof a === 'object' && typeof b === 'object' && a !== null && b !== null && Array.isArray(a) === Array.isArray(b)) {
    const parts = new Map(Object.entries(a));
    const others = new Map(Object.entries(b));
    for (const key of new Set([...parts.keys(), ...others.keys()])) {
      const found = firstDifference(parts.get(key), others.get(key), `${at}/${key}`);
      if (found) return found;
    }
  }
  return { at, a: textOf(a).slice(0, 300), b: textOf(b).slice(0, 300) };
}
