/** Whose a pressed key is: that of a menu, of a dialog, of a field in which somebody types, or of whatever is shown. */

/** An open menu has the focus and its own keys; a menu that is fading out does not. */
export const inMenu = (target: EventTarget | null): boolean => target instanceof Element && target.closest('[role=menu]') !== null;

/** A key pressed in a dialog is the dialog's, though Escape has closed it by now. (Without motion it is gone before the key gets here.) */
export const inDialog = (event: Event): boolean => event.composedPath().some((node) => node instanceof Element && node.matches('[role=dialog]'));

/** Inputs in which nothing is typed: keys of acts work there. */
const NOT_TYPED = ['checkbox', 'radio', 'button', 'submit', 'range'];

export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !NOT_TYPED.includes(target.type);
  return target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName);
}
