/** A passage that says a claim or disputes it, in the order one thinks: my words, its hedge, whose word, standing, when; and what else it gives. */
import { useId } from 'react';
import { useQuery } from '@tanstack/react-query';
import { LEVELS_WITH_CASE, LEVELS_WITHOUT_BY, type Level } from '../../../../server/domain/model/lists.ts';
import { sourcesQuery } from '../../../api/queries.ts';
import type { FileRecord } from '../../../state/draft/file-form.ts';
import { words } from '../../../i18n/messages.ts';
import { DateField, type DateValue } from '../controls/date-field.tsx';
import { FieldControl, Picks } from '../controls/field-control.tsx';
import type { Field } from '../controls/fields.ts';
import type { KnownRecords } from '../known-records.ts';
import { PickRecord } from '../controls/pick-record.tsx';
import { faultAt, type Faults } from '../controls/use-faults.ts';
import { Extras } from './citation-extras.tsx';
import { CitationRow, type FaultOf, type SetPart } from './citation-row.tsx';
import { CopyCheck } from '../controls/copy-check.tsx';
import { levelsFor, newCitation } from './claim-state.ts';

const t = words.claimForm;

interface CitationProps {
  citation: FileRecord;
  /** Where it stands in the record: `citations/0`. */
  place: string;
  accusatory: boolean;
  /** The words of the passage, where they are known. */
  passage: string | undefined;
  known: KnownRecords;
  faults: Faults;
  onChange: (citation: FileRecord) => void;
}

const PLACE: Field = {
  name: 'locator',
  control: {
    is: 'group',
    fields: [
      { name: 'paragraph', control: { is: 'number' } },
      { name: 'page', control: { is: 'line' }, rare: true },
      { name: 'timecode', control: { is: 'line' }, rare: true },
      { name: 'record', control: { is: 'line' }, rare: true },
    ],
  },
};

export function CitationFields({ citation, place, accusatory, passage, known, faults, onChange }: CitationProps) {
  const set = (part: FileRecord): void => onChange({ ...citation, ...part });
  const fault = (field: string, deep = false): string | undefined => faultAt(faults, `${place}/${field}`, deep);
  const text = (field: string): string => String(citation[field] ?? '');
  const source = text('source');
  const stance = citation['stance'] === 'disputes' ? 'disputes' : 'supports';
  const name = useId();
  const setStance = (next: 'supports' | 'disputes'): void =>
    set({ stance: next === 'disputes' ? next : undefined, standing: next === 'disputes' ? { level: 'denied' } : newCitation()['standing'] });
  return (
    <div className="citation-fields">
      <CitationRow label={t.source} fault={fault('source')}>
        <PickRecord
          kind="source"
          label={t.source}
          value={source}
          shown={source === '' ? '' : known.nameOf('source', source)}
          fault={fault('source')}
          begun={{ seen: true }}
          onPick={(id) => set({ source: id })}
        />
        <FieldControl
          field={PLACE}
          value={citation['locator']}
          place={`${place}/locator`}
          faults={faults}
          known={known}
          isThere={false}
          onChange={(locator) => set({ locator })}
        />
      </CitationRow>
      <CitationRow label={t.stance}>
        <div className="row wrap" role="radiogroup" aria-label={t.stance}>
          {(['supports', 'disputes'] as const).map((one) => (
            <label key={one} className="check">
              <input type="radio" name={`${name} stance`} checked={stance === one} onChange={() => setStance(one)} /> {t[one]}
            </label>
          ))}
        </div>
      </CitationRow>
      <CitationRow label={t.inMyWords} fault={fault('paraphrase')}>
        <textarea
          className="field said"
          rows={2}
          dir="auto"
          aria-label={t.inMyWords}
          aria-invalid={fault('paraphrase') !== undefined}
          value={text('paraphrase')}
          onChange={(event) => set({ paraphrase: event.target.value })}
        />
        <CopyCheck said={text('paraphrase')} source={source} passage={passage} always />
      </CitationRow>
      <CitationRow label={t.hedge} fault={fault('hedge')}>
        <input
          className="field"
          dir="auto"
          aria-label={t.hedge}
          placeholder={t.hedgeHint}
          value={text('hedge')}
          onChange={(event) => set({ hedge: event.target.value })}
        />
        <CopyCheck said={text('hedge')} source={source} passage={passage} />
        <label className="check">
          <input
            type="checkbox"
            checked={citation['reading'] === 'inferred'}
            onChange={(event) => set({ reading: event.target.checked ? 'inferred' : undefined })}
          />
          {t.reading}
        </label>
      </CitationRow>
      <WhoseWord citation={citation} known={known} fault={fault} onChange={set} />
      <Standing citation={citation} stance={stance} accusatory={accusatory} known={known} fault={fault} onChange={set} />
      <CitationRow label={t.when} fault={fault('happened', true)}>
        <Happened
          value={citation['happened'] as DateValue | DateValue[] | undefined}
          fault={fault('happened', true)}
          onChange={(happened) => set({ happened })}
        />
      </CitationRow>
      <Extras citation={citation} place={place} known={known} faults={faults} fault={fault} onChange={set} />
    </div>
  );
}

