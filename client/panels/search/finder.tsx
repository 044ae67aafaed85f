/** Search as you type, by keyboard: Enter places the result or passes it on; other keys open it or make it an end of the trace. */
import { useEffect, useId, useRef, useState } from 'react';
import { IconSearch } from '@tabler/icons-react';
import type { NodeView } from '../../../server/contract/views.ts';
import type { SaidHitView } from '../../../server/contract/routes/said.ts';
import { openPanel } from '../../acts/open-things.ts';
import { drawAndOpenClaim } from '../../acts/run-question.ts';
import { useDeps } from '../../acts/deps.ts';
import { explainError } from '../../api/explain-error.ts';
import { openForms } from '../../state/draft/open-forms.ts';
import { words } from '../../i18n/messages.ts';
import { FoundList, TakeButtons } from './found-list.tsx';
import { SaidList, SaidNotes } from './said-list.tsx';
import { useSearch } from './use-search.ts';
import { take, type Way, wayOfKey } from './ways.ts';

const t = words.search;
/** Rows that a page key moves. */
const PAGE = 5;

export interface FinderProps {
  big?: boolean;
  placeholder?: string;
  label?: string;
  autoFocus?: boolean;
  /** Whether the `/` key goes to this search. */
  global?: boolean;
  /** Gets the chosen entity, instead of the four ways. */
  onPick?: (entity: NodeView) => void;
  /** Called when a result was used in any way. */
  onTaken?: () => void;
}

export function Finder({ big, placeholder, label, autoFocus, global: isGlobal, onPick, onTaken }: FinderProps) {
  const deps = useDeps();
  const isWide = onPick === undefined;
  const search = useSearch(label ?? '', isWide);
  const { text, q, asked, names, firstName, said, hits, firstHit, saidTotal } = search;
  const [shown, setShown] = useState(false);
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const open = shown && q !== '';
  const chosen = names[at - firstName];
  const options = names.length + hits.length;

  useEffect(() => setAt(0), [q, search.exact]);
  useEffect(() => {
    if (open) document.getElementById(`${listId}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [open, at, listId]);
  const close = (): void => {
    search.forget();
    setShown(false);
    onTaken?.();
  };
  const pick = (index: number, way: Way): void => {
    const entity = names[index - firstName]?.entity;
    if (!entity) return;
    close();
    if (onPick) onPick(entity);
    else take(deps, entity, way);
  };
  const openHit = (hit: SaidHitView): void => {
    close();
    if (hit.kind === 'claim') void drawAndOpenClaim(deps, hit.id, hit.passage?.citation);
    else openPanel(deps, { kind: hit.kind, id: hit.id });
  };
  const isNothing = open && !asked.isFetching && asked.data !== undefined && names.length === 0;
  /** Nobody is called that yet: the record is begun with the name. */
  const makeEntity = (): void => {
    close();
    openForms.open({ form: 'new', kind: 'entity', begun: { names: [{ text: q, lang: 'en', kind: 'primary' }] } });
  };
  const step = (by: number): void => setAt((i) => Math.max(0, Math.min(i + by, options - 1)));
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else if (event.key === 'PageDown') step(PAGE);
    else if (event.key === 'PageUp') step(-PAGE);
    else if (event.key === 'Enter') {
      const hit = hits[at - firstHit];
      if (hit) openHit(hit);
      else if (isWide && isNothing && options === 0 && !said.isFetching && text.trim() === q) makeEntity();
      else pick(at, wayOfKey(event));
    } else if (event.key === 'Escape') {
      if (text === '') input.current?.blur();
      search.forget();
      event.stopPropagation();
    } else return;
    event.preventDefault();
  };

  const saidList = isWide && <SaidList id={listId} first={firstHit} hits={hits} at={at} onHover={setAt} onTake={openHit} />;

  return (
    <div className={`finder${big ? ' big' : ''}`} onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setShown(false)}>
      <div className="box">
        <IconSearch size={big ? 21 : 17} stroke={1.8} aria-hidden />
        <input
          ref={input}
          type="search"
          role="combobox"
          aria-expanded={open}
          aria-controls={listId}
          aria-activedescendant={open && at < options ? `${listId}-${at}` : undefined}
          aria-autocomplete="list"
          aria-label={label ?? t.label}
          data-finder={isGlobal ? 'global' : undefined}
          placeholder={placeholder ?? t.placeholder}
          value={text}
          dir="auto"
          autoFocus={autoFocus}
          spellCheck={false}
          autoComplete="off"
          onFocus={() => setShown(true)}
          onChange={(event) => {
            search.setText(event.target.value);
            setShown(true);
          }}
          onKeyDown={onKeyDown}
        />
        {isGlobal && text === '' && (
          <span className="kbd" aria-hidden>
            /
          </span>
        )}
      </div>
      <div className="visually-hidden" role="status">
        {open && asked.data ? [t.results(asked.data.total), ...(saidTotal > 0 ? [t.said.results(saidTotal)] : [])].join(', ') : ''}
      </div>
      {open && (
        <div className="found">
          {asked.error !== null && names.length === 0 && (
            <p className="foot" role="alert">
              {explainError(asked.error)}
            </p>
          )}
          {asked.isFetching && names.length === 0 && <p className="foot">{words.app.loading}</p>}
          {isNothing && <p className="foot">{hits.length === 0 ? t.nothing(q) : t.noName(q)}</p>}
          {isNothing && isWide && (
            <div className="row wrap take">
              <button type="button" className="btn small" onClick={makeEntity}>
                {words.forms.make('entity', q)}{' '}
                {hits.length === 0 && (
                  <span className="kbd" aria-hidden>
                    ↵
                  </span>
                )}
              </button>
            </div>
          )}
          {asked.data?.cut === true && <p className="foot">{t.cut}</p>}
          <div className="results">
            <div role="listbox" id={listId} aria-label={label ?? t.label}>
              {firstHit < firstName && saidList}
              <FoundList id={listId} first={firstName} typed={q} found={names} at={at} single={onPick !== undefined} onHover={setAt} onTake={pick} />
              {firstHit >= firstName && saidList}
            </div>
            {isWide && (
              <SaidNotes shown={hits.length} loading={said.isFetching} error={said.error} total={saidTotal} totalAtLeast={said.data?.totalAtLeast ?? false} />
            )}
          </div>
          <div className="foot">
            {!onPick && chosen && <TakeButtons chosen={chosen} onTaken={close} />}
            <label className="row">
              <input type="checkbox" checked={search.exact} onChange={(e) => search.setExact(e.target.checked)} /> {t.exact}
            </label>
            {search.more > 0 && (
              <button type="button" className="link" onClick={search.showMore}>
                {t.more(search.more)}
              </button>
            )}
            {search.more <= 0 && search.total > names.length && names.length > 0 && <span>{t.beyond(search.total - names.length)}</span>}
          </div>
        </div>
      )}
    </div>
  );
}
