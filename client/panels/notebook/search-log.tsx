/** Searches that were made, those that found nothing too, and the form to write another one down. */
import { useState } from 'react';
import { IconCircleCheck, IconZoomCancel } from '@tabler/icons-react';
import { SEARCH_RESULTS, type SearchResult } from '../../../server/domain/model/lists.ts';
import type { SearchEntry } from '../../../server/domain/notebook/entries.ts';
import type { KeptEntry } from '../../api/queries-notebook.ts';
import { useDeps } from '../../acts/deps.ts';
import { useTyped } from '../../state/kept-forms.ts';
import { dateText } from '../../ui/date-text.ts';
import { CopyCheck } from '../../desk/forms/controls/copy-check.tsx';
import { words } from '../../i18n/messages.ts';
import { dayOf } from '../changes/change-lines.tsx';
import { useSigning } from '../signing.tsx';
import { Conflict } from './conflict.tsx';
import { newEntryId } from './new-entry-id.ts';
import { useWriting } from './use-writing.ts';
import { whenInWords } from './when.ts';

const t = words.notebook;

export function SearchLine({ kept, search }: { kept: KeptEntry; search: SearchEntry }) {
  const deps = useDeps();
  const [sure, setSure] = useState(false);
  const writing = useWriting();
  const Sign = search.found === 'nothing' ? IconZoomCancel : IconCircleCheck;
  const remove = async (): Promise<void> => {
    if (await writing.remove(kept)) deps.tell(t.deleted, false);
  };
  return (
    <article className="search-line">
      <Sign size={16} stroke={1.7} aria-hidden className={search.found} />
      <div>
        <b dir="auto">{search.where}</b>
        <p className="own-words">
          <span dir="auto">{t.searchLine(search.sought)}</span> <b>{t.found[search.found]}</b>
        </p>
        {search.remarks && (
          <p className="meta" dir="auto">
            {search.remarks}
          </p>
        )}
        <p className="meta">
          <span dir="auto">{t.by(kept.begun.who, dateText({ edtf: search.on }))}</span>
          {kept.version > 1 && ` · ${t.changedBy(kept.changed.who, whenInWords(kept.changed.at))}`}{' '}
          <button type="button" className="link" disabled={writing.busy} onClick={() => (sure ? void remove() : setSure(true))}>
            {sure ? t.deleteSure : t.delete}
          </button>
        </p>
        <Conflict writing={writing} shows={() => null} onTheirs={writing.settle} onMine={(version) => void writing.remove({ id: kept.id, version })} />
      </div>
    </article>
  );
}

interface Typed {
  where: string;
  sought: string;
  found: SearchResult;
  on: string;
  remarks: string;
}

/** @param assessment whose question it is made for */
export function SearchForm({ assessment, onDone }: { assessment?: string; onDone: () => void }) {
  const empty: Typed = { where: '', sought: '', found: 'nothing', on: dayOf(new Date().toISOString()), remarks: '' };
  const [typed, setTyped, forget] = useTyped(`search ${assessment ?? ''}`, empty);
  const [id] = useState(newEntryId);
  const [tried, setTried] = useState(false);
  const writing = useWriting();
  const { who, keep, part } = useSigning(t);
  const set = (more: Partial<Typed>): void => setTyped({ ...typed, ...more });
  const isMissing = (field: 'where' | 'sought' | 'on'): boolean => typed[field].trim() === '';
  const write = async (version: number): Promise<void> => {
    setTried(true);
    if (isMissing('where') || isMissing('sought') || isMissing('on') || who === '') return;
    keep();
    const entry: SearchEntry = {
      kind: 'search',
      where: typed.where.trim(),
      sought: typed.sought.trim(),
      found: typed.found,
      on: typed.on,
      ...(typed.remarks.trim() === '' ? {} : { remarks: typed.remarks.trim() }),
      ...(assessment === undefined ? {} : { assessment }),
    };
    if (!(await writing.write(id, entry, version, who))) return;
    forget();
    onDone();
  };
  const field = (name: 'where' | 'sought', label: string, hint: string, first = false) => (
    <label>
      <span className="heading">{label}</span>
      <input
        className="field"
        maxLength={500}
        dir="auto"
        placeholder={hint}
        autoFocus={first}
        value={typed[name]}
        aria-invalid={tried && isMissing(name)}
        onChange={(event) => set({ [name]: event.target.value })}
      />
    </label>
  );
  return (
    <form
      className="block note-form"
      noValidate
      aria-label={t.newSearch}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void write(0);
      }}
      onSubmit={(event) => {
        event.preventDefault();
        void write(0);
      }}
    >
      {field('where', t.where, t.whereHint, true)}
      {field('sought', t.sought, t.soughtHint)}
      <div className="row wrap">
        <div className="segmented" role="group" aria-label={t.foundWhat}>
          {SEARCH_RESULTS.map((one) => (
            <button key={one} type="button" aria-pressed={typed.found === one} onClick={() => set({ found: one })}>
              {t.found[one]}
            </button>
          ))}
        </div>
        <label className="row">
          <span className="meta">{t.on}</span>
          <input
            className="field small"
            type="date"
            value={typed.on}
            aria-invalid={tried && isMissing('on')}
            onChange={(event) => set({ on: event.target.value })}
          />
        </label>
      </div>
      <label>
        <span className="heading">{t.remarks}</span>
        <textarea
          className="field"
          rows={2}
          maxLength={4_000}
          dir="auto"
          placeholder={t.remarksHint}
          value={typed.remarks}
          onChange={(event) => set({ remarks: event.target.value })}
        />
      </label>
      <CopyCheck said={typed.remarks} />
      {tried && (isMissing('where') || isMissing('sought')) && (
        <p className="meta wrong" role="alert">
          {t.searchNeeded}
        </p>
      )}
      {part(tried)}
      <Conflict writing={writing} shows={() => null} onTheirs={onDone} onMine={(version) => void write(version)} />
      <div className="row wrap">
        <button type="submit" className="btn small primary" disabled={writing.busy}>
          {writing.busy ? t.saving : t.writeSearch}
        </button>
        <button type="button" className="btn small" onClick={onDone}>
          {t.cancel}
        </button>
      </div>
    </form>
  );
}
