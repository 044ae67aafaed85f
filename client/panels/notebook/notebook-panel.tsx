/** The notebook: questions with their assessments, notes, and the search log. */
import { useState } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { NOTEBOOK_KINDS, type NotebookKind } from '../../../server/domain/model/lists.ts';
import { type About, aboutKey } from '../../../server/domain/notebook/entries.ts';
import { type KeptEntry, notebookQuery } from '../../api/queries-notebook.ts';
import { useDeps } from '../../acts/deps.ts';
import { openClaim, openEntity, openPanel } from '../../acts/open-things.ts';
import { keptForms, useTyped } from '../../state/kept-forms.ts';
import { MoreButton } from '../../ui/more-button.tsx';
import { Await, Empty } from '../../ui/states.tsx';
import { words } from '../../i18n/messages.ts';
import { PanelHead } from '../panel-head.tsx';
import { useSigning } from '../signing.tsx';
import { Conflict } from './conflict.tsx';
import { newAssessment } from './new-assessment.ts';
import { newEntryId } from './new-entry-id.ts';
import { NoteCard } from './notes-on.tsx';
import { SearchForm, SearchLine } from './search-log.tsx';
import { useWriting } from './use-writing.ts';
import { whenInWords } from './when.ts';

const t = words.notebook;
const KINDS: readonly NotebookKind[] = ['assessment', ...NOTEBOOK_KINDS.filter((kind) => kind !== 'assessment')];

export function NotebookPanel() {
  const [kind, setKind] = useState<NotebookKind>('assessment');
  const asked = useInfiniteQuery(notebookQuery({ kind }));
  const counts = asked.data?.pages[0]?.counts;
  return (
    <>
      <PanelHead chips={[[t.title, 'accent']]} />
      <p className="block meta">{t.lead}</p>
      <div className="block">
        <div className="segmented" role="group" aria-label={t.title}>
          {KINDS.map((one) => (
            <button key={one} type="button" aria-pressed={kind === one} onClick={() => setKind(one)}>
              {counts ? t.tabOf(t.tabs[one], counts[one]) : t.tabs[one]}
            </button>
          ))}
        </div>
      </div>
      <div className="scroll" tabIndex={0} role="region" aria-label={t.tabs[kind]}>
        {kind === 'assessment' && <Ask />}
        {kind === 'search' && <NewSearch />}
        <Await asked={asked} rows={5}>
          {({ pages }) => {
            const entries = pages.flatMap((page) => page.entries);
            // What was written meanwhile is counted elsewhere already: it is not said that there is nothing before that is known.
            if (entries.length === 0) return asked.isFetching ? <p className="block meta">{words.app.loading}</p> : <Empty>{t.none[kind]}</Empty>;
            return (
              <>
                {entries.map((kept) => (
                  <Entry key={kept.id} kept={kept} />
                ))}
                {asked.hasNextPage && (
                  <p className="block">
                    <MoreButton asked={asked} label={t.more} />
                  </p>
                )}
              </>
            );
          }}
        </Await>
      </div>
    </>
  );
}

function Entry({ kept }: { kept: KeptEntry }) {
  const deps = useDeps();
  const { entry } = kept;
  if (entry.kind === 'search')
    return (
      <div className="block">
        <SearchLine kept={kept} search={entry} />
      </div>
    );
  if (entry.kind === 'note')
    return (
      <div className="block">
        <NoteCard kept={kept} note={entry} head={<AboutLink about={entry.about} />} />
      </div>
    );
  return (
    <button type="button" className="change-row" onClick={() => openPanel(deps, { kind: 'assessment', id: kept.id })}>
      <b dir="auto">{entry.question}</b>
      <span className="meta">
        <span className={`chip ${entry.state === 'open' ? 'accent' : ''}`}>{t.state[entry.state]}</span> {t.sides(entry.for.length, entry.against.length)} ·{' '}
        <span dir="auto">{t.by(kept.changed.who, whenInWords(kept.changed.at))}</span>
      </span>
    </button>
  );
}

/** Opens what a note is about. */
function AboutLink({ about }: { about: About }) {
  const deps = useDeps();
  const open = (): void => {
    if (about.kind === 'entity') openEntity(deps, about.id);
    else if (about.kind === 'claim') openClaim(deps, about.id);
    else if (about.kind === 'citation') openPanel(deps, { kind: 'claim', id: about.claim, citation: about.id });
    else if (about.kind === 'source' || about.kind === 'voice') openPanel(deps, { kind: about.kind, id: about.id });
    else if (about.kind === 'path' && about.claims[0] !== undefined) openClaim(deps, about.claims[0]);
  };
  if (about.kind === 'view') return <p className="meta">{t.kinds.view}</p>;
  return (
    <p className="meta">
      {t.about} {t.kinds[about.kind]}:{' '}
      <button type="button" className="link" onClick={open}>
        <bdi>{aboutKey(about).slice(about.kind.length + 1)}</bdi>
      </button>
    </p>
  );
}

function Ask() {
  const deps = useDeps();
  const [question, setQuestion, forget] = useTyped('asked question', '');
  const [id] = useState(newEntryId);
  const [tried, setTried] = useState(false);
  const writing = useWriting();
  const { who, keep, part } = useSigning(t);
  const write = async (version: number): Promise<void> => {
    setTried(true);
    if (question.trim() === '' || who === '') return;
    keep();
    if (!(await writing.write(id, newAssessment(question.trim()), version, who))) return;
    forget();
    openPanel(deps, { kind: 'assessment', id });
  };
  return (
    <form
      className="block note-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void write(0);
      }}
    >
      <label>
        <span className="heading">{t.question}</span>
        <input
          className="field"
          maxLength={500}
          dir="auto"
          value={question}
          aria-invalid={tried && question.trim() === ''}
          onChange={(event) => setQuestion(event.target.value)}
        />
      </label>
      {tried && question.trim() === '' && (
        <p className="meta wrong" role="alert">
          {t.questionNeeded}
        </p>
      )}
      {(question !== '' || tried) && part(tried)}
      <Conflict writing={writing} shows={() => null} onTheirs={writing.settle} onMine={(version) => void write(version)} />
      <button type="submit" className="btn small" disabled={writing.busy}>
        {t.ask}
      </button>
    </form>
  );
}

function NewSearch() {
  const [adding, setAdding] = useState(() => keptForms.has('search '));
  if (adding) return <SearchForm onDone={() => setAdding(false)} />;
  return (
    <p className="block">
      <button type="button" className="btn small" onClick={() => setAdding(true)}>
        {t.newSearch}
      </button>
    </p>
  );
}
