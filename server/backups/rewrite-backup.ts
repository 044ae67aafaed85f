/** Takes a person out of the file of a backup: it is written anew beside itself, and takes its place once it is whole. Finds who is still named in one. */
import { rename } from 'node:fs/promises';
import { isNode, type CopyLine, type NodeLine } from '../store/copying/copy-lines.ts';
import { LineRedactor, scopeOf, stateJson, type RedactionRequest } from '../store/redacting/redact-lines.ts';
import { redactionOf, type KeptRedaction } from '../domain/redacting/marks.ts';
import type { Entity } from '../domain/model/records.ts';
import { checkBackup, recordsOf, writeLines } from './backup-file.ts';

/** Numbers of the nodes of redactions that are added: above those of any store. */
const FIRST_NUMBER = Number.MAX_SAFE_INTEGER - 1_000_000;

export interface BackupToSearch {
  path: string;
  redactions: readonly KeptRedaction[];
}
export interface StillNamed {
  redaction: KeptRedaction;
  /** Id of the person in the backup. */
  entity: string;
}
export interface BackupToRedact {
  path: string;
  request: Omit<RedactionRequest, 'salt' | 'at'>;
  /** The redaction that the backup is to remember, as the database does. */
  kept: KeptRedaction;
  /** Where the redacted backup is written: the path itself, to take its place. */
  into: string;
  /** Where it stands while it is written. */
  part: string;
}

/**
 * @returns false where the backup does not have the person
 * @throws AppError `refused` for a file that is no whole backup; `disk-full`
 */
export async function rewriteBackup({ path, request, kept, into, part }: BackupToRedact): Promise<boolean> {
  const { head } = await checkBackup(path);
  const lines = () => recordsOf(path);
  const found = await scopeOf(lines, { ...request, salt: kept.salt, at: kept.at });
  if (!found) return false;
  const redactor = new LineRedactor(found.redaction);
  await writeLines(part, head, redactedLines(lines(), redactor, tombstoneOf(kept, head.revision)));
  await rename(part, into);
  return true;
}

async function* redactedLines(lines: AsyncIterable<CopyLine>, redactor: LineRedactor, tombstone: NodeLine): AsyncGenerator<CopyLine> {
  let isAmongTies = false;
  function* added(): Generator<NodeLine> {
    yield tombstone;
    for (const [i, properties] of redactor.addedAnchors().entries()) yield { n: FIRST_NUMBER - 1 - i, labels: ['_Anchor'], properties };
  }
  for await (const line of lines) {
    if (!isNode(line) && !isAmongTies) {
      yield* added();
      isAmongTies = true;
    }
    const after = isNode(line) ? redactor.node(line) : redactor.tie(line);
    if (after) yield after;
  }
  if (!isAmongTies) yield* added();
  yield* redactor.added();
}

/** The redaction as the database keeps it, at the revision of the backup: what came before cannot be undone there either. */
function tombstoneOf({ id, at, person, salt, marks }: KeptRedaction, revision: number): NodeLine {
  return {
    n: FIRST_NUMBER + Math.floor(Math.random() * 1_000_000),
    labels: ['_Redaction'],
    properties: { id, at, who: '', why: '', revision, person, salt, marks: [...marks] },
  };
}

/** The redactions, among some, of persons whom a backup still names; each with the id of the person there. */
export async function personsStillIn({ path, redactions }: BackupToSearch): Promise<StillNamed[]> {
  const found = new Map<string, StillNamed>();
  for await (const line of recordsOf(path)) {
    if (!isNode(line)) break;
    const state = stateJson(line);
    if (state?.kind !== 'entity') continue;
    const entity = JSON.parse(state.json) as Entity;
    const redaction = redactionOf(entity, redactions);
    if (redaction) found.set(`${redaction.id} ${entity.id}`, { redaction, entity: entity.id });
  }
  return [...found.values()];
}
