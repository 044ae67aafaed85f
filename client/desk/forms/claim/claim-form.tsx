/** A claim as a sentence, and below it a passage that says so or disputes it; beside it what the claim would do. */
import { useRef, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { accusedEnds } from '../../../../server/domain/figures/accused-ends.ts';
import type { Claim, Predicate } from '../../../../server/domain/model/records.ts';
import { QUALIFIERS } from '../../../../server/domain/model/lists.ts';
import { isTaken, newEntry, nameOfForm, nameByAll } from '../../../acts/draft/draft-record.ts';
import { useDeps } from '../../../acts/deps.ts';
import { predicatesQuery } from '../../../api/queries.ts';
import { type DraftEntry, withEntry } from '../../../state/draft/draft-change.ts';
import { changeDrafts, useDrafts } from '../../../state/draft/draft-store.ts';
import type { FileRecord } from '../../../state/draft/file-form.ts';
import { type OpenForm, openForms, type Passage } from '../../../state/draft/open-forms.ts';
import { keptForms, type Typed, useKeptForm } from '../../../state/kept-forms.ts';
import type { RecordKind } from '../../../state/view.ts';
import { words } from '../../../i18n/messages.ts';
import { begunClaimName, entryBegun } from '../begun-record.ts';
import { KeptHere, OthersBegun } from '../kept-forms.tsx';
import { useKnownRecords } from '../known-records.ts';
import { VOCABULARY } from '../use-desk-case.ts';
import { type Faults, faultsOf } from '../controls/use-faults.ts';
import { CitationFields } from './citation-fields.tsx';
import { ClaimDoes } from './claim-does.tsx';
import {
  beginClaim,
  type ClaimState,
  entitiesNamed,
  idsOf,
  newCitation,
  type ObjectKind,
  type Offered,
  offeredFor,
  recordOf,
  stateOfEntry,
} from './claim-state.ts';
import { Sentence } from './sentence.tsx';
import { useClaimPlan } from './use-claim-plan.ts';

const t = words.claimForm;

interface Filled {
  state: ClaimState;
  /** How the claim was when it was begun to change it. */
  of?: DraftEntry;
}

interface ClaimFormProps {
  dataset: string;
  /** Absent for a new claim. */
  entry?: DraftEntry;
  /** A passage is added to it at once. */
  adding?: boolean;
  passage?: Passage;
  /** The citation to begin with. */
  citation?: string;
  onDone: () => void;
}

export function ClaimForm({ dataset, entry: there, adding = false, passage, citation, onDone }: ClaimFormProps) {
  const deps = useDeps();
  const [initial, setInitial] = useState<Filled>(() => ({
    state: there
      ? stateOfEntry(there, { adding, ...(passage ? { passage } : {}), ...(citation === undefined ? {} : { citation }) })
      : beginClaim(newId(), passage),
    ...(there ? { of: there } : {}),
  }));
  const [open] = useState<OpenForm>(() =>
    there && !adding
      ? { form: 'edit', kind: 'claim', id: there.id }
      : { form: 'claim', ...(passage ? { passage } : {}), ...(there ? { claim: there.id } : {}) },
  );
  const [key] = useState(() => keptForms.keyOf(open, dataset));
  const typed: Typed<Filled> = useKeptForm<Filled>(key, initial, {
    form: open.form === 'claim' && !there ? { ...open, dataset } : open,
    dataset,
    nameOf: (now) => there?.name ?? begunClaimName(now.state, known.nameOf, passage?.words),
  });
  const { state } = typed.value;
  const { entry, isStale } = entryBegun(typed.value.of, there);
  const setState = (next: ClaimState): void => typed.set({ ...typed.value, state: next });
  const [told, setTold] = useState<Faults>(new Map());
  const form = useRef<HTMLFormElement>(null);
  const known = useKnownRecords(entitiesNamed(state), entry);
  const all = usePredicates(dataset);
  const { claim, citations, at } = state;
  const predicate = all.find(({ id }) => id === claim['predicate']);
  const accusatory = (predicate?.accuses.length ?? 0) > 0;
  const offered = offeredFor(all, known.typeOf(String(claim['subject'] ?? '')), objectKind(claim['object'], known.typeOf));
  const record = recordOf(state);
  const made = entryOf(deps, entry, state, record, known.namesOf(namedBy(state)));
  const plan = useClaimPlan(dataset, made);
  // What a schema finds is told once it was to be added; what the plan finds is told at once.
  const faults: Faults = new Map([...told, ...plan.faults]);
  const change = (next: ClaimState): void => {
    setState(next);
    if (told.size > 0) setTold(faultsOf('claim', recordOf(next)));
  };
  const setCitation = (next: FileRecord): void => change({ ...state, citations: citations.map((one, n) => (n === at ? next : one)) });

  const add = async (andNext: boolean): Promise<void> => {
    const wrong = faultsOf('claim', record);
    const isGiven = !entry && claim['id'] !== initial.state.claim['id'];
    const found: Faults = wrong.size === 0 && isGiven && (await isTaken('claim', String(claim['id']))) ? new Map([['id', words.forms.taken]]) : wrong;
    setTold(found);
    if (found.size > 0 || plan.faults.size > 0) {
      const other = [...found.keys()].map((place) => /^citations\/(\d+)/.exec(place)?.[1]).find((n) => n !== undefined && Number(n) !== at);
      if (other !== undefined && ![...found.keys()].some((place) => !place.startsWith(`citations/${other}`))) setState({ ...state, at: Number(other) });
      setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
      return;
    }
    changeDrafts.change(dataset, (draft) => withEntry(draft, { ...made, name: nameOfForm('claim', record, nameByAll(deps, [made])) }));
    if (!andNext) {
      typed.forget();
      onDone();
      return;
    }
    const current = citations[at];
    const place = (current?.['locator'] as { paragraph?: number } | undefined)?.paragraph;
    const source = current?.['source'] as string | undefined;
    setTold(new Map());
    const next = { state: { ...beginClaim(newId()), citations: [newCitation({ ...(source ? { source } : {}), ...(place ? { paragraph: place } : {}) })] } };
    setInitial(next);
    typed.forget(next);
    setTimeout(() => form.current?.querySelector<HTMLElement>('input')?.focus());
  };
  const missing = [
    ...(claim['subject'] ? [] : [t.who]),
    ...(claim['predicate'] ? [] : [t.what]),
    ...(claim['object'] ? [] : [t.whom]),
    ...(citations.some((one) => !one['source']) ? [t.source] : []),
    ...(citations.some((one) => String(one['paraphrase'] ?? '').trim() === '') ? [t.inMyWords] : []),
  ];
  const accused = accusedNames(claim, predicate, (id) => known.nameOf('entity', id));
  return (
    <form
      ref={form}
      className="claim-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        void add(false);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) {
          // Enter in a field adds nothing: a claim is long, and half of one is soon added.
          if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
          return;
        }
        event.preventDefault();
        event.stopPropagation();
        void add(event.shiftKey);
      }}
    >
      <div className="claim-fields">
        <KeptHere typed={typed} isStale={isStale} onBeginAnew={() => typed.forget()} />
        {!there && <OthersBegun of={open} own={key} />}
        {passage?.words && (
          <blockquote className="said" dir="auto" aria-label={t.marked}>
            {passage.words}
          </blockquote>
        )}
        <Sentence
          claim={claim}
          known={known}
          faults={faults}
          offered={offered}
          all={all}
          isThere={entry !== undefined}
          onChange={(part) => change({ ...state, claim: { ...claim, ...part } })}
        />
        <Passages state={state} onChange={change} />
        {citations[at] && (
          <CitationFields
            key={at}
            citation={citations[at]}
            place={`citations/${at}`}
            accusatory={accusatory}
            passage={passage?.words}
            known={known}
            faults={faults}
            onChange={setCitation}
          />
        )}
        {[...told]
          .filter(([place]) => place === '')
          .map(([place, text]) => (
            <p key={place} className="meta wrong" role="alert">
              {text}
            </p>
          ))}
      </div>
      <div className="claim-foot">
        <ClaimDoes
          told={plan.told}
          planning={plan.planning}
          missing={missing}
          problems={plan.problems}
          replaces={plan.replaces}
          accused={accused}
          accusatory={accusatory}
        />
        <div className="row wrap form-acts">
          <button type="submit" className="btn primary">
            {t.add} <span className="kbd">Ctrl ↵</span>
          </button>
          {!entry && (
            <button type="button" className="btn" onClick={() => void add(true)}>
              {t.addNext} <span className="kbd">Shift Ctrl ↵</span>
            </button>
          )}
          <button type="button" className="btn" onClick={openForms.close}>
            {words.forms.cancel}
          </button>
          <span className="meta">{words.forms.closing}</span>
        </div>
      </div>
    </form>
  );
}

