/** Puts another entity, source, voice or predicate in the place of one, in every record of the case that names it. */
import { useState, useSyncExternalStore } from 'react';
import { useQuery } from '@tanstack/react-query';
import { draftReplacement, recordsNaming, type Replaced } from '../../acts/draft/replace-record.ts';
import { changePlanQuery } from '../../api/queries-changes.ts';
import { caseRevision } from '../../api/revision.ts';
import type { DraftEntry } from '../../state/draft/draft-change.ts';
import { openForms } from '../../state/draft/open-forms.ts';
import { Await } from '../../ui/states.tsx';
import { words } from '../../i18n/messages.ts';
import { useKnownRecords } from './known-records.ts';
import { PickRecord } from './controls/pick-record.tsx';

const t = words.forms;

export function ReplaceForm({ dataset, kind, entry, onDone }: { dataset: string; kind: Replaced; entry: DraftEntry; onDone: () => void }) {
  const { revision } = useSyncExternalStore(caseRevision.subscribe, caseRevision.get);
  const [by, setBy] = useState('');
  const known = useKnownRecords(kind === 'entity' ? [by] : []);
  // What stands in the way of taking it away is what names it.
  const plan = useQuery({
    ...changePlanQuery({ dataset, revision: revision ?? 0, remove: [{ kind, id: entry.id }] }, revision),
    enabled: revision !== undefined,
  });
  const referrers = (plan.data?.problems ?? []).flatMap(({ record }) => record ?? []);
  const naming = useQuery({
    queryKey: ['records-naming', dataset, referrers, revision],
    enabled: plan.data !== undefined,
    queryFn: () => recordsNaming(dataset, referrers),
  });
  return (
    <div className="dialog desk-form">
      <div className="form-field">
        <span className="meta">{t.replaceBy}</span>
        <PickRecord kind={kind} label={t.replaceBy} value={by} shown={by === '' ? '' : known.nameOf(kind, by)} type={known.typeOf(by)} onPick={setBy} />
      </div>
      <Await asked={naming}>
        {({ entries }) => (
          <>
            <p>{t.replaceWhere(entries.length)}</p>
            <ul className="in-the-way" lang="en">
              {entries.map((one) => (
                <li key={`${one.kind}/${one.id}`} dir="auto">
                  {one.name}
                </li>
              ))}
            </ul>
            <div className="row wrap form-acts">
              <button
                type="button"
                className="btn primary"
                disabled={by === '' || by === entry.id || entries.length === 0}
                onClick={() => {
                  draftReplacement(dataset, kind, entries, entry.id, by, known.namesOf([[kind, by]]));
                  onDone();
                }}
              >
                {t.doReplace}
              </button>
              <button type="button" className="btn" onClick={openForms.close}>
                {t.cancel}
              </button>
            </div>
          </>
        )}
      </Await>
    </div>
  );
}
