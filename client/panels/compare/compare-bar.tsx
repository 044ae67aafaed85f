/** The bar above the drawing while two states are compared: what is compared, the two, and which of them is drawn; with its keys. */
import { useEffect, useState } from 'react';
import { useMediaQuery } from '@mantine/hooks';
import { IconAdjustments, IconArrowsExchange, IconListDetails } from '@tabler/icons-react';
import { useDeps } from '../../acts/deps.ts';
import { leaveComparison, setComparison, startComparison } from '../../acts/compare-states.ts';
import { useView } from '../../state/store.ts';
import type { Comparison } from '../../state/view.ts';
import { words } from '../../i18n/messages.ts';
import { isTyping } from '../../ui/where-keys-go.ts';
import { dateText } from '../../ui/date-text.ts';
import { comparedClock, comparedKind } from './compared-sides.ts';
import { CompareSides } from './compare-sides.tsx';
import { useCompareMarks } from './use-compare-marks.ts';

const t = words.compare;

export function CompareBar({ compare }: { compare: Comparison }) {
  const deps = useDeps();
  const phone = useMediaQuery('(max-width: 760px)') ?? false;
  const held = useHeld();
  const [choosing, setChoosing] = useState(false);
  // A small screen has room for one date alone, with a switch.
  const shown = phone && compare.show === 'both' ? 'after' : compare.show;
  useCompareMarks(compare, held ?? shown);
  const listed = useView((s) => s.panels.at(-1)?.kind === 'compare');
  const [first, second] = [compare.before, compare.after];
  return (
    <section className="compare-bar" aria-label={t.bar}>
      <strong>{t.title}</strong>
      {(!phone || choosing) && (
        <>
          {compare.draft === undefined ? (
            <>
              <CompareSides compare={compare} />
              <button
                type="button"
                className="btn icon"
                aria-label={t.swap}
                title={t.swap}
                onClick={() => setComparison(deps, { before: second, after: first }, t.swap)}
              >
                <IconArrowsExchange size={16} stroke={1.7} aria-hidden />
              </button>
            </>
          ) : (
            <span>{t.draftSides}</span>
          )}
        </>
      )}
      <span className="grow" />
      <div className="segmented" role="group" aria-label={t.shown}>
        {(phone ? (['before', 'after'] as const) : (['both', 'before', 'after'] as const)).map((show) => (
          <button key={show} type="button" aria-pressed={(held ?? shown) === show} onClick={() => setComparison(deps, { show }, t.shown)}>
            {show !== 'both' && <i className={`ink ${show}`} aria-hidden />}
            {show === 'both' ? t.both : phone || compare.draft !== undefined ? named(compare, show) : { before: t.first, after: t.second }[show]}
            {show !== 'both' && !phone && (
              <span className="kbd" aria-hidden>
                {show === 'before' ? '[' : ']'}
              </span>
            )}
          </button>
        ))}
      </div>
      {phone && (
        <button type="button" className="btn icon" aria-label={t.choose} aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>
          <IconAdjustments size={18} stroke={1.7} aria-hidden />
        </button>
      )}
      {!listed && (
        <>
          <button type="button" className="btn small" onClick={() => void startComparison(deps)}>
            <IconListDetails size={15} stroke={1.7} aria-hidden />
            {t.list}
          </button>
          <button type="button" className="btn small" onClick={() => leaveComparison(deps)}>
            {t.leave}
          </button>
        </>
      )}
    </section>
  );
}

/** A state in short, for a switch: its date, with or without the draft, or which of the two it is. */
function named(compare: Comparison, side: 'before' | 'after'): string {
  if (compare.draft !== undefined) return t.draftSide[side];
  const which = side === 'before' ? t.first : t.second;
  if (comparedKind(compare) !== 'dates') return which;
  const date = compare[side][comparedClock(compare)];
  return date === undefined ? t.today : dateText({ edtf: date });
}

/** The state that is shown alone while its key is held. */
function useHeld(): 'before' | 'after' | undefined {
  const [held, setHeld] = useState<'before' | 'after' | undefined>();
  useEffect(() => {
    const sideOf = (event: KeyboardEvent) => (event.key === '[' ? 'before' : event.key === ']' ? 'after' : undefined);
    const onDown = (event: KeyboardEvent): void => {
      const side = sideOf(event);
      if (side === undefined || isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      // Brackets step through the lines of an entity where nothing is compared.
      event.preventDefault();
      event.stopPropagation();
      setHeld(side);
    };
    const onUp = (event: KeyboardEvent): void => {
      if (sideOf(event) !== undefined) setHeld(undefined);
    };
    const letGo = (): void => setHeld(undefined);
    document.addEventListener('keydown', onDown, true);
    document.addEventListener('keyup', onUp, true);
    window.addEventListener('blur', letGo);
    return () => {
      document.removeEventListener('keydown', onDown, true);
      document.removeEventListener('keyup', onUp, true);
      window.removeEventListener('blur', letGo);
    };
  }, []);
  return held;
}
