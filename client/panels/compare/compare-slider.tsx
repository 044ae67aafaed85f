/** The line of texts below the drawing: a dot for each, as big as the claims it carries, and the two dates that are compared as handles. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { sourcesQuery } from '../../api/queries.ts';
import { dayNumber, dayText } from '../../../server/domain/dates/calendar.ts';
import { setComparison } from '../../acts/compare-states.ts';
import { useDeps } from '../../acts/deps.ts';
import { lastDay, steps } from '../../state/filters/as-of-dates.ts';
import type { Comparison } from '../../state/view.ts';
import { direction } from '../../i18n/locale.ts';
import { words } from '../../i18n/messages.ts';
import { dateText } from '../../ui/date-text.ts';
import { isTyping } from '../../ui/where-keys-go.ts';
import { withDate } from './compared-sides.ts';

const t = words.compare;
const rtl = direction === 'rtl';
const DOT = { least: 5, most: 16 } as const;
/** Room before the first text and after the last, as a share. */
const ROOM = 0.04;
type Side = 'before' | 'after';

interface Text {
  id: string;
  title: string;
  edtf: string;
  day: number;
  claims: number;
}
const dayOf = (text: string): number => {
  const [year = 1970, month = 1, day = 1] = text.split('-').map(Number);
  return dayNumber(year, month, day);
};

export function CompareSlider({ compare }: { compare: Comparison }) {
  const deps = useDeps();
  const { data } = useQuery(sourcesQuery());
  const texts = useMemo(
    () =>
      (data?.sources ?? []).flatMap(({ id, shortTitle, published, citations }): Text[] => {
        const last = published && lastDay(published.edtf);
        return published && last !== undefined && citations > 0 ? [{ id, title: shortTitle, edtf: published.edtf, day: dayOf(last), claims: citations }] : [];
      }),
    [data],
  );
  const dates = useMemo(() => [...new Set(texts.map(({ day }) => dayText(day)!))].toSorted(), [texts]);
  const move = (side: Side, published: string | undefined): void => setComparison(deps, { [side]: withDate(compare[side], 'published', published) });
  const [active, setActive] = useState<Side>('after');
  useArrows(compare, active, dates, move);
  const { ref: sized, width } = useElementSize<HTMLDivElement>();
  const host = useRef<HTMLDivElement>(null);
  const ref = useMergedRef(sized, host);
  const [dragged, setDragged] = useState<{ side: Side; day: number } | undefined>();
  if (texts.length < 2) return null;
  const [first, last] = [texts.reduce((least, { day }) => Math.min(least, day), Infinity), texts.reduce((most, { day }) => Math.max(most, day), -Infinity)];
  const room = Math.max(30, (last - first) * ROOM);
  const [from, to] = [first - room, last + room];
  const most = Math.max(...texts.map(({ claims }) => claims));
  const shareOf = (day: number): number => Math.min(1, Math.max(0, (day - from) / (to - from)));
  const at = (day: number) => ({ insetInlineStart: `${100 * shareOf(day)}%` });
  const dayAt = (clientX: number): number => {
    const box = host.current!.getBoundingClientRect();
    const share = (rtl ? box.right - clientX : clientX - box.left) / Math.max(1, box.width);
    return from + Math.min(1, Math.max(0, share)) * (to - from);
  };
  const dayOfSide = (side: Side): number => {
    if (dragged?.side === side) return dragged.day;
    const published = compare[side].published;
    const day = published === undefined ? undefined : lastDay(published);
    return day === undefined ? to : dayOf(day);
  };
  const dateOf = (side: Side): string | undefined => {
    const published = dragged?.side === side ? dayText(Math.round(dragged.day)) : compare[side].published;
    return published === undefined ? undefined : dateText({ edtf: published });
  };
  const said = (side: Side): string => dateOf(side) ?? t.today;
  const spans = (['before', 'after'] as const).map(dayOfSide).sort((a, b) => a - b);
  const years = yearsIn(from, to, width);
  return (
    <section className="compare-slider" aria-label={t.slider}>
      <div className="legend-inks" aria-label={t.legend} role="group">
        {(['before', 'after'] as const).map((side) => (
          <span key={side}>
            <i className={`ink line ${side}`} aria-hidden /> {t.only(dateOf(side))}
          </span>
        ))}
        <span>
          <i className="ink line both" aria-hidden /> {t.inBoth}
        </span>
      </div>
      <div className="track" ref={ref}>
        <span className="axis" />
        <span className="between" style={{ ...at(spans[0]!), inlineSize: `${100 * (shareOf(spans[1]!) - shareOf(spans[0]!))}%` }} />
        {years.map((year) => (
          <span key={year} className="year" style={at(dayNumber(year, 1, 1))}>
            {year}
          </span>
        ))}
        {texts.map(({ id, title, edtf, day, claims }) => {
          const size = DOT.least + (DOT.most - DOT.least) * Math.sqrt(claims / most);
          return <span key={id} className="dot" title={t.text(title, dateText({ edtf }), claims)} style={{ ...at(day), inlineSize: size, blockSize: size }} />;
        })}
        {(['before', 'after'] as const).map((side) => (
          <div
            key={side}
            className={`date-handle ${side}`}
            role="slider"
            tabIndex={0}
            aria-label={t.handle[side]}
            aria-valuemin={0}
            aria-valuemax={dates.length}
            aria-valuenow={dates.filter((date) => dayOf(date) <= dayOfSide(side)).length}
            aria-valuetext={said(side)}
            style={at(dayOfSide(side))}
            onFocus={() => setActive(side)}
            onKeyDown={(event) => {
              const next = stepped(event.key, compare[side].published, dates);
              if (!next) return;
              event.preventDefault();
              event.stopPropagation();
              move(side, next.to);
            }}
            onPointerDown={(event) => {
              if (event.button !== 0) return;
              event.currentTarget.setPointerCapture?.(event.pointerId);
              setDragged({ side, day: dayOfSide(side) });
            }}
            onPointerMove={(event) => {
              if (dragged) setDragged({ side, day: dayAt(event.clientX) });
            }}
            onPointerUp={(event) => {
              if (!dragged) return;
              setDragged(undefined);
              const day = dayAt(event.clientX);
              const month = dayText(Math.round(day))!.slice(0, 7);
              // At the very end the state is that of today.
              const next = day >= to - 1 ? undefined : month;
              if (next !== compare[side].published) move(side, next);
            }}
            onPointerCancel={() => setDragged(undefined)}
          >
            <b>{said(side)}</b>
          </div>
        ))}
      </div>
      <p className="meta">{t.sliderHelp}</p>
    </section>
  );
}

