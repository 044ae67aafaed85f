/** The forms of the desk over the workbench. A form opened from within another lies over it; the one below keeps what was typed and gets the focus back. */
import { Fragment, useEffect, useRef, useState, type ReactNode } from 'react';
import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { readEditable, type Editable } from '../../acts/draft/draft-record.ts';
import { useDeps } from '../../acts/deps.ts';
import { openPanel } from '../../acts/open-things.ts';
import { entryOf } from '../../state/draft/draft-change.ts';
import { useDrafts } from '../../state/draft/draft-store.ts';
import type { FileKind } from '../../state/draft/file-form.ts';
import { type OpenForm, openForms, useOpenForms } from '../../state/draft/open-forms.ts';
import { keptForms } from '../../state/kept-forms.ts';
import { useOpened } from '../../ui/lazily.ts';
import { Await } from '../../ui/states.tsx';
import { words } from '../../i18n/messages.ts';
import { ClaimForm } from './claim/claim-form.tsx';
import { isSameState } from './begun-record.ts';
import { Overtaken } from './kept-forms.tsx';
import { RecordForm } from './record-form.tsx';
import { isReplaced, RemoveForm } from './remove-form.tsx';
import { RedactForm } from './redact-form.tsx';
import { ReplaceForm } from './replace-form.tsx';
import { ImportView } from '../imports/import-view.tsx';
import { useDeskCase, WritingTo } from './use-desk-case.ts';
import { WhichCase } from './which-case.tsx';

const t = words.forms;

const FIRST_FIELD = '.desk-form-layer:not([hidden]) :is(input:not([type=checkbox]), select:not([data-which-case]), textarea)';

const isClaim = (form: OpenForm | undefined): boolean => form?.form === 'claim' || (form?.form === 'edit' && form.kind === 'claim');

export function FormsHost() {
  const open = useOpenForms().filter(({ form }) => form !== 'text');
  const top = open.at(-1);
  const hadFocus = useRef<(Element | null)[]>([]);
  const before = useRef(0);
  useEffect(() => {
    if (open.length > before.current) hadFocus.current[open.length] = document.activeElement;
    else if (open.length > 0) (hadFocus.current[open.length + 1] as HTMLElement | null)?.focus();
    if (open.length > before.current)
      // After the dialog has taken the focus for itself.
      setTimeout(() => document.querySelector<HTMLElement>(FIRST_FIELD)?.focus(), 60);
    before.current = open.length;
  }, [open.length]);
  return (
    <Modal
      opened={useOpened(top !== undefined)}
      onClose={openForms.close}
      title={top ? <Title form={top} /> : ''}
      size={isClaim(top) ? 1180 : 640}
      fullScreen={top?.form === 'import'}
      className="desk-forms"
      closeButtonProps={{ 'aria-label': words.app.close }}
    >
      {open.map((form, n) => (
        // A form is known by its place and by what it is of: the same kind may lie over itself, and one may be opened in the place of another.
        <div key={`${n} ${JSON.stringify(form)}`} className="desk-form-layer" hidden={n < open.length - 1}>
          <Form form={form} />
        </div>
      ))}
    </Modal>
  );
}

/** The record that a form below shows is no longer there under its id. */
function closeAll(): void {
  while (openForms.get().length > 0) openForms.close();
}

function Title({ form }: { form: OpenForm }) {
  switch (form.form) {
    case 'new':
      return t.newTitle(form.kind);
    case 'text':
      return words.addText.title;
    case 'import':
      return words.imports.title;
    case 'claim':
      return form.claim === undefined ? words.claimForm.title.new : words.claimForm.title.add;
    case 'edit':
      return form.kind === 'claim' ? words.claimForm.title.edit : <Named form={form}>{(name) => t.editTitle(form.kind, name)}</Named>;
    case 'remove':
      return <Named form={form}>{(name) => t.removeTitle(name)}</Named>;
    case 'redact':
      return <Named form={form}>{(name) => words.redaction.title(name)}</Named>;
    case 'replace':
      return <Named form={form}>{(name) => t.replaceTitle(name)}</Named>;
  }
}
/** The record as the case or the draft has it when the form is opened; what others change of it meanwhile is told when it is planned. */
const useEditable = (kind: FileKind, id: string) =>
  useQuery({ queryKey: ['editable', kind, id], gcTime: 0, staleTime: 0, refetchOnMount: 'always', retry: false, queryFn: () => readEditable(kind, id) });

function Named({ form, children }: { form: { kind: FileKind; id: string }; children: (name: string) => string }) {
  const asked = useEditable(form.kind, form.id);
  return <bdi>{children(asked.data?.entry.name ?? form.id)}</bdi>;
}

