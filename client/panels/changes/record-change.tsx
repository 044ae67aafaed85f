/** What a change set did to one record: its name, and its fields before and after. */
import { IconHistory } from '@tabler/icons-react';
import { useDeps } from '../../acts/deps.ts';
import { openClaim, openEntity, openPanel } from '../../acts/open-things.ts';
import type { ChangedRecord } from '../../api/queries-changes.ts';
import type { RecordKind } from '../../state/view.ts';
import type { ClaimLine } from '../../ui/claim-row.tsx';
import { ClaimRow } from '../../ui/claim-row.tsx';
import { words } from '../../i18n/messages.ts';
import { fieldLabel, fieldText, type NameOf } from './field-words.ts';

const t = words.changes;
type Did = ChangedRecord['did'];

/** Opens the panel of a record, where its kind has one. */
function useOpen(kind: RecordKind, id: string): (() => void) | undefined {
  const deps = useDeps();
  if (kind === 'entity') return () => openEntity(deps, id);
  if (kind === 'claim') return () => openClaim(deps, id);
  if (kind === 'source' || kind === 'voice') return () => openPanel(deps, { kind, id });
  return undefined;
}

/** @param line the claim as it stands now; absent where it is not there, or is no claim */
export function RecordChange({ record: { kind, id, did, fields }, nameOf, line }: { record: ChangedRecord; nameOf: NameOf; line: ClaimLine | undefined }) {
  const deps = useDeps();
  const open = useOpen(kind, id);
  const name = nameOf(kind, id);
  const isThere = did !== 'removed';
  return (
    <article className="card record-change" aria-label={name}>
      <header>
        <span className={`chip did-${did}`}>{t.did[did]}</span>
        <span className="meta">{t.kind(kind)}</span>
        <button
          type="button"
          className="btn ghost small"
          aria-label={`${t.history}: ${name}`}
          title={t.ofRecord}
          onClick={() => openPanel(deps, { kind: 'history', of: kind, id })}
        >
          <IconHistory size={15} stroke={1.7} aria-hidden />
          {t.history}
        </button>
      </header>
      {line ? (
        <ClaimRow claim={line} onOpen={(claim) => openClaim(deps, claim)} />
      ) : open && isThere && kind !== 'claim' ? (
        <button type="button" className="link record-name" onClick={open}>
          <bdi>{name}</bdi>
        </button>
      ) : (
        <p className="record-name">
          <bdi>{name}</bdi>
          {kind === 'claim' && <span className="meta"> {t.goneNow}</span>}
        </p>
      )}
      <Fields did={did} fields={fields} nameOf={nameOf} />
    </article>
  );
}

/** The fields that differ. Of what was made or taken away it is all that it says, folded. */
export function Fields({ did, fields, nameOf }: { did: Did; fields: ChangedRecord['fields']; nameOf: NameOf }) {
  const shown = fields.filter(({ field }) => field !== 'id');
  if (shown.length === 0) return null;
  const list = (
    <dl className="field-changes">
      {shown.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{fieldLabel(field)}</dt>
          {did !== 'created' && (
            <dd>
              <span className="visually-hidden">{t.before}: </span>
              <del>
                <bdi>{fieldText(field, before, nameOf)}</bdi>
              </del>
            </dd>
          )}
          {did !== 'removed' && (
            <dd>
              <span className="visually-hidden">{t.after}: </span>
              <ins>
                <bdi>{fieldText(field, after, nameOf)}</bdi>
              </ins>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
  if (did === 'changed') return list;
  return (
    <details>
      <summary>{t.fieldsOf[did]}</summary>
      {list}
    </details>
  );
}