const newId = (): string => `c-${crypto.randomUUID().slice(0, 8)}`;

/** Which passage is filled in, of several; one more, or one less. */
function Passages({ state, onChange }: { state: ClaimState; onChange: (state: ClaimState) => void }) {
  const { citations, cites, at } = state;
  const takeOut = (): void =>
    onChange({ ...state, citations: citations.filter((_, n) => n !== at), cites: cites.filter((_, n) => n !== at), at: Math.max(0, at - 1) });
  return (
    <div className="row wrap passages" role="group" aria-label={t.passages(citations.length)}>
      {citations.length > 1 &&
        citations.map((one, n) => (
          <button
            key={n}
            type="button"
            className={n === at ? 'btn small on' : 'btn small'}
            aria-pressed={n === at}
            title={String(one['paraphrase'] ?? '')}
            onClick={() => onChange({ ...state, at: n })}
          >
            {t.nth(n + 1)}
          </button>
        ))}
      <button
        type="button"
        className="btn small dashed"
        onClick={() => onChange({ ...state, citations: [...citations, newCitation()], cites: [...cites, null], at: citations.length })}
      >
        + {t.addPassage}
      </button>
      {citations.length > 1 && (
        <button type="button" className="btn small" onClick={takeOut}>
          {t.takeOutPassage}
        </button>
      )}
    </div>
  );
}

