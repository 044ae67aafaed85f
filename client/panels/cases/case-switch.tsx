/** The case on view and up to when it is told; with several loaded it opens the list of them, each with a tick. */
import { inFigures } from '../../../server/domain/dates/edtf-dates.ts';
import { Suspense, useEffect, useRef, useState } from 'react';
import { Popover } from '@mantine/core';
import { IconSelector } from '@tabler/icons-react';
import { useDeps } from '../../acts/deps.ts';
import { setFilters } from '../../acts/set-filters.ts';
import { type Case, type CasesOnView, tickedCases } from '../../state/filters/cases.ts';
import { useView } from '../../state/store.ts';
import { dateText } from '../../ui/date-text.ts';
import { lazily } from '../../ui/lazily.ts';
import { words } from '../../i18n/messages.ts';
import type { CaseDialog } from './case-dialogs.tsx';
import { useCases } from './use-cases.ts';

const CaseDialogs = lazily(() => import('./case-dialogs.tsx').then((m) => m.CaseDialogs));
const t = words.cases;
/** Fewer than this need no field to find one. */
const FIELD_FROM = 6;

/** The part of a long title before its first comma or colon. */
const shortTitle = (title: string): string => title.split(/[,:]/)[0] ?? title;

export function CaseSwitch({ phone }: { phone: boolean }) {
  const cases = useCases();
  const [opened, setOpened] = useState(false);
  const [dialog, setDialog] = useState<CaseDialog>();
  useFocusAfter(dialog !== undefined);
  if (!cases) return null;
  const dialogs = <Suspense fallback={null}>{dialog && <CaseDialogs dialog={dialog} onClose={() => setDialog(undefined)} />}</Suspense>;
  if (cases.loaded.length === 0)
    return (
      <>
        <button type="button" data-new-case className="case btn ghost" onClick={() => setDialog({ act: 'new' })}>
          {words.caseForms.new}
        </button>
        {dialogs}
      </>
    );
  const titles = cases.shown.map(({ title }) => shortTitle(title));
  const { ticked } = cases;
  const isAll = ticked.length === cases.shown.length;
  const name = ticked.length === 1 ? shortTitle(ticked[0]!.title) : isAll ? t.several(titles) : t.severalDrawn(ticked.length, titles);
  const told = cases.until ? t.told(inFigures(cases.until.first), inFigures(cases.until.last)) : t.toldUnknown;
  const what = (
    <>
      <span dir="auto">{name}</span>
      <span className="told">{told}</span>
    </>
  );
  const title = `${cases.shown.map((one) => one.title).join('; ')}. ${cases.told}`;
  return (
    <>
      <Popover opened={opened} onChange={setOpened} position="bottom-start" withinPortal trapFocus returnFocus width={phone ? 360 : 470}>
        <Popover.Target>
          <button
            type="button"
            data-cases
            className={phone ? 'case phone btn ghost' : 'case btn ghost'}
            aria-label={t.open(name, told)}
            aria-haspopup="dialog"
            aria-expanded={opened}
            title={title}
            onClick={() => setOpened(!opened)}
          >
            {what}
            <IconSelector size={14} stroke={1.7} aria-hidden />
          </button>
        </Popover.Target>
        <Popover.Dropdown className="cases">
          <CaseList cases={cases} onDone={() => setOpened(false)} />
          <CaseActs
            cases={cases}
            onAct={(next) => {
              setOpened(false);
              setDialog(next);
            }}
          />
        </Popover.Dropdown>
      </Popover>
      {dialogs}
    </>
  );
}

/** Tries, with this many milliseconds between, until what takes the focus is there: the case is read again, and the desk loaded, before it is. */
const TRIES = 200;
const TRY_MS = 50;
/**
 * Where the focus goes once a dialog of a case is closed: what it was opened from is gone by then. It goes to the next step where there is one, else to the case in
 * the top bar; never away from where somebody took it meanwhile.
 */
