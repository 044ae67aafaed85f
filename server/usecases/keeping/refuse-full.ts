/** Refuses to store more of a kind than its limits allow, so that no volume can be filled by asking. */
import { API_LIMITS } from '../../contract/parts.ts';
import { AppError } from '../../domain/model/errors.ts';

interface Kind {
  number: 'savedSets' | 'watches' | 'storedViews' | 'texts' | 'notebookEntries';
  characters: 'savedSetCharacters' | 'watchCharacters' | 'storedViewCharacters' | 'textCharacters' | 'notebookCharacters';
  /** What to delete, as the API names it. */
  remedy: string;
}
export const SAVED_SETS: Kind = {
  number: 'savedSets',
  characters: 'savedSetCharacters',
  remedy: 'Delete saved sets that nobody needs (DELETE /api/saved-sets/:id)',
};
export const WATCHES: Kind = {
  number: 'watches',
  characters: 'watchCharacters',
  remedy: 'Delete watches that nobody needs (DELETE /api/watches/:id)',
};
export const STORED_VIEWS: Kind = {
  number: 'storedViews',
  characters: 'storedViewCharacters',
  remedy: 'Delete stored views that no link needs (DELETE /api/view-states/:digest)',
};
export const TEXTS: Kind = {
  number: 'texts',
  characters: 'textCharacters',
  remedy: 'Delete texts that nobody needs (DELETE /api/sources/:id/text)',
};
export const NOTEBOOK: Kind = {
  number: 'notebookEntries',
  characters: 'notebookCharacters',
  remedy: 'Delete entries that nobody needs (DELETE /api/notebook/:id)',
};

/** The limits; tests lower them. */
export type KeepingLimitValues = { readonly [Name in Kind['number'] | Kind['characters']]?: number };

/**
 * @param stored what is there without the new one
 * @param json the new one
 * @throws AppError `limit`
 */
export function refuseFull(kind: Kind, stored: { number: number; characters: number } | undefined, json: string, lowered: KeepingLimitValues = {}): void {
  const limits = { ...API_LIMITS, ...lowered };
  const name =
    (stored?.number ?? 0) >= limits[kind.number]
      ? kind.number
      : (stored?.characters ?? 0) + json.length > limits[kind.characters]
        ? kind.characters
        : undefined;
  if (name === undefined) return;
  throw new AppError('limit', `Nothing was stored: that would go past the limit ${name} of ${limits[name]}. ${kind.remedy}, then try again.`, {
    limit: { name, value: limits[name] },
  });
}