function Form({ form }: { form: OpenForm }) {
  const deps = useDeps();
  const desk = useDeskCase();
  // What is written into goes on being that case, whatever is chosen elsewhere.
  const [chosen, setChosen] = useState('dataset' in form ? form.dataset : undefined);
  const [begunFor] = useState(desk.id);
  const dataset = chosen ?? (begunFor || desk.id);
  const onDataset = (id: string): void => {
    setChosen(id);
    desk.choose(id);
  };
  const done = (): void => {
    openForms.close();
    if (openForms.get().length === 0) openPanel(deps, { kind: 'draft' });
  };
  /** The form that a record is edited in goes with it: from there it would be brought back. */
  const removed = (kind: FileKind, id: string): void => {
    for (let below = openForms.get().at(-2); below?.form === 'edit' && below.kind === kind && below.id === id; below = openForms.get().at(-2))
      openForms.close();
    done();
  };
  if (form.form === 'redact') return <RedactForm id={form.id} onDone={closeAll} />;
  if (form.form === 'text') return null;
  if (form.form === 'import') return <ImportView onClose={openForms.close} />;
  if (form.form === 'new') {
    if (dataset === '') return <p>{words.draft.noCase}</p>;
    return (
      <WritingTo.Provider value={dataset}>
        <WhichCase dataset={dataset} onChoose={onDataset} />
        <RecordForm
          kind={form.kind}
          dataset={dataset}
          begun={form.begun}
          onClose={openForms.close}
          onAdded={(id) => {
            done();
            form.onMade?.(id);
          }}
        />
      </WritingTo.Provider>
    );
  }
  if (form.form === 'claim') {
    if (form.claim === undefined)
      return dataset === '' ? (
        <p>{words.draft.noCase}</p>
      ) : (
        <WritingTo.Provider value={dataset}>
          <WhichCase dataset={dataset} onChoose={onDataset} />
          <ClaimForm dataset={dataset} {...(form.passage ? { passage: form.passage } : {})} onDone={done} />
        </WritingTo.Provider>
      );
    return (
      <Read key={form.claim} kind="claim" id={form.claim} typedIn={form}>
        {({ dataset, entry }) => <ClaimForm dataset={dataset} entry={entry} adding {...(form.passage ? { passage: form.passage } : {})} onDone={done} />}
      </Read>
    );
  }
  return (
    <Read key={`${form.kind}/${form.id}`} kind={form.kind} id={form.id} typedIn={form.form === 'edit' ? form : undefined}>
      {({ dataset, entry }) => {
        if (form.form === 'remove') return <RemoveForm dataset={dataset} entry={entry} onDone={() => removed(form.kind, form.id)} />;
        if (form.form === 'replace') return <ReplaceForm dataset={dataset} kind={form.kind} entry={entry} onDone={done} />;
        const body =
          form.kind === 'claim' ? (
            <ClaimForm dataset={dataset} entry={entry} {...(form.citation === undefined ? {} : { citation: form.citation })} onDone={done} />
          ) : (
            <RecordForm kind={form.kind} dataset={dataset} entry={entry} onAdded={done} onClose={openForms.close} />
          );
        return (
          <>
            {body}
            <OtherWays kind={form.kind} id={form.id} isPerson={form.kind === 'entity' && entry.before !== undefined && entry.record?.['type'] === 'Person'} />
          </>
        );
      }}
    </Read>
  );
}

interface ReadProps {
  kind: FileKind;
  id: string;
  /** The form that what is typed is kept for; undefined where nothing is typed. */
  typedIn: OpenForm | undefined;
  children: (read: Editable) => ReactNode;
}
function Read({ kind, id, typedIn, children }: ReadProps) {
  const asked = useEditable(kind, id);
  // Others may change the record, or empty the draft, while the form is open. It goes on with what it began with: with their state it would write over it unseen.
  const [begun, setBegun] = useState(asked.data);
  const [times, setTimes] = useState(1);
  if (begun === undefined && asked.data !== undefined) setBegun(asked.data);
  const { all } = useDrafts();
  return (
    <Await asked={asked}>
      {(read) => {
        const { dataset, entry } = begun ?? read;
        const drafted = entryOf(all.get(dataset), { kind, id });
        const beginAnew = (): void => {
          if (typedIn) keptForms.throwAway(keptForms.keyOf(typedIn, dataset));
          setBegun(drafted && { dataset, entry: drafted });
          setTimes(times + 1);
        };
        return (
          <WritingTo.Provider value={dataset}>
            <WhichCase dataset={dataset} />
            {typedIn && drafted?.record && !isSameState(drafted, entry) && <Overtaken onBeginAnew={beginAnew} />}
            <Fragment key={times}>{children({ dataset, entry })}</Fragment>
          </WritingTo.Provider>
        );
      }}
    </Await>
  );
}

function OtherWays({ kind, id, isPerson }: { kind: FileKind; id: string; isPerson: boolean }) {
  if (kind === 'dataset') return null;
  return (
    <div className="row wrap form-acts">
      <button type="button" className="btn small" onClick={() => openForms.open({ form: 'remove', kind, id })}>
        {t.remove}
      </button>
      {isReplaced(kind) && (
        <button type="button" className="btn small" onClick={() => openForms.open({ form: 'replace', kind, id })}>
          {t.replace}
        </button>
      )}
      {isPerson && (
        <button type="button" className="btn small" onClick={() => openForms.open({ form: 'redact', kind: 'entity', id })}>
          {words.redaction.open}
        </button>
      )}
    </div>
  );
}
