/** A date as one writes it, read into EDTF, and how it is known; what it will say stands beside it. */
import { useState } from 'react';
import { BASES, type Basis } from '../../../server/domain/model/lists.ts';
import { formatDated, parseEdtf } from '../../../server/domain/dates/edtf-dates.ts';
import { edtfOfWords } from '../../../server/domain/dates/edtf-of-words.ts';
import { AppError } from '../../../server/domain/model/errors.ts';
import { words } from '../../i18n/messages.ts';

const t = words.forms;

export interface DateValue {
  edtf?: string;
  basis?: string;
}

/** What is wrong with a date as it is written. */
function faultIn(edtf: string): string | undefined {
  try {
    parseEdtf(edtf);
    return undefined;
  } catch (error) {
    const problem = error instanceof AppError ? error.details.problems?.[0] : undefined;
    return problem ? `${problem.message}. ${words.errors.todo(problem.remedy)}` : String(error);
  }
}

interface DateFieldProps {
  label: string;
  value: DateValue | undefined;
  fault?: string | undefined;
  onChange: (value: DateValue | undefined) => void;
}

export function DateField({ label, value, fault, onChange }: DateFieldProps) {
  // As it is typed, until it is left: only then is it read.
  const [typed, setTyped] = useState<string | undefined>();
  const edtf = edtfOfWords(typed ?? value?.edtf ?? '');
  const wrong = edtf === '' ? undefined : faultIn(edtf);
  const basis = value?.basis ?? 'stated';
  const leave = (): void => setTyped(undefined);
  return (
    <div className="date-field">
      <div className="row wrap">
        <input
          className="field"
          aria-label={label}
          aria-invalid={wrong !== undefined || fault !== undefined}
          placeholder={t.dateHint}
          value={typed ?? value?.edtf ?? ''}
          onChange={(event) => {
            setTyped(event.target.value);
            const next = edtfOfWords(event.target.value);
            onChange(next === '' ? undefined : { edtf: next, basis });
          }}
          onBlur={leave}
        />
        {edtf !== '' && (
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
          {wrong ?? t.dateRead(edtf, formatDated({ edtf, basis: basis as Basis }))}
        </p>
      )}
    </div>
  );
}
