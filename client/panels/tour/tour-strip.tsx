/** The tour: a strip below the top bar that covers nothing. It says what a step is about and what to do, and marks where; Escape ends it. */
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { questionsQuery } from '../../api/queries.ts';
import { useDeps } from '../../acts/deps.ts';
import { useView } from '../../state/store.ts';
import { words } from '../../i18n/messages.ts';
import { Failure } from '../../ui/states.tsx';
import { DEMONSTRATION, questionOfTour, TOUR_STEPS, type TourQuestion } from './tour-steps.ts';
import { firstOf, usePointed } from './use-pointed.ts';

const t = words.tour;

export function TourStrip({ onEnd }: { onEnd: () => void }) {
  const asked = useQuery(questionsQuery());
  useEscape(onEnd);
  const question = questionOfTour(asked.data?.questions ?? []);
  return (
    <section className="tour" aria-label={t.region}>
      {question ? (
        <Steps question={question} onEnd={onEnd} />
      ) : (
        <>
          <div className="tour-text" aria-live="polite">
            {asked.data && <p>{t.noQuestion}</p>}
            {asked.error && !asked.data ? <Failure error={asked.error} retry={() => void asked.refetch()} /> : null}
          </div>
          <End onEnd={onEnd} />
        </>
      )}
    </section>
  );
}

function Steps({ question, onEnd }: { question: TourQuestion; onEnd: () => void }) {
  const deps = useDeps();
  const [n, setN] = useState(0);
  const [done, setDone] = useState<ReadonlySet<number>>(new Set());
  const next = useRef<HTMLButtonElement>(null);
  const step = TOUR_STEPS[n] ?? TOUR_STEPS[0]!;
  const told = t.steps[step.id];
  const pointed = usePointed(step.at(question));
  const seen = useView((view) => step.isDone?.(view) ?? false);
  const mark = (): void => setDone((before) => (before.has(n) ? before : new Set([...before, n])));
  useEffect(() => {
    if (seen) mark();
  }, [seen, n]);
  useEffect(() => {
    if (!pointed || step.isDone) return;
    pointed.addEventListener('click', mark);
    return () => pointed.removeEventListener('click', mark);
  }, [pointed, n]);
  useEffect(() => next.current?.focus(), []);
  // Looked for anew: what was pointed at may have been drawn again since.
  const go = (): void => {
    const there = firstOf(step.at(question));
    if (there) goTo(there);
    else step.show(deps, question);
  };
  const isLast = n === TOUR_STEPS.length - 1;
  const isDone = done.has(n);
  return (
    <>
      <div className="tour-text" aria-live="polite">
        <h2>{t.step(n + 1, TOUR_STEPS.length)}</h2>
        {n === 0 && question.dataset !== DEMONSTRATION && <p className="meta">{t.notLoaded}</p>}
        <p className="said">{told.said}</p>
        <p>
          <strong>{told.does}</strong> {isDone && <span className="tour-done">{t.done}</span>}
        </p>
      </div>
      <div className="row wrap">
        {!isDone && (
          <button type="button" className="btn small" onClick={go}>
            {pointed ? t.goThere : told.show}
          </button>
        )}
        <button type="button" className="btn small" disabled={n === 0} onClick={() => setN(n - 1)}>
          {t.back}
        </button>
        <button ref={next} type="button" className={isDone ? 'btn small primary' : 'btn small'} onClick={() => (isLast ? onEnd() : setN(n + 1))}>
          {isLast ? t.finish : t.next}
        </button>
        <End onEnd={onEnd} />
      </div>
    </>
  );
}

function End({ onEnd }: { onEnd: () => void }) {
  return (
    <button type="button" className="btn small icon ghost" aria-label={t.end} title={t.end} onClick={onEnd}>
      <IconX size={15} stroke={1.7} aria-hidden />
    </button>
  );
}

/** Gives the focus to an element, or to the first button in it. */
function goTo(element: HTMLElement): void {
  element.scrollIntoView({ block: 'nearest' });
  const focusable = element.matches('button, [tabindex]') ? element : element.querySelector<HTMLElement>('button, [tabindex]');
  focusable?.focus();
}

/** Before the acts, which have Escape too; but an open dialog, menu or list closes first. */
function useEscape(onEnd: () => void): void {
  const end = useRef(onEnd);
  end.current = onEnd;
  // From the moment it is shown: an effect after painting would miss a key pressed at once.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isElsewhere =
        document.querySelector('[aria-modal=true]') !== null || (event.target instanceof Element && event.target.closest('[role=menu], [aria-expanded=true]'));
      if (event.key !== 'Escape' || isElsewhere) return;
      event.preventDefault();
      event.stopPropagation();
      end.current();
    };
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, []);
}
