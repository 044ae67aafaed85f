/** The questions, each with its current answer in short. */
import { useEffect, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { claimsQuery, questionsQuery, type ReadyQuestion, rolesQuery, traceQuery } from '../../api/queries.ts';
import { useDeps } from '../../acts/deps.ts';
import { runQuestion } from '../../acts/run-question.ts';
import { words } from '../../i18n/messages.ts';
import { useCases } from '../cases/use-cases.ts';
import { questionKey } from '../tour/tour-steps.ts';
import { Failure, Loading } from '../../ui/states.tsx';

/** Questions are answered in order, few at a time, so that they do not delay other requests, and the next is on its way when one is answered. */
const AT_ONCE = 3;
interface Turn<K extends ReadyQuestion['kind']> {
  question: Extract<ReadyQuestion, { kind: K }>;
  enabled: boolean;
  onAnswered: () => void;
}
function useTurn(settled: boolean, onAnswered: () => void): void {
  useEffect(() => {
    if (settled) onAnswered();
  }, [settled]);
}

function TraceAnswer({ question, enabled, onAnswered }: Turn<'trace'>) {
  const { data, error } = useQuery({ ...traceQuery(question.from, question.to, question.switches ?? {}, question.clocks ?? {}), enabled });
  useTurn(data !== undefined || error !== null, onAnswered);
  if (error) return <>{words.opening.unanswered}</>;
  if (!data) return <>{words.opening.asking}</>;
  const first = data.paths[0];
  if (!first) return <>{words.opening.notLinked}</>;
  return (
    <>
      {words.opening.paths(data.paths.length)} · {words.opening.weakest(words.standing[first.weakest.level])}
    </>
  );
}
function ClaimsAnswer({ question, enabled, onAnswered }: Turn<'claims'>) {
  const { data, error } = useQuery({ ...claimsQuery(question.filter, question.clocks ?? {}, 100), enabled, placeholderData: undefined });
  useTurn(data !== undefined || error !== null, onAnswered);
  if (error) return <>{words.opening.unanswered}</>;
  return <>{data ? words.opening.claimsCount(data.total) : words.opening.asking}</>;
}
function RolesAnswer({ question, enabled, onAnswered }: Turn<'roles'>) {
  const { data, error } = useQuery({
    ...rolesQuery({ roles: question.roles, plots: question.plots, datasets: question.datasets }, question.clocks ?? {}),
    enabled,
  });
  useTurn(data !== undefined || error !== null, onAnswered);
  if (error) return <>{words.opening.unanswered}</>;
  return <>{data ? words.opening.plots(data.plots.length) : words.opening.asking}</>;
}

export function Questions() {
  const deps = useDeps();
  const asked = useQuery(questionsQuery());
  const cases = useCases();
  const [answered, setAnswered] = useState(0);
  const turn = (index: number) => ({ enabled: index < answered + AT_ONCE, onAnswered: () => setAnswered((n) => n + 1) });
  if (asked.isPending) return <Loading rows={6} />;
  if (asked.error && !asked.data)
    return (
      <section aria-label={words.opening.questions}>
        <Failure error={asked.error} retry={() => void asked.refetch()} />
      </section>
    );
  const questions = (asked.data?.questions ?? []).filter(({ dataset }) => !cases || cases.shown.some(({ id }) => id === dataset));
  return (
    <section className="questions" aria-label={words.opening.questions}>
      <h2 className="heading">{words.opening.questions}</h2>
      {questions.length === 0 && <p className="notice">{words.opening.noQuestions}</p>}
      <ul>
        {questions.map((question, index) => (
          <li key={`${question.dataset} ${question.id}`}>
            <button type="button" className="question" data-question={questionKey(question)} onClick={() => void runQuestion(deps, question)}>
              <span className="said" dir="auto">
                {question.text}
              </span>
              <span className="meta">
                {question.kind === 'trace' && <TraceAnswer question={question} {...turn(index)} />}
                {question.kind === 'claims' && <ClaimsAnswer question={question} {...turn(index)} />}
                {question.kind === 'roles' && <RolesAnswer question={question} {...turn(index)} />}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
