/** One field of a record, by its control in the table of fields: with its fault beside it, and with what is in it. */
import { useId, useState } from 'react';
import { STAKE_AS } from '../../../../server/domain/model/lists.ts';
import type { FileRecord } from '../../../state/draft/file-form.ts';
import { words } from '../../../i18n/messages.ts';
import { CopyCheck } from './copy-check.tsx';
import { DateField, type DateValue } from './date-field.tsx';
import type { Field, Picked } from './fields.ts';
import type { KnownRecords } from '../known-records.ts';
import { labelOf, optionLabel } from './labels.ts';
import { PickRecord } from './pick-record.tsx';
import { faultAt, type Faults } from './use-faults.ts';

const t = words.forms;

export interface FieldProps {
  field: Field;
  value: unknown;
  /** Where it stands in the record, as in `names/0/text`. */
  place: string;
  faults: Faults;
  known: KnownRecords;
  /** It is there already, and its id stands. */
  isThere: boolean;
  onChange: (value: unknown) => void;
}

export function FieldControl(props: FieldProps) {
  const { field, place, faults } = props;
  const { control } = field;
  const fault = faultAt(faults, place, !['group', 'list', 'stake'].includes(control.is));
  const id = useId();
  const label = labelOf(field);
  const isSet = control.is === 'group' || control.is === 'list' || control.is === 'several' || control.is === 'stake';
  const body = (
    <>
      <Control {...props} id={id} label={label} fault={fault} />
      {isOwnWords(field) && <CopyCheck said={textIn(props.value)} {...(COPIED_AS[field.as ?? field.name] ?? {})} />}
    </>
  );
  const told = fault !== undefined && (
    <p className="meta wrong" role="alert" id={`${id}-fault`}>
      {fault}
    </p>
  );
  if (control.is === 'flag' || control.is === 'flag-off')
    return (
      <div className="form-field">
        {body}
        {told}
      </div>
    );
  return isSet ? (
    <fieldset className="form-field" data-place={place}>
      <legend>{label}</legend>
      {body}
      {told}
    </fieldset>
  ) : (
    <div className="form-field" data-place={place}>
      <label htmlFor={id} data-needed={field.needed}>
        {label}
      </label>
      {body}
      {told}
    </div>
  );
}

/** Fields of text that is nobody's words: ids, addresses, codes, and what is quoted. */
const NOT_WORDS: ReadonlySet<string> = new Set('id url archive lang language script licence quote page timecode record'.split(' '));
const COPIED_AS: Readonly<Record<string, { of: 'name' | 'title' }>> = { 'names.text': { of: 'name' }, name: { of: 'name' }, title: { of: 'title' } };
const isOwnWords = ({ name, control }: Field): boolean => ['line', 'long', 'lines'].includes(control.is) && !NOT_WORDS.has(name);
const textIn = (value: unknown): string => [value ?? []].flat().join('\n');

