/** The dialogs of a case: make one or write its header anew, copy it, remove it. Each says first what it does. */
import { useId, useState, type ReactNode } from 'react';
import { Modal } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { idFrom } from '../../../server/domain/editing/id-from.ts';
import { id as recordId } from '../../../server/contract/records.ts';
import { explainError } from '../../api/explain-error.ts';
import { predicatesQuery, statsQuery } from '../../api/queries.ts';
import { caseSizeQuery, type CaseHeader, sendCopy, sendRemoval, type SignedCase, writeCase } from '../../api/write-cases.ts';
import { useDeps } from '../../acts/deps.ts';
import { goToDesk } from '../../acts/go-to-desk.ts';
import { setFilters } from '../../acts/set-filters.ts';
import { openForms } from '../../state/draft/open-forms.ts';
import type { Case } from '../../state/filters/cases.ts';
import { useTyped } from '../../state/kept-forms.ts';
import { useSignedName } from '../../state/signed-name.ts';
import { Field } from '../../ui/field.tsx';
import { words } from '../../i18n/messages.ts';
import { resemblingCase } from './resembling-case.ts';
import { DateField, type DateValue, faultInDate } from '../../desk/forms/controls/date-field.tsx';
import type { Basis } from '../../../server/domain/model/lists.ts';
import { useCases } from './use-cases.ts';

const t = words.caseForms;

export type CaseDialog = { act: 'new' } | { act: 'rename' | 'copy' | 'remove'; of: Case };

export function CaseDialogs({ dialog, onClose }: { dialog: CaseDialog | undefined; onClose: () => void }) {
  if (!dialog) return null;
  if (dialog.act === 'new') return <HeaderDialog onClose={onClose} />;
  if (dialog.act === 'rename') return <HeaderDialog of={dialog.of} onClose={onClose} />;
  return dialog.act === 'copy' ? <CopyDialog of={dialog.of} onClose={onClose} /> : <RemoveDialog of={dialog.of} onClose={onClose} />;
}

/** What all of them share: signing, sending once, and reading the cases again. */
function useSending(why: string, onClose: () => void) {
  const deps = useDeps();
  const queries = useQueryClient();
  const [who, setWho] = useSignedName();
  const [operation] = useState(() => crypto.randomUUID());
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<unknown>();
  const send = async (write: (signed: SignedCase) => Promise<unknown>, done: string, then: () => void): Promise<void> => {
    setBusy(true);
    setFailed(undefined);
    try {
      await write({ who: who.trim(), why, operation });
      onClose();
      await queries.invalidateQueries();
      then();
      deps.tell(done);
    } catch (error) {
      setFailed(error);
      setBusy(false);
    }
  };
  return { deps, who, setWho, operation, busy, failed, send };
}

interface ShellProps {
  title: string;
  button: string;
  danger?: boolean;
  sending: ReturnType<typeof useSending>;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
  whoFault?: string | undefined;
}
function Shell({ title, button, danger, sending, onSubmit, onClose, children, whoFault }: ShellProps) {
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': words.app.close }}>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          onSubmit();
        }}
      >
        {children}
        <Field label={words.addText.who} note={words.addText.whoNote} value={sending.who} onChange={sending.setWho} fault={whoFault} />
        {sending.failed !== undefined && (
          <p className="notice danger" role="alert">
            {explainError(sending.failed)}
          </p>
        )}
        <div className="row wrap">
          <button type="submit" className={danger ? 'btn danger' : 'btn primary'} disabled={sending.busy}>
            {button} {!danger && <span className="kbd">Ctrl ↵</span>}
          </button>
          <button type="button" className="btn" onClick={onClose}>
            {words.addText.cancel}
          </button>
        </div>
      </form>
    </Modal>
  );
}

function idFault(id: string, datasets: readonly { id: string }[]): string | undefined {
  if (!recordId.safeParse(id).success) return t.needs.id;
  return datasets.some((one) => one.id === id) ? t.needs.otherId : undefined;
}

