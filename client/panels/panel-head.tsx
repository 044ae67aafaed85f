/** The head of a panel: chips for what it shows, and the way back. */
import type { ReactNode } from 'react';
import { useDeps } from '../acts/deps.ts';
import { useView } from '../state/store.ts';
import { words } from '../i18n/messages.ts';

export function PanelHead({ chips, children }: { chips: [string, string][]; children?: ReactNode }) {
  const deps = useDeps();
  const deep = useView((s) => s.panels.length > 1);
  return (
    <div className="panel-head">
      {chips.map(([text, tone]) => (
        <span key={text} className={`chip ${tone}`}>
          {text}
        </span>
      ))}
      {children}
      <button type="button" className="btn ghost small close" onClick={() => deps.store.dispatch({ type: 'back' })}>
        {deep ? words.app.back : words.app.close}{' '}
        <span className="kbd" aria-hidden>
          Esc
        </span>
      </button>
    </div>
  );
}