/** This text's own, of the text it carries, taken from another, or not established. */
function WhoseWord({ citation, known, fault, onChange }: { citation: FileRecord; known: KnownRecords; fault: FaultOf; onChange: SetPart }) {
  const name = useId();
  const source = useQuery(sourcesQuery()).data?.sources.find(({ id }) => id === citation['source']);
  const { origin, originBasis } = citation as { origin?: string; originBasis?: string };
  const isTaken = origin !== undefined || originBasis === 'stated' || originBasis === 'inferred';
  const basis = isTaken ? 'taken' : (originBasis ?? (source?.textOf ? 'carried' : 'own-voice'));
  const ways = [
    ['own-voice', t.ownVoice],
    ...(source?.textOf || basis === 'carried' ? [['carried', t.carried]] : []),
    ['taken', t.takesFrom],
    ['not-established', t.notEstablished],
  ] as const;
  const choose = (way: string): void =>
    onChange(way === 'taken' ? { originBasis: 'stated', origin: origin ?? '', witnessed: undefined } : { originBasis: way, origin: undefined });
  const through = (citation['through'] as string[] | undefined) ?? [];
  return (
    <CitationRow label={t.whoseWord} fault={fault('origin') ?? fault('originBasis') ?? fault('through', true) ?? fault('witnessed')}>
      <div className="row wrap" role="radiogroup" aria-label={t.whoseWord}>
        {ways.map(([way, label]) => (
          <label key={way} className="check">
            <input type="radio" name={`${name} whose`} checked={basis === way} onChange={() => choose(way!)} /> {label}
          </label>
        ))}
      </div>
      {isTaken && (
        <div className="row wrap">
          <PickRecord
            kind="source"
            label={t.takesFrom}
            value={origin ?? ''}
            shown={origin ? known.nameOf('source', origin) : ''}
            fault={fault('origin')}
            onPick={(id) => onChange({ origin: id })}
          />
          {(['stated', 'inferred'] as const).map((one) => (
            <label key={one} className="check">
              <input type="radio" name={`${name} basis`} checked={originBasis === one} onChange={() => onChange({ originBasis: one })} />{' '}
              {one === 'stated' ? t.fromText : t.fromAround}
            </label>
          ))}
        </div>
      )}
      {(isTaken || basis === 'not-established' || through.length > 0) && (
        <div className="row wrap">
          <span className="meta">{t.through}</span>
          <Picks kind="source" label={t.through} value={through} known={known} fault={fault('through', true)} onChange={(ids) => onChange({ through: ids })} />
        </div>
      )}
      {!isTaken && basis !== 'not-established' && (
        <label className="check">
          <input type="checkbox" checked={citation['witnessed'] === true} onChange={(event) => onChange({ witnessed: event.target.checked || undefined })} />{' '}
          {t.witnessed}
        </label>
      )}
      <div className="row wrap">
        <span className="meta">{t.statedBy}</span>
        <PickRecord
          kind="entity"
          label={t.statedBy}
          value={String(citation['statedBy'] ?? '')}
          shown={citation['statedBy'] ? known.nameOf('entity', String(citation['statedBy'])) : ''}
          type={known.typeOf(String(citation['statedBy'] ?? ''))}
          fault={fault('statedBy')}
          onPick={(id) => onChange({ statedBy: id })}
        />
      </div>
    </CitationRow>
  );
}

