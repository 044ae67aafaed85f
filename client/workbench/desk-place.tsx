/** The desk in the workbench: with the panel beside the text, on a phone as a sheet over it. */
import { useState } from 'react';
import { Desk } from '../desk/reading/desk.tsx';
import { useView } from '../state/store.ts';
import { PhoneSheet, type SheetHeight } from './phone-sheet.tsx';
import { RightRegion } from './right-region.tsx';

export function DeskPlace({ phone }: { phone: boolean }) {
  const panel = useView((s) => s.panels.length > 0);
  // A passage that is lit has a sheet of its own.
  const lit = useView((s) => s.desk?.cite !== undefined);
  const [height, setHeight] = useState<SheetHeight>('half');
  if (!panel || (phone && lit)) return <Desk phone={phone} />;
  return (
    <Desk
      phone={phone}
      aside={
        phone ? (
          <PhoneSheet height={height} onHeight={setHeight}>
            <RightRegion />
          </PhoneSheet>
        ) : (
          <RightRegion />
        )
      }
    />
  );
}
