/** Opens the form of a claim for a passage: a source, a paragraph of it, and the words that were marked there. */
import { openForms, type Passage } from '../state/draft/open-forms.ts';

export function openClaimForm(passage?: Passage): void {
  openForms.open({ form: 'claim', ...(passage ? { passage } : {}) });
}
