/** Whether what is kept in this browser names a person who is to be redacted: by the words that the redaction takes out of texts, or by the id. Pure. */
import { wordRemover } from '../../server/domain/redacting/name-words.ts';

export interface RedactedPerson {
  id: string;
  /** Whole names, and words that stand for this person alone, as the plan of the redaction has them. */
  names: readonly string[];
  words: readonly string[];
}

export function namesPerson({ id, names, words }: RedactedPerson): (kept: unknown) => boolean {
  const remover = wordRemover({ names: [...names], words: [...words] });
  return (kept) => {
    const text = JSON.stringify(kept) ?? '';
    return text.includes(`"${id}"`) || text.includes(`/${id}"`) || remover.finds(text.replaceAll(String.raw`\"`, '"'));
  };
}
