/** A button for what cannot be brought back: it asks once more, and the way to leave it has the focus. */
import { useState } from 'react';

interface AskSureProps {
  /** On the button. */
  label: string;
  /** What will be gone. */
  sure: string;
  yes: string;
  no: string;
  onYes: () => void;
}

export function AskSure({ label, sure, yes, no, onYes }: AskSureProps) {
  const [asked, setAsked] = useState(false);
  if (!asked)
    return (
      <button type="button" className="btn small" onClick={() => setAsked(true)}>
        {label}
      </button>
    );
  return (
    <div className="ask-sure" role="group" aria-label={label}>
      <p>{sure}</p>
      <div className="row wrap">
        <button
          type="button"
          className="btn small danger"
          onClick={() => {
            setAsked(false);
            onYes();
          }}
        >
          {yes}
        </button>
        <button type="button" className="btn small" autoFocus onClick={() => setAsked(false)}>
          {no}
        </button>
      </div>
    </div>
  );
}
