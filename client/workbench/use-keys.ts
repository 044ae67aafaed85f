/** The keys of the acts, wherever the focus is. While the user is typing only some of them work. */
import { useEffect } from 'react';
import { perform, useActs } from '../acts/act-context.ts';
import { keyOf } from '../acts/key-text.ts';
import { ACTS } from '../acts/registry/index.ts';
import { inDialog, inMenu, isTyping } from '../ui/where-keys-go.ts';

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
