/** Acts of the workbench itself: undo and redo, tabs, export, sharing, keys, closing. */
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBook,
  IconDownload,
  IconFileImport,
  IconFilePlus,
  IconFileText,
  IconHelp,
  IconLink,
  IconRoute,
} from '@tabler/icons-react';
import { isWhatIf } from '../../state/struck.ts';
import { leaveWhatIf, openWhatIf } from '../strike.ts';
import { LEFT_TABS } from '../../../server/contract/view-link.ts';
import { VIEWS } from '../../state/middle.ts';
import { NO_SELECTION } from '../../state/view.ts';
import { openForms } from '../../state/draft/open-forms.ts';
import { words } from '../../i18n/messages.ts';
import type { Act, ActContext } from '../act.ts';
import { affected } from '../act-context.ts';
import { addToDossier, openComposer } from '../compose-dossier.ts';
import { leaveComparison } from '../compare-states.ts';
import { goToDesk } from '../go-to-desk.ts';
import { isViewShown, pressView } from '../show-views.ts';
import { VIEW_ICONS } from './view-icons.ts';

const t = words.app;
const historyOf = ({ deps }: ActContext) => deps.store.get().history;

function leave({ deps }: ActContext): void {
  const { store } = deps;
  const { selection, panels, dossier } = store.get();
  if (dossier === undefined && panels.at(-1)?.kind === 'compare') return leaveComparison(deps);
  if (dossier !== undefined) return store.dispatch({ type: 'dossier', open: false });
  const several = selection.entities.length + selection.claims.length > 1;
  const { clocks } = store.get().history.present;
  if (!several && isWhatIf(clocks) && (panels.length === 0 || panels.at(-1)?.kind === 'what-if')) return leaveWhatIf(deps);
  if (!several && panels.length > 0) store.dispatch({ type: 'back' });
  else store.dispatch({ type: 'select', selection: NO_SELECTION });
}

export const workbenchActs: readonly Act[] = [
  {
    id: 'undo',
    section: 'view',
    on: [],
    key: 'ctrl+z',
    icon: IconArrowBackUp,
    label: (c) => t.undo(historyOf(c).past.at(-1)?.act),
    why: (c) => (historyOf(c).past.length === 0 ? t.nothingDone : undefined),
    run: ({ deps }) => deps.store.dispatch({ type: 'undo' }),
  },
  {
    id: 'redo',
    section: 'view',
    on: [],
    key: 'ctrl+shift+z',
    icon: IconArrowForwardUp,
    label: (c) => t.redo(historyOf(c).future[0]?.act),
    why: (c) => (historyOf(c).future.length === 0 ? t.nothingUndone : undefined),
    run: ({ deps }) => deps.store.dispatch({ type: 'redo' }),
  },
  ...VIEWS.map((view, i): Act => ({
    id: `view-${view}`,
    section: 'view',
    on: [],
    key: String(i + 1),
    icon: VIEW_ICONS[view],
    label: () => words.views.toggle[view],
    pressed: ({ deps }) => isViewShown(deps, view),
    run: ({ deps }) => pressView(deps, view),
  })),
  ...LEFT_TABS.map((tab): Act => ({
    id: `tab-${tab}`,
    section: 'view',
    on: [],
    label: () => (tab === 'what-if' ? words.whatIf.open : t[tab]),
    run: ({ deps }) => (tab === 'what-if' ? openWhatIf(deps) : deps.store.dispatch({ type: 'regions', regions: { tab, leftOpen: true } })),
  })),
  {
    id: 'desk',
    section: 'view',
    on: [],
    icon: IconBook,
    label: () => words.places.goToDesk,
    pressed: ({ deps }) => deps.store.get().desk !== undefined,
    run: ({ deps }) => goToDesk(deps),
  },
  { id: 'import', section: 'view', on: [], icon: IconFileImport, label: () => words.imports.open, run: () => openForms.open({ form: 'import' }) },
  { id: 'share', section: 'take-out', on: ['canvas'], key: 's', icon: IconLink, label: () => words.share.title, run: ({ open }) => open.share() },
  { id: 'export', section: 'take-out', on: ['canvas'], icon: IconDownload, label: () => words.menu.export, run: ({ open }) => open.export() },
  { id: 'dossier', section: 'take-out', on: ['canvas'], icon: IconFileText, label: () => words.dossier.open, run: ({ deps }) => openComposer(deps) },
  {
    id: 'add-to-dossier',
    section: 'take-out',
    on: ['claim', 'several'],
    icon: IconFilePlus,
    label: () => words.dossier.addSelected,
    short: words.dossier.addShort,
    why: (c) => (affected(c).claims.length === 0 ? words.dossier.needsClaim : undefined),
    run: (c) =>
      addToDossier(
        c.deps,
        affected(c).claims.map((id) => ({ kind: 'claim', id })),
      ),
  },
  { id: 'keys', section: 'view', on: [], key: '?', icon: IconHelp, label: () => words.keys.title, run: ({ open }) => open.keys() },
  { id: 'tour', section: 'view', on: [], icon: IconRoute, label: () => words.tour.title, run: ({ open }) => open.tour() },
  { id: 'leave', section: 'view', on: [], key: 'escape', label: () => words.keys.leave, run: leave },
];
