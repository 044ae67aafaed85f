/** What can be exported: a path, an answer, rows, what is drawn or selected, or the cases on view whole. */
import { words } from '../../i18n/messages.ts';

export type What = 'drawn' | 'selected' | 'path' | 'answer' | 'rows' | 'case';
export interface Piece {
  what: What;
  text: string;
  /** There is nothing of it. */
  isBare?: boolean;
}

/** What was chosen and is no longer offered is what is drawn. */
export function Pieces({ what, choose, offered }: { what: What; choose: (next: What) => void; offered: readonly (Piece | false | undefined)[] }) {
  const pieces = offered.filter((piece) => piece !== undefined && piece !== false);
  const chosen = pieces.some((piece) => piece.what === what) ? what : 'drawn';
  return (
    <fieldset className="bare-set">
      <legend className="heading">{words.export.what}</legend>
      {pieces.map((piece) => (
        <label key={piece.what} className="check">
          <input type="radio" name="what" checked={chosen === piece.what} disabled={piece.isBare} onChange={() => choose(piece.what)} />
          <span dir="auto">{piece.text}</span>
        </label>
      ))}
    </fieldset>
  );
}
