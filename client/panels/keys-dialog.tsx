/** The list of keys: those of the acts, and those within the canvas. */
import { Modal } from '@mantine/core';
import { useActs } from '../acts/act-context.ts';
import { keyText } from '../acts/key-text.ts';
import { ACTS } from '../acts/registry/index.ts';
import { words } from '../i18n/messages.ts';

const t = words.keys;

export function KeysDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title={t.title} closeButtonProps={{ 'aria-label': words.app.close }}>
      {opened && (
        <>
          <List />
          <TourButton onClose={onClose} />
        </>
      )}
    </Modal>
  );
}

/** Milliseconds after which a closed dialog has given the focus back, so that the tour knows where it goes back to. */
const FOCUS_IS_BACK = 60;

function TourButton({ onClose }: { onClose: () => void }) {
  const { open } = useActs().contextOf();
  return (
    <button
      type="button"
      className="btn"
      style={{ marginBlockStart: 16 }}
      onClick={() => {
        onClose();
        setTimeout(open.tour, FOCUS_IS_BACK);
      }}
    >
      {words.tour.title}
    </button>
  );
}

function List() {
  const context = useActs().contextOf({ kind: 'canvas' });
  const rows = [...ACTS.flatMap((act): [string, string][] => (act.key === undefined ? [] : [[keyText(act.key), act.label(context)]])), ...t.others];
  return (
    <dl className="dialog" style={{ gridTemplateColumns: 'max-content 1fr', gap: '7px 16px' }}>
      {rows.map(([key, what]) => (
        <div key={key} style={{ display: 'contents' }}>
          <dt>
            <span className="kbd">{key}</span>
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  );
}
