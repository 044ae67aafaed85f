/** Plans an import against the database: gives every problem, or what is to be written. */
import type { ReadFile } from './files/read-curated-file.ts';
import { deriveAround } from './derive-changes.ts';
import { assembleBatch } from '../../domain/importing/assemble-batch.ts';
import { assignDatasets } from '../../domain/importing/assign-datasets.ts';
import { deltaSize, putKeys, recordKey, type ChangeKind, type Derived, type RecordKey } from '../../domain/importing/change-plan.ts';
import type { KnownRecords } from '../../domain/importing/checks/check-context.ts';
import { checkRecords } from '../../domain/importing/checks/check-records.ts';
import { warningsOf } from '../../domain/importing/checks/warn-records.ts';
import type { Problem } from '../../domain/model/errors.ts';
import { locateEach } from '../../domain/importing/problem-list.ts';
import type { ImportBatch } from '../../domain/importing/import-batch.ts';
import type { Figures } from '../../domain/model/figures.ts';
import type { Predicate, Records } from '../../domain/model/records.ts';
import { namedRecords } from '../../domain/importing/named-records.ts';
import { largePruneProblems } from '../../domain/importing/large-prune.ts';
import { leavingRecords, type Leaves } from '../../domain/importing/leaving-records.ts';
import { bothNamed, namedByRemoval, removalProblems } from './named-by-removal.ts';
import type { RecordPlace } from '../../domain/importing/partial/leave-out.ts';
import { placesOfPlan } from '../../domain/importing/partial/plan-places.ts';
import { isPurelyNew, planImport, type ImportPlan, type RecordRef, type StoredState } from '../../domain/importing/plan-import.ts';
import type { KeptRedaction } from '../../domain/redacting/marks.ts';
import { returningPersons } from '../../domain/redacting/returning-persons.ts';
import type { Tx } from '../../store/connect.ts';
import { loadKnown, loadKnownIds } from '../../store/load-known.ts';
import { currentRevision } from '../../store/statements/recording/change-sets.ts';
import { readFigures } from '../../store/statements/claims.ts';
import { listRedactionRows } from '../../store/statements/redactions.ts';
import { listSavedSetRows } from '../../store/statements/questions-and-sets.ts';
import { parseAll } from '../../store/load-records.ts';
import { allPredicates } from '../../store/statements/datasets-and-predicates.ts';
import { checkPruned, placeOfHeader } from './check-pruned.ts';
import { checkRedefined } from './check-redefined.ts';

export interface PlanRequest {
  prune: boolean;
  /** Records that the prune is said to remove; a dry run says how many these are. */
  pruneExactly?: number;
  /** Nothing will be written: a prune that would be refused for how much it removes is warned of. */
  dryRun: boolean;
  overwrite: boolean;
  /** A day like 2026-11-29; dates after it are warned of. */
  today: string;
  /** Dataset of files without a header. */
  dataset?: string;
  /** Records that one transaction may write; what is larger is staged. */
  importRecords: number;
  /** Records that an edit takes away by name. */
  removes?: readonly RecordRef[];
  /** The revision at which the change was judged already; absent: the newest one. A plan made at a later one would write over what came between. */
  revision?: number;
}
export interface Planned {
  revision: number;
  datasets: string[];
  problems: Problem[];
  /** What may be a slip and refuses nothing; found where there are no problems. */
  warnings: Problem[];
  /** Absent where there are problems. */
  work?: {
    plan: ImportPlan;
    derived: Derived;
    /** Figures of the claims removed. */ lost: Figures[];
    staged: boolean;
    /** The records around the claims, as the plan leaves them. */ around: Records;
    /** What is stored of the records that the plan puts or removes. */ stored: Records;
    /** Where each record that is put stands in the files; a claim in several at each of its places. */ places: () => ReadonlyMap<RecordKey, RecordPlace[]>;
  };
}

/** The named limits of one change set. */
export const CHANGE_LIMITS = {
  /** Records that a change set may change or remove: its plan is held in memory whole. */
  changeSetRecords: 200_000,
} as const;

