/** The draft change sets, one for each case: what they change, what that does in terms of claims, and their commit. */
import { useRef, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { compareWithDraft } from '../../acts/draft/compare-with-draft.ts';
import { useDeps } from '../../acts/deps.ts';
import { nameByAll } from '../../acts/draft/draft-record.ts';
import { settleDraft } from '../../acts/draft/settle-draft.ts';
import { takeMerged, takeMine, takeTheirs } from '../../acts/draft/draft-conflicts.ts';
import { ApiError } from '../../api/api-error.ts';
import { explainError } from '../../api/explain-error.ts';
import { statsQuery } from '../../api/queries.ts';
import { outcomeOf, writeChange, type Signed } from '../../api/queries-changes.ts';
import { caseRevision } from '../../api/revision.ts';
import { SignAndWrite, Unwritten, useWriting } from '../../panels/changes/write-change.tsx';
import { PanelHead } from '../../panels/panel-head.tsx';
import { countsOf, type Draft, type DraftEntry, emptyDraft, requestOf, takeStepBack, withoutEntry } from '../../state/draft/draft-change.ts';
import { changeDrafts, useDrafts } from '../../state/draft/draft-store.ts';
import { isSame } from '../../state/draft/file-form.ts';
import { AskSure } from '../../ui/ask-sure.tsx';
import { Empty } from '../../ui/states.tsx';
import { words } from '../../i18n/messages.ts';
import { KeptForms } from '../forms/kept-forms.tsx';
import { NewRecords } from '../forms/new-records.tsx';
import { Conflicts } from './conflicts.tsx';
import { DraftEffects } from './draft-effects.tsx';
import { DraftRow, problemsOf } from './draft-row.tsx';
import { useConflicts, useDraftPlan } from './use-draft-plan.ts';

const t = words.draft;

export function DraftPanel() {
  const { all, kept } = useDrafts();
  return (
    <>
      <PanelHead chips={[[t.title, 'accent']]} />
      <div className="scroll" tabIndex={0} role="region" aria-label={t.title}>
        {!kept && (
          <p className="notice danger" role="alert">
            {t.notKept}
          </p>
        )}
        {all.size === 0 && <Empty>{t.none}</Empty>}
        {[...all.values()].map((draft) => (
          <CaseDraft key={draft.dataset} draft={draft} />
        ))}
        <KeptForms />
        <NewRecords />
      </div>
    </>
  );
}

function CaseDraft({ draft }: { draft: Draft }) {
  const { dataset } = draft;
  const deps = useDeps();
  const title = useQuery(statsQuery()).data?.datasets.find(({ id }) => id === dataset)?.title ?? dataset;
  const { report, planning, error, isConflict: differs } = useDraftPlan(draft);
  // While it is not known what became of its own write, what the case has now may be that write.
  const isConflict = differs && draft.sent === undefined;
  const { conflicts, comparing } = useConflicts(draft, isConflict, (compared) => changeDrafts.change(dataset, (now) => readAgain(now, compared)));
  const problems = differs ? [] : [...(report?.problems ?? []), ...problemsOfError(error)];
  const { placed, others } = problemsOf(draft, problems, nameByAll(deps, draft.entries));
  const isEmpty = draft.entries.length === 0;
  return (
    <section className="draft" aria-label={`${t.title}: ${title}`}>
      <h2 className="proposition" dir="auto">
        {title}
      </h2>
      <p className="block meta" role="status">
        {isEmpty ? t.none : t.counts(countsOf([draft]))} · {t.kept}
      </p>
      <ul className="draft-rows">
        {draft.entries.map((entry) => (
          <DraftRow
            key={`${entry.kind}/${entry.id}`}
            entry={entry}
            told={report?.told.find((one) => entry.kind === 'claim' && (one.id === entry.id || one.as === entry.id))}
            problems={placed.get(entry) ?? []}
            onLeave={() => changeDrafts.change(dataset, (now) => withoutEntry(now, entry))}
          />
        ))}
      </ul>
      {draft.past.length > 0 && (
        <p className="block">
          <button type="button" className="btn small" onClick={() => changeDrafts.change(dataset, takeStepBack)}>
            {t.stepBack}
          </button>
        </p>
      )}
      {isConflict && (
        <Conflicts
          conflicts={conflicts}
          comparing={comparing}
          onMine={(one) => changeDrafts.change(dataset, (now) => takeMine(now, one))}
          onTheirs={(one) => changeDrafts.change(dataset, (now) => takeTheirs(now, one))}
          onMerged={(one, choose) => changeDrafts.change(dataset, (now) => takeMerged(now, one, choose))}
        />
      )}
      {others.length > 0 && (
        <div className="block" role="alert">
          <b className="wrong">{t.problems(others.length)}</b>
          <ul className="in-the-way" lang="en">
            {others.map(({ message, remedy }, n) => (
              <li key={n} dir="auto">
                {message} <span className="meta">{words.errors.todo(remedy)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {!isEmpty && !differs && <DraftEffects report={report} planning={planning} />}
      {!isEmpty && (
        <p className="block">
          <button type="button" className="btn small see-changes" onClick={() => compareWithDraft(deps, dataset)}>
            {t.seeChanges}
          </button>
        </p>
      )}
      {(!isEmpty || draft.sent !== undefined) && (
        <Commit draft={draft} planning={planning} blocked={differs || report?.outcome !== 'planned' || error !== null} />
      )}
      {!isEmpty && <ThrowAway draft={draft} />}
    </section>
  );
}

/** The revisions at which records were read, of the records that are the same still. */
function readAgain(now: Draft, compared: Draft): Draft {
  const revisions = new Map(compared.entries.map((one) => [`${one.kind}/${one.id}`, one]));
  const entries = now.entries.map((one) => {
    const again = revisions.get(`${one.kind}/${one.id}`);
    return again && isSame(again.record, one.record) ? { ...one, revision: again.revision } : one;
  });
  return { ...now, entries };
}

function problemsOfError(error: Error | null): { message: string; remedy: string; pointer?: string | undefined }[] {
  if (error === null) return [];
  const listed = error instanceof ApiError ? (error.problem?.problems ?? []) : [];
  return listed.length > 0 ? listed : [{ message: explainError(error), remedy: words.errors.retry }];
}

function Commit({ draft, planning, blocked }: { draft: Draft; planning: boolean; blocked: boolean }) {
  const deps = useDeps();
  const { dataset } = draft;
  const sent = useRef<readonly DraftEntry[]>([]);
  const carry = async (signed: Signed) => {
    sent.current = draft.entries;
    // One for each attempt: nothing is sent again before it is known what became of the last. Kept also where the page is closed meanwhile.
    const operation = crypto.randomUUID();
    changeDrafts.change(dataset, (now) => ({ ...now, sent: operation }));
    try {
      const report = await writeChange({ ...requestOf(draft), who: signed.who, why: signed.why, operation });
      forgetSent();
      return report;
    } catch (error) {
      if (!isUnknown(error)) forgetSent();
      throw error;
    }
  };
  const forgetSent = (): void => changeDrafts.change(dataset, (now) => ({ ...now, sent: undefined }));
  /** What was drafted while it was being written stays. */
  const isDone = (): void => {
    const written = new Set(sent.current);
    if (written.size === 0) void settleDraft(dataset);
    else changeDrafts.change(dataset, (now) => ({ ...emptyDraft(dataset), entries: now.entries.filter((one) => !written.has(one)) }));
    void deps.queries.invalidateQueries();
  };
  const signed = useWriting({ key: `draft ${dataset}`, done: t.committed, carry, onDone: isDone });
  const at = requestOf(draft).revision;
  return (
    <div className="block plan">
      <SignAndWrite
        signed={signed}
        act={t.commit(draft.entries.length)}
        at={at}
        planning={planning}
        blocked={blocked || (draft.sent !== undefined && !signed.writing)}
      />
      {draft.sent === undefined ? <Unwritten signed={signed} /> : !signed.writing && <OutcomeUnknown dataset={dataset} sent={draft.sent} />}
      <p className="meta">{t.against(at)}</p>
    </div>
  );
}

const UNKNOWN = ['offline', 'outcome-unknown', 'unreadable'];
const isUnknown = (error: unknown): boolean => !(error instanceof ApiError) || UNKNOWN.includes(error.code);

/** A write that was sent and not answered: whether it was done is asked for by its id. */
function OutcomeUnknown({ dataset, sent }: { dataset: string; sent: string }) {
  const deps = useDeps();
  const [told, setTold] = useState('');
  const ask = async (): Promise<void> => {
    setTold('');
    try {
      const { revision } = await outcomeOf(sent);
      await settleDraft(dataset);
      changeDrafts.change(dataset, (now) => ({ ...now, sent: undefined }));
      caseRevision.wrote(revision);
      deps.tell(t.wasWritten);
    } catch (error) {
      if (error instanceof ApiError && error.code === 'not-found') {
        changeDrafts.change(dataset, (now) => ({ ...now, sent: undefined }));
        deps.tell(t.notWritten);
      } else setTold(explainError(error));
    }
  };
  return (
    <div>
      <div className="notice danger" role="alert">
        <span>{t.unknown}</span>
        <button type="button" className="btn small" onClick={() => void ask()}>
          {t.ask}
        </button>
        {told !== '' && <span>{told}</span>}
      </div>
    </div>
  );
}

function ThrowAway({ draft }: { draft: Draft }) {
  return (
    <div className="block">
      <AskSure
        label={t.throwAway}
        sure={t.throwSure(t.counts(countsOf([draft])))}
        yes={t.throwDo}
        no={t.keep}
        onYes={() => changeDrafts.throwAway(draft.dataset)}
      />
    </div>
  );
}
