/** The regions of the workbench: top bar, left, canvas, right, disclosure; on a phone the canvas above and a sheet below. */
import { Suspense, useEffect, useState } from 'react';
import { Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useActs } from '../acts/act-context.ts';
import { useDeps } from '../acts/deps.ts';
import { goToDesk, leaveDesk } from '../acts/go-to-desk.ts';
import { AboutNode } from '../panels/about-node/about-node.tsx';
import { ClocksDialog, useClocksDialog } from '../panels/clocks-dialog.tsx';
import { Disclosure } from '../panels/disclosure/disclosure.tsx';
import { ElementMenu } from '../panels/element-menu.tsx';
import { Opening } from '../panels/opening/opening.tsx';
import { useTour } from '../panels/tour/use-tour.ts';
import { isOpening } from '../state/link/page-step.ts';
import { useView } from '../state/store.ts';
import { words } from '../i18n/messages.ts';
import { usePainted } from '../ui/use-painted.ts';
import { lazily } from '../ui/lazily.ts';
import { Loading } from '../ui/states.tsx';
import { Activity } from './activity.tsx';
import { Announcer } from './announcer.tsx';
import { CaseChanged } from './case-changed.tsx';
import { Connection } from './connection.tsx';
import { Dialogs } from './dialogs.tsx';
import { LeftRegion } from './left-region.tsx';
import { Middle } from './middle.tsx';
import { ColourMenu, TopBar } from './top-bar.tsx';
import { useKeys } from './use-keys.ts';
import { useLink } from './use-link.ts';

const TourStrip = lazily(() => import('../panels/tour/tour-strip.tsx').then((m) => m.TourStrip));
const NotedVisit = lazily(() => import('../panels/watches/noted-visit.tsx').then((m) => m.NotedVisit));
const Composer = lazily(() => import('../panels/dossier/composer.tsx').then((m) => m.Composer));
const ComposerFoot = lazily(() => import('../panels/dossier/composer.tsx').then((m) => m.ComposerFoot));
const DeskPlace = lazily(() => import('./desk-place.tsx').then((m) => m.DeskPlace));
const Stage = lazily(() => import('../canvas/stage/stage.tsx').then((m) => m.Stage));

export function Workbench() {
  return (
    <ClocksDialog>
      <Dialogs>
        <ElementMenu>
          <Frame />
        </ElementMenu>
      </Dialogs>
    </ClocksDialog>
  );
}

function Frame() {
  const deps = useDeps();
  useLink();
  useKeys();
  const phone = useMediaQuery('(max-width: 760px)') ?? false;
  const [menu, setMenu] = useState(false);
  const tour = useTour();
  const isPainted = usePainted();
  const opening = useView(isOpening);
  const desk = useView((s) => s.desk !== undefined);
  const dossier = useView((s) => s.dossier);
  // It may be opened from within the menu, and is shown below it.
  useEffect(() => setMenu(false), [dossier]);
  return (
    <>
      <div className="shell">
        <a
          className="visually-hidden"
          href="#main"
          onClick={(event) => {
            event.preventDefault();
            deps.store.dispatch({ type: 'regions', regions: { tab: 'contents', leftOpen: true } });
            setTimeout(() => document.querySelector<HTMLElement>('#tab-contents')?.focus());
          }}
        >
          {words.app.skip}
        </a>
        <TopBar opening={opening} phone={phone} onHome={() => deps.store.dispatch({ type: 'clear', words: words.acts.clear })} onMenu={() => setMenu(true)} />
        {tour.on && (
          <Suspense fallback={null}>
            <TourStrip onEnd={tour.end} />
          </Suspense>
        )}
        {dossier !== undefined ? (
          <Suspense fallback={<Loading rows={8} />}>
            <Composer key={dossier} phone={phone} />
          </Suspense>
        ) : desk ? (
          <Suspense fallback={<Loading rows={8} />}>
            <DeskPlace phone={phone} />
          </Suspense>
        ) : opening ? (
          <Opening />
        ) : (
          <Middle phone={phone}>
            <Suspense
              fallback={
                <div className="status" role="status">
                  {words.canvas.loading}
                </div>
              }
            >
              <Stage />
            </Suspense>
            {!phone && <AboutNode />}
          </Middle>
        )}
        <div className="foot">
          <Connection />
          <CaseChanged />
          {dossier === undefined ? (
            <Disclosure />
          ) : (
            <Suspense fallback={null}>
              <ComposerFoot />
            </Suspense>
          )}
        </div>
      </div>
      {isPainted && (
        <Suspense fallback={null}>
          <NotedVisit />
        </Suspense>
      )}
      <Activity />
      <Announcer />
      <Drawer opened={menu && phone} onClose={() => setMenu(false)} title={words.app.menu} size="100%" closeButtonProps={{ 'aria-label': words.app.close }}>
        <PhoneTools onDone={() => setMenu(false)} />
        {/* There is nothing to filter, to trace in or to list before something is drawn. */}
        {!opening && !desk && dossier === undefined && <LeftRegion foldable={false} />}
      </Drawer>
    </>
  );
}

/** The tools for which the top bar has no room on a phone. */
function PhoneTools({ onDone }: { onDone: () => void }) {
  const deps = useDeps();
  const openClocks = useClocksDialog();
  const { open } = useActs().contextOf();
  const past = useView((s) => s.history.past.at(-1)?.act);
  const future = useView((s) => s.history.future[0]?.act);
  const desk = useView((s) => s.desk !== undefined);
  return (
    <div className="row wrap" style={{ paddingBlockEnd: 12 }}>
      <button
        type="button"
        className="btn"
        onClick={() => {
          onDone();
          if (desk) leaveDesk(deps);
          else goToDesk(deps);
        }}
      >
        {desk ? words.places.explore : words.places.desk}
      </button>
      <button type="button" className="btn" disabled={past === undefined} onClick={() => deps.store.dispatch({ type: 'undo' })}>
        {words.app.undo(past)}
      </button>
      <button type="button" className="btn" disabled={future === undefined} onClick={() => deps.store.dispatch({ type: 'redo' })}>
        {words.app.redo(future)}
      </button>
      <button
        type="button"
        className="btn"
        onClick={() => {
          onDone();
          openClocks();
        }}
      >
        {words.clocks.title}
      </button>
      <button
        type="button"
        className="btn"
        onClick={() => {
          onDone();
          open.palette();
        }}
      >
        {words.palette.title}
      </button>
      <button
        type="button"
        className="btn"
        onClick={() => {
          onDone();
          open.share();
        }}
      >
        {words.share.title}
      </button>
      <ColourMenu named />
    </div>
  );
}
