/** Acts for finding: the search, the palette, and the lists. */
import { IconBookmark, IconCommand, IconFolders, IconSearch } from '@tabler/icons-react';
import { words } from '../../i18n/messages.ts';
import type { Act, ActContext } from '../act.ts';
import { affected } from '../act-context.ts';
import { openPanel } from '../open-things.ts';

const nothingDrawn = ({ deps }: ActContext): string | undefined =>
  deps.store.get().history.present.canvas.entities.length === 0 ? words.sets.nothing : undefined;

export const findActs: readonly Act[] = [
  { id: 'search', section: 'find', on: [], key: '/', icon: IconSearch, label: () => words.search.label, run: ({ open }) => open.search() },
  {
    id: 'palette',
    section: 'find',
    on: [],
    key: 'ctrl+k',
    whileTyping: true,
    icon: IconCommand,
    label: () => words.palette.title,
    run: ({ open }) => open.palette(),
  },
  {
    id: 'cases',
    section: 'find',
    on: [],
    key: 'c',
    icon: IconFolders,
    label: () => words.cases.act,
    why: () => (document.querySelector('[data-cases]') ? undefined : words.cases.oneOnly),
    run: () => document.querySelector<HTMLElement>('[data-cases]')?.click(),
  },
  {
    id: 'list-entities',
    section: 'find',
    on: [],
    label: () => words.lists.entities,
    run: ({ deps }) => openPanel(deps, { kind: 'entities', title: words.lists.entities }),
  },
  { id: 'list-sets', section: 'find', on: [], label: () => words.sets.title, run: ({ deps }) => openPanel(deps, { kind: 'sets' }) },
  {
    id: 'save-set',
    section: 'find',
    on: ['several', 'canvas'],
    icon: IconBookmark,
    label: () => words.sets.save,
    why: (c) => (affected(c).entities.length > 0 ? undefined : nothingDrawn(c)),
    run: ({ open }) => open.saveSet?.(),
  },
];
