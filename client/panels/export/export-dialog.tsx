/** The export dialog: what is exported, in which format, and what the publication gate refuses. */
import { useMemo, useState } from 'react';
import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { callForFile } from '../../api/call.ts';
import { askedPath, clockBodyOf, exportCheckQuery, type ExportRequest, questionsQuery, traceQuery } from '../../api/queries.ts';
import { API_LIMITS } from '../../../server/contract/parts.ts';
import { DOSSIERS, EXPORT_FORMATS, type ExportFormat, PICTURES, writeExport } from '../../../server/contract/routes/exports.ts';
import { canonicalJson } from '../../../server/domain/model/canonical-json.ts';
import { useDeps } from '../../acts/deps.ts';
import { composeDossier, partsOfClaims, partsOfTrace } from '../../acts/compose-dossier.ts';
import { choosePath } from '../../acts/run-trace.ts';
import { explainError, wasStopped } from '../../api/explain-error.ts';
import { positionsAsDrawn } from '../../state/drawn/positions-as-drawn.ts';
import { type Sheet, sheetOf } from '../../state/drawn/sheet.ts';
import { useDrawn } from '../../state/drawn/use-drawn.ts';
import { useDraft } from '../../state/drafts.ts';
import { describeFilters } from '../../state/filters/filters.ts';
import { useView } from '../../state/store.ts';
import { useOpened } from '../../ui/lazily.ts';
import { Failure, Loading, WaitingLine } from '../../ui/states.tsx';
import { words } from '../../i18n/messages.ts';
import { useNameOf } from '../disclosure/disclosure.tsx';
import { useCases } from '../cases/use-cases.ts';
import { Gate, type GateChoice } from './gate.tsx';
import { nextThatPasses, usePathGate } from './path-gate.ts';
import { Pieces, type What } from './pieces.tsx';
import { questionAsked } from './question-asked.ts';
import { saveFile } from './save-file.ts';
import type { ExportWish } from './use-export.ts';

const t = words.export;
const ORDER: readonly ExportFormat[] = ['markdown-dossier', 'docx-dossier', 'html-dossier', 'own-json', 'csv-set', 'png', 'svg', 'embed'];
/** Formats of other programs, in one list. */
const PROGRAMS: readonly ExportFormat[] = EXPORT_FORMATS.filter((format) => !ORDER.includes(format));

export interface ExportDialogProps {
  wish: ExportWish | undefined;
  onClose: () => void;
}

export function ExportDialog({ wish, onClose }: ExportDialogProps) {
  const opened = useOpened(wish !== undefined);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t.title}
      size="lg"
      classNames={{ content: 'fitted', body: 'fitted-body' }}
      closeButtonProps={{ 'aria-label': words.app.close }}
    >
      {wish && <Form wish={wish} onClose={onClose} />}
    </Modal>
  );
}

