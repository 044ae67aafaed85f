/** What another wrote in between, and the choice between theirs and one's own. */
import type { ReactNode } from 'react';
import type { KeptEntry } from '../../api/queries-notebook.ts';
import { words } from '../../i18n/messages.ts';
import type { Writing } from './use-writing.ts';
import { whenInWords } from './when.ts';

const t = words.notebook;

interface ConflictProps {
  writing: Writing;
  /** Shows what the others wrote. */
  shows: (theirs: KeptEntry) => ReactNode;
  onTheirs: (theirs: KeptEntry) => void;
  /** @param version to write over; 0 where it was deleted */
  onMine: (version: number) => void;
}

export function Conflict({ writing: { conflict, failed }, shows, onTheirs, onMine }: ConflictProps) {
  if (failed !== undefined)
    return (
      <div className="notice danger" role="alert">
        <span>{failed}</span>
      </div>
    );
  if (conflict === undefined) return null;
  return (
    <div className="notice danger" role="alert">
      {conflict === 'gone' ? (
        <span>{t.conflictGone}</span>
      ) : (
        <>
          <span>{t.conflict(conflict.changed.who, whenInWords(conflict.changed.at))}</span>
          {shows(conflict)}
        </>
      )}
      <div className="row wrap">
        {conflict !== 'gone' && (
          <button type="button" className="btn small" onClick={() => onTheirs(conflict)}>
            {t.theirs}
          </button>
        )}
        <button type="button" className="btn small" onClick={() => onMine(conflict === 'gone' ? 0 : conflict.version)}>
          {t.mine}
        </button>
      </div>
    </div>
  );
}