function useFocusAfter(isOpen: boolean): void {
  const was = useRef(isOpen);
  useEffect(() => {
    const isClosed = was.current && !isOpen;
    was.current = isOpen;
    if (!isClosed) return undefined;
    let tried = 0;
    let given: Element | null = document.body;
    const timer = setInterval(() => {
      tried += 1;
      const at = document.activeElement ?? document.body;
      const next = document.querySelector<HTMLElement>('[data-next-step]');
      // A dialog that the next step opened has the focus, or is about to take it.
      const isTaken = (at !== document.body && at !== given) || document.querySelector('[role=dialog][aria-modal=true]') !== null;
      if (!isTaken) (next ?? document.querySelector<HTMLElement>('[data-cases], [data-new-case]'))?.focus();
      given = document.activeElement;
      if (isTaken || next || tried >= TRIES) clearInterval(timer);
    }, TRY_MS);
    return () => clearInterval(timer);
  }, [isOpen]);
}

/** Acts on the one case that is ticked, and a new one. */
function CaseActs({ cases: { ticked }, onAct }: { cases: CasesOnView; onAct: (dialog: CaseDialog) => void }) {
  const one = ticked.length === 1 ? ticked[0] : undefined;
  const act = (name: 'rename' | 'copy' | 'remove', label: string, className = 'btn small') => (
    <button
      type="button"
      className={className}
      disabled={!one}
      title={one ? undefined : words.caseForms.oneFirst}
      onClick={() => {
        if (one) onAct({ act: name, of: one });
      }}
    >
      {label}
    </button>
  );
  return (
    <div className="case-acts" role="group" aria-label={words.caseForms.acts}>
      <button type="button" className="btn small primary" onClick={() => onAct({ act: 'new' })}>
        {words.caseForms.new}
      </button>
      {act('copy', words.caseForms.copy)}
      {act('rename', words.caseForms.rename)}
      {act('remove', words.caseForms.removeAct, 'btn small danger apart')}
    </div>
  );
}

function CaseList({ cases: { loaded, ticked }, onDone }: { cases: CasesOnView; onDone: () => void }) {
  const deps = useDeps();
  const filter = useView((s) => s.history.present.filters.datasets);
  const [find, setFind] = useState('');
  const sought = find.trim().toLocaleLowerCase();
  const only = (id: string): void => {
    setFilters(deps, { datasets: [id] });
    onDone();
  };
  return (
    <>
      <div className="row" style={{ padding: '10px 14px' }}>
        {loaded.length >= FIELD_FROM ? (
          <input className="field" type="search" aria-label={t.find} placeholder={t.find} value={find} onChange={(event) => setFind(event.target.value)} />
        ) : (
          <h2 className="heading" style={{ flex: 1 }}>
            {t.title}
          </h2>
        )}
        <label className="check">
          <input
            type="checkbox"
            ref={(box) => {
              if (box) box.indeterminate = ticked.length > 0 && ticked.length < loaded.length;
            }}
            checked={ticked.length === loaded.length}
            onChange={() => setFilters(deps, { datasets: [] })}
          />
          {t.all}
        </label>
      </div>
      <ul>
        {loaded
          .filter(({ title }) => sought === '' || title.toLocaleLowerCase().includes(sought))
          .map((one) => {
            const on = ticked.includes(one);
            return (
              <li key={one.id} className={on ? 'on' : undefined}>
                <label>
                  <input
                    type="checkbox"
                    checked={on}
                    disabled={on && ticked.length === 1}
                    onChange={() => setFilters(deps, { datasets: tickedCases(loaded, filter, one.id) })}
                    onKeyDown={(event) => {
                      if (event.key === 'Enter') only(one.id);
                    }}
                  />
                  <span className="grow">
                    <b dir="auto">{one.title}</b>
                    <span className="meta" dir="auto">
                      {factsOf(one)}
                    </span>
                  </span>
                  <span className="meta">
                    {words.search.claims(one.claims)}
                    <br />
                    {t.entities(one.entities)}
                  </span>
                </label>
                <button type="button" className="btn ghost small" aria-label={t.onlyThis(one.title)} onClick={() => only(one.id)}>
                  {t.only}
                </button>
              </li>
            );
          })}
      </ul>
      <p className="meta">{t.note(ticked.length)}</p>
    </>
  );
}

function factsOf({ curator, licence, knowledgeUntil }: Case): string {
  return [licence, curator && words.opening.curatedBy(curator), knowledgeUntil && words.opening.toldUpTo(dateText(knowledgeUntil))].filter(Boolean).join(' · ');
}
