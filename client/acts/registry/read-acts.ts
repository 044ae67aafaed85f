/** Acts that open what is selected, the lists of sources and voices, or what wants corroboration. */
import { IconBell, IconFileSearch, IconFileText, IconHistory, IconNotebook, IconPencil } from '@tabler/icons-react';
import { words } from '../../i18n/messages.ts';
import { openForms } from '../../state/draft/open-forms.ts';
import type { Act } from '../act.ts';
import { openClaimForm } from '../draft/open-claim-form.ts';
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
  { id: 'voice-overlap', section: 'read', on: [], label: () => words.overlap.title, run: ({ deps }) => openPanel(deps, { kind: 'overlap' }) },
  {
    id: 'list-gaps',
    section: 'read',
    on: ['canvas'],
    icon: IconFileSearch,
    label: () => words.gaps.title,
    run: ({ deps }) => openPanel(deps, { kind: 'gaps' }),
  },
  {
    id: 'notebook',
    section: 'read',
    on: ['canvas'],
    icon: IconNotebook,
    label: () => words.notebook.open,
    run: ({ deps }) => openPanel(deps, { kind: 'notebook' }),
  },
  { id: 'watches', section: 'read', on: [], icon: IconBell, label: () => words.watches.title, run: ({ deps }) => openPanel(deps, { kind: 'watches' }) },
  {
    id: 'list-changes',
    section: 'read',
    on: ['canvas'],
    icon: IconHistory,
    label: () => words.changes.title,
    run: ({ deps }) => openPanel(deps, { kind: 'changes' }),
  },
  { id: 'draft', section: 'read', on: [], icon: IconPencil, label: () => words.draft.title, run: ({ deps }) => openPanel(deps, { kind: 'draft' }) },
  { id: 'new-claim', section: 'read', on: [], icon: IconPencil, label: () => words.draft.claim, run: () => openClaimForm() },
  ...(['entity', 'source', 'voice', 'predicate'] as const).map((kind): Act => ({
    id: `new-${kind}`,
    section: 'read',
    on: [],
    icon: IconPencil,
    label: () => words.draft.addRecord[kind],
    run: () => openForms.open({ form: 'new', kind, begun: {} }),
  })),
  {
    id: 'edit',
    section: 'read',
    on: ['entity', 'claim'],
    icon: IconPencil,
    label: () => words.forms.edit,
    why: ({ target }) => (target.kind === 'canvas' ? words.menu.needsOne : undefined),
    run: ({ target }) => target.kind !== 'canvas' && openForms.open({ form: 'edit', kind: target.kind, id: target.id }),
  },
  {
    id: 'record-history',
    section: 'read',
    on: ['entity', 'claim'],
    icon: IconHistory,
    label: () => words.changes.ofRecord,
    why: ({ target }) => (target.kind === 'canvas' ? words.menu.needsOne : undefined),
    run: ({ deps, target }) => target.kind !== 'canvas' && openPanel(deps, { kind: 'history', of: target.kind, id: target.id }),
  },
];
