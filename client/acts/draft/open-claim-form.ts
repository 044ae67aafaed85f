/** Opens the form of a claim, or of a new name, for a passage: a source, a paragraph of it, and the words that were marked there. */
import { openForms, type Passage } from '../../state/draft/open-forms.ts';

export function openClaimForm(passage?: Passage): void {
  openForms.open({ form: 'claim', ...(passage ? { passage } : {}) });
}

/** @param language of the text in which the name stands */
export function openNameForm({ source, words }: Passage, language = 'en'): void {
  const names = words === undefined ? [] : [{ text: words, lang: language, kind: 'primary', sources: [source] }];
  openForms.open({ form: 'new', kind: 'entity', begun: names.length === 0 ? {} : { names } });
}
