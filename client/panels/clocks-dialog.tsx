/** The dialog of the three clocks: the dates at which the view stands. */
import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';
import { Modal } from '@mantine/core';
import type { Clocks } from '../../server/domain/model/questions.ts';
import { startComparison } from '../acts/compare-states.ts';
import { useDeps } from '../acts/deps.ts';
import { setClocks } from '../acts/set-filters.ts';
import { useView } from '../state/store.ts';
import { words } from '../i18n/messages.ts';

const t = words.clocks;
const CLOCKS = ['happened', 'published', 'recorded'] as const;
/** A rough check before sending; the server checks the whole grammar. */
const DATE = /^(\.\.|\d{4}(-\d{2}(-\d{2})?)?[?~%]?)(\/(\.\.|\d{4}(-\d{2}(-\d{2})?)?[?~%]?)?)?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/;

const Opener = createContext<() => void>(() => undefined);
export function useClocksDialog(): () => void {
  return useContext(Opener);
}

export function ClocksDialog({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const show = useCallback(() => setOpen(true), []);
  return (
    <Opener.Provider value={show}>
      {children}
      <Modal opened={open} onClose={() => setOpen(false)} title={t.title} size="sm" closeButtonProps={{ 'aria-label': words.app.close }}>
        {open && <Form onDone={() => setOpen(false)} />}
      </Modal>
    </Opener.Provider>
  );
}

function Form({ onDone }: { onDone: () => void }) {
  const deps = useDeps();
  const now = useView((s) => s.history.present.clocks);
  const [clocks, edit] = useState<Clocks>(now);
  const bad = CLOCKS.filter((clock) => {
    const text = clocks[clock];
    return text !== undefined && !DATE.test(text) && !(clock === 'recorded' && INSTANT.test(text));
  });
  const apply = (next: Clocks): void => {
    setClocks(deps, next);
    onDone();
  };
  return (
    <form
      className="dialog"
      onSubmit={(event) => {
        event.preventDefault();
        if (bad.length === 0) apply(clocks);
      }}
    >
      {CLOCKS.map((clock) => (
        <label key={clock}>
          <strong>{t[clock]}</strong> <span className="meta">{t[`${clock}Help`]}</span>
          <input
            className="field"
            value={clocks[clock] ?? ''}
            placeholder={clock === 'recorded' ? t.now : t.any}
            aria-invalid={bad.includes(clock)}
            onChange={(event) => edit({ ...clocks, [clock]: event.target.value.trim() || undefined })}
          />
          {bad.includes(clock) && (
            <span className="meta" role="alert" style={{ color: 'var(--danger)' }}>
              {t.bad}
            </span>
          )}
        </label>
      ))}
      <label className="check">
        <input type="checkbox" checked={clocks.firmOnly ?? false} onChange={(e) => edit({ ...clocks, firmOnly: e.target.checked })} />
        {t.firm}
      </label>
      <div className="row" style={{ justifyContent: 'flex-end' }}>
        <button
          type="button"
          className="btn"
          onClick={() => {
            onDone();
            void startComparison(deps);
          }}
        >
          {words.compare.open}
        </button>
        <button type="button" className="btn" onClick={() => apply({})}>
          {t.clear}
        </button>
        <button type="submit" className="btn primary" disabled={bad.length > 0}>
          {t.apply}
        </button>
      </div>
    </form>
  );
}