/** Reads the database once, at one revision. The plan may be written only if that is still the current revision. */
export async function planAgainstDatabase(tx: Tx, files: readonly ReadFile[], request: PlanRequest): Promise<Planned> {
  const revision = request.revision ?? (await currentRevision(tx));
  const readable = files.flatMap(({ name, content }) => (content ? [{ name, content }] : []));
  const assigned = assignDatasets(readable, request.dataset);
  const datasets = [...new Set(assigned.files.map((file) => file.dataset))].sort();
  if (files.some(({ stopped }) => stopped)) return { revision, datasets, problems: files.flatMap((file) => file.problems), warnings: [] };
  // The predicate decides the order of the ends of a claim, and so the proposition to look for.
  const predicates = new Map(parseAll<Predicate>(await allPredicates.run(tx, { rev: revision })).map((predicate) => [predicate.id, predicate]));
  const first = assembleBatch(assigned.files, { sources: new Map(), voices: new Map(), entities: new Map(), predicates });
  const removed = await namedByRemoval(tx, revision, request.removes ?? []);
  const stored = await loadKnown(tx, revision, {
    // The header of each dataset too, also of one that the files name and give no record of: it must not be taken for a new one.
    named: bothNamed(namedRecords(first.batch), { ...removed.named, datasets: [...removed.named.datasets, ...datasets] }),
    rivals: [...first.batch.rivals.map(({ record }) => record.id), ...removed.rivals],
    own: request.prune ? datasets : [],
    // An edit names what it is about; how much else there is, is counted over the whole of a case, which takes longest of all.
    counted: request.removes ? [] : datasets,
  });
  // A citation of a stored source that carries a text is `carried`, and the stub of a stored record defines nothing. Which these are is known only now, so
  // the batch is assembled again.
  const depends = [...stored.records.sources.values()].some((source) => source.textOf) || assigned.files.some(({ content }) => content.stubs);
  const { batch, problems } = depends ? assembleBatch(assigned.files, { ...stored.records, predicates }) : first;
  const located = (told: readonly Problem[]) => locateAll(told, files);
  const removes = new Set((request.removes ?? []).map(({ kind, id }) => recordKey(kind, id)));
  const leaves = request.prune || removes.size > 0 ? leavingRecords({ datasets, prune: request.prune, removes }) : undefined;
  const malformed = new Set(files.flatMap((file) => file.malformed));
  const faults = [
    ...files.flatMap((file) => file.problems),
    ...located([...assigned.problems, ...problems, ...(await checkBatch(tx, revision, batch, { stored, malformed, leaves }))]),
    ...removalProblems(request.removes ?? [], stored.records, datasets),
    // A claim that is being filled in is planned at each pause: without an entity nobody is asked.
    ...(batch.entities.length === 0 ? [] : located(returningPersons(batch, await redactionsInForce(tx)))),
  ];
  if (faults.length > 0) return { revision, datasets, problems: faults, warnings: [] };
  const plan = planImport(batch, stored, { datasets, prune: request.prune, overwrite: request.overwrite, removes });
  // An edit names each record that it takes away.
  const pruned = request.removes === undefined ? largePruneProblems(plan, stored, request) : [];
  const large = pruned.map(({ dataset, ...problem }) => ({ ...placeOfHeader(dataset, files), ...problem }));
  const warnings = [...(request.dryRun ? large : []), ...files.flatMap(({ rewritten }) => rewritten), ...located(warningsOf(batch, stored, request.today))];
  const refused = [
    ...(request.dryRun ? [] : large),
    ...(await checkPruned(tx, revision, plan, { stored: stored.records, files })),
    ...located(await checkRedefined(tx, revision, plan, { batch, stored: stored.records })),
  ];
  const size = deltaSize(plan);
  const staged = size > request.importRecords;
  if (size > CHANGE_LIMITS.changeSetRecords && !isPurelyNew(plan)) {
    const { changeSetRecords } = CHANGE_LIMITS;
    refused.push({
      code: 'limit',
      message: `this writes ${size} records; above the limit changeSetRecords of ${changeSetRecords} only purely new data can be imported, and this changes or removes records`,
      remedy: 'do it in parts',
    });
  }
  if (refused.length > 0) return { revision, datasets, problems: refused, warnings };
  const { derived, around } = await deriveAround(tx, plan, { unstored: unstoredOf(plan, stored.records) });
  return {
    revision,
    datasets,
    problems: [],
    warnings,
    work: {
      plan,
      derived,
      lost: await figuresOfRemoved(tx, revision, plan),
      staged,
      around,
      stored: stored.records,
      places: () => placesOfPlan(batch, plan, stored.records),
    },
  };
}

