/** An undo or a restore before it is done: what it would do, what stands in its way, and the reason and name it is signed with. */
import { useState, useSyncExternalStore, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { carryOut, outcomeOf, planQuery, type Wish } from '../../api/queries-changes.ts';
import { ApiError } from '../../api/api-error.ts';
import { explainError } from '../../api/explain-error.ts';
import { caseRevision } from '../../api/revision.ts';
import type { ChangeReport } from '../../../server/contract/routes/changes.ts';
import { useDeps } from '../../acts/deps.ts';
import { openPanel } from '../../acts/open-things.ts';
import { useDraft } from '../../state/drafts.ts';
import { Await } from '../../ui/states.tsx';
import { words } from '../../i18n/messages.ts';
import { useSigning } from '../signing.tsx';

const t = words.changePlan;

export interface PlanWords {
  title: string;
  /** On the button. */
  act: string;
  /** Said once it is written. */
  done: string;
}
interface Failed {
  message: string;
  /** Whether it may have been written. */
  unknown?: boolean;
}

/** @param wish told again with the later change sets that are undone with it */
export function PlanPart({ wish: asked, says, onLeave }: { wish: Wish; says: PlanWords; onLeave: () => void }) {
  const [also, setAlso] = useState<readonly string[]>([]);
  const { revision } = useSyncExternalStore(caseRevision.subscribe, caseRevision.get);
  const wish: Wish = asked.act === 'undo' ? { ...asked, also } : asked;
  const plan = useQuery(planQuery(wish, revision));
  const signed = useWriting(wish, says, onLeave);
  return (
    <section className="block plan" aria-label={says.title}>
      <h3 className="heading">{says.title}</h3>
      <Await asked={plan.isFetching && plan.error ? { ...plan, error: null } : plan}>
        {(report) => (
          <Planned
            report={report}
            chosen={also.length}
            onAlso={(more) => setAlso([...new Set([...also, ...more])])}
            onAlone={() => setAlso([])}
            onLeave={onLeave}
            form={<SignAndWrite signed={signed} says={says} at={report.revision.before} planning={plan.isPlaceholderData} onLeave={onLeave} />}
          />
        )}
      </Await>
      {signed.failed && (
        <div className="notice danger" role="alert">
          <span>{signed.failed.message}</span>
          {signed.failed.unknown && (
            <button type="button" className="btn small" onClick={() => void signed.askOutcome()}>
              {t.ask}
            </button>
          )}
        </div>
      )}
    </section>
  );
}

interface PlannedProps {
  report: ChangeReport;
  /** How many later change sets are undone with it. */
  chosen: number;
  onAlso: (ids: readonly string[]) => void;
  onAlone: () => void;
  onLeave: () => void;
  form: ReactNode;
}

function Planned({ report, chosen, onAlso, onAlone, onLeave, form }: PlannedProps) {
  const { outcome, records, claims, problems } = report;
  const leave = (
    <button type="button" className="btn small" onClick={onLeave}>
      {t.leave}
    </button>
  );
  const withIt = chosen > 0 && (
    <p className="meta">
      {t.withIt(chosen)}{' '}
      <button type="button" className="link" onClick={onAlone}>
        {t.alone}
      </button>
    </p>
  );
  if (outcome === 'refused') {
    const inTheWay = [...new Set(problems.flatMap(({ changeSet }) => changeSet ?? []))];
    const isAllUndoable = problems.every(({ changeSet }) => changeSet !== undefined);
    return (
      <>
        <p>
          <b>{t.inTheWay(problems.length)}</b>
        </p>
        <ul className="in-the-way" lang="en">
          {problems.map(({ message, remedy }, n) => (
            <li key={n} dir="auto">
              {message} <span className="meta">{words.errors.todo(remedy)}</span>
            </li>
          ))}
        </ul>
        {withIt}
        {!isAllUndoable && <p className="meta">{t.noWay}</p>}
        <div className="row wrap">
          {inTheWay.length > 0 && (
            <button type="button" className="btn small primary" onClick={() => onAlso(inTheWay)}>
              {t.also(inTheWay.length)}
            </button>
          )}
          {leave}
        </div>
      </>
    );
  }
  if (outcome === 'unchanged')
    return (
      <>
        <p>{t.nothing}</p>
        {withIt}
        {leave}
      </>
    );
  return (
    <>
      <p>{t.would(t.records(records.new, records.changed, records.removed))}</p>
      {withIt}
      <h4 className="heading">{t.effects}</h4>
      {claims.summary.length === 0 ? (
        <p className="meta">{t.noEffects}</p>
      ) : (
        <ul lang="en">
          {claims.summary.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {form}
    </>
  );
}

/** What is typed and sent, kept beside the plan: it stays whatever the plan becomes. */
function useWriting(wish: Wish, says: PlanWords, onLeave: () => void) {
  const deps = useDeps();
  const key = wish.act === 'undo' ? `undo ${wish.id}` : `restore ${wish.kind} ${wish.id} ${wish.to}`;
  const [why, setWhy, forgetWhy] = useDraft(`${key} why`, '');
  // Kept with the draft from the first attempt on: however often it is sent, it is written once.
  const [sent, setSent, forgetSent] = useDraft(`${key} operation`, '');
  const { who, keep, part } = useSigning(t);
  const [tried, setTried] = useState(false);
  const [writing, setWriting] = useState(false);
  const [failed, setFailed] = useState<Failed | undefined>();

  const isDone = (id: string, revision: number): void => {
    forgetWhy();
    forgetSent();
    deps.tell(says.done, false, { label: t.see, run: () => openPanel(deps, { kind: 'change', id }) });
    onLeave();
    // The page then reads everything again.
    caseRevision.hear(revision);
  };
  /** @param at the revision that was planned at */
  const write = async (at: number): Promise<void> => {
    setTried(true);
    if (who === '' || why.trim() === '') return;
    keep();
    const operation = sent === '' ? crypto.randomUUID() : sent;
    setSent(operation);
    setWriting(true);
    setFailed(undefined);
    try {
      const report = await carryOut(wish, { who, why: why.trim(), operation, revision: at });
      isDone(report.changeSet ?? operation, report.revision.after);
    } catch (error) {
      setFailed(failureOf(error));
      caseRevision.doubt();
    } finally {
      setWriting(false);
    }
  };
  const askOutcome = async (): Promise<void> => {
    try {
      const { id, revision } = await outcomeOf(sent);
      isDone(id, revision);
    } catch (error) {
      setFailed(error instanceof ApiError && error.code === 'not-found' ? { message: t.notWritten } : { message: explainError(error), unknown: true });
    }
  };
  return { why, setWhy, signature: part(tried), tried, writing, failed, write, askOutcome };
}

interface SignProps {
  signed: ReturnType<typeof useWriting>;
  says: PlanWords;
  /** The revision that was planned at. */
  at: number;
  /** It is being planned again: what is shown is of before. */
  planning: boolean;
  onLeave: () => void;
}

function SignAndWrite({ signed, says, at, planning, onLeave }: SignProps) {
  const { why, setWhy, signature, tried, writing, write } = signed;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void write(at);
      }}
    >
      <label>
        <span className="heading">{t.reason}</span>
        <textarea
          className="field"
          rows={2}
          maxLength={4_000}
          dir="auto"
          value={why}
          aria-invalid={tried && why.trim() === ''}
          onChange={(event) => setWhy(event.target.value)}
        />
      </label>
      {tried && why.trim() === '' && (
        <p className="meta wrong" role="alert">
          {t.reasonNeeded}
        </p>
      )}
      {signature}
      <div className="row wrap">
        <button type="submit" className="btn small primary" disabled={writing || planning}>
          {writing ? t.doing : says.act}
        </button>
        <button type="button" className="btn small" disabled={writing} onClick={onLeave}>
          {t.leave}
        </button>
      </div>
    </form>
  );
}

/** Where nothing answered, the change may have been written all the same. */
function failureOf(error: unknown): Failed {
  const code = error instanceof ApiError ? error.code : undefined;
  if (code === 'offline' || code === 'outcome-unknown' || code === 'unreadable') return { message: t.unknown, unknown: true };
  if (code !== 'conflict') return { message: `${t.failed} ${explainError(error)}` };
  const what = error instanceof ApiError ? (error.problem?.problems ?? []).map(({ message }) => message) : [];
  return { message: [t.conflict, ...what].join(' ') };
}
