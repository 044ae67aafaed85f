/** The author's own words in a dossier, written where they stand in the list of its parts. */
import type { Part } from '../../state/dossier/dossier.ts';
import { words } from '../../i18n/messages.ts';

const t = words.dossier;
type Own = Extract<Part, { kind: 'lead' | 'text' }>;

/** What was decided on a refused text is asked again once it is another one. */
export function OwnText({ part, onChange }: { part: Own; onChange: (part: Own) => void }) {
  const { gate: _gate, ...own } = part;
  return (
    <div className="composer-own">
      {own.kind === 'text' && (
        <label>
          <span className="heading">{t.ownHeading}</span>
          <input
            className="field"
            maxLength={200}
            value={own.heading ?? ''}
            dir="auto"
            onChange={(event) => onChange({ ...own, heading: event.target.value })}
          />
        </label>
      )}
      <label>
        <span className="heading">{t.ownText}</span>
        <textarea
          className="field"
          data-own-text
          rows={4}
          maxLength={4000}
          value={own.text ?? ''}
          dir="auto"
          onChange={(event) => onChange({ ...own, text: event.target.value })}
        />
      </label>
      <p className="meta">{t.ownHelp}</p>
    </div>
  );
}
