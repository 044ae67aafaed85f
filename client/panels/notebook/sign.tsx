/** The name with which an entry is signed: asked once, then said with a way to another. */
import { useState } from 'react';
import { useDraft } from '../../state/drafts.ts';
import { words } from '../../i18n/messages.ts';

const t = words.notebook;

/** @returns the name that is typed or kept, and the part of the form to give it in */
export function useSigning(kept: string): { who: string; part: (tried: boolean) => React.ReactNode } {
  const [typed, setTyped] = useDraft('name', kept);
  const [asking, setAsking] = useState(kept === '');
  const who = (asking ? typed : kept).trim();
  return {
    who,
    part: (tried) =>
      asking ? (
        <label>
          <span className="heading">{t.name}</span>
          <input
            className="field"
            maxLength={500}
            autoComplete="name"
            dir="auto"
            value={typed}
            aria-invalid={tried && who === ''}
            onChange={(event) => setTyped(event.target.value)}
          />
          <span className={tried && who === '' ? 'meta wrong' : 'meta'}>{t.nameWhy}</span>
        </label>
      ) : (
        <p className="meta">
          <span dir="auto">{t.signedAs(kept)}</span>{' '}
          <button type="button" className="link" onClick={() => setAsking(true)}>
            {t.otherName}
          </button>
        </p>
      ),
  };
}
