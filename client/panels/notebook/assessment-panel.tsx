/** A question answered in the analyst's own words: the claims for and against, weighed by what they rest on, what would decide it, and the searches for it. */
import { useState } from 'react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { ASSESSMENT_STATES, type AssessmentState } from '../../../server/domain/model/lists.ts';
import type { Assessment } from '../../../server/domain/notebook/entries.ts';
import { ApiError } from '../../api/api-error.ts';
import { notebookEntryQuery, notebookQuery, type ReadEntry } from '../../api/queries-notebook.ts';
import { useDeps } from '../../acts/deps.ts';
import { useTyped } from '../../state/kept-forms.ts';
import { useView } from '../../state/store.ts';
import { MoreButton } from '../../ui/more-button.tsx';
import { Await, Empty } from '../../ui/states.tsx';
import { CopyCheck } from '../../desk/forms/controls/copy-check.tsx';
import { words } from '../../i18n/messages.ts';
import { useClaimLines } from '../changes/change-panel.tsx';
import { PanelHead } from '../panel-head.tsx';
import { useSigning } from '../signing.tsx';
import { AssessedClaims } from './assessed-claims.tsx';
import { Conflict } from './conflict.tsx';
import { SearchForm, SearchLine } from './search-log.tsx';
import { useWriting } from './use-writing.ts';
import { Weighed } from './weighed.tsx';
import { whenInWords } from './when.ts';

const t = words.notebook;

export function AssessmentPanel({ id }: { id: string }) {
  const clocks = useView((s) => s.history.present.clocks);
  const asked = useQuery(notebookEntryQuery(id, clocks));
  const isGone = asked.error instanceof ApiError && asked.error.code === 'not-found';
  return (
    <>
      <PanelHead chips={[[t.assessment, 'accent']]} />
      <div className="scroll" tabIndex={0} role="region" aria-label={t.assessment}>
        {isGone ? (
          <Empty>{t.notThere}</Empty>
        ) : (
          <Await asked={asked} rows={8}>
            {(kept) => (kept.entry.kind === 'assessment' ? <Assessed kept={kept} entry={kept.entry} /> : <Empty>{t.notThere}</Empty>)}
          </Await>
        )}
      </div>
    </>
  );
}

/** What is typed and not saved: empty where nothing is. It knows which version it was typed over. */
type Unsaved = { version: number; entry: Assessment } | Record<string, never>;

function useUnsaved(kept: ReadEntry, entry: Assessment) {
  const [unsaved, setUnsaved, forget] = useTyped<Unsaved>(`assessment ${kept.id}`, {});
  const isUnsaved = 'entry' in unsaved;
  const typed: Assessment = isUnsaved ? (unsaved.entry as Assessment) : entry;
  const over = isUnsaved ? (unsaved.version as number) : kept.version;
  const set = (more: Partial<Assessment>): void => setUnsaved({ version: over, entry: { ...typed, ...more } });
  return { typed, over, isUnsaved, set, forget };
}

