/** Acts that open what is selected, or the lists of sources and voices. */
import { IconFileText } from '@tabler/icons-react';
import { words } from '../../i18n/messages.ts';
import type { Act } from '../act.ts';
import { openClaim, openEntity, openPanel } from '../open-things.ts';

export const readActs: readonly Act[] = [
  {
    id: 'open',
    section: 'read',
    on: ['entity', 'claim'],
    icon: IconFileText,
    label: () => words.menu.open,
    why: ({ target }) => (target.kind === 'canvas' ? words.menu.needsOne : undefined),
    run: ({ deps, target }) => {
      if (target.kind === 'entity') openEntity(deps, target.id);
      if (target.kind === 'claim') openClaim(deps, target.id);
    },
  },
  { id: 'list-sources', section: 'read', on: [], label: () => words.lists.sources, run: ({ deps }) => openPanel(deps, { kind: 'sources' }) },
  { id: 'list-voices', section: 'read', on: [], label: () => words.lists.voices, run: ({ deps }) => openPanel(deps, { kind: 'voices' }) },
];
