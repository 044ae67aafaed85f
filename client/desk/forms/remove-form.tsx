/** Takes a record away in the draft: first it says what rests on it, which can be taken away with it. */
import { useState, useSyncExternalStore } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useDeps } from '../../acts/deps.ts';
import { draftRemoval, nameByAll } from '../../acts/draft/draft-record.ts';
import { explainError } from '../../api/explain-error.ts';
import { changePlanQuery } from '../../api/queries-changes.ts';
import { caseRevision } from '../../api/revision.ts';
import type { DraftEntry } from '../../state/draft/draft-change.ts';
import { FILE_KINDS, type FileKind } from '../../state/draft/file-form.ts';
import { openForms } from '../../state/draft/open-forms.ts';
import { Await } from '../../ui/states.tsx';
import { words } from '../../i18n/messages.ts';
import { faultInWords } from './controls/fault-words.ts';

const t = words.forms;
const REPLACED = ['entity', 'source', 'voice', 'predicate'] as const;
type Replaced = (typeof REPLACED)[number];
export const isReplaced = (kind: string): kind is Replaced => (REPLACED as readonly string[]).includes(kind);

interface Removed {
  kind: FileKind;
  id: string;
}
const isSame = (one: { kind: string; id: string }, other: { kind: string; id: string }): boolean => one.kind === other.kind && one.id === other.id;

/** Records of kinds that a draft removes which refer to what goes; of a citation it is its claim that is edited. */
function referrersIn(problems: readonly { about?: readonly { kind: string; id: string }[] | undefined }[]): Removed[] {
  const found = problems.flatMap(({ about }) => (about?.length === 2 && about[1] && about[1].kind in FILE_KINDS ? [about[1] as Removed] : []));
  return found.filter((one, i) => found.findIndex((other) => isSame(one, other)) === i);
}

export function RemoveForm({ dataset, entry, onDone }: { dataset: string; entry: DraftEntry; onDone: () => void }) {
  const { revision } = useSyncExternalStore(caseRevision.subscribe, caseRevision.get);
  const deps = useDeps();
  const { kind, id } = entry;
  const isNew = entry.before === undefined;
  /** What is taken away with it, because it refers to it or to another of these. */
  const [along, setAlong] = useState<readonly Removed[]>([]);
  const [failed, setFailed] = useState<unknown>();
  const plan = useQuery({
    ...changePlanQuery({ dataset, revision: revision ?? 0, remove: [{ kind, id }, ...along] }, revision),
    enabled: !isNew && revision !== undefined,
  });
  const remove = (): void => {
    void (async () => {
      try {
        for (const one of [...along, { kind: kind as FileKind, id }]) await draftRemoval(one.kind, one.id);
        onDone();
      } catch (error) {
        setFailed(error);
      }
    })();
  };
  const acts = (
    <div className="row wrap form-acts">
      <button type="button" className="btn danger" onClick={remove}>
        {t.doRemove}
      </button>
      {isReplaced(kind) && !isNew && (
        <button
          type="button"
          className="btn"
          onClick={() => {
            openForms.close();
            openForms.open({ form: 'replace', kind, id });
          }}
        >
          {t.replace}
        </button>
      )}
      <button type="button" className="btn" onClick={openForms.close}>
        {t.cancel}
      </button>
    </div>
  );
  if (isNew) return <div className="dialog desk-form">{acts}</div>;
  return (
    <div className="dialog desk-form">
      <Await asked={plan}>
        {({ problems, removed, claims }) => (
          <section aria-label={t.reserved.rest}>
            {problems.length === 0 ? (
              <>
                <p>{along.length === 0 ? t.restsNone : t.restsTaken(along.length)}</p>
                {removed.length > 1 && <p className="meta">{t.wouldGo(countsIn(removed))}</p>}
                <ul lang="en">
                  {claims.summary.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </>
            ) : (
              <>
                <p>{t.restsMany(problems.length)}</p>
                <ul lang="en" className="in-the-way">
                  {problems
                    .map((problem) => faultInWords(kind === 'citation' ? 'claim' : kind, problem, nameByAll(deps)))
                    .map(({ message }) => (
                      <li key={message} dir="auto">
                        {message}
                      </li>
                    ))}
                </ul>
                <Along
                  of={referrersIn(problems).filter((one) => ![entry, ...along].some((other) => isSame(one, other)))}
                  onTake={(more) => setAlong([...along, ...more])}
                />
              </>
            )}
          </section>
        )}
      </Await>
      {failed !== undefined && (
        <p className="notice danger" role="alert">
          {explainError(failed)}
        </p>
      )}
      {acts}
    </div>
  );
}

/** Takes away, too, what stands in the way: nothing is written before the draft is committed. */
function Along({ of, onTake }: { of: readonly Removed[]; onTake: (more: readonly Removed[]) => void }) {
  if (of.length === 0) return null;
  return (
    <button type="button" className="btn small" onClick={() => onTake(of)}>
      {t.takeAlong(countsIn(of))}
    </button>
  );
}

function countsIn(removed: readonly { kind: DraftEntry['kind'] }[]): string {
  const counts = new Map<DraftEntry['kind'], number>();
  for (const { kind } of removed) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, n]) => words.changes.kinds(kind, n)).join(', ');
}
