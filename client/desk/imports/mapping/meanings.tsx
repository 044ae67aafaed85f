/** What words and names of a table mean: predicates, types, and entities of the case; nothing is matched unless it is chosen here. */
import { useQuery } from '@tanstack/react-query';
import type { TableSample } from '../../../../server/contract/routes/imports.ts';
import type { TableMapping } from '../../../../server/contract/table-mapping.ts';
import { ENTITY_TYPES, isEntityType } from '../../../../server/domain/model/lists.ts';
import { predicatesQuery } from '../../../api/queries.ts';
import { words } from '../../../i18n/messages.ts';

const t = words.imports.mapping;

interface MeaningsProps {
  table: TableSample;
  onChange: (mapping: TableMapping) => void;
}
/** Each cell once. */
function cellsIn({ heads, sample }: TableSample, column: string): string[] {
  const at = heads.indexOf(column);
  return [...new Set(sample.map(({ cells }) => (cells[at] ?? '').trim()).filter((cell) => cell !== ''))];
}
/** The choices without the one for this cell, and with the new one. */
const chosen = <T extends { cell: string }>(choices: readonly T[] | undefined, cell: string, next: T | undefined): T[] => [
  ...(choices ?? []).filter((one) => one.cell !== cell),
  ...(next ? [next] : []),
];

export function Meanings({ table, onChange }: MeaningsProps) {
  const { mapping } = table;
  const known = useQuery(predicatesQuery()).data?.predicates ?? [];
  const verbs = mapping.rows === 'claims' && 'column' in mapping.predicate ? cellsIn(table, mapping.predicate.column) : [];
  const typed = (mapping.rows === 'claims' ? [mapping.subjectType, mapping.objectType] : [mapping.type]).flatMap((from) =>
    from && 'column' in from ? cellsIn(table, from.column) : [],
  );
  // Only words that are none of ours ask for a choice.
  const isUnread = (cell: string): boolean =>
    mapping.types?.some((one) => one.cell === cell) === true || table.sample.some(({ rejected }) => rejected?.reason.includes(`“${cell.slice(0, 60)}”`));
  const types = [...new Set(typed)].filter(isUnread);
  if (verbs.length + types.length + table.alike.length === 0) return null;
  return (
    <>
      {verbs.length + types.length > 0 && (
        <section aria-label={t.meanings}>
          <h4 className="heading">{t.meanings}</h4>
          <p className="meta">{t.meaningsNote}</p>
          <div className="map-fields">
            {verbs.map((cell) => (
              <Meaning
                key={cell}
                cell={cell}
                value={(mapping.rows === 'claims' ? mapping.predicates : undefined)?.find((one) => one.cell === cell)?.id ?? ''}
                empty={t.ofWords}
                options={known.map(({ id, forms }) => ({ id, name: forms.finite }))}
                onChange={(id) =>
                  mapping.rows === 'claims' && onChange({ ...mapping, predicates: chosen(mapping.predicates, cell, id === '' ? undefined : { cell, id }) })
                }
              />
            ))}
            {types.map((cell) => (
              <Meaning
                key={cell}
                cell={cell}
                value={mapping.types?.find((one) => one.cell === cell)?.type ?? ''}
                empty={t.noType}
                options={ENTITY_TYPES.map((id) => ({ id, name: words.type[id] }))}
                onChange={(id) => onChange({ ...mapping, types: chosen(mapping.types, cell, isEntityType(id) ? { cell, type: id } : undefined) })}
              />
            ))}
          </div>
        </section>
      )}
      {table.alike.length > 0 && (
        <section aria-label={t.alike}>
          <h4 className="heading">{t.alike}</h4>
          <p className="meta">{t.alikeNote}</p>
          <div className="map-fields">
            {table.alike.map(({ cell, entities }) => (
              <Meaning
                key={cell}
                cell={cell}
                value={mapping.entities?.find((one) => one.cell === cell)?.id ?? ''}
                empty={t.own}
                options={entities.map(({ id, name, type }) => ({ id, name: `${name} (${words.type[type]})` }))}
                onChange={(id) => onChange({ ...mapping, entities: chosen(mapping.entities, cell, id === '' ? undefined : { cell, id }) })}
              />
            ))}
          </div>
        </section>
      )}
    </>
  );
}

interface MeaningProps {
  cell: string;
  value: string;
  empty: string;
  options: readonly { id: string; name: string }[];
  onChange: (id: string) => void;
}
function Meaning({ cell, value, empty, options, onChange }: MeaningProps) {
  return (
    <label className="map-field">
      <span>{t.meaningOf(cell)}</span>
      <select className="field" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{empty}</option>
        {value !== '' && !options.some(({ id }) => id === value) && <option value={value}>{value}</option>}
        {options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
