/** Takes a record away in the draft: first it says what rests on it. */
import { useSyncExternalStore } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useDeps } from '../../acts/deps.ts';
import { draftRemoval, nameByAll } from '../../acts/draft/draft-record.ts';
import { changePlanQuery } from '../../api/queries-changes.ts';
import { caseRevision } from '../../api/revision.ts';
import type { DraftEntry } from '../../state/draft/draft-change.ts';
import type { FileKind } from '../../state/draft/file-form.ts';
import { openForms } from '../../state/draft/open-forms.ts';
import { Await } from '../../ui/states.tsx';
import { words } from '../../i18n/messages.ts';
import { faultInWords } from './controls/fault-words.ts';

const t = words.forms;
const REPLACED = ['entity', 'source', 'voice', 'predicate'] as const;
type Replaced = (typeof REPLACED)[number];
export const isReplaced = (kind: string): kind is Replaced => (REPLACED as readonly string[]).includes(kind);

export function RemoveForm({ dataset, entry, onDone }: { dataset: string; entry: DraftEntry; onDone: () => void }) {
  const { revision } = useSyncExternalStore(caseRevision.subscribe, caseRevision.get);
  const deps = useDeps();
  const { kind, id } = entry;
  const isNew = entry.before === undefined;
  const plan = useQuery({
    ...changePlanQuery({ dataset, revision: revision ?? 0, remove: [{ kind, id }] }, revision),
    enabled: !isNew && revision !== undefined,
  });
  const remove = (): void => {
    void draftRemoval(kind as FileKind, id).then(onDone);
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
                <p>{t.restsNone}</p>
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
              </>
            )}
          </section>
        )}
      </Await>
      {acts}
    </div>
  );
}

function countsIn(removed: readonly { kind: DraftEntry['kind'] }[]): string {
  const counts = new Map<DraftEntry['kind'], number>();
  for (const { kind } of removed) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, n]) => words.changes.kinds(kind, n)).join(', ');
}
