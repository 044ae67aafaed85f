/** What differs between two states of the case: the sentence that answers, then paths, ready questions and claims, filtered by what became of them. */
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { IconDownload } from '@tabler/icons-react';
import { callForFile } from '../../api/call.ts';
import { explainError } from '../../api/explain-error.ts';
import { compareBody, compareQuery, subgraphQuery, type Compared, type ComparedQuestion } from '../../api/queries-compare.ts';
import { API_LIMITS } from '../../../server/contract/parts.ts';
import { writeComparison, type ComparedClaim } from '../../../server/contract/routes/compare.ts';
import { leaveComparison, setComparison } from '../../acts/compare-states.ts';
import { useDeps, type Deps } from '../../acts/deps.ts';
import { openClaim } from '../../acts/open-things.ts';
import { useView } from '../../state/store.ts';
import type { Comparison } from '../../state/view.ts';
import { words } from '../../i18n/messages.ts';
import { dateText } from '../../ui/date-text.ts';
import { Await, Empty } from '../../ui/states.tsx';
import { saveFile } from '../export/save-file.ts';
import { ComparedPaths, ComparedQuestions } from './compared-answers.tsx';
import { ComparedRow } from './compared-row.tsx';
import { DraftFaults, DraftLine } from './with-draft.tsx';
import { useComparedDraft } from './use-compared-draft.ts';
import { useNextClaim } from './use-next-claim.ts';

const t = words.compare;
/** Claims of each list that are read at first. */
const FIRST = 50;
/** Most entities that are drawn at once. */
const DRAWN_AT_MOST = 30;

type ListName = 'changed' | 'lost' | 'gained' | 'falls' | 'retold' | 'stands';

export function ComparePanel() {
  const compare = useView((s) => s.history.present.compare);
  return compare ? <Panel compare={compare} /> : <Empty>{t.none}</Empty>;
}

function Panel({ compare }: { compare: Comparison }) {
  const deps = useDeps();
  const { from, to, switches } = useView((s) => s.history.present.trace);
  const { draft, isGone } = useComparedDraft(compare);
  const question: ComparedQuestion = { before: compare.before, after: compare.after, draft, ...(from && to ? { trace: { from, to, switches } } : {}) };
  const [limit, setLimit] = useState(FIRST);
  const asked = useQuery({ ...compareQuery(question, limit), enabled: !isGone });
  return (
    <>
      <div className="panel-head">
        <span className="chip accent">{t.title}</span>
        <button type="button" className="btn ghost small close" onClick={() => leaveComparison(deps)}>
          {t.leave}{' '}
          <span className="kbd" aria-hidden>
            Esc
          </span>
        </button>
      </div>
      <div className="scroll" tabIndex={0} role="region" aria-label={t.list}>
        {compare.draft !== undefined && <DraftLine dataset={compare.draft} isGone={isGone} />}
        {draft && asked.error && <DraftFaults error={asked.error} />}
        {!isGone && (
          <Await asked={asked} rows={8}>
            {(found) => (
              <Found found={found} question={question} onMore={limit < API_LIMITS.listResults ? () => setLimit(API_LIMITS.listResults) : undefined} />
            )}
          </Await>
        )}
      </div>
    </>
  );
}

/** The lists of a comparison. What falls and what is only retold are together what is lost. */
const listsOf = ({ kind }: Pick<Compared, 'kind'>): readonly ListName[] =>
  kind === 'strike' ? ['falls', 'retold', 'stands', 'gained'] : ['changed', 'lost', 'gained'];

