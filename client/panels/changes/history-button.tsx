/** The way from a record to the states it had. */
import { IconHistory } from '@tabler/icons-react';
import { useDeps } from '../../acts/deps.ts';
import { openPanel } from '../../acts/open-things.ts';
import type { RecordKind } from '../../state/view.ts';
import { words } from '../../i18n/messages.ts';

export function HistoryButton({ kind, id }: { kind: RecordKind; id: string }) {
  const deps = useDeps();
  return (
    <button type="button" className="btn small" title={words.changes.ofRecord} onClick={() => openPanel(deps, { kind: 'history', of: kind, id })}>
      <IconHistory size={15} stroke={1.7} aria-hidden />
      {words.changes.history}
    </button>
  );
}
