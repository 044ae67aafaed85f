/** Sharing the view: its link, and what the link holds and opens. */
import { useEffect, useState } from 'react';
import { Modal } from '@mantine/core';
import { useDeps } from '../../acts/deps.ts';
import { explainError, wasStopped } from '../../api/explain-error.ts';
import { storeViewOf } from '../../acts/store-view.ts';
import { encodeView, isDrafted, isLong, storedAddress } from '../../state/link/link-codec.ts';
import { useOpened } from '../../ui/lazily.ts';
import { words } from '../../i18n/messages.ts';

const t = words.share;

export function ShareDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={useOpened(opened)} onClose={onClose} title={t.title} closeButtonProps={{ 'aria-label': words.app.close }}>
      {opened && <Link />}
    </Modal>
  );
}

function addressOf(text: string): string {
  return `${location.origin}${location.pathname}${text === '' ? '' : `#${text}`}`;
}

interface Held {
  text: string;
  /** How the link holds the view, in words. */
  how: string;
  storing?: boolean;
}

/** The link of the current view; the address bar may not be up to date yet. */
function useShared(): Held {
  const { store } = useDeps();
  const [held, setHeld] = useState<Held>(() => {
    const text = encodeView(store.get());
    if (text === '') return { text, how: words.link.blank };
    return isLong(text) ? { text, how: words.link.storing, storing: true } : { text, how: words.link.itself };
  });
  useEffect(() => {
    if (!held.storing) return;
    const stop = new AbortController();
    storeViewOf(store.get(), stop.signal).then(
      (digest) => digest !== undefined && setHeld({ text: storedAddress(digest), how: words.link.stored }),
      (error: unknown) => !wasStopped(error) && setHeld((now) => ({ text: now.text, how: words.link.notStored(explainError(error)) })),
    );
    return () => stop.abort();
  }, [held.storing, store]);
  return held;
}

function Link() {
  const deps = useDeps();
  const { text, how, storing = false } = useShared();
  const link = addressOf(text);
  const copy = (): void => {
    navigator.clipboard.writeText(link).then(
      () => deps.tell(words.app.copied),
      () => deps.tell(words.errors.notCopied, true),
    );
  };
  return (
    <div className="dialog">
      <p>{t.lead}</p>
      <div>
        <label>
          <span className="heading">{t.link}</span>
          <input className="field" readOnly dir="ltr" aria-busy={storing} value={storing ? '' : link} onFocus={(event) => event.target.select()} />
        </label>
        <p className="meta" role="status" style={{ marginBlockStart: 6 }}>
          {how}
        </p>
      </div>
      {isDrafted(deps.store.get().history.present.compare) && <p className="notice">{words.compare.draftHelp}</p>}
      <p className="meta">{words.link.holds}</p>
      <div className="row" style={{ justifyContent: 'flex-end' }}>
        <button type="button" className="btn primary" disabled={storing} onClick={copy}>
          {t.copy}
        </button>
      </div>
    </div>
  );
}