interface StandingProps {
  citation: FileRecord;
  stance: 'supports' | 'disputes';
  accusatory: boolean;
  known: KnownRecords;
  fault: FaultOf;
  onChange: SetPart;
}
function Standing({ citation, stance, accusatory, known, fault, onChange }: StandingProps) {
  const name = useId();
  const standing = (citation['standing'] ?? {}) as { level?: Level; by?: string; case?: string; on?: DateValue };
  const { level } = standing;
  const set = (part: FileRecord): void => onChange({ standing: { ...standing, ...part } });
  const levels = levelsFor(stance, accusatory, citation['importOnly'] === true);
  const reasons = [...new Set(levels.flatMap(({ why }) => why ?? []))];
  const off = reasons.map((why) => [why, levels.filter((one) => one.why === why)] as const);
  const needsBy = level !== undefined && !LEVELS_WITHOUT_BY.includes(level);
  /** Whose step it is, and in which case it was taken, where the level asks for it. */
  const ends = [...(needsBy ? [['by', t.by] as const] : []), ...(level !== undefined && LEVELS_WITH_CASE.includes(level) ? [['case', t.inCase] as const] : [])];
  const choose = (next: Level): void => {
    const { by, case: of, ...rest } = standing;
    set({ ...rest, level: next, by: LEVELS_WITHOUT_BY.includes(next) ? undefined : by, case: LEVELS_WITH_CASE.includes(next) ? of : undefined });
  };
  return (
    <CitationRow label={t.standing} fault={fault('standing', true)}>
      <div className="row wrap" role="radiogroup" aria-label={t.standing}>
        {levels.map((one) => (
          <label key={one.level} className="check">
            <input
              type="radio"
              name={`${name} level`}
              checked={level === one.level}
              disabled={one.why !== undefined && level !== one.level}
              {...(one.why ? { 'aria-describedby': `${name} ${one.why}` } : {})}
              onChange={() => choose(one.level)}
            />{' '}
            {words.standing[one.level]}
          </label>
        ))}
      </div>
      {off.map(([why, list]) => (
        <p key={why} className="meta" id={`${name} ${why}`}>
          {list.map((one) => words.standing[one.level]).join(', ')}: {t.notHere[why]}
        </p>
      ))}
      {ends.map(([end, label]) => (
        <div key={end} className="row wrap">
          <span className="meta">{label}</span>
          <PickRecord
            kind="entity"
            label={label}
            value={standing[end] ?? ''}
            shown={standing[end] ? known.nameOf('entity', standing[end]) : ''}
            type={known.typeOf(standing[end] ?? '')}
            {...(end === 'case' ? { begun: { type: 'Case' } } : {})}
            fault={fault('standing', true)}
            onPick={(id) => set({ [end]: id })}
          />
        </div>
      ))}
      {needsBy && (
        <div className="row wrap">
          <span className="meta">{t.on}</span>
          <DateField label={t.on} value={standing.on} onChange={(on) => set({ on })} />
        </div>
      )}
    </CitationRow>
  );
}

/** One date, or alternatives of which one is right. */
function Happened({
  value,
  fault,
  onChange,
}: {
  value: DateValue | DateValue[] | undefined;
  fault: string | undefined;
  onChange: (value: DateValue | DateValue[] | undefined) => void;
}) {
  const dates = [value ?? []].flat();
  const put = (next: DateValue[]): void => onChange(next.length > 1 ? next : next[0]);
  // The field of the first date stands before there is one: it would else be another field after the first letter, without the focus.
  const fields: (DateValue | undefined)[] = dates.length === 0 ? [undefined] : dates;
  const change = (n: number, next: DateValue | undefined): void => {
    if (next) put(fields.map((one, other) => (other === n ? next : one)).filter((one) => one !== undefined));
    else put(dates.filter((_, other) => other !== n));
  };
  return (
    <>
      {fields.map((date, n) => (
        <DateField key={n} label={n === 0 ? t.when : `${t.when} ${n + 1}`} value={date} fault={fault} onChange={(next) => change(n, next)} />
      ))}
      {dates.length > 0 && (
        <button type="button" className="link" onClick={() => put([...dates, { edtf: '', basis: 'stated' }])}>
          {t.otherDate}
        </button>
      )}
    </>
  );
}
