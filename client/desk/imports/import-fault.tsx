/** Why a record is refused: the fault, the line itself, what to do; and what else was seen in the files. */
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { words } from '../../i18n/messages.ts';
import type { Fault, RefusedRow } from './import-choice.ts';
import { linesAround, recordNameAt } from './file-lines.ts';
import type { FileContent } from './use-contents.ts';

const t = words.imports;

interface FaultProps {
  row: RefusedRow | undefined;
  of: readonly RefusedRow[];
  warnings: readonly Fault[];
  contents: ReadonlyMap<string, FileContent>;
  onStep: (by: number) => void;
}

export function ImportFault({ row, of, warnings, contents, onStep }: FaultProps) {
  return (
    <aside className="import-right scroll" aria-label={row ? t.problem(of.indexOf(row) + 1, of.length) : t.warnings} tabIndex={0}>
      {row && (
        <>
          <div className="row import-step">
            <h3>{t.problem(of.indexOf(row) + 1, of.length)}</h3>
            <button type="button" className="btn small icon" aria-label={t.previous} onClick={() => onStep(-1)}>
              <IconChevronUp size={16} stroke={1.7} aria-hidden />
            </button>
            <button type="button" className="btn small icon" aria-label={t.next} onClick={() => onStep(1)}>
              <IconChevronDown size={16} stroke={1.7} aria-hidden />
            </button>
          </div>
          <p className="proposition" lang="en" dir="auto">
            {recordNameAt(contents.get(row.place.file)?.value, row.place)}
          </p>
          {row.faults.map((fault, n) => (
            <OneFault key={n} fault={fault} content={contents.get(row.place.file)} />
          ))}
          <p className="block meta">{t.leftAside}</p>
        </>
      )}
      {warnings.length > 0 && (
        <section className="block" aria-label={t.warnings}>
          <h3 className="heading">{t.warnings}</h3>
          <ul lang="en">
            {warnings.map((warning, n) => (
              <li key={n} dir="auto">
                {warning.message} <span className="meta">{t.place(warning.file ?? '', warning.line, warning.column)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
}

function OneFault({ fault, content }: { fault: Fault; content: FileContent | undefined }) {
  const { message, remedy, file = '', pointer, line, column, count } = fault;
  return (
    <section className="block">
      <p className="import-fault" lang="en" dir="auto">
        {message}
      </p>
      <p className="meta" dir="auto">
        {t.place(file, line, column)} <code>{pointer}</code>
      </p>
      {count !== undefined && count > 1 && <p className="meta">{t.countAt(count)}</p>}
      {line !== undefined &&
        (content ? (
          <pre className="import-lines" aria-label={t.theLine} tabIndex={0} dir="ltr">
            {linesAround(content.text, line).map(({ number, text }) => (
              <span key={number} className={number === line ? 'at' : undefined}>
                <i>{number}</i>
                {text}
              </span>
            ))}
          </pre>
        ) : (
          <p className="meta">{t.tooLarge}</p>
        ))}
      <p lang="en" dir="auto">
        <b>{t.todo}:</b> {remedy}
      </p>
    </section>
  );
}
