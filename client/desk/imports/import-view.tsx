/** An import in the window: files and counts on the left, the plan with ticks in the middle, what is refused on the right, and what is written below. */
import { useEffect, useState } from 'react';
import type { ImportReport } from '../../../server/contract/routes/imports.ts';
import { useDeps } from '../../acts/deps.ts';
import { openPanel } from '../../acts/open-things.ts';
import { useSigning } from '../../panels/signing.tsx';
import { words } from '../../i18n/messages.ts';
import { useTyped } from '../../state/kept-forms.ts';
import { ChooseFiles } from './choose-files.tsx';
import { ConvertedFiles } from './converted-files.tsx';
import { filesOfDrop, withFiles } from './dropped-files.ts';
import { ImportFault } from './import-fault.tsx';
import { ImportLeft } from './import-left.tsx';
import { ImportRows } from './import-rows.tsx';
import { isChosenAlone, refusedRows, type RefusedRow, rowKey } from './import-choice.ts';
import { MappingPanel } from './mapping/mapping-panel.tsx';
import { recordNameAt } from './file-lines.ts';
import { type FileContent, useContents } from './use-contents.ts';
import { type Running, useImport } from './use-import.ts';

const t = words.imports;

export function ImportView({ onClose }: { onClose: () => void }) {
  const it = useImport();
  const { files, report, running, outcome, failed, tables, mapping } = it.state;
  const [at, setAt] = useState<string>();
  const contents = useContents(files, report !== undefined);
  const add = (more: Parameters<typeof withFiles>[1]): void => {
    if (more.length > 0) it.change({ files: withFiles(files, more), unticked: new Set() });
  };
  const refused = report ? refusedRows(report.outcome === 'refused' ? report.problems : report.leftOut) : [];
  const shown = refused.find(({ key }) => key === at) ?? refused[0];
  const step = (by: number): void => setAt(refused[(refused.findIndex(({ key }) => key === shown?.key) + by + refused.length) % refused.length]?.key);
  useProblemKey(() => refused.length > 0 && step(1));
  if (outcome) return <Outcome outcome={outcome} onAnother={it.reset} onClose={onClose} />;
  return (
    <div
      className="import"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        if (!running || running.act === 'plan') void filesOfDrop(event.dataTransfer).then(add);
      }}
    >
      {files.length === 0 ? (
        <ChooseFiles onFiles={add} />
      ) : mapping && !running ? (
        <>
          <ImportLeft it={it} refused={[]} onFiles={add} />
          <MappingPanel key={files.map(({ name }) => name).join('|')} files={files} given={tables} onMapped={it.mapped} />
        </>
      ) : (
        <>
          <ImportLeft it={it} refused={refused} onFiles={add} />
          <section className="import-middle" aria-label={t.rows} aria-busy={running !== undefined}>
            {running && <Progress running={running} onStop={() => void it.stop()} />}
            {failed !== undefined && (
              <p className="notice danger" role="alert">
                <span lang="en">{failed}</span>
                <button type="button" className="btn small" onClick={it.again}>
                  {t.again}
                </button>
              </p>
            )}
            {report && (
              <ImportRows report={report} refused={refused} unticked={it.state.unticked} onTick={it.tick} contents={contents} at={shown?.key} onAt={setAt} />
            )}
            {report && <Foot it={it} report={report} refused={refused} contents={contents} />}
          </section>
          {report && (shown || report.warnings.length > 0) && (
            <ImportFault row={shown} of={refused} warnings={report.warnings} contents={contents} onStep={step} />
          )}
        </>
      )}
    </div>
  );
}

/** The next problem with a dot, but where one types. */
function useProblemKey(next: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const isTyping = event.target instanceof Element && event.target.closest('input:not([type=checkbox]), textarea, select') !== null;
      if (event.key === '.' && !event.ctrlKey && !event.metaKey && !isTyping) next();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
}

function Progress({ running: { act, job, stopping }, onStop }: { running: Running; onStop: () => void }) {
  const { phase, done, total } = job?.progress ?? { phase: 'queued', done: 0, total: 0 };
  const said = t.phases[phase as keyof typeof t.phases] ?? phase;
  return (
    <div className="import-progress" role="status">
      <span>
        {said} <span className="meta">{t.of(done, total)}</span>
      </span>
      <progress aria-label={said} {...(total > 0 ? { value: done, max: total } : {})} />
      {phase === 'write' ? (
        <span className="meta">{t.writeNote}</span>
      ) : (
        <>
          <button type="button" className="btn small" disabled={stopping} onClick={onStop}>
            {stopping ? t.stopping : t.stop}
          </button>
          {act === 'write' && <span className="meta">{t.stopNote}</span>}
        </>
      )}
    </div>
  );
}

