/** The parts of a mapping, each with the column that plays it. */
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { ENTITY_TYPES, isEntityType } from '../../../../server/domain/model/lists.ts';
import type { ClaimsMapping, EntitiesMapping, TableMapping } from '../../../../server/contract/table-mapping.ts';
import { predicatesQuery } from '../../../api/queries.ts';
import { words } from '../../../i18n/messages.ts';

const t = words.imports.mapping;
type Part = keyof typeof t.parts;

interface SelectProps {
  part: Part;
  value: string;
  onChange: (value: string) => void;
  children: React.ReactNode;
}
function Select({ part, value, onChange, children }: SelectProps) {
  return (
    <label className="map-field">
      <span>{t.parts[part]}</span>
      <select className="field" value={value} onChange={(event) => onChange(event.target.value)}>
        {children}
      </select>
    </label>
  );
}
/** Values of options: a column by its place, so that no name of a column is taken for anything else. */
const columnAt = (i: number): string => `column ${i}`;
const ALWAYS = 'always';

function Columns({ heads }: { heads: readonly string[] }) {
  return (
    <optgroup label={t.columns}>
      {heads.map((head, i) => (
        <option key={head} value={columnAt(i)}>
          {head}
        </option>
      ))}
    </optgroup>
  );
}
const headAt = (heads: readonly string[], value: string): string | undefined => heads.find((_, i) => columnAt(i) === value);
const valueOf = (heads: readonly string[], column: string | undefined): string => (column === undefined ? '' : columnAt(heads.indexOf(column)));

interface FieldsProps<M> {
  mapping: M;
  onChange: (mapping: M) => void;
}

/** A column, needed or not. */
function Column<M extends TableMapping>({ mapping, onChange, part, needed = false }: FieldsProps<M> & { part: Part & keyof M; needed?: boolean }) {
  return (
    <Select
      part={part}
      value={valueOf(mapping.heads, mapping[part] as string | undefined)}
      onChange={(value) => onChange({ ...mapping, [part]: headAt(mapping.heads, value) })}
    >
      {!needed && <option value="">{t.none}</option>}
      <Columns heads={mapping.heads} />
    </Select>
  );
}

/** A column, or one type for all rows. */
function Type<M extends TableMapping>({ mapping, onChange, part }: FieldsProps<M> & { part: Part & keyof M }) {
  const from = mapping[part] as ClaimsMapping['subjectType'];
  return (
    <Select
      part={part}
      value={from === undefined ? '' : 'fixed' in from ? from.fixed : valueOf(mapping.heads, from.column)}
      onChange={(value) => {
        const column = headAt(mapping.heads, value);
        onChange({ ...mapping, [part]: column === undefined ? { fixed: isEntityType(value) ? value : 'Person' } : { column } });
      }}
    >
      {from === undefined && <option value="">{t.none}</option>}
      <optgroup label={t.types}>
        {ENTITY_TYPES.map((type) => (
          <option key={type} value={type}>
            {words.type[type]}
          </option>
        ))}
      </optgroup>
      <Columns heads={mapping.heads} />
    </Select>
  );
}

/** A column, or one text for all rows, or nothing. */
function Source({ mapping, onChange, part }: FieldsProps<ClaimsMapping> & { part: 'sourceTitle' | 'sourcePublisher' | 'sourceAddress' }) {
  const { [part]: from, ...others } = mapping;
  // Without words yet it is no part of the mapping.
  const [isFixed, setFixed] = useState(from !== undefined && 'fixed' in from);
  return (
    <div>
      <Select
        part={part}
        value={isFixed ? ALWAYS : from && 'column' in from ? valueOf(mapping.heads, from.column) : ''}
        onChange={(value) => {
          const column = headAt(mapping.heads, value);
          setFixed(value === ALWAYS);
          onChange(column === undefined ? others : { ...others, [part]: { column } });
        }}
      >
        <option value="">{t.none}</option>
        <option value={ALWAYS}>{t.always}</option>
        <Columns heads={mapping.heads} />
      </Select>
      {isFixed && (
        <Fixed
          part={part}
          value={from && 'fixed' in from ? from.fixed : ''}
          onChange={(fixed) => onChange(fixed === '' ? others : { ...others, [part]: { fixed } })}
        />
      )}
    </div>
  );
}

