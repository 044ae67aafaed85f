/** The history of the view: every act, the current one, and a jump to any; and the way to the changes of the case. */
import { Menu } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useDeps } from '../../acts/deps.ts';
import { openPanel } from '../../acts/open-things.ts';
import { stages } from '../../state/history.ts';
import { useView } from '../../state/store.ts';
import { words } from '../../i18n/messages.ts';

const t = words.history;

export function HistoryMenu() {
  const deps = useDeps();
  const history = useView((s) => s.history);
  const all = stages(history);
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <button type="button" data-history className="btn icon" aria-label={t.title} title={t.title}>
          <IconHistory size={17} stroke={1.7} />
        </button>
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        {all.toReversed().map(({ act, at, when }) => (
          <Menu.Item
            key={at}
            aria-current={when === 'now' || undefined}
            onClick={() => deps.store.dispatch({ type: 'jump', to: at })}
            style={when === 'future' ? { opacity: 0.7 } : undefined}
            rightSection={when !== 'past' && <span className="meta">{when === 'now' ? t.now : t.undone}</span>}
          >
            {act === '' ? t.start : act}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => openPanel(deps, { kind: 'changes' })}>{words.changes.open}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