function Control(props: FieldProps & { id: string; label: string; fault: string | undefined }) {
  const { field, value, onChange, id, label, fault, known, place, faults, isThere } = props;
  const { control } = field;
  const invalid = { 'aria-invalid': fault !== undefined, ...(fault === undefined ? {} : { 'aria-describedby': `${id}-fault` }) };
  const text = value === undefined || value === null ? '' : String(value);
  switch (control.is) {
    case 'line':
      return (
        <input
          id={id}
          className="field"
          dir="auto"
          value={text}
          readOnly={field.fixed && isThere}
          onChange={(event) => onChange(event.target.value)}
          {...invalid}
        />
      );
    case 'number':
      return (
        <input id={id} className="field short" inputMode="numeric" value={text} onChange={(event) => onChange(asNumber(event.target.value))} {...invalid} />
      );
    case 'long':
      return <textarea id={id} className="field" rows={3} dir="auto" value={text} onChange={(event) => onChange(event.target.value)} {...invalid} />;
    case 'lines': {
      const lines = (value as string[] | undefined) ?? [];
      return (
        <textarea
          id={id}
          className="field"
          rows={2}
          dir="auto"
          value={lines.join('\n')}
          onChange={(event) => onChange(event.target.value.split('\n'))}
          onBlur={() => onChange(lines.map((one) => one.trim()).filter((one) => one !== ''))}
          {...invalid}
        />
      );
    }
    case 'flag':
      return (
        <label className="check">
          <input type="checkbox" checked={value === true} onChange={(event) => onChange(event.target.checked || (field.name === 'seen' ? false : undefined))} />{' '}
          {label}
        </label>
      );
    case 'flag-off':
      return (
        <label className="check">
          <input type="checkbox" checked={value !== false} onChange={(event) => onChange(event.target.checked)} /> {label}
        </label>
      );
    case 'choice':
      return (
        <select
          id={id}
          className="field"
          value={text}
          disabled={field.fixed && isThere}
          onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
          {...invalid}
        >
          <option value="">{t.none}</option>
          {control.of.map((one) => (
            <option key={one} value={one}>
              {optionLabel(field.name, one)}
            </option>
          ))}
        </select>
      );
    case 'several': {
      const chosen = (value as string[] | undefined) ?? [];
      return (
        <div className="row wrap">
          {control.of.map((one) => (
            <label key={one} className="check">
              <input
                type="checkbox"
                checked={chosen.includes(one)}
                onChange={(event) => onChange(event.target.checked ? [...chosen, one] : chosen.filter((other) => other !== one))}
              />
              {optionLabel(field.name, one)}
            </label>
          ))}
        </div>
      );
    }
    case 'date':
      return <DateField label={label} value={value as DateValue | undefined} fault={fault} onChange={onChange} />;
    case 'day':
      return (
        <DateField
          label={label}
          value={text === '' ? undefined : { edtf: text, basis: 'stated' }}
          fault={fault}
          plain
          onChange={(date) => onChange(date?.edtf)}
        />
      );
    case 'pick':
      return (
        <PickRecord
          kind={control.kind}
          label={label}
          value={text}
          shown={text === '' ? '' : known.nameOf(control.kind, text)}
          type={known.typeOf(text)}
          fault={fault}
          onPick={onChange}
        />
      );
    case 'picks':
      return <Picks {...props} kind={control.kind} />;
    case 'group':
      return <Group {...props} fields={control.fields} />;
    case 'list':
      return <List {...props} fields={control.fields} />;
    case 'stake':
      return <Stake value={value} place={place} faults={faults} known={known} onChange={onChange} />;
  }
}
const asNumber = (text: string): unknown => (text.trim() === '' ? undefined : /^\d+$/.test(text.trim()) ? Number(text) : text);

export function Picks({
  kind,
  label,
  value,
  known,
  fault,
  onChange,
}: Pick<FieldProps, 'known' | 'onChange'> & { value: unknown; kind: Picked; label: string; fault?: string | undefined }) {
  const ids = [(value as string | string[] | undefined) ?? []].flat();
  return (
    <div className="chosen-records">
      {ids.map((id, n) => (
        <span key={id} className="chip">
          <bdi>{known.nameOf(kind, id)}</bdi>
          <button
            type="button"
            className="btn ghost icon small"
            aria-label={t.takeOut(known.nameOf(kind, id))}
            onClick={() => onChange(ids.filter((_, other) => other !== n))}
          >
            ×
          </button>
        </span>
      ))}
      <PickRecord kind={kind} label={label} value="" shown="" fault={fault} onPick={(id) => id !== '' && !ids.includes(id) && onChange([...ids, id])} />
    </div>
  );
}

function Group({ fields, value, place, faults, known, isThere, onChange }: FieldProps & { fields: readonly Field[] }) {
  const record = (value as FileRecord | undefined) ?? {};
  const change = (next: FileRecord): void => {
    const filled = Object.fromEntries(Object.entries(next).filter(([, one]) => one !== undefined && one !== ''));
    onChange(Object.keys(filled).length === 0 ? undefined : filled);
  };
  return (
    <div className="form-group">
      <Fields fields={fields} record={record} place={`${place}/`} faults={faults} known={known} isThere={isThere} onChange={change} />
    </div>
  );
}

function List({ field, fields, value, place, faults, known, isThere, onChange }: FieldProps & { fields: readonly Field[] }) {
  const rows = (value as FileRecord[] | undefined) ?? [];
  const label = labelOf(field);
  const set = (n: number, row: FileRecord): void => onChange(rows.map((one, other) => (other === n ? row : one)));
  return (
    <>
      {rows.map((row, n) => (
        <div key={n} className="form-group" role="group" aria-label={`${label} ${n + 1}`}>
          <Fields fields={fields} record={row} place={`${place}/${n}/`} faults={faults} known={known} isThere={isThere} onChange={(next) => set(n, next)} />
          {rows.length > 1 && (
            <button type="button" className="btn small" onClick={() => onChange(rows.filter((_, other) => other !== n))}>
              {t.takeOut(`${label} ${n + 1}`)}
            </button>
          )}
        </div>
      ))}
      <button type="button" className="btn small" onClick={() => onChange([...rows, field.name === 'names' ? { lang: 'en', kind: 'alias' } : {}])}>
        {t.addOne(label)}
      </button>
    </>
  );
}