function Fixed({ part, value, onChange }: { part: Part; value: string; onChange: (fixed: string) => void }) {
  return (
    <input className="field" dir="auto" aria-label={t.alwaysOf(t.parts[part])} defaultValue={value} onChange={(event) => onChange(event.target.value.trim())} />
  );
}

function Predicate({ mapping, onChange }: FieldsProps<ClaimsMapping>) {
  const { predicate, heads } = mapping;
  const known = useQuery(predicatesQuery()).data?.predicates ?? [];
  const value = 'column' in predicate ? valueOf(heads, predicate.column) : 'id' in predicate ? `id ${predicate.id}` : ALWAYS;
  return (
    <div>
      <Select
        part="predicate"
        value={value}
        onChange={(next) => {
          const column = headAt(heads, next);
          onChange({ ...mapping, predicate: column === undefined ? (next === ALWAYS ? { fixed: 'linked to' } : { id: next.slice(3) }) : { column } });
        }}
      >
        <option value={ALWAYS}>{t.words}</option>
        <Columns heads={heads} />
        <optgroup label={t.predicates}>
          {'id' in predicate && !known.some(({ id }) => id === predicate.id) && <option value={`id ${predicate.id}`}>{predicate.id}</option>}
          {known.map(({ id, forms }) => (
            <option key={id} value={`id ${id}`}>
              {forms.finite}
            </option>
          ))}
        </optgroup>
      </Select>
      {'fixed' in predicate && (
        <Fixed part="predicate" value={predicate.fixed} onChange={(fixed) => fixed !== '' && onChange({ ...mapping, predicate: { fixed } })} />
      )}
    </div>
  );
}

export function ClaimFields({ mapping, onChange }: FieldsProps<ClaimsMapping>) {
  const of = { mapping, onChange };
  const isNamed = mapping.ends === 'names';
  return (
    <div className="map-fields">
      <Column {...of} part="subject" needed />
      <Predicate {...of} />
      <Column {...of} part="object" needed />
      <label className="map-field">
        <span>{t.ends}</span>
        <select className="field" value={mapping.ends} onChange={(event) => onChange(withEnds(mapping, event.target.value as ClaimsMapping['ends']))}>
          {(['names', 'nodes', 'ids'] as const).map((ends) => (
            <option key={ends} value={ends}>
              {t.endsAre[ends]}
            </option>
          ))}
        </select>
      </label>
      {isNamed && <Type {...of} part="subjectType" />}
      <Select part="objectIs" value={mapping.objectIs} onChange={(is) => onChange({ ...mapping, objectIs: is === 'text' ? 'text' : 'entity' })}>
        <option value="entity">{t.objectsAre.entity}</option>
        <option value="text">{t.objectsAre.text}</option>
      </Select>
      {isNamed && mapping.objectIs === 'entity' && <Type {...of} part="objectType" />}
      <Column {...of} part="happened" />
      <DateOrder {...of} />
      <Source {...of} part="sourceTitle" />
      <Source {...of} part="sourcePublisher" />
      <Source {...of} part="sourceAddress" />
      <Column {...of} part="published" />
      <Column {...of} part="place" />
      <Column {...of} part="quote" />
      <Column {...of} part="note" />
    </div>
  );
}

/** Names need types; ids have those of their entities. */
export function withEnds(mapping: ClaimsMapping, ends: ClaimsMapping['ends']): ClaimsMapping {
  const { subjectType, objectType, ...others } = mapping;
  const person = { fixed: 'Person' as const };
  return ends === 'names' ? { ...others, ends, subjectType: subjectType ?? person, objectType: objectType ?? person } : { ...others, ends };
}

function DateOrder({ mapping, onChange }: FieldsProps<ClaimsMapping>) {
  const { dateOrder, ...others } = mapping;
  if (mapping.happened === undefined && mapping.published === undefined) return null;
  return (
    <Select
      part="dateOrder"
      value={dateOrder ?? ''}
      onChange={(order) => onChange(order === 'day' || order === 'month' ? { ...others, dateOrder: order } : others)}
    >
      <option value="">{t.orders.none}</option>
      <option value="day">{t.orders.day}</option>
      <option value="month">{t.orders.month}</option>
    </Select>
  );
}

export function EntityFields({ mapping, onChange }: FieldsProps<EntitiesMapping>) {
  const of = { mapping, onChange };
  return (
    <div className="map-fields">
      <Column {...of} part="id" needed />
      <Column {...of} part="name" needed />
      <Type {...of} part="type" />
      <Column {...of} part="kind" />
    </div>
  );
}
