/** Redacts a person, in the database and in the backups that are kept; says beforehand what that does. */
import { randomUUID } from 'node:crypto';
import type { planRedaction as planContract, redactPerson as contract, RedactionEffectView } from '../../contract/routes/keeping/redactions.ts';
import { AppError } from '../../domain/model/errors.ts';
import type { Database } from '../../store/connect.ts';
import { planRedaction, redactDatabase, type RedactionEffect } from '../../store/redacting/redact-database.ts';
import { listRedactionRows } from '../../store/statements/redactions.ts';
import { begunOnce } from '../begun-once.ts';
import { recomputeStale } from '../importing/recompute-stale.ts';
import type { KeptBackups } from './kept-backups.ts';
import type { AnswerOf, InputOf } from '../route-types.ts';

type PlanInput = Pick<InputOf<typeof planContract>, 'body'>;
type Input = Pick<InputOf<typeof contract>, 'body'>;

const TOLD = 'Everything that is kept is being read for this redaction. Send the same again to hear what became of it.';

export interface Redactions {
  /** @throws AppError `not-found`, `refused` for an entity that is no person, `timeout` where it takes longer than a request may */
  plan(input: PlanInput): Promise<AnswerOf<typeof planContract>>;
  /** @throws AppError as above; `refused` where the number of records is another; `conflict` while a large change is being staged */
  redact(input: Input): Promise<AnswerOf<typeof contract>>;
}

export function createRedactions(db: Database, backups: KeptBackups | undefined, o: { answerMs?: number } = {}): Redactions {
  const plans = begunOnce<AnswerOf<typeof planContract>>(TOLD, { keptMs: 5_000, ...o });
  const redacted = begunOnce<AnswerOf<typeof contract>>(TOLD, o);
  return {
    plan: async ({ body }) => {
      const { revision } = await db.ready();
      return plans.of(JSON.stringify([revision, body]), async () => {
        const effect = await planRedaction(db, { ...body, salt: randomUUID() });
        return { ...viewOf(effect), undoEnds: effect.revision, backups: (await backups?.list())?.length ?? 0 };
      });
    },
    redact: ({ body }) => redacted.of(JSON.stringify(body), () => redactNow(db, backups, body)),
  };
}

async function redactNow(
  db: Database,
  backups: KeptBackups | undefined,
  { entity, leave, also, who, why, operation, revision, records }: Input['body'],
): Promise<AnswerOf<typeof contract>> {
  const choice = { leave, also };
  const requireRecords = (effect: RedactionEffect) => {
    const { records: all } = viewOf(effect);
    if (all === records) return;
    const message = `Redacting "${entity}" writes ${all} records anew, not ${records}`;
    throw new AppError('refused', `${message}. Nothing was written.`, {
      problems: [{ code: 'other-size', message, remedy: `look at the plan, then give ${all}`, pointer: '/records' }],
    });
  };
  const { effect, kept } = await redactDatabase(db, { entity, salt: randomUUID(), operation, who, why, expected: revision, ...choice, agree: requireRecords });
  await recomputeStale(db);
  const done = (await backups?.redact(kept, choice)) ?? { rewritten: 0, unreadable: [] };
  return { id: kept.id, person: kept.person, effect: viewOf(effect), backups: done };
}

function viewOf({ records, ...effect }: RedactionEffect): RedactionEffectView {
  return { ...effect, records: records.reduce((sum, [, n]) => sum + n, 0), kinds: records.map(([kind, n]) => ({ kind, n })) };
}

/** Finishes redactions after which the process ended before the backups were written anew. */
export async function finishRedactions(db: Database, backups: KeptBackups): Promise<void> {
  const rows = await db.read((tx) => listRedactionRows.run(tx, {}));
  await backups.redactLeft(rows.filter(({ lifted }) => !lifted).map(({ id, at, person, salt, marks }) => ({ id, at, person, salt, marks })));
}