interface FieldsProps extends Pick<FieldProps, 'faults' | 'known' | 'isThere'> {
  fields: readonly Field[];
  record: FileRecord;
  /** What stands before the names of the fields in their places. */
  place?: string;
  onChange: (record: FileRecord) => void;
}
/** Several fields, those that are rare once more is asked for or something is in them. */
export function Fields({ fields, record, place = '', faults, known, isThere, onChange }: FieldsProps) {
  const [more, setMore] = useState(false);
  const isShown = (field: Field): boolean =>
    more || !field.rare || (record[field.name] !== undefined && !field.fixed) || faultAt(faults, `${place}${field.name}`, true) !== undefined;
  return (
    <>
      {fields.filter(isShown).map((field) => (
        <FieldControl
          key={field.name}
          field={field}
          value={record[field.name]}
          place={`${place}${field.name}`}
          faults={faults}
          known={known}
          isThere={isThere}
          onChange={(value) => onChange({ ...record, [field.name]: value })}
        />
      ))}
      {!more && fields.some((field) => field.rare) && (
        <button type="button" className="link" onClick={() => setMore(true)}>
          {t.more}
        </button>
      )}
    </>
  );
}

type Entry = { entity?: string; scope?: 'all'; as?: string; why?: string };
function Stake({ value, place, faults, known, onChange }: Pick<FieldProps, 'value' | 'place' | 'faults' | 'known' | 'onChange'>) {
  const kind = Array.isArray(value) ? 'some' : value === 'none' ? 'none' : 'unclear';
  const rows = Array.isArray(value) ? (value as Entry[]) : [];
  const name = useId();
  return (
    <>
      <div className="row wrap" role="radiogroup" aria-label={labelOf({ name: 'stake' })}>
        {(['none', 'unclear', 'some'] as const).map((one) => (
          <label key={one} className="check">
            <input type="radio" name={name} checked={kind === one} onChange={() => onChange(one === 'some' ? [{ as: 'accuser' }] : one)} /> {t.stake[one]}
          </label>
        ))}
      </div>
      {rows.map((row, n) => {
        const set = (next: Entry): void => onChange(rows.map((one, other) => (other === n ? next : one)));
        return (
          <div key={n} className="form-group" role="group" aria-label={`${t.stake.some} ${n + 1}`}>
            <label className="check">
              <input
                type="checkbox"
                checked={row.scope === 'all'}
                onChange={(event) => {
                  const { scope: _, entity: _entity, ...rest } = row;
                  set(event.target.checked ? { ...rest, scope: 'all' } : rest);
                }}
              />{' '}
              {t.all}
            </label>
            {row.scope !== 'all' && (
              <PickRecord
                kind="entity"
                label={labelOf({ name: 'entity' })}
                value={row.entity ?? ''}
                shown={row.entity ? known.nameOf('entity', row.entity) : ''}
                type={known.typeOf(row.entity ?? '')}
                fault={faultAt(faults, `${place}/${n}`, true)}
                onPick={(entity) => set({ ...row, entity })}
              />
            )}
            <select className="field" aria-label={labelOf({ name: 'as' })} value={row.as ?? ''} onChange={(event) => set({ ...row, as: event.target.value })}>
              {STAKE_AS.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
            <input
              className="field"
              dir="auto"
              aria-label={labelOf({ name: 'why' })}
              placeholder={labelOf({ name: 'why' })}
              value={row.why ?? ''}
              onChange={(event) => set({ ...row, why: event.target.value })}
            />
            {faultAt(faults, `${place}/${n}`, true) && (
              <p className="meta wrong" role="alert">
                {faultAt(faults, `${place}/${n}`, true)}
              </p>
            )}
            <button
              type="button"
              className="btn small"
              onClick={() => {
                const left = rows.filter((_, other) => other !== n);
                onChange(left.length === 0 ? 'unclear' : left);
              }}
            >
              {t.takeOut(`${n + 1}`)}
            </button>
          </div>
        );
      })}
      {kind === 'some' && (
        <button type="button" className="btn small" onClick={() => onChange([...rows, { as: 'accuser' }])}>
          {t.addOne(t.stake.some)}
        </button>
      )}
    </>
  );
}
