/** The ready questions of the datasets, asked of two states of the case: those with another answer. */
import type { Question } from '../../domain/model/questions.ts';
import type { RoleEntry } from '../../domain/figures/roles.ts';
import type { Graph } from '../../graph/graph.ts';
import { compareTrace, type Both, type ComparedTrace, type SavedSetOf } from './compare-states.ts';

export interface ComparedQuestion extends Both<number> {
  question: Question;
  gained: number;
  lost: number;
  /** Of a trace. */
  trace?: ComparedTrace;
}
export interface ComparedQuestions {
  asked: number;
  /** Those for which there was no time. */
  notAsked: number;
  changed: ComparedQuestion[];
}

/** @param isOver where it is, no further question is asked */
export async function compareQuestions(graphs: Both<Graph>, savedSet: SavedSetOf, isOver: () => boolean): Promise<ComparedQuestions> {
  const questions = new Map([...(await graphs.before.questions()), ...(await graphs.after.questions())].map((question) => [question.id, question]));
  const changed: ComparedQuestion[] = [];
  let asked = 0;
  for (const question of questions.values()) {
    if (isOver()) break;
    asked += 1;
    const found = await askBoth(question, await atItsDates(graphs, question), savedSet, isOver);
    if (found.gained + found.lost + (found.trace?.changed.length ?? 0) > 0) changed.push({ question, ...found });
  }
  return { asked, notAsked: questions.size - asked, changed };
}

/** A question with dates of its own is asked at these, but where the comparison has others. */
async function atItsDates({ before, after }: Both<Graph>, { clocks }: Question): Promise<Both<Graph>> {
  if (!clocks) return { before, after };
  const at = (graph: Graph) => graph.beside({ ...clocks, ...withoutAbsent(graph.clocks) });
  return { before: await at(before), after: await at(after) };
}
const withoutAbsent = <T extends object>(some: T = {} as T): Partial<T> =>
  Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined)) as Partial<T>;

type Answers = Omit<ComparedQuestion, 'question'>;

async function askBoth(question: Question, graphs: Both<Graph>, savedSet: SavedSetOf, isOver: () => boolean): Promise<Answers> {
  if (question.kind === 'trace') {
    const { from, to, switches = {} } = question;
    const trace = await compareTrace(graphs, { from, to, switches }, savedSet, isOver);
    return { before: trace.before, after: trace.after, gained: trace.gained.length, lost: trace.lost.length, trace };
  }
  const answer = (graph: Graph) => (question.kind === 'claims' ? claimsOf(graph, question) : rolesOf(graph, question));
  return counted(await answer(graphs.before), await answer(graphs.after));
}

/** The claims that a filter finds, all of them. */
export async function claimsOf(graph: Graph, { filter }: Pick<Extract<Question, { kind: 'claims' }>, 'filter'>): Promise<Set<string>> {
  const { visibleClaims } = await graph.whole();
  const { claims } = await graph.claims(filter, { order: 'id', offset: 0, limit: visibleClaims.length });
  return new Set(claims.map(({ id }) => id));
}

/** Who is said to have been what in which plot. */
export const roleKey = ({ plot, role, entity }: RoleEntry): string => [plot, role, entity].join(' ');

async function rolesOf(graph: Graph, { roles, plots, datasets }: Extract<Question, { kind: 'roles' }>): Promise<Set<string>> {
  const { entries } = await graph.roles({ roles, plots, datasets });
  return new Set(entries.map(roleKey));
}

function counted(before: ReadonlySet<string>, after: ReadonlySet<string>): Answers {
  return {
    before: before.size,
    after: after.size,
    gained: [...after].filter((one) => !before.has(one)).length,
    lost: [...before].filter((one) => !after.has(one)).length,
  };
}
