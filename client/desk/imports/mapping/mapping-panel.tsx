/** The columns of tables of other programs: which says what, with the first rows as the sentences they would become. */
import { IconDownload } from '@tabler/icons-react';
import type { TableSample } from '../../../../server/contract/routes/imports.ts';
import { MAPPING_FORMAT, type TableMapping } from '../../../../server/contract/table-mapping.ts';
import type { NamedFile } from '../../../api/queries-imports.ts';
import { words } from '../../../i18n/messages.ts';
import { ClaimFields, EntityFields } from './mapping-fields.tsx';
import { Meanings } from './meanings.tsx';
import { useMapping } from './use-mapping.ts';

const t = words.imports.mapping;

interface PanelProps {
  files: readonly NamedFile[];
  given: readonly TableSample[];
  onMapped: (mappings: readonly TableMapping[]) => void;
}
export function MappingPanel({ files, given, onMapped }: PanelProps) {
  const { tables, change, asking, failed } = useMapping(files, given);
  const mappings = tables.map(({ mapping }) => mapping);
  const isFaulty = tables.some(({ faults }) => faults.length > 0);
  return (
    <section className="import-middle map" aria-label={t.title} tabIndex={0}>
      <div className="map-scroll">
        <h3>{t.title}</h3>
        <p className="meta">{tables.every((table) => table.given) ? t.known : t.intro}</p>
        {tables.map((table) => (
          <Table key={table.file} table={table} onChange={change} isAsking={asking} />
        ))}
      </div>
      <div className="import-foot">
        {failed !== undefined && (
          <p className="notice danger" role="alert" lang="en">
            {failed}
          </p>
        )}
        <div className="row wrap">
          <button type="button" className="btn primary" disabled={asking || isFaulty} onClick={() => onMapped(mappings)}>
            {t.plan}
          </button>
          <a className="btn small" download="mapping.json" href={fileOf(mappings)}>
            <IconDownload size={14} stroke={1.7} aria-hidden /> {t.save}
          </a>
          <span className="meta">{t.saveNote}</span>
        </div>
      </div>
    </section>
  );
}

const fileOf = (tables: readonly TableMapping[]): string =>
  `data:application/json;charset=utf-8,${encodeURIComponent(`${JSON.stringify({ format: MAPPING_FORMAT, tables }, null, 2)}\n`)}`;

function Table({ table, onChange, isAsking }: { table: TableSample; onChange: (mapping: TableMapping) => void; isAsking: boolean }) {
  const { file, mapping, separator, encoding, sample, notTaken, faults } = table;
  return (
    <section className="map-table" aria-label={file}>
      <h4>
        <bdi>{file}</bdi>
      </h4>
      <p className="meta">{t.about(sample.length, t.separators[separator], t.encodings[encoding])}</p>
      <div className="map-fields">
        <label className="map-field">
          <span>{t.rows}</span>
          <select className="field" value={mapping.rows} onChange={(event) => onChange(otherRows(mapping, event.target.value === 'entities'))}>
            <option value="claims">{t.rowsAre.claims}</option>
            <option value="entities">{t.rowsAre.entities}</option>
          </select>
        </label>
      </div>
      {mapping.rows === 'claims' ? <ClaimFields mapping={mapping} onChange={onChange} /> : <EntityFields mapping={mapping} onChange={onChange} />}
      <Meanings table={table} onChange={onChange} />
      {faults.length > 0 && (
        <div className="notice danger" role="alert">
          <p>{t.faulty}</p>
          <ul lang="en">
            {faults.map(({ message, remedy }) => (
              <li key={message} dir="auto">
                {message}: {remedy}
              </li>
            ))}
          </ul>
        </div>
      )}
      <section className="map-sample" aria-label={t.sample} aria-busy={isAsking} data-asking={isAsking || undefined}>
        <h4 className="heading">{t.sample}</h4>
        <ol>
          {sample.map(({ line, cells, sentence, rejected }) => (
            <li key={line} className={rejected ? 'out' : undefined}>
              <span className="meta">{t.line(line)}</span>
              <div>
                {rejected ? (
                  <p lang="en" dir="auto">
                    <b>{t.rejected}</b> {rejected.reason}
                    {rejected.remedy !== undefined && `; ${rejected.remedy}`}
                  </p>
                ) : (
                  <p className="said" lang="en" dir="auto">
                    {sentence}
                  </p>
                )}
                <p className="meta cells" dir="auto">
                  {cells.filter((cell) => cell.trim() !== '').join(' · ')}
                </p>
              </div>
            </li>
          ))}
        </ol>
        <p className="meta" dir="auto">
          {notTaken.length === 0 ? t.allTaken : t.notTaken(notTaken)}
        </p>
      </section>
    </section>
  );
}

/** The same table as the other kind of rows, with its first columns where they must be. */
function otherRows({ heads }: TableMapping, isEntities: boolean): TableMapping {
  const [first = '', second = first] = heads;
  const person = { fixed: 'Person' as const };
  return isEntities
    ? { heads, rows: 'entities', id: first, name: second, type: person }
    : {
        heads,
        rows: 'claims',
        ends: 'names',
        subject: first,
        object: second,
        objectIs: 'entity',
        subjectType: person,
        objectType: person,
        predicate: { fixed: 'linked to' },
      };
}
