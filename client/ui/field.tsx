/** A field of a form with its label, a note below it, and in its place what is wrong. */
import { useId } from 'react';

export interface FieldProps {
  label: string;
  note?: string;
  value: string;
  onChange: (value: string) => void;
  fault?: string | undefined;
  short?: boolean;
}
export function Field({ label, note, value, onChange, fault, short }: FieldProps) {
  const id = useId();
  return (
    <p className="form-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={short ? 'field short' : 'field'}
        value={value}
        dir="auto"
        aria-invalid={fault !== undefined || undefined}
        aria-describedby={note || fault ? `${id}-note` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {(note || fault) && (
        <span id={`${id}-note`} className={fault ? 'field-fault' : 'meta'}>
          {fault ?? note}
        </span>
      )}
    </p>
  );
}
