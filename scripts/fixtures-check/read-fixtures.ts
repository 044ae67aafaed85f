/** Reads curated files like an import: strict JSON, the format `attest/1`, then records with their places. */
import { describeIssues } from '../../server/contract/describe-issues.ts';
import { attestFile, type AttestFile } from '../../server/contract/file-format.ts';
import type { Problem } from '../../server/domain/model/errors.ts';
import { emptyBatch, type ImportBatch } from '../../server/domain/importing/import-batch.ts';
import { locateProblems } from '../../server/domain/strict-json/locate-problem.ts';
import { normaliseFile } from '../../server/domain/importing/normalise-file.ts';
import { parseStrictJson } from '../../server/domain/strict-json/parse-strict-json.ts';

interface FixtureText {
  name: string;
  text: string;
}
/** The files of one dataset: the vocabulary or a case. */
export type FixtureFolder = FixtureText[];

/**
 * The records of all folders in one batch. A file that cannot be read is reported and left out, so that the rest can still be checked. The meaning of records
 * is not checked here.
 */
export function readFixtures(folders: readonly FixtureFolder[]): { batch: ImportBatch; problems: Problem[] } {
  const batch = emptyBatch();
  const problems: Problem[] = [];
  const read = folders.map((folder) => folder.flatMap((file) => parseFixture(file, problems)));
  const carrying = new Set(read.flat().flatMap(({ data }) => (data.sources ?? []).flatMap(({ id, textOf }) => (textOf ? [id] : []))));
  const symmetric = new Set(read.flat().flatMap(({ data }) => (data.predicates ?? []).flatMap(({ id, symmetric: is }) => (is ? [id] : []))));
  for (const folder of read) {
    const dataset = folder.find(({ data }) => data.dataset)?.data.dataset?.id;
    if (dataset === undefined) {
      const [first] = folder;
      if (first)
        problems.push({
          code: 'no-dataset',
          file: first.name,
          message: 'no file of this folder has the header of a dataset',
          remedy: 'write "dataset": { "id": … } in one of them',
        });
      continue;
    }
    for (const { name, data } of folder) {
      const normal = normaliseFile(data, name, { dataset, carries: (id) => carrying.has(id), isSymmetric: (id) => symmetric.has(id) });
      problems.push(...normal.problems);
      append(batch, normal.batch);
    }
  }
  return { batch, problems };
}

/** Adds line and column to problems that have only a file and a pointer. */
export function placeProblems(problems: readonly Problem[], folders: readonly FixtureFolder[]): Problem[] {
  const texts = new Map(folders.flat().map(({ name, text }) => [name, text]));
  return problems.flatMap((problem) => {
    const text = problem.file === undefined ? undefined : texts.get(problem.file);
    return text === undefined ? [problem] : locateProblems([problem], text);
  });
}

function parseFixture({ name, text }: FixtureText, problems: Problem[]): { name: string; data: AttestFile }[] {
  const json = parseStrictJson(new TextEncoder().encode(text), name);
  problems.push(...json.problems);
  if (!json.hasValue || json.problems.length > 0) return [];
  const parsed = attestFile.safeParse(json.value);
  if (parsed.success) return [{ name, data: parsed.data }];
  for (const problem of describeIssues(parsed.error.issues, attestFile, json.value)) problems.push({ ...problem, file: name });
  return [];
}

function append(batch: ImportBatch, more: ImportBatch): void {
  batch.datasets.push(...more.datasets);
  batch.voices.push(...more.voices);
  batch.sources.push(...more.sources);
  batch.entities.push(...more.entities);
  batch.predicates.push(...more.predicates);
  batch.claims.push(...more.claims);
  batch.citations.push(...more.citations);
  batch.rivals.push(...more.rivals);
  batch.identities.push(...more.identities);
  batch.questions.push(...more.questions);
}
