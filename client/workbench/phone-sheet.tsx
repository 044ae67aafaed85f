/** On a phone the panel is a sheet over the drawing with three heights, set by dragging its handle, a press or the arrow keys. */
import { useRef, useState, type ReactNode } from 'react';
import { words } from '../i18n/messages.ts';

const HEIGHTS = ['low', 'half', 'full'] as const;
export type SheetHeight = (typeof HEIGHTS)[number];
/** A drag shorter than this counts as a press, in px. */
const PULL = 24;

export function PhoneSheet({ height, onHeight, children }: { height: SheetHeight; onHeight: (height: SheetHeight) => void; children: ReactNode }) {
  const from = useRef<number | undefined>(undefined);
  const pulled = useRef(false);
  const [by, setBy] = useState(0);
  const step = (steps: number): void => {
    const next = HEIGHTS[HEIGHTS.indexOf(height) + steps];
    if (next) onHeight(next);
  };
  const letGo = (): void => {
    from.current = undefined;
    if (Math.abs(by) >= PULL) {
      pulled.current = true;
      step(by < 0 ? 1 : -1);
    }
    setBy(0);
  };
  return (
    <div className="sheet" data-height={height} data-pulling={by !== 0 || undefined} style={{ '--pulled': `${by}px` } as React.CSSProperties}>
      <button
        type="button"
        className="grip"
        aria-label={words.sheet.handle[height]}
        aria-expanded={height !== 'low'}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          from.current = event.clientY;
          pulled.current = false;
        }}
        onPointerMove={(event) => {
          if (from.current !== undefined) setBy(event.clientY - from.current);
        }}
        onPointerUp={letGo}
        onPointerCancel={letGo}
        onClick={() => {
          if (!pulled.current) onHeight(height === 'low' ? 'half' : height === 'half' ? 'full' : 'half');
          pulled.current = false;
        }}
        onKeyDown={(event) => {
          const steps = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
          if (steps === 0) return;
          event.preventDefault();
          step(steps);
        }}
      >
        <i aria-hidden />
      </button>
      {children}
    </div>
  );
}
