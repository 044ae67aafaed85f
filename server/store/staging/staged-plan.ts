/** The plan of a change as packed text in parts, and back: it is kept in the database before the first record is changed. */
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { emptyPut, type ChangePlan } from '../../domain/importing/change-plan.ts';
import { AppError } from '../../domain/model/errors.ts';
import type { Predicate } from '../../domain/model/records.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** Characters of a part before it is packed. */
const PART_CHARACTERS = 1_000_000;

/** What is needed to write a plan. How figures were before is for its report alone. */
export type StagedPlan = Omit<ChangePlan, 'before' | 'operationId'> & {
  /** Records that one transaction writes: whoever goes on with it cuts it the same way. */
  batchRecords: number;
};

/** Marks the fields of records to put: `predicates` is also what the claims of the plan use. */
const PUT = 'put ';

/** Each part of a plan, line by line: the field and its value. */
function* linesOf({ put, changeSet, expectedRevision, batchRecords, ...plan }: StagedPlan): Generator<string> {
  const line = (field: string, value: unknown) => `${field}\t${JSON.stringify(value)}`;
  yield line('head', { changeSet, expectedRevision, batchRecords });
  for (const [kind, list] of Object.entries(put)) for (const record of list) yield line(`${PUT}${kind}`, record);
  for (const ref of plan.remove) yield line('remove', ref);
  for (const key of plan.existing) yield line('existing', key);
  for (const figures of plan.figures) yield line('figures', figures);
  for (const id of plan.stale) yield line('stale', id);
  for (const entry of plan.replaced) yield line('replaced', entry);
  for (const entry of plan.segments) yield line('segments', entry);
  for (const [id, root] of plan.roots) yield line('roots', root === undefined ? [id] : [id, root]);
  for (const entry of plan.sourcesRead) yield line('sourcesRead', entry);
  for (const entry of plan.predicates) yield line('predicates', entry);
  for (const entry of plan.ends) yield line('ends', entry);
}

/** @returns packed texts of about a quarter of a megabyte at the most */
export async function* partsOf(plan: StagedPlan): AsyncGenerator<string> {
  let lines: string[] = [];
  let characters = 0;
  const end = async () => (await pack(lines.join('\n'), { level: 1 })).toString('base64');
  for (const line of linesOf(plan)) {
    lines.push(line);
    characters += line.length;
    if (characters < PART_CHARACTERS) continue;
    yield await end();
    lines = [];
    characters = 0;
  }
  if (lines.length > 0) yield await end();
}

/** @throws AppError `internal` where a part is no part of a plan */
export async function planOfParts(parts: AsyncIterable<string>): Promise<StagedPlan> {
  const plan: Omit<StagedPlan, 'changeSet' | 'expectedRevision' | 'batchRecords'> = {
    put: emptyPut(),
    remove: [],
    existing: [],
    replaced: new Map(),
    figures: [],
    segments: new Map(),
    roots: new Map(),
    sourcesRead: new Map(),
    predicates: new Map(),
    ends: new Map(),
    stale: [],
  };
  let head: Pick<StagedPlan, 'changeSet' | 'expectedRevision' | 'batchRecords'> | undefined;
  // One object for a predicate, however many claims use it.
  const predicates = new Map<string, Predicate>();
  for await (const part of parts) {
    for (const line of (await unpack(Buffer.from(part, 'base64'))).toString('utf8').split('\n')) {
      const tab = line.indexOf('\t');
      const [field, value] = [line.slice(0, tab), JSON.parse(line.slice(tab + 1))];
      if (field === 'head') head = value;
      else if (field.startsWith(PUT)) addTo(plan.put, field.slice(PUT.length), value);
      else if (field === 'predicates') {
        const [claim, predicate] = value as [string, Predicate];
        const known = predicates.get(predicate.id) ?? predicate;
        predicates.set(predicate.id, known);
        plan.predicates.set(claim, known);
      } else addTo(plan, field, value);
    }
  }
  if (!head) throw new AppError('internal', 'The plan of a staged change is not whole.');
  return { ...plan, ...head };
}

function addTo(plan: object, field: string, value: unknown): void {
  const into: unknown = new Map(Object.entries(plan)).get(field);
  if (into instanceof Map) into.set(...(value as [unknown, unknown]));
  else if (Array.isArray(into)) into.push(value);
  else throw new AppError('internal', `The plan of a staged change has the unknown part ${field}.`);
}
