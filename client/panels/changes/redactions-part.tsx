/** Who was redacted, folded in below the backups: when, by whom and why; and the way to let the person be named again. */
import { useState, type ReactNode } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { explainError } from '../../api/explain-error.ts';
import { redactionsQuery, sendLifting } from '../../api/queries-redactions.ts';
import { useDeps } from '../../acts/deps.ts';
import { Await } from '../../ui/states.tsx';
import { words } from '../../i18n/messages.ts';

const t = words.redactions;

export function RedactionsPart(): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <details className="block" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="heading">{t.title}</summary>
      {open && <Redactions />}
    </details>
  );
}

function Redactions() {
  const deps = useDeps();
  const queries = useQueryClient();
  const asked = useQuery(redactionsQuery());
  const [failed, setFailed] = useState('');
  const lift = async (id: string): Promise<void> => {
    setFailed('');
    try {
      await sendLifting(id);
      await queries.invalidateQueries({ queryKey: redactionsQuery().queryKey });
      deps.tell(t.lifted, false);
    } catch (error) {
      setFailed(explainError(error));
    }
  };
  return (
    <Await asked={asked} rows={2}>
      {({ redactions }) => (
        <>
          <p className="meta">{t.lead}</p>
          {failed !== '' && (
            <p className="notice danger" role="alert">
              {failed}
            </p>
          )}
          {redactions.length === 0 ? (
            <p className="meta">{t.none}</p>
          ) : (
            <ul>
              {redactions.map(({ id, at, who, why, person, lifted }) => (
                <li key={id}>
                  {words.backups.when(at)} <span className="meta">{t.about(who, why, person)}</span>{' '}
                  {lifted ? (
                    <span className="meta">{t.isLifted}</span>
                  ) : (
                    <button type="button" className="btn small" onClick={() => void lift(id)}>
                      {t.lift}
                    </button>
                  )}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </Await>
  );
}