/** The predicates of the case and of the drafts. */
function usePredicates(own: string): Offered[] {
  const asked = useQuery(predicatesQuery()).data?.predicates ?? [];
  const drafted = [...useDrafts().all.values()].flatMap(({ entries }) => entries.filter((one) => one.kind === 'predicate' && one.record));
  const made = drafted.map(({ record }): Offered => {
    const one = record as unknown as Predicate;
    return { ...one, name: one.forms.finite, qualifiers: one.qualifiers ?? [], accuses: one.accuses ?? [], claims: 0 };
  });
  const there = new Set(made.map(({ id }) => id));
  return [
    ...made,
    ...asked
      .filter(({ id }) => !there.has(id))
      .map((one): Offered => ({ ...one, name: one.forms.finite, foreign: one.dataset !== own && one.dataset !== VOCABULARY })),
  ];
}

function objectKind(object: unknown, typeOf: (id: string) => ObjectKind): ObjectKind {
  if (typeof object === 'object' && object !== null) return 'text';
  if (object === 'value' || object === 'unknown' || object === 'none') return object;
  return typeof object === 'string' && object !== '' ? typeOf(object) : undefined;
}

function accusedNames(claim: FileRecord, predicate: Offered | undefined, nameOf: (id: string) => string): string[] {
  if (!predicate) return [];
  const lists = Object.fromEntries(QUALIFIERS.map((name) => [name, idsOf(claim[name])]));
  const of = accusedEnds({ ...claim, ...lists } as unknown as Claim, { accuses: predicate.accuses as Predicate['accuses'] });
  return [...new Set(of.map(({ entity }) => entity))].map(nameOf);
}

function namedBy(state: ClaimState): [RecordKind, string][] {
  const sources = state.citations.flatMap((one) =>
    [one['source'], one['origin'], ...((one['through'] as string[] | undefined) ?? [])].filter((id): id is string => typeof id === 'string' && id !== ''),
  );
  const predicate = state.claim['predicate'];
  return [
    ...entitiesNamed(state).map((id): [RecordKind, string] => ['entity', id]),
    ...sources.map((id): [RecordKind, string] => ['source', id]),
    ...(typeof predicate === 'string' && predicate !== '' ? [['predicate', predicate] as [RecordKind, string]] : []),
  ];
}

function entryOf(
  deps: Parameters<typeof newEntry>[0],
  entry: DraftEntry | undefined,
  state: ClaimState,
  record: FileRecord,
  names: [string, string][],
): DraftEntry {
  const id = String(state.claim['id']);
  return entry ? { ...entry, record, cites: state.cites, names: [...entry.names, ...names] } : newEntry(deps, 'claim', id, record, names);
}
