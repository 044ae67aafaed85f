/** The scheme of the page: light or dark as set in Mantine, with more contrast where the system or the user asks for it. */
import { useSyncExternalStore } from 'react';
import { useComputedColorScheme } from '@mantine/core';
import type { Scheme } from '../../server/domain/picturing/look/palette.ts';

const KEY = 'attest-contrast';
const listeners = new Set<() => void>();
const system = globalThis.matchMedia?.('(prefers-contrast: more)');

function chosen(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** The choice of the user, else the setting of the system. */
function wantsMore(): boolean {
  const own = chosen();
  return own === null ? (system?.matches ?? false) : own === 'more';
}

/** Writes the contrast to the attribute that the styles use. */
export function showContrast(): void {
  document.documentElement.dataset['contrast'] = wantsMore() ? 'more' : 'usual';
}

function subscribe(listener: () => void): () => void {
  const changed = (): void => {
    showContrast();
    listener();
  };
  listeners.add(listener);
  system?.addEventListener('change', changed);
  return () => {
    listeners.delete(listener);
    system?.removeEventListener('change', changed);
  };
}

function choose(more: boolean): void {
  try {
    localStorage.setItem(KEY, more ? 'more' : 'usual');
  } catch {
    // Where the browser stores nothing, the setting of the system is used.
  }
  showContrast();
  for (const listener of listeners) listener();
}

export function useContrast(): [more: boolean, choose: (more: boolean) => void] {
  return [useSyncExternalStore(subscribe, wantsMore), choose];
}

export function useScheme(): Scheme {
  const [more] = useContrast();
  const scheme = useComputedColorScheme('light');
  return more ? `${scheme}-more` : scheme;
}