interface FootProps {
  it: ReturnType<typeof useImport>;
  report: ImportReport;
  refused: readonly RefusedRow[];
  contents: ReadonlyMap<string, FileContent>;
}
/** What is signed and written, and what stays out. */
function Foot({ it, report, refused, contents }: FootProps) {
  const { unticked, running, resting, prune } = it.state;
  const { who, keep, part } = useSigning(words.changePlan);
  const [why, setWhy, forgetWhy] = useTyped('import why', '');
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  if (report.outcome === 'refused') return <p className="import-foot wrong">{t.refusedWhole}</p>;
  const { new: made, changed, removed } = report.records;
  if (made + changed + removed === 0) return <p className="import-foot">{t.same(report.records.unchanged)}</p>;
  const rows = report.rows ?? [];
  const out = rows.filter((row) => isChosenAlone(row) && unticked.has(rowKey(row))).length;
  const all = rows.filter(({ did }) => did !== 'affected').length;
  const isNumbered = !prune || (removed > 0 ? typed.trim() === String(removed) : true);
  const apply = (without: boolean): void => {
    setTried(true);
    if (who === '' || !isNumbered || all === out) return;
    keep();
    void it.apply({ who, why: why.trim() || t.whyOf(report.datasets) }, without, removed).then(forgetWhy);
  };
  return (
    <form
      className="import-foot"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        apply(false);
      }}
    >
      {resting && (
        <div className="notice" role="alert">
          <p>{t.restsToo(resting.length)}</p>
          <ul lang="en">
            {resting.slice(0, 20).map(({ key, place, faults }) => (
              <li key={key} dir="auto">
                {recordNameAt(contents.get(place.file)?.value, place)}: {faults[0]?.message}
              </li>
            ))}
          </ul>
          <div className="row wrap">
            <button type="button" className="btn small primary" onClick={() => apply(true)}>
              {t.applyWithout}
            </button>
            <button type="button" className="btn small" onClick={it.backToChoice}>
              {t.back}
            </button>
          </div>
        </div>
      )}
      {prune && removed > 0 && (
        <label>
          <span className="heading">{t.pruneOn(removed)}</span>
          <input
            className="field"
            inputMode="numeric"
            autoComplete="off"
            aria-label={t.pruneNumber}
            value={typed}
            aria-invalid={tried && !isNumbered}
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
      )}
      <div className="import-sign">
        {part(tried)}
        <label>
          <span className="heading">{words.changePlan.reason}</span>
          <input
            className="field"
            maxLength={4_000}
            dir="auto"
            placeholder={t.whyOf(report.datasets)}
            value={why}
            onChange={(event) => setWhy(event.target.value)}
          />
          <span className="meta">{t.reasonNote}</span>
        </label>
      </div>
      <div className="row wrap">
        <button type="submit" className="btn primary" disabled={running !== undefined || resting !== undefined || all === out || !isNumbered}>
          {rows.length === 0 ? t.apply(made + changed + removed, made + changed + removed) : t.apply(all - out, all)}
        </button>
        <span className="meta">{refused.length + out > 0 ? t.staysOut(refused.length, out) : t.nothingYet(report.revision.before)}</span>
      </div>
    </form>
  );
}

function Outcome({ outcome, onAnother, onClose }: { outcome: ImportReport; onAnother: () => void; onClose: () => void }) {
  const deps = useDeps();
  const id = outcome.changeSet;
  return (
    <div className="import-outcome" role="status">
      <h3>{outcome.outcome === 'unchanged' ? t.same(outcome.records.unchanged) : t.done}</h3>
      <p lang="en">{outcome.message}</p>
      <ul lang="en">
        {outcome.claims.summary.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <ConvertedFiles files={outcome.converted ?? []} />
      {outcome.leftOut.length > 0 && (
        <details open>
          <summary>{t.leftOutList}</summary>
          <ul lang="en">
            {outcome.leftOut.map((fault, n) => (
              <li key={n} dir="auto">
                {t.place(fault.file ?? '', fault.line, fault.column)}: {fault.message} <span className="meta">{words.errors.todo(fault.remedy)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <div className="row wrap">
        {id !== undefined && (
          <button
            type="button"
            className="btn primary"
            onClick={() => {
              onClose();
              openPanel(deps, { kind: 'change', id });
            }}
          >
            {t.seeChange}
          </button>
        )}
        <button type="button" className="btn" onClick={onAnother}>
          {t.another}
        </button>
        <button type="button" className="btn" onClick={onClose}>
          {t.close}
        </button>
      </div>
    </div>
  );
}
