/** The keys of the acts, wherever the focus is. While the user is typing only some of them work. */
import { useEffect } from 'react';
import { perform, useActs } from '../acts/act-context.ts';
import { keyOf } from '../acts/key-text.ts';
import { ACTS } from '../acts/registry/index.ts';

/** An open menu has the focus and its own keys; a menu that is fading out does not. */
const inMenu = (target: EventTarget | null): boolean => target instanceof Element && target.closest('[role=menu]') !== null;

/** A key pressed in a dialog is the dialog's, though Escape has closed it by now. (Without motion it is gone before the key gets here.) */
const inDialog = (event: Event): boolean => event.composedPath().some((node) => node instanceof Element && node.matches('[role=dialog]'));

/** Inputs in which nothing is typed: keys of acts work there. */
const NOT_TYPED = ['checkbox', 'radio', 'button', 'submit', 'range'];

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !NOT_TYPED.includes(target.type);
  return target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName);
}

export function useKeys(): void {
  const { contextOf } = useActs();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector('[aria-modal=true]') || inDialog(event) || inMenu(event.target)) return;
      const key = keyOf(event);
      const act = key === undefined ? undefined : ACTS.find((one) => one.key === key);
      if (!act || (isTyping(event.target) && !act.whileTyping)) return;
      event.preventDefault();
      perform(act, contextOf());
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [contextOf]);
}
