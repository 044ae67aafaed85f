/** The dialogs over the workbench, each loaded when it is first opened, and their openers. */
import { Suspense, useMemo, useState, type ReactNode } from 'react';
import { Modal } from '@mantine/core';
import type { Openers, StageHandle } from '../acts/act.ts';
import { ActsContext } from '../acts/act-context.ts';
import { useClocksDialog } from '../panels/clocks-dialog.tsx';
import { ExportContext, type ExportWish } from '../panels/export/use-export.ts';
import { KeysDialog } from '../panels/keys-dialog.tsx';
import { Finder } from '../panels/search/finder.tsx';
import { TourContext, useTourState } from '../panels/tour/use-tour.ts';
import { useOpenForms } from '../state/draft/open-forms.ts';
import { words } from '../i18n/messages.ts';
import { lazily } from '../ui/lazily.ts';

const ExportDialog = lazily(() => import('../panels/export/export-dialog.tsx').then((m) => m.ExportDialog));
const FormsHost = lazily(() => import('../desk/forms/forms-host.tsx').then((m) => m.FormsHost));
const Palette = lazily(() => import('../panels/palette/palette.tsx').then((m) => m.Palette));
const SaveSetDialog = lazily(() => import('../panels/sets/save-set-dialog.tsx').then((m) => m.SaveSetDialog));
const ShareDialog = lazily(() => import('../panels/share/share-dialog.tsx').then((m) => m.ShareDialog));

export function Dialogs({ children }: { children: ReactNode }) {
  const openClocks = useClocksDialog();
  const [searching, setSearching] = useState(false);
  const [keys, setKeys] = useState(false);
  const [palette, setPalette] = useState(0);
  const [share, setShare] = useState<boolean | undefined>();
  const [saving, setSaving] = useState<boolean | undefined>();
  const [wish, setWish] = useState<ExportWish | undefined>();
  const [exported, setExported] = useState(false);
  const forms = useOpenForms();
  const [formed, setFormed] = useState(false);
  if (forms.length > 0 && !formed) setFormed(true);
  const tour = useTourState();
  const stage = useMemo<{ handle?: StageHandle }>(() => ({}), []);
  const openExport = (next: ExportWish): void => {
    setExported(true);
    setWish(next);
  };
  const acts = useMemo(() => {
    const open: Openers = {
      search() {
        const field = document.querySelector<HTMLInputElement>('[data-finder=global]');
        if (field) field.focus();
        else setSearching(true);
      },
      palette: () => setPalette((n) => n + 1),
      keys: () => setKeys(true),
      clocks: openClocks,
      export: () => openExport({}),
      legend: () => document.getElementById('legend')?.focus(),
      share: () => setShare(true),
      saveSet: () => setSaving(true),
      tour: tour.start,
    };
    return { open, stage };
  }, [stage, openClocks, tour.start]);
  return (
    <ExportContext.Provider value={openExport}>
      <ActsContext.Provider value={acts}>
        <TourContext.Provider value={tour}>{children}</TourContext.Provider>
        <Modal opened={searching} onClose={() => setSearching(false)} title={words.search.label} closeButtonProps={{ 'aria-label': words.app.close }}>
          <div style={{ minBlockSize: 320 }}>
            <Finder autoFocus onTaken={() => setSearching(false)} />
          </div>
        </Modal>
        <KeysDialog opened={keys} onClose={() => setKeys(false)} />
        {/* Once loaded they stay mounted, so that closing one returns the focus to what opened it. */}
        <Suspense fallback={null}>{exported && <ExportDialog wish={wish} onClose={() => setWish(undefined)} />}</Suspense>
        <Suspense fallback={null}>{formed && <FormsHost />}</Suspense>
        <Suspense fallback={null}>{palette > 0 && <Palette wanted={palette} />}</Suspense>
        <Suspense fallback={null}>{share !== undefined && <ShareDialog opened={share} onClose={() => setShare(false)} />}</Suspense>
        <Suspense fallback={null}>{saving !== undefined && <SaveSetDialog opened={saving} onClose={() => setSaving(false)} />}</Suspense>
      </ActsContext.Provider>
    </ExportContext.Provider>
  );
}
