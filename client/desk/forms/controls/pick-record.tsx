/** Finds a record by its name, of the case or of the draft, by keyboard; a record that is not there can be made. */
import { useId, useRef, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { IconX } from '@tabler/icons-react';
import type { EntityType } from '../../../../server/domain/model/lists.ts';
import { findPredicates, type FoundPredicate } from '../../../../server/domain/searching/find-predicates.ts';
import { foldName } from '../../../../server/domain/searching/fold-name.ts';
import { predicatesQuery, searchQuery, sourcesQuery, statsQuery, voicesQuery } from '../../../api/queries.ts';
import { saidQuery } from '../../../api/queries-find.ts';
import { useDrafts } from '../../../state/draft/draft-store.ts';
import { openForms } from '../../../state/draft/open-forms.ts';
import { EntityMark } from '../../../ui/entity-mark.tsx';
import { words } from '../../../i18n/messages.ts';
import type { Picked } from './fields.ts';
import { knowRecord } from '../known-records.ts';
import { useWritingTo, VOCABULARY } from '../use-desk-case.ts';

const t = words.forms;
const DEBOUNCE = 120;
const SHOWN = 8;

export interface Option {
  id: string;
  name: string;
  type?: EntityType;
  /** What tells it apart, and of which case it is where that is another than is written to. */
  meta?: string;
  /** Of a predicate: by these it is found, too. */
  forms?: FoundPredicate['forms'];
  definition?: string;
  isOther?: true;
}
interface Found extends Option {
  dataset?: string;
}
const asFound = ({ name, forms, ...option }: Option): Option & FoundPredicate => ({ ...option, name, forms: forms ?? { finite: name } });
/** Reserved words of an end: `unknown`, `none`. */
export type Reserved = readonly { id: string; name: string; key: string }[];

/** The records of a kind that a text finds, those of the draft first. */
export function useOptions(kind: Picked, typed: string, open: boolean): { options: Option[]; asking: boolean } {
  const [q] = useDebouncedValue(typed.trim(), DEBOUNCE);
  const sought = foldName(typed.trim());
  const found = useQuery({ ...searchQuery(q, false, {}, SHOWN), enabled: open && kind === 'entity' && q !== '' });
  const sources = useQuery({ ...sourcesQuery(), enabled: open && kind === 'source' }).data?.sources;
  const voices = useQuery({ ...voicesQuery(), enabled: open && kind === 'voice' }).data?.voices;
  const predicates = useQuery({ ...predicatesQuery(), enabled: open && kind === 'predicate' }).data?.predicates;
  const datasets = useQuery({ ...statsQuery(), enabled: open && kind === 'dataset' }).data?.datasets;
  const said = useQuery({ ...saidQuery(q, {}), enabled: open && kind === 'claim' && q !== '' });
  const claims = (q === '' ? [] : (said.data?.results ?? [])).flatMap((hit): Option[] =>
    hit.kind === 'claim' ? [{ id: hit.id, name: hit.claim.sentence, meta: hit.id }] : [],
  );
  const drafted = [...useDrafts().all.values()].flatMap(({ dataset, entries }) =>
    entries.filter((one) => one.kind === kind && one.record).map((one) => ({ ...one, dataset })),
  );
  const fits = (name: string): boolean => sought === '' || sought.split(' ').every((word) => foldName(name).includes(word));
  const own = drafted
    .filter(({ name, record }) => fits([name, ...((record?.['names'] as { text: string }[] | undefined) ?? []).map(({ text }) => text)].join(' ')))
    .map(({ id, name, record, before, dataset }): Found => ({
      id,
      dataset,
      name,
      ...(kind === 'entity' ? { type: record?.['type'] as EntityType } : {}),
      ...(before ? {} : { meta: words.draft.marks.made }),
    }));
  const lists: Record<Picked, Found[]> = {
    entity:
      q === ''
        ? []
        : (found.data?.results ?? []).map(({ entity, dataset, apart }) => ({
            id: entity.id,
            name: entity.name,
            type: entity.type,
            dataset,
            ...(apart ? { meta: apart } : {}),
          })),
    source: (sources ?? [])
      .map(({ id, dataset, shortTitle, voice }) => ({ id, dataset, name: shortTitle, meta: voice.name }))
      .filter(({ name, meta }) => fits(`${name} ${meta}`)),
    voice: (voices ?? []).filter(({ name }) => fits(name)),
    predicate: findPredicates(
      typed,
      (predicates ?? []).map(({ id, dataset, forms, group, definition }) => ({ id, dataset, name: forms.finite, meta: words.group[group], forms, definition })),
    ),
    dataset: (datasets ?? []).map(({ id, title }) => ({ id, name: title })).filter(({ name }) => fits(name)),
    // The first hit is the fittest; of one claim several passages may be found.
    claim: [...new Map(claims.map((one) => [one.id, one])).values()],
  };
  const there = new Set(own.map(({ id }) => id));
  const titles = new Map((useQuery(statsQuery()).data?.datasets ?? []).map(({ id, title }) => [id, title]));
  const to = useWritingTo();
  // Those of another case come last, and say of which.
  const isOther = ({ dataset }: Found): boolean => to !== '' && dataset !== undefined && dataset !== to && dataset !== VOCABULARY;
  const marked = [...own, ...lists[kind].filter(({ id }) => !there.has(id))].map((one): Option => {
    const { dataset, ...option } = one;
    if (!isOther(one)) return option;
    return { ...option, meta: [option.meta, t.ofCase(titles.get(dataset!) ?? dataset!)].filter(Boolean).join(' · '), isOther: true };
  });
  return {
    options: marked.toSorted((a, b) => Number(a.isOther ?? false) - Number(b.isOther ?? false)).slice(0, SHOWN),
    asking:
      ['entity', 'claim'].includes(kind) && typed.trim() !== '' && (q !== typed.trim() || [found, said].some((one) => one.isFetching || one.isPlaceholderData)),
  };
}

const MADE: readonly string[] = ['entity', 'source', 'voice', 'predicate'];

interface PickProps {
  kind: Picked;
  label: string;
  /** The record chosen, by id; empty where none is. */
  value: string;
  /** What it is called. */
  shown: string;
  type?: EntityType | undefined;
  reserved?: Reserved;
  fault?: string | undefined;
  /** What there is to choose, where it is not all of the kind. */
  options?: readonly Option[];
  /** Chosen by a key as long as nothing is typed. */
  keyed?: Reserved;
  /** What a record made here begins with. */
  begun?: Record<string, unknown>;
  onPick: (id: string) => void;
  inputRef?: React.Ref<HTMLInputElement>;
}

export function PickRecord({ kind, label, value, shown, type, reserved = [], options: given, keyed = [], fault, begun, onPick, inputRef }: PickProps) {
  const [typed, setTyped] = useState<string | undefined>();
  const [at, setAt] = useState(0);
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const open = typed !== undefined;
  const found = useOptions(kind, typed ?? '', open && !given);
  const sought = foldName(typed ?? '');
  const among = (all: readonly Option[]) =>
    kind === 'predicate' ? findPredicates(typed ?? '', all.map(asFound)) : all.filter(({ name }) => foldName(name).includes(sought));
  const options = given ? among(given) : found.options;
  const { asking } = found;
  const to = useWritingTo();
  const named = reserved.filter(({ name }) => (typed ?? '') === '' || name.startsWith((typed ?? '').toLowerCase()));
  const rows: (Option & { make?: true })[] = [
    ...options,
    ...named,
    // Only once it is known what there is: a name typed fast would else be made again.
    ...(MADE.includes(kind) && !asking ? [{ id: '', name: t.make(kind, typed?.trim() ?? ''), make: true as const }] : []),
  ];
  const choose = (row: (typeof rows)[number] | undefined): void => {
    if (!row) return;
    if (row.make) {
      const text = typed?.trim() ?? '';
      setTyped(undefined);
      openForms.open({
        form: 'new',
        kind: kind as 'entity',
        begun: { ...begunFrom(kind, text), ...begun },
        ...(to === '' ? {} : { dataset: to }),
        onMade: onPick,
      });
      return;
    }
    knowRecord(kind, row);
    setTyped(undefined);
    setAt(0);
    onPick(row.id);
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const short = typed === undefined || typed === '' ? [...reserved, ...keyed].find(({ key }) => key === event.key) : undefined;
    if (short) choose(short);
    else if (event.key === 'ArrowDown') {
      setTyped(typed ?? '');
      setAt(Math.min(at + 1, rows.length - 1));
    } else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && open) choose(rows[at]);
    else if (event.key === 'Escape' && open) setTyped(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="chooser" onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setTyped(undefined)}>
      <span className="chooser-box">
        {type && value !== '' && !open && <EntityMark type={type} />}
        <input
          ref={inputRef ?? field}
          className="field"
          role="combobox"
          aria-label={label}
          aria-expanded={open}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={open && rows[at] ? `${listId}-${at}` : undefined}
          aria-invalid={fault !== undefined}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          value={typed ?? shown}
          onFocus={(event) => event.target.select()}
          onClick={() => setTyped(typed ?? '')}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
        {value !== '' && (
          <button type="button" className="btn ghost icon small" tabIndex={-1} aria-label={t.takeOut(shown)} onClick={() => onPick('')}>
            <IconX size={14} stroke={1.7} aria-hidden />
          </button>
        )}
      </span>
      {open && (
        <ul className="choices-list" role="listbox" id={listId} aria-label={t.pick(label)}>
          {rows.map((row, n) => (
            <li
              key={`${row.id} ${row.name}`}
              id={`${listId}-${n}`}
              role="option"
              aria-selected={n === at}
              onPointerDown={(event) => {
                event.preventDefault();
                choose(row);
              }}
              onPointerEnter={() => setAt(n)}
            >
              {row.type && <EntityMark type={row.type} />}
              <span dir="auto">{row.name}</span>
              {row.meta && (
                <span className="meta" dir="auto">
                  {row.meta}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      <span className="visually-hidden" role="status">
        {open && !asking ? (options.length === 0 && typed !== '' ? t.notFound : t.found(options.length)) : ''}
      </span>
    </div>
  );
}

function begunFrom(kind: Picked, text: string): Record<string, unknown> {
  if (text === '') return {};
  if (kind === 'entity') return { names: [{ text, lang: 'en', kind: 'primary' }] };
  if (kind === 'source') return { title: text };
  if (kind === 'voice') return { name: text };
  return kind === 'predicate' ? { forms: { finite: text } } : {};
}