function Form({ wish, onClose }: ExportDialogProps & { wish: ExportWish }) {
  const deps = useDeps();
  const document = useView((s) => s.history.present);
  const trace = useView((s) => s.history.present.trace);
  const readPath = useView((s) => s.reading.path);
  const reading = useView((s) => s.panels.some((panel) => panel.kind === 'prose'));
  const view = useDrawn();
  const answer = useQuery({ ...traceQuery(trace.from ?? {}, trace.to ?? {}, trace.switches, document.clocks), enabled: false });
  const paths = answer.data?.paths ?? [];
  // The path that is read in words: the first where none was chosen, as after opening a link. `taken` is one that the reader takes here.
  const [taken, setTaken] = useState<string>();
  const path = paths.find((p) => p.id === taken) ?? wish.path ?? (reading ? (paths.find((p) => p.id === readPath) ?? paths[0]) : undefined);
  const verdicts = usePathGate({ revision: answer.data?.revision ?? 0, paths });
  const { rows } = wish;
  // A trace without a path has an answer all the same, and the server tells it from the two ends.
  const unlinked = useMemo(() => {
    const { from, to, switches } = trace;
    return answer.data?.paths.length === 0 && from && to ? { trace: { from, to, switches }, lead: answer.data.answer.sentences[0]?.text ?? '' } : undefined;
  }, [answer.data, trace]);
  const isAnswerRead = wish.answer ?? (reading || view.nodes.length === 0);
  const selection = useView((s) => s.selection);
  const cases = useCases();
  const hasSelection = selection.entities.length + selection.claims.length > 0;
  const [what, setWhat] = useState<What>(
    rows ? 'rows' : path ? 'path' : unlinked && isAnswerRead ? 'answer' : view.nodes.length > 0 ? 'drawn' : hasSelection ? 'selected' : 'case',
  );
  const [wanted, setFormat] = useState<ExportFormat>(rows ? 'csv-set' : 'markdown-dossier');
  const panels = useView((s) => s.panels);
  const [choice, setChoice] = useState<GateChoice>({ kind: 'stop' });
  const ofPath = what === 'path' && path !== undefined;
  const ofAnswer = what === 'answer' ? unlinked : undefined;
  const ofRows = what === 'rows' ? rows : undefined;
  const ofCase = what === 'case' ? cases?.shown : undefined;
  // What is typed survives a reload and the closing of the dialog, for the piece it was typed for; the choice to override does not.
  const piece = ofPath ? `path ${path.id}` : ofAnswer ? `answer ${canonicalJson(ofAnswer.trace)}` : ofRows ? `rows ${ofRows.title}` : what;
  const [reason, setReason, forgetReason] = useDraft(`export reason ${piece}`, '');
  const [title, setTitle, forgetTitle] = useDraft(`export title ${piece}`, '');
  const [asked, setAsked, forgetAsked] = useDraft(`export asked ${piece}`, '');
  const choose = (next: GateChoice): void => {
    if (next.kind !== 'override') return setChoice(next);
    const kept = choice.kind === 'override' ? next.reason : reason;
    setReason(kept);
    setChoice({ kind: 'override', reason: kept });
  };
  /** What was chosen for one piece is not chosen for another. */
  const chooseWhat = (next: What): void => {
    setWhat(next);
    setChoice({ kind: 'stop' });
  };
  const [bundle, setBundle] = useState(false);
  const [pictured, setPictured] = useState(false);
  const [busy, setBusy] = useState(false);
  const nameOf = useNameOf();
  // A picture is of what is drawn, never of an answer without a path.
  const format = ofAnswer && PICTURES.includes(wanted) ? 'markdown-dossier' : wanted;
  const isDossier = DOSSIERS.includes(format);
  const withPicture = pictured && isDossier;
  const isPicture = PICTURES.includes(format) || withPicture;
  const drawn = useMemo(() => sheetOf({ view }), [view]);
  const selected = useMemo(() => sheetOf({ view, selected: selection }), [view, selection]);
  const sheet = useMemo((): Sheet => {
    if (ofRows) return { entities: new Set(ofRows.entities), claims: new Set(ofRows.claims) };
    if (ofAnswer || what === 'case') return { entities: new Set(), claims: new Set() };
    if (what === 'selected') return selected;
    return ofPath ? sheetOf({ view, path }) : drawn;
  }, [ofRows, ofAnswer, what, ofPath, path, view, drawn, selected]);
  const filters = useMemo(
    () => (ofPath || ofAnswer || what === 'case' ? [] : [...describeFilters(document.filters, nameOf), ...(ofRows?.lines ?? [])]),
    [ofPath, ofAnswer, ofRows, what, document, nameOf],
  );
  const request: ExportRequest = useMemo(
    () => ({
      entities: [...sheet.entities],
      ...(ofCase ? { datasets: ofCase.map(({ id }) => id) } : { claims: [...sheet.claims] }),
      paths: ofPath ? [askedPath(path)] : [],
      trace: ofAnswer?.trace,
      clocks: clockBodyOf(ofRows?.clocks ?? document.clocks),
      filters,
    }),
    [ofRows, ofCase, ofAnswer, ofPath, path, sheet, filters, document],
  );
  const empty = what === 'case' ? !ofCase || ofCase.length === 0 : !ofAnswer && sheet.entities.size + sheet.claims.size === 0;
  const check = useQuery({ ...exportCheckQuery(request), enabled: !empty });
  const refused = check.data?.refused ?? [];
  const fills = (of: { entities: number; claims: number; notLinked?: boolean }) => of.claims > 0 || of.notLinked === true || (!isDossier && of.entities > 0);
  const leavable = check.data !== undefined && fills(check.data.left);
  const leavesOut = choice.kind === 'leave-out' && leavable && refused.length > 0;
  const size = ofCase ? ofCase.reduce((sum, { entities }) => sum + entities, 0) : sheet.entities.size;
  const isTooLarge = isPicture && size > API_LIMITS.pictureEntities;
  const mayWrite =
    !isTooLarge &&
    check.data !== undefined &&
    fills(check.data) &&
    (refused.length === 0 || leavesOut || (choice.kind === 'override' && choice.reason.trim() !== ''));
  // Once the refused is left out, other lines are printed and another title is given.
  const without = useQuery({ ...exportCheckQuery({ ...request, gate: { leaveOut: true } }), enabled: leavesOut });
  const written = (leavesOut ? without.data : undefined) ?? check.data;
  const questions = useQuery(questionsQuery());
  const question = ofCase
    ? undefined
    : ofRows
      ? ofRows.asked
      : questionAsked({ ofTrace: ofPath || ofAnswer !== undefined, trace, panels }, questions.data?.questions ?? []);
  // A question may name somebody who is left out, so that nobody reads the name.
  const askedByView = leavesOut && refused.some(({ kind }) => kind === 'entity') ? undefined : question;
  const next = ofPath ? nextThatPasses(paths, verdicts, path.id) : undefined;
  const takeNext = (): void => {
    if (!next || !answer.data) return;
    choosePath(deps, answer.data, next.id);
    setTaken(next.id);
    setChoice({ kind: 'stop' });
  };
  if (cases?.shown.length === 0 && !rows && !unlinked) return <p className="notice">{t.nothing}</p>;

  const positionsFor = (): { id: string; x: number; y: number }[] | undefined => {
    if (ofRows || what === 'case') return undefined;
    if (format === 'cytoscape-json') return [...document.canvas.positions].map(([id, { x, y }]) => ({ id, x, y }));
    return isPicture ? positionsAsDrawn(deps.store.get()) : undefined;
  };
  const compose = (): void => {
    const claims = [...sheet.claims].slice(0, API_LIMITS.dossierParts / 2);
    const parts = (ofPath || ofAnswer) && answer.data ? partsOfTrace(deps, answer.data, ofPath ? [path] : []) : partsOfClaims(deps, claims);
    onClose();
    composeDossier(deps, { parts, asked: question });
  };
  const write = async (): Promise<void> => {
    setBusy(true);
    const run = deps.latest.begin('export', words.doing.export);
    const { signal } = run;
    try {
      const gate =
        refused.length === 0 || choice.kind === 'stop'
          ? undefined
          : choice.kind === 'leave-out'
            ? { leaveOut: true as const }
            : { override: choice.reason.trim() };
      const told = { title: title.trim() || undefined, asked: asked.trim() || askedByView };
      const { blob, name } = await callForFile(writeExport, {
        body: { ...request, ...told, format, gate, positions: positionsFor(), picture: withPicture || undefined, bundle: bundle || undefined },
        signal,
      });
      saveFile(blob, name);
      deps.tell(t.done(name));
      forgetTitle();
      forgetAsked();
      forgetReason();
      onClose();
    } catch (error) {
      deps.tell(wasStopped(error) ? words.errors.notExported : `${words.errors.notExported} ${explainError(error)}`, !wasStopped(error));
    } finally {
      run.end();
      setBusy(false);
    }
  };

  return (
    <form
      className="dialog"
      onSubmit={(event) => {
        event.preventDefault();
        void write();
      }}
    >
      <div className="dialog-scroll">
        <Pieces
          what={what}
          choose={chooseWhat}
          offered={[
            path && { what: 'path', text: t.path(path.title) },
            unlinked && { what: 'answer', text: t.answer(unlinked.lead) },
            rows && { what: 'rows', text: rows.title },
            { what: 'drawn', text: t.drawn(view.nodes.length, drawn.claims.size), isBare: view.nodes.length === 0 },
            hasSelection && { what: 'selected', text: t.selected(selected.entities.size, selected.claims.size) },
            cases &&
              cases.shown.length > 0 && {
                what: 'case',
                text: t.case(
                  cases.shown.map(({ title, id }) => title ?? id),
                  cases.shown.reduce((sum, { claims }) => sum + claims, 0),
                ),
              },
          ]}
        />
        <fieldset className="bare-set">
          <legend className="heading">{t.format}</legend>
          {ORDER.map((f) => (
            <label key={f} className="check">
              <input
                type="radio"
                name="format"
                checked={format === f}
                disabled={PICTURES.includes(f) && ofAnswer !== undefined}
                onChange={() => setFormat(f)}
              />
              {t.formats[f]}
            </label>
          ))}
          <div className="check">
            <input
              type="radio"
              name="format"
              aria-label={t.program}
              checked={PROGRAMS.some((f) => f === format)}
              onChange={() => setFormat(PROGRAMS[0] ?? 'own-json')}
            />
            <span>{t.program}</span>
            <select
              className="field"
              aria-label={t.programName}
              value={PROGRAMS.find((f) => f === format) ?? ''}
              onChange={(event) => setFormat(PROGRAMS.find((f) => f === event.target.value) ?? 'own-json')}
            >
              {!PROGRAMS.some((f) => f === format) && <option value="">{t.programNone}</option>}
              {PROGRAMS.map((f) => (
                <option key={f} value={f}>
                  {t.formats[f]}
                </option>
              ))}
            </select>
          </div>
        </fieldset>
        {isDossier && (
          <label className="check">
            <input type="checkbox" checked={pictured} onChange={(event) => setPictured(event.target.checked)} />
            {t.pictured}
          </label>
        )}
        <label className="check">
          <input type="checkbox" checked={bundle} onChange={(event) => setBundle(event.target.checked)} />
          {t.bundle}
        </label>
        {empty && <p className="notice">{t.nothing}</p>}
        {isTooLarge && (
          <p className="notice danger" role="alert">
            {t.tooLarge(size, API_LIMITS.pictureEntities)}
          </p>
        )}
        {check.isFetching && !check.data && (
          <>
            <p className="meta">{t.checking}</p>
            <Loading rows={3} />
          </>
        )}
        {check.error && !check.data && <Failure error={check.error} retry={() => void check.refetch()} />}
        {check.data && !fills(check.data) && !empty && (
          <p className="notice danger" role="alert">
            {t.emptyDossier}
          </p>
        )}
        {check.data && (
          <Gate
            refused={refused}
            choice={choice}
            onChoice={choose}
            claims={check.data.claims}
            left={check.data.left}
            leavable={leavable}
            path={ofPath && verdicts ? { next: next?.title, onNext: takeNext } : undefined}
          />
        )}
        <label>
          <span className="heading">{t.heading}</span>
          <input className="field" maxLength={200} value={title} placeholder={written?.title} onChange={(event) => setTitle(event.target.value)} dir="auto" />
        </label>
        <label>
          <span className="heading">{t.asked}</span>
          <textarea
            className="field"
            rows={2}
            maxLength={500}
            value={asked}
            placeholder={askedByView ?? written?.asked}
            onChange={(event) => setAsked(event.target.value)}
            dir="auto"
          />
        </label>
        {written && written.printed.length > 0 && (
          <div>
            <p className="heading">{t.printed}</p>
            <ul className="printed" aria-label={t.printed}>
              {written.printed.map((line) => (
                <li key={line} dir="auto">
                  {line}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
      <div className="dialog-foot">
        {busy && (
          <p className="row" role="status">
            {words.doing.export}…
            <button type="button" className="btn small" aria-label={words.activity.stop(words.doing.export)} onClick={() => deps.latest.cancel('export')}>
              {words.app.stop}
            </button>
          </p>
        )}
        <WaitingLine />
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          {refused.length > 0 && !mayWrite && <p className="meta waits">{t.waits}</p>}
          {(ofPath || ofAnswer || sheet.claims.size > 0) && (
            <button type="button" className="btn" onClick={compose}>
              {words.dossier.compose}
            </button>
          )}
          <button type="button" className="btn" onClick={onClose}>
            {words.app.close}
          </button>
          <button type="submit" className="btn primary" disabled={!mayWrite || busy}>
            {t.write}
          </button>
        </div>
      </div>
    </form>
  );
}
