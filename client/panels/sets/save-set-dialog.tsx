/** Saves the selection, the entities drawn, or a query as a named set. */
import { useState } from 'react';
import { Modal } from '@mantine/core';
import { ENTITY_TYPES, ROLES } from '../../../server/domain/model/lists.ts';
import type { Selector } from '../../../server/domain/model/questions.ts';
import { useDeps } from '../../acts/deps.ts';
import { saveSet, type SetContent } from '../../acts/saved-sets.ts';
import { useDraft } from '../../state/drafts.ts';
import { useOpened } from '../../ui/lazily.ts';
import { words } from '../../i18n/messages.ts';

const t = words.sets;
type What = 'selected' | 'drawn' | 'query';

export function SaveSetDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={useOpened(opened)} onClose={onClose} title={t.saveTitle} closeButtonProps={{ 'aria-label': words.app.close }}>
      {opened && <Form onSaved={onClose} />}
    </Modal>
  );
}

const QUERIES: readonly [string, Selector][] = [
  ...ROLES.map((role): [string, Selector] => [words.trace.anyRole(words.role[role]), { role }]),
  ...ENTITY_TYPES.map((type): [string, Selector] => [words.trace.anyType(words.type[type]), { type }]),
];

function Form({ onSaved }: { onSaved: () => void }) {
  const deps = useDeps();
  // As they were when the dialog was opened.
  const [{ selected, drawn }] = useState(() => {
    const { selection, history } = deps.store.get();
    return { selected: selection.entities, drawn: history.present.canvas.entities };
  });
  const [name, setName, forget] = useDraft('set name', '');
  const [what, setWhat] = useState<What>(selected.length > 0 ? 'selected' : drawn.length > 0 ? 'drawn' : 'query');
  const [query, setQuery] = useState(0);
  const [saving, setSaving] = useState(false);
  const contents: Record<What, SetContent | undefined> = {
    selected: selected.length > 0 ? { ids: selected } : undefined,
    drawn: drawn.length > 0 ? { ids: drawn } : undefined,
    query: QUERIES[query] && { query: QUERIES[query][1] },
  };
  const content = contents[what];
  const save = async (): Promise<void> => {
    if (!content || name.trim() === '') return;
    setSaving(true);
    const saved = await saveSet(deps, name.trim(), content);
    setSaving(false);
    if (!saved) return;
    forget();
    onSaved();
  };
  const says: Record<What, string> = { selected: t.selected(selected.length), drawn: t.drawn(drawn.length), query: t.query };
  return (
    <form
      className="dialog"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label>
        <span className="heading">{t.name}</span>
        <input className="field" required maxLength={200} dir="auto" data-autofocus value={name} onChange={(event) => setName(event.target.value)} />
      </label>
      <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
        <legend className="heading">{t.what}</legend>
        {(['selected', 'drawn', 'query'] as const).map((one) => (
          <label key={one} className="check">
            <input type="radio" name="what" checked={what === one} disabled={!contents[one]} onChange={() => setWhat(one)} />
            {says[one]}
          </label>
        ))}
        {what === 'query' && (
          <select className="field" aria-label={t.queryLabel} value={query} onChange={(event) => setQuery(Number(event.target.value))}>
            {QUERIES.map(([label], index) => (
              <option key={label} value={index}>
                {label}
              </option>
            ))}
          </select>
        )}
      </fieldset>
      <div className="row" style={{ justifyContent: 'flex-end' }}>
        <button type="submit" className="btn primary" disabled={saving || !content || name.trim() === ''}>
          {t.save}
        </button>
      </div>
    </form>
  );
}