function Found({ found, question, onMore }: { found: Compared; question: ComparedQuestion; onMore: (() => void) | undefined }) {
  const deps = useDeps();
  const all = listsOf(found).filter((name) => found[name].total > 0);
  const [chosen, choose] = useState<ListName | undefined>();
  const shown = all.filter((name) => chosen === undefined || !all.includes(chosen) || name === chosen);
  const rows = shown.flatMap((name) => found[name].items);
  const total = all.reduce((sum, name) => sum + found[name].total, 0);
  const [selected] = useView((s) => s.selection.claims);
  useNextClaim(deps, rows, selected);
  return (
    <>
      <p className="compare-answer" lang="en" dir="ltr" aria-live="polite">
        {found.answer.parts.map(({ text, strong }, i) => (strong ? <strong key={i}>{text}</strong> : <span key={i}>{text}</span>))}
      </p>
      <div className="compare-chips">
        {total > 0 && (
          <div className="segmented wrap" role="group" aria-label={t.filter}>
            <button type="button" aria-pressed={chosen === undefined} onClick={() => choose(undefined)}>
              {t.all} <span className="meta">{total.toLocaleString('en')}</span>
            </button>
            {all.map((name) => (
              <button key={name} type="button" aria-pressed={chosen === name} onClick={() => choose(name)}>
                {t[name]} <span className="meta">{found[name].total.toLocaleString('en')}</span>
              </button>
            ))}
          </div>
        )}
        <button type="button" className="btn small" title={t.csvTitle} onClick={() => void saveTable(deps, question)}>
          <IconDownload size={14} stroke={1.7} aria-hidden />
          {t.csv}
        </button>
        <DrawButton deps={deps} rows={rows} question={question} />
      </div>
      {total === 0 && <Nothing found={found} />}
      {found.paths && <ComparedPaths paths={found.paths} />}
      {found.questions && <ComparedQuestions questions={found.questions} />}
      {shown.map((name) => (
        <section key={name} aria-label={t[name]}>
          <h3 className="compare-heading">
            {t[name]} <span>{found[name].total.toLocaleString('en')}</span>
          </h3>
          {found[name].items.map((claim) => (
            <ComparedRow
              key={claim.id}
              claim={claim}
              current={claim.id === selected}
              onChoose={() => deps.store.dispatch({ type: 'select', selection: { entities: [], claims: [claim.id] } })}
              onOpen={claim.before === undefined && question.draft ? undefined : () => openEvidence(deps, claim)}
            />
          ))}
          {found[name].total > found[name].items.length &&
            (onMore ? (
              <button type="button" className="btn small compare-more" onClick={onMore}>
                {t.more(found[name].total)}
              </button>
            ) : (
              <p className="meta block">{t.tooMany(found[name].items.length, found[name].total)}</p>
            ))}
        </section>
      ))}
      {(['entitiesGained', 'entitiesLost'] as const).map(
        (name) =>
          found[name].total > 0 && (
            <section key={name} aria-label={t[name]}>
              <h3 className="compare-heading">
                {t[name]} <span>{found[name].total.toLocaleString('en')}</span>
              </h3>
              <p className="block" dir="auto">
                {found[name].items.map((one) => one.name).join(', ')}
                {found[name].total > found[name].items.length && ' …'}
              </p>
            </section>
          ),
      )}
    </>
  );
}

/** Nothing differs: so it is said, with the next date at which something does. */
function Nothing({ found }: { found: Compared }) {
  const deps = useDeps();
  const compare = useView((s) => s.history.present.compare);
  const { next } = found;
  return (
    <div className="notice">
      <p>
        {t.none} {next && t.next(dateText({ edtf: next.published }), next.claims)}
      </p>
      {next && compare && (
        <button type="button" className="btn small" onClick={() => setComparison(deps, { after: { ...compare.after, published: next.published } })}>
          {t.goNext}
        </button>
      )}
    </div>
  );
}

function DrawButton({ deps, rows, question }: { deps: Deps; rows: readonly ComparedClaim[]; question: ComparedQuestion }) {
  const drawn = useView((s) => s.history.present.canvas.entities);
  const there = new Set(drawn);
  // What the draft makes is drawn as long as it is compared, and is not put on the canvas.
  const made = new Set((question.draft?.records?.entities ?? []).map(({ id }) => id));
  const missing = [...new Set(rows.flatMap(({ entities }) => entities))].filter((id) => !there.has(id) && !made.has(id)).slice(0, DRAWN_AT_MOST);
  if (missing.length === 0) return null;
  const draw = async (): Promise<void> => {
    const ids = [...drawn, ...missing];
    try {
      const [, after] = await Promise.all([
        deps.queries.ensureQueryData(subgraphQuery(ids, question.before)),
        deps.queries.ensureQueryData(subgraphQuery(ids, question.after)),
      ]);
      const { clocks } = deps.store.get().history.present;
      deps.store.dispatch({ type: 'place', words: t.draw, nodes: after.nodes, edges: after.edges, entities: missing, clocks });
    } catch (error) {
      deps.tell(explainError(error), true);
    }
  };
  return (
    <button type="button" className="btn small" onClick={() => void draw()}>
      {t.drawn(missing.length)}
    </button>
  );
}

/** The evidence of a claim that stands in the first alone is looked at where it stands. */
function openEvidence(deps: Deps, claim: ComparedClaim): void {
  const { compare } = deps.store.get().history.present;
  const show = claim.after === undefined ? 'before' : compare?.show === 'before' && claim.before === undefined ? 'after' : undefined;
  if (show) setComparison(deps, { show }, t.shown);
  openClaim(deps, claim.id);
}

async function saveTable(deps: Deps, question: ComparedQuestion): Promise<void> {
  try {
    const { blob, name } = await callForFile(writeComparison, { body: compareBody(question) });
    saveFile(blob, name);
  } catch (error) {
    deps.tell(`${t.csvFailed} ${explainError(error)}`, true);
  }
}
