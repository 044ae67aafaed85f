/** What signs a change: its reason, the name, and the write itself, sent once however often it is tried; where nothing answers, its outcome is asked for. */
import { useState } from 'react';
import type { ChangeReport } from '../../../server/contract/routes/changes.ts';
import { ApiError } from '../../api/api-error.ts';
import { explainError } from '../../api/explain-error.ts';
import { outcomeOf, type Signed } from '../../api/queries-changes.ts';
import { caseRevision } from '../../api/revision.ts';
import { useDeps } from '../../acts/deps.ts';
import { openPanel } from '../../acts/open-things.ts';
import { useTyped } from '../../state/kept-forms.ts';
import { words } from '../../i18n/messages.ts';
import { useSigning } from '../signing.tsx';

const t = words.changePlan;

export interface Writing {
  /** Under which what is typed is kept. */
  key: string;
  /** Said once it is written. */
  done: string;
  carry: (signed: Signed) => Promise<ChangeReport>;
  onDone: () => void;
}
interface Failed {
  message: string;
  /** Whether it may have been written. */
  unknown?: boolean;
}

/** What is typed and sent, kept beside the plan: it stays whatever the plan becomes. */
export function useWriting({ key, done, carry, onDone }: Writing) {
  const deps = useDeps();
  const [why, setWhy, forgetWhy] = useTyped(`${key} why`, '');
  // Kept with the draft from the first attempt on: however often it is sent, it is written once.
  const [sent, setSent, forgetSent] = useTyped(`${key} operation`, '');
  const { who, keep, part } = useSigning(t);
  const [tried, setTried] = useState(false);
  const [writing, setWriting] = useState(false);
  const [failed, setFailed] = useState<Failed | undefined>();

  const isDone = (id: string, revision: number): void => {
    forgetWhy();
    forgetSent();
    deps.tell(done, false, { label: t.see, run: () => openPanel(deps, { kind: 'change', id }) });
    onDone();
    // The page then reads everything again.
    caseRevision.wrote(revision);
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
      const report = await carry({ who, why: why.trim(), operation, revision: at });
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
  /** On the button. */
  act: string;
  /** The revision that was planned at. */
  at: number;
  /** It is being planned again: what is shown is of before. */
  planning: boolean;
  /** It cannot be written as it is. */
  blocked?: boolean;
  /** On the button that gives it up. */
  leave?: string;
  /** Absent: there is no such button. */
  onLeave?: () => void;
}

export function SignAndWrite({ signed, act, at, planning, blocked, onLeave, leave = t.leave }: SignProps) {
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
        <button type="submit" className="btn small primary" disabled={writing || planning || blocked}>
          {writing ? t.doing : act}
        </button>
        {onLeave && (
          <button type="button" className="btn small" disabled={writing} onClick={onLeave}>
            {leave}
          </button>
        )}
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

/** Why it was not written, and the way to ask whether it was where nothing answered. */
export function Unwritten({ signed: { failed, askOutcome } }: Pick<SignProps, 'signed'>) {
  if (!failed) return null;
  return (
    <div className="notice danger" role="alert">
      <span>{failed.message}</span>
      {failed.unknown && (
        <button type="button" className="btn small" onClick={() => void askOutcome()}>
          {t.ask}
        </button>
      )}
    </div>
  );
}
