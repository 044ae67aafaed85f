/** The fields of a new source. */
import { useId } from 'react';
import { useCases } from '../../../panels/cases/use-cases.ts';
import { words } from '../../../i18n/messages.ts';
import { Field } from '../../../ui/field.tsx';
import { DateField } from '../../forms/controls/date-field.tsx';
import type { NewSource } from './new-source.ts';

const t = words.addText;

export interface NewSourceFieldsProps {
  typed: NewSource;
  onChange: (part: Partial<NewSource>) => void;
  fault: (need: 'title' | 'publisher' | 'dataset') => string | undefined;
}

export function NewSourceFields({ typed, onChange, fault }: NewSourceFieldsProps) {
  const cases = useCases();
  const id = useId();
  const loaded = cases?.loaded ?? [];
  return (
    <>
      {loaded.length !== 1 && (
        <p className="form-field">
          <label htmlFor={id}>{t.dataset}</label>
          <select id={id} className="field" value={typed.dataset} onChange={(event) => onChange({ dataset: event.target.value })}>
            <option value="" />
            {loaded.map((one) => (
              <option key={one.id} value={one.id}>
                {one.title}
              </option>
            ))}
          </select>
          {fault('dataset') && <span className="field-fault">{fault('dataset')}</span>}
        </p>
      )}
      <Field label={t.sourceTitle} value={typed.title} onChange={(title) => onChange({ title })} fault={fault('title')} />
      <Field label={t.publisher} note={t.stakeNote} value={typed.publisher} onChange={(publisher) => onChange({ publisher })} fault={fault('publisher')} />
      <div className="form-field">
        <label htmlFor={`${id}-published`}>{t.published}</label>
        <DateField
          id={`${id}-published`}
          label={t.published}
          value={typed.published ?? undefined}
          onChange={(published) => onChange({ published: published ?? null })}
        />
        <span className="meta">{t.publishedHint}</span>
      </div>
      <Field label={t.kind} value={typed.kind} onChange={(kind) => onChange({ kind })} short />
    </>
  );
}
