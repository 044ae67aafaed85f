/** Opens the form of a claim, or of a new name, for a passage: a source, a paragraph of it, and the words that were marked there. */
import { openForms, type Passage } from '../../state/draft/open-forms.ts';

/** @param dataset the case of the source; where there is none, the case that is chosen */
export function openClaimForm(passage?: Passage, dataset?: string): void {
  openForms.open({ form: 'claim', ...(passage ? { passage } : {}), ...(dataset === undefined ? {} : { dataset }) });
}

/** @param language of the text in which the name stands */
export function openNameForm({ source, words }: Passage, { language, dataset }: { language: string; dataset: string | undefined }): void {
  const names = words === undefined ? [] : [{ text: words, lang: language, kind: 'primary', sources: [source] }];
  openForms.open({ form: 'new', kind: 'entity', ...(dataset === undefined ? {} : { dataset }), begun: names.length === 0 ? {} : { names } });
}
