/** An undo or a restore before it is done: what it would do, what stands in its way, and the reason and name it is signed with. */
import { useState, useSyncExternalStore, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { carryOut, planQuery, type Wish } from '../../api/queries-changes.ts';
import { caseRevision } from '../../api/revision.ts';
import type { PastReport } from '../../../server/contract/routes/changes.ts';
import { DraftEffects } from '../../desk/draft/draft-effects.tsx';
import { Await } from '../../ui/states.tsx';
import { words } from '../../i18n/messages.ts';
import { obstacleInWords } from './obstacle-words.ts';
import { PastRecords } from './past-records.tsx';
import { SignAndWrite, Unwritten, useWriting } from './write-change.tsx';

const t = words.changePlan;

export interface PlanWords {
  title: string;
  /** On the button. */
  act: string;
  /** Said once it is written. */
  done: string;
}

/** @param wish told again with the later change sets that are undone with it */
export function PlanPart({ wish: asked, says, onLeave }: { wish: Wish; says: PlanWords; onLeave: () => void }) {
  const [also, setAlso] = useState<readonly string[]>([]);
  const [keepNeeded, setKeepNeeded] = useState(false);
  const { revision } = useSyncExternalStore(caseRevision.subscribe, caseRevision.get);
  const wish: Wish = asked.act === 'undo' ? { ...asked, also, keepNeeded } : asked;
  const plan = useQuery(planQuery(wish, revision));
  const key = asked.act === 'undo' ? `undo ${asked.id}` : `restore ${asked.kind} ${asked.id} ${asked.to}`;
  const signed = useWriting({ key, done: says.done, carry: (given) => carryOut(wish, given), onDone: onLeave });
  return (
    <section className="block plan" aria-label={says.title}>
      <h3 className="heading">{says.title}</h3>
      <Await asked={plan.isFetching && plan.error ? { ...plan, error: null } : plan}>
        {(report) => (
          <Planned
            report={report}
            planning={plan.isPlaceholderData}
            chosen={also.length}
            onAlso={(more) => setAlso([...new Set([...also, ...more])])}
            onAlone={() => {
              setAlso([]);
              setKeepNeeded(false);
            }}
            onKeepNeeded={asked.act === 'undo' && !keepNeeded ? () => setKeepNeeded(true) : undefined}
            onLeave={onLeave}
            form={<SignAndWrite signed={signed} act={says.act} at={report.revision.before} planning={plan.isPlaceholderData} onLeave={onLeave} />}
          />
        )}
      </Await>
      <Unwritten signed={signed} />
    </section>
  );
}

interface PlannedProps {
  report: PastReport;
  /** It is being planned again: the report is that of before. */
  planning: boolean;
  /** How many later change sets are undone with it. */
  chosen: number;
  onAlso: (ids: readonly string[]) => void;
  onAlone: () => void;
  /** Leaves what later work rests on as it is; absent where that is done already, or cannot be. */
  onKeepNeeded: (() => void) | undefined;
  onLeave: () => void;
  form: ReactNode;
}

function Planned({ report, planning, chosen, onAlso, onAlone, onKeepNeeded, onLeave, form }: PlannedProps) {
  const { outcome, records, problems, warnings } = report;
  const left = warnings.filter(({ code }) => code === 'kept');
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
          {problems.map((problem, n) => (
            <li key={n} dir="auto">
              {obstacleInWords(problem)} <span className="meta">{words.errors.todo(problem.remedy)}</span>
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
          {onKeepNeeded && (
            <button type="button" className="btn small" onClick={onKeepNeeded}>
              {t.keepNeeded}
            </button>
          )}
          {leave}
        </div>
      </>
    );
  }
  const keptPart = left.length > 0 && (
    <>
      <p>
        {t.kept(left.length)}{' '}
        <button type="button" className="link" onClick={onAlone}>
          {t.all}
        </button>
      </p>
      <ul className="in-the-way" lang="en">
        {left.map((warning, n) => (
          <li key={n} dir="auto">
            {obstacleInWords(warning)}
          </li>
        ))}
      </ul>
    </>
  );
  if (outcome === 'unchanged')
    return (
      <>
        <p>{t.nothing}</p>
        {keptPart}
        {withIt}
        {leave}
      </>
    );
  return (
    <>
      <p>{t.would(t.records(records.new, records.changed, records.removed))}</p>
      {keptPart}
      {withIt}
      <PastRecords report={report} />
      <DraftEffects report={report} planning={planning} isPast />
      {form}
    </>
  );
}
