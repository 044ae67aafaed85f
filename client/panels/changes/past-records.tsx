/** The records that an undo or a restore would bring back, change and take away, each by its name; of what changes, its fields before and after. */
import type { ReactNode } from 'react';
import type { PastReport } from '../../../server/contract/routes/changes.ts';
import type { RecordKind } from '../../state/view.ts';
import { words } from '../../i18n/messages.ts';
import { namesIn, type NameOf } from './field-words.ts';
import { Fields } from './record-change.tsx';

const t = words.changePlan;

/** Nothing where it is too large to be told by record. */
export function PastRecords({ report: { records, created, changed, removed, names } }: { report: PastReport }) {
  if (!names) return null;
  const nameOf = namesIn(names);
  return (
    <>
      <Listed title={t.comes(records.new)} all={records.new} of={created} nameOf={nameOf} />
      <Listed title={t.changes(records.changed)} all={records.changed} of={changed} nameOf={nameOf}>
        {({ fields }) => <Fields did="changed" fields={fields} nameOf={nameOf} />}
      </Listed>
      <Listed title={t.goes(records.removed)} all={records.removed} of={removed} nameOf={nameOf} />
    </>
  );
}

interface ListedProps<T> {
  title: string;
  /** How many there are, listed or not. */
  all: number;
  of: readonly T[];
  nameOf: NameOf;
  children?: (record: T) => ReactNode;
}
function Listed<T extends { kind: RecordKind; id: string }>({ title, all, of, nameOf, children }: ListedProps<T>) {
  if (of.length === 0) return null;
  return (
    <section aria-label={title}>
      <h4 className="heading">{title}</h4>
      <ul className="past-records">
        {of.map((record) => (
          <li key={`${record.kind}/${record.id}`}>
            <span className="meta">{words.changes.kind(record.kind)}</span> <bdi>{nameOf(record.kind, record.id)}</bdi>
            {children?.(record)}
          </li>
        ))}
      </ul>
      {of.length < all && <p className="meta">{t.listed(of.length)}</p>}
    </section>
  );
}
