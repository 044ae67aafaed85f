/** The left side of an import: the files, what was read of them, and whether what they leave out is taken away. */
import { IconFileText, IconTable, IconX } from '@tabler/icons-react';
import type { NamedFile } from '../../api/queries-imports.ts';
import { words } from '../../i18n/messages.ts';
import { useDeskCase } from '../forms/use-desk-case.ts';
import { ChooseFiles } from './choose-files.tsx';
import { ConvertedFiles } from './converted-files.tsx';
import type { RefusedRow } from './import-choice.ts';
import type { useImport } from './use-import.ts';

const t = words.imports;

interface LeftProps {
  it: ReturnType<typeof useImport>;
  refused: readonly RefusedRow[];
  onFiles: (files: NamedFile[]) => void;
}

export function ImportLeft({ it, refused, onFiles }: LeftProps) {
  const { files, report, running, prune, unticked } = it.state;
  const isWriting = running?.act === 'write';
  return (
    <section className="import-left scroll" aria-label={t.files(files.length)} tabIndex={0}>
      <h3 className="heading">{t.files(files.length)}</h3>
      <ul className="import-files">
        {files.map(({ name }) => (
          <li key={name}>
            <IconFileText size={16} stroke={1.7} aria-hidden />
            <span>
              <b dir="auto">{name}</b>
              {refusedIn(refused, name) > 0 && <span className="wrong meta">{t.refusedIn(refusedIn(refused, name))}</span>}
            </span>
            <button
              type="button"
              className="btn small icon"
              aria-label={t.takeAway(name)}
              disabled={isWriting}
              onClick={() => it.change({ files: files.filter((one) => one.name !== name), unticked: new Set() })}
            >
              <IconX size={14} stroke={1.7} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      {!isWriting && <ChooseFiles onFiles={onFiles} small />}
      {it.state.tables.length > 0 && !it.state.mapping && (
        <p className="block">
          <button type="button" className="btn small" disabled={isWriting} onClick={it.map}>
            <IconTable size={14} stroke={1.7} aria-hidden /> {t.mapping.again}
          </button>
        </p>
      )}
      <CaseOfFiles it={it} />
      {report && <ConvertedFiles files={report.converted ?? []} />}
      {report && report.outcome !== 'refused' && <Counts records={report.records} />}
      {report && (report.outcome !== 'refused' || prune) && (
        <section className="block" aria-label={t.pruneHead}>
          <h3 className="heading">{t.pruneHead}</h3>
          <label className="row">
            <input
              type="checkbox"
              checked={prune}
              disabled={isWriting || (!prune && refused.length + unticked.size > 0)}
              onChange={(event) => it.change({ prune: event.target.checked })}
            />
            {t.prune}
          </label>
          <p className="meta">{refused.length + unticked.size > 0 && !prune ? t.pruneNotWithOut : !prune ? t.pruneOff(report.records.kept) : ''}</p>
        </section>
      )}
    </section>
  );
}

const refusedIn = (refused: readonly RefusedRow[], name: string): number => refused.filter(({ place }) => place.file === name).length;

/** Read = new + changed + the same + refused. */
function Counts({ records }: { records: { new: number; changed: number; unchanged: number; refused: number } }) {
  const rows = ['new', 'changed', 'unchanged', 'refused'] as const;
  return (
    <section className="block" aria-label={t.read}>
      <h3 className="heading">{t.read}</h3>
      <table className="import-counts">
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th scope="row">{t.counts[row]}</th>
              <td>{records[row].toLocaleString('en')}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t.counts.total}</th>
            <td>{rows.reduce((sum, row) => sum + records[row], 0).toLocaleString('en')}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

/** Asked where a file names no dataset. */
function CaseOfFiles({ it }: { it: ReturnType<typeof useImport> }) {
  const { cases } = useDeskCase();
  const { dataset, report, tables } = it.state;
  const isMissing = report?.problems.some(({ code }) => code === 'dataset-missing');
  if (!isMissing && dataset === '' && tables.length === 0) return null;
  return (
    <div className="block">
      <label>
        <span className="heading">{tables.length > 0 ? t.datasetTables : t.dataset}</span>
        <select className="field" value={dataset} onChange={(event) => it.change({ dataset: event.target.value })}>
          <option value="">{isMissing ? t.noDataset : t.ownDataset}</option>
          {cases.map(({ id, title }) => (
            <option key={id} value={id}>
              {title ?? id}
            </option>
          ))}
        </select>
      </label>
      <p className="meta">{tables.length > 0 ? t.datasetOfTables : t.datasetNote}</p>
    </div>
  );
}
