/** The paths of a trace by weakest hop, with arrow keys between them; then what was searched, and how to search wider. */
import { useRef } from 'react';
import { IconFileText } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { questionsQuery, type TraceAnswer } from '../../api/queries.ts';
import { useDeps } from '../../acts/deps.ts';
import { composeDossier, partsOfTrace } from '../../acts/compose-dossier.ts';
import { choosePath } from '../../acts/run-trace.ts';
import { useView } from '../../state/store.ts';
import { LineSample } from '../../ui/figures.tsx';
import { words } from '../../i18n/messages.ts';
import { usePathGate } from '../export/path-gate.ts';
import { PathMark, PrintableCount } from '../export/path-mark.tsx';
import { HoldingUp } from '../what-if/holding-up.tsx';
import { AlsoSaid } from './also-said.tsx';
import { PathTitle } from './path-title.tsx';
import { NotLinked, Wider } from './not-linked.tsx';
import { questionOfTrace } from './question-of-trace.ts';

const t = words.trace;
/** Paths of a trace that a dossier begins with; the others can be added. */
const COMPOSED = 3;

export function Paths({ answer, chosen }: { answer: TraceAnswer; chosen?: string }) {
  const deps = useDeps();
  const list = useRef<HTMLUListElement>(null);
  const { searched, paths } = answer;
  const verdicts = usePathGate(answer);
  const trace = useView((s) => s.history.present.trace);
  const questions = useQuery(questionsQuery());
  const at = Math.max(
    0,
    paths.findIndex((path) => path.id === chosen),
  );
  const walk = (event: React.KeyboardEvent): void => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: paths.length - 1 }[event.key];
    const path = to === undefined ? undefined : paths[to];
    if (to === undefined || !path) return;
    event.preventDefault();
    choosePath(deps, answer, path.id);
    list.current?.querySelectorAll<HTMLElement>('.path')[to]?.focus();
  };
  return (
    <>
      {paths.length === 0 && <NotLinked answer={answer} />}
      <PrintableCount verdicts={verdicts} paths={paths.length} />
      <p className="block">
        <button
          type="button"
          className="btn small"
          onClick={() =>
            composeDossier(deps, {
              parts: partsOfTrace(deps, answer, paths.slice(0, COMPOSED)),
              asked: questionOfTrace(questions.data?.questions ?? [], trace),
            })
          }
        >
          <IconFileText size={15} stroke={1.7} aria-hidden />
          {words.dossier.compose}
        </button>
      </p>
      <ul ref={list} className="paths" aria-label={t.paths} onKeyDown={walk}>
        {paths.map((path, i) => {
          const weak = path.hops[path.weakest.hop];
          return (
            <li key={path.id}>
              <button
                type="button"
                className="path"
                tabIndex={i === at ? 0 : -1}
                aria-current={path.id === chosen || undefined}
                onClick={() => choosePath(deps, answer, path.id)}
              >
                <PathTitle path={path} />
                <span className="meta">
                  <LineSample rank={path.weakest.rank} length={26} />
                  {t.weakest(words.standing[path.weakest.level])} · {t.hops(path.hops.length)}
                </span>
                <span className="meta">{weak ? t.origins(weak.origins, weak.originsOpen, weak.uninvolvedOrigins) : ''}</span>
                <PathMark verdict={verdicts?.get(path.id)} />
              </button>
            </li>
          );
        })}
      </ul>
      {answer.commonBody.length > 0 && (
        <section className="block">
          <h3 className="heading">{t.common}</h3>
          {answer.commonBody.map((path) => (
            <p key={path.entities.join()} className="meta" style={{ color: 'var(--second)', marginBlockEnd: 6 }} dir="auto">
              {path.text}
            </p>
          ))}
        </section>
      )}
      {paths.length > 0 && trace.from && trace.to && <HoldingUp of={{ kind: 'trace', from: trace.from, to: trace.to, switches: trace.switches }} />}
      <AlsoSaid answer={answer} />
      <section className="block searched" aria-label={t.searched}>
        {searched.stoppedAtLimit && <p style={{ color: 'var(--warning)' }}>{t.stopped}</p>}
        {searched.more && <p className="meta">{t.more(trace.switches.order !== 'hops')}</p>}
        {paths.length === 0 && <Wider answer={answer} />}
        <h3 className="heading">{t.searched}</h3>
        <p className="meta" lang="en" dir="ltr">
          {searched.text}
        </p>
        {searched.hubsNotPassed.length > 0 && <p className="meta">{t.hubs(searched.hubsNotPassed.map((hub) => hub.name).join(', '))}</p>}
        {paths.length > 0 && (
          <details className="more-ways">
            <summary className="link">{t.widen}</summary>
            <Wider answer={answer} />
          </details>
        )}
      </section>
    </>
  );
}
