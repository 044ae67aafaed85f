/** The claim as a sentence of slots: who, what, whom, through, to, at, in, with; and its flags in words. */
import { useState } from 'react';
import { QUALIFIERS, type Qualifier } from '../../../../server/domain/model/lists.ts';
import type { FileRecord } from '../../../state/draft/file-form.ts';
import { words } from '../../../i18n/messages.ts';
import { withQuotes } from '../../../ui/term.tsx';
import { CopyCheck } from '../controls/copy-check.tsx';
import { Fields, Picks } from '../controls/field-control.tsx';
import { ID } from '../controls/fields.ts';
import type { KnownRecords } from '../known-records.ts';
import { type Option, PickRecord } from '../controls/pick-record.tsx';
import { faultAt, type Faults } from '../controls/use-faults.ts';
import { idsOf, type Offered } from './claim-state.ts';

const t = words.claimForm;
const f = words.forms;
const FLAGS = ['attempted', 'intended', 'expected'] as const;
/** Predicates that a digit chooses. */
const KEYED = 9;

interface SentenceProps {
  claim: FileRecord;
  known: KnownRecords;
  faults: Faults;
  offered: readonly Offered[];
  all: readonly Offered[];
  /** It is there already, and its id stands. */
  isThere: boolean;
  onChange: (part: FileRecord) => void;
}

