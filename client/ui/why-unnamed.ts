/** Why somebody is called "Unnamed person" at a date: the sources that print the name came later. */
import type { NodeView } from '../../server/contract/views.ts';
import { standInName } from '../../server/domain/model/names.ts';
import type { Clocks } from '../../server/domain/model/questions.ts';
import { words } from '../i18n/messages.ts';

/** In words; undefined where the entity has a name at the dates of the view, or none at any. */
export function whyUnnamed({ name, type }: Pick<NodeView, 'name' | 'type'>, { published, recorded }: Clocks): string | undefined {
  if (name !== standInName(type)) return undefined;
  if (published !== undefined) return words.entity.notPrinted(published);
  return recorded === undefined ? undefined : words.entity.notRecorded(recorded);
}
