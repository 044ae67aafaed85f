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
  /** Types into the first field that the selector finds. */
  type: (selector: string, text: string) => void;
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
  const find = <E extends HTMLElement>(selector: string, containing = '') =>
    [...host.querySelectorAll<E>(selector)].find((element) => (element.closest('label') ?? element).textContent?.includes(containing));
  return {
    host,
    again,
    text: () => host.textContent ?? '',
    find,
    type: (selector, text) =>
      act(() => {
        const field = find<HTMLInputElement>(selector)!;
        // React hears only of a value that was set past its own setter.
        Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field) as object, 'value')!.set!.call(field, text);
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }),
    end: () => {
      act(() => root.unmount());
      host.remove();
    },
  };
}
