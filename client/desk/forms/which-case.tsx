/** Into which case a form writes, said at its head; where it may be another one, it is chosen there. */
import { useId } from 'react';
import { words } from '../../i18n/messages.ts';
import { useDeskCase } from './use-desk-case.ts';

const t = words.forms;

/** @param onChoose absent where it cannot be another one: the record belongs to its case */
export function WhichCase({ dataset, onChoose }: { dataset: string; onChoose?: (dataset: string) => void }) {
  const { cases, among } = useDeskCase();
  const field = useId();
  const title = cases.find(({ id }) => id === dataset)?.title ?? dataset;
  // The case it writes to can be chosen again, on view or not.
  const offered = among.some(({ id }) => id === dataset) ? among : [...among, ...cases.filter(({ id }) => id === dataset)];
  if (cases.length < 2) return null;
  if (!onChoose || offered.length < 2)
    return (
      <p className="meta which-case">
        {t.writesTo} <b dir="auto">{title}</b>
      </p>
    );
  return (
    <p className="row which-case">
      <label htmlFor={field} className="meta">
        {t.writesTo}
      </label>
      <select id={field} data-which-case className="field" value={dataset} onChange={(event) => onChoose(event.target.value)}>
        {offered.map((one) => (
          <option key={one.id} value={one.id}>
            {one.title}
          </option>
        ))}
      </select>
    </p>
  );
}
