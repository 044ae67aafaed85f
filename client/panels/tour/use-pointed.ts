/** Marks the element that the tour points at as long as it does, and finds it again where the page changes. */
import { useEffect, useState } from 'react';

const isShown = (element: Element): boolean => element.checkVisibility?.() ?? true;

/** The first element on the screen that one of the selectors names, the best selector first. */
export function firstOf(selectors: readonly string[]): HTMLElement | undefined {
  for (const selector of selectors) for (const element of document.querySelectorAll<HTMLElement>(selector)) if (isShown(element)) return element;
  return undefined;
}

/** @param selectors the best first */
export function usePointed(selectors: readonly string[]): HTMLElement | undefined {
  const [pointed, setPointed] = useState<HTMLElement>();
  const key = selectors.join('\n');
  useEffect(() => {
    const look = (): void => setPointed(firstOf(selectors));
    look();
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [key]);
  useEffect(() => {
    pointed?.setAttribute('data-pointed', '');
    pointed?.scrollIntoView({ block: 'nearest' });
    return () => pointed?.removeAttribute('data-pointed');
  }, [pointed]);
  return pointed;
}
