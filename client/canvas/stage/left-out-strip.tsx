/** Says what the last act found and did not draw because of a limit, and opens the choice. */
import { useActs } from '../../acts/act-context.ts';
import { openPanel } from '../../acts/open-things.ts';
import { useView } from '../../state/store.ts';
import { words } from '../../i18n/messages.ts';

const t = words.canvas;

export function LeftOutStrip() {
  const { deps } = useActs().contextOf({ kind: 'canvas' });
  const left = useView((s) => s.leftOut?.claims.length ?? 0);
  const lasso = useView((s) => s.tool === 'lasso');
  const open = useView((s) => s.panels.at(-1)?.kind === 'left-out');
  // The lasso shows its instructions in the same place.
  if (left === 0 || lasso || open) return null;
  return (
    <div className="status" role="status">
      {t.leftOut(left)}
      <button type="button" className="btn small" onClick={() => openPanel(deps, { kind: 'left-out' })}>
        {t.chooseLeftOut}
      </button>
    </div>
  );
}
