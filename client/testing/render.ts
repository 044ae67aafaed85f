/** Renders a component into happy-dom for a test, and finds elements by role or text as a reader would. */
import { act, createElement, type ReactNode } from 'react';
import { MantineProvider } from '@mantine/core';
import { createRoot } from 'react-dom/client';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

export interface Rendered {
  host: HTMLElement;
  again: (node: ReactNode) => void;
  text: () => string;
  find: <E extends HTMLElement>(selector: string, containing?: string) => E | undefined;
  end: () => void;
}

export function rendered(node: ReactNode): Rendered {
  const host = document.createElement('div');
  document.body.append(host);
  const root = createRoot(host);
  // Without style elements, whose text would be found as text of the page.
  const again = (next: ReactNode): void =>
    act(() =>
      root.render(createElement(MantineProvider, { withCssVariables: false, withGlobalClasses: false, deduplicateCssVariables: false, children: next })),
    );
  again(node);
  return {
    host,
    again,
    text: () => host.textContent ?? '',
    find: <E extends HTMLElement>(selector: string, containing = '') =>
      [...host.querySelectorAll<E>(selector)].find((element) => (element.closest('label') ?? element).textContent?.includes(containing)),
    end: () => {
      act(() => root.unmount());
      host.remove();
    },
  };
}
