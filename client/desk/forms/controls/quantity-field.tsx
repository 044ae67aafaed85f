/** A count or an amount: from, to, about, of what, and how it is known. */
import { BASES } from '../../../../server/domain/model/lists.ts';
import { words } from '../../../i18n/messages.ts';

const t = words.forms;
type Value = Record<string, unknown>;

interface QuantityProps {
  label: string;
  value: Value | undefined;
  fault?: string | undefined;
  onChange: (value: Value | undefined) => void;
}

export function QuantityField({ label, value = {}, fault, onChange }: QuantityProps) {
  const change = (part: Value): void => {
    const next = { basis: 'stated', ...value, ...part };
    onChange(next);
  };
  const number = (field: 'min' | 'max', text: string): void => change({ [field]: text.trim() === '' ? undefined : Number(text.replace(/[\s,]/g, '')) });
  return (
    <div className="row wrap quantity" role="group" aria-label={label}>
      {(['min', 'max'] as const).map((field) => (
        <label key={field} className="row">
          <span className="meta">{t[field]}</span>
          <input
            className="field short"
            inputMode="decimal"
            aria-invalid={fault !== undefined}
            defaultValue={value[field] === undefined ? '' : String(value[field])}
            onChange={(event) => number(field, event.target.value)}
          />
        </label>
      ))}
      <label className="row">
        <span className="meta">{t.unit}</span>
        <input className="field short" dir="auto" value={String(value['unit'] ?? '')} onChange={(event) => change({ unit: event.target.value })} />
      </label>
      <label className="check">
        <input type="checkbox" checked={value['approx'] === true} onChange={(event) => change({ approx: event.target.checked || undefined })} />
        {t.approx}
      </label>
      <select
        className="field"
        aria-label={`${label}: ${t.howKnown}`}
        value={String(value['basis'] ?? 'stated')}
        onChange={(event) => change({ basis: event.target.value })}
      >
        {BASES.map((one) => (
          <option key={one} value={one}>
            {t.basis[one]}
          </option>
        ))}
      </select>
    </div>
  );
}
