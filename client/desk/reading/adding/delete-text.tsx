/** Asks before a text is deleted: its words are not kept anywhere else. */
import { useState } from 'react';
import { Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { removeText, type TextRead } from '../../../api/queries-texts.ts';
import { explainError } from '../../../api/explain-error.ts';
import { useDeps } from '../../../acts/deps.ts';
import { goToDesk } from '../../../acts/go-to-desk.ts';
import { words } from '../../../i18n/messages.ts';

const t = words.addText;

export function DeleteText({ text, claims, onClose }: { text: TextRead['text']; claims: number; onClose: () => void }) {
  const deps = useDeps();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  // One id however often the button is pressed: the deletion is applied once.
  const [operation] = useState(() => crypto.randomUUID());
  const [failed, setFailed] = useState<unknown>();
  const remove = async (): Promise<void> => {
    setBusy(true);
    try {
      await removeText(text.source, text.revision, operation);
      onClose();
      goToDesk(deps);
      queries.removeQueries({ queryKey: ['text', text.source] });
      await queries.invalidateQueries({ queryKey: ['texts'] });
      deps.tell(t.deleted);
    } catch (error) {
      setFailed(error);
      setBusy(false);
    }
  };
  return (
    <Modal opened onClose={onClose} title={t.deleteTitle} closeButtonProps={{ 'aria-label': words.app.close }}>
      <p>{t.deleteNote(claims)}</p>
      {failed !== undefined && (
        <p className="notice danger" role="alert">
          {explainError(failed)}
        </p>
      )}
      <div className="row" style={{ marginBlockStart: 14 }}>
        <button type="button" className="btn danger" disabled={busy} onClick={() => void remove()}>
          {t.deleteYes}
        </button>
        <button type="button" className="btn" onClick={onClose}>
          {t.cancel}
        </button>
      </div>
    </Modal>
  );
}
