/** What falls without what is struck: the sentence that answers, ready questions that change, and claims by what striking does to them. */
import { useQuery } from '@tanstack/react-query';
import { whatIfQuery } from '../../api/queries-what-if.ts';
import { questionsQuery } from '../../api/queries.ts';
import { useDeps } from '../../acts/deps.ts';
import { openClaim } from '../../acts/open-things.ts';
import { runQuestion } from '../../acts/run-question.ts';
import type { ComparedClaim } from '../../../server/contract/routes/compare.ts';
import { MARK_SIGNS } from '../../state/marks/mark-signs.ts';
import { isWhatIf } from '../../state/struck.ts';
import { useView } from '../../state/store.ts';
import { LineSample } from '../../ui/figures.tsx';
import { Await, Empty } from '../../ui/states.tsx';
import { words } from '../../i18n/messages.ts';
import { useNextClaim } from '../compare/use-next-claim.ts';
import { PanelHead } from '../panel-head.tsx';

const t = words.whatIf;
const CLASSES = ['falls', 'retold', 'stands'] as const;

export function WhatIfPanel() {
  const clocks = useView((s) => s.history.present.clocks);
  const drawn = useView((s) => s.history.present.canvas.claims);
  const on = isWhatIf(clocks);
  const asked = useQuery({ ...whatIfQuery(clocks, drawn), enabled: on });
  return (
    <>
      <PanelHead chips={[[t.title, 'accent']]} />
      <div className="scroll" tabIndex={0} role="region" aria-label={t.result}>
        {!on && <Empty>{t.choose}</Empty>}
        {on && (
          <Await asked={asked} rows={8}>
            {(answer) => (
              <>
                <NextClaim rows={CLASSES.flatMap((one) => (one === 'stands' ? [] : answer[one].items))} />
                <p className="what-if-answer" lang="en" aria-live="polite">
                  {answer.answer.parts.map(({ text, strong }, i) => (strong ? <strong key={i}>{text}</strong> : <span key={i}>{text}</span>))}
                </p>
                <dl className="what-if-figures">
                  {CLASSES.map((one) => (
                    <div key={one}>
                      <dd>{answer[one].total}</dd>
                      <dt>{t.figures[one]}</dt>
                    </div>
                  ))}
                  <div>
                    <dd>{answer.standing.untouched}</dd>
                    <dt>{t.figures.untouched}</dt>
                  </div>
                </dl>
                {answer.questions && <Questions {...answer.questions} />}
                {answer.falls.total + answer.retold.total === 0 && <Empty>{t.none}</Empty>}
                {CLASSES.map((one) => (
                  <Claims key={one} of={one} list={answer[one]} />
                ))}
                <p className="block meta">{t.keys}</p>
                <p className="block meta">{t.traceAgain}</p>
              </>
            )}
          </Await>
        )}
      </div>
    </>
  );
}

/** N goes through what falls, and what is only retold. */
function NextClaim({ rows }: { rows: readonly ComparedClaim[] }) {
  const [selected] = useView((s) => s.selection.claims);
  useNextClaim(useDeps(), rows, selected);
  return null;
}

interface Changed {
  id: string;
  text: string;
  kind: 'trace' | 'claims' | 'roles';
  before: number;
  after: number;
}

function Questions({ changed, asked, notAsked }: { changed: Changed[]; asked: number; notAsked: number }) {
  const deps = useDeps();
  const ready = useQuery(questionsQuery()).data?.questions;
  if (asked === 0) return null;
  return (
    <section aria-label={t.questions}>
      <h3 className="list-head">
        {t.questions} <span className="meta">{t.questionsChange(changed.length, asked)}</span>
      </h3>
      {changed.map(({ id, text, kind, before, after }) => {
        const question = ready?.find((one) => one.id === id && one.text === text);
        return (
          <button key={id} type="button" className="claim-row question" disabled={!question} onClick={() => question && void runQuestion(deps, question)}>
            <span dir="auto">{text}</span>
            <span>
              <strong>{t.from(before, after)}</strong> {t.of[kind]}
            </span>
          </button>
        );
      })}
      {notAsked > 0 && <p className="block meta">{t.notAsked(notAsked)}</p>}
    </section>
  );
}

function Claims({ of, list }: { of: (typeof CLASSES)[number]; list: { total: number; items: ComparedClaim[] } }) {
  const deps = useDeps();
  const [selected] = useView((s) => s.selection.claims);
  if (list.total === 0) return null;
  return (
    <section aria-label={t[of]}>
      <h3 className="list-head">
        <span>
          <span className={`sign ${of}`} aria-hidden>
            {MARK_SIGNS[of]}
          </span>
          {t[of]}
        </span>{' '}
        <span className="meta">{t.byStanding(list.total)}</span>
      </h3>
      {of === 'retold' && <p className="block meta">{t.retoldHelp}</p>}
      {list.items.map(({ id, sentence, before, after, told }) => (
        <button
          key={id}
          type="button"
          data-claim={id}
          aria-current={id === selected || undefined}
          className={`claim-row struck-${of}`}
          onClick={() => openClaim(deps, id)}
        >
          <LineSample rank={before?.rank ?? after?.rank ?? 0} />
          <span>
            <span className="said" lang="en" dir="ltr">
              {sentence}
            </span>
            <span className="meta" style={{ display: 'block' }} lang="en">
              {[before && words.standing[before.level], of === 'stands' && after && after.level !== before?.level ? t.stillNow(after.told) : '', ...told]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
        </button>
      ))}
      {list.total > list.items.length && <p className="block meta">{t.shownOf(list.items.length, list.total)}</p>}
    </section>
  );
}
