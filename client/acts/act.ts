/** What an act is: one definition for the palette, menus, keys, toolbar and the list of keys. */
import type { Icon } from '@tabler/icons-react';
import type { Deps } from './deps.ts';

export type ActTarget = { kind: 'entity' | 'claim'; id: string } | { kind: 'canvas' };
/** What opens over the workbench; the workbench gives them. */
export interface Openers {
  search: () => void;
  palette: () => void;
  keys: () => void;
  clocks: () => void;
  export: () => void;
  legend: () => void;
  share: () => void;
  saveSet?: () => void;
}
/** The drawing, as far as acts reach into it; the canvas gives it while it is there. */
export interface StageHandle {
  fit: () => void;
  zoomBy: (factor: number) => void;
  focusCanvas: () => void;
}
export interface ActContext {
  deps: Deps;
  target: ActTarget;
  open: Openers;
  handle?: StageHandle;
}
export const ACT_SECTIONS = ['find', 'draw', 'select', 'arrange', 'filter', 'trace', 'read', 'take-out', 'view'] as const;
export type ActPlace = 'entity' | 'claim' | 'canvas' | 'several' | 'tools';
export interface Act {
  id: string;
  section: (typeof ACT_SECTIONS)[number];
  /** Where it stands besides the palette. */
  on: readonly ActPlace[];
  label: (context: ActContext) => string;
  /** A shorter label for the selection panel. */
  short?: string;
  /** "f", "shift+n", "ctrl+z": the key list and the keys read it. Ctrl stands for the command key too. */
  key?: string;
  /** Its key works while something is being typed too. */
  whileTyping?: true;
  icon?: Icon;
  /** Left out of the tools of a small screen. */
  wide?: boolean;
  pressed?: (context: ActContext) => boolean;
  /** Why it cannot be done; undefined where it can. */
  why?: (context: ActContext) => string | undefined;
  run: (context: ActContext) => unknown;
}
