/** Compares two states of the case: claims, entities, paths and ready questions gained, lost and changed; and what striking did. */
import { API_LIMITS } from '../../contract/parts.ts';
import { COMPARED_LISTS, COMPARED_PATHS_SHOWN, type ComparedList, type compareCases as contract } from '../../contract/routes/compare.ts';
import { answerComparison, answerPaths, type Spoken } from '../../domain/answering/answer-comparison.ts';
import { compareCases as compareWhole } from '../../domain/comparing/compare-cases.ts';
import { latestDay, lastDayText } from '../../domain/dates/edtf-dates.ts';
import { eachInSlices } from '../../domain/figures/in-slices.ts';
import { askedSide } from '../../domain/telling/trace-sides.ts';
import { nameInProse } from '../../domain/telling/in-prose.ts';
import { listed } from '../../domain/telling/narration.ts';
import type { WholeCase } from '../../graph/graph.ts';
import { readGraph } from '../../graph/open-graph.ts';
import type { Database } from '../../store/connect.ts';
import { savedSetsIn } from '../keeping/saved-set.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import { runUnlessAborted } from '../run-unless-aborted.ts';
import { overAfter } from '../tracing/trace-paths.ts';
import { entityReference } from '../views/references.ts';
import { compareQuestions, type ComparedQuestions } from './compare-questions.ts';
import { compareStates, compareTrace, type AskedTrace, type ComparedStates, type ComparedTrace } from './compare-states.ts';
import { comparedClaimView, comparedPathsView, markOf } from './compared-views.ts';

type Route = typeof contract;
type Body = InputOf<Route>['body'];
type Answer = AnswerOf<Route>;

export async function compareCases(db: Database, { body }: { body: Body }, o?: CallOptions): Promise<Answer> {
  const isOver = { trace: overAfter(API_LIMITS.traceSearchMs, o?.signal), questions: overAfter(API_LIMITS.compareQuestionsMs, o?.signal) };
  return readGraph(
    db,
    undefined,
    async (graph) => {
      const states = await compareStates(db, graph, body, o);
      const trace = body.trace && (await compareTrace(states.graphs, body.trace, savedSetsIn(db), isOver.trace));
      const questions = body.questions ? await compareQuestions(states.graphs, savedSetsIn(db), isOver.questions) : undefined;
      return {
        ...(await difference(states, body, o?.signal)),
        answer: spoken([...sentenceOf(states, body), ...pathSentence(trace, body.trace, states.cases.after)]),
        ...(trace ? { paths: comparedPathsView(trace, states.cases, COMPARED_PATHS_SHOWN) } : {}),
        ...(questions ? { questions: questionsView(questions, states) } : {}),
        ...(await nextDifference(states, body, o?.signal)),
        revision: graph.revision,
      };
    },
    o,
  );
}

type Lists = Pick<Answer, 'kind' | 'standing' | ComparedList | 'entitiesGained' | 'entitiesLost' | 'marks'>;

async function difference({ kind, cases, comparison }: ComparedStates, { pages, marked }: Body, signal?: AbortSignal): Promise<Lists> {
  const part = <T>(all: readonly T[], { offset, limit }: { offset: number; limit: number }) => all.slice(offset, offset + limit);
  const claims = async (list: ComparedList) => {
    const shown = part(comparison[list], pages[list]);
    const items = await runUnlessAborted(
      eachInSlices(shown, (one) => comparedClaimView(one, cases)),
      signal,
    );
    return { total: comparison[list].length, items: items.flat() };
  };
  const entities = (list: 'entitiesGained' | 'entitiesLost', state: WholeCase) => ({
    total: comparison[list].length,
    items: part(comparison[list], pages[list]).map((id) => entityReference(id, state)),
  });
  const lists = {} as Record<ComparedList, Answer['gained']>;
  for (const list of COMPARED_LISTS) lists[list] = await claims(list);
  return {
    kind,
    standing: { before: comparison.before, after: comparison.after, untouched: comparison.untouched },
    ...lists,
    entitiesGained: entities('entitiesGained', cases.after),
    entitiesLost: entities('entitiesLost', cases.before),
    marks: [...new Set(marked)].flatMap((claim) => {
      const found = comparison.byClaim.get(claim);
      const mark = found && markOf(found);
      return mark ? [{ claim, mark }] : [];
    }),
  };
}

