/** The tools beside the drawing, at most eight. Each shows its name and its key, and why it cannot be used. */
import { Fragment } from 'react';
import { Menu, Tooltip } from '@mantine/core';
import type { Act, ActContext } from '../../acts/act.ts';
import { perform, useActs } from '../../acts/act-context.ts';
import { keyText } from '../../acts/key-text.ts';
import { ACTS } from '../../acts/registry/index.ts';
import { useView } from '../../state/store.ts';
import { words } from '../../i18n/messages.ts';

function Tool({ act, context }: { act: Act; context: ActContext }) {
  const why = act.why?.(context);
  const label = `${act.label(context)}${act.key ? ` (${keyText(act.key)})` : ''}`;
  const pressed = act.pressed?.(context);
  const Sign = act.icon;
  return (
    <Tooltip label={why === undefined ? label : `${label}: ${why}`} position="right" openDelay={350} withinPortal>
      <button
        type="button"
        className={`btn${pressed ? ' on' : ''}${act.wide ? ' wide' : ''}`}
        aria-label={label}
        aria-pressed={pressed}
        aria-disabled={why !== undefined || undefined}
        style={why === undefined ? undefined : { opacity: 0.45 }}
        onClick={() => perform(act, context)}
      >
        {Sign && <Sign size={18} stroke={1.7} />}
      </button>
    </Tooltip>
  );
}

/** All layouts in one menu; the current one is marked. */
function Layouts({ act, context }: { act: Act; context: ActContext }) {
  const layouts = ACTS.filter((one) => one.on.includes('layouts'));
  const current = layouts.find((one) => one.pressed?.(context)) ?? act;
  const Sign = current.icon;
  const why = act.why?.(context);
  const label = `${act.label(context)}: ${current.label(context)} (${keyText(act.key ?? '')})`;
  return (
    <Tooltip label={why === undefined ? label : `${label}: ${why}`} position="right" openDelay={350} withinPortal>
      <div>
        <Menu position="right-start" withinPortal>
          <Menu.Target>
            <button type="button" data-layouts className="btn" aria-label={label} disabled={why !== undefined}>
              {Sign && <Sign size={18} stroke={1.7} />}
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {layouts.map((one) => {
              const Icon = one.icon;
              const on = one.pressed?.(context);
              return (
                <Menu.Item
                  key={one.id}
                  aria-current={on || undefined}
                  leftSection={Icon && <Icon size={16} stroke={1.7} aria-hidden />}
                  rightSection={on ? '✓' : undefined}
                  onClick={() => perform(one, context)}
                >
                  {one.label(context)}
                </Menu.Item>
              );
            })}
          </Menu.Dropdown>
        </Menu>
      </div>
    </Tooltip>
  );
}

/** The tools in groups, with space between them. */
const GROUPS: readonly (readonly Act[])[] = [['arrange'], ['draw', 'trace', 'select']].map((sections) =>
  ACTS.filter((act) => act.on.includes('tools') && sections.includes(act.section)),
);

export function Toolbar() {
  const { contextOf } = useActs();
  // What the tools show depends on the document and the selection.
  useView((s) => s.history);
  useView((s) => s.selection);
  const context = contextOf();
  return (
    <div className="toolbar" role="toolbar" aria-label={words.canvas.toolbar} aria-orientation="vertical">
      {GROUPS.map((acts, i) => (
        <Fragment key={acts[0]?.section}>
          {i > 0 && <hr />}
          {acts.map((act) => (act.id === 'layouts' ? <Layouts key={act.id} act={act} context={context} /> : <Tool key={act.id} act={act} context={context} />))}
        </Fragment>
      ))}
    </div>
  );
}
