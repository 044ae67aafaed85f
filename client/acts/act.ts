/** The definition of an act, used by the palette, menus, keys, the toolbar and the list of keys. */
import type { Icon } from '@tabler/icons-react';
import type { Deps } from './deps.ts';

export type ActTarget = { kind: 'entity' | 'claim'; id: string } | { kind: 'canvas' };
/** What acts can open over the workbench; provided by the workbench. */
export interface Openers {
  search: () => void;
  palette: () => void;
  keys: () => void;
  clocks: () => void;
  export: () => void;
  legend: () => void;
  share: () => void;
  tour: () => void;
  saveSet?: () => void;
}
/** What acts can do with the drawing; provided by the canvas while it is mounted. */
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
/** `tools`: one of the at most eight beside the drawing; `layouts`: in the menu that one of these opens. */
export type ActPlace = 'entity' | 'claim' | 'canvas' | 'several' | 'tools' | 'layouts';
export interface Act {
  id: string;
  section: (typeof ACT_SECTIONS)[number];
  /** Where the act is shown besides the palette. */
  on: readonly ActPlace[];
  label: (context: ActContext) => string;
  /** A shorter label for the selection panel. */
  short?: string;
  /** As in "f", "shift+n", "ctrl+z"; used by the list of keys and by the keyboard. "ctrl" also means the command key. */
  key?: string;
  /** The key also works while the user is typing. */
  whileTyping?: true;
  icon?: Icon;
  /** Not shown among the tools of a small screen. */
  wide?: boolean;
  pressed?: (context: ActContext) => boolean;
  /** Says why the act cannot be done; undefined where it can. */
  why?: (context: ActContext) => string | undefined;
  run: (context: ActContext) => unknown;
}
