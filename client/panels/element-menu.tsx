/** The menu of an entity, a claim or the empty canvas: every act, and why one cannot be done. */
import { Fragment, useRef, useState, type ReactNode } from 'react';
import { Menu } from '@mantine/core';
import type { ActTarget } from '../acts/act.ts';
import { ElementMenuContext, type OpenMenu, perform, useActs } from '../acts/act-context.ts';
import { keyText } from '../acts/key-text.ts';
import { ACTS } from '../acts/registry/index.ts';
import { useStore } from '../state/store.ts';
import type { Point } from '../state/view.ts';
import { words } from '../i18n/messages.ts';

/** Provides the one menu of the workbench. Coordinates are those of the page. */
export function ElementMenu({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<{ target: ActTarget; at: Point } | undefined>();
  const from = useRef<Element | null>(null);
  const open: OpenMenu = (target, at) => {
    from.current = document.activeElement;
    setShown({ target, at });
  };
  const close = (): void => {
    setShown(undefined);
    // The focus returns to what opened the menu: the button of the list, or the canvas.
    if (from.current instanceof HTMLElement) from.current.focus({ preventScroll: true });
  };
  return (
    <ElementMenuContext.Provider value={open}>
      {children}
      <Menu
        key={shown ? `${shown.at.x} ${shown.at.y}` : 'none'}
        opened={shown !== undefined}
        onChange={(stays) => !stays && close()}
        position="bottom-start"
        withinPortal
        shadow="md"
        trapFocus
        returnFocus={false}
      >
        <Menu.Target>
          <button
            type="button"
            className="menu-anchor"
            tabIndex={-1}
            aria-label={words.menu.anchor}
            style={{ left: shown?.at.x ?? 0, top: shown?.at.y ?? 0 }}
          />
        </Menu.Target>
        <Menu.Dropdown>{shown && <Items target={shown.target} />}</Menu.Dropdown>
      </Menu>
    </ElementMenuContext.Provider>
  );
}

function Items({ target }: { target: ActTarget }) {
  const { contextOf } = useActs();
  const { cache } = useStore().get();
  const context = contextOf(target);
  const acts = ACTS.filter((act) => act.on.includes(target.kind));
  const title =
    target.kind === 'entity'
      ? (cache.nodes.get(target.id)?.name ?? target.id)
      : target.kind === 'claim'
        ? (cache.edges.get(target.id)?.label ?? words.evidence.claim)
        : undefined;
  return (
    <>
      {title !== undefined && <Menu.Label>{title}</Menu.Label>}
      {acts.map((act, i) => {
        const why = act.why?.(context);
        const Sign = act.icon;
        const apart = i > 0 && acts[i - 1]?.section !== act.section;
        return (
          <Fragment key={act.id}>
            {apart && <Menu.Divider />}
            <Menu.Item
              disabled={why !== undefined}
              onClick={() => perform(act, context)}
              leftSection={Sign && <Sign size={16} stroke={1.6} aria-hidden />}
              rightSection={
                why === undefined ? (
                  act.key && (
                    <span className="kbd" aria-hidden>
                      {keyText(act.key)}
                    </span>
                  )
                ) : (
                  <span className="meta">{why}</span>
                )
              }
            >
              {act.label(context)}
            </Menu.Item>
          </Fragment>
        );
      })}
    </>
  );
}
