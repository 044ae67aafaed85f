/** The ways from a list of claims to the views that hold them all: the table, and the timeline. */
import { useDeps } from '../acts/deps.ts';
import { openRows } from '../acts/show-views.ts';
import type { RowScope } from '../state/view.ts';
import { words } from '../i18n/messages.ts';

const t = words.views;

export function AsRows({ of, title }: { of: RowScope; title: string }) {
  const deps = useDeps();
  return (
    <span className="row" style={{ gap: 4 }}>
      <button type="button" className="btn small" onClick={() => openRows(deps, 'table', of, title)}>
        {t.asTable}
      </button>
      <button type="button" className="btn small" onClick={() => openRows(deps, 'timeline', of, title)}>
        {t.asTimeline}
      </button>
    </span>
  );
}