function HeaderDialog({ of, onClose }: { of?: Case; onClose: () => void }) {
  const untilId = useId();
  const sending = useSending(of ? t.whyRename(of.title) : t.whyNew, onClose);
  const cases = useCases();
  const datasets = useQuery(statsQuery()).data?.datasets ?? [];
  const predicates = useQuery(predicatesQuery()).data?.predicates.length;
  const [typed, setTyped, forget] = useTyped(`header of case ${of?.id ?? ''}`, {
    title: of?.title ?? '',
    told: (of?.knowledgeUntil ?? null) as DateValue | null,
    licence: of?.licence ?? t.licences[0]!,
    curator: of?.curator ?? sending.who,
    id: '',
  });
  const [asked, setAsked] = useState(false);
  const like = resemblingCase(
    typed.title,
    (cases?.loaded ?? []).filter(({ id }) => id !== of?.id),
  );
  const given = (typed.id ?? '').trim();
  const faults = {
    title: typed.title.trim() === '' ? t.needs.title : undefined,
    id: given === '' ? undefined : idFault(given, datasets),
    until: faultInDate(typed.told?.edtf ?? ''),
    who: sending.who.trim() === '' ? words.addText.needs.who : undefined,
  };
  const submit = (): void => {
    setAsked(true);
    if (Object.values(faults).some((fault) => fault !== undefined)) return;
    const id = of?.id ?? (given === '' ? idFrom(typed.title, sending.operation.slice(0, 6)) : given);
    const header: CaseHeader = {
      id,
      title: typed.title.trim(),
      ...(typed.curator.trim() === '' ? {} : { curator: typed.curator.trim() }),
      ...(typed.licence.trim() === '' ? {} : { licence: typed.licence.trim() }),
      ...(of?.description === undefined ? {} : { description: of.description }),
      ...(typed.told?.edtf ? { knowledgeUntil: { edtf: typed.told.edtf, basis: (typed.told.basis ?? 'stated') as Basis } } : {}),
    };
    void sending.send(
      (signed) => writeCase(header, signed),
      of ? t.renamed(header.title) : t.made(header.title),
      () => {
        forget();
        if (of) return;
        // The next step is its first text.
        setFilters(sending.deps, { datasets: [id] });
        goToDesk(sending.deps);
        openForms.open({ form: 'text', dataset: id });
      },
    );
  };
  const shown = (fault: string | undefined): string | undefined => (asked ? fault : undefined);
  return (
    <Shell
      title={of ? t.renameTitle : t.newTitle}
      button={of ? t.rename : t.make}
      sending={sending}
      onSubmit={submit}
      onClose={onClose}
      whoFault={shown(faults.who)}
    >
      <Field label={t.called} value={typed.title} onChange={(title) => setTyped({ ...typed, title })} fault={shown(faults.title)} />
      {like && <p className="notice">{t.resembles(like.title)}</p>}
      <div className="form-field">
        <label htmlFor={untilId}>{t.until}</label>
        <DateField id={untilId} label={t.until} value={typed.told ?? undefined} onChange={(told) => setTyped({ ...typed, told: told ?? null })} />
        <span className="meta">{t.untilNote}</span>
      </div>
      <Field label={t.licence} note={t.licenceNote} value={typed.licence} onChange={(licence) => setTyped({ ...typed, licence })} />
      <Field label={t.curator} value={typed.curator} onChange={(curator) => setTyped({ ...typed, curator })} />
      {!of && <Field label={t.id} note={t.idNote} value={typed.id ?? ''} onChange={(id) => setTyped({ ...typed, id })} fault={shown(faults.id)} />}
      {!of && predicates !== undefined && <p className="meta">{t.vocabulary(predicates)}</p>}
    </Shell>
  );
}

function CopyDialog({ of, onClose }: { of: Case; onClose: () => void }) {
  const sending = useSending(t.whyCopy(of.title), onClose);
  const [title, setTitle, forget] = useTyped(`copy ${of.id}`, t.copyOf(of.title));
  const [asked, setAsked] = useState(false);
  const faults = { title: title.trim() === '' ? t.needs.title : undefined, who: sending.who.trim() === '' ? words.addText.needs.who : undefined };
  const submit = (): void => {
    setAsked(true);
    if (faults.title !== undefined || faults.who !== undefined) return;
    const dataset = idFrom(title, sending.operation.slice(0, 6));
    void sending.send(
      (signed) => sendCopy(of.id, { dataset, title: title.trim() }, signed),
      t.copied(title.trim()),
      () => {
        forget();
        setFilters(sending.deps, { datasets: [dataset] });
      },
    );
  };
  return (
    <Shell title={t.copyTitle} button={t.copy} sending={sending} onSubmit={submit} onClose={onClose} whoFault={asked ? faults.who : undefined}>
      <p className="meta">{t.copyNote}</p>
      <Field label={t.called} value={title} onChange={setTitle} fault={asked ? faults.title : undefined} />
    </Shell>
  );
}

function RemoveDialog({ of, onClose }: { of: Case; onClose: () => void }) {
  const sending = useSending(t.whyRemove(of.title), onClose);
  const size = useQuery(caseSizeQuery(of.id)).data;
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState(false);
  const faults = {
    size: size === undefined || typed.replace(/[,\s]/g, '') !== String(size.records) ? t.needs.size : undefined,
    who: sending.who.trim() === '' ? words.addText.needs.who : undefined,
  };
  const submit = (): void => {
    setAsked(true);
    if (!size || faults.size !== undefined || faults.who !== undefined) return;
    void sending.send(
      (signed) => sendRemoval(of.id, size.records, signed),
      t.removed(of.title),
      () => {
        const { datasets } = sending.deps.store.get().history.present.filters;
        if (datasets.includes(of.id)) setFilters(sending.deps, { datasets: datasets.filter((id) => id !== of.id) });
      },
    );
  };
  return (
    <Shell
      title={t.removeTitle(of.title)}
      button={t.remove}
      danger
      sending={sending}
      onSubmit={submit}
      onClose={onClose}
      whoFault={asked ? faults.who : undefined}
    >
      <p>{size ? t.removeSize(size.records, of.entities, of.claims) : words.app.loading}</p>
      {size && size.texts > 0 && <p className="notice">{t.removeTexts(size.texts)}</p>}
      <p className="meta">{t.removeNote}</p>
      {size && <Field label={t.typeSize(size.records)} value={typed} onChange={setTyped} fault={asked ? faults.size : undefined} short />}
    </Shell>
  );
}
