/** The backups of the data folder, folded in below the changes: when, how large, why; one more is made, and any fetched as a file. */
import { useState, type ReactNode } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { backupAddress, backupsQuery, backUpNow } from '../../api/queries-backups.ts';
import { explainError } from '../../api/explain-error.ts';
import { useDeps } from '../../acts/deps.ts';
import { Await } from '../../ui/states.tsx';
import { words } from '../../i18n/messages.ts';

const t = words.backups;

export function BackupsPart(): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <details className="block" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="heading">{t.title}</summary>
      {open && <Backups />}
    </details>
  );
}

function Backups() {
  const deps = useDeps();
  const queries = useQueryClient();
  const asked = useQuery(backupsQuery());
  const [making, setMaking] = useState(false);
  const [failed, setFailed] = useState('');
  const make = async (): Promise<void> => {
    setMaking(true);
    setFailed('');
    try {
      await backUpNow();
      await queries.invalidateQueries({ queryKey: backupsQuery().queryKey });
      deps.tell(t.done, false);
    } catch (error) {
      setFailed(explainError(error));
    } finally {
      setMaking(false);
    }
  };
  const copy = (command: string): void => {
    // Without a secure context `navigator.clipboard` is undefined, so this may throw.
    Promise.resolve()
      .then(() => navigator.clipboard.writeText(command))
      .then(
        () => deps.tell(t.copied, false),
        () => deps.tell(t.notCopied(command), true),
      );
  };
  return (
    <Await asked={asked} rows={2}>
      {({ backups, kept, folder }) => (
        <>
          <p className="meta">{t.lead(kept)}</p>
          <p className="meta">
            {t.folder} <bdi>{folder}</bdi>
          </p>
          <p>
            <button type="button" className="btn small" disabled={making} onClick={() => void make()}>
              {making ? t.making : t.make}
            </button>
          </p>
          {failed !== '' && (
            <p className="notice danger" role="alert">
              {failed}
            </p>
          )}
          {backups.length === 0 ? (
            <p className="meta">{t.none}</p>
          ) : (
            <ul>
              {backups.map(({ name, at, revision, bytes, why }) => (
                <li key={name}>
                  <a href={backupAddress(name)} download={name}>
                    {t.when(at)}
                  </a>{' '}
                  <span className="meta">{t.about(revision, bytes, t.why[why])}</span>{' '}
                  <button type="button" className="btn small" aria-label={t.copyFor(t.when(at))} onClick={() => copy(t.command(`${folder}/${name}`))}>
                    {t.copy}
                  </button>
                </li>
              ))}
            </ul>
          )}
          <p className="meta">{t.restore}</p>
        </>
      )}
    </Await>
  );
}