function sentenceOf({ kind, comparison, cases }: ComparedStates, { after }: Pick<Body, 'after'>): Spoken[] {
  return answerComparison(comparison, { kind, ...(after ? { after } : {}), charges: { before: chargesIn(cases.before), after: chargesIn(cases.after) } });
}
function chargesIn({ visibleClaims, figures }: WholeCase): number {
  return visibleClaims.filter((id) => figures.get(id)?.level === 'charged').length;
}

const spoken = (parts: Spoken[]): Answer['answer'] => ({ text: parts.map(({ text }) => text).join(''), parts });

/** Up to this many ends of a trace are named. */
const NAMED = 3;

function pathSentence(trace: ComparedTrace | undefined, asked: AskedTrace | undefined, ctx: WholeCase): Spoken[] {
  if (!trace || !asked) return [];
  const side = (ids: readonly string[], words: string | undefined) =>
    words ?? (ids.length <= NAMED ? listed(ids.map((id) => nameInProse(id, ctx).text)) : `${ids.length} entities`);
  const ends = { from: side(trace.sides.from, askedSide(asked.from)), to: side(trace.sides.to, askedSide(asked.to)) };
  const text = answerPaths(trace, ends);
  return text === undefined ? [] : [{ text: ` ${text}` }];
}

function questionsView({ asked, notAsked, changed }: ComparedQuestions, { cases }: ComparedStates): NonNullable<Answer['questions']> {
  return {
    asked,
    notAsked,
    changed: changed.map(({ question: { id, text, kind }, trace, before, after, gained, lost }) => ({
      id,
      text,
      kind,
      before,
      after,
      gained,
      lost,
      ...(trace ? { paths: comparedPathsView(trace, cases, COMPARED_PATHS_SHOWN) } : {}),
    })),
  };
}

/** Dates that are tried for the next difference. */
const DATES_TRIED = 12;

/** Where nothing differs between two dates of publication: the next date of a source, after the later one, at which something does. */
async function nextDifference(
  { kind, comparison, cases, graphs }: ComparedStates,
  { before, after }: Body,
  signal?: AbortSignal,
): Promise<Pick<Answer, 'next'>> {
  if (kind !== 'dates' || comparison.gained.length + comparison.lost.length + comparison.changed.length > 0) return {};
  const dates = [before?.published, after?.published].flatMap((date) => (date === undefined ? [] : [latestDay(date)]));
  if (dates.length < 2) return {};
  const later = Math.max(...dates);
  const { sources, citations } = cases.after.records;
  const read = new Set([...citations.values()].flatMap((some) => some.map(({ source }) => source)));
  const candidates = new Map<number, string>();
  for (const id of read) {
    const edtf = sources.get(id)?.published?.edtf;
    const day = edtf === undefined ? Infinity : latestDay(edtf);
    if (edtf !== undefined && day > later && Number.isFinite(day)) candidates.set(day, lastDayText(edtf));
  }
  const isOver = overAfter(API_LIMITS.traceSearchMs, signal);
  for (const [, published] of [...candidates].sort(([a], [b]) => a - b).slice(0, DATES_TRIED)) {
    if (isOver()) return {};
    const other = await (await graphs.after.beside({ ...graphs.after.clocks, published })).whole();
    const { gained, lost, changed } = await runUnlessAborted(compareWhole(cases.after, other), signal);
    const claims = gained.length + lost.length + changed.length;
    if (claims > 0) return { next: { published, claims } };
  }
  return {};
}