/** The redactions that were not lifted. */
async function redactionsInForce(tx: Tx): Promise<KeptRedaction[]> {
  return (await listRedactionRows.run(tx, {})).filter(({ lifted }) => !lifted);
}

/** Records of the plan that were looked up and not found. Citations are looked up only through their claims, so they are not listed. */
function unstoredOf({ put }: ImportPlan, { datasets, voices, sources, entities, predicates, claims, rivals, identities, questions }: Records): Set<RecordKey> {
  const stored = new Set<RecordKey>();
  const found = { dataset: datasets, voice: voices, source: sources, entity: entities, predicate: predicates, claim: claims, question: questions } as const;
  for (const kind of Object.keys(found) as (keyof typeof found)[]) for (const id of found[kind].keys()) stored.add(recordKey(kind, id));
  for (const { id } of rivals) stored.add(recordKey('rivals', id));
  for (const { id } of identities) stored.add(recordKey('identity', id));
  return new Set(putKeys({ ...put, citations: [] }).filter((key) => !stored.has(key)));
}

/** Figures of the claims that are removed; the derived figures no longer hold them. */
async function figuresOfRemoved(tx: Tx, rev: number, plan: ImportPlan): Promise<Figures[]> {
  const ids = plan.remove.filter(({ kind }) => kind === 'claim').map(({ id }) => id);
  if (ids.length === 0) return [];
  return (await readFigures.run(tx, { rev, ids })).map((row): Figures => JSON.parse(row.figures));
}

/** Where ids are unknown, the check is repeated with all ids of the database, to suggest the nearest. */
async function checkBatch(
  tx: Tx,
  revision: number,
  batch: ImportBatch,
  { stored, malformed, leaves }: { stored: StoredState; malformed: ReadonlySet<string>; leaves: Leaves | undefined },
): Promise<Problem[]> {
  const savedSets = new Set((await listSavedSetRows.run(tx, {})).map((row): string => JSON.parse(row.json).id));
  const known: KnownRecords = {
    records: leaves ? withoutLeaving(stored.records, leaves, batch) : stored.records,
    aliases: stored.aliases,
    savedSets,
    malformed,
  };
  const problems = checkRecords(batch, known);
  return problems.some((problem) => problem.code === 'unknown-id') ? checkRecords(batch, { ...known, ids: await loadKnownIds(tx, revision) }) : problems;
}

/** The records as they are once those that leave are gone. What the batch has stubs for stays. */
function withoutLeaving(records: Records, leaves: Leaves, { stubs }: Pick<ImportBatch, 'stubs'>): Records {
  const stubbed = new Set(stubs.map(({ record: { kind, id } }) => recordKey(kind, id)));
  const left = <T extends { id: string; dataset: string }>(map: ReadonlyMap<string, T>, kind: ChangeKind) =>
    new Map([...map].filter(([id, record]) => !leaves(kind, record) || stubbed.has(recordKey(kind, id))));
  const citations = new Map(
    [...records.citations]
      .map(([claim, list]) => [claim, list.filter((citation) => !leaves('citation', citation))] as const)
      .filter(([, list]) => list.length > 0),
  );
  return {
    datasets: records.datasets,
    voices: left(records.voices, 'voice'),
    sources: left(records.sources, 'source'),
    entities: left(records.entities, 'entity'),
    predicates: left(records.predicates, 'predicate'),
    claims: new Map([...records.claims].filter(([id]) => citations.has(id))),
    citations,
    rivals: records.rivals.filter((rivals) => !leaves('rivals', rivals)),
    identities: records.identities.filter((identity) => !leaves('identity', identity)),
    questions: left(records.questions, 'question'),
  };
}

/** Adds line and column in the files that the problems name. */
function locateAll(problems: readonly Problem[], files: readonly ReadFile[]): Problem[] {
  const byName = new Map(files.map((file) => [file.name, file]));
  return locateEach(problems, (single) => {
    const ofFile = new Map<string | undefined, Problem[]>();
    for (const problem of single) {
      const list = ofFile.get(problem.file);
      if (list) list.push(problem);
      else ofFile.set(problem.file, [problem]);
    }
    const located = new Map<Problem, Problem>();
    for (const [name, list] of ofFile) {
      const found = (name === undefined ? undefined : byName.get(name))?.locate(list) ?? list;
      list.forEach((problem, i) => located.set(problem, found[i] ?? problem));
    }
    return single.map((problem) => located.get(problem) ?? problem);
  });
}
