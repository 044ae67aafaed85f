/** What became of files of other programs: read = taken over + rejected, with the reason and the places of whatever is not taken over. */
import type { ImportReport } from '../../../server/contract/routes/imports.ts';
import { words } from '../../i18n/messages.ts';

const t = words.imports;
type ConvertedFile = NonNullable<ImportReport['converted']>[number];

export function ConvertedFiles({ files }: { files: readonly ConvertedFile[] }) {
  if (files.length === 0) return null;
  return (
    <section className="block import-converted" aria-label={t.convertedHead}>
      <h3 className="heading">{t.convertedHead}</h3>
      {files.map((file) => (
        <Converted key={file.file} file={file} />
      ))}
      {files.some(({ format, rejected, lost }) => format !== 'csv-set' && rejected.length + lost.length > 0) && <p className="meta">{t.convertedNote}</p>}
    </section>
  );
}

const sum = (of: ConvertedFile['rejected']): number => of.reduce((all, { count }) => all + count, 0);

function Converted({ file: { file, format, read, created, matched, unchanged, rejected, lost } }: { file: ConvertedFile }) {
  const refused = sum(rejected);
  return (
    <div>
      <p>
        <b dir="auto">{file}</b> <span className="meta">{t.formatNames[format]}</span>
      </p>
      <p>{t.convertedRead(read, read - refused, refused)}</p>
      {created !== undefined && <p className="meta">{t.convertedCounts(created, matched ?? 0, unchanged ?? 0)}</p>}
      {refused > 0 && <Reasons title={t.rejectedList(refused)} of={rejected} isOpen />}
      {lost.length > 0 && <Reasons title={t.lostList(sum(lost))} of={lost} />}
    </div>
  );
}

function Reasons({ title, of, isOpen = false }: { title: string; of: ConvertedFile['rejected']; isOpen?: boolean }) {
  return (
    <details open={isOpen}>
      <summary>{title}</summary>
      <ul lang="en">
        {of.map(({ reason, count, places, remedy }) => (
          <li key={reason} dir="auto">
            {count.toLocaleString('en')} × {reason}
            {remedy !== undefined && `; ${remedy}`}{' '}
            {places.length > 0 && <span className="meta">({[...places, ...(count > places.length ? [t.morePlaces] : [])].join(', ')})</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
