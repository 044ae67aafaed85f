/** A date as one writes it, read into EDTF, and how it is known; what it will say stands beside it. */
import { useState } from 'react';
import { BASES, type Basis } from '../../../../server/domain/model/lists.ts';
import { formatDated, inFigures, parseEdtf } from '../../../../server/domain/dates/edtf-dates.ts';
import { edtfOfWords } from '../../../../server/domain/dates/edtf-of-words.ts';
import { AppError } from '../../../../server/domain/model/errors.ts';
import { words } from '../../../i18n/messages.ts';

const t = words.forms;

export interface DateValue {
  edtf?: string;
  basis?: string;
}

/** What is wrong with a date as it is written; undefined where it is right, or nothing is written. */
export function faultInDate(edtf: string): string | undefined {
  if (edtf === '') return undefined;
  try {
    parseEdtf(edtf);
    return undefined;
  } catch (error) {
    const problem = error instanceof AppError ? error.details.problems?.[0] : undefined;
    return problem ? `${problem.message}. ${t.dateWrite}` : String(error);
  }
}

/** In words where these are read as the same date: "summer 2022", not 2022-22. Months and days stay in figures. */
function asWritten(edtf: string): string {
  if (edtf === '' || faultInDate(edtf) !== undefined) return edtf;
  const told = inFigures(edtf);
  return edtfOfWords(told) === edtf ? told : edtf;
}

interface DateFieldProps {
  /** Of the input, for a label of its own. */
  id?: string;
  label: string;
  value: DateValue | undefined;
  fault?: string | undefined;
  /** It is asked for, and known from nowhere. */
  plain?: boolean;
  onChange: (value: DateValue | undefined) => void;
}

export function DateField({ id, label, value, fault, plain = false, onChange }: DateFieldProps) {
  // As it is typed, until it is left: only then is it read.
  const [typed, setTyped] = useState<string | undefined>();
  const edtf = typed === undefined ? (value?.edtf ?? '') : edtfOfWords(typed);
  const wrong = faultInDate(edtf);
  const basis = value?.basis ?? 'stated';
  const leave = (): void => setTyped(undefined);
  const shown = typed ?? asWritten(value?.edtf ?? '');
  return (
    <div className="date-field">
      <div className="row wrap">
        <input
          id={id}
          className="field"
          aria-label={label}
          aria-invalid={wrong !== undefined || fault !== undefined}
          placeholder={t.dateHint}
          value={shown}
          onChange={(event) => {
            setTyped(event.target.value);
            const next = edtfOfWords(event.target.value);
            onChange(next === '' ? undefined : { edtf: next, basis });
          }}
          onBlur={leave}
        />
        {edtf !== '' && !plain && (
          <select className="field" aria-label={`${label}: ${t.howKnown}`} value={basis} onChange={(event) => onChange({ edtf, basis: event.target.value })}>
            {BASES.map((one: Basis) => (
              <option key={one} value={one}>
                {t.basis[one]}
              </option>
            ))}
          </select>
        )}
      </div>
      {edtf !== '' && (
        <p className={wrong ? 'meta wrong' : 'meta'} role={wrong ? 'alert' : 'status'}>
          {wrong ?? t.dateRead(formatDated({ edtf, basis: 'stated' }))}
        </p>
      )}
    </div>
  );
}