/** Where a key leads a date: from text to text, to the first, and to today after the last. */
function stepped(key: string, now: string | undefined, dates: readonly string[]): { to: string | undefined } | undefined {
  const [earlier, later] = rtl ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight'];
  const around = steps(dates, now);
  if (key === earlier || key === 'ArrowDown') return around.earlier === undefined ? undefined : { to: around.earlier };
  if (key === later || key === 'ArrowUp') return around.canGoOn ? { to: around.later } : undefined;
  if (key === 'Home') return { to: dates[0] };
  return key === 'End' ? { to: undefined } : undefined;
}

/** Where the focus is on nothing that arrows move, they move the date that was moved last. */
function useArrows(compare: Comparison, active: Side, dates: readonly string[], move: (side: Side, published: string | undefined) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { target } = event;
      const isFree = target === document.body || (target instanceof Element && target.closest('.compare-bar, .compare-answer, .compare-chips') !== null);
      if ((event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') || !isFree || isTyping(target) || document.querySelector('[aria-modal=true]')) return;
      const next = stepped(event.key, compare[active].published, dates);
      if (!next) return;
      event.preventDefault();
      move(active, next.to);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
}

/** The years whose beginnings have room on the line. */
function yearsIn(from: number, to: number, width: number): number[] {
  const yearOf = (day: number) => Number(dayText(Math.round(day))!.slice(0, 4));
  const [first, last] = [yearOf(from) + 1, yearOf(to)];
  const most = Math.max(2, Math.floor(width / 60));
  const step = Math.max(1, Math.ceil((last - first + 1) / most));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i).filter((year) => (year - first) % step === 0);
}
