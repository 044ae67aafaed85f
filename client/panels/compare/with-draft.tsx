/** Of a comparison with a draft: whose draft it is, that it is in no link, the way back to it, and what it could not be written with. */
import { useQuery } from '@tanstack/react-query';
import { IconPencil } from '@tabler/icons-react';
import { useDeps } from '../../acts/deps.ts';
import { openPanel } from '../../acts/open-things.ts';
import { ApiError } from '../../api/api-error.ts';
import { statsQuery } from '../../api/queries.ts';
import { words } from '../../i18n/messages.ts';

const t = words.compare;

export function DraftLine({ dataset, isGone }: { dataset: string; isGone: boolean }) {
  const deps = useDeps();
  const title = useQuery(statsQuery()).data?.datasets.find(({ id }) => id === dataset)?.title ?? dataset;
  return (
    <div className="block">
      <p>
        {isGone ? t.draftGone : t.draftOf} <span dir="auto">{title}</span>
      </p>
      <p className="meta">{t.draftHelp}</p>
      <button type="button" className="btn small" onClick={() => openPanel(deps, { kind: 'draft' })}>
        <IconPencil size={14} stroke={1.7} aria-hidden />
        {t.openDraft}
      </button>
    </div>
  );
}

/** The faults that a write of it would be refused with; other errors are told as of any question. */
export function DraftFaults({ error }: { error: Error }) {
  const problems = error instanceof ApiError ? (error.problem?.problems ?? []) : [];
  if (problems.length === 0) return null;
  return (
    <div className="notice" role="alert">
      <p>
        <b className="wrong">{t.draftFaults}</b>
      </p>
      <ul className="in-the-way" lang="en">
        {problems.map(({ message, remedy }, n) => (
          <li key={n} dir="auto">
            {message} <span className="meta">{words.errors.todo(remedy)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
