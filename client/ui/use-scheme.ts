/** The scheme of the page: light or dark as Mantine has it, with more contrast where the system or the reader asks for it. */
import { useSyncExternalStore } from 'react';
import { useComputedColorScheme } from '@mantine/core';
import type { Scheme } from './palette.ts';

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

/** What the reader chose; else what the system asks for. */
function wantsMore(): boolean {
  const own = chosen();
  return own === null ? (system?.matches ?? false) : own === 'more';
}

/** Writes the contrast where the styles read it. */
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
    // A browser that keeps nothing shows the system's contrast.
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
