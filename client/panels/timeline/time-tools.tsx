/** The tools of the timeline: the length of the span shown, its lanes folded or not, and how a date is drawn. Where there is no room they are behind one button. */
import { Popover } from '@mantine/core';
import { IconDots, IconInfoCircle, IconMinus, IconPlus } from '@tabler/icons-react';
import { words } from '../../i18n/messages.ts';
import { DateKey } from './date-key.tsx';

const t = words.timeline;

interface TimeToolsProps {
  inMenu: boolean;
  /** Whether there is any date. */
  any: boolean;
  /** How the lanes are; undefined where there is none with dates. */
  lanes: 'open' | 'folded' | undefined;
  onZoom: (closer: boolean) => void;
  onFit: () => void;
  onFold: () => void;
}

export function TimeTools({ inMenu, any, lanes, onZoom, onFit, onFold }: TimeToolsProps) {
  const buttons = (
    <>
      <button type="button" className="btn icon small" aria-label={t.zoomOut} title={t.zoomOut} disabled={!any} onClick={() => onZoom(false)}>
        <IconMinus size={14} stroke={1.8} aria-hidden />
      </button>
      <button type="button" className="btn icon small" aria-label={t.zoomIn} title={t.zoomIn} disabled={!any} onClick={() => onZoom(true)}>
        <IconPlus size={14} stroke={1.8} aria-hidden />
      </button>
      <button type="button" className="btn small" title={t.fitTitle} disabled={!any} onClick={onFit}>
        {t.fit}{' '}
        <span className="kbd" aria-hidden>
          F
        </span>
      </button>
      <button
        type="button"
        className="btn small"
        title={lanes === 'open' ? t.foldTitle.fold : t.foldTitle.unfold}
        disabled={lanes === undefined}
        onClick={onFold}
      >
        {lanes === 'open' ? t.fold : t.unfold}
      </button>
    </>
  );
  return (
    <div className="table-tools">
      {!inMenu && buttons}
      <Popover position="bottom-end" withinPortal trapFocus returnFocus>
        <Popover.Target>
          <button type="button" className="btn icon small" aria-label={inMenu ? t.tools : t.key} title={inMenu ? t.tools : t.key}>
            {inMenu ? <IconDots size={16} stroke={1.8} aria-hidden /> : <IconInfoCircle size={14} stroke={1.7} aria-hidden />}
          </button>
        </Popover.Target>
        <Popover.Dropdown aria-label={inMenu ? t.tools : t.key}>
          {inMenu && <div className="time-tools">{buttons}</div>}
          <DateKey />
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}
