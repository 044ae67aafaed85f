/** Warns where the name of a new record resembles that of one which is there: offers that one, and of entities asks whether the two are the same. */
import { useId } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { foldName } from '../../../server/domain/searching/fold-name.ts';
import { compareNames } from '../../../server/domain/searching/compare-names.ts';
import { nameForms } from '../../../server/domain/searching/name-forms.ts';
import { jaroWinkler } from '../../../server/domain/searching/jaro-winkler.ts';
import { type Decision, DECISIONS } from '../../../server/domain/model/lists.ts';
import { predicatesQuery, searchQuery, sourcesQuery, voicesQuery } from '../../api/queries.ts';
import { useDrafts } from '../../state/draft/draft-store.ts';
import type { FileKind, FileRecord } from '../../state/draft/file-form.ts';
import { EntityMark } from '../../ui/entity-mark.tsx';
import { words } from '../../i18n/messages.ts';
import { knowRecord } from './known-records.ts';
import type { Option } from './controls/pick-record.tsx';

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

/** What is decided on the new entity and one that is there. */
export interface Decided {
  decision: Decision;
  why: string;
  /** What the other one is called. */
  name: string;
}
export type DecidedOn = Readonly<Record<string, Decided>>;

interface ResemblingProps {
  kind: FileKind;
  record: FileRecord;
  /** By the id of the other one. */
  decided: DecidedOn;
  /** It was to be added: a decision without a reason is told. */
  tried: boolean;
  onUse: (id: string) => void;
  onDecide: (decided: DecidedOn) => void;
}

export function Resembling({ kind, record, decided, tried, onUse, onDecide }: ResemblingProps) {
  const names = namesOf(kind, record);
  const [q] = useDebouncedValue(names[0] ?? '', 250);
  const found = useQuery({ ...searchQuery(q, false, {}, SHOWN), enabled: kind === 'entity' && q !== '' });
  const sources = useQuery({ ...sourcesQuery(), enabled: kind === 'source' }).data?.sources;
  const voices = useQuery({ ...voicesQuery(), enabled: kind === 'voice' }).data?.voices;
  const predicates = useQuery({ ...predicatesQuery(), enabled: kind === 'predicate' }).data?.predicates;
  const drafted = [...useDrafts().all.values()].flatMap(({ entries }) => entries.filter((one) => one.kind === kind && one.record));
  const isLike = (name: string): boolean => names.some((own) => alike(own, name));
  // As the search finds those of the case: in another order, with a word more, spelt otherwise.
  const forms = kind === 'entity' ? names.map(nameForms) : [];
  const isFound = (name: string): boolean => isLike(name) || forms.some((own) => compareNames(own, nameForms(name)) !== undefined);
  const options: Option[] = [
    ...drafted.filter((one) => one.id !== record['id'] && namesOf(kind, one.record ?? {}).some(isFound)).map(({ id, name }) => ({ id, name })),
    ...(q === names[0] ? (found.data?.results ?? []) : []).map(({ entity }) => ({ id: entity.id, name: entity.name, type: entity.type })),
    ...(sources ?? []).filter(({ title, shortTitle }) => isLike(title ?? shortTitle)).map(({ id, shortTitle }) => ({ id, name: shortTitle })),
    ...(voices ?? []).filter(({ name }) => isLike(name)),
    ...(predicates ?? []).filter(({ forms }) => isLike(forms.finite)).map(({ id, forms }) => ({ id, name: forms.finite })),
  ].slice(0, SHOWN);
  // What was decided stays in sight, whatever the new one is called meanwhile.
  const shown = new Set(options.map(({ id }) => id));
  options.push(...Object.entries(decided).flatMap(([id, { name }]) => (shown.has(id) ? [] : [{ id, name }])));
  if (options.length === 0) return null;
  return (
    <div className="notice" role="status">
      <b>{t.resembles}</b>
      <ul>
        {options.map((option) => (
          <li key={option.id} className="row wrap">
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
            {kind === 'entity' && (
              <Decide
                name={option.name}
                // Of an object every id that its prototype has is a property, too.
                decided={Object.hasOwn(decided, option.id) ? decided[option.id] : undefined}
                tried={tried}
                onDecide={(next) => {
                  const { [option.id]: _, ...others } = decided;
                  onDecide(next ? { ...others, [option.id]: next } : others);
                }}
              />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Whether the new entity and that one are the same, and why; undecided until one says so. */
function Decide({
  name,
  decided,
  tried,
  onDecide,
}: {
  name: string;
  decided: Decided | undefined;
  tried: boolean;
  onDecide: (next: Decided | undefined) => void;
}) {
  const group = useId();
  const isWrong = tried && decided !== undefined && decided.why.trim() === '';
  return (
    <span className="row wrap" role="radiogroup" aria-label={t.decide(name)}>
      {([undefined, ...DECISIONS] as const).map((one) => (
        <label key={one ?? ''} className="check">
          <input type="radio" name={group} checked={decided?.decision === one} onChange={() => onDecide(one && { why: '', ...decided, decision: one, name })} />{' '}
          {one === undefined ? t.undecided : t.decisions[one]}
        </label>
      ))}
      {decided && (
        <input
          className="field"
          dir="auto"
          aria-label={t.decideWhy(name)}
          placeholder={t.decideWhyHint}
          aria-invalid={isWrong}
          value={decided.why}
          onChange={(event) => onDecide({ ...decided, why: event.target.value })}
        />
      )}
      {isWrong && (
        <span className="meta wrong" role="alert">
          {t.needed}
        </span>
      )}
    </span>
  );
}
