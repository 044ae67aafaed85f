/** What is to be known of the name somebody is shown by. Why somebody is called "Unnamed person" at a date: the sources that print the name came later. */
import type { NodeView } from '../../server/contract/views.ts';
import { standInName } from '../../server/domain/model/names.ts';
import type { Clocks } from '../../server/domain/model/questions.ts';
import { words } from '../i18n/messages.ts';
import { dateText } from './date-text.ts';

/** What the name shown is, where it is none that a source prints; a name that was redacted is neither the curator's choice nor unknown to the sources. */
export function namingLines({ label, unnamed, redacted }: Pick<NodeView, 'label' | 'unnamed' | 'redacted'>): string[] {
  const t = words.entity;
  // One who was named again since is shown by that name.
  if (redacted !== undefined) return label ? [t.redacted(dateText({ edtf: redacted }))] : [];
  return [...(label ? [t.label] : []), ...(unnamed ? [t.unnamed] : [])];
}

/** In words; undefined where the entity has a name at the dates of the view, or none at any. */
export function whyUnnamed({ name, type }: Pick<NodeView, 'name' | 'type'>, { published, recorded }: Clocks): string | undefined {
  if (name !== standInName(type)) return undefined;
  if (published !== undefined) return words.entity.notPrinted(published);
  return recorded === undefined ? undefined : words.entity.notRecorded(recorded);
}
