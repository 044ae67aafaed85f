/** Opens an entity that a text names: in its panel, or, where it is only drafted, in its form. */
import type { Deps } from '../../acts/deps.ts';
import { openEntity } from '../../acts/open-things.ts';
import { changeDrafts } from '../../state/draft/draft-store.ts';
import { openForms } from '../../state/draft/open-forms.ts';

export function openNamed(deps: Deps, id: string): void {
  const isDrafted = [...changeDrafts.get().all.values()].some(({ entries }) =>
    entries.some((one) => one.kind === 'entity' && one.id === id && one.record && !one.before),
  );
  if (isDrafted) openForms.open({ form: 'edit', kind: 'entity', id });
  else openEntity(deps, id);
}
