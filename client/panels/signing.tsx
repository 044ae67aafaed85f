/** The name with which what is written is signed: asked once, then said with a way to another. */
import { useState, type ReactNode } from 'react';
import { useDraft } from '../state/drafts.ts';
import { useSignedName } from '../state/signed-name.ts';

export interface SigningWords {
  name: string;
  /** Below the field: what the name is asked for. */
  nameWhy: string;
  signedAs: (name: string) => string;
  otherName: string;
}
export interface Signing {
  /** The name that is typed or kept; empty until one is given. */
  who: string;
  /** Keeps that name, so that it is not asked for again. */
  keep: () => void;
  /** The part of the form to give it in. @param tried whether it was tried to write: a missing name is then marked */
  part: (tried: boolean) => ReactNode;
}

export function useSigning(says: SigningWords): Signing {
  const [kept, keepName] = useSignedName();
  const [typed, setTyped] = useDraft('name', kept);
  const [asking, setAsking] = useState(kept === '');
  const who = (asking ? typed : kept).trim();
  return {
    who,
    keep: () => {
      keepName(who);
      setAsking(false);
    },
    part: (tried) =>
      asking ? (
        <label>
          <span className="heading">{says.name}</span>
          <input
            className="field"
            maxLength={500}
            autoComplete="name"
            dir="auto"
            value={typed}
            aria-invalid={tried && who === ''}
            onChange={(event) => setTyped(event.target.value)}
          />
          <span className={tried && who === '' ? 'meta wrong' : 'meta'}>{says.nameWhy}</span>
        </label>
      ) : (
        <p className="meta">
          <span dir="auto">{says.signedAs(kept)}</span>{' '}
          <button type="button" className="link" onClick={() => setAsking(true)}>
            {says.otherName}
          </button>
        </p>
      ),
  };
}