function Assessed({ kept, entry }: { kept: ReadEntry; entry: Assessment }) {
  const deps = useDeps();
  const { typed, over, isUnsaved, set, forget } = useUnsaved(kept, entry);
  const writing = useWriting();
  const [tried, setTried] = useState(false);
  const [sure, setSure] = useState(false);
  const { who, keep, part } = useSigning(t);
  const lines = useClaimLines([...typed.for, ...typed.against]);
  const save = async (version: number): Promise<void> => {
    setTried(true);
    if (typed.question.trim() === '' || who === '') return;
    keep();
    const words = typed.words?.trim();
    const { words: _typed, ...rest } = typed;
    const written: Assessment = { ...rest, question: typed.question.trim(), ...(words ? { words } : {}) };
    if (!(await writing.write(kept.id, written, version, who))) return;
    forget();
    deps.tell(t.saved, false);
  };
  const remove = async (): Promise<void> => {
    if (!(await writing.remove(kept))) return;
    forget();
    deps.tell(t.deleted, false);
    deps.store.dispatch({ type: 'back' });
  };
  return (
    <>
      <form
        className="assessment"
        noValidate
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save(over);
        }}
        onSubmit={(event) => {
          event.preventDefault();
          void save(over);
        }}
      >
        <section className="block">
          <label>
            <span className="heading">{t.question}</span>
            <textarea
              className="field question-field"
              rows={2}
              maxLength={500}
              dir="auto"
              value={typed.question}
              aria-invalid={tried && typed.question.trim() === ''}
              onChange={(event) => set({ question: event.target.value.replaceAll('\n', ' ') })}
            />
          </label>
          <CopyCheck said={typed.question} />
          {tried && typed.question.trim() === '' && (
            <p className="meta wrong" role="alert">
              {t.questionNeeded}
            </p>
          )}
          <p className="meta" dir="auto">
            {t.begunBy(kept.begun.who, whenInWords(kept.begun.at))}
            {kept.version > 1 && ` · ${t.changedBy(kept.changed.who, whenInWords(kept.changed.at))}`}
          </p>
          <div className="row wrap">
            <select
              className="field small"
              aria-label={t.stateOf}
              value={typed.state}
              onChange={(event) => set({ state: event.target.value as AssessmentState })}
            >
              {ASSESSMENT_STATES.map((state) => (
                <option key={state} value={state}>
                  {t.state[state]}
                </option>
              ))}
            </select>
            <label className="check">
              <input type="checkbox" checked={typed.mayGoOut} onChange={(event) => set({ mayGoOut: event.target.checked })} />
              {t.mayGoOut}
            </label>
          </div>
        </section>
        <section className="block">
          <label>
            <span className="heading">{t.inMyWords}</span>
            <textarea
              className="field own-words"
              rows={5}
              maxLength={4_000}
              dir="auto"
              value={typed.words ?? ''}
              onChange={(event) => set({ words: event.target.value })}
            />
          </label>
          <CopyCheck said={typed.words ?? ''} />
        </section>
        <AssessedClaims side="for" claims={typed.for} lines={lines} onTakeOut={(claim) => set({ for: typed.for.filter((one) => one !== claim) })} />
        <AssessedClaims
          side="against"
          claims={typed.against}
          lines={lines}
          onTakeOut={(claim) => set({ against: typed.against.filter((one) => one !== claim) })}
        />
        {kept.gone.length > 0 && (
          <section className="block">
            <p className="meta">{t.gone(kept.gone.length)}</p>
            <ul>
              {kept.gone.map((key) => (
                <li key={key} className="meta">
                  <bdi>{key}</bdi>
                </li>
              ))}
            </ul>
          </section>
        )}
        {kept.weighed && <Weighed weighed={kept.weighed} asSaved={isUnsaved} />}
        <WouldDecide list={typed.wouldDecide} onChange={(wouldDecide) => set({ wouldDecide })} />
        <section className="block save-line">
          {isUnsaved && <p className="meta">{t.unsaved}</p>}
          {isUnsaved && part(tried)}
          <Conflict
            writing={writing}
            shows={(theirs) => theirs.entry.kind === 'assessment' && <p className="own-words">{theirs.entry.words ?? theirs.entry.question}</p>}
            onTheirs={() => {
              writing.settle();
              forget();
            }}
            onMine={(version) => void save(version)}
          />
          <div className="row wrap">
            <button type="submit" className="btn small primary" disabled={writing.busy || !isUnsaved}>
              {writing.busy ? t.saving : t.save} <kbd className="kbd">Ctrl ↵</kbd>
            </button>
            {isUnsaved && (
              <button type="button" className="btn small" onClick={forget}>
                {t.asItWas}
              </button>
            )}
            <button type="button" className="btn small" disabled={writing.busy} onClick={() => (sure ? void remove() : setSure(true))}>
              {sure ? t.deleteSure : t.delete}
            </button>
            {sure && (
              <button type="button" className="btn small" onClick={() => setSure(false)}>
                {t.keep}
              </button>
            )}
          </div>
        </section>
      </form>
      <Searches assessment={kept.id} />
    </>
  );
}

function WouldDecide({ list, onChange }: { list: Assessment['wouldDecide']; onChange: (list: Assessment['wouldDecide']) => void }) {
  const [adding, setAdding] = useState('');
  const add = (): void => {
    if (adding.trim() === '') return;
    onChange([...list, { text: adding.trim(), done: false }]);
    setAdding('');
  };
  return (
    <section className="block would-decide">
      <h3 className="heading">{t.wouldDecide}</h3>
      <ul>
        {list.map(({ text, done }, n) => (
          <li key={n} className="row">
            <label className="check">
              <input
                type="checkbox"
                checked={done}
                onChange={(event) => onChange(list.map((one, i) => (i === n ? { text, done: event.target.checked } : one)))}
              />
              <span dir="auto">{text}</span>
            </label>
            <button type="button" className="link" aria-label={`${t.remove}: ${text}`} onClick={() => onChange(list.filter((_, i) => i !== n))}>
              {t.remove}
            </button>
          </li>
        ))}
      </ul>
      <div className="row">
        <input
          className="field"
          maxLength={500}
          dir="auto"
          aria-label={t.deciding}
          value={adding}
          onChange={(event) => setAdding(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            add();
          }}
        />
        <button type="button" className="btn small" onClick={add}>
          {t.addDeciding}
        </button>
      </div>
    </section>
  );
}

function Searches({ assessment }: { assessment: string }) {
  const asked = useInfiniteQuery(notebookQuery({ assessment }));
  const [adding, setAdding] = useState(false);
  const entries = asked.data?.pages.flatMap((page) => page.entries) ?? [];
  const title = t.searches(asked.data?.pages[0]?.total ?? 0);
  return (
    <section className="block" aria-label={title}>
      <h3 className="heading">{title}</h3>
      {entries.map((kept) => kept.entry.kind === 'search' && <SearchLine key={kept.id} kept={kept} search={kept.entry} />)}
      {asked.hasNextPage && <MoreButton asked={asked} label={t.more} />}
      {!adding && (
        <button type="button" className="btn small" onClick={() => setAdding(true)}>
          {t.newSearch}
        </button>
      )}
      {adding && <SearchForm assessment={assessment} onDone={() => setAdding(false)} />}
    </section>
  );
}
