/** Left region, views and panel side by side, with widths that can be dragged; on a phone the panel is a sheet. */
import { useEffect, useState } from 'react';
import { useMediaQuery } from '@mantine/hooks';
import { Group, Panel, Separator, usePanelRef } from 'react-resizable-panels';
import { IconLayoutSidebarLeftExpand, IconLayoutSidebarRightCollapse, IconLayoutSidebarRightExpand } from '@tabler/icons-react';
import { useDeps } from '../acts/deps.ts';
import { AboutNode } from '../panels/about-node/about-node.tsx';
import { useView } from '../state/store.ts';
import type { Regions } from '../state/view.ts';
import { words } from '../i18n/messages.ts';
import { LeftRegion } from './left-region.tsx';
import { PhoneSheet, type SheetHeight } from './phone-sheet.tsx';
import { RightRegion } from './right-region.tsx';
import { Views } from './views.tsx';

/** Widths of the sides, in px. */
const LEFT = { least: 220, most: 460 };
const RIGHT = { least: 320, most: 640 };

export function Middle({ phone, children }: { phone: boolean; children: React.ReactNode }) {
  const deps = useDeps();
  const { leftOpen, rightOpen, leftWidth, rightWidth } = useView((s) => s.regions);
  const panel = useView((s) => s.panels.length > 0 || s.selection.entities.length + s.selection.claims.length > 1);
  const [height, setHeight] = useState<SheetHeight>('half');
  // On a narrow page, as one that is enlarged, the sides leave to the middle what they can.
  const narrow = useMediaQuery('(max-width: 1100px)', false, { getInitialValueInEffect: false });
  const [left, right] = [usePanelRef(), usePanelRef()];
  useEffect(() => {
    if (!narrow) return undefined;
    // A panel that is only now shown has its size by then.
    const frame = requestAnimationFrame(() => {
      left.current?.resize(LEFT.least);
      right.current?.resize(RIGHT.least);
    });
    return () => cancelAnimationFrame(frame);
  }, [narrow, left, right]);
  const set = (regions: Partial<Regions>): void => deps.store.dispatch({ type: 'regions', regions });
  if (phone)
    return (
      <div className={panel ? 'middle' : 'middle bare'} data-sheet={panel ? height : undefined}>
        <Views phone>{children}</Views>
        {panel ? (
          <PhoneSheet height={height} onHeight={setHeight}>
            {/* What comes is looked at in the drawing, which has too little room above half a sheet. */}
            <AboutNode onShow={() => setHeight('low')} />
            <RightRegion />
          </PhoneSheet>
        ) : (
          <AboutNode />
        )}
      </div>
    );
  return (
    <Group className="middle" orientation="horizontal">
      {leftOpen && (
        <>
          <Panel
            id="left"
            panelRef={left}
            defaultSize={narrow ? LEFT.least : leftWidth}
            minSize={LEFT.least}
            maxSize={LEFT.most}
            groupResizeBehavior="preserve-pixel-size"
            onResize={(size) => set({ leftWidth: Math.round(size.inPixels) })}
          >
            <LeftRegion />
          </Panel>
          <Separator className="handle" aria-label={words.app.resizeLeft} />
        </>
      )}
      <Panel id="stage" minSize={280}>
        <Views>
          {children}
          {!leftOpen && (
            <button
              type="button"
              className="btn icon unfold start"
              aria-label={words.app.unfoldLeft}
              title={words.app.unfoldLeft}
              onClick={() => set({ leftOpen: true })}
            >
              <IconLayoutSidebarLeftExpand size={17} stroke={1.6} />
            </button>
          )}
          {panel && (
            <button
              type="button"
              className="btn icon unfold end"
              aria-label={rightOpen ? words.app.fold : words.app.unfoldRight}
              title={rightOpen ? words.app.fold : words.app.unfoldRight}
              onClick={() => set({ rightOpen: !rightOpen })}
            >
              {rightOpen ? <IconLayoutSidebarRightCollapse size={17} stroke={1.6} /> : <IconLayoutSidebarRightExpand size={17} stroke={1.6} />}
            </button>
          )}
        </Views>
      </Panel>
      {rightOpen && panel && (
        <>
          <Separator className="handle" aria-label={words.app.resizeRight} />
          <Panel
            id="right"
            panelRef={right}
            defaultSize={narrow ? RIGHT.least : rightWidth}
            minSize={RIGHT.least}
            maxSize={RIGHT.most}
            groupResizeBehavior="preserve-pixel-size"
            onResize={(size) => set({ rightWidth: Math.round(size.inPixels) })}
          >
            <RightRegion />
          </Panel>
        </>
      )}
    </Group>
  );
}
