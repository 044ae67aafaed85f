/** Redacts a person: says first all that goes for good, and asks for the number of records, a reason and a name. */
import { useState, useSyncExternalStore, type ReactNode } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { explainError } from '../../api/explain-error.ts';
import { redactionPlanQuery, sendRedaction } from '../../api/queries-redactions.ts';
import { caseRevision } from '../../api/revision.ts';
import { useDeps } from '../../acts/deps.ts';
import { initialState } from '../../state/reduce.ts';
import { changeDrafts } from '../../state/draft/draft-store.ts';
import { namesPerson, type RedactedPerson } from '../../state/names-person.ts';
import { openForms } from '../../state/draft/open-forms.ts';
import { keptForms } from '../../state/kept-forms.ts';
import { useSignedName } from '../../state/signed-name.ts';
import { Field } from '../../ui/field.tsx';
import { Await } from '../../ui/states.tsx';
import { words } from '../../i18n/messages.ts';

const t = words.redaction;

export function RedactForm({ id, onDone }: { id: string; onDone: () => void }) {
  const { revision } = useSyncExternalStore(caseRevision.subscribe, caseRevision.get);
  const deps = useDeps();
  const queries = useQueryClient();
  const [choice, setChoice] = useState<{ leave: string[]; also: string[] }>({ leave: [], also: [] });
  const plan = useQuery(redactionPlanQuery({ entity: id, ...choice }, revision));
  const [who, setWho] = useSignedName();
  const [operation] = useState(() => crypto.randomUUID());
  const [typed, setTyped] = useState({ number: '', why: '' });
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState('');
  const records = plan.data?.records;
  const faults = {
    number: records === undefined || typed.number.replace(/[,\s]/g, '') !== String(records) ? t.needs.number : undefined,
    why: typed.why.trim() === '' ? t.needs.why : undefined,
    who: who.trim() === '' ? words.addText.needs.who : undefined,
  };
  const submit = async (): Promise<void> => {
    setAsked(true);
    if (!plan.data || Object.values(faults).some((fault) => fault !== undefined)) return;
    setBusy(true);
    setFailed('');
    try {
      const sent = { entity: id, ...choice, who: who.trim(), why: typed.why.trim(), operation, revision: plan.data.revision, records: plan.data.records };
      const { backups } = await sendRedaction(sent);
      const isNamed = namesPerson({ id, ...plan.data });
      keptForms.throwAwayNaming(isNamed);
      changeDrafts.throwAwayNaming(isNamed);
      onDone();
      // What was drawn, and the words of its undo, name the person.
      deps.store.dispatch({ type: 'restore', state: initialState() });
      await queries.invalidateQueries();
      deps.tell(backups.unreadable.length === 0 ? t.done : t.doneBut(backups.unreadable.join(', ')), false);
    } catch (error) {
      setFailed(explainError(error));
      setBusy(false);
    }
  };
  const shown = (fault: string | undefined): string | undefined => (asked ? fault : undefined);
  const leave = (word: string): void => setChoice(({ leave: left, also }) => ({ leave: [...left, word], also: also.filter((one) => one !== word) }));
  const take = (word: string): void => setChoice(({ leave: left, also }) => ({ leave: left.filter((one) => one !== word), also: [...also, word] }));
  return (
    <form
      className="dialog desk-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p className="notice danger">{t.lead}</p>
      <Await asked={plan}>
        {({ names, words: taken, shared, same, kinds, versions, texts, notes, others, backups, undoEnds, records: all }) => (
          <>
            <section aria-label={t.namesTitle}>
              <h3 className="heading">{t.namesTitle}</h3>
              <p>{names.length === 0 ? t.noNames : <Listed items={names} />}</p>
              {taken.length > 0 && <WordRow title={t.taken} items={taken} act={t.leave} onAct={leave} />}
              {shared.length > 0 && <WordRow title={t.shared} items={shared} act={t.take} onAct={take} />}
              {same.length > 0 && (
                <p className="notice">
                  {t.same} <Listed items={same} />
                </p>
              )}
            </section>
            <section aria-label={t.goesTitle}>
              <h3 className="heading">{t.goesTitle}</h3>
              <ul>
                <li>{t.records(all, kinds.map(({ kind, n }) => words.changes.kinds(kind, n)).join(', '))}</li>
                {versions > 0 && <li>{t.versions(versions)}</li>}
                {others > 0 && <li>{t.others(others)}</li>}
                {texts > 0 && <li>{t.texts(texts)}</li>}
                {notes > 0 && <li>{t.notes(notes)}</li>}
                {backups > 0 && <li>{t.backups(backups)}</li>}
                <li>{t.undoEnds(undoEnds)}</li>
                <Here person={{ id, names, words: taken }} />
              </ul>
              <p className="meta">{t.stays}</p>
            </section>
            <Field label={t.number(all)} value={typed.number} onChange={(number) => setTyped({ ...typed, number })} fault={shown(faults.number)} short />
          </>
        )}
      </Await>
      <Field label={t.why} note={t.whyNote} value={typed.why} onChange={(why) => setTyped({ ...typed, why })} fault={shown(faults.why)} />
      <Field label={words.addText.who} note={words.addText.whoNote} value={who} onChange={setWho} fault={shown(faults.who)} />
      {failed !== '' && (
        <p className="notice danger" role="alert">
          {failed}
        </p>
      )}
      <div className="row wrap form-acts">
        <button type="submit" className="btn danger" disabled={busy || !plan.data}>
          {busy ? t.doing : t.act}
        </button>
        <button type="button" className="btn" onClick={openForms.close}>
          {words.forms.cancel}
        </button>
      </div>
    </form>
  );
}

/** How much of what is kept in this browser names the person, and goes with it. */
function Here({ person }: { person: RedactedPerson }) {
  const isNamed = namesPerson(person);
  const n = changeDrafts.naming(isNamed) + keptForms.naming(isNamed).length;
  return n > 0 && <li>{t.here(n)}</li>;
}

function Listed({ items }: { items: readonly string[] }): ReactNode {
  return items.map((item, i) => (
    <span key={item}>
      {i > 0 && ', '}
      <bdi>{item}</bdi>
    </span>
  ));
}

/** Words, each with a button to decide otherwise of it. */
function WordRow({ title, items, act, onAct }: { title: string; items: readonly string[]; act: (word: string) => string; onAct: (word: string) => void }) {
  return (
    <>
      <p className="meta">{title}</p>
      <ul className="row wrap">
        {items.map((word) => (
          <li key={word} className="row">
            <bdi>{word}</bdi>
            <button type="button" className="btn small" onClick={() => onAct(word)}>
              {act(word)}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
