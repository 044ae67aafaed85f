/** The ready questions, each with its answer in short, asked live. */
import { useQuery } from "@tanstack/react-query";
import { claimsQuery, questionsQuery, type ReadyQuestion, rolesQuery, traceQuery } from "../../api/queries.ts";
import { useDeps } from "../../acts/deps.ts";
import { runQuestion } from "../../acts/run-question.ts";
import { words } from "../../i18n/messages.ts";
import { Loading } from "../../ui/states.tsx";

function TraceAnswer({ question }: { question: Extract<ReadyQuestion, { kind: "trace" }> }) {
  const { data, error } = useQuery(traceQuery(question.from, question.to, question.switches ?? {}, question.clocks ?? {}));
  if (error) return <>{words.opening.unanswered}</>;
  if (!data) return <>{words.opening.asking}</>;
  const first = data.paths[0];
  if (!first) return <>{words.opening.notLinked}</>;
  return <>{words.opening.paths(data.paths.length)} · {words.opening.weakest(words.standing[first.weakest.level])}</>;
}
function ClaimsAnswer({ question }: { question: Extract<ReadyQuestion, { kind: "claims" }> }) {
  const { data, error } = useQuery(claimsQuery(question.filter, question.clocks ?? {}, 100));
  if (error) return <>{words.opening.unanswered}</>;
  return <>{data ? words.opening.claimsCount(data.total) : words.opening.asking}</>;
}
function RolesAnswer({ question }: { question: Extract<ReadyQuestion, { kind: "roles" }> }) {
  const { data, error } = useQuery(rolesQuery({ roles: question.roles, plots: question.plots }, question.clocks ?? {}));
  if (error) return <>{words.opening.unanswered}</>;
  return <>{data ? words.opening.plots(data.plots.length) : words.opening.asking}</>;
}

export function Questions() {
  const deps = useDeps();
  const asked = useQuery(questionsQuery());
  if (asked.isPending) return <Loading rows={6} />;
  const questions = asked.data?.questions ?? [];
  return (
    <section className="questions" aria-label={words.opening.questions}>
      <h2 className="heading">{words.opening.questions}</h2>
      {questions.length === 0 && <p className="notice">{words.opening.noQuestions}</p>}
      <ul>
        {questions.map((question) => (
          <li key={`${question.dataset} ${question.id}`}>
            <button type="button" className="question" onClick={() => void runQuestion(deps, question)}>
              <span className="said" dir="auto">{question.text}</span>
              <span className="meta">
                {question.kind === "trace" && <TraceAnswer question={question} />}
                {question.kind === "claims" && <ClaimsAnswer question={question} />}
                {question.kind === "roles" && <RolesAnswer question={question} />}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
