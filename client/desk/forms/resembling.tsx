/** Warns where the name of a new record resembles that of one which is there, and offers that one. */
import { useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { foldName } from '../../../server/domain/searching/fold-name.ts';
import { jaroWinkler } from '../../../server/domain/searching/jaro-winkler.ts';
import { predicatesQuery, searchQuery, sourcesQuery, voicesQuery } from '../../api/queries.ts';
import { useDrafts } from '../../state/draft/draft-store.ts';
import type { FileKind, FileRecord } from '../../state/draft/file-form.ts';
import { EntityMark } from '../../ui/entity-mark.tsx';
import { words } from '../../i18n/messages.ts';
import { knowRecord } from './known-records.ts';
import type { Option } from './pick-record.tsx';

const t = words.forms;
/** From this likeness on (1 is the same) two names may be meant for one. */
const ALIKE = 0.9;
const SHOWN = 5;

/** The names that the record gives itself. */
function namesOf(kind: FileKind, record: FileRecord): string[] {
  const names = (record['names'] as { text?: string }[] | undefined) ?? [];
  const of: Partial<Record<FileKind, (string | undefined)[]>> = {
    entity: names.map(({ text }) => text),
    source: [record['title'] as string | undefined],
    voice: [record['name'] as string | undefined],
    predicate: [(record['forms'] as { finite?: string } | undefined)?.finite],
  };
  return (of[kind] ?? []).flatMap((name) => (name && name.trim() !== '' ? [name.trim()] : []));
}

export function alike(one: string, other: string): boolean {
  const [a, b] = [foldName(one), foldName(other)];
  return a === b || jaroWinkler(a, b) >= ALIKE;
}

export function Resembling({ kind, record, onUse }: { kind: FileKind; record: FileRecord; onUse: (id: string) => void }) {
  const names = namesOf(kind, record);
  const [q] = useDebouncedValue(names[0] ?? '', 250);
  const found = useQuery({ ...searchQuery(q, false, {}, SHOWN), enabled: kind === 'entity' && q !== '' });
  const sources = useQuery({ ...sourcesQuery(), enabled: kind === 'source' }).data?.sources;
  const voices = useQuery({ ...voicesQuery(), enabled: kind === 'voice' }).data?.voices;
  const predicates = useQuery({ ...predicatesQuery(), enabled: kind === 'predicate' }).data?.predicates;
  const drafted = [...useDrafts().all.values()].flatMap(({ entries }) => entries.filter((one) => one.kind === kind && one.record));
  if (names.length === 0) return null;
  const isLike = (name: string): boolean => names.some((own) => alike(own, name));
  const options: Option[] = [
    ...drafted.filter(({ name }) => isLike(name)).map(({ id, name }) => ({ id, name })),
    ...(q === names[0] ? (found.data?.results ?? []) : []).map(({ entity }) => ({ id: entity.id, name: entity.name, type: entity.type })),
    ...(sources ?? []).filter(({ title, shortTitle }) => isLike(title ?? shortTitle)).map(({ id, shortTitle }) => ({ id, name: shortTitle })),
    ...(voices ?? []).filter(({ name }) => isLike(name)),
    ...(predicates ?? []).filter(({ forms }) => isLike(forms.finite)).map(({ id, forms }) => ({ id, name: forms.finite })),
  ].slice(0, SHOWN);
  if (options.length === 0) return null;
  return (
    <div className="notice" role="status">
      <b>{t.resembles}</b>
      <ul>
        {options.map((option) => (
          <li key={option.id} className="row">
            {option.type && <EntityMark type={option.type} />}
            <bdi>{option.name}</bdi>
            <button
              type="button"
              className="btn small"
              aria-label={`${t.use}: ${option.name}`}
              onClick={() => {
                if (kind !== 'dataset') knowRecord(kind, option);
                onUse(option.id);
              }}
            >
              {t.use}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