export function Sentence({ claim, known, faults, offered, all, isThere, onChange }: SentenceProps) {
  const [opened, setOpened] = useState<readonly Qualifier[]>([]);
  const { subject, object } = claim;
  const predicate = all.find(({ id }) => id === claim['predicate']);
  const text = typeof object === 'object' && object !== null ? (object as { text: string; lang: string; quoted?: boolean }) : undefined;
  const takesValue = predicate?.takes.some((kind) => ['date', 'count', 'amount'].includes(kind)) ?? true;
  const takesText = predicate?.takes.includes('text') ?? true;
  const objectWords = [
    { id: 'unknown', name: f.unknown, key: '?' },
    { id: 'none', name: f.nobody, key: '0' },
    ...(takesValue ? [{ id: 'value', name: f.value, key: '=' }] : []),
    ...(takesText ? [{ id: 'text', name: f.text, key: '"' }] : []),
  ];
  const allowed = QUALIFIERS.filter((name) => (predicate?.qualifiers ?? QUALIFIERS).includes(name) || idsOf(claim[name]).length > 0);
  const shown = allowed.filter((name) => opened.includes(name) || idsOf(claim[name]).length > 0 || faultAt(faults, name, true) !== undefined);
  const nameOfEnd = (end: unknown): string => {
    const word = objectWords.find(({ id }) => id === end)?.name;
    return typeof end !== 'string' || end === '' ? '' : (word ?? known.nameOf('entity', end));
  };
  const apart = idsOfNamesakes(offered);
  const options = offered.map((one): Option => ({
    id: one.id,
    name: one.name,
    forms: one.forms,
    definition: one.definition,
    ...(apart.has(one.id) ? { meta: one.id } : {}),
  }));
  return (
    <>
      <div className="claim-sentence">
        <Slot label={t.who} fault={faultAt(faults, 'subject')}>
          <PickRecord
            kind="entity"
            label={t.who}
            value={String(subject ?? '')}
            shown={nameOfEnd(subject)}
            type={known.typeOf(String(subject ?? ''))}
            reserved={[{ id: 'unknown', name: f.unknown, key: '?' }]}
            fault={faultAt(faults, 'subject')}
            onPick={(id) => onChange({ subject: id })}
          />
        </Slot>
        <Slot label={t.what} fault={faultAt(faults, 'predicate')}>
          <PickRecord
            kind="predicate"
            label={t.what}
            value={String(claim['predicate'] ?? '')}
            shown={predicate?.name ?? String(claim['predicate'] ?? '')}
            options={options}
            keyed={options.slice(0, KEYED).map((one, n) => ({ ...one, key: String(n + 1) }))}
            fault={faultAt(faults, 'predicate')}
            onPick={(id) => onChange({ predicate: id })}
          />
        </Slot>
        {text ? (
          <Slot label={t.objectText} fault={faultAt(faults, 'object', true)}>
            <span className="row">
              <input
                className="field"
                aria-label={t.objectText}
                aria-invalid={faultAt(faults, 'object', true) !== undefined}
                dir="auto"
                value={text.text}
                autoFocus
                onChange={(event) => onChange({ object: { ...text, text: event.target.value } })}
              />
              <input
                className="field tiny"
                aria-label={f.field['lang']}
                value={text.lang}
                onChange={(event) => onChange({ object: { ...text, lang: event.target.value } })}
              />
              <button type="button" className="btn ghost icon small" aria-label={f.takeOut(t.objectText)} onClick={() => onChange({ object: '' })}>
                ×
              </button>
            </span>
            {!text.quoted && <CopyCheck said={text.text} />}
            <label className="check">
              <input
                type="checkbox"
                checked={text.quoted === true}
                onChange={(event) => onChange({ object: { ...text, quoted: event.target.checked || undefined } })}
              />
              {t.quoted}
            </label>
          </Slot>
        ) : (
          <Slot label={t.whom} fault={faultAt(faults, 'object', true)}>
            <PickRecord
              kind="entity"
              label={t.whom}
              value={String(object ?? '')}
              shown={nameOfEnd(object)}
              type={known.typeOf(String(object ?? ''))}
              reserved={objectWords}
              fault={faultAt(faults, 'object', true)}
              onPick={(id) => onChange({ object: id === 'text' ? { text: '', lang: 'en' } : id })}
            />
          </Slot>
        )}
        {shown.map((name) => (
          <Slot key={name} label={t.slots[name]} fault={faultAt(faults, name, true)}>
            <Picks
              kind="entity"
              label={t.slots[name]}
              value={claim[name]}
              known={known}
              fault={faultAt(faults, name, true)}
              onChange={(ids) => onChange({ [name]: ids })}
            />
          </Slot>
        ))}
      </div>
      <div className="row wrap claim-more">
        {allowed
          .filter((name) => !shown.includes(name))
          .map((name) => (
            <button key={name} type="button" className="btn small dashed" onClick={() => setOpened([...opened, name])}>
              + {t.addSlot[name]}
            </button>
          ))}
        {FLAGS.map((flag) => (
          <label key={flag} className="check">
            <input type="checkbox" checked={claim[flag] === true} onChange={(event) => onChange({ [flag]: event.target.checked || undefined })} />
            {t.flags[flag]}
          </label>
        ))}
        <label className="row">
          <span className="meta">{t.occasion}</span>
          <input className="field short" dir="auto" value={String(claim['occasion'] ?? '')} onChange={(event) => onChange({ occasion: event.target.value })} />
          <CopyCheck said={String(claim['occasion'] ?? '')} />
        </label>
        <Fields fields={[ID]} record={{ id: claim['id'] }} faults={faults} known={known} isThere={isThere} onChange={onChange} />
      </div>
      <div className="predicate-about" lang="en">
        {predicate && (
          <>
            <p dir="auto">
              <b>{predicate.name}</b> {withQuotes(predicate.definition)}
            </p>
            <p className="meta" dir="auto">
              <b>{t.limits}</b> {withQuotes(predicate.misuse)} <b>{t.asIn}</b> {withQuotes(predicate.example)}
            </p>
          </>
        )}
        <p className="row wrap meta">
          {t.offered(offered.length)}
          {offered.slice(0, KEYED).map((one, n) => (
            <button key={one.id} type="button" className="chip" aria-pressed={one.id === predicate?.id} onClick={() => onChange({ predicate: one.id })}>
              {one.name} {apart.has(one.id) && <span className="meta">{one.id} </span>}
              <span className="kbd" aria-hidden>
                {n + 1}
              </span>
            </button>
          ))}
        </p>
      </div>
    </>
  );
}

/** The ids of those that have a name in common: it alone does not tell them apart. */
function idsOfNamesakes(offered: readonly Offered[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { name } of offered) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Set(offered.flatMap(({ id, name }) => ((counts.get(name) ?? 0) > 1 ? [id] : [])));
}

function Slot({ label, fault, children }: { label: string; fault: string | undefined; children: React.ReactNode }) {
  return (
    <div className="slot">
      <span className="slot-label" aria-hidden>
        {label}
      </span>
      {children}
      {fault !== undefined && (
        <p className="meta wrong" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}
