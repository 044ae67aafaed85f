/** What else a passage gives: count, amount, stage, outcome, a sentence passed, offences, a role, a quote; each is shown once it is asked for or filled. */
import { useState } from 'react';
import { OUTCOMES, STAGES } from '../../../../server/domain/model/lists.ts';
import type { FileRecord } from '../../../state/draft/file-form.ts';
import { words } from '../../../i18n/messages.ts';
import { FieldControl } from '../controls/field-control.tsx';
import type { Field } from '../controls/fields.ts';
import type { KnownRecords } from '../known-records.ts';
import { QuantityField } from '../controls/quantity-field.tsx';
import type { Faults } from '../controls/use-faults.ts';
import { CitationRow, type FaultOf, type SetPart } from './citation-row.tsx';

const t = words.claimForm;
const f = words.forms;

const EXTRA: Readonly<Record<string, Field['control'] | 'quantity'>> = {
  count: 'quantity',
  amount: 'quantity',
  stage: { is: 'choice', of: STAGES },
  outcome: { is: 'choice', of: OUTCOMES },
  sentence: {
    is: 'group',
    fields: [
      { name: 'text', control: { is: 'line' } },
      { name: 'basis', control: { is: 'choice', of: ['stated', 'inferred', 'outside'] } },
    ],
  },
  offences: { is: 'lines' },
  as: { is: 'line' },
  quote: { is: 'long' },
};
type Extra = keyof typeof t.extras;
const EXTRAS = Object.keys(t.extras) as Extra[];

export function Extras({
  citation,
  place,
  known,
  faults,
  fault,
  onChange,
}: {
  citation: FileRecord;
  place: string;
  known: KnownRecords;
  faults: Faults;
  fault: FaultOf;
  onChange: SetPart;
}) {
  const [opened, setOpened] = useState<readonly Extra[]>([]);
  const shown = EXTRAS.filter((name) => opened.includes(name) || citation[name] !== undefined);
  return (
    <CitationRow label={t.andAlso}>
      {shown.map((name) => {
        const control = EXTRA[name]!;
        const label = t.extras[name];
        return (
          <div key={name} className="extra">
            {control === 'quantity' ? (
              <fieldset className="form-field">
                <legend>{label}</legend>
                <QuantityField
                  label={label}
                  value={citation[name] as FileRecord | undefined}
                  fault={fault(name, true)}
                  onChange={(value) => onChange({ [name]: value })}
                />
                {fault(name, true) && (
                  <p className="meta wrong" role="alert">
                    {fault(name, true)}
                  </p>
                )}
              </fieldset>
            ) : (
              <FieldControl
                field={{ name, control }}
                value={citation[name]}
                place={`${place}/${name}`}
                faults={faults}
                known={known}
                isThere={false}
                onChange={(value) => onChange({ [name]: value })}
              />
            )}
            <button
              type="button"
              className="btn ghost icon small"
              aria-label={f.takeOut(label)}
              onClick={() => {
                setOpened(opened.filter((one) => one !== name));
                onChange({ [name]: undefined });
              }}
            >
              ×
            </button>
          </div>
        );
      })}
      <div className="row wrap">
        {EXTRAS.filter((name) => !shown.includes(name)).map((name) => (
          <button key={name} type="button" className="btn small dashed" onClick={() => setOpened([...opened, name])}>
            + {t.extras[name]}
          </button>
        ))}
      </div>
    </CitationRow>
  );
}
