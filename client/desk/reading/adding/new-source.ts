/** Writes a new source with what is needed and no more; its voice is that of its publisher, made where the case has none of that name. */
import { commitChange } from '../../../../server/contract/routes/changes.ts';
import { listVoices } from '../../../../server/contract/routes/sources.ts';
import { readStats } from '../../../../server/contract/routes/stats.ts';
import { idFrom } from '../../../../server/domain/editing/id-from.ts';
import { call } from '../../../api/call.ts';
import type { DateValue } from '../../forms/controls/date-field.tsx';
import type { Basis } from '../../../../server/domain/model/lists.ts';
import { words } from '../../../i18n/messages.ts';

export interface NewSource {
  dataset: string;
  title: string;
  publisher: string;
  published: DateValue | null;
  kind: string;
}
export const NEW_SOURCE: NewSource = { dataset: '', title: '', publisher: '', published: null, kind: '' };

/**
 * Written as one change set, once for its operation id.
 * @returns the id of the source
 */
export async function addSource(
  { dataset, title, publisher, published, kind }: NewSource,
  { who, language, operation }: { who: string; language: string; operation: string },
): Promise<string> {
  const name = publisher.trim();
  const { voices } = await call(listVoices, {});
  const { revision } = await call(readStats, {});
  const known = voices.find((voice) => voice.name.localeCompare(name, undefined, { sensitivity: 'base' }) === 0);
  // The beginning of the operation keeps two sources of one title apart.
  const suffix = operation.slice(0, 6);
  const voice = known?.id ?? idFrom(name, suffix);
  const id = idFrom(title, suffix);
  await call(commitChange, {
    body: {
      dataset,
      revision,
      operation,
      who,
      why: words.addText.why(title.trim()),
      records: {
        ...(known ? {} : { voices: [{ id: voice, name, stake: 'unclear' as const }] }),
        sources: [
          {
            id,
            kind: kind.trim() || words.addText.kindUsual,
            publisher: name,
            title: title.trim(),
            language: language.trim(),
            ...(published?.edtf ? { published: { edtf: published.edtf, basis: (published.basis ?? 'stated') as Basis } } : {}),
            voice,
            seen: true,
          },
        ],
      },
    },
  });
  return id;
}
