/** The form of a record of any kind but a claim: new, or as the case or the draft has it. */
import { useEffect, useRef, useState } from 'react';
import { useDeps } from '../../acts/deps.ts';
import { isTaken, newEntry, nameByAll, nameOfForm } from '../../acts/draft/draft-record.ts';
import { derivedId, type DraftEntry, withEntries } from '../../state/draft/draft-change.ts';
import { changeDrafts } from '../../state/draft/draft-store.ts';
import { type FileKind, type FileRecord, isSame, withoutEmpty } from '../../state/draft/file-form.ts';
import type { OpenForm } from '../../state/draft/open-forms.ts';
import { keptForms, useKeptForm } from '../../state/kept-forms.ts';
import type { RecordKind } from '../../state/view.ts';
import { words } from '../../i18n/messages.ts';
import { Fields } from './controls/field-control.tsx';
import { begunAs, type Field, fieldsFor } from './controls/fields.ts';
import { begunName, entryBegun } from './begun-record.ts';
import { KeptHere, OthersBegun } from './kept-forms.tsx';
import { useKnownRecords } from './known-records.ts';
import { type DecidedOn, Resembling } from './resembling.tsx';
import { type Faults, faultsOf } from './controls/use-faults.ts';

const t = words.forms;

interface RecordFormProps {
  kind: Exclude<FileKind, 'claim'>;
  dataset: string;
  /** Absent for a new one. */
  entry?: DraftEntry;
  begun?: FileRecord;
  onAdded: (id: string) => void;
  onClose: () => void;
}

interface Filled {
  record: FileRecord;
  /** Of a new entity: what is decided on it and on those that it resembles. */
  decided: DecidedOn;
  /** How the record was when it was begun to change it. */
  of?: DraftEntry;
}

export function RecordForm({ kind, dataset, entry: there, begun = {}, onAdded, onClose }: RecordFormProps) {
  const deps = useDeps();
  const [initial] = useState<Filled>(() => ({
    record: there?.record ?? begunAs(kind, begun, dataset),
    decided: {},
    ...(there ? { of: there } : {}),
  }));
  const [open] = useState<OpenForm>(() => (there ? { form: 'edit', kind, id: there.id } : { form: 'new', kind, begun }));
  const [key] = useState(() => keptForms.keyOf(open, dataset));
  const typed = useKeptForm<Filled>(key, initial, {
    form: open.form === 'new' ? { ...open, dataset } : open,
    dataset,
    nameOf: ({ record: now }) => there?.name ?? begunName(now),
  });
  const { record, decided } = typed.value;
  useIdOfCase(kind, dataset, record, (id) => {
    const next = { ...typed.value, record: { ...record, id } };
    if (isSame(typed.value, initial)) typed.forget(next);
    else typed.set(next);
  });
  const { entry, isStale } = entryBegun(typed.value.of, there);
  const [faults, setFaults] = useState<Faults>(new Map());
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const fields = fieldsFor(kind, record);
  const picked = pickedIn(fields, record);
  const known = useKnownRecords(
    picked.flatMap(([of, id]) => (of === 'entity' ? [id] : [])),
    entry,
  );
  const change = (next: FileRecord): void => {
    typed.set({ ...typed.value, record: next });
    // What was told of a field is told until it is right.
    if (faults.size > 0) setFaults(faultsOf(kind, next));
  };
  const add = async (): Promise<void> => {
    const wrong = faultsOf(kind, record);
    const found = wrong.size === 0 && !entry ? await takenFault(kind, record, initial.record) : wrong;
    setFaults(found);
    setTried(true);
    if (found.size > 0 || Object.values(decided).some(({ why }) => why.trim() === '')) {
      setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
      return;
    }
    const whole = withoutEmpty(record);
    const id = entry?.id ?? derivedId({ kind, id: String(whole['id']), record: whole });
    const names = known.namesOf(picked);
    const made = newEntry(deps, kind, id, whole, names);
    const next = entry ? { ...entry, record: whole, names: [...entry.names, ...names], name: nameOfForm(kind, whole, nameByAll(deps, [made])) } : made;
    const decisions = Object.entries(decided).map(([other, { decision, why, name }]) => {
      const both: [string, string][] = [
        [`entity/${id}`, next.name],
        [`entity/${other}`, name],
      ];
      const said = { a: id, b: other, decision, why: why.trim() };
      return newEntry(deps, 'identity', derivedId({ kind: 'identity', id: '', record: said }), said, both);
    });
    changeDrafts.change(dataset, (draft) => withEntries(draft, [next, ...decisions]));
    typed.forget();
    onAdded(id);
  };
  return (
    <form
      ref={form}
      className="dialog desk-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        // Forms lie over each other: this one alone is sent.
        event.stopPropagation();
        void add();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        event.stopPropagation();
        void add();
      }}
    >
      <KeptHere typed={typed} isStale={isStale} onBeginAnew={() => typed.forget()} />
      {!entry && <OthersBegun of={open} own={key} />}
      <Fields fields={fields} record={record} faults={faults} known={known} isThere={entry !== undefined} onChange={change} />
      {!entry && (
        <Resembling
          kind={kind}
          record={record}
          decided={decided}
          tried={tried}
          onUse={onAdded}
          onDecide={(next) => typed.set({ ...typed.value, decided: next })}
        />
      )}
      <div className="row wrap form-acts">
        <button type="submit" className="btn primary">
          {t.addToDraft} <span className="kbd">Ctrl ↵</span>
        </button>
        <button type="button" className="btn" onClick={onClose}>
          {t.cancel}
        </button>
        <span className="meta">{t.closing}</span>
      </div>
    </form>
  );
}

/** The id of a predicate begins with its case: where another case is chosen, with that one. */
function useIdOfCase(kind: FileKind, dataset: string, { id }: FileRecord, onId: (id: string) => void): void {
  const was = useRef(dataset);
  useEffect(() => {
    const before = `${was.current}:`;
    was.current = dataset;
    if (kind === 'predicate' && typeof id === 'string' && before !== `${dataset}:` && id.startsWith(before)) onId(`${dataset}:${id.slice(before.length)}`);
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [dataset]);
}

/** What is wrong with a new record whose id another one has: the one given it by hand, or the one it gets from what it names. */
async function takenFault(kind: FileKind, record: FileRecord, begun: FileRecord): Promise<Faults> {
  const own = String(record['id'] ?? '');
  const id = derivedId({ kind, id: own, record });
  const isGiven = id !== own || own !== begun['id'];
  if (!isGiven || !(await isTaken(kind, id))) return new Map();
  return new Map([id === own ? ['id', t.taken] : [kind === 'rivals' ? 'claims' : 'a', t.takenTogether]]);
}

/** The records that a record names, by the controls of its fields. */
export function pickedIn(fields: readonly Field[], record: FileRecord): [RecordKind, string][] {
  return fields.flatMap(({ name, control }): [RecordKind, string][] => {
    const value = record[name];
    if (value === undefined || value === null) return [];
    if (control.is === 'pick' || control.is === 'picks') return [value as string | string[]].flat().map((id) => [control.kind, id]);
    if (control.is === 'group') return pickedIn(control.fields, value as FileRecord);
    if (control.is === 'list') return (value as FileRecord[]).flatMap((row) => pickedIn(control.fields, row));
    if (control.is === 'stake' && Array.isArray(value))
      return (value as { entity?: string }[]).flatMap(({ entity }) => (entity ? [['entity', entity] as [RecordKind, string]] : []));
    return [];
  });
}
