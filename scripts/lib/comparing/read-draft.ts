/** The edits of a draft from a file: the body of `POST /api/changes/plan`; without a revision they are taken for read at the newest one. */
import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { describeIssues } from '../../../server/contract/describe-issues.ts';
import { draft } from '../../../server/contract/routes/changes.ts';
import { AppError } from '../../../server/domain/model/errors.ts';
import { parseStrictJson } from '../../../server/domain/strict-json/parse-strict-json.ts';
import type { Database } from '../../../server/store/connect.ts';

/** @throws AppError `invalid` for a file that is not there or holds no edits, with every fault of it */
export async function readDraft(db: Database, path: string): Promise<z.input<typeof draft>> {
  const { value, problems } = parseStrictJson(bytesOf(path), path);
  if (problems.length > 0) throw faulty(path, problems);
  const asked = { revision: (await db.ready()).revision, ...(value as object) };
  const read = draft.safeParse(asked);
  if (!read.success) throw faulty(path, [...describeIssues(read.error.issues, draft, asked)]);
  return read.data;
}

const faulty = (path: string, problems: AppError['details']['problems'] & object): AppError =>
  new AppError(
    'invalid',
    `${path}: ${problems.map(({ pointer = '', message, remedy }) => `${pointer === '' ? '' : `${pointer}: `}${message}; ${remedy}`).join('. ')}`,
    { problems },
  );

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new AppError('invalid', `${path} cannot be read: ${(error as Error).message}`, { remedy: 'Give the path of a file of edits' }, { cause: error });
  }
}
